"""What can be measured about a draft without asking anyone: retrieval, grounding and context, each in [0, 1]."""

from collections.abc import Mapping, Sequence

from helpdesk.domain import language, support, triage
from helpdesk.domain.asks import own_words
from helpdesk.domain.draft import Citation, WrittenReply
from helpdesk.domain.letter import phrases
from helpdesk.domain.markup import flat
from helpdesk.domain.output_filter import unsupported_numbers
from helpdesk.domain.quoting import MARKER
from helpdesk.domain.sentences import sentences
from helpdesk.domain.words import containment, content
from helpdesk.ports.writing import WritingTask

FEW_WORDS = 3
"""A sentence with fewer meaningful words states nothing that could be checked."""


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
    """How well each stated sentence is backed by the passages its marks name."""
    by_number = {c.n: c for c in reply.citations}
    passages: dict[int, str] = {hit.passage.id: hit.passage.embedded_text for e in task.evidence for hit in e.hits}
    quotes = " ".join(flat(c.quote) for c in reply.citations)
    stated = [
        (MARKER.sub("", s), [by_number[int(n)] for n in MARKER.findall(s) if int(n) in by_number]) for s in _stated(reply, task)
    ]
    cited = [(bare, marks) for bare, marks in stated if marks or flat(bare) in quotes]
    backed = [_backed(bare, marks, passages) for bare, marks in cited] + [0.0] * (len(stated) - len(cited))
    backing = _backing(task, reply.citations)
    return {
        "support-mean": support.mean(backed) if backed else 1.0,
        "support-min": min(backed, default=1.0),
        "share-cited": len(cited) / len(stated) if stated else 1.0,
        "numbers-backed": float(not unsupported_numbers(reply.text, backing)),
    }


def _backed(bare: str, marks: Sequence[Citation], passages: Mapping[int, str]) -> float:
    """1 for what is quoted word for word without a mark of its own (a line of a list, a sentence of a longer quote)."""
    if not marks:
        return 1.0
    return containment(bare, flat(" ".join(f"{passages.get(c.passage_id, '')} {c.quote}" for c in marks)))


def _backing(task: WritingTask, citations: Sequence[Citation]) -> str:
    passages = {hit.passage.id: hit.passage.embedded_text for e in task.evidence for hit in e.hits}
    cited = " ".join(passages.get(c.passage_id, c.quote) for c in citations)
    return f"{cited} {task.subject} {task.message} {task.signature} {task.requester} {task.company}"


def _stated(reply: WrittenReply, task: WritingTask) -> list[str]:
    """Sentences that state something: not the frame of the letter, not too short to be checked."""
    frame = {flat(phrase) for phrase in vars(phrases(task.language)).values()}
    closing = flat(phrases(task.language).closing)
    stated = []
    for paragraph in reply.text.split("\n\n"):
        if flat(paragraph) in frame or flat(paragraph).startswith(closing):
            continue
        stated.extend(_marked_sentences(paragraph))
    return [s for s in stated if len(content(MARKER.sub("", s))) >= FEW_WORDS and not _is_frame(s, task, frame)]


def _marked_sentences(paragraph: str) -> list[str]:
    """A mark after a full stop belongs to the sentence before it; in a list the lead-in's mark covers every line."""
    lines = paragraph.split("\n")
    if len(lines) > 1 and (marks := MARKER.findall(lines[0])):
        return [" ".join([flat(paragraph), *(f"[{n}]" for n in marks)])]
    joined: list[str] = []
    for sentence in sentences(paragraph):
        mark = MARKER.match(sentence) if joined else None
        if mark:
            joined[-1] += f" {mark[0]}"
        if rest := sentence[mark.end() if mark else 0 :].strip():
            joined.append(rest)
    return joined


def _is_frame(sentence: str, task: WritingTask, frame: set[str]) -> bool:
    bare = flat(sentence)
    if bare in frame or any(bare in phrase for phrase in frame) or (task.signature and bare in flat(task.signature)):
        return True
    return bare.endswith(":") and any(" ".join(content(ask))[:40] in " ".join(content(bare)) for ask in task.asks)


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
