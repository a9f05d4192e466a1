"""Measures the desk on questions with known answers: import, search, draft and score, in a workspace of its own.

The form is one folder a set: `kb/*.md` and `questions.jsonl` with `id, question, gold_docs, gold_spans, answer, answerable`.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Protocol

from helpdesk.domain import measures
from helpdesk.domain.draft import Answer
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.import_run import ImportReport
from helpdesk.domain.markup import flat, unlinked
from helpdesk.domain.progress import Progress, Report, unheard
from helpdesk.domain.reply import without_markers
from helpdesk.services.question_sets import Question, QuestionSet, found_sets, questions_of
from helpdesk.services.retrieval import with_places

SPAN_PASSAGES = 5
SPAN_TOKENS = 0.5
"""A draft that quotes this share of a gold span's tokens stands on it."""


class Importing(Protocol):
    async def import_path(self, path: Path, kb: str | None, report: Report) -> ImportReport: ...


class Finding(Protocol):
    async def find(self, question: str, *, limit: int, context: str = ...) -> Evidence: ...


class Asking(Protocol):
    async def ask(self, question: str, earlier: Sequence[str] = ...) -> Answer: ...


class MeasuredDesk(Protocol):
    """The part of a desk that is measured."""

    @property
    def knowledge(self) -> Importing: ...
    @property
    def retrieval(self) -> Finding: ...
    @property
    def pipeline(self) -> Asking: ...


OpenDesk = Callable[[], AbstractAsyncContextManager[MeasuredDesk]]
"""Opens a desk on an empty workspace that is gone afterwards."""


@dataclass(frozen=True)
class Wanted:
    """`k` is the deepest rank looked at; `every` measures all questions of a set that marks a quick sample."""

    k: int = 10
    every: bool = False


@dataclass(frozen=True)
class QuestionRow:
    """What came of one question. `rank` is that of the first right document, from 1. `span_found` looks at the first passages
    as they are, `span_brought` at as many with what they bring along, which is what a draft gets. `signals` are what the
    score is made of."""

    id: str
    answerable: bool
    rank: int | None
    span_found: bool | None
    span_brought: bool | None
    f1: float | None
    abstained: bool
    right: bool
    confidence: float
    route: str
    writer: str
    cited: tuple[str, ...]
    seconds: float
    signals: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class SetReport:
    """`figures` by name; None where a set has nothing to measure it on."""

    name: str
    documents: int
    questions: int
    answerable: int
    figures: Mapping[str, float | None]
    reliability: tuple[measures.Bin, ...]
    risk_curve: tuple[tuple[float, float], ...]
    rows: tuple[QuestionRow, ...] = field(repr=False)


@dataclass(frozen=True)
class EvaluationReport:
    """`mean` is over sets, each counting once; the curves are of all drafts together."""

    sets: tuple[SetReport, ...]
    mean: Mapping[str, float | None]
    reliability: tuple[measures.Bin, ...]
    risk_curve: tuple[tuple[float, float], ...]
    seconds: float

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


class Evaluation:
    def __init__(self, open_desk: OpenDesk, seconds: Callable[[], float] = time.monotonic) -> None:
        self._open_desk = open_desk
        self._seconds = seconds

    async def measure(self, folder: Path, wanted: Wanted | None = None, report: Report = unheard) -> EvaluationReport:
        """Every set in the folder (or the folder itself). Cancel the task to stop. Raises BadInput naming file and line."""
        begun = self._seconds()
        wanted = wanted or Wanted()
        sets = found_sets(folder)
        asked = {one.name: questions_of(one, every=wanted.every) for one in sets}
        pace = _Pace(sum(len(questions) for questions in asked.values()), self._seconds, report)
        reports = [await self._measured(one, asked[one.name], wanted, pace) for one in sets]
        together = [(row.confidence, row.right) for one in reports for row in one.rows]
        return EvaluationReport(
            sets=tuple(reports),
            mean=_means([one.figures for one in reports]),
            reliability=measures.reliability(together),
            risk_curve=measures.risk_curve(together),
            seconds=self._seconds() - begun,
        )

    async def _measured(self, one: QuestionSet, questions: Sequence[Question], wanted: Wanted, pace: "_Pace") -> SetReport:
        async with self._open_desk() as desk:
            imported = await desk.knowledge.import_path(one.kb, one.name, lambda p: pace.importing(one.name, p))
            rows = []
            for question in questions:
                rows.append(await self._row(desk, question, wanted))
                pace.answered(one.name)
        outcomes = [(row.confidence, row.right) for row in rows]
        return SetReport(
            name=one.name,
            documents=imported.added,
            questions=len(rows),
            answerable=sum(row.answerable for row in rows),
            figures=_figures(rows, wanted.k),
            reliability=measures.reliability(outcomes),
            risk_curve=measures.risk_curve(outcomes),
            rows=tuple(rows),
        )

    async def _row(self, desk: MeasuredDesk, question: Question, wanted: Wanted) -> QuestionRow:
        begun = self._seconds()
        evidence = await desk.retrieval.find(question.text, limit=3 * wanted.k, context=question.context)
        answer = await desk.pipeline.ask(question.message, question.earlier)
        documents = list(dict.fromkeys(hit.passage.path for hit in evidence.hits))
        reply = answer.reply
        quotes = flat(unlinked(" ".join(citation.quote for citation in reply.citations)))
        told = bool(question.answerable and question.spans)
        first = evidence.hits[:SPAN_PASSAGES]
        cited = tuple(dict.fromkeys(citation.path for citation in reply.citations))
        body = without_markers(reply.text)
        return QuestionRow(
            id=question.id,
            answerable=question.answerable,
            rank=measures.first_rank(documents, lambda path: path in question.documents) if question.answerable else None,
            span_found=_span_in(question, [hit.passage.text for hit in first]) if told else None,
            span_brought=_span_in(question, [hit.text for hit in with_places(evidence.hits, SPAN_PASSAGES)]) if told else None,
            f1=_best_f1(question, "" if reply.abstained else body) if question.answerable and question.answers else None,
            abstained=reply.abstained,
            right=_is_right(question, reply.abstained, cited, quotes),
            confidence=answer.verdict.score,
            route=answer.verdict.route,
            writer=reply.writer,
            cited=cited,
            seconds=self._seconds() - begun,
            signals=answer.verdict.signals,
        )


