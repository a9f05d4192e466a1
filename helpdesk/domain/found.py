"""What a search over everything found."""

from dataclasses import dataclass
from enum import StrEnum

from helpdesk.domain.errors import QueryFault
from helpdesk.domain.ids import ArticleId
from helpdesk.domain.macro import Macro
from helpdesk.domain.spoken import pieces
from helpdesk.domain.stems import stem
from helpdesk.domain.terms import words
from helpdesk.domain.ticket import TicketRow

EXCERPT, BEFORE = 140, 16
"""Characters of an excerpt, and how many of them stand before the first word found: a narrow list shows that word too. What is
near the beginning is told from there."""


class FoundIn(StrEnum):
    SUBJECT = "subject"
    MESSAGE = "message"
    NOTE = "note"
    ATTACHMENT = "attachment"


@dataclass(frozen=True)
class Document:
    """A text in which the words stand. `name` is an attachment's."""

    place: FoundIn
    text: str
    name: str = ""


@dataclass(frozen=True)
class TicketHit:
    """`place` is where the words were found, None when the ticket is like the query in meaning or meets its conditions alone.
    `likeness` is a cosine, 0 for what words found."""

    row: TicketRow
    excerpt: str = ""
    place: FoundIn | None = None
    name: str = ""
    likeness: float = 0.0


@dataclass(frozen=True)
class ArticleHit:
    article_id: ArticleId
    kb: str
    title: str
    path: str
    excerpt: str = ""


@dataclass(frozen=True)
class Found:
    """`corrected` are (typed, meant) of misspelt words, `fault` why the words could not be read as a query: what is shown then
    was searched for them as they stand. `signs_only`: there was no word to look for; `words` are those looked for."""

    tickets: tuple[TicketHit, ...] = ()
    articles: tuple[ArticleHit, ...] = ()
    macros: tuple[Macro, ...] = ()
    by_meaning: tuple[TicketHit, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    fault: QueryFault | None = None
    signs_only: bool = False
    words: str = ""


def excerpt(text: str, asked: str) -> str:
    """A line of the text around the first word asked for."""
    line = " ".join(text.split())
    wanted = {stem(word) for piece in pieces(asked) for word in piece.words}
    at = next((line.find(part) for part in line.split() if any(_begins(word, wanted) for word in words(part))), 0)
    begin = at - BEFORE if at > 2 * BEFORE else 0
    if begin:
        begin = line.find(" ", begin) + 1 or begin
    cut = line[begin : begin + EXCERPT]
    return f"{'…' if begin else ''}{cut}{'…' if begin + EXCERPT < len(line) else ''}"


def spelled_out(text: str, meant: str) -> str:
    """The first word of the text with that stem, as it is written there; the stem itself when there is none."""
    return next((word for word in words(text) if stem(word) == meant), meant)


def _begins(word: str, wanted: set[str]) -> bool:
    own = stem(word)
    return any(own.startswith(one) for one in wanted)
