"""Certifying, as an admin sees and governs it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from helpdesk.domain.certificate import POOLED, Certificate, Ended, Goal, tidy_topic
from helpdesk.domain.draft import Fingerprint
from helpdesk.domain.errors import BadInput
from helpdesk.domain.events import Event, SendingChanged
from helpdesk.domain.granting import End, against
from helpdesk.domain.ids import DraftId
from helpdesk.domain.outlook import at_least, still_needed
from helpdesk.domain.planted_draft import SettledTest
from helpdesk.domain.promise import percent
from helpdesk.domain.risk import Weighing
from helpdesk.domain.standing import DrafterStanding, Progress, Standing
from helpdesk.ports.certifying_records import Drafter, Stretch
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records, Store
from helpdesk.services.certifying.assessing import Assessing
from helpdesk.services.certifying.delivering import Heeded
from helpdesk.services.certifying.scales import Case, Weights
from helpdesk.services.certifying.stopping import last_stop
from helpdesk.services.certifying.weighing import Weigher
from helpdesk.services.learning import labels
from helpdesk.settings import Settings

SILENCE = timedelta(days=14)
"""After so long a drawn draft nobody decided counts as wrong for good."""

SOON = timedelta(days=3)
SWEPT_AT_ONCE = 50
FEWEST_CHECKED = 10
"""Answers of a topic checked before it is shown by itself."""

LEAST_ALPHA, MOST_ALPHA = 0.001, 0.2
LEAST_DELTA, MOST_DELTA = 0.01, 0.25


@dataclass(frozen=True)
class GoalWish:
    """At most a share `alpha` wrong, with confidence 1 - `delta`; about these topics only (none: all but `never`)."""

    alpha: float
    delta: float = 0.1
    topics: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True)
class Certifying:
    """`drafter` says what would shape the next draft of a writer, by that scorer."""

    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    settings: Settings
    weigher: Weigher
    assessing: Assessing
    drafter: Callable[[str, str], Awaitable[Fingerprint | None]]

    async def standing(self) -> Standing:
        return await self.store.read(self._standing)

    async def outlook(self, alpha: float, delta: float) -> tuple[DrafterStanding, ...]:
        """How far the same evidence would be under another goal. Nobody may be promised that one for having looked: to set it
        begins the evidence anew. Raises BadInput."""
        _check(GoalWish(alpha, delta))

        async def work(records: Records) -> tuple[DrafterStanding, ...]:
            goal = await records.goals.newest()
            asked = Goal(0, alpha, delta, (), (), "", datetime.min.replace(tzinfo=self.clock.now().tzinfo))
            supposed = asked if goal is None else replace(goal, id=0, alpha=alpha, delta=delta)
            return await self._drafters(records, supposed)

        return await self.store.read(work)

    async def set_goal(self, wish: GoalWish) -> Goal:
        """Evidence counts from now on, and certificates of the goal before it end; the same goal again changes nothing. Raises
        BadInput."""
        _check(wish)
        wanted = Goal(
            0, wish.alpha, wish.delta, _tidy(wish.topics), _tidy(wish.never), self.settings.agent_name, self.clock.now()
        )

        async def work(records: Records) -> tuple[Goal, bool]:
            before = await records.goals.newest()
            if before is not None and replace(wanted, id=before.id, agent=before.agent, at=before.at) == before:
                return before, False
            goal = await records.goals.set(wanted)
            for one in await records.certificates.standing():
                await self.weigher.carry_out(records, End(one, Ended.GOAL, _goal_changed(before, goal)))
            await records.log.note(
                "goal.set", alpha=goal.alpha, delta=goal.delta, topics=list(goal.topics), never=list(goal.never)
            )
            return goal, True

        goal, changed = await self.store.write(work)
        if changed:
            self.publish(SendingChanged())
        return goal

    async def goals(self) -> list[Goal]:
        """Newest first."""
        return await self.store.read(lambda records: records.goals.listed())

    async def certificates(self, limit: int = 200) -> list[Certificate]:
        """Newest first, those that ended among them."""
        return await self.store.read(lambda records: records.certificates.listed(limit))

    async def test_drafts(self, limit: int = 200) -> list[SettledTest]:
        """Newest decision first."""
        return await self.store.read(lambda records: records.seeds.listed(limit))

    async def weigh(self, records: Records, draft_id: DraftId) -> bool:
        """For whoever changes a label, in the same transaction; True when SendingChanged is to be published after it."""
        return (await self.weigher.heed(records, draft_id)).changed

    async def heed_changes(self) -> None:
        """A certificate of a drafter that would draft otherwise now ends, without waiting for a draft that shows it."""
        standing = await self.store.read(lambda records: records.certificates.standing())
        changed = [now for one in standing if (now := await self._as_it_is(one)) is not None and now.code != one.fingerprint]

        async def work(records: Records) -> Heeded:
            heeded = Heeded()
            for now in dict.fromkeys(changed):
                heeded |= await self.weigher.heed_drafter(records, now.writer, now)
            return heeded

        if changed and (await self.store.write(work)).changed:
            self.publish(SendingChanged())

    async def _as_it_is(self, certified: Certificate) -> Fingerprint | None:
        """A model that cannot be asked for now is taken to be the one that was certified."""
        now = await self.drafter(certified.writer, self.weigher.book.live(certified.writer).name)
        was = certified.evidence.get("drafter", {}).get("model")
        if now is None or now.model:
            return now
        return None if was is None else replace(now, model=was)

    async def sweep(self) -> bool:
        """Changes of drafters are heeded, and drawn drafts nobody decided about for two weeks count as wrong for good; False
        when there was none. What was decided before this start of the program is weighed here first, outside of any write."""
        await self.heed_changes()
        await self.standing()
        before = self.clock.now() - SILENCE

        async def silent(records: Records) -> int:
            goal = await records.goals.newest()
            overdue = [] if goal is None else await records.assessments.overdue(goal.at, before, SWEPT_AT_ONCE)
            for draft_id in overdue:
                await labels.unaudited(records, await records.drafts.get(draft_id), self.clock.now())
            return len(overdue)

        found = await self.store.write(silent)
        if found:
            heeded = await self.store.write(self._heed_all)
            if heeded.changed:
                self.publish(SendingChanged())
        return found > 0

    async def _heed_all(self, records: Records) -> Heeded:
        return await self.weigher.heed_reviewers(records)

    async def _standing(self, records: Records) -> Standing:
        goal = await records.goals.newest()
        share = await self.assessing.audit_share(records)
        if goal is None:
            return Standing(audit_share=share)
        now = self.clock.now()
        return Standing(
            goal=goal,
            drafters=await self._drafters(records, goal),
            audit_share=share,
            backlog=await records.assessments.backlog(goal.at, now - SILENCE + SOON),
            reviewers=await self.weigher.reviewers(records, goal.delta),
            shadow=await records.assessments.shadow(goal.at),
        )

    async def _drafters(self, records: Records, goal: Goal) -> tuple[DrafterStanding, ...]:
        """Each writer as it drafts now, and its scorer on trial."""
        found = []
        for writer in await records.assessments.writers():
            for scorer in (self.weigher.book.live(writer), self.weigher.book.candidate(writer)):
                drafter = None if scorer is None else await records.assessments.newest(writer, scorer.name)
                found.append(None if drafter is None else await self._drafter(records, goal, drafter))
        return tuple(one for one in found if one is not None)

    async def _drafter(self, records: Records, goal: Goal, drafter: Drafter) -> DrafterStanding | None:
        case = await self.weigher.case(records, goal, drafter)
        if case is None:
            return None
        scales = self.weigher.scales
        if not goal.id:  # only played through: what was certified, and kept weighed, is of another goal
            case, scales = replace(case, watched=()), type(scales)()
        weights = await scales.weighed(records, case)
        pooled = _progress(POOLED, weights.pooled, case)
        line = (pooled.certificate or pooled.proven or pooled.cuts[0]).cut
        (coverage,) = await records.assessments.reach(Stretch(drafter, case.since, goal.topics, goal.never), [line])
        return DrafterStanding(
            writer=drafter.writer,
            scorer=drafter.scorer,
            fingerprint=drafter.fingerprint,
            drafter=await records.assessments.drafted_by(drafter),
            candidate=drafter.scorer != self.weigher.book.live(drafter.writer).name,
            pooled=pooled,
            topics=_topics(weights, case),
            drift=weights.drift.get(pooled.certificate.id, ()) if pooled.certificate else (),
            stop=None if pooled.certificate or not goal.id else await last_stop(records, goal, drafter),
            coverage=coverage,
            since=case.since,
        )


def _topics(weights: Weights, case: Case) -> tuple[Progress, ...]:
    shown = [_progress(topic, weighing, case) for topic, weighing in sorted(weights.by_topic.items()) if topic != POOLED]
    return tuple(one for one in shown if one.cuts[-1].checked >= FEWEST_CHECKED or one.certificate)


def _progress(topic: str, weighing: Weighing, case: Case) -> Progress:
    cuts, goal = weighing.cuts, case.goal
    certificate = next((one for one in case.watched if one.topic == topic), None)
    following = next((cut for cut in cuts if not cut.certified), None)
    if following is None or case.q <= 0:
        return Progress(topic, cuts, certificate, at_this_rate=0 if following is None else None)
    evidence = (following.wrong, following.checked, goal.alpha, goal.delta, case.q)
    line = certificate.cut if certificate else following.cut
    return Progress(
        topic,
        cuts,
        certificate,
        at_least=at_least(*evidence),
        at_this_rate=still_needed(*evidence),
        against=against(weighing, line, goal.alpha, goal.delta),
    )


def _tidy(topics: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({tidy_topic(topic) for topic in topics if topic.strip()}))


def _check(wish: GoalWish) -> None:
    if not LEAST_ALPHA <= wish.alpha <= MOST_ALPHA:
        wrong = f"{percent(wish.alpha)} wrong answers is no goal: choose from {percent(LEAST_ALPHA)} to {percent(MOST_ALPHA)}"
        raise BadInput("goal", 0, wrong)
    if not LEAST_DELTA <= wish.delta <= MOST_DELTA:
        least, most = percent(1 - MOST_DELTA), percent(1 - LEAST_DELTA)
        raise BadInput("goal", 0, f"{percent(1 - wish.delta)} confidence is no goal: choose from {least} to {most}")
    both = set(_tidy(wish.topics)) & set(_tidy(wish.never))
    if both:
        raise BadInput("goal", 0, f"'{sorted(both)[0]}' cannot be both a topic of the goal and one people always answer")


def _goal_changed(before: Goal | None, now: Goal) -> str:
    if before is None:
        return "a goal was set"
    parts = [(percent(before.alpha), percent(now.alpha)), (percent(1 - before.delta), percent(1 - now.delta))]
    differing = [f"{old} → {new}" for old, new in parts if old != new]
    return f"the goal changed: {', '.join(differing) or 'other topics'}"
