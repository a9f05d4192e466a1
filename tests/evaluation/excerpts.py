"""How well the excerpts writer answers real questions, beside the first sentences of the best passage.

    python -m tests.evaluation.excerpts ../shared/eval/dev/retrieval [--sample 60] [--part odd] [--show 5] [--keep FOLDER]

For each set: the share of the gold sentences that the draft holds (recall), token F1 against the gold span, the share of
answerable questions a draft was made for, of those the share that cites a gold article, the share of quotes that stand word
for word in what they cite, and how well the score tells drafts that cite a gold article from the others (AUROC).
"""

import argparse
import asyncio
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from helpdesk.adapters.writers.excerpts import compose
from helpdesk.app import open_desk
from helpdesk.domain.draft import WrittenReply
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.markup import flat
from helpdesk.domain.measures import auroc, mean, normal_tokens, share, token_f1, token_recall
from helpdesk.domain.progress import unheard
from helpdesk.domain.quoting import MARKER
from helpdesk.domain.sentences import sentences
from helpdesk.paths import Workspace
from helpdesk.ports.writing import WritingTask
from helpdesk.services.confidence import Confidence
from helpdesk.services.question_sets import Question, QuestionSet, found_sets, questions_of
from helpdesk.settings import Settings

FOUND = 0.8
"""Share of a gold sentence's tokens from which it counts as held: marks of markdown are not words."""

PARTS = {"even": slice(0, None, 2), "odd": slice(1, None, 2), "all": slice(None)}


@dataclass(frozen=True)
class Asked:
    question: Question
    asks: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @property
    def gold(self) -> str:
        """What a right answer says: the marked passage text, else the written answer."""
        return max((*self.question.spans, *(() if self.question.spans else self.question.answers)), key=len, default="")


@dataclass(frozen=True)
class Outcome:
    asked: Asked
    reply: WrittenReply
    score: float

    @property
    def body(self) -> str:
        return "" if self.reply.abstained else MARKER.sub("", self.reply.text)

    @property
    def baseline(self) -> str:
        """The first three sentences of the best passage."""
        hits = [hit for evidence in self.asked.evidence for hit in evidence.hits]
        best = max(hits, key=lambda hit: hit.score, default=None)
        return " ".join(sentences(flat(best.passage.text))[:3]) if best else ""

    @property
    def right(self) -> bool:
        cited = {citation.path for citation in self.reply.citations}
        return self.asked.question.answerable and bool(cited & self.asked.question.documents)

    def supported(self) -> Iterator[bool]:
        passages = {hit.passage.id: hit.passage for evidence in self.asked.evidence for hit in evidence.hits}
        return (citation.quote in passages[citation.passage_id].text for citation in self.reply.citations)


@dataclass(frozen=True)
class Figures:
    """Shares in [0, 1] over answerable questions; `abstention` over all of them."""

    asked: int
    drafted: float
    right: float
    recall: float
    f1: float
    first_recall: float
    first_f1: float
    support: float
    abstention: float | None

    def line(self, name: str) -> str:
        told = "  -  " if self.abstention is None else f"{self.abstention:.3f}"
        return (
            f"{name:<20} {self.asked:>4}  {self.drafted:.3f}   {self.right:.3f}   {self.recall:.3f} {self.f1:.3f}"
            f"   {self.first_recall:.3f} {self.first_f1:.3f}   {self.support:.3f}  {told}"
        )


HEAD = f"{'set':<20} {'asked':>4} drafted right   recall F1      first 3: recall F1   support AUROC"


async def asked(one: QuestionSet, questions: Sequence[Question], folder: Path) -> list[Asked]:
    """Each question as the desk finds for it, in a workspace that is kept in `folder`."""
    async with open_desk(Settings(writer="excerpts"), Workspace(folder / one.name), lambda _: None) as desk:
        if not await desk.knowledge.bases():
            await desk.knowledge.import_path(one.kb, one.name, unheard)
        return [Asked(question, *await desk.retrieval.gather("", question.text, ())) for question in questions]


def answered(one: Asked) -> Outcome:
    task = WritingTask("", one.question.text, (), one.asks, one.evidence, "", "Desk", "Ada", "en", letter=False)
    reply = compose(task)
    return Outcome(one, reply, Confidence().assess(task, reply).score)


def figures(outcomes: Sequence[Outcome]) -> Figures:
    answerable = [one for one in outcomes if one.asked.question.answerable]
    judged = [one for one in answerable if normal_tokens(one.asked.gold)]
    drafted = [one for one in answerable if not one.reply.abstained]
    quotes = [held for one in outcomes for held in one.supported()]
    return Figures(
        len(outcomes),
        share([not one.reply.abstained for one in answerable]) or 0.0,
        share([one.right for one in drafted]) or 0.0,
        mean([sentence_recall(one.body, one.asked.gold) for one in judged]) or 0.0,
        mean([token_f1(one.body, one.asked.gold) for one in judged]) or 0.0,
        mean([sentence_recall(one.baseline, one.asked.gold) for one in judged]) or 0.0,
        mean([token_f1(one.baseline, one.asked.gold) for one in judged]) or 0.0,
        1.0 if not quotes else sum(quotes) / len(quotes),
        auroc([(one.score, one.right) for one in outcomes]),
    )


def sentence_recall(text: str, gold: str) -> float:
    """The share of the gold's sentences that the text holds."""
    wanted = [sentence for sentence in sentences(flat(gold)) if normal_tokens(sentence)]
    return sum(token_recall(text, sentence) >= FOUND for sentence in wanted) / len(wanted) if wanted else 0.0


def sampled(questions: Sequence[Question], most: int) -> list[Question]:
    return list(questions[:: max(1, len(questions) // most)][:most])


def show(outcomes: Sequence[Outcome], most: int) -> None:
    for one in outcomes[:most]:
        fate = "abstains" if one.reply.abstained else "right" if one.right else "WRONG"
        print(f"--- {fate} {one.score:.2f}\n  Q {one.asked.question.text[:300]}")
        print(f"  A {one.body[:600]}\n  G {one.asked.gold[:300]}")


async def main() -> int:
    wanted = argparse.ArgumentParser(prog="python -m tests.evaluation.excerpts")
    wanted.add_argument("folder", type=Path)
    wanted.add_argument("--sample", type=int, default=60, help="questions of each set")
    wanted.add_argument("--part", choices=PARTS, default="odd", help="even ones are for trying things out")
    wanted.add_argument("--show", type=int, default=0)
    wanted.add_argument("--keep", type=Path, help="where to keep the workspaces for the next time")
    told = wanted.parse_args()
    with TemporaryDirectory() as scratch:
        print(HEAD)
        for one in found_sets(told.folder):
            questions = sampled(questions_of(one, every=False), told.sample)[PARTS[told.part]]
            outcomes = [answered(each) for each in await asked(one, questions, told.keep or Path(scratch))]
            print(figures(outcomes).line(one.name), flush=True)
            show(outcomes, told.show)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
