"""A long day at the window, shortened: a round of an agent's duties leaves no more behind than the round before."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.fakes.whole_window import filled_desk, opened_window
from tests.soak.agent_hands import (
    A_FEW,
    Hands,
    importing,
    merging,
    side_panels,
)
from tests.soak.holdings import MEGABYTE, Holdings, counted, growing, slope
from tests.soak.long_day import judged

ROUNDS = 4
AT_MOST = 16
"""What grew only because something was wanted for the first time (a query is worded, a part loaded) ends; what is left behind
goes on."""
DUTIES = (importing, side_panels, merging)


def minute(number: int, resident: int = 300 * MEGABYTE, **counts: int) -> Holdings:
    return Holdings(number, resident, 20, 12, 2, 0, counts)


def test_what_only_grows_is_named_and_what_comes_and_goes_is_not() -> None:
    day = [minute(n, Popover=1 + n // 10, Label=50 + n % 7, Cache=min(n, 20)) for n in range(90)]
    assert growing(day, round_of=5) == {"Popover": (1, 9)}


def test_a_day_of_more_files_or_threads_or_memory_is_refused() -> None:
    settled = [minute(n) for n in range(300)]
    judged(settled)
    with pytest.raises(AssertionError, match="open files from 30 to 66"):
        judged([replace(one, handles=20 + one.minute // 6) for one in settled])
    steep = [replace(one, resident=one.resident + one.minute * MEGABYTE // 20) for one in settled]
    assert slope(steep, 20) == pytest.approx(3, abs=0.1)
    with pytest.raises(AssertionError, match=r"3\.0 MB an hour"):
        judged(steep)


def test_rounds_of_work_leave_nothing_behind(qapp: QApplication, tmp_path: Path) -> None:
    with filled_desk(tmp_path) as desk:
        window = opened_window(desk)

        def settle() -> None:
            QApplication.processEvents()
            desk.delays.pass_()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

        hands = Hands(window, settle, lambda _: None, tmp_path)
        rounds: list[Holdings] = []
        while len(rounds) < ROUNDS or (growing(rounds[1:], round_of=1) and len(rounds) < AT_MOST):
            for duty in DUTIES:
                duty(hands)
                hands.rest()
            rounds.append(minute(len(rounds), **counted()))
        window.close()
        window.deleteLater()
    assert hands.brought == len(rounds) * A_FEW
    assert growing(rounds[1:], round_of=1) == {}
