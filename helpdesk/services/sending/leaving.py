"""The last look before an answer of the desk's own leaves, and the way back for those that may not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from helpdesk.domain import doubts
from helpdesk.domain.conversation import OutboxEntry, OutboxState
from helpdesk.domain.doubts import Readiness
from helpdesk.domain.draft import DraftState
from helpdesk.domain.events import DraftReady, Event, ReplyChanged, SendingChanged
from helpdesk.domain.sending import AutoReply, ConsentKind, Hold
from helpdesk.ports.store import Records, Store
from helpdesk.services.cautions import BLOCKING, of_sources
from helpdesk.services.sending.gate import Gate


@dataclass(frozen=True)
class Leaving:
    """Plays Departures for the outbox."""

    store: Store
    gate: Gate
    publish: Callable[[Event], None]

    def stopped(self) -> bool:
        return self.gate.switch.standing() is not None

    async def sets_off(self, entry: OutboxEntry) -> bool:
        """Marks it SENDING, in one write with the last look at everything that may have changed since it was approved. False
        when it went back to the review queue."""

        async def work(records: Records) -> tuple[bool, AutoReply | None, Hold | None]:
            reply = await records.auto_replies.of_entry(entry.id)
            if reply is None:
                return False, None, None
            hold = await self._doubt(records, reply)
            if hold is None:
                return await records.outbox.move(entry.id, OutboxState.QUEUED, OutboxState.SENDING), None, None
            return False, reply if await put_back(records, reply, hold) else None, hold

        going, returned, hold = await self.store.write(work)
        if going:
            self.publish(ReplyChanged(entry.id, entry.ticket_id))
        if returned is not None:
            self.tell_returned([returned])
        if hold is Hold.CLOCK:
            self.publish(SendingChanged())
        return going

    async def all_back(self, records: Records, why: Hold) -> list[AutoReply]:
        """Every answer that has not left goes to the review queue; call `tell_returned` after the commit."""
        return [reply for reply in await records.auto_replies.waiting() if await put_back(records, reply, why)]

    def tell_returned(self, replies: Sequence[AutoReply]) -> None:
        for reply in replies:
            self.publish(ReplyChanged(reply.outbox_id, reply.ticket_id))
            self.publish(DraftReady(reply.draft_id, reply.ticket_id))

    async def _doubt(self, records: Records, reply: AutoReply) -> Hold | None:
        desk = await self.gate.readiness(records)
        hold = doubts.of_desk(desk) or _without_right(reply, desk)
        if hold is not None:
            return hold
        around = await records.auto_replies.surroundings(reply.ticket_id, reply.draft_id, reply.at)
        hold = doubts.at_any_time(around, self.gate.settings.agent_email)
        if hold is not None:
            return hold
        draft = await records.drafts.get(reply.draft_id)
        cautions = await of_sources(records, replace(draft, state=DraftState.IN_REVIEW))
        return Hold.SOURCE_CHANGED if any(caution.code in BLOCKING for caution in cautions) else None


def _without_right(reply: AutoReply, desk: Readiness) -> Hold | None:
    """What it was approved by must stand still: the very certificate, or an override."""
    if desk.consent is None:
        return Hold.OFF
    if desk.consent.kind is ConsentKind.OVERRIDE:
        line = desk.consent.threshold
        return None if reply.certificate_id is None and line is not None and reply.score >= line else Hold.UNSIGNED
    standing = next((c for c in desk.certificates if c.id == reply.certificate_id), None)
    if standing is None:
        return Hold.NO_CERTIFICATE
    return None if reply.score >= standing.cut and doubts.covers(desk.consent, standing) else Hold.UNSIGNED


async def put_back(records: Records, reply: AutoReply, why: Hold) -> bool:
    """To the review queue; False when it has left."""
    done = await records.auto_replies.put_back(reply)
    if done:
        await records.assessments.taken_back(reply.draft_id, why)
        await records.log.note("draft.auto-held", ticket_id=reply.ticket_id, draft_id=reply.draft_id, reason=why.value)
    return done
