"""Many customers, one question: drafts that say the same are decided on together, each bound to what was on the screen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from helpdesk.domain.alike import AlikeDraft, named_in, sameness, with_body
from helpdesk.domain.decision import Decided
from helpdesk.domain.draft import Draft, Route
from helpdesk.domain.errors import HelpdeskError, NamesCustomer
from helpdesk.domain.ids import DecisionId, DraftId
from helpdesk.domain.letter_parts import parts_of
from helpdesk.ports import Clock, Records, Store
from helpdesk.services.review import Review
from helpdesk.settings import Settings

MOST = 50


@dataclass(frozen=True)
class NotTaken:
    """A draft that stays in the queue, and why."""

    draft_id: DraftId
    requester: str
    why: HelpdeskError


@dataclass(frozen=True)
class Together:
    decided: tuple[Decided, ...]
    left: tuple[NotTaken, ...]


@dataclass(frozen=True)
class Alike:
    store: Store
    clock: Clock
    settings: Settings
    review: Review

    async def count(self, draft_id: DraftId) -> int:
        """How many drafts in review stand on the same passages; past the most that are shown it is that many."""
        return len(await self.store.read(lambda records: records.drafts.on_same_passages(draft_id, MOST)))

    async def to(self, draft_id: DraftId) -> tuple[AlikeDraft, ...]:
        """Drafts in review that stand on the same passages, the one first that says most nearly the same."""

        async def work(records: Records) -> list[AlikeDraft]:
            mine = await records.drafts.get(draft_id)
            others = await records.drafts.on_same_passages(draft_id, MOST)
            return [await self._weighed(records, mine, other) for other in others]

        return tuple(sorted(await self.store.read(work), key=lambda one: (-one.sameness, one.draft_id)))

    async def approve(
        self, like: DraftId, chosen: Sequence[AlikeDraft], body: str | None, read: Collection[str] = ()
    ) -> Together:
        """Each is approved by itself, with its own letter or, between its own greeting and closing, with `body`: what the agent
        made of the draft `like`. What cannot be approved stays, with the reason. Raises NamesCustomer when `body` names the
        customer it was written to."""
        if body is not None:
            await self._check(like, body)
        decided: list[Decided] = []
        left: list[NotTaken] = []
        for one in chosen:
            text = None if body is None else with_body(one.text, body, self.settings.every_signature)
            try:
                decided.append(await self.review.approve(one.draft_id, one.revision, text, read=read))
            except HelpdeskError as error:
                left.append(NotTaken(one.draft_id, one.requester, error))
        return Together(tuple(decided), tuple(left))

    async def undo(self, decisions: Sequence[DecisionId]) -> int:
        """How many could not be taken back: they have left already."""
        left = 0
        for decision_id in decisions:
            try:
                await self.review.undo(decision_id)
            except HelpdeskError:
                left += 1
        return left

    def body(self, letter: str) -> str:
        """What a letter says between greeting and closing."""
        return parts_of(letter, self.settings.every_signature).body

    async def _check(self, like: DraftId, body: str) -> None:
        async def work(records: Records) -> None:
            draft = await records.drafts.get(like)
            requester = (await records.tickets.conversation(draft.ticket_id)).requester
            if named := named_in(body, requester.name, requester.email):
                raise NamesCustomer(named)

        await self.store.read(work)

    async def _weighed(self, records: Records, mine: Draft, other: DraftId) -> AlikeDraft:
        draft = await records.drafts.get(other)
        conversation = await records.tickets.conversation(draft.ticket_id)
        asked, requester = conversation.last_customer_message, conversation.requester
        text = draft.text if draft.edited is None else draft.edited
        holder = await records.drafts.holder(other, self.clock.now())
        return AlikeDraft(
            other,
            draft.ticket_id,
            draft.revision,
            requester.name or requester.email,
            conversation.ticket.subject,
            asked.body if asked else "",
            text,
            sameness(mine.text, text, self.settings.every_signature),
            "" if holder == self.settings.agent_name else holder,
            draft.route is Route.ESCALATE and not self.settings.blind_review,
        )
