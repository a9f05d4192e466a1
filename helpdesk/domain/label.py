"""Whether a draft was right, as its desk decided: the one kind of fact a score is fitted on and a certificate stands on.

A tone is a matter of taste and no error; what an agent threw away, corrected in substance or handed on as wrong is one. What
comes to light later may turn right into wrong, never the other way.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.ids import DraftId, TicketId


class Cause(StrEnum):
    """Why a draft counts as right (the first three) or wrong."""

    APPROVED = "approved"
    REWORDED = "reworded"
    HANDED_ON = "handed-on"
    NUMBER = "number"
    DATE = "date"
    ADDRESS = "address"
    NAME = "name"
    DENIAL = "denial"
    CITATION = "citation"
    REWRITTEN = "rewritten"
    REJECTED = "rejected"
    ESCALATED = "escalated"
    ANSWERED_BY_HAND = "answered-by-hand"
    UNAUDITED = "unaudited"
    REDRAFTED = "redrafted"
    DROPPED = "dropped"
    WROTE_AGAIN = "wrote-again"
    BAD_RATING = "bad-rating"
    SAID_WRONG = "said-wrong"


RIGHT = frozenset((Cause.APPROVED, Cause.REWORDED, Cause.HANDED_ON))
LATER = frozenset((Cause.WROTE_AGAIN, Cause.BAD_RATING, Cause.SAID_WRONG))
"""What turns a right one into a wrong one afterwards."""

UNJUDGED = LATER | {Cause.UNAUDITED, Cause.REDRAFTED, Cause.DROPPED}
"""Causes of a label without anybody's judgement of what the draft says, or only of wrong ones: they count against a certificate
and teach a scorer nothing."""


class HandedOn(StrEnum):
    """What an agent who escalates says of the draft; stored as the decision's reason. '' says nothing."""

    WRONG = "wrong"
    RIGHT = "right"


@dataclass(frozen=True)
class Label:
    """`cause` is that of the decision, `flipped_by` what came to light later ('' as a rule). `decided_at` is when the agent
    decided, `at` when the label took its present value."""

    draft_id: DraftId
    revision: int
    wrong: bool
    cause: Cause
    agent: str
    decided_at: datetime
    at: datetime
    flipped_by: str = ""


class Hindsight(StrEnum):
    """What comes to light after a reply went out."""

    RATING = "rating"
    WROTE_AGAIN = "wrote-again"
    SAID_WRONG = "said-wrong"


@dataclass(frozen=True)
class Aftermath:
    """`stars` 1 to 5 of a rating, else 0; `words` an agent's own, never the customer's."""

    ticket_id: TicketId
    kind: Hindsight
    at: datetime
    stars: int = 0
    words: str = ""


LOW_STARS = 2
"""A rating up to which an answer counts as wrong."""


@dataclass(frozen=True)
class Tally:
    """How drafts of a kind went."""

    right: int = 0
    wrong: int = 0

    @property
    def count(self) -> int:
        return self.right + self.wrong
