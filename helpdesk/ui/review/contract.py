"""What the presenter tells its view, in frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.draft import Draft, DraftState
from helpdesk.ui.language import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.article import ArticleText
    from helpdesk.domain.decision import QueueRow, ReviewItem
    from helpdesk.domain.draft import Citation
    from helpdesk.domain.ids import DraftId
    from helpdesk.domain.proof import Proof
    from helpdesk.domain.shift import Shift
    from helpdesk.services.pipeline import Outlook


class Saved(StrEnum):
    """Where the reviewer's text stands."""

    UNTOUCHED = ""
    SAVING = mark("Saving…")
    SAVED = mark("Saved")
    NOT_SAVED = mark("Not saved")


class Waiting(StrEnum):
    """Why no draft is on display."""

    LOADING = "loading"
    NOTHING = "nothing"
    NO_KNOWLEDGE = "no-knowledge"
    BROKEN = "broken"


class Offer(StrEnum):
    """What the button of a notice does."""

    NONE = ""
    SHOW_NEW_DRAFT = mark("Show the new draft")
    USE_MY_TEXT = mark("Use my earlier text")
    NEXT = mark("Next draft")
    DRAFT_AGAIN = mark("Draft again")
    MODEL_SETTINGS = mark("Model settings")
    RETRY_SAVING = mark("Save again")
    RETRY = mark("Try again")
    SEND_ANYWAY = mark("Send all the same")
    GO_TO_SENTENCE = mark("Go to the sentence")


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
    other: Offer = Offer.NONE


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

    def show_queue(self, rows: Sequence[QueueRow], current: DraftId | None, waiting: int) -> None:
        """The first rows of `waiting`; those that follow come when they are scrolled to."""
        ...

    def show_outlook(self, outlook: Outlook) -> None:
        """How many drafts are not in the queue yet because they are still being written, and how long that takes."""
        ...

    def show_shift(self, shift: Shift) -> None:
        """How far the agent has come today."""
        ...

    def show_waiting(self, waiting: Waiting, words: str = "") -> None: ...

    def show_sheet(self, sheet: Sheet) -> None: ...

    def show_stream(self, text: str, speed: float) -> None:
        """The reply as far as it is; `speed` in tokens a second, 0 while it is not known."""
        ...

    def show_stopping(self, stops: bool) -> None:
        """What became of the wish to stop: False when no model was at it."""
        ...

    def replace_text(self, text: str) -> None:
        """Puts a text into the editor as if it had been typed: it is reported, and the editor can undo it."""
        ...

    def show_saved(self, saved: Saved) -> None: ...

    def show_notice(self, notice: Notice | None) -> None: ...

    def show_busy(self, busy: bool) -> None:
        """While a decision is on its way the actions rest; nothing else changes."""
        ...

    def show_proof(self, proof: Proof | None) -> None:
        """What each sentence stands on; None when there is nothing to tell of this text."""
        ...

    def go_to_doubt(self) -> None:
        """To the next sentence in the editor that is not supported, from the caret on."""
        ...

    def show_article(self, article: ArticleText, citation: Citation) -> None: ...

    def show_quote(self, citation: Citation) -> None:
        """What is kept of a source that is no article (any more)."""
        ...

    def end_writing(self) -> None:
        """A draft was dealt with: letters are commands again, and none gets into the reply that comes up next."""
        ...

    def text(self) -> str:
        """What the editor holds now."""
        ...
