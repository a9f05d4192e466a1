"""Review: the queue, and what an agent does with a draft in place. Decisions bind to the revision that was on the screen."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from helpdesk.domain.change import STATUS, Deed
from helpdesk.domain.conversation import MessageKind, OutboxEntry, OutboxState
from helpdesk.domain.decision import Decided, Decision, DecisionKind, NewDecision, QueueRow, RejectReason, ReviewItem
from helpdesk.domain.draft import Draft, DraftState, Reason
from helpdesk.domain.errors import (
    Claimed,
    DraftSuperseded,
    InvalidTransition,
    NothingToSend,
    NotYetSaid,
    UndoTooLate,
)
from helpdesk.domain.events import DraftDecided, DraftReady, DraftRequested, Event, ReplyChanged
from helpdesk.domain.ids import DecisionId, DraftId, TicketId
from helpdesk.domain.label import Cause, HandedOn
from helpdesk.domain.reply import without_markers
from helpdesk.domain.sending import Hold
from helpdesk.domain.shift import Shift, shift
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ports import Clock, Records, Store
from helpdesk.services.cautions import BLOCKING, UNSUPPORTED, of_proof, of_sources, of_text
from helpdesk.services.certifying import Consequences, Heeded, true_only
from helpdesk.services.proving import Proving
from helpdesk.services.seeding import Tested
from helpdesk.settings import Settings

RECENT = 50
"""Operations on a ticket among which that of a decision is looked for."""


@dataclass(frozen=True)
class _Made:
    decision: Decision
    heeded: Heeded


@dataclass(frozen=True)
class Review:
    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    settings: Settings
    proving: Proving
    consequences: Consequences | None = None

    async def waiting(self) -> int:
        """How many drafts are in the queue."""
        return await self.store.read(lambda records: records.drafts.waiting())

    async def queue(self, limit: int = 200, *, free_for: str | None = None) -> list[QueueRow]:
        """Least certain and longest waiting first; in a blind review longest waiting first, without scores. With `free_for`
        those alone that no other agent holds."""
        now, blind = self.clock.now(), self.settings.blind_review
        line = None if blind else self.settings.review_line
        rows = await self.store.read(lambda records: records.drafts.queue(now, line, limit, free_for))
        return [replace(row, confidence=None, route=None, reason="") for row in rows] if blind else rows

    async def shift(self, waiting: int) -> Shift:
        """How far the agent has come since midnight of the desk's own day, with so many drafts waiting."""
        midnight = self.clock.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        agent = self.settings.agent_name
        return shift(await self.store.read(lambda records: records.drafts.decided_since(agent, midnight)), waiting)

    async def open(self, draft_id: DraftId) -> ReviewItem:
        return await self.store.read(lambda records: self._shown(records, draft_id))

    async def open_latest(self, ticket_id: TicketId) -> ReviewItem | None:
        """The ticket's newest draft, whatever its state; None when it never had one."""

        async def work(records: Records) -> ReviewItem | None:
            draft = await records.drafts.latest(ticket_id)
            return None if draft is None else await self._shown(records, draft.id)

        return await self.store.read(work)

    async def claim(self, draft_id: DraftId) -> None:
        """Holds the draft for this agent for a while. Raises Claimed."""
        await self.store.write(lambda records: self._claim(records, draft_id))

    async def release(self, draft_id: DraftId, holder: str = "") -> None:
        """`holder` is the name it was claimed under, when this agent goes by another one since."""
        await self.store.write(lambda records: records.drafts.release(draft_id, holder or self.settings.agent_name))

    async def keep_edit(self, draft_id: DraftId, revision: int, text: str | None) -> None:
        """Saves the text in the editor; None gives the draft's own text back. Raises DraftSuperseded."""
        await self.store.write(lambda records: records.drafts.keep_edit(draft_id, revision, text))

    async def approve(
        self, draft_id: DraftId, revision: int, text: str | None = None, *, read: Collection[str] = ()
    ) -> Decided:
        """Queues the reply; it leaves when the undo time is over. Another text than the draft's makes it an edit. `read` is
        what cautions told the agent, in their words.
        Raises DraftSuperseded, Claimed, NothingToSend, NotYetSaid for a caution that was not seen, and, as every decision does,
        DraftWasATest."""
        leaves = self.clock.now() + timedelta(seconds=self.settings.undo_seconds)
        quoted = await self.store.read(lambda records: self._quoted(records, draft_id, text))

        async def work(records: Records) -> tuple[_Made, OutboxEntry] | Tested:
            await self._claim(records, draft_id)
            draft = await records.drafts.get(draft_id)
            after = draft.text if text is None else text
            body = without_markers(after)
            if not body.strip():
                raise NothingToSend
            cautions = [r for r in (*await of_sources(records, draft), *quoted) if r.code in BLOCKING]
            unread = [r for r in cautions if r.words not in read]
            if unread and draft.revision == revision and draft.state is DraftState.IN_REVIEW:
                raise NotYetSaid(tuple(reason.words for reason in unread))
            tested = await self._tested(records, draft, revision, after)
            if tested is not None:
                return tested
            kind = DecisionKind.APPROVE if after == draft.text else DecisionKind.EDIT
            doubted = "; ".join(r.words for r in cautions if r.code == UNSUPPORTED)
            wanted = NewDecision(draft_id, revision, kind, self.settings.agent_name, after, note=doubted)
            made = await self._decide(records, wanted, draft, [r.code for r in cautions])
            return made, await records.outbox.queue(draft.ticket_id, draft_id, body, leaves)

        made, entry = await true_only(self.consequences, await self.store.write(work))
        self.publish(ReplyChanged(entry.id, entry.ticket_id))
        return await self._decided(made, entry)

    async def reject(self, draft_id: DraftId, revision: int, reason: RejectReason, note: str = "") -> Decided:
        """The draft goes, the ticket stays open for a reply by hand; a ticket that needs none is closed."""

        async def work(records: Records) -> _Made | Tested:
            await self._claim(records, draft_id)
            draft = await records.drafts.get(draft_id)
            tested = await self._tested(records, draft, revision)
            if tested is not None:
                return tested
            rejected = NewDecision(draft_id, revision, DecisionKind.REJECT, self.settings.agent_name, "", reason.value, note)
            made = await self._decide(records, rejected, draft)
            closed = reason is RejectReason.NO_REPLY_NEEDED
            status = TicketStatus.CLOSED if closed else TicketStatus.OPEN
            await records.tickets.set_status(draft.ticket_id, status, self._deed(DecisionKind.REJECT))
            return made

        return await self._decided(await true_only(self.consequences, await self.store.write(work)), None)

    async def escalate(self, draft_id: DraftId, revision: int, note: str, draft_is: HandedOn | None = None) -> Decided:
        """Hands the ticket on: the note stays on the conversation for whoever takes it, the draft for them to read. `draft_is`
        is what the agent says of the draft itself."""

        async def work(records: Records) -> _Made | Tested:
            await self._claim(records, draft_id)
            draft = await records.drafts.get(draft_id)
            tested = await self._tested(records, draft, revision)
            if tested is not None:
                return tested
            escalated = NewDecision(
                draft_id, revision, DecisionKind.ESCALATE, self.settings.agent_name, "", draft_is or "", note
            )
            made = await self._decide(records, escalated, draft)
            if note.strip():
                await records.tickets.add_message(
                    draft.ticket_id, MessageKind.INTERNAL_NOTE, self.settings.agent_name, f"Escalated: {note.strip()}"
                )
            await records.tickets.set_status(draft.ticket_id, TicketStatus.ON_HOLD, self._deed(DecisionKind.ESCALATE))
            return made

        return await self._decided(await true_only(self.consequences, await self.store.write(work)), None)

    async def regenerate(self, draft_id: DraftId, hint: str) -> DraftId:
        """Asks for another draft with the agent's one line of advice; the old one is superseded, not deleted."""

        async def work(records: Records) -> tuple[DraftId, TicketId, Heeded] | Tested:
            await self._claim(records, draft_id)
            draft = await records.drafts.get(draft_id)
            if draft.state not in (DraftState.IN_REVIEW, DraftState.FAILED):
                raise DraftSuperseded(draft_id)
            tested = await self._tested(records, draft, draft.revision)
            if tested is not None:
                return tested
            heeded = await self._retired(records, draft)
            fresh = await records.drafts.request(draft.ticket_id, hint, urgent=True)
            await records.log.note("draft.regenerated", ticket_id=draft.ticket_id, draft_id=draft_id)
            return fresh, draft.ticket_id, heeded

        fresh, ticket_id, heeded = await true_only(self.consequences, await self.store.write(work))
        await self._tell(heeded)
        self.publish(DraftRequested(fresh, ticket_id))
        return fresh

    async def skip(self, draft_id: DraftId) -> QueueRow | None:
        """Puts it behind the others and gives the next."""
        await self.store.write(lambda records: records.drafts.skip(draft_id, self.clock.now()))
        return await self._next()

    async def undo(self, decision_id: DecisionId) -> ReviewItem:
        """Takes a decision back: an approved reply that has not left returns to the editor. Raises UndoTooLate."""

        agent = self.settings.agent_name

        async def work(records: Records) -> tuple[ReviewItem, OutboxEntry | None, Heeded]:
            decision = await records.drafts.decision(decision_id)
            entry = None
            if decision.kind in (DecisionKind.APPROVE, DecisionKind.EDIT, DecisionKind.AUTO):
                entry = await self._take_back(records, decision.draft_id)
                await records.assessments.taken_back(decision.draft_id, Hold.TAKEN_BACK)
            else:
                await _status_given_back(records, decision, agent)
            try:
                await records.drafts.undo(decision_id)
            except (InvalidTransition, DraftSuperseded) as error:
                raise UndoTooLate from error
            await records.log.note("decision.undone", ticket_id=decision.ticket_id, draft_id=decision.draft_id)
            heeded = await self.consequences.of_undo(records, decision) if self.consequences else Heeded()
            return await self._shown(records, decision.draft_id), entry, heeded

        shown, entry, heeded = await self.store.write(work)
        await self._tell(heeded)
        if entry is not None:
            self.publish(ReplyChanged(entry.id, entry.ticket_id))
        self.publish(DraftReady(shown.draft.id, shown.draft.ticket_id))
        return shown

    async def decisions(self, ticket_id: TicketId) -> list[Decision]:
        return await self.store.read(lambda records: records.drafts.decisions(ticket_id))

    async def _take_back(self, records: Records, draft_id: DraftId) -> OutboxEntry:
        entry = await records.outbox.of_draft(draft_id)
        if entry is None or not await records.outbox.move(entry.id, OutboxState.QUEUED, OutboxState.UNDONE):
            raise UndoTooLate
        return entry

    async def _quoted(self, records: Records, draft_id: DraftId, text: str | None) -> tuple[Reason, ...]:
        draft = await records.drafts.get(draft_id)
        conversation = await records.tickets.conversation(draft.ticket_id)
        said = of_proof(await self.proving.shown(records, draft, conversation, draft.text if text is None else text))
        return said if text is None else (*said, *await of_text(records, text, draft.text))

    async def _shown(self, records: Records, draft_id: DraftId) -> ReviewItem:
        draft = await records.drafts.get(draft_id)
        conversation = await records.tickets.conversation(draft.ticket_id)
        judged = draft.state is DraftState.IN_REVIEW
        proof = await self.proving.shown(records, draft, conversation) if judged else None
        shown = blindfolded(draft) if judged and self.settings.blind_review else draft
        return ReviewItem(shown, conversation, await of_sources(records, draft), proof)

    def _deed(self, kind: DecisionKind) -> Deed:
        return Deed(f"draft.{kind}", agent=self.settings.agent_name)

    async def _claim(self, records: Records, draft_id: DraftId) -> None:
        now = self.clock.now()
        until = now + timedelta(minutes=self.settings.claim_minutes)
        holder = await records.drafts.claim(draft_id, self.settings.agent_name, now, until)
        if holder != self.settings.agent_name:
            raise Claimed(draft_id, holder)

    async def _tested(self, records: Records, draft: Draft, revision: int, text: str | None = None) -> Tested | None:
        """What a decision about a test draft shows of the reviewer; None for a true draft. Without `text` it is not sent."""
        moved = draft.revision != revision or draft.state is not DraftState.IN_REVIEW
        if self.consequences is None or moved:
            return None
        return await self.consequences.of_test(records, draft, text, self.settings.agent_name)

    async def _retired(self, records: Records, draft: Draft) -> Heeded:
        if self.consequences is None:
            return Heeded()
        return await self.consequences.of_retiring(records, draft.ticket_id, Cause.REDRAFTED, self.settings.agent_name)

    async def _tell(self, heeded: Heeded) -> None:
        if self.consequences is not None:
            await self.consequences.tell(heeded)

    async def _decide(self, records: Records, decision: NewDecision, draft: Draft, confirmed: Sequence[str] = ()) -> _Made:
        """`draft` as it is decided on; `confirmed` are the codes of cautions the agent was told and decided in spite of."""
        made = await records.drafts.decide(decision)
        await records.log.note(
            f"draft.{decision.kind}",
            ticket_id=made.ticket_id,
            draft_id=made.draft_id,
            revision=made.revision,
            reason=made.reason,
            **({"confirmed": list(confirmed)} if confirmed else {}),
        )
        heeded = await self.consequences.of_decision(records, made, draft) if self.consequences else Heeded()
        return _Made(made, heeded)

    async def _next(self) -> QueueRow | None:
        """The first in the queue that no one else holds."""
        return next(iter(await self.queue(1, free_for=self.settings.agent_name)), None)

    async def _decided(self, made: _Made, entry: OutboxEntry | None) -> Decided:
        decision = made.decision
        self.publish(DraftDecided(decision.draft_id, decision.ticket_id))
        await self._tell(made.heeded)
        return Decided(decision, entry.id if entry else None, entry.not_before if entry else None, await self._next())


def blindfolded(draft: Draft) -> Draft:
    """Without what its score says of it."""
    return replace(draft, confidence=None, route=None, reasons=(), signals={})


async def _status_given_back(records: Records, decision: Decision, agent: str) -> None:
    """The ticket stands as before the decision, unless somebody has moved it since."""
    done = await records.changes.listed(RECENT, ticket_id=decision.ticket_id)
    its = next((one for one in done if one.kind == f"draft.{decision.kind}"), None)
    steps = [] if its is None else [one for one in await records.changes.steps(its.id) if one.spot.facet == STATUS]
    if steps and not await records.changes.moved_since(steps):
        before = TicketStatus(str(steps[0].before))
        await records.tickets.set_status(decision.ticket_id, before, Deed("decision.undone", agent=agent))
