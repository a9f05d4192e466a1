"""What can be measured about a draft without asking anyone: retrieval, grounding and context, each in [0, 1]."""

from collections.abc import Sequence, Set

from helpdesk.domain import language, support, triage
from helpdesk.domain.asks import own_words
from helpdesk.domain.draft import Citation, WrittenReply
from helpdesk.domain.markup import flat
from helpdesk.domain.output_filter import unsupported_numbers
from helpdesk.domain.proof import SentenceProof, prove
from helpdesk.domain.quoting import MARKER
from helpdesk.domain.spans import Source, Sources
from helpdesk.ports.writing import WritingTask


def measured(task: WritingTask, reply: WrittenReply) -> dict[str, float]:
    """Every signal by name, see domain.scoring.SIGNALS."""
    signals = {**support.found(task.evidence), **_context(task, reply)}
    if not reply.abstained:
        asks = support.whole_asks(task.asks, own_words(task.message))
        signals |= support.quoted(asks, task.evidence, reply.citations) | _grounding(task, reply)
    return {name: round(_unit(value), 4) for name, value in signals.items()}


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))


def _grounding(task: WritingTask, reply: WrittenReply) -> dict[str, float]:
    """How well each stated sentence is backed by the passages its marks name: the judgement an agent sees in the editor."""
    known = f"{task.subject} {task.message} {task.signature} {task.requester} {task.company}"
    proof = prove(reply.text, Sources(_cited(task, reply.citations), known), task.signature)
    quotes = " ".join(flat(c.quote) for c in reply.citations)
    numbers = {c.n for c in reply.citations}
    backed = [_backed(one, MARKER.sub("", proof.said(one)), numbers, quotes) for one in proof.sentences]
    cited = [share for share in backed if share is not None]
    return {
        "support-mean": support.mean([share or 0.0 for share in backed]) if backed else 1.0,
        "support-min": min((share or 0.0 for share in backed), default=1.0),
        "share-cited": len(cited) / len(backed) if backed else 1.0,
        "numbers-backed": float(not unsupported_numbers(reply.text, f"{_quoted(task, reply.citations)} {known}")),
    }


def _backed(one: SentenceProof, bare: str, numbers: Set[int], quotes: str) -> float | None:
    """None for what names no source and is not quoted word for word either (a line of a list, a sentence of a longer quote)."""
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


def _quoted(task: WritingTask, citations: Sequence[Citation]) -> str:
    passages = {passage.id: passage.embedded_text for passage in task.passages.values()}
    return " ".join(passages.get(c.passage_id, c.quote) for c in citations)


def _context(task: WritingTask, reply: WrittenReply) -> dict[str, float]:
    raised = triage.flags(task.message, task.subject)
    said = own_words(task.message)
    return {
        "language-match": float(_languages_match(task, reply)),
        "length": len(said.split()) / 150,
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


def _languages_match(task: WritingTask, reply: WrittenReply) -> bool:
    theirs = language.guess(task.message) or task.language
    ours = language.guess(" ".join(flat(c.quote) for c in reply.citations)) if reply.citations else ""
    return not theirs or not ours or theirs == ours
