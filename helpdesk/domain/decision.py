"""What an agent decided about a draft, and the rows of the review screen."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.conversation import Conversation
from helpdesk.domain.draft import Draft, DraftState, Reason, Route
from helpdesk.domain.ids import DecisionId, DraftId, OutboxId, TicketId
from helpdesk.domain.proof import Proof


class DecisionKind(StrEnum):
    """AUTO: the desk approved it itself, under a certificate somebody signed."""

    APPROVE = "approve"
    EDIT = "edit"
    REJECT = "reject"
    ESCALATE = "escalate"
    AUTO = "auto"


class RejectReason(StrEnum):
    """The closed list; codes are stored, wording is the window's."""

    WRONG_FACT = "wrong-fact"
    NOT_THE_QUESTION = "not-the-question"
    INCOMPLETE = "incomplete"
    OUTDATED = "outdated"
    TONE = "tone"
    WRONG_LANGUAGE = "wrong-language"
    INTERNAL_LEAK = "internal-leak"
    NEEDS_ACTION = "needs-action"
    NO_REPLY_NEEDED = "no-reply-needed"


@dataclass(frozen=True)
class Decision:
    id: DecisionId
    draft_id: DraftId
    ticket_id: TicketId
    kind: DecisionKind
    agent: str
    before: str
    after: str
    reason: str
    note: str
    revision: int
    decided_at: datetime
    undone: bool


@dataclass(frozen=True)
class QueueRow:
    """One line of the review queue. `waiting_since` is the customer's last message; `claimed_by` is empty when free."""

    draft_id: DraftId
    ticket_id: TicketId
    revision: int
    subject: str
    requester: str
    topic: str
    confidence: float | None
    route: Route | None
    state: DraftState
    waiting_since: datetime
    claimed_by: str
    snippet: str
    claimed_until: datetime | None = None
    reason: str = ""
    """What speaks most against sending it as it is."""


SAID_AGAIN = {"source-stale": "stale-source"}
"""Caution → the reason of a score that says the same."""


@dataclass(frozen=True)
class ReviewItem:
    """Everything the review screen shows for one draft. `cautions` is what happened since it was written to what it stands
    on, `proof` what each sentence of its text in progress stands on; None when there is nothing to decide."""

    draft: Draft
    conversation: Conversation
    cautions: tuple[Reason, ...] = ()
    proof: Proof | None = None

    @property
    def told(self) -> tuple[Reason, ...]:
        """Cautions, then why the score is what it is. What a caution says of an article as it is now is not said again as it
        was when the draft was written."""
        again = {SAID_AGAIN[caution.code] for caution in self.cautions if caution.code in SAID_AGAIN}
        return (*self.cautions, *(reason for reason in self.draft.reasons if reason.code not in again))


@dataclass(frozen=True)
class Decided:
    """The outcome of a decision, with the next item so that the screen never asks twice. `undo_until` is None when nothing was
    queued to be sent."""

    decision: Decision
    outbox_id: OutboxId | None
    undo_until: datetime | None
    next: QueueRow | None


@dataclass(frozen=True)
class NewDecision:
    """A decision about to be recorded: bound to the `revision` that was on the screen; `after` is the text that stands."""

    draft_id: DraftId
    revision: int
    kind: DecisionKind
    agent: str
    after: str
    reason: str = ""
    note: str = ""
