"""How well sentences without support are told: `python -m tests.evaluation.proof FOLDER [--every 3] [--show 5]`.

One sentence of each answer is made wrong (or, for the sound kinds, said otherwise). A sentence counts as found when it is
judged unsupported; every other sentence so judged is a false alarm.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from helpdesk.domain.proof import Level, SentenceProof, prove
from helpdesk.domain.spans import Sources
from helpdesk.services.question_sets import found_sets, questions_of
from tests.evaluation.perturbed import SOUND, SPOILT, Case, cases

NOT_JUDGED = "not judged"


@dataclass
class Tally:
    """Of one kind: how the changed sentences were judged, and how many of the others were called unsupported."""

    levels: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    others: int = 0
    alarms: int = 0

    @property
    def cases(self) -> int:
        return sum(self.levels.values())

    @property
    def found(self) -> int:
        return self.levels[Level.UNSUPPORTED]

    @property
    def recall(self) -> float:
        return self.found / self.cases if self.cases else 1.0

    @property
    def precision(self) -> float:
        told = self.found + self.alarms
        return self.found / told if told else 1.0

    def add(self, other: "Tally") -> None:
        for level, count in other.levels.items():
            self.levels[level] += count
        self.others += other.others
        self.alarms += other.alarms


def judged(every: Iterable[Case], show: int = 0) -> dict[str, Tally]:
    """By kind."""
    tallies: dict[str, Tally] = {kind: Tally() for kind in (*SPOILT, *SOUND)}
    shown: dict[str, int] = defaultdict(int)
    for case in every:
        proof = prove(case.text, Sources(case.sources))
        changed = [one for one in proof.sentences if case.place[0] <= one.start < case.place[1]]
        others = [one for one in proof.sentences if one not in changed]
        tally = tallies[case.kind]
        worst = max((one.level for one in changed), key=tuple(Level).index, default=NOT_JUDGED)
        tally.levels[worst] += 1
        tally.others += len(others)
        tally.alarms += sum(one.level is Level.UNSUPPORTED for one in others)
        if (worst is Level.UNSUPPORTED) != (case.kind in SPOILT) and shown[case.kind] < show:
            shown[case.kind] += 1
            explain(case, changed)
    return tallies


def explain(case: Case, changed: Iterable[SentenceProof]) -> None:
    texts = {source.passage_id: source.text for source in case.sources}
    for one in changed:
        span = texts[one.passage_id][slice(*one.span)] if one.passage_id else ""
        print(f"    {case.kind} {one.level} {', '.join(one.why)} {one.backing}")
        print(f"      said   {case.text[one.start : one.end]!r}\n      source {span!r}")


def told(name: str, tallies: dict[str, Tally]) -> None:
    print(name)
    for kind, tally in tallies.items():
        levels = "  ".join(f"{level} {tally.levels[level]}" for level in (*Level, NOT_JUDGED) if tally.levels[level])
        if kind in SPOILT:
            print(f"  {kind:<15} {tally.cases:>5}  precision {tally.precision:.3f}  recall {tally.recall:.3f}   {levels}")
        elif tally.cases:
            print(f"  {kind:<15} {tally.cases:>5}  false alarms {tally.recall:.3f}                {levels}")


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.evaluation.proof", description=__doc__)
    asked.add_argument("folder", type=Path, help="with one folder a set, as `helpdesk eval` takes it")
    asked.add_argument("--every", type=int, default=3, help="every so many questions")
    asked.add_argument("--show", type=int, default=0)
    wanted = asked.parse_args()
    whole: dict[str, Tally] = {kind: Tally() for kind in (*SPOILT, *SOUND)}
    for one in found_sets(wanted.folder):
        tallies = judged(cases(one, questions_of(one, every=False)[:: wanted.every]), wanted.show)
        told(one.name, tallies)
        for kind, tally in tallies.items():
            whole[kind].add(tally)
    told("all sets", whole)
    return 0


if __name__ == "__main__":
    sys.exit(main())
