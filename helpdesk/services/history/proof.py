"""What a judged sample of old tickets proves: asked once, with the exact test, when the last of it is judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpdesk.domain.certificate import POOLED, Certificate, Goal, Method
from helpdesk.domain.history import Judged, OldDraft, OldTicket, Trial
from helpdesk.domain.risk import Certified, certify_fixed
from helpdesk.domain.scoring import Scorer
from helpdesk.ports import Clock, Records
from helpdesk.ports.certifying_records import Drafter
from helpdesk.services.certifying.weighing import Weigher


@dataclass(frozen=True)
class Proof:
    """`weigher` knows the live scorers and how well reviewers notice what is wrong."""

    weigher: Weigher
    clock: Clock

    async def claim(self, records: Records, trial: Trial, draft: OldDraft) -> bool:
        """Whether this trial is the one of all that may prove something of the goal and this drafter: the first of which
        anything was judged. Whoever could begin another one when it goes badly would prove anything in the end."""
        goal = await records.goals.newest()
        return goal is not None and await records.history.claim(f"proof.{goal.id}.{draft.fingerprint}", trial)

    async def ask(self, records: Records, trial: Trial, tickets: Sequence[OldTicket]) -> Certificate | None:
        """`tickets` are all of the trial. None when the sample proves nothing of the goal, or cannot: no goal before the first
        judgement (whoever has seen the labels may not choose what they shall prove), another trial before it, several drafters,
        a scorer that came later, or one of these drafters is proven already."""
        sample = [old for old in tickets if old.place and old.draft is not None]
        goal, draft = await records.goals.newest(), sample[0].draft if sample else None
        if goal is None or draft is None or not _goal_came_first(goal, sample):
            return None
        scorer = self.weigher.book.live(draft.writer)
        if not _one_drafter(sample, scorer) or await self._stands(records, draft):
            return None
        if not await self.claim(records, trial, draft):
            return None
        q = (await self.weigher.reviewers(records, goal.delta)).sensitivity
        rows = [row for old in sample if (row := _row(old, goal)) is not None]
        found = certify_fixed(rows, scorer.grid, goal.alpha, goal.delta, 1.0 if q is None else q)
        if found is None:
            return None
        reach = _coverage([old.draft for old in tickets if old.draft is not None], goal, found.cut)
        shaped = await records.assessments.drafted_by(Drafter(draft.writer, draft.scorer, draft.fingerprint))
        known = vars(shaped) if shaped else {"writer": draft.writer, "model": draft.model, "scorer": draft.scorer}
        evidence = {"goal": goal.id, "grid": list(scorer.grid), "history": trial.id, "sample": len(sample), "drafter": known}
        granted = await records.certificates.grant(self._certificate(goal, draft, found, (q, reach), evidence))
        await records.log.note("certificate.granted", certificate=granted.id, history=trial.id, cut=found.cut)
        return granted

    async def _stands(self, records: Records, draft: OldDraft) -> bool:
        standing = await records.certificates.standing()
        return any((one.scorer, one.fingerprint, one.topic) == (draft.scorer, draft.fingerprint, POOLED) for one in standing)

    def _certificate(
        self, goal: Goal, draft: OldDraft, found: Certified, known: tuple[float | None, float], evidence: Mapping[str, Any]
    ) -> Certificate:
        sensitivity, coverage = known
        return Certificate(
            id=0,
            scorer=draft.scorer,
            writer=draft.writer,
            fingerprint=draft.fingerprint,
            topic=POOLED,
            topics=goal.topics,
            alpha=goal.alpha,
            delta=goal.delta,
            sensitivity=1.0 if sensitivity is None else sensitivity,
            cut=found.cut,
            checked=found.checked,
            wrong=found.wrong,
            bound=found.bound,
            coverage=coverage,
            method=Method.FIXED_SAMPLE,
            evidence=evidence,
            granted_at=self.clock.now(),
        )


def _goal_came_first(goal: Goal, sample: Sequence[OldTicket]) -> bool:
    return all(old.judgement is not None and goal.at <= old.judgement.at for old in sample)


def _one_drafter(sample: Sequence[OldTicket], scorer: Scorer) -> bool:
    """All by one, judged by the live scorer, which was frozen before any of them was written."""
    drafts = [old.draft for old in sample if old.draft is not None]
    by = {(draft.writer, draft.scorer, draft.fingerprint) for draft in drafts}
    frozen = scorer.frozen_at is None or all(scorer.frozen_at <= draft.at for draft in drafts)
    return len(by) == 1 and drafts[0].scorer == scorer.name and frozen


def _row(old: OldTicket, goal: Goal) -> tuple[float, bool] | None:
    draft, said = old.draft, old.judgement
    if draft is None or said is None or draft.score is None or not draft.sendable or not goal.asks_for(draft.topic):
        return None
    return draft.score, said.draft is Judged.WRONG


def _coverage(drafts: Sequence[OldDraft], goal: Goal, cut: float) -> float:
    """The share of all drafts of the trial that reach the cut."""
    reach = [one for one in drafts if one.sendable and goal.asks_for(one.topic) and one.score is not None and one.score >= cut]
    return len(reach) / len(drafts)
