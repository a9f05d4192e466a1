"""Tickets put aside until later: snoozed by an agent, or to be looked at again when the customer does not answer.

What wakes them is on the rows; the lane that looks for it has nothing to remember.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.change import SNOOZE, STATUS, THE_DESK, Operation, OperationId, Snooze, Spot, Step
from helpdesk.domain.conversation import IncomingMessage, MessageKind
from helpdesk.domain.errors import BadInput
from helpdesk.domain.events import TicketWoke
from helpdesk.domain.ids import TicketId
from helpdesk.domain.plain_text import one_line
from helpdesk.domain.snoozing import LONGEST_NOTE, FollowUp, Woke, moment_said
from helpdesk.domain.thanks import only_thanks
from helpdesk.domain.ticket import Ticket, TicketStatus
from helpdesk.ports.store import Records
from helpdesk.services.changing.doing import Done, operation
from helpdesk.services.ticketing.bench import Bench, Move
from helpdesk.services.ticketing.facets import FOLLOW_UP, follow_up_value

BATCH = 50
WAITING = (TicketStatus.PENDING, TicketStatus.ON_HOLD)
DONE = (TicketStatus.SOLVED, TicketStatus.CLOSED)


@dataclass(frozen=True)
class _Back:
    """What became of a ticket whose time had come; without `why` nobody needs to hear of it."""

    ticket_id: TicketId
    why: Woke | None
    note: str
    done: Done


@dataclass(frozen=True)
class Sleeping:
    bench: Bench

    def local(self) -> datetime:
        """Now, on the wall clock here, as `domain/snoozing` counts."""
        return self.bench.local()

    def moment(self, local: datetime) -> datetime:
        """What that is in the world."""
        return self.bench.moment(local)

    def when(self, said: str) -> datetime:
        """The moment that words like '2h', 'fri 14:00' or '2026-12-24' mean here. Raises BadInput."""
        return self.bench.moment(moment_said(said, self.bench.local()))

    async def snooze(self, tickets: Sequence[TicketId], until: datetime, note: str = "") -> Operation | None:
        """Out of the lists of what is to do until then. Raises BadInput for a moment that has passed."""
        if until <= self.bench.clock.now():
            raise BadInput("snooze", 0, "that time has passed already")
        return await self.bench.changes.apply(tickets, [Snooze(until, one_line(note, LONGEST_NOTE))], kind=SNOOZE)

    async def wake(self, tickets: Sequence[TicketId]) -> Operation | None:
        return await self.bench.changes.apply(tickets, [Snooze(None)], kind="woken")

    async def follow_up(
        self, ticket_id: TicketId, at: datetime | None, note: str = "", *, unless_answered: bool = True
    ) -> OperationId | None:
        """The ticket comes back at `at`; with `unless_answered` only if the customer has not written by then. None takes a
        follow-up away. Raises BadInput, NotFound."""
        if at is not None and at <= self.bench.clock.now():
            raise BadInput("follow-up", 0, "that time has passed already")
        await self.bench.store.read(lambda records: records.tickets.get(ticket_id))
        said = one_line(note, LONGEST_NOTE)
        wanted = None if at is None else FollowUp(ticket_id, at, said, unless_answered, self.bench.agent)
        kind = "follow-up.removed" if at is None else "follow-up.set"
        return await self.bench.move(Move(kind, Spot(FOLLOW_UP, ticket_id), follow_up_value(wanted)))

    # What the lane does

    async def wake_due(self) -> bool:
        """Brings back what is due; True when more may be."""

        async def work(records: Records) -> list[_Back]:
            now = self.bench.clock.now()
            slept = [await self._slept_enough(records, one) for one in await records.panel.sleepers_due(now, BATCH)]
            followed = [await self._followed(records, one) for one in await records.panel.follow_ups_due(now, BATCH)]
            return [*slept, *followed]

        if not await self.bench.store.read(self._any_due):
            return False
        for back in await self.bench.store.write(work):
            await self.bench.changes.tell(back.done)
            if back.why is not None:
                self.bench.publish(TicketWoke(back.ticket_id, back.why, back.note))
        return True

    async def _any_due(self, records: Records) -> bool:
        now = self.bench.clock.now()
        return bool(await records.panel.sleepers_due(now, 1) or await records.panel.follow_ups_due(now, 1))

    async def _slept_enough(self, records: Records, ticket_id: TicketId) -> _Back:
        """A merged ticket has nobody to wake for."""
        sleep, ticket = await records.panel.snoozed(ticket_id), await records.tickets.get(ticket_id)
        if await records.changes.home(ticket_id) != ticket_id:
            return _Back(ticket_id, None, "", await self._do(records, "woke.time", await self._awake(records, ticket_id)))
        steps = [*await self._awake(records, ticket_id), *await self._reopened(records, ticket, WAITING)]
        note = sleep[1] if sleep else ""
        await self._remind(records, ticket_id, note, self.bench.agent)
        return _Back(ticket_id, Woke.TIME, note, await self._do(records, "woke.time", steps))

    async def _followed(self, records: Records, due: FollowUp) -> _Back:
        """One that waits for an answer has nothing to wait for on a ticket that is done. Of a merged ticket, the one it went
        into comes back."""
        ticket = await records.tickets.get(await records.changes.home(due.ticket_id))
        gone = Step(Spot(FOLLOW_UP, due.ticket_id), follow_up_value(due), None)
        if due.unless_answered and ticket.status in DONE:
            return _Back(ticket.id, None, "", await self._do(records, "follow-up.moot", [gone]))
        comes_from = WAITING if due.unless_answered else (*WAITING, TicketStatus.SOLVED)
        steps = [gone, *await self._awake(records, ticket.id), *await self._reopened(records, ticket, comes_from)]
        await self._remind(records, ticket.id, due.note, due.agent)
        return _Back(ticket.id, Woke.FOLLOW_UP, due.note, await self._do(records, "woke.follow-up", steps))

    async def _awake(self, records: Records, ticket_id: TicketId) -> list[Step]:
        spot = Spot(SNOOZE, ticket_id)
        (before,) = await self.bench.changes.facets.read(records, [spot])
        return [] if before is None else [Step(spot, before, None)]

    async def _reopened(self, records: Records, ticket: Ticket, comes_from: Sequence[TicketStatus]) -> list[Step]:
        """To the top of the lists, and open if it waited."""
        steps = await self.bench.changes.doing.moved(records, [ticket.id])
        if ticket.status in comes_from:
            steps.append(Step(Spot(STATUS, ticket.id), ticket.status.value, TicketStatus.OPEN.value))
        return steps

    async def _do(self, records: Records, kind: str, steps: Sequence[Step]) -> Done:
        return await self.bench.changes.doing.do(records, operation(kind, THE_DESK, steps))

    async def _remind(self, records: Records, ticket_id: TicketId, note: str, author: str) -> None:
        """What the agent wrote for this moment stands in the conversation from now on."""
        if note:
            await records.tickets.add_message(ticket_id, MessageKind.INTERNAL_NOTE, author, note)

    # What intake asks of a message that joins a ticket, in its transaction

    async def stays_asleep(self, records: Records, ticket: Ticket, message: IncomingMessage) -> bool:
        """A snoozed ticket does not wake for mere thanks or for a machine."""
        if await records.panel.snoozed(ticket.id) is None:
            return False
        return bool(message.automatic) or await self._only_thanks(records, message)

    async def heard(self, records: Records, ticket: Ticket, message: IncomingMessage) -> None:
        """The customer has written: nobody need wait for that any more."""
        if message.automatic or await self._only_thanks(records, message):
            return
        steps = await self._awake(records, ticket.id)
        waits = await records.panel.follow_up(ticket.id)
        if waits is not None and waits.unless_answered:
            steps.append(Step(Spot(FOLLOW_UP, ticket.id), follow_up_value(waits), None))
        await self._do(records, "woke.message", steps)

    async def answered_beside(self, records: Records, ticket_id: TicketId) -> None:
        """A third person has written what the ticket may have waited for; the customer has not."""
        await self._do(records, "woke.message", await self._awake(records, ticket_id))

    async def _only_thanks(self, records: Records, message: IncomingMessage) -> bool:
        if message.attachments:
            return False
        agents = [agent.name for agent in await records.people.agents()]
        return only_thanks(message.body, [message.name, message.email.partition("@")[0], self.bench.agent, *agents])
