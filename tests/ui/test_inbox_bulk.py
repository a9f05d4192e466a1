"""A change of very many tickets, in the bar of the marked ones: how far it is, and a way to stop it."""

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from helpdesk.domain.change import Move, Operation, OperationId, Undone
from helpdesk.domain.progress import Progress
from helpdesk.ui.change_words import move_words, undone_words
from helpdesk.ui.inbox.listing.bulk_bar import BulkBar


def test_a_long_change_says_how_far_it_is_and_can_be_stopped(qtbot: QtBot) -> None:
    bar = BulkBar()
    qtbot.addWidget(bar)
    bar.show_marked(30_000)
    bar.ask("New → Solved (30,000).", "Change 30,000 tickets")
    bar.show_progress(Progress(4_000, 30_000, "Changing tickets", 65.0))
    assert "4,000 of 30,000" in bar.progress.words()
    assert not bar.asks()
    bar.show_marked(0)
    assert not bar.isHidden(), "the marks are gone, the change is not"
    with qtbot.waitSignal(bar.stopped):
        bar.progress.cancelled.emit()
    bar.show_progress(Progress(5_000, 5_000, "Changing tickets"))
    assert bar.isHidden()
    bar.show_marked(1)
    assert not bar.isHidden()
    assert not bar.asks()


def test_taking_back_that_was_stopped_says_what_is_left_to_do() -> None:
    made = Operation(OperationId(1), "bulk", "Ada", datetime(2026, 11, 21, tzinfo=UTC), {}, 30_000, 30_000)
    said = undone_words(Undone(made, made, (), (), values=4_000, stopped=True))
    assert said == "Stopped: 4,000 values are back. Take it back again for the rest."


def test_what_was_nothing_before_is_not_told_as_a_change() -> None:
    assert move_words(Move("language", "", "", "de", 1)) == "Language: German"
    assert move_words(Move("assignee", "", None, "Bea", 2)) == "Assignee: Bea (2 tickets)"
    assert move_words(Move("assignee", "", "Bea", None, 1)) == "Assignee: Bea → nothing"
