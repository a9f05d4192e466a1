"""Steps taken in a transaction, with what they entail: a solved ticket needs no draft, a status is noted in the log."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC

from helpdesk.domain import change as c
from helpdesk.domain.change import NewOperation, Operation, OperationId, Spot, Step, Value
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import BadInput
from helpdesk.domain.events import DraftReady, DraftRequested, Event, TicketChanged, TicketsChanged
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.label import Cause
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ports import Clock
from helpdesk.ports.store import ArrivalNote, Records
from helpdesk.services.certifying import Consequences, Heeded
from helpdesk.services.changing.facets import Facets

WAITING = (TicketStatus.NEW, TicketStatus.OPEN)
DONE_WITH = (TicketStatus.SOLVED, TicketStatus.CLOSED)
ONE_BY_ONE = 50
"""So many changed tickets are told one by one, more in one event."""

MOST = 20_000
"""Tickets in one transaction: it holds up everybody else who writes."""


@dataclass(frozen=True)
class Done:
    """What a transaction did, to be told after its commit. `operation` is None when all was so already."""

    operation: Operation | None = None
    steps: tuple[Step, ...] = ()
    heeded: Heeded = field(default_factory=Heeded)
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Doing:
    clock: Clock
    publish: Callable[[Event], None]
    facets: Facets
    consequences: Consequences | None

    async def wanted(self, records: Records, tickets: Sequence[TicketId], targets: Sequence[c.Target]) -> list[Step]:
        """The steps from what the tickets are to what is wanted of them. Raises NotFound, BadInput for more than MOST."""
        if len(tickets) > MOST:
            raise BadInput("tickets", 0, f"{len(tickets):,} are too many at once: choose at most {MOST:,}")
        spots = [Spot(target.facet, ticket, target.key) for target in targets for ticket in tickets]
        values = [target.value for target in targets for _ in tickets]
        now = await self.facets.read(records, spots)
        return [Step(spot, before, after) for spot, before, after in zip(spots, now, values, strict=True) if before != after]

    async def do(self, records: Records, made: NewOperation, part_of: OperationId | None = None) -> Done:
        """Takes the steps of an operation and keeps it, or them as more steps of the one they are part of."""
        if not made.steps:
            return Done()
        regrouped = _regrouped(made.steps)
        waited = await records.changes.open_drafts(regrouped) if regrouped else {}
        heeded, retired = await self._retired(records, made.steps, made.agent)
        steps = [step for step in made.steps if not _retires(step)]
        await self.facets.put(records, steps)
        await self._note(records, steps)
        back, events = await self._came_back(records, steps)
        if waited:
            events += await self._drafted_anew(records, regrouped - {event.ticket_id for event in events})
        done = (*steps, *retired)
        if part_of is None:
            operation_id = await records.changes.add(replace(made, steps=done))
        else:
            operation_id = part_of
            await records.changes.extend(operation_id, done)
        return Done(await records.changes.get(operation_id), done, heeded | back, (*told(done), *events))

    async def moved(self, records: Records, tickets: Sequence[TicketId]) -> list[Step]:
        """The steps that bring tickets up in lists."""
        spots = [Spot(c.TOUCHED, ticket) for ticket in tickets]
        now = self.clock.now().astimezone(UTC).isoformat()
        return [Step(s, before, now) for s, before in zip(spots, await self.facets.read(records, spots), strict=True)]

    async def tell(self, done: Done) -> None:
        """After the commit."""
        if self.consequences is not None:
            await self.consequences.tell(done.heeded)
        for event in done.events:
            self.publish(event)

    async def _retired(self, records: Records, steps: Sequence[Step], agent: str) -> tuple[Heeded, list[Step]]:
        """Waiting drafts of tickets that are done with, merged or hidden are worth nothing any more; the steps say which. Of
        the first alone a person has said so."""
        judged = {s.spot.ticket_id for s in steps if finishes(s)} - _of(c.MERGED_INTO, steps)
        finished = {s.spot.ticket_id for s in steps if finishes(s) or _hides(s)}
        heeded, retired = Heeded(), list[Step]()
        waiting = await records.changes.open_drafts([one for one in finished if one is not None]) if finished else {}
        for ticket_id, (draft_id, state) in waiting.items():
            if self.consequences is not None and ticket_id in judged:
                heeded |= await self.consequences.of_retiring(records, ticket_id, Cause.DROPPED, agent)
            await records.drafts.supersede_open(ticket_id)
            retired.append(Step(Spot(c.DRAFT, ticket_id, str(draft_id)), state, DraftState.SUPERSEDED.value))
        return heeded, retired

    async def _drafted_anew(self, records: Records, tickets: Collection[TicketId]) -> list[DraftRequested]:
        """A draft answers a conversation, and that of these tickets is another now."""
        asked = []
        for ticket_id in sorted(tickets):
            status, into, hidden = await self.facets.read(
                records, [Spot(facet, ticket_id) for facet in (c.STATUS, c.MERGED_INTO, c.HIDDEN)]
            )
            if status in WAITING and into is None and not hidden:
                asked.append(DraftRequested(await records.drafts.request(ticket_id), ticket_id))
        return asked

    async def _came_back(self, records: Records, steps: Sequence[Step]) -> tuple[Heeded, list[DraftReady | DraftRequested]]:
        """Drafts that were retired wait again; nothing was said of them."""
        heeded, events = Heeded(), list[DraftReady | DraftRequested]()
        for step in steps:
            if step.spot.facet == c.DRAFT and step.spot.ticket_id is not None:
                draft_id = DraftId(int(step.spot.key))
                if self.consequences is not None:
                    heeded |= await self.consequences.of_return(records, draft_id)
                event = DraftRequested if step.after == DraftState.REQUESTED else DraftReady
                events.append(event(draft_id, step.spot.ticket_id))
        return heeded, events

    async def _note(self, records: Records, steps: Sequence[Step]) -> None:
        """In the log, but for tickets that are merged: nobody has solved them."""
        merged = _of(c.MERGED_INTO, steps)
        said = [(s.spot.ticket_id, s.after) for s in steps if s.spot.facet == c.STATUS and s.spot.ticket_id not in merged]
        notes = [ArrivalNote(one, None, {"status": status}) for one, status in said if one is not None]
        await records.arrivals.note("ticket.status", notes)


def finishes(step: Step) -> bool:
    return step.spot.facet == c.STATUS and step.after in DONE_WITH


def _of(facet: str, steps: Sequence[Step]) -> set[TicketId | None]:
    """The tickets of which such a value moves."""
    return {step.spot.ticket_id for step in steps if step.spot.facet == facet}


def _regrouped(steps: Sequence[Step]) -> set[TicketId]:
    """Tickets that messages come to or leave."""
    moved = [step for step in steps if step.spot.facet == c.HOME]
    return {TicketId(home) for step in moved for home in (step.before, step.after) if home is not None}


def _hides(step: Step) -> bool:
    return step.spot.facet == c.HIDDEN and bool(step.after)


def _retires(step: Step) -> bool:
    """It follows from a status, it is not done by itself."""
    return step.spot.facet == c.DRAFT and step.after == DraftState.SUPERSEDED


def told(steps: Sequence[Step]) -> tuple[Event, ...]:
    """What to publish of them."""
    tickets = {step.spot.ticket_id for step in steps if step.spot.ticket_id is not None}
    if len(tickets) > ONE_BY_ONE:
        return (TicketsChanged(frozenset(tickets)),)
    return tuple(TicketChanged(ticket) for ticket in sorted(tickets))


def operation(kind: str, agent: str, steps: Sequence[Step], words: Mapping[str, Value] | None = None) -> NewOperation:
    return NewOperation(kind, agent, tuple(steps), words or {})
