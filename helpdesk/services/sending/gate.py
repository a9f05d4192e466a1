"""The gate every new draft comes to, in the transaction that stores it: it waits for a person, or the desk approves it."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from helpdesk.domain import doubts
from helpdesk.domain.autosend import Lack
from helpdesk.domain.decision import DecisionKind, NewDecision
from helpdesk.domain.doubts import Answer, Bounds, Cut, Readiness
from helpdesk.domain.errors import NotSigned
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.reply import without_markers
from helpdesk.domain.sending import DESK, AlarmKind, Consent, Held, Hold, Send
from helpdesk.ports.clock import Clock
from helpdesk.ports.sending_records import NewAutoReply
from helpdesk.ports.stop_switch import StopSwitch
from helpdesk.ports.store import Records
from helpdesk.services.sending.clock_watch import ClockWatch
from helpdesk.services.sending.usual_hour import UsualHour
from helpdesk.settings import Settings

DAY = timedelta(days=1)


class Judged(Answer, Protocol):
    """An answer with what it takes to send it; `text` as it was stored."""

    @property
    def draft_id(self) -> DraftId: ...
    @property
    def ticket_id(self) -> TicketId: ...
    @property
    def revision(self) -> int: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True)
class Gate:
    clock: Clock
    settings: Settings
    switch: StopSwitch
    watch: ClockWatch
    pace: UsualHour = field(default_factory=UsualHour)

    async def deliver(self, records: Records, judged: Judged) -> Send | Held:
        """Decides, and on no doubt approves the draft and queues it. Call it in the transaction that stored the draft;
        after the commit a Send is told as ReplyChanged, an alarming Held as SendingChanged."""
        desk = await self.readiness(records)
        cut = await self._allowed(records, judged, desk)
        if isinstance(cut, Hold) or desk.consent is None:
            return Held(cut if isinstance(cut, Hold) else Hold.OFF)
        return await self._approved(records, judged, cut, desk.consent)

    async def _allowed(self, records: Records, judged: Judged, desk: Readiness) -> Cut | Hold:
        hold = doubts.of_desk(desk)
        if hold is not None:
            return hold
        cut = doubts.of_answer(judged, desk)
        if isinstance(cut, Hold):
            return cut
        if not without_markers(judged.text).strip():
            return Hold.NOT_SENDABLE
        return await self._doubt_about_ticket(records, judged) or cut

    def signatory(self) -> str:
        """Whose name stands under what is signed. Raises NotSigned while nobody said who works here."""
        name = self.settings.agent_name.strip()
        if name in ("", Settings.agent_name):
            raise NotSigned(Lack.NAME)
        return name

    async def readiness(self, records: Records) -> Readiness:
        """Asks no more than it must: a desk that sends nothing by itself pays for one question."""
        consent = await records.consents.standing()
        if consent is None:
            return Readiness(None, stopped=False, alarms=(), clock_trusted=True)
        return Readiness(
            consent,
            stopped=self.switch.standing() is not None,
            alarms=await records.alarms.standing(),
            clock_trusted=await self.watch.trusted(records),
            certificates=await records.certificates.standing(),
            goal=await records.goals.newest(),
        )

    async def _doubt_about_ticket(self, records: Records, judged: Judged) -> Hold | None:
        now, settings = self.clock.now(), self.settings
        around = await records.auto_replies.surroundings(judged.ticket_id, judged.draft_id, now - DAY)
        lately = await self.pace.surge(records, now, judged.draft_id)
        surging = lately.over(settings.auto_surge, settings.auto_surge_least)
        hold = doubts.of_ticket(around, judged, Bounds(settings.auto_per_customer, settings.agent_email, surging))
        if hold is Hold.VOLUME:
            details = {"hour": lately.now, "usual": lately.usual}
            await records.alarms.raise_(AlarmKind.VOLUME, None, details)
        return hold

    async def _approved(self, records: Records, judged: Judged, cut: Cut, consent: Consent) -> Send:
        assert judged.score is not None
        approved = NewDecision(judged.draft_id, judged.revision, DecisionKind.AUTO, DESK, judged.text)
        made = await records.drafts.decide(approved)
        leaves = self.clock.now() + timedelta(seconds=self.settings.auto_undo_seconds)
        entry = await records.outbox.queue(judged.ticket_id, judged.draft_id, without_markers(judged.text), leaves)
        await records.auto_replies.add(
            NewAutoReply(entry.id, judged.draft_id, made.id, cut.certificate_id, consent.id, judged.score)
        )
        await records.log.note(
            "draft.auto",
            ticket_id=judged.ticket_id,
            draft_id=judged.draft_id,
            revision=judged.revision,
            score=judged.score,
            cut=cut.score,
            certificate=cut.certificate_id,
            consent=consent.id,
        )
        return Send(entry.id, leaves, cut.certificate_id)
