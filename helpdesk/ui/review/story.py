"""Why the draft on display is as it is, the same told again, and the texts it had before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.draft import DraftState
from helpdesk.ui import label_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.label import Label
    from helpdesk.services.why import DraftStory, Replay, Variant
    from helpdesk.ui.bridge import Handle
    from helpdesk.ui.kit.screen import ScreenContext
    from helpdesk.ui.review.display import Display


class StoryView(Protocol):
    def show_story(self, story: DraftStory) -> None: ...

    def show_blind(self) -> None:
        """Nothing of it is told before the decision."""
        ...

    def show_models(self, models: Sequence[str]) -> None: ...

    def show_label(self, words: str, *, may_turn: bool) -> None: ...

    def show_replaying(self, replaying: bool) -> None: ...

    def show_replay(self, replay: Replay | None) -> None: ...

    def show_trouble(self, error: Exception) -> None: ...


class EarlierView(Protocol):
    def show_variants(self, variants: Sequence[Variant], current: str) -> None:
        """`current` is what the editor holds: differences are told against it."""
        ...

    def show_trouble(self, error: Exception) -> None: ...


class StoryPresenter:
    """A replay is shown and forgotten; the one thing changed from here is that a reply that went out counts as wrong."""

    def __init__(self, view: StoryView, context: ScreenContext, display: Display) -> None:
        self._view = view
        self._bridge = context.bridge
        self._display = display
        self._running: Handle | None = None

    def open(self) -> None:
        desk, sheet = self._display.desk, self._display.sheet
        if desk is None or sheet is None:
            return
        if desk.settings.blind_review and sheet.draft.state is DraftState.IN_REVIEW:
            self._view.show_blind()
        else:
            draft_id = sheet.draft.id
            self._bridge.call(lambda: desk.why.of(draft_id), self._view.show_story, self._view.show_trouble)
            self._bridge.call(desk.why.models, self._view.show_models, self._view.show_trouble)
            self._bridge.call(lambda: desk.learning.later.label(draft_id), self._labelled, self._view.show_trouble)

    def find_wrong(self, why: str) -> None:
        desk, draft_id = self._display.desk, self._display.current
        if desk is not None and draft_id is not None:
            later = desk.learning.later
            self._bridge.call(lambda: later.said_wrong(draft_id, why), self._labelled, self._view.show_trouble, keep=True)

    def replay(self, model: str) -> None:
        """By `model`, or as it was written when that is ''."""
        desk, draft_id = self._display.desk, self._display.current
        if desk is None or draft_id is None:
            return
        self.cancel()
        self._view.show_replaying(True)
        self._running = self._bridge.call(lambda: desk.why.replay(draft_id, model or None), self._came, self._failed)

    def cancel(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.cancel()
        self._view.show_replaying(False)

    def forget(self) -> None:
        """Another draft is on display."""
        self.cancel()
        self._view.show_replay(None)

    def _labelled(self, label: Label | None) -> None:
        sheet = self._display.sheet
        went_out = sheet is not None and sheet.draft.state in (DraftState.SENT, DraftState.APPROVED)
        is_wrong = label is not None and label.wrong
        self._view.show_label(label_words.of(label) if label else "", may_turn=went_out and not is_wrong)

    def _came(self, replay: Replay) -> None:
        self._running = None
        self._view.show_replaying(False)
        self._view.show_replay(replay)

    def _failed(self, error: Exception) -> None:
        self._running = None
        self._view.show_replaying(False)
        self._view.show_trouble(error)


class EarlierPresenter:
    """Texts this ticket's reply had before."""

    def __init__(self, view: EarlierView, context: ScreenContext, display: Display) -> None:
        self._view = view
        self._bridge = context.bridge
        self._display = display

    def open(self) -> None:
        desk, draft_id = self._display.desk, self._display.current
        if desk is None or draft_id is None:
            return
        self._bridge.call(
            lambda: desk.why.variants(draft_id),
            lambda found: self._view.show_variants(found, self._display.view.text()),
            self._view.show_trouble,
        )

    def use(self, text: str) -> None:
        """Into the editor, which can undo it."""
        sheet = self._display.sheet
        if sheet is not None and sheet.decidable:
            self._display.view.replace_text(text)
