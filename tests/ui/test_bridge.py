"""What the window asks of the desk thread comes back in the window's own thread, or not at all."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from pytestqt.qtbot import QtBot

from helpdesk.domain.errors import DeskReopened, HelpdeskError, KnowledgeEmpty, UndoTooLate
from helpdesk.domain.events import DraftTextGrew, Event, JobProgressed, TicketReceived
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.progress import Progress
from helpdesk.ui.bridge import HandDelays, InlineBridge, QtDelays, ThreadBridge

GUI = threading.main_thread


class Ear:
    """Remembers what it was told, and where."""

    def __init__(self) -> None:
        self.heard: list[Any] = []
        self.threads: set[threading.Thread] = set()

    def hear(self, what: Any) -> None:
        self.heard.append(what)
        self.threads.add(threading.current_thread())


class Window(QObject):
    """Has something to do that was put off until its next turn."""

    turn = Signal()


@pytest.fixture
def crashes() -> list[BaseException]:
    return []


@pytest.fixture
def bridge(qtbot: QtBot, crashes: list[BaseException]) -> Iterator[ThreadBridge]:
    made = ThreadBridge(crashes.append)
    made.start()
    yield made
    assert made.close()


async def where() -> threading.Thread:
    return threading.current_thread()


async def refuse() -> None:
    raise UndoTooLate


async def stumble() -> None:
    raise ZeroDivisionError


def test_work_runs_in_the_desk_thread_and_its_result_comes_back_to_the_window(qtbot: QtBot, bridge: ThreadBridge) -> None:
    ear = Ear()
    bridge.call(where, ear.hear)
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert ear.heard[0].name == "desk"
    assert ear.threads == {GUI()}


def test_a_refusal_comes_back_to_who_asked(qtbot: QtBot, bridge: ThreadBridge, crashes: list[BaseException]) -> None:
    ear = Ear()
    bridge.call(refuse, failed=ear.hear)
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert isinstance(ear.heard[0], UndoTooLate)
    assert ear.threads == {GUI()}
    assert not crashes


def test_a_refusal_nobody_took_is_shown_by_the_window(qtbot: QtBot, bridge: ThreadBridge) -> None:
    with qtbot.waitSignal(bridge.broke) as shown:
        bridge.call(refuse)
    assert isinstance(shown.args[0], UndoTooLate)


def test_an_unforeseen_error_is_reported_and_frees_who_waits(
    qtbot: QtBot, bridge: ThreadBridge, crashes: list[BaseException]
) -> None:
    ear = Ear()
    bridge.call(stumble, failed=ear.hear)
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert isinstance(crashes[0], ZeroDivisionError)
    assert isinstance(ear.heard[0], ZeroDivisionError)


def test_a_native_panic_does_not_end_the_desk(qtbot: QtBot, bridge: ThreadBridge, crashes: list[BaseException]) -> None:
    class Panic(BaseException):
        pass

    async def panic() -> None:
        raise Panic

    ear = Ear()
    bridge.call(panic, failed=ear.hear)
    bridge.call(where, ear.hear)
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    assert isinstance(crashes[0], Panic)


def test_after_cancelling_nothing_is_heard(qtbot: QtBot, bridge: ThreadBridge) -> None:
    ear, started = Ear(), threading.Event()

    async def forever() -> None:
        started.set()
        await asyncio.Event().wait()

    handle = bridge.call(forever, ear.hear, ear.hear)
    started.wait()
    handle.cancel()
    bridge.call(where, ear.hear)
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert [heard.name for heard in ear.heard] == ["desk"]


def test_events_of_any_thread_are_heard_in_order_in_the_window(qtbot: QtBot, bridge: ThreadBridge) -> None:
    ear = Ear()
    bridge.listen(ear.hear)
    events: list[Event] = [TicketReceived(TicketId(n)) for n in range(200)]

    def publish_all() -> None:
        for event in events:
            bridge.publish(event)

    publisher = threading.Thread(target=publish_all)
    publisher.start()
    publisher.join()
    qtbot.waitUntil(lambda: len(ear.heard) == 200)
    assert ear.heard == events
    assert ear.threads == {GUI()}


def test_a_flood_of_growing_text_reaches_the_window_as_its_latest_state(qtbot: QtBot, bridge: ThreadBridge) -> None:
    ear = Ear()
    bridge.listen(ear.hear)
    for length in range(1, 5001):
        bridge.publish(DraftTextGrew(DraftId(1), "x" * length))
    bridge.publish(JobProgressed("import", Progress(1, 2, "one")))
    bridge.publish(DraftTextGrew(DraftId(2), "other"))
    qtbot.waitUntil(lambda: DraftTextGrew(DraftId(2), "other") in ear.heard)
    assert len(ear.heard) == 3
    assert len(ear.heard[0].text) == 5000


def test_who_stops_listening_hears_no_more(qtbot: QtBot, bridge: ThreadBridge) -> None:
    gone, stays = Ear(), Ear()
    handle = bridge.listen(gone.hear)
    bridge.listen(stays.hear)
    handle.cancel()
    handle.cancel()
    bridge.publish(TicketReceived(TicketId(1)))
    qtbot.waitUntil(lambda: bool(stays.heard))
    assert not gone.heard


def test_closing_waits_for_what_saves_and_leaves_the_desk_after_it(qtbot: QtBot) -> None:
    order: list[str] = []
    release = threading.Event()

    @asynccontextmanager
    async def desk() -> AsyncIterator[str]:
        order.append("opened")
        yield "desk"
        order.append("closed")

    async def save() -> None:
        await asyncio.to_thread(release.wait)
        order.append("saved")

    async def idle() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            order.append("cancelled")

    bridge, ear = ThreadBridge(order.append), Ear()  # type: ignore[arg-type]
    bridge.start()
    bridge.hold(desk, ear.hear, ear.hear)
    qtbot.waitUntil(lambda: ear.heard == ["desk"])
    bridge.call(save, keep=True)
    bridge.call(idle)
    threading.Timer(0.05, release.set).start()
    assert bridge.close()
    assert order == ["opened", "saved", "cancelled", "closed"]
    assert bridge.close()


def test_a_desk_that_does_not_open_says_why(qtbot: QtBot, bridge: ThreadBridge) -> None:
    ear = Ear()

    @asynccontextmanager
    async def broken() -> AsyncIterator[str]:
        if not ear.heard:
            raise KnowledgeEmpty
        yield "never"

    bridge.hold(broken, ear.hear, ear.hear)
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert isinstance(ear.heard[0], HelpdeskError)


def test_one_desk_is_let_go_before_the_next_is_opened(qtbot: QtBot, bridge: ThreadBridge) -> None:
    order: list[str] = []

    @asynccontextmanager
    async def desk(name: str) -> AsyncIterator[str]:
        order.append(f"open {name}")
        yield name
        order.append(f"close {name}")

    async def idle() -> None:
        try:
            ear.hear("idle")
            await asyncio.Event().wait()
        finally:
            order.append("cancelled")

    ear = Ear()
    bridge.hold(lambda: desk("a"), ear.hear, ear.hear)
    qtbot.waitUntil(lambda: ear.heard == ["a"])
    bridge.call(idle)
    qtbot.waitUntil(lambda: ear.heard == ["a", "idle"])
    bridge.let_go(lambda: bridge.hold(lambda: desk("b"), ear.hear, ear.hear))
    qtbot.waitUntil(lambda: ear.heard == ["a", "idle", "b"])
    assert order == ["open a", "cancelled", "close a", "open b"]


def test_what_a_change_of_settings_cuts_short_is_told_and_what_saves_is_not_cut(qtbot: QtBot, bridge: ThreadBridge) -> None:
    @asynccontextmanager
    async def desk() -> AsyncIterator[str]:
        yield "desk"

    async def idle() -> None:
        await asyncio.Event().wait()

    async def save() -> str:
        await asyncio.to_thread(release.wait)
        return "saved"

    release, ear, left, shown = threading.Event(), Ear(), Ear(), Ear()
    bridge.broke.connect(shown.hear)
    bridge.hold(desk, ear.hear, ear.hear)
    qtbot.waitUntil(lambda: ear.heard == ["desk"])
    bridge.call(idle, ear.hear, ear.hear)
    bridge.call(idle)
    bridge.call(idle, left.hear, left.hear).cancel()
    bridge.call(save, ear.hear, ear.hear, keep=True)
    bridge.let_go(lambda: ear.hear("open"))
    release.set()
    qtbot.waitUntil(lambda: "open" in ear.heard)
    assert [type(one) if isinstance(one, Exception) else one for one in ear.heard] == ["desk", "saved", DeskReopened, "open"]
    assert ear.threads == {GUI()}
    assert not left.heard
    assert not shown.heard


def test_between_long_pieces_of_news_the_window_has_a_turn(
    qtbot: QtBot, bridge: ThreadBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("helpdesk.ui.bridge.thread.AT_ONCE", 0.0)
    order: list[object] = []
    window = Window()
    window.turn.connect(lambda: order.append("turn"), Qt.ConnectionType.QueuedConnection)

    def hear(event: Event) -> None:
        order.append(event)
        window.turn.emit()

    listening = bridge.listen(hear)
    told = [TicketReceived(TicketId(n)) for n in (1, 2, 3, 4)]
    for event in told:
        bridge.publish(event)
    qtbot.waitUntil(lambda: len(order) == 8)
    listening.cancel()
    assert [one for one in order if one != "turn"] == told
    assert order.index("turn") < order.index(told[3])


def test_what_came_due_during_long_news_goes_before_more_news(
    qtbot: QtBot, bridge: ThreadBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two halves of a screen are one long halt otherwise: no key, no clock and no paint between them."""
    monkeypatch.setattr("helpdesk.ui.bridge.thread.AT_ONCE", 0.0)
    order: list[str] = []
    due = QTimer(singleShot=True, interval=1, timerType=Qt.TimerType.PreciseTimer)
    due.timeout.connect(lambda: order.append("clock"))

    def heard(event: Event) -> None:
        order.append(getattr(event, "job", ""))
        if not due.isActive() and "clock" not in order:
            due.start()
            time.sleep(0.01)

    silence = bridge.listen(heard)
    for job in ("first", "second", "third"):
        bridge.publish(JobProgressed(job, Progress(1, 2, "reading")))
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["first", "clock", "second", "third"]
    silence.cancel()


