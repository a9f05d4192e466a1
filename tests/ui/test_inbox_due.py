"""The inbox as it comes on the screen, and what customers are promised in its lists, over a real desk."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from helpdesk.domain.condition import Conditions
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.service_level import ServiceLevel
from helpdesk.domain.ticket import ChannelName
from helpdesk.settings import Settings
from helpdesk.ui.inbox import build
from tests.fakes.inbox_hands import show, subjects
from tests.fakes.inline_window import InlineWindow, inline_window


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[InlineWindow]:
    with inline_window(tmp_path / "workspace", Settings(writer="excerpts", agent_name="Kim")) as opened:
        yield opened


def test_what_is_missed_is_in_the_lists_as_soon_as_it_is_reckoned(window: InlineWindow) -> None:
    asked = datetime.now(UTC) - timedelta(hours=2)
    message = IncomingMessage(ChannelName.FILE, "source", "Ana Ruiz", "ana@x.example", "Parcel lost", "I wait.", asked)
    window.bridge.run(window.desk.intake.receive(message))
    screen = show(window)
    window.settle()
    overdue = screen.list.rail.button("Overdue")
    assert overdue.count() == 0
    hour = ServiceLevel(0, "An hour", 0, Conditions(), 0, 60, 0, 0, 0, (), datetime.now(UTC))
    window.bridge.run(window.desk.service_levels.save(hour))
    window.bridge.run(window.desk.service_levels.reckon())
    window.settle()
    assert overdue.count() == 1
    overdue.click()
    window.settle()
    assert subjects(screen) == ["Parcel lost"]


class Shown(QObject):
    """Whatever is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_while_the_inbox_is_made_no_part_of_it_is_a_window(window: InlineWindow, qapp: QApplication) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    try:
        made = build(window.context())
    finally:
        qapp.removeEventFilter(shown)
    made.deleteLater()
    assert shown.windows == []
