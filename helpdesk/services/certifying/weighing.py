"""After every label: the evidence of its drafter is weighed, and what follows is done in the label's own transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from helpdesk.domain.betting import anytime_sensitivity
from helpdesk.domain.certificate import POOLED, Certificate, Ended, Goal, Method
from helpdesk.domain.draft import Fingerprint
from helpdesk.domain.granting import Change, End, Found, Grant, TakeOut, changes
from helpdesk.domain.ids import DraftId
from helpdesk.domain.promise import what_changed
from helpdesk.domain.scoring import Scorer
from helpdesk.domain.sending import AlarmKind
from helpdesk.domain.standing import Reviewers
from helpdesk.ports.certifying_records import Drafter, Stretch
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records
from helpdesk.services.certifying.delivering import Heeded
from helpdesk.services.certifying.scales import Case, Scales, Weights
from helpdesk.services.learning.book import ScorerBook

FEWEST_TESTS = 20
"""Test drafts decided before their outcome corrects a certificate; until then it says that it does not."""

FINENESS = 50
"""Sensitivities are rounded down to so many parts of one: the evidence is weighed anew whenever theirs changes."""

SINCE_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass
class Weigher:
    clock: Clock
    book: ScorerBook
    scales: Scales = field(default_factory=Scales)

    async def heed(self, records: Records, draft_id: DraftId) -> Heeded:
        """In the transaction that wrote, changed or removed the label of this draft."""
        goal = await records.goals.newest()
        heeded = Heeded()
        if goal is None:
            return heeded
        for drafter in await records.assessments.drafters_of(draft_id):
            heeded |= await self._heed(records, goal, drafter, draft_id)
        return heeded

    async def heed_reviewers(self, records: Records) -> Heeded:
        """After a test draft was decided: reviewers may be known to notice less than before."""
        goal, heeded = await records.goals.newest(), Heeded()
        for drafter in {Drafter(one.writer, one.scorer, one.fingerprint) for one in await records.certificates.standing()}:
            heeded |= Heeded() if goal is None else await self._heed(records, goal, drafter, None)
        return heeded

    async def heed_drafter(self, records: Records, writer: str, now: Fingerprint) -> Heeded:
        """A draft came from this drafter: certificates of another one under the same writer's name end."""
        heeded = Heeded()
        for one in await records.certificates.standing():
            if one.writer != writer or one.fingerprint == now.code:
                continue
            if one.scorer != now.scorer and one.scorer in [scorer.name for scorer in await records.scorers.live()]:
                continue  # it took over a moment ago, and this draft was judged before
            why = what_changed(one.evidence.get("drafter", {}), now)
            await self.carry_out(records, End(one, Ended.DRAFTER, why))
            heeded |= Heeded(changed=True)
        return heeded

    async def case(self, records: Records, goal: Goal, drafter: Drafter) -> Case | None:
        """None for a scorer that neither judges nor is tried any more."""
        scorer = self.scorer(drafter)
        if scorer is None:
            return None
        drifted = await records.certificates.drifted(drafter) or SINCE_EVER
        since = max(goal.at, scorer.frozen_at or SINCE_EVER, drifted)
        standing = [one for one in await records.certificates.standing() if drafter.is_of(one)]
        q = (await self.reviewers(records, goal.delta)).sensitivity
        begun = await records.certificates.begun(drafter, since)
        return Case(drafter, goal, scorer.grid, since, 1.0 if q is None else q, tuple(standing), begun)

    def scorer(self, drafter: Drafter) -> Scorer | None:
        known = (self.book.live(drafter.writer), self.book.candidate(drafter.writer))
        return next((one for one in known if one is not None and one.name == drafter.scorer), None)

    async def reviewers(self, records: Records, delta: float) -> Reviewers:
        outcomes = await records.seeds.outcomes()
        caught = sum(outcomes)
        if len(outcomes) < FEWEST_TESTS:
            return Reviewers(caught, len(outcomes) - caught)
        share = int(anytime_sensitivity(outcomes, delta / 2) * FINENESS) / FINENESS
        return Reviewers(caught, len(outcomes) - caught, share)

    async def _heed(self, records: Records, goal: Goal, drafter: Drafter, draft_id: DraftId | None) -> Heeded:
        case = await self.case(records, goal, drafter)
        if case is None:
            return Heeded()
        weights = await self.scales.weighed(records, case, draft_id)
        found = Found(weights.by_topic, case.watched, latest(weights.drift), await self._touched(records, case, draft_id))
        blank = await self._blank(records, case)
        candidate = drafter.scorer != self.book.live(drafter.writer).name
        if candidate:
            return await self._tried(records, case, changes(found, blank), weights)
        heeded = Heeded()
        for change in changes(found, blank):
            await self.carry_out(records, await self._with_coverage(records, case, change))
            heeded = Heeded(changed=True)
        return heeded

    async def _touched(self, records: Records, case: Case, draft_id: DraftId | None) -> frozenset[str] | None:
        """The topics whose evidence a label changed; None when it may be any."""
        if draft_id is None:
            return None
        own = await records.assessments.topic_of(draft_id)
        return frozenset((own, *(one.topic for one in case.watched)))

    async def _tried(self, records: Records, case: Case, wanted: list[Change], weights: Weights) -> Heeded:
        """A candidate takes over as soon as it is proven for as many drafts as the live scorer."""
        proven = next((one for one in wanted if isinstance(one, Grant) and one.certificate.topic == POOLED), None)
        if proven is None:
            return Heeded()
        live = [one for one in await records.certificates.standing() if one.writer == case.drafter.writer]
        granted = await self._with_coverage(records, case, proven)
        assert isinstance(granted, Grant)
        if granted.certificate.coverage < await self._live_coverage(records, case, live):
            return Heeded()
        now, name = self.clock.now(), case.drafter.scorer
        await records.scorers.promote(name, now)
        for one in live:
            await self.carry_out(
                records, End(one, Ended.SCORER, f"the score {name} took its place: it is proven for more answers")
            )
        for change in wanted:
            await self.carry_out(records, await self._with_coverage(records, case, change))
        await records.log.note("scorer.promoted", scorer=name, writer=case.drafter.writer)
        return Heeded(changed=True, promoted=True)

    async def _live_coverage(self, records: Records, case: Case, live: list[Certificate]) -> float:
        """Of the live scorer now, not on the day its certificate was granted; over the candidate's own time."""
        shares = [0.0]
        for one in live:
            drafts = Stretch(Drafter(one.writer, one.scorer, one.fingerprint), case.since, one.topics, case.goal.never)
            shares += await records.assessments.reach(drafts, [one.cut]) if one.topic == POOLED else []
        return max(shares)

    async def _blank(self, records: Records, case: Case) -> Certificate:
        goal, drafter = case.goal, case.drafter
        shaped = await records.assessments.drafted_by(drafter)
        reviewers = await self.reviewers(records, goal.delta)
        evidence: Mapping[str, Any] = {
            "goal": goal.id,
            "grid": list(case.grid),
            "drafter": vars(shaped) if shaped else {},
            "since": case.since.isoformat(),
            "caught": reviewers.caught,
            "missed": reviewers.missed,
        }
        return Certificate(
            id=0,
            scorer=drafter.scorer,
            writer=drafter.writer,
            fingerprint=drafter.fingerprint,
            topic=POOLED,
            topics=goal.topics,
            alpha=goal.alpha,
            delta=goal.delta,
            sensitivity=case.q,
            cut=1.0,
            checked=0,
            wrong=0,
            bound=1.0,
            coverage=0.0,
            method=Method.ANYTIME,
            evidence=evidence,
            granted_at=self.clock.now(),
        )

    async def _with_coverage(self, records: Records, case: Case, change: Change) -> Change:
        if not isinstance(change, Grant):
            return change
        one = change.certificate
        topics = (case.goal.topics, (*case.goal.never, *one.out)) if one.topic == POOLED else ((one.topic,), ())
        (share,) = await records.assessments.reach(Stretch(case.drafter, case.since, *topics), [one.cut])
        return Grant(replace(one, coverage=share))

    async def carry_out(self, records: Records, change: Change) -> None:
        one = change.certificate
        match change:
            case Grant():
                granted = await records.certificates.grant(one)
                await records.log.note(
                    "certificate.granted",
                    certificate=granted.id,
                    cut=one.cut,
                    checked=one.checked,
                    wrong=one.wrong,
                    topic=one.topic,
                )
            case End():
                await records.certificates.end(one.id, change.by, change.why, self.clock.now())
                await records.log.note("certificate.ended", certificate=one.id, code=change.by, reason=change.why)
                if change.by is Ended.DRIFT:
                    details = {"topic": one.topic, "alpha": one.alpha, "granted_at": one.granted_at.isoformat()}
                    await records.alarms.raise_(AlarmKind.DRIFT, one.id, details)
            case TakeOut():
                await records.certificates.take_out(one.id, change.topics)
                await records.log.note("certificate.topics-out", certificate=one.id, topics=list(change.topics))


def latest(drift: Mapping[int, tuple[float, ...]]) -> dict[int, float]:
    """The highest value since the grant: an alarm once raised is not lowered by what came after."""
    return {key: max(values) for key, values in drift.items() if values}
