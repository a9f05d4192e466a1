"""From a terminal into the window."""

import subprocess
from pathlib import Path

import pytest

from helpdesk import cli


def test_a_link_is_handed_to_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started: list[list[str]] = []

    def run(program: list[str], *, check: bool) -> "subprocess.CompletedProcess[str]":
        started.append(program)
        return subprocess.CompletedProcess(program, 0)

    monkeypatch.setattr(subprocess, "run", run)
    where = ["--workspace", str(tmp_path)]
    assert cli.main(["open", "#17", *where]) == 0
    assert cli.main(["clipboard", *where]) == 0
    assert [program[-4:] for program in started] == [
        [*where, "--goto", "helpdesk://ticket/17"],
        [*where, "--goto", "helpdesk://clipboard"],
    ]
    assert cli.main(["open", "https://example.org", *where]) == 1
    assert "a ticket's number" in capsys.readouterr().err
    assert len(started) == 2
