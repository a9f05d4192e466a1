"""The program among the others of a desktop: where windows stood, the tray's words, notifications, the clipboard, the tour."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSplitter, QSystemTrayIcon, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.domain.events import DraftDecided, Notified, PromisesTold, TicketReceived
from helpdesk.domain.ids import ArticleId, DraftId, TicketId
from helpdesk.settings import Settings
from helpdesk.ui.bridge import HandDelays, InlineBridge
from helpdesk.ui.desktop.callings import Callings
from helpdesk.ui.desktop.kept_window import KeptWindow, can_be_grasped, geometry_of, put_back
from helpdesk.ui.desktop.tour import Tour
from helpdesk.ui.desktop.tray import Tray, badge, escaped
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.kit.toast import Toasts

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk
    from helpdesk.ui.main_window.rooms import Rooms, Start

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


@pytest.fixture
def bridge() -> Iterator[InlineBridge]:
    made = InlineBridge()
    yield made
    made.close()


def test_where_one_was_is_found_again(qtbot: QtBot, tmp_path: Path) -> None:
    screen = QWidget()
    qtbot.addWidget(screen)
    split = QSplitter(Qt.Orientation.Horizontal)
    QVBoxLayout(screen).addWidget(split)
    for _ in range(2):
        split.addWidget(QWidget())
    screen.resize(600, 300)
    screen.show()
    split.setSizes([150, 400])
    kept = KeptWindow(tmp_path / "window.json", screen="inbox", apart={7: "abc"})
    kept.remember("inbox", screen, Place("inbox", TicketId(12), section="view:-3"))
    kept.keep()
    again = KeptWindow(tmp_path / "window.json")
    again.load()
    assert (again.screen, again.apart) == ("inbox", {7: "abc"})
    assert again.places == {"inbox": Place("inbox", TicketId(12), section="view:-3")}
    wanted = split.sizes()
    split.setSizes([400, 150])
    again.divide("inbox", screen)
    assert split.sizes() == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"geometry": 3, "places": [1], "splits": {"inbox": [["a", -4]]}, "apart": {"x": 1}}',
        "\0",
        "{",
    ],
)
def test_a_file_that_makes_no_sense_is_passed_over(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    (tmp_path / "window.json").write_text(text)
    kept = KeptWindow(tmp_path / "window.json")
    kept.load()
    screen = QWidget()
    qtbot.addWidget(screen)
    kept.divide("inbox", screen)
    assert (kept.geometry, kept.screen, kept.places, kept.apart) == ("", "", {}, {})


def test_a_window_never_comes_back_on_a_screen_that_is_gone(qtbot: QtBot) -> None:
    first = QGuiApplication.screens()[0].availableGeometry()
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(first.right() + 3000, 40, 500, 400)
    away = geometry_of(window)
    put_back(window, away, QSize(500, 400))
    assert can_be_grasped(window.geometry(), [first])
    put_back(window, "no geometry at all", QSize(320, 200))
    assert window.size() == QSize(320, 200)


def test_a_new_window_is_no_larger_than_its_screen_with_a_title_above_it(qtbot: QtBot) -> None:
    screen = QGuiApplication.screens()[0].availableSize()
    wide, high = QWidget(), QWidget()
    for one in (wide, high):
        qtbot.addWidget(one)
    put_back(wide, "", QSize(screen.width(), 300))
    assert wide.isMaximized()
    put_back(high, "", QSize(300, screen.height()))
    assert (high.isMaximized(), high.width()) == (False, 300)
    assert high.height() < screen.height()


def test_a_window_is_grasped_by_its_upper_edge() -> None:
    screens = [QRect(0, 0, 1280, 800)]
    assert can_be_grasped(QRect(-300, 100, 600, 400), screens)
    assert not can_be_grasped(QRect(-550, 100, 600, 400), screens)
    assert not can_be_grasped(QRect(100, -300, 600, 400), screens)
    assert can_be_grasped(QRect(1400, 50, 600, 400), [*screens, QRect(1280, 0, 1280, 800)])


def test_words_of_tickets_are_no_markup_in_the_tray(qapp: QApplication) -> None:
    assert escaped("<img src='file:///x'>\n&") == "&lt;img src='file:///x'&gt; &amp;"
    assert badge(3).toImage() != badge(0).toImage()


def test_the_tray_counts_and_leads_to_what_it_told(qtbot: QtBot) -> None:
    done: list[str] = []
    holder = QWidget()
    qtbot.addWidget(holder)
    tray = Tray(holder, (("Quit", lambda: done.append("quit")),))
    tray.show_waiting(2)
    assert tray.icon.toolTip() == "Helpdesk: 2 tickets wait for us"
    tray.icon.contextMenu().actions()[-1].trigger()
    tray.went.connect(lambda place: done.append(place.screen))
    tray.tell("Ticket 3", "<b>", Place("inbox", TicketId(3)))
    tray.icon.messageClicked.emit()
    assert done == ["quit", "inbox"]
    tray.icon.messageClicked.emit()
    assert done == ["quit", "inbox"], "a click on what another program told leads nowhere"
    tray.end()


def test_the_icon_leads_to_what_is_being_told_and_else_just_opens(qtbot: QtBot) -> None:
    done: list[str] = []
    holder = QWidget()
    qtbot.addWidget(holder)
    tray = Tray(holder, ())
    tray.opened.connect(lambda: done.append("opened"))
    tray.went.connect(lambda place: done.append(place.screen))
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert done == ["opened"]
    tray.tell("Ticket 3", "late", Place("inbox", TicketId(3)))
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert done[-1] == "inbox"
    tray.end()


def test_the_menu_of_the_tray_leads_to_what_was_told_last(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    went: list[Place] = []
    tray = Tray(holder, ())
    tray.went.connect(went.append)
    last = tray.icon.contextMenu().actions()[0]
    assert not last.isEnabled()
    place = Place("inbox", TicketId(3))
    tray.tell("Ticket 3", "late", place)
    last.trigger()
    tray.icon.messageClicked.emit()
    last.trigger()
    assert went == [place, place, place]
    tray.tell("An import failed", "", None)
    assert not last.isEnabled()
    tray.end()


def test_a_window_hidden_in_a_tray_that_goes_away_comes_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.ui.desktop.tray.LOOK_MS", 5)
    holder = QWidget()
    qtbot.addWidget(holder)
    tray = Tray(holder, ())
    tray.there = lambda: False
    with qtbot.assertNotEmitted(tray.left_alone, wait=60):
        pass
    tray.hidden = lambda: True
    with qtbot.waitSignal(tray.left_alone):
        pass
    tray.end()


class Told:
    def __init__(self, bridge: InlineBridge, settings: Settings | None = None) -> None:
        self.shown: list[tuple[str, str, Place | None]] = []
        self.now = NOON
        self.callings = Callings(bridge, HandDelays(), lambda: settings or Settings(), lambda *one: self.shown.append(one))
        self.callings.now = lambda: self.now


def test_a_storm_of_news_is_four_notifications_and_a_count(bridge: InlineBridge) -> None:
    told = Told(bridge)
    for number in range(20):
        bridge.publish(Notified(TicketId(number), "<b>look</b>"))
    assert len(told.shown) == 4
    assert told.shown[0] == ("Ticket 0", "<b>look</b>", Place("inbox", TicketId(0)))
    told.now += timedelta(minutes=10)
    bridge.publish(PromisesTold((), (TicketId(3), TicketId(4))))
    assert told.shown[4][0] == "2 tickets are overdue"
    assert "16 more" in told.shown[4][1]


def test_nobody_is_called_who_is_here_or_does_not_wish_it(bridge: InlineBridge) -> None:
    told = Told(bridge, Settings(notify="mentions"))
    bridge.publish(PromisesTold((), (TicketId(3),)))
    here = Told(bridge)
    here.callings.away = lambda: False
    bridge.publish(PromisesTold((), (TicketId(3),)))
    assert told.shown == here.shown == []


class PaperRooms(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.went: list[Place] = []
        self.toasts = Toasts(self)

    def go(self, place: Place) -> None:
        self.went.append(place)

    def report(self, error: Exception) -> None:
        raise error


def test_the_tour_ends_with_a_decision_and_does_not_come_back_by_itself(
    qtbot: QtBot, tmp_path: Path, bridge: InlineBridge
) -> None:
    async def counts(_: object) -> list[int]:
        return [0]

    desk = cast("Desk", SimpleNamespace(views=SimpleNamespace(counts=counts)))
    rooms, kept = PaperRooms(), KeptWindow(tmp_path / "window.json")
    qtbot.addWidget(rooms)
    start = cast("Start", SimpleNamespace(bridge=bridge, kept=kept))
    foot = QVBoxLayout(rooms)
    rooms.show()
    tour = Tour(foot, cast("Rooms", rooms), start)
    tour.desk_ready(desk)
    assert tour.panel.isVisible()
    assert "invented shop" in tour.panel.words()
    for _ in range(4):
        tour.panel.next.click()
    tour.panel.action.click()
    assert rooms.went == [Place("review")]
    bridge.publish(DraftDecided(DraftId(1), TicketId(1)))
    assert tour.panel.words().startswith("That was the whole way")
    rooms.toasts.say("Reply to Ada is on its way.")
    assert rooms.toasts.geometry().bottom() < tour.panel.geometry().top()
    tour.panel.next.click()
    assert tour.panel.isHidden()
    again = KeptWindow(tmp_path / "window.json")
    again.load()
    assert again.toured
    tour.desk_ready(desk)
    assert tour.panel.isHidden()
    tour.begin()
    assert tour.panel.isVisible()


def test_the_tour_offers_no_samples_once_tickets_came_in(qtbot: QtBot, tmp_path: Path, bridge: InlineBridge) -> None:
    came: list[TicketId] = []

    async def counts(_: object) -> list[int]:
        return [len(came)]

    desk = cast("Desk", SimpleNamespace(views=SimpleNamespace(counts=counts)))
    rooms = PaperRooms()
    qtbot.addWidget(rooms)
    start = cast("Start", SimpleNamespace(bridge=bridge, kept=KeptWindow(tmp_path / "window.json")))
    foot = QVBoxLayout(rooms)
    rooms.show()
    tour = Tour(foot, cast("Rooms", rooms), start)
    tour.desk_ready(desk)
    assert "No tickets yet" in tour.panel.words()
    came.append(TicketId(1))
    bridge.publish(TicketReceived(TicketId(1)))
    assert tour.panel.words().startswith("What the desk knows")
    bridge.publish(DraftDecided(DraftId(1), TicketId(1)))
    assert tour.panel.words().startswith("What the desk knows")


def test_a_place_of_an_article_is_kept_too(tmp_path: Path) -> None:
    kept = KeptWindow(tmp_path / "window.json", places={"knowledge": Place("knowledge", article_id=ArticleId(4))})
    kept.keep()
    again = KeptWindow(tmp_path / "window.json")
    again.load()
    assert again.places["knowledge"].article_id == 4
    assert (tmp_path / "window.json").stat().st_mode & 0o077 == 0
