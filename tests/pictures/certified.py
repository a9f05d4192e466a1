"""Desks that have proven their answers: proven and not signed, sending, paused by the watch, stopped, overridden. Each is lived
through on a simulated desk until a minute ago, by the program's own services."""

import asyncio
import logging
import shutil
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from helpdesk.services.certifying import GoalWish
from tests.fakes.clock import FixedClock
from tests.soak.simulated_desk import VERBS, simulated_desk
from tests.soak.simulated_people import Customers, Shift

WEEKS, QUIET = timedelta(days=16), timedelta(hours=6)
EVERY_MINUTES = 40
PROVEN_BY, SENT_UNTIL, PAUSED_BY = 300, 420, 620
"""Tickets after which each must have come about."""

BAD = 0.6
Evening = Callable[[Shift], Awaitable[bool]]
"""After every tenth ticket: whether it is enough."""


async def proven(shift: Shift) -> bool:
    return len(shift.ledger.risks) >= PROVEN_BY and bool((await shift.simulated.desk.sending.offer()).certificates)


async def sending(shift: Shift) -> bool:
    if await proven(shift):
        await shift.sign()
    return len(shift.ledger.risks) >= SENT_UNTIL and bool(shift.ledger.sent)


async def paused(shift: Shift) -> bool:
    """An article is wrong from one day on, and what was checked says so."""
    if await sending(shift):
        shift.customers.floor = BAD
    return bool((await shift.simulated.desk.sending.status()).alarms) or len(shift.ledger.risks) > PAUSED_BY


async def stopped(shift: Shift) -> bool:
    if not await sending(shift):
        return False
    await shift.simulated.desk.sending.brake.stop("Two customers wrote that the new hub is white, not black.")
    return True


async def overridden(shift: Shift) -> bool:
    desk = shift.simulated.desk.sending
    if len(shift.ledger.risks) < SENT_UNTIL - PROVEN_BY:
        return False
    offer = await desk.offer_line(0.7)
    await desk.override(0.7, offer.wanted)
    return True


LIVED: Mapping[str, Evening] = {
    "certified": proven,
    "sending": sending,
    "paused": paused,
    "stopped": stopped,
    "overridden": overridden,
}


def lived(workspace: Path, name: str) -> None:
    """In the place of what is there."""
    shutil.rmtree(workspace)
    logging.getLogger("helpdesk").setLevel(logging.ERROR)
    asyncio.run(live(workspace, LIVED[name]))


async def live(workspace: Path, enough: Evening) -> None:
    clock = FixedClock(datetime.now(UTC) - WEEKS)
    async with simulated_desk(workspace, clock) as simulated:
        await simulated.knows(dict.fromkeys(VERBS, 10))
        await simulated.desk.certifying.set_goal(GoalWish(0.05, 0.1))
        shift, number = Shift(simulated, Customers(Random(4)), 0.9), 0
        while True:
            clock.advance(minutes=EVERY_MINUTES)
            await shift.decide(await shift.arrives())
            number += 1
            if number % 10 == 0:
                await shift.housekeeping()
                if await enough(shift):
                    break
        while clock.now() < datetime.now(UTC) - QUIET:
            clock.advance(seconds=QUIET.total_seconds())
            await shift.housekeeping()
