"""Sending by itself in the terminal: stopped while a window has the workspace, allowed again with words."""

from pathlib import Path

import pytest

from helpdesk.adapters.workspace_lock import owned
from helpdesk.paths import Workspace
from tests.cli.conftest import Type


def test_the_stop_works_while_a_window_has_the_workspace(type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_AGENT_NAME", "Ada")
    workspace = Workspace(tmp_path / "workspace")
    with owned(workspace.lock):
        assert type_("autosend", "stop", "--words", "wrong prices", "--json").json["stopped"]
    said = type_("autosend", "status", "--json").json["status"]
    assert (said["mode"], said["stop"]["words"], said["alarms"][0]["kind"]) == ("off", "wrong prices", "stopped")
    refused = type_("autosend", "on", "--line", "0.9", "--sign", "Helpdesk may send by itself from 0.90 without proof")
    assert (refused.code, "helpdesk autosend resume" in refused.err) == (1, True)
    again = type_("autosend", "resume", "--words", "prices corrected, answers read")
    assert "Every answer is approved by a person" in again.out
    assert not workspace.stop.exists()
