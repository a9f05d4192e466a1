"""What the presenter tells its view, in frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.draft import Draft, DraftState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.article import ArticleText
    from helpdesk.domain.decision import QueueRow, ReviewItem
    from helpdesk.domain.draft import Citation
    from helpdesk.domain.ids import DraftId


class Saved(StrEnum):
    """Where the reviewer's text stands."""

    UNTOUCHED = ""
    SAVING = "Saving …"
    SAVED = "Saved"
    NOT_SAVED = "Not saved"


class Waiting(StrEnum):
    """Why no draft is on display."""

    LOADING = "loading"
    NOTHING = "nothing"
    NO_KNOWLEDGE = "no-knowledge"
    BROKEN = "broken"


class Offer(StrEnum):
    """What the button of a notice does."""

    NONE = ""
    SHOW_NEW_DRAFT = "Show the new draft"
    USE_MY_TEXT = "Use my earlier text"
    NEXT = "Next draft"
    DRAFT_AGAIN = "Draft again"
    MODEL_SETTINGS = "Model settings"
    RETRY_SAVING = "Save again"
    RETRY = "Try again"
    SEND_ANYWAY = "Send all the same"


class Weight(StrEnum):
    QUIET = "quiet"
    BUSY = "busy"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Notice:
    words: str
    weight: Weight = Weight.QUIET
    offer: Offer = Offer.NONE
    title: str = ""


@dataclass(frozen=True)
class Sheet:
    """One draft as the screen shows it. `held_by` names another agent who has it; `text` is what the editor starts with."""

    item: ReviewItem
    held_by: str = ""

    @property
    def draft(self) -> Draft:
        return self.item.draft

    @property
    def text(self) -> str:
        return self.draft.text if self.draft.edited is None else self.draft.edited

    @property
    def being_written(self) -> bool:
        return self.draft.state is DraftState.REQUESTED

    @property
    def decidable(self) -> bool:
        return self.draft.state is DraftState.IN_REVIEW and not self.held_by

    @property
    def redraftable(self) -> bool:
        """A draft that failed has nothing to decide on, but may be tried again."""
        return self.decidable or (self.draft.state is DraftState.FAILED and not self.held_by)


class ReviewView(Protocol):
    """Passive: shows what it is told and reports intents as signals."""

    def show_queue(self, rows: Sequence[QueueRow], current: DraftId | None) -> None: ...

    def show_being_written(self, drafts: int) -> None:
        """How many drafts are not in the queue yet because they are still being written."""
        ...

    def show_waiting(self, waiting: Waiting, words: str = "") -> None: ...

    def show_sheet(self, sheet: Sheet) -> None: ...

    def show_stream(self, text: str) -> None: ...

    def show_text(self, text: str) -> None:
        """Replaces what is in the editor."""
        ...

    def show_saved(self, saved: Saved) -> None: ...

    def show_notice(self, notice: Notice | None) -> None: ...

    def show_busy(self, busy: bool) -> None:
        """While a decision is on its way the actions rest; nothing else changes."""
        ...

    def show_article(self, article: ArticleText, citation: Citation) -> None: ...

    def text(self) -> str:
        """What the editor holds now."""
        ...
