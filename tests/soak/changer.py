"""`python -m tests.soak.changer WORKSPACE`: changes many tickets, also in portions, merges and takes back until it is killed.

Prints a line, `done NUMBER`, for each operation that was acknowledged.
"""

import asyncio
import random
import sys
from itertools import count
from pathlib import Path

from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import SqliteStore, open_store
from helpdesk.adapters.system_clock import SystemClock
from helpdesk.domain.change import AddTag, SetStatus
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName, TicketStatus
from helpdesk.services.changing import Changes, at_length, changes

TICKETS, PORTION = 60, 20


async def made(store: SqliteStore, clock: SystemClock, name: str) -> list[TicketId]:
    messages = [
        IncomingMessage(ChannelName.FILE, f"{name}-{n}", "", f"c{n}@example.net", f"Hub {n}", "It blinks", clock.now())
        for n in range(TICKETS)
    ]
    return [ticket for ticket, _ in await store.write(lambda records: records.arrivals.open_tickets(messages))]


async def changing(workspace: Path) -> None:
    chance, clock = random.Random(), SystemClock()
    async with open_store(workspace / "desk.sqlite3", workspace / "backups", clock, Sender("Ada", "desk.example")) as store:
        work = Changes(store, clock, lambda _: None, "Ada")
        tickets = await made(store, clock, str(chance.getrandbits(64)))
        for number in count():
            status = SetStatus(chance.choice(tuple(TicketStatus)))
            operation = await work.apply(tickets, [AddTag(f"t{number}"), status])
            say(operation.id if operation else 0)
            await in_portions(work, tickets, number)
            merged = await work.merge(tickets[0], tickets[1 : chance.randint(2, TICKETS)])
            say(merged.id)
            for _ in range(chance.randint(1, 2)):
                undone = await work.undo_last()
                say(undone.operation.id if undone is not None and undone.operation is not None else 0)
            if await work.home(tickets[1]) != tickets[1]:
                await work.undo(merged.id)


async def in_portions(work: Changes, tickets: list[TicketId], number: int) -> None:
    """Made and taken back a portion at a time, as thousands are."""
    operation = await work.apply_all(tickets, [AddTag(f"p{number}")])
    assert operation is not None
    say(operation.id)
    undone = await work.undo(operation.id)
    assert undone.operation is not None
    say(undone.operation.id)


def say(number: int) -> None:
    sys.stdout.write(f"done {number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    at_length.PORTION = at_length.STEPS = PORTION
    vars(changes).update(PORTION=PORTION, MOST=PORTION)
    asyncio.run(changing(Path(sys.argv[1])))
