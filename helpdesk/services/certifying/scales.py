"""The evidence of one drafter, kept weighed: what is settled is added once, what may still change is laid on top each time.

It is a fold of rows and can be thrown away at any time. Where a label of a settled row was changed or taken back, the fold goes
back to a copy of itself from before that row; when it cannot tell, everything is weighed anew.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from helpdesk.domain.certificate import POOLED, Certificate, Goal
from helpdesk.domain.drift import Detector
from helpdesk.domain.ids import DraftId
from helpdesk.domain.risk import Weighing
from helpdesk.ports.certifying_records import REWRITINGS_KEPT, Drafter, Judged, Rewriting
from helpdesk.ports.store import Records

ROWS_BETWEEN = 250
MOST_COPIES = 64


@dataclass(frozen=True)
class Case:
    """What is asked of whom: of `drafter`, judged by a scorer with this `grid`, since then, with reviewers that notice a share
    `q` of wrong drafts. `watched` are its certificates that stand. Drift is watched since the first about their topic was
    granted (`begun`), however often one ended and came back."""

    drafter: Drafter
    goal: Goal
    grid: tuple[float, ...]
    since: datetime
    q: float
    watched: tuple[Certificate, ...] = ()
    begun: Mapping[str, datetime] = field(default_factory=dict)

    def watched_from(self) -> dict[int, str]:
        return {one.id: sortable(self.begun.get(one.topic, one.granted_at)) for one in self.watched}


@dataclass(frozen=True)
class Weights:
    """Everything weighed: by topic (POOLED: all of the goal together), and each certificate's drift, value by value."""

    by_topic: Mapping[str, Weighing]
    drift: Mapping[int, tuple[float, ...]]

    @property
    def pooled(self) -> Weighing:
        return self.by_topic[POOLED]


@dataclass
class _Fold:
    """`last` is the place of the last row added."""

    last: tuple[str, DraftId] | None = None
    by_topic: dict[str, Weighing] = field(default_factory=dict)
    detectors: dict[int, Detector] = field(default_factory=dict)
    drift: dict[int, list[float]] = field(default_factory=dict)


class _Pile:
    """`mark` is that of the last rewriting it knows of."""

    def __init__(self, case: Case, mark: str) -> None:
        self.case, self.mark = case, mark
        self._granted = case.watched_from()
        self.fold = _Fold(None, {POOLED: self._empty()})
        self._copies: list[_Fold] = []
        self._every, self._since = ROWS_BETWEEN, 0

    def adopt(self, case: Case) -> bool:
        """The same asked of the same, while other certificates stand; False when one is watched from before what was added."""
        if replace(self.case, watched=(), begun={}) != replace(case, watched=(), begun={}):
            return False
        granted = case.watched_from()
        last = self.fold.last[0] if self.fold.last else ""
        if any(at <= last for key, at in granted.items() if key not in self._granted):
            return False
        self.case, self._granted = case, granted
        return True

    def _empty(self) -> Weighing:
        goal = self.case.goal
        return Weighing(self.case.grid, goal.alpha, goal.delta, self.case.q)

    def add(self, row: Judged) -> None:
        if self._since >= self._every:
            self._copy()
        fold, self._since = self.fold, self._since + 1
        fold.last = row.place
        if not self.case.goal.asks_for(row.topic):
            return
        for topic in {POOLED, row.topic}:
            fold.by_topic.setdefault(topic, self._empty()).add(row.score, row.wrong)
        self._watch(row, fold.detectors, fold.drift)

    def _copy(self) -> None:
        """One more; when there are too many, every second goes and they lie twice as far apart."""
        self._copies.append(deepcopy(self.fold))
        self._since = 0
        if len(self._copies) > MOST_COPIES:
            self._copies = self._copies[::2]
            self._every *= 2

    def go_back(self, before: str, mark: str) -> bool:
        """To where no row that arrived then or later was added; False when there is no copy from before."""
        self.mark = mark
        if self.fold.last is None or self.fold.last[0] < before:
            return True
        kept = bisect_left([copy.last[0] if copy.last else "" for copy in self._copies], before)
        if not kept:
            return False
        del self._copies[kept:]
        self.fold, self._since = self._copies.pop(), self._every
        return True

    def with_loose(self, rows: Sequence[Judged]) -> Weights:
        """Laid on top: copies of what they touch."""
        fold = self.fold
        wanted = [row for row in rows if self.case.goal.asks_for(row.topic)]
        touched = {topic for row in wanted for topic in (POOLED, row.topic)}
        lifted = {topic: deepcopy(fold.by_topic[topic]) if topic in fold.by_topic else self._empty() for topic in touched}
        watching = deepcopy(fold.detectors) if wanted else {}
        seen = {one.id: list(fold.drift.get(one.id, ())) for one in self.case.watched}
        for row in wanted:
            for topic in {POOLED, row.topic}:
                lifted[topic].add(row.score, row.wrong, waiting=row.waiting)
            if not row.waiting:
                self._watch(row, watching, seen)
        return Weights({**fold.by_topic, **lifted}, {key: tuple(said) for key, said in seen.items()})

    def _watch(self, row: Judged, detectors: dict[int, Detector], drift: dict[int, list[float]]) -> None:
        for one in self.case.watched:
            if row.at >= self._granted[one.id] and row.score >= one.cut and one.speaks_of(row.topic):
                detector = detectors.setdefault(one.id, Detector(one.alpha * one.sensitivity))
                drift.setdefault(one.id, []).append(detector.add(row.wrong))


class Scales:
    def __init__(self) -> None:
        self._piles: dict[Drafter, _Pile] = {}

    async def weighed(self, records: Records, case: Case, unsettled: DraftId | None = None) -> Weights:
        """`unsettled` is a draft whose label this very transaction writes: it counts, but is not kept, for the transaction may
        fail yet."""
        while True:
            pile = self._pile(case, await records.assessments.rewritten())
            last = pile.fold.last
            rows = await records.assessments.evidence(case.drafter, case.since, last)
            if pile.fold.last == last:  # nobody else has added the same rows meanwhile
                break
        settled = _settled(rows, unsettled)
        for row in rows[:settled]:
            pile.add(row)
        self._piles[case.drafter] = pile
        return pile.with_loose(rows[settled:])

    def _pile(self, case: Case, rewritings: Sequence[Rewriting]) -> _Pile:
        newest = rewritings[-1].mark if rewritings else ""
        pile = self._piles.get(case.drafter)
        if pile is not None and pile.adopt(case):
            since = _since(rewritings, pile.mark)
            if since is not None and (not since or pile.go_back(min(one.at for one in since), newest)):
                return pile
        return _Pile(case, newest)


def _since(rewritings: Sequence[Rewriting], mark: str) -> Sequence[Rewriting] | None:
    """Those after the one of that mark; None when it cannot be told."""
    if not mark:
        return rewritings if len(rewritings) < REWRITINGS_KEPT else None
    at = next((place for place, one in enumerate(rewritings) if one.mark == mark), None)
    return None if at is None else rewritings[at + 1 :]


def _settled(rows: Iterable[Judged], unsettled: DraftId | None) -> int:
    """How many of the first rows may be kept."""
    count = 0
    for row in rows:
        if row.waiting or row.draft_id == unsettled:
            break
        count += 1
    return count


def sortable(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
