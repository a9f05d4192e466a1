"""A drafted reply: its text, the passages it stands on, how sure it is and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from helpdesk.domain.draft_step import Trace
from helpdesk.domain.ids import ArticleId, DraftId, PassageId, RevisionId, TicketId


class DraftState(StrEnum):
    REQUESTED = "requested"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    SENT = "sent"
    REJECTED = "rejected"
    ESCALATED = "escalated"
    SUPERSEDED = "superseded"
    FAILED = "failed"


class Route(StrEnum):
    SEND = "send"
    REVIEW = "review"
    ESCALATE = "escalate"


@dataclass(frozen=True)
class Citation:
    """Marker `[n]` in the text stands on `quote`, found verbatim in lines `lines` of that article's revision."""

    n: int
    article_id: ArticleId
    revision_id: RevisionId
    passage_id: PassageId
    path: str
    title: str
    heading: str
    lines: tuple[int, int]
    quote: str


@dataclass(frozen=True)
class Fingerprint:
    """Everything that shaped a draft; a change in any of them is another drafter. `guard` are the rules that hold drafts back
    and `ways` the settings by which sources are found and letters made ('' where they were not noted yet)."""

    writer: str
    model: str
    prompt: str
    embedder: str
    chunker: str
    scorer: str
    guard: str = ""
    ways: str = ""

    @property
    def code(self) -> str:
        """Twelve hexadecimal digits that stand for all of it."""
        said = "\n".join(f"{name}={value}" for name, value in sorted(vars(self).items()))
        return sha256(said.encode()).hexdigest()[:12]


class Hand(NamedTuple):
    """Whose work a writer's next draft would be; `model` is empty where there is none, or none that can be told now."""

    writer: str
    model: str
    prompt: str


@dataclass(frozen=True)
class WrittenReply:
    """What a writer hands back. `abstained` means it found nothing to stand on and `missing` says what is missing; the text is
    then an honest holding reply or empty. `complete` is False when a model stopped before it was done; `fallback` says why
    another writer than the wanted one wrote it (empty: the wanted one did, or nobody ever set one up). `instead` says that a
    model was to write it and was away. `trace` is how it was told, `broken_off` how a model that did not get to its end was."""

    text: str
    citations: tuple[Citation, ...]
    abstained: bool
    missing: str
    complete: bool
    writer: str
    model: str
    prompt: str
    fallback: str = ""
    trace: Trace | None = None
    instead: bool = False
    broken_off: Trace | None = None


@dataclass(frozen=True)
class Reason:
    """Why the score is what it is: `code` names the signal, `words` says it to an agent, `weight` is its pull on the score
    (log-odds; negative lowers)."""

    code: str
    words: str
    weight: float


@dataclass(frozen=True)
class Verdict:
    """`score` in [0, 1], made by the scorer of that name; `signals` are the stored inputs by name, without those that could not
    be had. `sendable`: nothing but the score could keep it from being recommended."""

    score: float
    route: Route
    reasons: tuple[Reason, ...]
    signals: Mapping[str, float]
    vetoes: tuple[str, ...]
    scorer: str = ""
    sendable: bool = False


@dataclass(frozen=True)
class Draft:
    """`revision` counts every change a reviewer could see; a decision names the one it was made on. `edited` is the reviewer's
    text in progress, saved at every keystroke (None: untouched). `correlation` names it in every log and mail; `improvable`
    says that the model was away when it was written."""

    id: DraftId
    ticket_id: TicketId
    revision: int
    state: DraftState
    text: str
    citations: tuple[Citation, ...]
    confidence: float | None
    route: Route | None
    reasons: tuple[Reason, ...]
    signals: Mapping[str, float]
    fingerprint: Fingerprint | None
    abstained: bool
    missing: str
    hint: str
    failure: str
    edited: str | None
    created_at: datetime
    updated_at: datetime
    correlation: str = ""
    improvable: bool = False
    urgent: bool = False


@dataclass(frozen=True)
class Answer:
    """A draft without a ticket, as `helpdesk ask` prints it."""

    question: str
    reply: WrittenReply
    verdict: Verdict
    seconds: float
