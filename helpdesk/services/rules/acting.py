"""What rules and broken promises do to tickets: changes that can be undone, a note, a notice, a draft to be read. Nothing is
sent from here, and a draft that is asked for here never leaves by itself: it counts as one that somebody waits for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from helpdesk.domain import change as c
from helpdesk.domain.change import Deed, OperationId, Spot, Step
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import NotFound
from helpdesk.domain.events import DraftRequested, Event, Notified, TicketChanged
from helpdesk.domain.ids import TicketId
from helpdesk.domain.macro import filled, values_of
from helpdesk.domain.rule import Action, ActionKind, changes_of
from helpdesk.ports.store import Records
from helpdesk.services.changing import Changes
from helpdesk.services.changing.doing import Done
from helpdesk.settings import Settings

WAITS = (DraftState.REQUESTED, DraftState.IN_REVIEW, DraftState.APPROVED)


@dataclass(frozen=True)
class Acted:
    """What was done in a transaction; to be told after its commit. `operation` takes it back."""

    done: Done
    operation: OperationId | None = None
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Acting:
    changes: Changes
    settings: Settings

    async def act(
        self, records: Records, tickets: Sequence[TicketId], actions: Sequence[Action], deed: Deed, now: datetime
    ) -> Acted:
        """Raises NotFound for a field or a macro there is not."""
        done = await self.changes.within(records, tickets, changes_of(actions, now), deed)
        acted = Acted(done, done.operation.id if done.operation else None)
        for action in actions:
            for ticket_id in tickets:
                acted = await self._beside(records, ticket_id, action, deed, acted)
        return acted

    async def tell(self, acted: Acted) -> None:
        await self.changes.tell(acted.done)
        for event in acted.events:
            self.changes.publish(event)

    async def _beside(self, records: Records, ticket_id: TicketId, action: Action, deed: Deed, acted: Acted) -> Acted:
        """What is done beside changing the ticket."""
        events: list[Event] = []
        if action.kind is ActionKind.NOTE:
            await records.tickets.add_message(ticket_id, MessageKind.INTERNAL_NOTE, deed.agent or "", action.value)
            events = [TicketChanged(ticket_id)]
        elif action.kind is ActionKind.NOTIFY:
            events = [Notified(ticket_id, action.value)]
        elif action.kind is ActionKind.DRAFT:
            events = await self._asked(records, ticket_id, action.value)
        elif action.kind is ActionKind.MACRO:
            return await self._composed(records, ticket_id, action.value, deed, acted)
        return replace(acted, events=(*acted.events, *events))

    async def _asked(self, records: Records, ticket_id: TicketId, hint: str) -> list[Event]:
        """A draft that waits already is left alone."""
        latest = await records.drafts.latest(ticket_id)
        if latest is not None and latest.state in WAITS:
            return []
        draft_id = await records.drafts.request(ticket_id, hint, urgent=True)
        return [DraftRequested(draft_id, ticket_id)]

    async def _composed(self, records: Records, ticket_id: TicketId, name: str, deed: Deed, acted: Acted) -> Acted:
        """Puts a macro where the agent writes, unless something stands there; to be read, changed and sent by hand."""
        macro = next((one for one in await records.macros.all() if one.name == name), None)
        if macro is None:
            raise NotFound("macro", name)
        conversation = await records.tickets.conversation(ticket_id)
        spot = Spot(c.COMPOSED, ticket_id)
        (before,) = await self.changes.facets.read(records, [spot])
        if before:
            return acted
        text = filled(macro.text, values_of(conversation, self.settings.agent_name, self.settings.company))
        step = Step(spot, before, text)
        await self.changes.facets.put(records, [step])
        operation = acted.operation
        if operation is None:
            operation = await self.changes.record(records, deed.kind, [step], deed.words, deed.agent)
        else:
            await records.changes.extend(operation, [step])
        return Acted(acted.done, operation, (*acted.events, TicketChanged(ticket_id)))
