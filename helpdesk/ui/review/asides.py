"""What may be opened beside the reply: rewriting, earlier texts, the draft's story. Each is made when it is first opened."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from helpdesk.ui.review.changes_pane import ChangesPane
from helpdesk.ui.review.earlier_pane import EarlierPane
from helpdesk.ui.review.rewriting import RewritingPresenter
from helpdesk.ui.review.rewriting_pane import RewritingPane
from helpdesk.ui.review.story import EarlierPresenter, StoryPresenter
from helpdesk.ui.review.story_pane import StoryPane
from helpdesk.ui.review.together import TogetherPresenter
from helpdesk.ui.review.together_pane import TogetherPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.ui.kit import ScreenContext
    from helpdesk.ui.review.display import Display
    from helpdesk.ui.review.middle import Middle


class Asides:
    """`used` is called when a text from here went into the editor, `answered` when others like the draft were decided."""

    def __init__(
        self,
        middle: Middle,
        context: ScreenContext,
        display: Display,
        used: Callable[[], None],
        answered: Callable[[], None],
    ) -> None:
        self._middle = middle
        self._context = context
        self._display = display
        self._used = used
        self._answered = answered
        self._opened: list[Callable[[], None]] = []

    @cached_property
    def rewriting(self) -> RewritingPane:
        pane = RewritingPane()
        presenter = self._rewriting = RewritingPresenter(pane, self._context, self._display)
        pane.wished.connect(presenter.rewrite)
        pane.cancelled.connect(presenter.cancel)
        pane.settled.connect(presenter.settle)
        pane.taken.connect(self._take_rewriting)
        self._opened.append(presenter.forget)
        self._middle.add(pane)
        return pane

    @cached_property
    def earlier(self) -> EarlierPane:
        pane = EarlierPane()
        self._earlier = EarlierPresenter(pane, self._context, self._display)
        pane.used.connect(self._use_earlier)
        self._middle.add(pane)
        return pane

    @cached_property
    def story(self) -> StoryPane:
        pane = StoryPane()
        presenter = self._story = StoryPresenter(pane, self._context, self._display)
        pane.replay_requested.connect(presenter.replay)
        pane.replay_cancelled.connect(presenter.cancel)
        pane.afterwards.found_wrong.connect(presenter.find_wrong)
        self._opened.append(presenter.forget)
        self._middle.add(pane)
        return pane

    @cached_property
    def changed(self) -> ChangesPane:
        pane = ChangesPane()
        self._middle.add(pane)
        return pane

    @cached_property
    def together(self) -> TogetherPane:
        pane = TogetherPane()
        presenter = self._together = TogetherPresenter(pane, self._context, self._display, self._answered)
        pane.approved.connect(presenter.approve)
        self._middle.add(pane)
        return pane

    def open_changed(self) -> None:
        sheet = self._display.sheet
        if sheet is not None:
            self.changed.show_draft(sheet.draft.text, self._display.view.text())
            self._middle.open(self.changed)

    def open_together(self) -> None:
        sheet = self._display.sheet
        if sheet is not None and sheet.decidable:
            self._middle.open(self.together)
            self._together.open()

    def typed(self, text: str) -> None:
        """In the editor, while something is open beside it."""
        if isinstance(self._middle.currentWidget(), ChangesPane):
            self.changed.follow(text)

    def open_rewriting(self) -> None:
        self._middle.open(self.rewriting)
        self._rewriting.open()

    def open_earlier(self) -> None:
        sheet = self._display.sheet
        if sheet is not None:
            self.earlier.allow(sheet.decidable)
            self._middle.open(self.earlier)
            self._earlier.open()

    def open_story(self) -> None:
        if self._display.sheet is not None:
            self._middle.open(self.story)
            self._story.open()

    def forget(self) -> None:
        """Another draft is on display, or the pane is closed: what runs for it ends."""
        for forget in self._opened:
            forget()

    def take(self) -> None:
        """What the pane that is open has on offer."""
        shown = self._middle.currentWidget()
        if isinstance(shown, RewritingPane | EarlierPane | TogetherPane):
            shown.take()

    def _take_rewriting(self, wanted: frozenset[int]) -> None:
        if self._rewriting.take(wanted):
            self._used()

    def _use_earlier(self, text: str) -> None:
        self._earlier.use(text)
        self._used()
