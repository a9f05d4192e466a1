"""A draft with an error planted in it, before and after somebody decided about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.planting import Planted


class Outcome(StrEnum):
    """RETIRED: it went before anybody decided, and says nothing of reviewers."""

    CAUGHT = "caught"
    MISSED = "missed"
    RETIRED = "retired"


@dataclass(frozen=True)
class PlantedDraft:
    """As it waits in the queue. The true text is the draft's own all the time."""

    id: int
    draft_id: DraftId
    ticket_id: TicketId
    revision: int
    true_text: str
    planted: Planted


@dataclass(frozen=True)
class SettledTest:
    """Without who decided: it is about how many errors are noticed, not about by whom."""

    draft_id: DraftId
    planted: Planted
    outcome: Outcome
    at: datetime