def test_news_that_cannot_be_shown_holds_nothing_up(qtbot: QtBot, bridge: ThreadBridge) -> None:
    ear = Ear()
    with qtbot.captureExceptions() as failed:
        bridge.call(where, stumbled)
        bridge.call(where, ear.hear)
        qtbot.waitUntil(lambda: bool(ear.heard))
    assert failed[0][0] is ZeroDivisionError


def stumbled(_: object) -> None:
    raise ZeroDivisionError


def test_after_closing_nothing_is_delivered(qtbot: QtBot, crashes: list[BaseException]) -> None:
    ear = Ear()
    bridge = ThreadBridge(crashes.append)
    bridge.call(where, ear.hear)
    bridge.start()
    bridge.call(where, ear.hear)
    bridge.close()
    bridge.call(where, ear.hear)
    bridge.publish(TicketReceived(TicketId(1)))
    qtbot.wait(20)
    assert not ear.heard


def test_the_inline_bridge_keeps_calls_and_events_in_the_order_they_arose() -> None:
    bridge, order = InlineBridge(), Ear()
    bridge.listen(order.hear)

    async def work(n: int) -> int:
        bridge.publish(TicketReceived(TicketId(n)))
        return n

    def first(n: int) -> None:
        order.hear(n)
        bridge.call(lambda: work(2), order.hear)

    bridge.call(lambda: work(1), first)
    assert order.heard == [1, TicketReceived(TicketId(1)), 2, TicketReceived(TicketId(2))]
    bridge.call(refuse)
    assert isinstance(bridge.broken[0], UndoTooLate)
    with pytest.raises(ZeroDivisionError):
        bridge.call(stumble)
    bridge.close()


def test_a_delay_is_a_promise_not_a_hope_for_a_pause(qtbot: QtBot) -> None:
    done: list[int] = []
    delay = QtDelays()(10, lambda: done.append(1))
    delay.start()
    qtbot.waitUntil(lambda: done == [1])
    delay.start()
    delay.flush()
    delay.flush()
    assert done == [1, 1]
    delay.start()
    delay.stop()
    delay.flush()
    assert done == [1, 1]


def test_delays_by_hand_pass_when_told() -> None:
    done: list[int] = []
    delays = HandDelays()
    delay = delays(250, lambda: done.append(1))
    delay.start()
    delays.pass_()
    delays.pass_()
    assert done == [1]