def _is_right(question: Question, abstained: bool, cited: Sequence[str], quotes: str) -> bool:
    """Answerable: it stands on a right document or on the gold words. Unanswerable: it did not answer."""
    if not question.answerable or abstained:
        return abstained and not question.answerable
    return any(path in question.documents for path in cited) or any(
        measures.token_recall(quotes, span) >= SPAN_TOKENS for span in question.spans
    )


def _span_in(question: Question, found: Sequence[str]) -> bool:
    texts = [" ".join(measures.normal_tokens(flat(unlinked(text)))) for text in found]
    spans = [" ".join(measures.normal_tokens(span)) for span in question.spans]
    return any(span in text for span in spans for text in texts if span)


def _best_f1(question: Question, body: str) -> float:
    return max(measures.token_f1(body, gold) for gold in question.answers)


def _figures(rows: Sequence[QuestionRow], k: int) -> dict[str, float | None]:
    answerable = [row for row in rows if row.answerable]
    outcomes = [(row.confidence, row.right) for row in rows]
    drafted = [(row.confidence, row.right) for row in rows if not row.abstained]
    figures: dict[str, float | None] = {
        f"hit@{depth}": measures.share([row.rank is not None and row.rank <= depth for row in answerable])
        for depth in sorted({1, 5, k})
    }
    return figures | {
        f"mrr@{k}": measures.mean([measures.reciprocal_rank(row.rank, k) for row in answerable]),
        "span_recall@5": measures.share([row.span_found for row in rows if row.span_found is not None]),
        "span_brought@5": measures.share([row.span_brought for row in rows if row.span_brought is not None]),
        "answer_f1": measures.mean([row.f1 for row in rows if row.f1 is not None]),
        "abstained_answerable": measures.share([row.abstained for row in answerable]),
        "abstained_unanswerable": measures.share([row.abstained for row in rows if not row.answerable]),
        "right": measures.share([row.right for row in rows]),
        "auroc_right": measures.auroc(outcomes),
        "auroc_right_drafted": measures.auroc(drafted),
        "ece": measures.calibration_error(outcomes),
        "risk@50": measures.risk_at(outcomes, 0.5),
        "risk@80": measures.risk_at(outcomes, 0.8),
        "recommended_to_send": measures.share([row.route == "send" for row in rows]),
        "wrong_among_recommended": measures.share([not row.right for row in rows if row.route == "send"]),
        "seconds_per_question": measures.mean([row.seconds for row in rows]),
    }


def _means(figures: Sequence[Mapping[str, float | None]]) -> dict[str, float | None]:
    names = dict.fromkeys(name for one in figures for name in one)
    return {name: measures.mean([v for one in figures if (v := one.get(name)) is not None]) for name in names}


class _Pace:
    """Progress over all questions of all sets, with what is left by the pace so far."""

    def __init__(self, total: int, seconds: Callable[[], float], report: Report) -> None:
        self._total = total
        self._seconds = seconds
        self._report = report
        self._done = 0
        self._spent = 0.0
        self._last = seconds()

    def importing(self, name: str, progress: Progress) -> None:
        self._last = self._seconds()
        label = f"{name}: {progress.label} {progress.done}" + (f" of {progress.total}" if progress.total else "")
        self._report(Progress(self._done, self._total, label))

    def answered(self, name: str) -> None:
        now = self._seconds()
        self._spent += now - self._last
        self._last = now
        self._done += 1
        left = (self._total - self._done) * self._spent / self._done
        self._report(Progress(self._done, self._total, f"{name}: asking", left))
