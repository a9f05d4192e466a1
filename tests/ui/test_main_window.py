"""The frame of the window and its rooms: places, news that concerns everybody, errors by their class."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from helpdesk.domain import errors
from helpdesk.domain.autosend import Mode, SendingStatus
from helpdesk.domain.events import JobFailed, JobProgressed
from helpdesk.domain.progress import Progress
from helpdesk.paths import Workspace
from helpdesk.settings import Settings
from helpdesk.ui import wording
from helpdesk.ui.bridge import HandDelays, InlineBridge
from helpdesk.ui.kit import Label, Place, Screen, ScreenContext
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.main_window import catalogue, making, places, rooms
from helpdesk.ui.main_window.rooms import Rooms, Start
from helpdesk.ui.main_window.spots import SPOTS, Spot
from helpdesk.ui.main_window.window import MainWindow

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk


PARTS = 5


class PaperScreen(Screen):
    """A screen that remembers what the window told it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.told: list[Any] = []
        QVBoxLayout(self).addWidget(Label(name))

    def desk_ready(self, desk: Any) -> None:
        self.told.append(("desk", desk))

    def entered(self, place: Place) -> None:
        self.told.append(("entered", place))

    def left(self) -> None:
        self.told.append("left")

    def furnish(self) -> Iterator[None]:
        for part in range(PARTS):
            self.layout().addWidget(Label(f"{self.name} {part}"))  # type: ignore[union-attr]
            yield

    def parts(self) -> int:
        return len(self.findChildren(Label)) - 1


def fold(name: str) -> Intent:
    return Intent("fold", ("B",), f"Fold the {name}", "Paper")


class PaperSending:
    """Nothing leaves by itself."""

    async def status(self) -> SendingStatus:
        return SendingStatus(Mode.OFF, None, None, (), (), (), 0, 0, {})


def paper_desk() -> "Desk":
    return cast("Desk", SimpleNamespace(sending=PaperSending()))


DESK, NEW_DESK = paper_desk(), paper_desk()


@pytest.fixture
def bridge() -> Iterator[InlineBridge]:
    made = InlineBridge()
    yield made
    made.close()


@pytest.fixture
def delays() -> HandDelays:
    return HandDelays()


