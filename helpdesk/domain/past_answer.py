"""What agents approved and customers got, without the customers: the words that stand in the articles and nobody's own."""

import re
from collections.abc import Collection, Set
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.article import Passage
from helpdesk.domain.draft import Citation
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.markup import clean
from helpdesk.domain.sentences import sentence_spans
from helpdesk.domain.stems import stem
from helpdesk.domain.terms import STOP_WORDS, words
from helpdesk.domain.words import SMALL_ELSEWHERE

_PLACEHOLDER = re.compile(r"\{[A-Z][A-Z_ ]*\d*\}")


@dataclass(frozen=True)
class KeptAnswer:
    """`answer` is empty when nothing of it could be kept, or when it was forgotten. Its mark: `agent` approved it, `changed`
    says that what they sent was not the draft as it stood; what was sent as drafted only repeats the articles. `refuted`: it
    turned out wrong, by the customer or an agent, and is shown to no writer."""

    id: int
    ticket_id: TicketId
    draft_id: DraftId
    answer: str
    language: str
    citations: tuple[Citation, ...]
    forgotten: bool
    at: datetime
    agent: str = ""
    changed: bool = False
    refuted: bool = False


@dataclass(frozen=True)
class PastAnswer:
    """One that may be shown to a writer: `passages` are those it cites, and every one of them stands as it did. `likeness` is
    how much its ticket is like the one being answered, in [0, 1]."""

    answer: str
    at: datetime
    passages: tuple[Passage, ...]
    likeness: float = 0.0


def without_its_customer(answer: str, theirs: Collection[str], cited: Collection[str]) -> str:
    """The answer without every sentence that repeats a word or number of the customer's (`theirs`) which no cited passage
    has, or that holds a placeholder. Small words nobody owns do not count."""
    own = _stems(theirs) - _stems(cited)
    lines = [(line.strip(), _kept(line, own)) for line in clean(answer).split("\n")]
    return "\n".join(kept for line, kept in lines if kept or not line).strip()


def _kept(line: str, own: Set[str]) -> str:
    said = [line[start:end] for start, end in sentence_spans(line)]
    return " ".join(one for one in said if not _PLACEHOLDER.search(one) and own.isdisjoint(_stems([one])))


def _stems(texts: Collection[str]) -> set[str]:
    """In every form: as written, and down to its stem."""
    every = {word for text in texts for word in words(clean(text)) if word not in STOP_WORDS and word not in SMALL_ELSEWHERE}
    return every | {stem(word) for word in every}
