"""Facts, published after commit."""

from dataclasses import dataclass

from helpdesk.domain.errors import HelpdeskError
from helpdesk.domain.ids import DraftId, KnowledgeBaseId, OutboxId, TicketId
from helpdesk.domain.progress import Progress
from helpdesk.domain.snoozing import Woke


@dataclass(frozen=True)
class TicketReceived:
    ticket_id: TicketId


@dataclass(frozen=True)
class TicketChanged:
    ticket_id: TicketId


@dataclass(frozen=True)
class TicketsChanged:
    """Many at once; none of them is told of by itself."""

    ticket_ids: frozenset[TicketId]


@dataclass(frozen=True)
class ChangeTurned:
    """Something was undone or redone, or moved that belongs to no ticket: whoever shows values of these facets reads
    them anew."""

    facets: frozenset[str]


@dataclass(frozen=True)
class TicketWoke:
    """A snoozed ticket came back, or one that was to be looked at again; `note` is what the agent wrote for that moment."""

    ticket_id: TicketId
    why: Woke
    note: str = ""


@dataclass(frozen=True)
class DraftRequested:
    draft_id: DraftId
    ticket_id: TicketId


@dataclass(frozen=True)
class TicketLookedAt:
    """While drafts wait: this one's draft need not."""

    ticket_id: TicketId


@dataclass(frozen=True)
class DraftTextGrew:
    """A streamed piece; `text` is everything written so far, `speed` tokens a second since the first (0: not known yet).
    Published at most 30 times a second."""

    draft_id: DraftId
    text: str
    speed: float = 0.0


@dataclass(frozen=True)
class RewriteGrew:
    """The same for a draft's text being told in other words; nothing of it is kept."""

    draft_id: DraftId
    text: str
    speed: float = 0.0


@dataclass(frozen=True)
class DraftReady:
    draft_id: DraftId
    ticket_id: TicketId


@dataclass(frozen=True)
class DraftDecided:
    draft_id: DraftId
    ticket_id: TicketId


@dataclass(frozen=True)
class ReplyChanged:
    """An outbox entry moved to another state."""

    outbox_id: OutboxId
    ticket_id: TicketId


@dataclass(frozen=True)
class WritingChanged:
    """The reply, note or forward being written on a ticket was kept; `begun` unless nothing is being written there now."""

    ticket_id: TicketId
    begun: bool = True


@dataclass(frozen=True)
class KnowledgeChanged:
    kb_id: KnowledgeBaseId


@dataclass(frozen=True)
class IndexChanged:
    """The index became trusted, distrusted or is being rebuilt; `words` says which."""

    trusted: bool
    words: str


@dataclass(frozen=True)
class SendingChanged:
    """What answers may leave by themselves changed: a goal, a certificate, a consent, a pause, the stop."""


@dataclass(frozen=True)
class HistoryChanged:
    """A trial on old tickets went on: read, drafted, judged."""

    history_id: int


@dataclass(frozen=True)
class GapsChanged:
    """What is proposed for the knowledge base is another than before."""


@dataclass(frozen=True)
class DueChanged:
    """On these tickets another promise falls due next, or at another moment."""

    tickets: tuple[TicketId, ...]


@dataclass(frozen=True)
class PromisesTold:
    """Promises on these tickets are about to be missed (`soon`), or were `missed`."""

    soon: tuple[TicketId, ...]
    missed: tuple[TicketId, ...]


@dataclass(frozen=True)
class Notified:
    """A rule wants an agent to know something of a ticket."""

    ticket_id: TicketId
    words: str


@dataclass(frozen=True)
class RuleRan:
    """A rule did something, or (`stopped` says why) was switched off by the desk."""

    rule: str
    tickets: tuple[TicketId, ...]
    stopped: str = ""


@dataclass(frozen=True)
class RatingReceived:
    ticket_id: TicketId
    stars: int


OPENING = "opening"
"""The job of a desk that is not there yet."""


@dataclass(frozen=True)
class JobProgressed:
    job: str
    progress: Progress


@dataclass(frozen=True)
class JobFailed:
    """Work that goes on by itself could not be done; it is tried again later."""

    job: str
    error: HelpdeskError


Event = (
    TicketReceived
    | TicketChanged
    | TicketsChanged
    | ChangeTurned
    | TicketWoke
    | DraftRequested
    | TicketLookedAt
    | DraftTextGrew
    | RewriteGrew
    | DraftReady
    | DraftDecided
    | ReplyChanged
    | WritingChanged
    | KnowledgeChanged
    | IndexChanged
    | SendingChanged
    | HistoryChanged
    | GapsChanged
    | DueChanged
    | PromisesTold
    | Notified
    | RuleRan
    | RatingReceived
    | JobProgressed
    | JobFailed
)
