"""What is typed in the last moment before the window closes."""

import asyncio
import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from pytestqt.qtbot import QtBot

from helpdesk.domain.composing import WritingKind
from helpdesk.domain.ids import TicketId
from helpdesk.ui.bridge import HandDelays, ThreadBridge
from helpdesk.ui.inbox.composing.composer import Saved
from helpdesk.ui.inbox.composing.keeping import Keeper

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

TICKET = TicketId(1)


class View:
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
