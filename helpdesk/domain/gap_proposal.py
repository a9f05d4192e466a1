"""What is proposed for the knowledge base because of a gap: its text, its standing, and what it stands on."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.corrections import put_in
from helpdesk.domain.gaps import Signal
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId, RevisionId, TicketId
from helpdesk.domain.markup import flat
from helpdesk.domain.words import content


class GapKind(StrEnum):
    """CORRECTION changes what an article says, ADDITION gives it what it lacks."""

    NEW_ARTICLE = "new-article"
    CORRECTION = "correction"
    ADDITION = "addition"
    CONTRADICTION = "contradiction"


class GapState(StrEnum):
    """WITHDRAWN: its ground is gone; it comes back by itself when the ground does."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Tried:
    """An article that drafts of a gap stood on: on how many tickets, and how often which signal or reject reason came of it."""

    article_id: ArticleId
    title: str
    path: str
    tickets: int
    because: Mapping[str, int]


@dataclass(frozen=True)
class HumanAnswer:
    """What an agent really sent, without its frame; personal data is masked. `settled`: the customer did not write again."""

    ticket_id: TicketId
    agent: str
    at: datetime
    text: str
    settled: bool


@dataclass(frozen=True)
class Side:
    """One side of a contradiction: a sentence at lines of an article's revision; `figure` is the number or date in it that the
    other has otherwise ('' where one denies what the other says)."""

    article_id: ArticleId
    revision_id: RevisionId
    path: str
    title: str
    lines: tuple[int, int]
    says: str
    figure: str

    def said_as(self, other: "Side") -> str:
        """The sentence with what the other has in the figure's place, and nothing else changed."""
        if self.figure and self.says.count(self.figure) == 1:
            return self.says.replace(self.figure, other.figure)
        return put_in(self.says, flat(other.says))


@dataclass(frozen=True)
class Wanted:
    """A proposal as it is found, before the store knows whether it was there already. `before` and `after` are a stretch of the
    article's source as it is and as it would be; `before` is empty for a new article, whose `path` is where it would lie.
    `core` is the question or claim it is about, `terms` its telling words."""

    kind: GapKind
    core: str
    title: str
    after: str
    tickets: tuple[TicketId, ...]
    before: str = ""
    kb_id: KnowledgeBaseId | None = None
    article_id: ArticleId | None = None
    revision_id: RevisionId | None = None
    path: str = ""
    terms: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()

    @property
    def mark(self) -> str:
        """Of a contradiction either article may be the one that changes."""
        article_id = None if self.kind is GapKind.CONTRADICTION else self.article_id
        return mark_of(self.kind, article_id, self.core)


@dataclass(frozen=True)
class Proposal:
    """One in the store. `edited` is a person's text in progress in place of `after` (None: untouched)."""

    id: int
    mark: str
    kind: GapKind
    state: GapState
    title: str
    core: str
    terms: tuple[str, ...]
    kb_id: KnowledgeBaseId | None
    article_id: ArticleId | None
    revision_id: RevisionId | None
    path: str
    before: str
    after: str
    edited: str | None
    tickets: tuple[TicketId, ...]
    sides: tuple[Side, ...]
    agent: str
    made_at: datetime
    decided_at: datetime | None

    @property
    def text(self) -> str:
        return self.after if self.edited is None else self.edited


@dataclass(frozen=True)
class Option:
    """One way to do what is proposed: which article changes (None: a new one), and which stretch of it into what."""

    article_id: ArticleId | None
    title: str
    path: str
    before: str
    after: str


@dataclass(frozen=True)
class GapView:
    """A proposal with its evidence as the store has it now. `minutes` is what one such ticket costs, told by `measured`
    decisions (0: assumed). A contradiction has an option for either article."""

    proposal: Proposal
    signals: Mapping[Signal, int]
    minutes: float
    measured: int
    tried: tuple[Tried, ...] = ()
    answers: tuple[HumanAnswer, ...] = ()
    questions: tuple[tuple[TicketId, str], ...] = ()
    options: tuple[Option, ...] = ()


def mark_of(kind: GapKind, article_id: ArticleId | None, core: str) -> str:
    """Names what a proposal is about, whatever its words: what was dismissed is known again by it."""
    about = " ".join(sorted(set(content(core)))) or core.casefold().strip()
    return hashlib.sha256(f"{kind}\n{article_id or 0}\n{about}".encode()).hexdigest()[:24]
