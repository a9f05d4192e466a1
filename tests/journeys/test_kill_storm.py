"""The power goes in the middle of the work: what was acknowledged is there afterwards, and the next start finishes the rest.

A small storm; `make soak` runs the large one.
"""

import io
import random
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from helpdesk import cli
from tests.soak import changing_storm, history_trial, import_storm, storms
from tests.soak.station import Station

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a Unix affair")


class Indoors(Station):
    """What is killed is a process of its own; what comes before and after is typed in this one."""

    def said(self, *arguments: str) -> str:
        with redirect_stdout(io.StringIO()) as out:
            assert cli.main([*arguments, "--workspace", str(self.workspace)]) == 0
        return out.getvalue()


@pytest.mark.parametrize(
    ("storm", "kills"),
    [(import_storm.importing, 1), (changing_storm.changing, 1), (storms.drafting, 2), (storms.sending, 2)],
    ids=("import", "change", "draft", "send"),
)
def test_a_desk_killed_in_the_middle_loses_nothing_and_does_nothing_twice(
    storm: Callable[[Station, int], dict[str, int]], kills: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = Indoors(tmp_path, random.Random(20261120))
    for name, value in station.environment.items():
        monkeypatch.setenv(name, value)
    counted = storm(station, kills)
    assert counted["kills"] >= 1


def test_a_trial_on_old_tickets_killed_at_night_is_finished_and_its_report_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = Indoors(tmp_path, random.Random(20261121))
    for name, value in station.environment.items():
        monkeypatch.setenv(name, value)
    counted = history_trial.trial(station, 1, threads=32, sample=10)
    assert counted["tickets"] == 30
    assert counted["kills"] == 1
