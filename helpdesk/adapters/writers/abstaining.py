"""Drafts that say nothing to the customer yet, and tell the agent what is missing."""

import re
from collections.abc import Sequence

from helpdesk.domain.article import Audience
from helpdesk.domain.asks import asks_outright, question_of
from helpdesk.domain.draft import WrittenReply
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.letter import framed, phrases
from helpdesk.domain.quotation import within_quotes
from helpdesk.domain.triage import Flag, flags
from helpdesk.domain.words import content
from helpdesk.ports.writing import WritingTask

FULL_STOP = re.compile(r"(?<!\.)\.$")
ROUND_WORDS = ".,?!¿¡…:;\"'()[]“”„‘’«»"
MOST_WORDS, LONGEST_WORD = 6, 40
"""A longer one is a key or a piece of a file; nobody looks that up."""


def letter(task: WritingTask, body: str) -> str:
    """The body in its frame, or bare when no letter is wanted."""
    return framed(body, task.requester, task.language, task.signature, task.tone) if task.letter else body


def unanswerable(task: WritingTask) -> str:
    """Why no reply should be suggested at all, whatever the knowledge base holds; '' when one may be."""
    if Flag.SPAM in flags(task.message, task.subject):
        return "This looks like advertising: no reply suggested."
    if not task.asks:
        return "The message asks for nothing: no reply suggested."
    return ""


def holding(task: WritingTask) -> str:
    """The reply that promises a person's answer and nothing else."""
    return letter(task, phrases(task.language).nothing)


def abstained(text: str, missing: str, by: tuple[str, str, str]) -> WrittenReply:
    """`by` is writer, model and prompt version."""
    writer, model, prompt = by
    return WrittenReply(text, (), True, missing, True, writer, model, prompt)


def missing(asks: Sequence[tuple[str, Evidence]]) -> str:
    """What an agent would have to find out, and which articles are nearest."""
    return " ".join(_missing_for(ask, evidence) for ask, evidence in asks)


def _missing_for(ask: str, evidence: Evidence) -> str:
    known = {term for hit in evidence.hits for term in content(f"{hit.passage.title} {hit.passage.text}")}
    told = dict.fromkeys(word.strip(ROUND_WORDS) for word in ask.split())
    unknown = [w for w in told if len(w) <= LONGEST_WORD and (terms := content(w)) and not set(terms) & known]
    words = ", ".join(unknown[:MOST_WORDS])
    nowhere = [f"Not found in the nearest articles: {words}."] if words and evidence.hits else []
    return " ".join([f"Nothing answers \u201c{short(ask)}\u201d.", *nowhere, _nearest(evidence)])


def short(ask: str) -> str:
    """The question of an ask, or the beginning of one that puts none, in a length fit for a line, to stand in quotes within
    a sentence."""
    question = question_of(ask)
    question = FULL_STOP.sub("", within_quotes(question if asks_outright(question) else ask))
    return question if len(question) <= 90 else question[:87].rsplit(" ", 1)[0] + "\u2026"


def _nearest(evidence: Evidence) -> str:
    titles = list(dict.fromkeys(_labelled(hit.passage.title, hit.passage.audience) for hit in evidence.hits))[:3]
    return f"Nearest articles: {'; '.join(titles)}." if titles else "The knowledge base has nothing near it."


def _labelled(title: str, audience: Audience) -> str:
    return f"{title} (internal, not for customers)" if audience is Audience.INTERNAL else title
