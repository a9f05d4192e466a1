"""A desk behind the screens under test."""

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket_query import Sort
from helpdesk.settings import Settings
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place, rows_view
from helpdesk.ui.language import speak
from helpdesk.ui.preferences import build as build_preferences
from helpdesk.ui.preferences.screen import PreferencesScreen
from helpdesk.ui.translation import Interpreter
from tests.fakes.inbox_hands import show
from tests.fakes.inline_window import InlineWindow, inline_window
from tests.fakes.review_shift import ReviewShift


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture shows every row, however slow the machine is just now."""
    monkeypatch.setattr(rows_view, "A_PAINTING", math.inf)


@pytest.fixture
def interpreter(qapp: QApplication) -> Iterator[Interpreter]:
    made = Interpreter(qapp)
    yield made
    made.use("system")
    speak()


@pytest.fixture(scope="module")
def window(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[InlineWindow]:
    """One desk for all tests of a file, since starting its index process is what takes time: they come in the order of a
    working day. A file that names an AGENT has that one work at it."""
    settings = Settings(writer="excerpts", threads=1)
    if agent := getattr(request.module, "AGENT", ""):
        settings = replace(settings, agent_name=agent)
    with inline_window(tmp_path_factory.mktemp("desk") / "workspace", settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def built(window: InlineWindow, tickets: dict[str, TicketId]) -> InboxScreen:
    """The inbox over the tickets of the file."""
    return show(window)


@pytest.fixture
def screen(window: InlineWindow, built: InboxScreen) -> InboxScreen:
    """The inbox as it is found in the morning."""
    window.host.activateWindow()
    QApplication.processEvents()
    built.listing.leave_finding()
    built.listing.marks.clear()
    head = built.list.head
    head.quick.clear()
    built.listing.choose_view(0)
    head.group_chosen.emit(None)
    built.list.sort_chosen.emit(Sort())
    head.look_chosen.emit(())
    head.columns_spread.emit()
    built.listing.views.done()
    built.back()
    window.settle()
    return built


@pytest.fixture
def fresh(qtbot: QtBot, tmp_path: Path) -> Iterator[InlineWindow]:
    """A desk of one test, as it is before anybody worked at it."""
    with inline_window(tmp_path / "workspace") as opened:
        yield opened


@pytest.fixture
def preferences(fresh: InlineWindow) -> PreferencesScreen:
    made = fresh.show(build_preferences, Place("preferences"))
    assert isinstance(made, PreferencesScreen)
    return made


@pytest.fixture
def shift(tmp_path: Path) -> Iterator[ReviewShift]:
    made = ReviewShift(tmp_path)
    yield made
    made.close()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A small window for parts that lie over one."""
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    return made
