"""What is typed in the last moment before the window closes."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from pytestqt.qtbot import QtBot

from helpdesk.domain.composing import Writing, WritingKind
from helpdesk.domain.events import Event, TicketChanged
from helpdesk.domain.ids import TicketId
from helpdesk.ui.bridge import HandDelays, ThreadBridge
from helpdesk.ui.inbox.composing.composer import Saved
from helpdesk.ui.inbox.composing.keeping import Keeper
from helpdesk.ui.inbox.composing.writing_presenter import WritingPresenter

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

TICKET = TicketId(1)


class View:
    """Takes everything; what stands in the editor is kept."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def __getattr__(self, _: str) -> Callable[..., None]:
        return lambda *_: None

    def show_writing(self, writing: Writing) -> None:
        self.shown.append(writing.reply)

    def show_saved(self, state: Saved) -> None: ...


def test_closing_saves_also_what_was_typed_while_a_save_was_under_way(qtbot: QtBot) -> None:
    written: list[tuple[str, str | None]] = []
    disk, turn = threading.Event(), asyncio.Lock()

    async def keep(_: TicketId, __: WritingKind, text: str, stood: str | None) -> None:
        async with turn:
            await asyncio.to_thread(disk.wait)
            written.append((text, stood))

    crashes: list[BaseException] = []
    bridge = ThreadBridge(crashes.append)
    bridge.start()
    keeper = Keeper(View(), crashes.append, bridge, HandDelays())
    keeper.desk_ready(cast("Desk", SimpleNamespace(composing=SimpleNamespace(keep=keep))))
    keeper.keep(TICKET, WritingKind.REPLY, "quit right after th", "")
    keeper.save()
    keeper.keep(TICKET, WritingKind.REPLY, "quit right after this word", "quit right after th")
    keeper.flush()
    disk.set()
    assert bridge.close()
    assert written == [("quit right after th", ""), ("quit right after this word", "quit right after th")]
    assert crashes == []


class AnsweredByHand:
    """A bridge whose calls are carried out when and in the order the test says."""

    def __init__(self) -> None:
        self.asked: list[tuple[Callable[[], Awaitable[object]], Callable[[object], object]]] = []
        self.heard: list[Callable[[Event], object]] = []

    def call(self, work: Callable[[], Awaitable[object]], done: Callable[[object], object], *_: object, **__: object) -> object:
        self.asked.append((work, done))
        return SimpleNamespace(cancel=lambda: None)

    def listen(self, heard: Callable[[Event], object]) -> None:
        self.heard.append(heard)

    def answer(self) -> Callable[[], object]:
        """Carries out the call that has waited longest; its answer is on the way until it is called."""
        work, done = self.asked.pop(0)

        async def carried() -> object:
            return await work()

        return partial(done, asyncio.run(carried()))


def test_an_answer_of_before_the_save_never_overwrites_what_was_typed() -> None:
    store = {"reply": ""}

    async def keep(_: TicketId, __: WritingKind, text: str, ___: str | None) -> None:
        store["reply"] = text

    async def opened(ticket_id: TicketId) -> Writing:
        return Writing(ticket_id, reply=store["reply"])

    async def signature(_: TicketId) -> str:
        return ""

    said: list[str] = []
    bridge, delays, view = AnsweredByHand(), HandDelays(), View()
    notices = SimpleNamespace(say=said.append, report=said.append)
    presenter = WritingPresenter(view, notices, bridge, delays)  # type: ignore[arg-type]
    composing = SimpleNamespace(keep=keep, open=opened, signature=signature)
    presenter.desk_ready(cast("Desk", SimpleNamespace(composing=composing)))
    presenter.open(TICKET)
    bridge.answer()()
    presenter.type(WritingKind.REPLY, "A macro that also sets a tag")
    for heard in bridge.heard:
        heard(TicketChanged(TICKET))
    old = bridge.answer()
    delays.pass_()
    bridge.answer()()
    old()
    assert (view.shown, said) == ([""], [])
    delays.pass_()
    bridge.answer()()
    assert (view.shown[-1], said) == ("A macro that also sets a tag", [])
