"""The review queue while nobody looks at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.domain.events import DraftReady
from tests.fakes.review_seat import Seat, seated


@pytest.fixture
def seat(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Seat]:
    with seated(qtbot, qapp, tmp_path) as made:
        yield made


def listed(seat: Seat) -> int:
    return seat.screen.queue.model().rowCount()


def test_a_queue_out_of_sight_rests_and_is_in_step_when_one_comes_back(seat: Seat) -> None:
    seat.ask(subject="there")
    seat.open()
    assert listed(seat) == 1
    seat.window.hide()
    ticket_id, draft_id = seat.ask(subject="came meanwhile", email="b@customers.example")
    seat.bridge.publish(DraftReady(draft_id, ticket_id))
    seat.delays.pass_()
    assert listed(seat) == 1, "it is not read for nobody"
    seat.window.show()
    assert listed(seat) == 2
    seat.ask(subject="comes now", email="c@customers.example")
    seat.bridge.publish(DraftReady(draft_id, ticket_id))
    seat.delays.pass_()
    assert listed(seat) == 3
