"""A year of a desk that asked for 5 % and was given it: customers write, the knowledge base changes, a reviewer who notices
85 % of the wrong drafts decides, and what left by itself is held against what was true. And a risk that rises at ticket 400.
"""

import asyncio
import logging
import resource
import shutil
import time
from collections import Counter
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from random import Random

from helpdesk.domain.certificate import POOLED, Certificate
from helpdesk.domain.ids import TicketId
from helpdesk.ports.certifying_records import Drafter
from helpdesk.services.certifying import GoalWish
from tests.fakes.clock import FixedClock
from tests.soak.simulated_desk import SETTINGS, VERBS, SimulatedDesk, simulated_desk
from tests.soak.simulated_people import Customers, Shift
from tests.soak.station import Station

ALPHA, DELTA = 0.05, 0.1
NOTICED = 0.85
DAYS, A_DAY = 365, 200
HOURS_OPEN = 10
CHANGED_EVERY = 45
"""Days between two changes of the knowledge base."""

RISES_AT, RISEN_TO = 400, 4 * ALPHA
SOON = 150
"""Audited answers within which a risen risk has to be noticed, in nine of ten runs."""
GIVEN_UP = 3000
RISES_EACH = 5
ALL_SEEN = replace(SETTINGS, test_share=0.0)


@dataclass(frozen=True)
class Year:
    """How a year went. `cpu` is in milliseconds of this process a ticket, `grown` megabytes of memory."""

    risk: float
    share_wrong: float
    sent: int
    reviewed: int
    counted: dict[str, int]
    cpu: float
    grown: float
    weighing: float


async def begun(simulated: SimulatedDesk, chance: Random, notices: float) -> Shift:
    await simulated.knows(dict.fromkeys(VERBS, 10))
    await simulated.desk.certifying.set_goal(GoalWish(ALPHA, DELTA))
    return Shift(simulated, Customers(chance), notices)


async def year(folder: Path, chance: Random, days: int, a_day: int) -> Year:
    async with simulated_desk(folder, FixedClock()) as simulated:
        shift = await begun(simulated, chance, NOTICED)
        cpu, memory = time.process_time(), _megabytes()
        for day in range(days):
            if day % CHANGED_EVERY == CHANGED_EVERY - 1:
                await _changed(shift, day)
            await _day(shift, a_day)
            if day % 73 == 72:
                print(f"    day {day + 1}: {len(shift.ledger.sent)} sent, risk {shift.ledger.risk:.4f}", flush=True)
        spent = (time.process_time() - cpu) * 1000 / (days * a_day)
        ledger = shift.ledger
        counted = {**ledger.counted, **await _history(simulated)}
        weighing = await _cost_of_a_label(simulated, max(ledger.wrong))
        return Year(
            ledger.risk, ledger.share_wrong, len(ledger.sent), ledger.reviewed, counted, spent, _megabytes() - memory, weighing
        )


async def _changed(shift: Shift, day: int) -> None:
    """One article is rewritten, and drafts about it are better or worse from now on."""
    chance = shift.customers.chance
    verb = chance.choice(VERBS)
    await shift.simulated.knows({one: 10 + day * (one == verb) for one in VERBS})
    shift.customers.factors[verb] = chance.uniform(0.4, 5.0)


