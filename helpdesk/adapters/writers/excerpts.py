"""Drafts without a model: the sentences and blocks of the knowledge base that answer, quoted word for word.

Nothing is paraphrased, so a draft can be about the wrong thing but never say what the knowledge base does not.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from helpdesk.adapters.writers.abstaining import abstained, holding, letter, missing, short, unanswerable
from helpdesk.adapters.writers.answering import ANSWERING
from helpdesk.adapters.writers.candidates import Candidate, Weights, answers, quotable
from helpdesk.adapters.writers.choosing import choose
from helpdesk.adapters.writers.rendering import rendered
from helpdesk.domain.article import Passage
from helpdesk.domain.asks import LONGEST_ASK, asks_outright, own_words
from helpdesk.domain.draft import Citation, Hand, WrittenReply
from helpdesk.domain.evidence import Evidence, Hit, SearchPath
from helpdesk.domain.letter import phrases
from helpdesk.domain.letter_parts import parts_of
from helpdesk.domain.markup import plain
from helpdesk.domain.quoting import cited
from helpdesk.domain.scoring import score
from helpdesk.domain.sentences import Block, BlockKind
from helpdesk.domain.support import found, pairs_shared, quoted, whole_asks
from helpdesk.domain.triage import Flag, flags
from helpdesk.ports.writing import WritingTask

VERSION = "excerpts-4"
"""Names the rules quotes are chosen by; a change makes another drafter of it."""
BY = ("excerpts", "", VERSION)

ABSTAIN_BELOW = 0.32
"""Under this score nothing is quoted: on the questions the weights were fitted on, most of what is dropped was wrong."""


@dataclass(frozen=True)
class _Part:
    """What was found for one ask, or for several with one answer; `chosen` is empty when nothing fits."""

    asks: tuple[str, ...]
    chosen: tuple[Candidate, ...]
    evidence: Evidence


class ExcerptsWriter:
    """The writer that is always ready."""

    @property
    def name(self) -> str:
        return "excerpts"

    async def ready(self) -> None:
        return

    async def hand(self, tone: str, house_rules: str) -> Hand:
        return Hand(*BY)

    async def write(self, task: WritingTask, on_text: Callable[[str], None]) -> WrittenReply:
        reply = compose(task)
        on_text(reply.text)
        return reply


def compose(task: WritingTask) -> WrittenReply:
    """Quotes for every ask of the task, or an honest holding reply."""
    if why := unanswerable(task):
        return abstained("", why, BY)
    parts = [_answered(ask, evidence, task) for ask, evidence in _paired(task)]
    unanswered = missing([(part.asks[0], part.evidence) for part in parts if not part.chosen])
    if not any(part.chosen for part in parts):
        parts = [_whole(task)]
    if not any(part.chosen for part in parts):
        return _by_macro(task, task.macro) if task.macro else abstained(holding(task), unanswered, BY)
    citations: list[Citation] = []
    body = _body(task, parts, citations)
    return _reply(letter(task, body), tuple(citations), unanswered)


def _by_macro(task: WritingTask, macro: Passage) -> WrittenReply:
    """The desk's own answer, whole: nothing in the knowledge base is better."""
    said = parts_of(macro.text, task.signature).body if task.letter else macro.text
    paragraphs = [f"{one.rstrip()} [1]" for one in re.split(r"\n[ \t]*\n", plain(said)) if one.strip()]
    whole = cited(macro, Block(BlockKind.SENTENCE, 0, len(macro.text)), 1)
    return _reply(letter(task, "\n\n".join(paragraphs)), (whole,), "")


def _paired(task: WritingTask) -> list[tuple[str, Evidence]]:
    """Each ask with its own evidence; when there is another number of them, every ask sees everything found."""
    if len(task.asks) == len(task.evidence):
        return list(zip(task.asks, task.evidence, strict=True))
    return [(ask, _together(ask, task.evidence)) for ask in task.asks]


def _answered(ask: str, evidence: Evidence, task: WritingTask) -> _Part:
    """By what it says itself, else together with the subject, when a source speaks of that in a phrase of theirs."""
    part = _part(ask, evidence, task)
    if part.chosen or not task.subject:
        return part
    told = f"{task.subject.rstrip('.?! ')}. {ask}"
    wider = _part(told, evidence, task)
    return replace(wider, asks=(ask,)) if _shares_a_phrase(told, wider) else part


def _whole(task: WritingTask) -> _Part:
    """The message as one ask, for when its questions by themselves have no answer."""
    said = " ".join(own_words(task.message).split())[:LONGEST_ASK]
    return _part(said, _together(said, task.evidence), task)


def _shares_a_phrase(said: str, part: _Part) -> bool:
    sources = list({c.passage.id: c.passage for c in part.chosen}.values())
    return bool(sources) and pairs_shared((said,), sources) > 0