@pytest.fixture
def window(
    qtbot: QtBot, tmp_path: Path, bridge: InlineBridge, delays: HandDelays, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    def paper(spot: Spot, context: ScreenContext) -> Screen:
        made = PaperScreen(spot.name)
        context.shortcuts.add(made, fold(spot.name), partial(made.told.append, "folded"))
        return made

    async def every_intent() -> dict[str, tuple[Intent, ...]]:
        return {spot.name: (fold(spot.name),) for spot in SPOTS}

    monkeypatch.setattr(rooms, "build", paper)
    monkeypatch.setattr(catalogue, "every_intent", every_intent)
    made = MainWindow()
    qtbot.addWidget(made)
    start = Start(bridge, delays, Settings, lambda settings: None, Workspace(tmp_path))
    made.furnish(Rooms(made, start))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def screen(window: MainWindow, name: str) -> PaperScreen:
    made = window.rooms.screens[name]
    assert isinstance(made, PaperScreen)
    return made


def test_the_frame_shows_before_there_is_anything_to_show(qtbot: QtBot) -> None:
    frame = MainWindow()
    qtbot.addWidget(frame)
    frame.show()
    assert frame.opening.isVisible()
    assert not frame.open_for_work()
    frame.close()


def test_a_screen_is_built_when_first_gone_to_and_told_of_the_desk(window: MainWindow) -> None:
    assert set(window.rooms.screens) == {"review"}
    window.desk_ready(DESK)
    assert window.open_for_work()
    window.go(Place("inbox", section="outbox"))
    assert screen(window, "inbox").told == [("desk", DESK), ("entered", Place("inbox", section="outbox"))]
    assert screen(window, "review").told[-1] == "left"


def test_a_place_somebody_cannot_wait_for_is_whole_when_it_is_seen(window: MainWindow) -> None:
    window.desk_ready(DESK)
    window.go(Place("inbox"))
    assert screen(window, "inbox").isVisible()
    assert screen(window, "inbox").parts() == PARTS


def test_the_place_the_window_begins_at_is_made_part_by_part(
    qtbot: QtBot, tmp_path: Path, bridge: InlineBridge, delays: HandDelays, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms, "build", lambda spot, _: PaperScreen(spot.name))
    made = MainWindow()
    qtbot.addWidget(made)
    begun = Rooms(made, Start(bridge, delays, Settings, lambda settings: None, Workspace(tmp_path)))
    parts: list[int] = []
    begun.make_first(lambda: parts.extend(one.parts() for one in made.findChildren(PaperScreen)))
    assert sorted(set(parts)) == list(range(PARTS + 1))
    (first,) = made.findChildren(PaperScreen)
    assert first.told == [], "nobody is there yet"
    made.furnish(begun)
    assert screen(made, "review") is first


def test_places_are_made_ahead_while_nobody_types_and_know_nothing_yet(
    window: MainWindow, delays: HandDelays, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "REST_MS", 50)
    window.desk_ready(DESK)
    grown: list[int] = []
    window.rooms.making.grown.connect(lambda: grown.append(len(window.findChildren(PaperScreen))))
    delays.pass_()
    for _ in range(4):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
        QTest.qWait(20)
        assert len(window.findChildren(PaperScreen)) == 1
    qtbot.waitUntil(lambda: len(window.findChildren(PaperScreen)) == len(SPOTS) + 1 and len(grown) == len(SPOTS) + 1)
    assert {made.parts() for made in window.findChildren(PaperScreen)} == {PARTS}
    assert set(window.rooms.screens) == {"review"}
    assert {tuple(made.told) for made in window.findChildren(PaperScreen) if made.name != "review"} == {()}
    window.go(Place("insights"))
    assert screen(window, "insights").told == [("desk", DESK), ("entered", Place("insights"))]


def test_places_are_reached_by_keys_and_by_the_rail(window: MainWindow, qtbot: QtBot) -> None:
    for number, spot in enumerate(SPOTS, start=1):
        QTest.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert window.rooms.screens[spot.name].isVisible()
    window.rail.chosen.emit("review")
    assert window.rooms.screens["review"].isVisible()


def test_the_palette_knows_what_can_be_done_where_nobody_was_yet(window: MainWindow, delays: HandDelays) -> None:
    palette = window.rooms.palette
    window.desk_ready(DESK)
    delays.pass_()
    palette.toggle()
    palette.line.setText("fold the insights")
    assert palette.model.rowCount() == 1
    assert palette.model.row(0) is not None and palette.model.row(0).about == "Insights · Paper"  # type: ignore[union-attr]
    assert "insights" not in window.rooms.screens
    palette.take()
    assert screen(window, "insights").told == [("desk", DESK), ("entered", Place("insights")), "folded"]
    assert screen(window, "insights").isVisible()


def test_every_place_tells_all_that_can_be_done_there_before_it_is_built(
    qtbot: QtBot, tmp_path: Path, bridge: InlineBridge, delays: HandDelays
) -> None:
    made = MainWindow()
    qtbot.addWidget(made)
    made.furnish(Rooms(made, Start(bridge, delays, Settings, lambda settings: None, Workspace(tmp_path))))
    for area, told in bridge.run(places.every_intent()).items():
        made.go(Place(area))
        assert {bound.intent for bound in made.rooms.shortcuts.every() if bound.area == area} == set(told)


def test_a_control_that_goes_away_leaves_the_keyboard_on_its_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.desk_ready(DESK)
    shown = screen(window, "review")
    answer = QPushButton("Same person", shown)
    layout = shown.layout()
    assert layout is not None
    layout.addWidget(answer)
    for goes in (partial(answer.setEnabled, False), answer.hide):
        answer.setEnabled(True)
        answer.show()
        answer.setFocus()
        goes()
        qtbot.waitUntil(shown.hasFocus)
        QTest.keyClick(shown, Qt.Key.Key_B)
    assert shown.told[-2:] == ["folded", "folded"]
    window.rail.findChildren(QAbstractButton)[0].setFocus()
    QApplication.processEvents()
    there = QApplication.focusWidget()
    assert there is not None
    assert window.rail.isAncestorOf(there), "who goes there stays there"


def test_closing_tells_every_screen_to_save_first(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place("inbox"))
    with qtbot.waitSignal(window.leaving):
        window.close()
    assert screen(window, "inbox").told[-1] == "left"
    assert screen(window, "review").told[-1] == "left"


def test_what_is_being_opened_is_named_until_it_is_open(window: MainWindow, bridge: InlineBridge) -> None:
    bridge.publish(JobProgressed("start-up", Progress(1, 4, "Checking the store")))
    assert window.rooms.strip.words() == "Checking the store 1 of 4"
    window.desk_ready(DESK)
    assert window.rooms.strip.isHidden()
    bridge.publish(JobProgressed("import", Progress(1, 4, "Reading")))
    assert window.rooms.strip.isHidden()


def test_a_desk_that_cannot_be_opened_says_what_where_and_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    error = errors.StoreCorrupt(Path("/desk/desk.sqlite3"), "page 7")
    window.open_failed(error)
    assert window.rooms.failure.isVisible()
    assert "/desk/desk.sqlite3" in window.rooms.failure.words()
    window.go(Place("inbox"))
    assert window.rooms.failure.isVisible()
    with qtbot.waitSignal(window.remedy_wanted) as wanted:
        window.rooms.failure.acted.emit()
    assert wanted.args == [error]
    window.rooms.try_again()
    assert window.opening.isVisible()
    window.desk_ready(DESK)
    assert window.rooms.screens["inbox"].isVisible()


def test_what_is_broken_stays_until_it_is_dealt_with(window: MainWindow, qtbot: QtBot) -> None:
    window.desk_ready(DESK)
    window.rooms.report(errors.DiskFull(Path("/desk")))
    assert "/desk" in window.rooms.banner.words()
    with qtbot.waitSignal(window.remedy_wanted):
        window.rooms.banner.act()


@pytest.mark.parametrize("leaf", places.REMEDIES)
def test_what_is_not_ready_offers_the_place_that_mends_it(window: MainWindow, leaf: type[errors.HelpdeskError]) -> None:
    fields = getattr(leaf, "__dataclass_fields__", {})
    error = leaf(**dict.fromkeys(fields, "x"))
    window.rooms.report(error)
    assert wording.of(error).title in window.rooms.toasts.words()
    assert window.rooms.toasts.act()
    place = places.REMEDIES[leaf]
    assert screen(window, place.screen).told[-1] == ("entered", place)


def test_a_refusal_is_said_without_an_offer(window: MainWindow) -> None:
    window.rooms.report(errors.UndoTooLate())
    assert "Too late to undo" in window.rooms.toasts.words()
    assert not window.rooms.toasts.act()


def test_a_lane_in_trouble_is_told_of_once_a_kind(window: MainWindow, bridge: InlineBridge) -> None:
    window.desk_ready(DESK)
    failed = JobFailed("sending", errors.ChannelFailed("folder", "no such folder"))
    bridge.publish(failed)
    assert "no such folder" in window.rooms.toasts.words()
    window.rooms.toasts.clear()
    bridge.publish(failed)
    assert window.rooms.toasts.words() == ""
    bridge.publish(JobFailed("sending", errors.DiskFull(Path("/out"))))
    assert "/out" in window.rooms.banner.words()


def test_the_question_mark_lists_the_keys_that_work_here(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Question)
    assert window.rooms.sheet.isVisible()
    words = {label.text() for label in window.rooms.sheet.findChildren(QLabel)}
    assert {spot.title for spot in SPOTS} <= words
    QTest.keyClick(window.rooms.sheet, Qt.Key.Key_Space)
    assert window.rooms.sheet.isHidden()
    window.rail.keys_wanted.emit()
    assert window.rooms.sheet.isVisible()


def test_a_new_desk_after_changed_settings_reaches_every_screen(window: MainWindow) -> None:
    window.desk_ready(DESK)
    window.go(Place("inbox"))
    window.rooms.desk_leaves()
    assert not window.open_for_work()
    window.desk_ready(NEW_DESK)
    assert screen(window, "review").told[-1] == ("desk", NEW_DESK)
    assert screen(window, "inbox").told[-2:] == ["left", ("desk", NEW_DESK)]


def test_every_button_of_the_frame_has_a_name(window: MainWindow) -> None:
    assert all(button.accessibleName() for button in window.rail.findChildren(QAbstractButton))


def test_a_window_that_stays_in_the_tray_is_hidden_by_closing_it(window: MainWindow) -> None:
    left: list[bool] = []
    window.leaving.connect(lambda: left.append(True))
    window.show()
    window.stays = lambda: True
    window.close()
    assert (window.isHidden(), left) == (True, [])
    window.stays = lambda: False
    window.close()
    assert left == [True]