async def _day(shift: Shift, tickets: int) -> None:
    """Customers write all day, the reviewer decides twice, the admin signs in the evening and looks into alarms overnight."""
    clock, desk = shift.simulated.clock, shift.simulated.desk
    if (await desk.sending.status()).alarms:
        await desk.sending.brake.resume("looked into it, the article is mended")
        shift.customers.factors = {verb: min(1.0, factor) for verb, factor in shift.customers.factors.items()}
    waiting: list[TicketId] = []
    for number in range(tickets):
        clock.advance(seconds=HOURS_OPEN * 3600 / tickets)
        waiting.append(await shift.arrives())
        if number in (tickets // 2, tickets - 1):
            for ticket in waiting:
                await shift.decide(ticket)
            waiting = []
            await shift.housekeeping()
    await shift.sign()
    clock.advance(hours=24 - HOURS_OPEN)
    await shift.housekeeping()


async def _history(simulated: SimulatedDesk) -> dict[str, int]:
    """How many certificates there were, and by what they ended."""
    certificates = await simulated.desk.certifying.certificates(10_000)
    ended = Counter(f"ended by {one.ended_by}" for one in certificates if one.ended_at is not None)
    return {"certificates": len(certificates), **ended}


async def _cost_of_a_label(simulated: SimulatedDesk, ticket: TicketId) -> float:
    """Milliseconds of weighing everything anew and again after one label, at the end of it all."""
    draft = await simulated.store.read(lambda records: records.drafts.latest(ticket))
    assert draft is not None
    draft_id, begun = draft.id, time.process_time()
    for _ in range(20):
        await simulated.store.write(lambda records: simulated.desk.certifying.weigh(records, draft_id))
    return (time.process_time() - begun) * 1000 / 20


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def certified_year(station: Station, times: int, days: int = DAYS, a_day: int = A_DAY) -> dict[str, int]:
    """`times` years: what left by itself was wrong no more often than promised in nine of ten at least."""
    logging.getLogger("helpdesk").setLevel(logging.ERROR)
    kept = 0
    for number in range(times):
        one = asyncio.run(year(station.folder / f"year-{number}", station.chance, days, a_day))
        kept += one.risk <= ALPHA
        print(f"  year {number + 1}: {one}", flush=True)
    assert kept >= (1 - DELTA) * times, f"the promise was kept in {kept} of {times} years"
    return {"years": times, "years the promise was kept": kept}


@dataclass(frozen=True)
class Rise:
    """`labels` audited until the desk sent nothing more after the rise (None: it went on), `tickets` that came until then."""

    labels: int | None
    tickets: int
    sent: int


@dataclass(frozen=True)
class Before:
    """A desk that sends, as it stood before the risk rose; `early`: how often it had paused itself for nothing."""

    folder: Path
    clock: FixedClock
    early: int


async def before(folder: Path, chance: Random) -> Before:
    """Four hundred good tickets, every draft decided as soon as it is there."""
    clock = FixedClock()
    async with simulated_desk(folder, clock, ALL_SEEN) as simulated:
        shift, early = await begun(simulated, chance, 1.0), 0
        number = 0
        while number < RISES_AT or not (await simulated.desk.sending.status()).signed:
            clock.advance(minutes=10)
            await shift.decide(await shift.arrives())
            number += 1
            if number % 10 == 0:
                await shift.sign()
                early += await _resumed(simulated)
        return Before(folder, clock, early)


async def _resumed(simulated: SimulatedDesk) -> bool:
    """Whether there was an alarm, which an admin cleared."""
    if not (await simulated.desk.sending.status()).alarms:
        return False
    await simulated.desk.sending.brake.resume("nothing was found to be wrong")
    return True


async def rise(start: Before, folder: Path, chance: Random) -> Rise:
    """The same desk the next day, with four times the promised risk."""
    shutil.copytree(start.folder, folder)
    clock = copy(start.clock)
    async with simulated_desk(folder, clock, ALL_SEEN) as simulated:
        shift = Shift(simulated, Customers(chance, floor=RISEN_TO), 1.0, numbers=count(GIVEN_UP))
        certificate = min((await simulated.desk.sending.status()).signed, key=lambda one: (one.topic != POOLED, one.id))
        await simulated.desk.sending.brake.resume("this copy is the only desk there is")
        since = clock.now()
        for number in range(1, GIVEN_UP):
            clock.advance(minutes=10)
            await shift.decide(await shift.arrives())
            if number % 5 == 0 and not (await _may_send(simulated)):
                return Rise(await _audited(simulated, certificate, since), number, len(shift.ledger.sent))
        return Rise(None, GIVEN_UP, len(shift.ledger.sent))


async def _may_send(simulated: SimulatedDesk) -> bool:
    """Neither paused by an alarm nor without proof, which it loses when too much of what was checked was wrong."""
    status = await simulated.desk.sending.status()
    return bool(status.signed) and not status.alarms


async def _audited(simulated: SimulatedDesk, certificate: Certificate, since: datetime) -> int:
    """Checked answers its detector was shown since then."""
    drafter = Drafter(certificate.writer, certificate.scorer, certificate.fingerprint)
    rows = await simulated.store.read(lambda records: records.assessments.evidence(drafter, since))
    return sum(row.score >= certificate.cut and not row.waiting for row in rows)


def risk_rises(station: Station, times: int) -> dict[str, int]:
    """Through the whole desk; five rises from each of several beginnings."""
    logging.getLogger("helpdesk").setLevel(logging.ERROR)
    begins, rises = list[Before](), list[Rise]()
    for number in range(times):
        if number % RISES_EACH == 0:
            begins.append(asyncio.run(before(station.folder / f"before-{number}", station.chance)))
        rises.append(asyncio.run(rise(begins[-1], station.folder / f"rise-{number}", station.chance)))
        print(f"  rise {number + 1}: {rises[-1]}, {begins[-1].early} pauses before", flush=True)
    soon = sum(one.labels is not None and one.labels <= SOON for one in rises)
    early = sum(start.early for start in begins)
    assert soon >= 0.9 * times, f"noticed in time in {soon} of {times}"
    assert early <= max(1, len(begins) // 2), f"{early} false alarms in {len(begins)} times {RISES_AT} tickets"
    return {"rises": times, "noticed in time": soon, "false alarms before": early}
