"""Learns the weights of services/retrieval/mixes.py: python -m tests.evaluation.learn_mixes SETS [--model DIR] [--keep FILE]

SETS is a folder of question sets. Weights are learned on the even-numbered questions of each set by hill climbing on span
recall@5 + MRR@10, each set counting once, and reported on the odd ones. --keep remembers vectors between runs;
--without-dictionary searches without the words that come with a desk.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import astuple, fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from helpdesk.adapters.index import LocalIndex
from helpdesk.app import EMBEDDERS, PASSAGE_RULES
from helpdesk.domain.fusion import MOST_OF_AN_ARTICLE, Mix, fused
from helpdesk.domain.ids import PassageId
from helpdesk.domain.stand_ins import StandIns
from helpdesk.paths import Workspace
from helpdesk.services.question_sets import found_sets
from helpdesk.services.retrieval import MIXES
from helpdesk.settings import Settings
from tests.evaluation.lessons import RANKS, SPAN_PASSAGES, Course, KeptVectors, Lesson, figures, taught

STEPS = (0.2, 0.1, 0.05)
LEARNED = [f.name for f in fields(Mix) if f.name not in ("spread", "said")]


class Sheet:
    """A lesson as numbers: a row of features a candidate, in the order of LEARNED."""

    def __init__(self, course: Course, one: Lesson, mix: Mix) -> None:
        drawn = rows_of(one, mix, 1 - one.share)
        for i, row in (rows_of(one.around, mix, one.share) if one.around else {}).items():
            drawn[i] = drawn[i] + row if i in drawn else row
        table = np.array(list(drawn.values()), np.float32).reshape(len(drawn), len(LEARNED) + 1)
        self.features, self.codes = table[:, :-1], table[:, -1]
        self.articles = [course.parts[i - 1].article for i in drawn]
        self.right = {course.parts[i - 1].article for i in one.right}
        self.spans = None if one.spans is None else [i in one.spans for i in drawn]

    def judged(self, weights: NDArray[np.float32]) -> tuple[float | None, float]:
        """(span found, reciprocal rank), without the look at repetitions."""
        order = np.argsort(-(self.features @ weights / weights.sum() + self.codes), kind="stable")[: 4 * RANKS].tolist()
        taken: dict[int, int] = {}
        chosen = []
        for row in order:
            article = self.articles[row]
            taken[article] = taken.get(article, 0) + 1
            if taken[article] <= MOST_OF_AN_ARTICLE:
                chosen.append(row)
        rank = next((1 / n for n, article in enumerate(list(taken)[:RANKS], 1) if article in self.right), 0.0)
        return None if self.spans is None else float(any(self.spans[row] for row in chosen[:SPAN_PASSAGES])), rank


def rows_of(one: Lesson, mix: Mix, share: float) -> dict[PassageId, NDArray[np.float32]]:
    """Candidate → its features and, last, its exact names, best first, each by this share of the whole."""
    found = {}
    for s in fused(((c.passage_id, c.bm25, c.cosine) for c in one.candidates), mix, one.once):
        k = one.likeness[s.passage_id]
        row = (s.lexical, s.meaning, k.pairs, k.runs, k.triples, k.heading, k.codes)
        found[s.passage_id] = share * np.array(row, np.float32)
    return found


def mean_of(sheets: Mapping[str, Sequence[Sheet]], weights: NDArray[np.float32]) -> float:
    total = 0.0
    for some in sheets.values():
        judged = [sheet.judged(weights) for sheet in some]
        spans = [span for span, _ in judged if span is not None]
        total += sum(spans) / len(spans) + sum(rank for _, rank in judged) / len(judged)
    return total / len(sheets)


def climbed(sheets: Mapping[str, Sequence[Sheet]], start: Mix) -> Mix:
    weights = np.array([getattr(start, name) for name in LEARNED], np.float32)
    best = mean_of(sheets, weights)
    for step in STEPS:
        moved = True
        while moved:
            moved = False
            for place in range(len(weights)):
                for change in (step, -step):
                    tried = weights.copy()
                    tried[place] = max(0.0, tried[place] + change)
                    if (score := mean_of(sheets, tried)) > best + 1e-5:
                        weights, best, moved = tried, score, True
        sys.stderr.write(f"step {step}: {best:.4f} {weights.round(3).tolist()}\n")
    return replace(start, **{name: round(float(w), 3) for name, w in zip(LEARNED, weights, strict=True)})


def report(courses: Sequence[Course], mix: Mix, words: str) -> None:
    sys.stdout.write(f"{words}: {dict(zip([f.name for f in fields(Mix)], astuple(mix), strict=True))}\n")
    for half, name in ((slice(None, None, 2), "even"), (slice(1, None, 2), "odd"), (slice(None), "all")):
        told = [(course.name, figures(course, mix, course.lessons[half])) for course in courses]
        spans, ranks = (sum(found[i] for _, found in told) / len(told) for i in (0, 1))
        each = "  ".join(f"{set_name} {span:.3f}/{rank:.3f}" for set_name, (span, rank) in told)
        sys.stdout.write(f"  {name:5s} {spans:.4f} / {ranks:.4f}   {each}\n")


async def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path)
    parser.add_argument("--model", default="")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only-report", action="store_true")
    parser.add_argument("--without-dictionary", action="store_true")
    wanted = parser.parse_args(arguments)
    settings = Settings(embedder="fastembed", model_folder=wanted.model) if wanted.model else Settings()
    kept = KeptVectors(wanted.keep)
    words = StandIns() if wanted.without_dictionary else None
    courses = []
    for one in found_sets(wanted.sets):
        with TemporaryDirectory() as folder:
            place = Workspace(Path(folder))
            index = LocalIndex(place.index, EMBEDDERS[settings.embedder](settings, place))
            try:
                courses.append(await taught(one, index, PASSAGE_RULES[settings.embedder](settings), kept, shipped=words))
            finally:
                await index.aclose()
        sys.stderr.write(f"{one.name}: {len(courses[-1].parts)} passages, {len(courses[-1].lessons)} questions\n")
    shipped = MIXES[settings.embedder]
    report(courses, Mix(1.0, 0.0), "words alone")
    report(courses, Mix(0.0, 1.0), "vectors alone")
    report(courses, shipped, "shipped")
    if not wanted.only_report:
        sheets = {course.name: [Sheet(course, one, shipped) for one in course.lessons[::2]] for course in courses}
        report(courses, climbed(sheets, shipped), "learned on even")


if __name__ == "__main__":
    os.nice(10)
    asyncio.run(main(sys.argv[1:]))
