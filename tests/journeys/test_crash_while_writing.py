"""The power goes in the middle of a reply: what the window had called saved is there afterwards.

A small storm; `make soak` runs the large one. That the next window shows what is kept is held in tests/ui.
"""

import asyncio
import random
import sys
from pathlib import Path

import pytest

from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import open_store
from helpdesk.domain.composing import WritingKind
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName
from tests.fakes.clock import FixedClock
from tests.soak.station import Station
from tests.soak.writing_storm import found, held_to, killed_while_typing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a Unix affair")


async def asked(station: Station) -> TicketId:
    clock = FixedClock()
    parcel = IncomingMessage(ChannelName.FILE, "1", "Ana Ruiz", "ana@customers.example", "Parcel", "Where is it?", clock.now())
    async with open_store(station.store, station.workspace / "backups", clock, Sender("Ada", "desk.example")) as store:
        ticket_id, _ = await store.write(lambda records: records.tickets.receive(parcel))
    return ticket_id


def test_a_window_killed_while_somebody_types_loses_nothing_it_had_called_saved(tmp_path: Path) -> None:
    station = Station(tmp_path, random.Random(20261121))
    ticket = asyncio.run(asked(station))
    typed = killed_while_typing(station, ticket, saves=1)
    kept = found(station, ticket)
    for kind in WritingKind:
        held_to(typed, kept, kind)
    assert kept[WritingKind.REPLY]
