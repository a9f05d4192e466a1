"""What a person's decision entails beside itself: a label, the evidence weighed anew, and the end of a test draft."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from helpdesk.domain.decision import Decision
from helpdesk.domain.draft import Draft, DraftState
from helpdesk.domain.errors import DraftWasATest
from helpdesk.domain.events import DraftReady, Event, SendingChanged
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.label import Cause
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records
from helpdesk.services.certifying.delivering import Heeded
from helpdesk.services.certifying.weighing import Weigher
from helpdesk.services.learning import labels
from helpdesk.services.seeding import Seeding, Tested

T = TypeVar("T")


@dataclass(frozen=True)
class Consequences:
    """Everything but telling belongs into the transaction of the decision. `signature` is the desk's."""

    clock: Clock
    publish: Callable[[Event], None]
    weigher: Weigher
    seeding: Seeding
    signature: str

    async def of_decision(self, records: Records, decision: Decision, draft: Draft) -> Heeded:
        """`draft` as it was when it was decided on. One that waited too long stays wrong, whatever is decided then."""
        if not await _too_late(records, draft.id):
            await labels.of_decision(records, decision, draft, signature=self.signature)
        return await self.weigher.heed(records, draft.id)

    async def of_undo(self, records: Records, decision: Decision) -> Heeded:
        if not await _too_late(records, decision.draft_id):
            await labels.of_undo(records, decision)
            await records.assessments.rewrite(decision.draft_id)
        return await self.weigher.heed(records, decision.draft_id)

    async def of_retiring(self, records: Records, ticket_id: TicketId, cause: Cause, agent: str) -> Heeded:
        """A person got rid of the ticket's waiting draft without deciding about it: it was not worth sending. To be called
        before the draft is superseded."""
        draft = await records.drafts.latest(ticket_id)
        if draft is None or draft.state is not DraftState.IN_REVIEW or draft.abstained:
            return Heeded()
        if await records.seeds.open_of(draft.id) is not None:
            return Heeded()
        await labels.retired(records, draft, cause, agent, self.clock.now())
        return await self.weigher.heed(records, draft.id)

    async def of_return(self, records: Records, draft_id: DraftId) -> Heeded:
        """A draft that was got rid of waits again: nothing was said of it."""
        if not await _too_late(records, draft_id):
            await records.labels.remove(draft_id)
            await records.assessments.rewrite(draft_id)
        return await self.weigher.heed(records, draft_id)

    async def of_test(self, records: Records, draft: Draft, text: str | None, agent: str) -> Tested | None:
        """A decision to send `text` (None: not to send the draft as it is); None when the draft is no test."""
        if text is None:
            tested = await self.seeding.refused(records, draft.id, agent)
        else:
            tested = await self.seeding.approved(records, draft, text, agent)
        return await self._with_reviewers(records, tested)

    async def of_reply_by_hand(self, records: Records, ticket_id: TicketId, text: str, agent: str) -> Heeded | Tested:
        """Before the waiting draft is superseded."""
        tested = await self._with_reviewers(records, await self.seeding.answered_by_hand(records, ticket_id, text, agent))
        return tested or await self.of_retiring(records, ticket_id, Cause.ANSWERED_BY_HAND, agent)

    async def _with_reviewers(self, records: Records, tested: Tested | None) -> Tested | None:
        """Reviewers may be known to notice less than before."""
        if tested is None:
            return None
        return replace(tested, changed=(await self.weigher.heed_reviewers(records)).changed)

    async def tell_test(self, tested: Tested) -> None:
        await self.tell(Heeded(tested.changed))
        self.publish(DraftReady(tested.draft_id, tested.ticket_id))

    async def tell(self, heeded: Heeded) -> None:
        """After the commit."""
        if heeded.promoted:
            await self.weigher.book.refresh()
        if heeded.changed:
            self.publish(SendingChanged())


async def _too_late(records: Records, draft_id: DraftId) -> bool:
    label = await records.labels.of_draft(draft_id)
    return label is not None and label.cause is Cause.UNAUDITED


async def true_only(consequences: Consequences | None, outcome: T | Tested) -> T:
    """What a decision made, after its commit. Raises DraftWasATest when it fell on a test draft."""
    if not isinstance(outcome, Tested):
        return outcome
    if consequences is not None:
        await consequences.tell_test(outcome)
    planted = outcome.planted
    raise DraftWasATest(outcome.draft_id, outcome.caught, planted.kind, planted.wrong, planted.right)
