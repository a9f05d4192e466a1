"""Years at a desk by the rules alone, without the desk: what takes an hour through the services takes seconds here, so that it
can be lived often enough to count how often a promise holds. The same customers, reviewer, audits, test drafts and drift.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from helpdesk.domain.betting import anytime_sensitivity
from helpdesk.domain.drift import ALARM, Detector
from helpdesk.domain.lot import audit_share
from helpdesk.domain.risk import Weighing
from tests.soak.risk_worlds import DELTA
from tests.soak.station import Station

ALPHA = 0.05
NOTICED = 0.85
TEST_SHARE = 0.02
FEWEST_TESTS = 20
CHANGED_EVERY = 45
GRID = (0.9, 0.875, 0.85, 0.825, 0.8, 0.775, 0.75, 0.725, 0.7, 0.65, 0.6, 0.55, 0.5)
KINDS = ((0.98, 0.005, 8), (0.91, 0.01, 4), (0.88, 0.03, 3), (0.82, 0.09, 2), (0.8, 0.14, 2), (0.77, 0.18, 1), (0.5, 0.35, 1))
"""(usual score, how often wrong, how often asked)."""
TOPICS = 5
A_WEEK = 7 * 0.5


@dataclass
class Evidence:
    """What is known since the last alarm, weighed at the sensitivity known of the reviewer."""

    rows: list[tuple[float, bool]] = field(default_factory=list)
    tests: list[bool] = field(default_factory=list)
    q: float = 1.0
    weighing: Weighing = field(default_factory=lambda: Weighing(GRID, ALPHA, DELTA))

    def add(self, score: float, wrong: bool) -> float | None:
        """The cut proven now."""
        self.rows.append((score, wrong))
        self.weighing.add(score, wrong)
        found = self.weighing.certified()
        return found.cut if found else None

    def tested(self, caught: bool) -> None:
        self.tests.append(caught)
        if len(self.tests) < FEWEST_TESTS:
            return
        q = int(anytime_sensitivity(self.tests, DELTA / 2) * 50) / 50
        if q != self.q:
            self.q = q
            self._weigh_anew()

    def begin_anew(self) -> None:
        self.rows = []
        self._weigh_anew()

    def _weigh_anew(self) -> None:
        self.weighing = Weighing(GRID, ALPHA, DELTA, self.q)
        for score, wrong in self.rows:
            self.weighing.add(score, wrong)


@dataclass
class YearByRule:
    chance: Random
    a_day: int
    evidence: Evidence = field(default_factory=Evidence)
    factors: list[float] = field(default_factory=lambda: [1.0] * TOPICS)
    cut: float | None = None
    since: int = 0
    detector: Detector | None = None
    sent: int = 0
    wrong: int = 0
    alarms: int = 0

    def live(self, days: int) -> None:
        for day in range(days):
            if day % CHANGED_EVERY == CHANGED_EVERY - 1:
                self.factors[self.chance.randrange(TOPICS)] = self.chance.uniform(0.4, 5.0)
            paused = False
            for _ in range(self.a_day):
                paused = self._ticket(day, paused)
            if paused:
                self.alarms += 1
                self.factors = [min(1.0, factor) for factor in self.factors]

    def _ticket(self, day: int, paused: bool) -> bool:
        chance = self.chance
        ((usual, error, _),) = chance.choices(KINDS, [often for _, _, often in KINDS])
        score = usual + chance.uniform(-0.01, 0.01)
        is_wrong = chance.random() < min(1.0, error * self.factors[chance.randrange(TOPICS)])
        sends = self.cut is not None and not paused
        share = audit_share(timedelta(days=day - self.since), A_WEEK * self.a_day) if sends else 1.0
        if chance.random() >= share:
            if self.cut is not None and score >= self.cut:
                self.sent += 1
                self.wrong += is_wrong
            return paused
        if chance.random() < TEST_SHARE:
            self.evidence.tested(chance.random() < NOTICED)
        return self._audited(day, score, is_wrong and chance.random() < NOTICED) or paused

    def _audited(self, day: int, score: float, seen_wrong: bool) -> bool:
        """Whether the desk pauses itself for it."""
        before, self.cut = self.cut, self.evidence.add(score, seen_wrong)
        if self.cut is not None and (before is None or self.detector is None):
            self.since, self.detector = day, Detector(ALPHA * self.evidence.q)
        if self.detector is None or self.cut is None or score < self.cut or self.detector.add(seen_wrong) < ALARM:
            return False
        self.evidence.begin_anew()
        self.cut = self.detector = None
        return True


def years_by_rule(station: Station, times: int, days: int = 365, a_day: int = 200) -> dict[str, int]:
    """What left by itself was wrong no more often than promised in nine years of ten at least."""
    kept = sent = alarms = 0
    worst = 0.0
    for _ in range(times):
        year = YearByRule(station.chance, a_day)
        year.live(days)
        risk = year.wrong / max(1, year.sent)
        kept += risk <= ALPHA
        sent, alarms, worst = sent + year.sent, alarms + year.alarms, max(worst, risk)
    assert kept >= (1 - DELTA) * times, f"the promise was kept in {kept} of {times} years"
    print(f"  of {times} years by rule {kept} kept, the worst at {worst:.4f}", flush=True)
    return {"years": times, "kept": kept, "answers sent a year": sent // times, "pauses in all of them": alarms}