def _together(ask: str, evidence: Sequence[Evidence]) -> Evidence:
    best: dict[int, Hit] = {}
    for hit in sorted((h for e in evidence for h in e.hits), key=lambda h: -h.score):
        best.setdefault(hit.passage.id, hit)
    return Evidence(
        question=ask,
        hits=tuple(best.values()),
        path=evidence[0].path if evidence else SearchPath.INDEX,
        coverage=max((e.coverage for e in evidence), default=0.0),
        agreement=max((e.agreement for e in evidence), default=0.0),
        rarity={term: weight for e in evidence for term, weight in e.rarity.items()},
    )


def _part(ask: str, evidence: Evidence, task: WritingTask) -> _Part:
    """The agent's hint steers what is chosen; it is never shown."""
    candidates = quotable(evidence) if _may_answer(ask, task) else []
    asked = Weights(candidates, evidence.rarity).asked(f"{ask} {task.hint}", _around(ask, task))
    ranked = answers(ask, asked, candidates)
    chosen = tuple(choose(ranked, candidates)) if ranked else ()
    return _Part((ask,), chosen if chosen and _is_worth_it(ask, chosen, evidence, task) else (), evidence)


def _may_answer(ask: str, task: WritingTask) -> bool:
    """Of a message that gives orders to the program only its questions are answered."""
    return asks_outright(ask) or Flag.INJECTION not in flags(task.message, task.subject)


def _around(ask: str, task: WritingTask) -> str:
    """Subject and message without the other asks."""
    told = " ".join(own_words(task.message).split())
    for other in task.asks:
        told = told.replace(other, " ") if other != ask else told
    return f"{task.subject} {told}"


def _is_worth_it(ask: str, chosen: Sequence[Candidate], evidence: Evidence, task: WritingTask) -> bool:
    """Whether the quotes are likely enough to answer. By weights of the writer's own: a score may be fitted anew, and the
    writer stays who it was."""
    asks = whole_asks((ask,), own_words(task.message))
    citations = [cited(c.passage, c.block, 1) for c in chosen]
    signals = {**found((evidence,)), **quoted(asks, (evidence,), citations)}
    return signals["quoted-words"] > 0 and score(signals, ANSWERING) >= ABSTAIN_BELOW


def _body(task: WritingTask, parts: list[_Part], citations: list[Citation]) -> str:
    words = phrases(task.language, task.tone)
    several = _stand_apart(parts)
    paragraphs = [words.thanks] if task.letter else []
    for part in _said_once(parts):
        if several:
            paragraphs.append("\n".join(words.about.format(ask=short(ask)) for ask in part.asks))
        if part.chosen:
            paragraphs.extend(_quoted(part, citations))
        elif several:
            paragraphs.append(words.later)
    return "\n\n".join([*paragraphs, words.more] if task.letter else paragraphs)


def _said_once(parts: Sequence[_Part]) -> list[_Part]:
    """Each with what no part before it quotes. An ask to whose answer nothing new is left stands over that answer too."""
    place: dict[str, int] = {}
    kept: list[_Part] = []
    for part in parts:
        fresh = tuple(c for c in part.chosen if c.said not in place)
        if part.chosen and not fresh:
            answered = place[part.chosen[0].said]
            kept[answered] = replace(kept[answered], asks=(*kept[answered].asks, *part.asks))
        else:
            place |= dict.fromkeys((c.said for c in fresh), len(kept))
            kept.append(replace(part, chosen=fresh))
    return kept


def _stand_apart(parts: list[_Part]) -> bool:
    """Whether the answers need their questions above them: several of them, from different passages."""
    answered = [{c.passage.id for c in part.chosen} for part in parts if part.chosen]
    return len(parts) > 1 and (len(answered) < len(parts) or any(a.isdisjoint(b) for a, b in pairwise(answered)))


def _quoted(part: _Part, citations: list[Citation]) -> list[str]:
    """The chosen blocks as paragraphs; sentences that follow each other in the source stay one paragraph."""
    paragraphs: list[str] = []
    previous: Candidate | None = None
    for candidate in part.chosen:
        citations.append(cited(candidate.passage, candidate.block, len(citations) + 1))
        text = rendered(candidate.source, candidate.block, len(citations))
        if previous and _continues(previous, candidate):
            paragraphs[-1] += f" {text}"
        else:
            paragraphs.append(text)
        previous = candidate
    return paragraphs


def _continues(previous: Candidate, candidate: Candidate) -> bool:
    sentences = previous.block.kind is BlockKind.SENTENCE and candidate.block.kind is BlockKind.SENTENCE
    return sentences and previous.passage.id == candidate.passage.id and candidate.position == previous.position + 1


def _reply(text: str, citations: tuple[Citation, ...], unanswered: str) -> WrittenReply:
    return WrittenReply(text, citations, False, unanswered, True, *BY)
