"""What is known of a finished draft at the moment it is settled who decides about it: the desk or a person."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.ids import DraftId, TicketId


@dataclass(frozen=True)
class Assessed:
    """One judgement of one draft by one scorer. The `live` scorer's may let it go; a candidate's is only written down beside
    it. `score` is None when it could not be judged; `frozen` says that the scorer may not change any more. `sendable`: no rule
    held it back, no person asked for it, and to tickets like its own answers may leave at all. `flagged` was drawn by lot out
    of the ticket alone, below `audit_share`. `would_send`: its score reaches the cut-off in force, or the one being proven
    while none is. `text` as it was stored."""

    draft_id: DraftId
    revision: int
    ticket_id: TicketId
    writer: str
    scorer: str
    frozen: bool
    fingerprint: str
    topic: str
    score: float | None
    sendable: bool
    flagged: bool
    audit_share: float
    would_send: bool
    text: str
    at: datetime
    live: bool = True


@dataclass(frozen=True)
class ShadowBook:
    """Drafts a person decided on that the desk would have sent, had it been allowed to, and how that went. `waiting` are not
    decided yet; `last` the newest wrong ones."""

    right: int = 0
    wrong: int = 0
    waiting: int = 0
    last: tuple[DraftId, ...] = ()


@dataclass(frozen=True)
class Backlog:
    """Drawn drafts nobody has decided yet: how many, how many of them count as wrong within three days, and since when the
    oldest waits."""

    waiting: int = 0
    soon: int = 0
    oldest: datetime | None = None
