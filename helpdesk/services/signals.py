"""What can be measured about a draft without asking anyone: retrieval, grounding, the model's own figures and context.

Each in [0, 1]; what could not be had is absent, and what is no number stays none: both are for the score to judge.
"""

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from helpdesk.domain import language, support, triage
from helpdesk.domain.article import Passage
from helpdesk.domain.asks import own_words
from helpdesk.domain.contradictions import Disagreement, disagreements
from helpdesk.domain.draft import Citation, WrittenReply
from helpdesk.domain.markup import flat
from helpdesk.domain.output_filter import unsupported_numbers
from helpdesk.domain.proof import Proof, SentenceProof, prove
from helpdesk.domain.quoting import MARKER
from helpdesk.domain.spans import Source, Sources
from helpdesk.domain.track_record import TrackRecord, smoothed
from helpdesk.ports.writing import WritingTask

COMPARED = 6
"""Of the passages found, those looked at for one that says otherwise than what is cited."""


@dataclass(frozen=True)
class Measured:
    """A draft as it is measured; what is looked at more than once is worked out once."""

    task: WritingTask
    reply: WrittenReply
    record: TrackRecord

    @cached_property
    def signals(self) -> dict[str, float]:
        """By name, see domain.score_signals; with some that are only kept to be looked at."""
        found = {**support.found(self.task.evidence), **self._context(), **_history(self.task, self.record)}
        if not self.reply.abstained:
            asks = support.whole_asks(self.task.asks, own_words(self.task.message))
            found |= support.quoted(asks, self.task.evidence, self.reply.citations)
            found |= self._grounding() | _sureness(self.reply.trace.figures if self.reply.trace else {})
        return {name: round(_unit(value), 4) for name, value in found.items()}

    @cached_property
    def known(self) -> str:
        """What a reply may say without a source."""
        task = self.task
        return f"{task.subject} {task.message} {task.signature} {task.requester} {task.company}"

    @cached_property
    def proof(self) -> Proof:
        """The judgement an agent sees in the editor."""
        sources = Sources(_cited(self.task, self.reply.citations), self.known)
        return prove(self.reply.text, sources, self.task.signature)

    @cached_property
    def backing(self) -> tuple[tuple[SentenceProof, float | None], ...]:
        """Each sentence with how well the passages its marks name back it; None for what names no source and is not quoted word
        for word either (a line of a list, a sentence of a longer quote)."""
        quotes = " ".join(flat(c.quote) for c in self.reply.citations)
        numbers = {c.n for c in self.reply.citations}
        return tuple((one, _backed(one, MARKER.sub("", self.proof.said(one)), numbers, quotes)) for one in self.proof.sentences)

    @cached_property
    def unbacked_numbers(self) -> tuple[str, ...]:
        passages = {passage.id: passage.embedded_text for passage in self.task.passages.values()}
        quoted = " ".join(passages.get(c.passage_id, c.quote) for c in self.reply.citations)
        return unsupported_numbers(self.reply.text, f"{quoted} {self.known}")

    @cached_property
    def disagreement(self) -> tuple[Passage, Passage, Disagreement] | None:
        """Two passages of different articles, one of them cited, that say otherwise of the same."""
        return next(self._disagreements(), None)

    def _disagreements(self) -> Iterator[tuple[Passage, Passage, Disagreement]]:
        cited = {citation.passage_id for citation in self.reply.citations}
        found = {hit.passage.id: hit.passage for e in self.task.evidence for hit in e.hits[:COMPARED]}
        for one, other in combinations(found.values(), 2):
            if one.article_id != other.article_id and cited & {one.id, other.id}:
                yield from ((one, other, made) for made in disagreements(one, other))

    def _grounding(self) -> dict[str, float]:
        shares = [share for _, share in self.backing]
        return {
            "support-mean": support.mean([share or 0.0 for share in shares]) if shares else 1.0,
            "support-min": min((share or 0.0 for share in shares), default=1.0),
            "share-cited": sum(share is not None for share in shares) / len(shares) if shares else 1.0,
            "numbers-backed": float(not self.unbacked_numbers),
            "sources-agree": float(self.disagreement is None),
        }

    def _context(self) -> dict[str, float]:
        task, reply = self.task, self.reply
        raised = triage.flags(task.message, task.subject)
        return {
            "language-match": float(_languages_match(task, reply)),
            "length": len(own_words(task.message).split()) / 150,
            "many-asks": (len(task.asks) - 1) / 4,
            "severity": float(bool(raised & {triage.Flag.ANGER, triage.Flag.URGENT, triage.Flag.SAFETY})),
            "no-question": float(not task.asks),
            "abstained": float(reply.abstained),
            "complete": float(reply.complete),
            "fallback": float(bool(reply.fallback)),
            "suspicious": float(triage.Flag.INJECTION in raised),
            "spam": float(triage.Flag.SPAM in raised),
            "never-auto": float(bool(raised & triage.NEVER_AUTO)),
        }


def _unit(value: float) -> float:
    return value if math.isnan(value) else min(1.0, max(0.0, value))


def _sureness(figures: Mapping[str, float]) -> dict[str, float]:
    """Log-probabilities as probabilities; a server that does not tell them leaves them out."""
    found = {"sureness": "logprob_mean", "sureness-low": "logprob_p05"}
    sure = {name: math.exp(min(0.0, figures[told])) for name, told in found.items() if told in figures}
    return sure | ({"first-margin": figures["first_margin"]} if "first_margin" in figures else {})


def _history(task: WritingTask, record: TrackRecord) -> dict[str, float]:
    found = {"past-likeness": task.past.likeness} if task.past is not None else {}
    if record.of_intent.count:
        found["intent-record"] = smoothed(record.of_intent)
    if (worst := record.worst_article) is not None:
        found["article-record"] = smoothed(worst.tally)
    return found


def _backed(one: SentenceProof, bare: str, numbers: Set[int], quotes: str) -> float | None:
    if numbers & set(one.marks):
        return one.backing
    return 1.0 if flat(bare) in quotes else None


def _cited(task: WritingTask, citations: Sequence[Citation]) -> list[Source]:
    passages = {passage.id: passage.text for passage in task.passages.values()}
    marks = {c.passage_id: [other for other in citations if other.passage_id == c.passage_id] for c in citations}
    return [
        Source(
            passage_id,
            tuple(c.n for c in found),
            f"{found[0].title} {found[0].heading}",
            passages.get(passage_id, "\n\n".join(c.quote for c in found)),
        )
        for passage_id, found in marks.items()
    ]


def _languages_match(task: WritingTask, reply: WrittenReply) -> bool:
    theirs = language.guess(task.message) or task.language
    ours = language.guess(" ".join(flat(c.quote) for c in reply.citations)) if reply.citations else ""
    return not theirs or not ours or theirs == ours
