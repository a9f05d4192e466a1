"""What comes to light after a reply went out: it may turn right into wrong, never the other way."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.asks import asks_nothing, own_words
from helpdesk.domain.draft import Draft, DraftState
from helpdesk.domain.errors import BadInput, InvalidTransition
from helpdesk.domain.events import DraftDecided, Event, SendingChanged
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.label import LOW_STARS, Aftermath, Cause, Hindsight, Label
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records, Store
from helpdesk.services.learning import labels
from helpdesk.settings import Settings

MOST_STARS = 5
LONGEST_WHY = 500
DONE = (TicketStatus.SOLVED, TicketStatus.CLOSED)


async def unweighed(_: Records, __: DraftId) -> bool:
    return False


@dataclass(frozen=True)
class Later:
    """`weigh` looks at the evidence after a label changed, in the same transaction; True when what may be sent changed."""

    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    settings: Settings
    weigh: Callable[[Records, DraftId], Awaitable[bool]] = unweighed

    async def said_wrong(self, draft_id: DraftId, why: str) -> Label:
        """An agent finds out that a reply was wrong after all. Raises NotFound, InvalidTransition when it never went out."""
        words, agent, now = why.strip()[:LONGEST_WHY], self.settings.agent_name, self.clock.now()

        async def work(records: Records) -> tuple[Label, list[Event]]:
            draft = await records.drafts.get(draft_id)
            if draft.state not in (DraftState.SENT, DraftState.APPROVED):
                raise InvalidTransition("draft", draft.state)
            await records.labels.tell(Aftermath(draft.ticket_id, Hindsight.SAID_WRONG, now, words=words))
            return await self._flipped(records, draft, Cause.SAID_WRONG, agent, now)

        label, events = await self.store.write(work)
        self._tell(events)
        return label

    async def rated(self, ticket_id: TicketId, stars: int) -> Label | None:
        """What the customer gave the answer; up to two stars it counts as wrong. None when no draft of the ticket went out.
        Raises NotFound, BadInput."""
        if not 1 <= stars <= MOST_STARS:
            raise BadInput("stars", 0, f"{stars} is no rating: give 1 (worst) to {MOST_STARS} (best)")
        label, events = await self.store.write(lambda records: self.heard(records, ticket_id, stars))
        self._tell(events)
        return label

    async def heard(self, records: Records, ticket_id: TicketId, stars: int) -> tuple[Label | None, list[Event]]:
        """The same in the transaction that takes the rating in; gives the events for after it."""
        now = self.clock.now()
        await records.tickets.get(ticket_id)
        await records.labels.tell(Aftermath(ticket_id, Hindsight.RATING, now, stars=stars))
        sent = await records.labels.sent_on(ticket_id)
        if sent is None:
            return None, []
        if stars > LOW_STARS:
            return await records.labels.of_draft(sent), []
        return await self._flipped(records, await records.drafts.get(sent), Cause.BAD_RATING, "", now)

    async def wrote_again(self, records: Records, ticket_id: TicketId, before: TicketStatus, words: str) -> list[Event]:
        """A customer's message on a ticket that stood `before`: the answer to one that was done was none, unless the customer
        only says thanks. In the transaction that takes the message in; gives the events for after it."""
        sent = await records.labels.sent_on(ticket_id)
        if before not in DONE or sent is None or asks_nothing(own_words(words)):
            return []
        now = self.clock.now()
        await records.labels.tell(Aftermath(ticket_id, Hindsight.WROTE_AGAIN, now))
        return (await self._flipped(records, await records.drafts.get(sent), Cause.WROTE_AGAIN, "", now))[1]

    async def label(self, draft_id: DraftId) -> Label | None:
        return await self.store.read(lambda records: records.labels.of_draft(draft_id))

    async def _flipped(
        self, records: Records, draft: Draft, cause: Cause, agent: str, at: datetime
    ) -> tuple[Label, list[Event]]:
        events: list[Event] = []
        if await labels.later(records, draft, cause, agent, at):
            await records.log.note("label.flipped", ticket_id=draft.ticket_id, draft_id=draft.id, cause=cause)
            events.append(DraftDecided(draft.id, draft.ticket_id))
            events += [SendingChanged()] if await self.weigh(records, draft.id) else []
        found = await records.labels.of_draft(draft.id)
        assert found is not None
        return found, events

    def _tell(self, events: list[Event]) -> None:
        for event in events:
            self.publish(event)
