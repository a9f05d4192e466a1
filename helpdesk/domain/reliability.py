"""How far a score can be relied on, read off the drafts people decided about. Shares come with exact intervals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.binomial import exact_interval, exact_upper
from helpdesk.domain.measures import auroc, calibration_error, reliability

FEWEST = 20
"""Decided drafts below which nothing is shown, and drawn ones below which no risk is."""

FEWEST_OF_EACH = 10
"""Right and wrong ones each below which a signal says nothing."""

BINS = 8
POINTS = 40
DIGITS = 3
"""Of scores counted together; what that blurs no plot shows."""


@dataclass(frozen=True)
class ScoredDraft:
    """`drawn` by lot before anybody knew the score, and among what counts as evidence: only those tell of risk, all of them
    tell of honesty."""

    score: float
    wrong: bool
    drawn: bool


@dataclass(frozen=True)
class Band:
    """Drafts of about the same score. `low` and `high` bound the share that is right, together wrong in one of ten cases."""

    score: float
    right: int
    count: int
    low: float
    high: float


@dataclass(frozen=True)
class Cut:
    """Sending from `score` on: the share of all drafts that would go, and what is known of them."""

    score: float
    coverage: float
    checked: int
    wrong: int
    upper: float

    @property
    def risk(self) -> float:
        return self.wrong / self.checked


@dataclass(frozen=True)
class Telling:
    """A signal's power to tell right from wrong: the chance that it is higher for a right draft than for a wrong one (.5: it
    says nothing). `right` and `wrong` count the drafts that had it."""

    signal: str
    power: float
    right: int
    wrong: int


@dataclass(frozen=True)
class Judgement:
    """Of one writer and scorer. `decided` drafts by people; since evidence counts (None: since ever) `drafts` in all and
    `drawn` ones among the decided, which `cuts` tell of; `minutes` a person takes over one, measured or assumed; `a_week`
    drafts come."""

    writer: str
    scorer: str
    decided: int = 0
    wrong: int = 0
    drafts: int = 0
    drawn: int = 0
    since: datetime | None = None
    bands: tuple[Band, ...] = ()
    off_by: float | None = None
    power: float | None = None
    cuts: tuple[Cut, ...] = ()
    telling: tuple[Telling, ...] = ()
    a_week: float = 0.0
    minutes: float = 0.0
    how: str = ""


def bands(drafts: Sequence[ScoredDraft], miss: float) -> tuple[Band, ...]:
    """Of equal mass, least sure first."""
    found = reliability([(draft.score, not draft.wrong) for draft in drafts], BINS)
    made = []
    for one in found:
        right = round(one.right * one.count)
        made.append(Band(one.confidence, right, one.count, *exact_interval(right, one.count, miss)))
    return tuple(made)


def off_by(drafts: Sequence[ScoredDraft]) -> float | None:
    """How far score and share of right ones are apart on average."""
    return calibration_error([(draft.score, not draft.wrong) for draft in drafts], BINS)


def power(drafts: Sequence[ScoredDraft]) -> float | None:
    return auroc([(draft.score, not draft.wrong) for draft in drafts])


def cuts(drafts: Sequence[ScoredDraft], scores: Iterable[tuple[float, bool, int]], delta: float) -> tuple[Cut, ...]:
    """From the strictest on. `scores` are (score to DIGITS, may it be sent, how many) of all drafts, decided or not; `upper`
    bounds the risk of each cut by itself with confidence 1 - `delta`."""
    counted = sorted(scores, reverse=True)
    drafts_in_all = sum(count for _, _, count in counted)
    drawn = sorted(((draft.score, draft.wrong) for draft in drafts if draft.drawn), reverse=True)
    if not drawn:
        return ()
    made: list[Cut] = []
    at, reached = 0, 0
    for step in range(1, POINTS + 1):
        checked = max(1, round(step * len(drawn) / POINTS))
        score = drawn[checked - 1][0]
        while checked < len(drawn) and drawn[checked][0] == score:
            checked += 1
        if made and made[-1].score == score:
            continue
        while at < len(counted) and counted[at][0] >= round(score, DIGITS):
            reached += counted[at][2] if counted[at][1] else 0
            at += 1
        wrong = sum(flag for _, flag in drawn[:checked])
        made.append(
            Cut(score, reached / drafts_in_all if drafts_in_all else 0.0, checked, wrong, exact_upper(wrong, checked, delta))
        )
    return tuple(made)


def telling(drafts: Sequence[tuple[Mapping[str, float], bool]]) -> tuple[Telling, ...]:
    """`drafts` are (signals, was it wrong); the signal that tells most comes first."""
    values: dict[str, list[tuple[float, bool]]] = {}
    for signals, wrong in drafts:
        for name, value in signals.items():
            values.setdefault(name, []).append((value, not wrong))
    made = []
    for name, outcomes in values.items():
        right = sum(good for _, good in outcomes)
        chance = auroc(outcomes)
        if chance is not None and min(right, len(outcomes) - right) >= FEWEST_OF_EACH:
            made.append(Telling(name, chance, right, len(outcomes) - right))
    return tuple(sorted(made, key=lambda one: (-abs(one.power - 0.5), one.signal)))
