"""A finished draft on its way to the queue: judged by the scorers, drawn by lot or not, let go or held by the gate. All of that
in the transaction that stores the draft."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from helpdesk.domain import doubts, lot
from helpdesk.domain.assessment import Assessed
from helpdesk.domain.certificate import Certificate, Goal, in_force
from helpdesk.domain.draft import Draft, Fingerprint
from helpdesk.domain.scoring import Scorer
from helpdesk.domain.sending import ConsentKind, Held, Hold, Send
from helpdesk.ports.certifying_records import Drafter
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records
from helpdesk.services.certifying.delivering import Delivered, Heeded
from helpdesk.services.certifying.weighing import Weigher
from helpdesk.services.confidence import topic
from helpdesk.services.seeding import Finished, Seeding
from helpdesk.settings import Settings


class Gate(Protocol):
    async def deliver(self, records: Records, judged: Assessed) -> Send | Held:
        """Decides whether the answer waits for a person; one that does not is approved and queued already."""
        ...


@dataclass(frozen=True)
class Assessing:
    clock: Clock
    settings: Settings
    weigher: Weigher
    gate: Gate
    seeding: Seeding

    async def assess(self, records: Records, draft: Draft, finished: Finished) -> Delivered:
        live = self.weigher.book.live(finished.reply.writer)
        fingerprint = replace(finished.fingerprint, scorer=live.name)
        known = bool(fingerprint.embedder)
        heeded = await self.weigher.heed_drafter(records, finished.reply.writer, fingerprint) if known else Heeded()
        assessed = await self._judged(records, draft, finished, (live, fingerprint))
        await records.assessments.add(assessed)
        await self._try_candidate(records, assessed, finished)
        settled = await self.gate.deliver(records, assessed)
        if isinstance(settled, Send):
            await records.assessments.sent(draft.id, live.name)
            return Delivered(heeded, settled.outbox_id)
        would, why = assessed.would_send or settled.why is Hold.FLAGGED, await self._why(records, draft, finished, settled.why)
        await records.assessments.held(draft.id, live.name, why, would_send=would)
        if not finished.reply.instead:
            await self.seeding.maybe_plant(records, assessed, finished)
        return Delivered(heeded | Heeded(changed=settled.alarming))

    async def _judged(self, records: Records, draft: Draft, finished: Finished, by: tuple[Scorer, Fingerprint]) -> Assessed:
        live, fingerprint = by
        verdict, reply = finished.verdict, finished.reply
        about, share = topic(finished.task.evidence), await self.audit_share(records)
        drawn = lot.drawn(await records.assessments.secret(), draft.ticket_id) < share
        score = None if reply.abstained else live.score(verdict.signals)
        code = fingerprint.code if fingerprint.embedder else ""
        sendable = verdict.sendable and reply.complete and bool(code) and not await self._never_leaves(records, draft)
        assessed = Assessed(
            draft_id=draft.id,
            revision=draft.revision,
            ticket_id=draft.ticket_id,
            writer=reply.writer,
            scorer=live.name,
            frozen=True,
            fingerprint=code,
            topic=about,
            score=score,
            sendable=sendable,
            flagged=drawn,
            audit_share=share,
            would_send=False,
            text=reply.text,
            at=self.clock.now(),
        )
        return replace(assessed, would_send=await self._would_send(records, assessed))

    async def _never_leaves(self, records: Records, draft: Draft) -> bool:
        """Whatever it says."""
        return bool(draft.hint) or draft.urgent or await self._lasting_doubt(records, draft) is not None

    async def _lasting_doubt(self, records: Records, draft: Draft) -> Hold | None:
        """Answers to such tickets are of another kind than those that may leave."""
        around = await records.auto_replies.surroundings(draft.ticket_id, draft.id, self.clock.now())
        return doubts.lasting(around, self.settings.agent_email)

    async def _why(self, records: Records, draft: Draft, finished: Finished, why: Hold) -> Hold:
        """The ticket's own reason, where nothing else is the matter with the draft."""
        told = why is not Hold.NOT_SENDABLE or not finished.verdict.sendable
        return why if told else await self._lasting_doubt(records, draft) or why

    async def _try_candidate(self, records: Records, live: Assessed, finished: Finished) -> None:
        """A scorer on trial judges beside the live one, and decides nothing."""
        candidate = self.weigher.book.candidate(live.writer)
        if candidate is None or finished.reply.abstained:
            return
        code = replace(finished.fingerprint, scorer=candidate.name).code if live.fingerprint else ""
        score = candidate.score(finished.verdict.signals)
        tried = replace(live, scorer=candidate.name, fingerprint=code, score=score, would_send=False, live=False)
        await records.assessments.add(tried)

    async def audit_share(self, records: Records) -> float:
        """The share of drafts a person checks whatever they score."""
        now = self.clock.now()
        sending = await self._sending_for(records, now)
        per_week = 0.0 if sending is None else await records.assessments.weekly(now)
        return max(self.settings.audit_share, lot.audit_share(sending, per_week))

    async def _sending_for(self, records: Records, now: datetime) -> timedelta | None:
        """How long the desk has sent by itself; None while it does not."""
        consent = await records.consents.standing()
        if consent is None or await records.alarms.standing():
            return None
        by_line = consent.kind is ConsentKind.OVERRIDE
        return now - consent.at if by_line or await records.certificates.standing() else None

    async def _would_send(self, records: Records, assessed: Assessed) -> bool:
        if assessed.score is None or not assessed.sendable:
            return False
        goal = await records.goals.newest()
        if goal is not None and not goal.asks_for(assessed.topic):
            return False
        return assessed.score >= await self._cut(records, assessed, goal)

    async def _cut(self, records: Records, assessed: Assessed, goal: Goal | None) -> float:
        """The one in force for it, else the one being proven."""
        standing = [one for one in await records.certificates.standing() if _speaks(one, assessed)]
        grid = self.weigher.book.live(assessed.writer).grid
        if standing or goal is None:
            return in_force(standing).cut if standing else grid[0]
        case = await self.weigher.case(records, goal, Drafter(assessed.writer, assessed.scorer, assessed.fingerprint))
        if case is None:
            return grid[0]
        cuts = (await self.weigher.scales.weighed(records, case)).pooled.cuts
        return next((cut.cut for cut in cuts if not cut.certified), grid[-1])


def _speaks(one: Certificate, assessed: Assessed) -> bool:
    same = (one.writer, one.scorer, one.fingerprint) == (assessed.writer, assessed.scorer, assessed.fingerprint)
    return same and one.speaks_of(assessed.topic)
