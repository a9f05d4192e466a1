"""A queue of thousands: how many wait is always told, the rows come as far as they are scrolled."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.domain.decision import QueueRow
from helpdesk.domain.draft import DraftState
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.ui import theme
from helpdesk.ui.review import display
from helpdesk.ui.review.queue_list import UNDER, QueueList
from tests.fakes.review_shift import ReviewShift

HEIGHT = 400


@pytest.fixture
def long_shift(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReviewShift]:
    """Three rows are read at once, five wait."""
    monkeypatch.setattr(display, "ROWS", 3)
    made = ReviewShift(tmp_path)
    for number in range(5):
        made.ask(subject=f"ticket {number}", score=0.1 * number)
    made.begin()
    yield made
    made.close()


def subjects(shift: ReviewShift) -> list[str]:
    return [row.subject for row in shift.view.rows]


def test_the_queue_is_read_as_far_as_it_is_walked_through(long_shift: ReviewShift) -> None:
    assert (subjects(long_shift), long_shift.view.in_queue) == (["ticket 0", "ticket 1", "ticket 2"], 5)
    assert long_shift.view.shift is not None
    assert long_shift.view.shift.waiting == 5
    for _ in range(4):
        long_shift.presenter.move(1)
    assert subjects(long_shift) == [f"ticket {number}" for number in range(5)]
    assert long_shift.view.subject == "ticket 4"


def test_what_is_decided_is_counted_at_once_and_another_row_follows(long_shift: ReviewShift) -> None:
    long_shift.presenter.approve()
    assert (subjects(long_shift), long_shift.view.in_queue) == (["ticket 1", "ticket 2"], 4)
    long_shift.delays.pass_()
    assert (subjects(long_shift), long_shift.view.in_queue) == (["ticket 1", "ticket 2", "ticket 3"], 4)


def rows(count: int) -> list[QueueRow]:
    since = datetime(2026, 11, 21, 12, tzinfo=UTC)
    return [
        QueueRow(DraftId(n), TicketId(n), 1, f"ticket {n}", "Ana", "", 0.5, None, DraftState.IN_REVIEW, since, "", "")
        for n in range(1, count + 1)
    ]


def test_scrolling_to_the_end_asks_for_more_and_the_rows_stay_where_they_are(qtbot: QtBot) -> None:
    listed = QueueList()
    qtbot.addWidget(listed)
    listed.resize(300, HEIGHT)
    listed.show()
    listed.show_rows(rows(40), DraftId(1), 60)
    with qtbot.waitSignal(listed.more_wanted):
        listed.verticalScrollBar().setValue(listed.verticalScrollBar().maximum())
    scrolled = listed.verticalScrollBar().value()
    listed.show_rows(rows(60), DraftId(1), 60)
    assert listed.model().rowCount() == 60
    assert listed.verticalScrollBar().value() == scrolled
    assert listed.currentIndex().row() == 0
    assert not listed.model().canFetchMore(listed.rootIndex())


def second_lines(listed: QueueList) -> list[str]:
    model = listed.model()
    return [str(model.data(model.index(at, 0), UNDER)) for at in range(model.rowCount())]


def test_a_reason_most_drafts_have_gives_way_to_what_they_are_about(qtbot: QtBot) -> None:
    """Told in every row it tells nothing; a few of them are told like any other."""
    usual = [replace(row, topic="billing", reason="Several questions in one message") for row in rows(9)]
    rare = replace(rows(10)[9], topic="orders", reason="Search by words and by meaning disagree")
    listed = QueueList()
    qtbot.addWidget(listed)
    listed.show_rows([*usual, rare], DraftId(1), 10)
    assert set(second_lines(listed)[:9]) == {"Ana · billing"}
    assert second_lines(listed)[9] == "Ana · Search by words and by meaning disagree"
    listed.show_rows([*usual[:3], rare], DraftId(1), 4)
    assert second_lines(listed)[0] == "Ana · Several questions in one message"


def test_in_large_text_a_narrow_queue_tells_short_subjects_apart(qtbot: QtBot, qapp: QApplication) -> None:
    worn = theme.Theme(qapp, theme.Look(text=200))
    try:
        queue = QueueList()
        qtbot.addWidget(queue)
        theme.clothe(queue)
        queue.resize(250, HEIGHT)
        pictures = []
        for subject in ("The hub", "The dial"):
            queue.show_rows([replace(rows(1)[0], subject=subject)], None, 1)
            pictures.append(queue.grab().toImage())
        assert pictures[0] != pictures[1]
    finally:
        worn.use(theme.Look())
