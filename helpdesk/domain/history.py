"""A trial on old tickets: what customers asked, what people answered, what the desk would have answered, and who judged it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from helpdesk.domain.article import FileFailure
from helpdesk.domain.comparison import Comparison
from helpdesk.domain.draft import Citation
from helpdesk.domain.ids import HistoryId, HistoryTicketId


class TrialState(StrEnum):
    """READING: an import runs, or was cut off; READY: everything is in and nothing drafts; DRAFTING: the desk drafts whenever
    it has nothing better to do; DONE: no ticket waits for a draft."""

    READING = "reading"
    READY = "ready"
    DRAFTING = "drafting"
    DONE = "done"


class OldState(StrEnum):
    WAITING = "waiting"
    DRAFTED = "drafted"
    FAILED = "failed"


class Preferred(StrEnum):
    DRAFT = "draft"
    HUMAN = "human"
    BOTH = "both"
    NEITHER = "neither"


class Judged(StrEnum):
    """Whether a customer could be sent it as it is, as far as facts go: tone and polish do not count."""

    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True)
class SolvedTicket:
    """A question with the reply a person really sent. `external` names it whatever file it comes from. `control` tickets stay
    out of every measurement with a draft: they are what the others are compared with."""

    external: str
    subject: str
    question: str
    requester: str
    email: str
    human: str
    asked_at: datetime | None
    answered_at: datetime | None
    control: bool = False


@dataclass(frozen=True)
class OldDraft:
    """What the desk made of one: never stored as a draft, never shown in the queue. `seconds` it took to write."""

    text: str
    citations: tuple[Citation, ...]
    abstained: bool
    writer: str
    model: str
    route: str
    score: float | None
    sendable: bool
    vetoes: tuple[str, ...]
    signals: Mapping[str, float]
    fingerprint: str
    scorer: str
    topic: str
    seconds: float
    comparison: Comparison
    at: datetime


@dataclass(frozen=True)
class Judgement:
    """`draft` and `human` say whether each is right; `preferred` was said before."""

    preferred: Preferred
    draft: Judged
    human: Judged
    agent: str
    at: datetime


@dataclass(frozen=True)
class OldTicket:
    """`place` is its place in the judged sample, from 1; 0 when it was not drawn. `handled` is how many seconds a person took
    to make a reply of it on the timing screen."""

    id: HistoryTicketId
    history_id: HistoryId
    ticket: SolvedTicket
    state: OldState
    failure: str = ""
    draft: OldDraft | None = None
    place: int = 0
    judgement: Judgement | None = None
    handled: float | None = None

    @property
    def has_text(self) -> bool:
        return self.draft is not None and not self.draft.abstained and bool(self.draft.text.strip())


@dataclass(frozen=True)
class Trial:
    """`us` are the addresses and domains taken for ours, `guessed` when nobody named them; `secret` seeds every lot of it.
    `refused` counts by reason what held no usable pair, `listed` names the first of them. `wanted` is the size of the sample as
    it was told before it was drawn; 0 before."""

    id: HistoryId
    name: str
    source: str
    state: TrialState
    us: tuple[str, ...]
    guessed: bool
    secret: str
    wanted: int
    refused: Mapping[str, int]
    listed: tuple[FileFailure, ...]
    made_at: datetime


@dataclass(frozen=True)
class TrialCounts:
    """`drafted` wrote something, `abstained` said honestly that it cannot. `ours` and `alone` count what was handled on the
    timing screen with and without a draft. `seconds` is the usual time of a draft, None before the first."""

    tickets: int = 0
    waiting: int = 0
    drafted: int = 0
    abstained: int = 0
    failed: int = 0
    control: int = 0
    sampled: int = 0
    judged: int = 0
    helped: int = 0
    alone: int = 0
    seconds: float | None = None

    @property
    def seconds_left(self) -> float | None:
        return None if self.seconds is None else self.seconds * self.waiting


@dataclass(frozen=True)
class TrialRow:
    """A trial as a list shows it; `paused` says why the desk does not draft just now although it should."""

    trial: Trial
    counts: TrialCounts
    paused: str = ""


@dataclass(frozen=True)
class Brought:
    """What reading files did: `added` pairs, `duplicates` of pairs that were there, and what was of no use, each with its
    place and remedy."""

    history_id: HistoryId
    added: int
    duplicates: int
    refused: tuple[FileFailure, ...]
    us: tuple[str, ...]
    guessed: bool


@dataclass(frozen=True)
class BlindPair:
    """Two answers to one question, in an order the lot decided: nothing says which the desk wrote."""

    id: HistoryTicketId
    number: int
    of: int
    subject: str
    question: str
    first: str
    second: str


@dataclass(frozen=True)
class TimedTask:
    """A ticket to be answered while the clock runs; `draft` is empty where the lot gave none, or there was nothing to write."""

    id: HistoryTicketId
    subject: str
    question: str
    draft: str
    helped: bool
    done: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Difference:
    """A number of a report that the store does not bear out; `where` is its path in the report, or a line of the page."""

    where: str
    said: Any
    found: Any
