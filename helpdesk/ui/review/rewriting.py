"""The reply in other words, on request: what is offered, how far it is, and what becomes of the suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.events import Event, RewriteGrew
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from helpdesk.domain.rewriting import Rewritten, Wish
    from helpdesk.services.assistance import Offer
    from helpdesk.ui.bridge import Handle
    from helpdesk.ui.kit.screen import ScreenContext
    from helpdesk.ui.review.display import Display


class RewritingView(Protocol):
    def show_tools(self, offers: Sequence[Offer]) -> None: ...

    def show_rewriting(self, text: str, speed: float) -> None:
        """As far as it is; `speed` in tokens a second, 0 while it is not known."""
        ...

    def show_suggestion(self, made: Rewritten | None) -> None:
        """None: there is none (any more)."""
        ...

    def show_outdated(self) -> None:
        """The text was changed after the suggestion was made: it cannot be taken."""
        ...

    def show_trouble(self, error: Exception) -> None: ...


class RewritingPresenter:
    """One suggestion at a time, for the draft on display; nothing of it is stored until it is taken."""

    def __init__(self, view: RewritingView, context: ScreenContext, display: Display) -> None:
        self._view = view
        self._context = context
        self._display = display
        self._running: Handle | None = None
        self._made: Rewritten | None = None
        self._wish: Wish | None = None
        context.bridge.listen(self.heard)

    def open(self) -> None:
        self._ask()

    def forget(self) -> None:
        """Another draft is on display."""
        self._end()
        self._made = self._wish = None
        self._view.show_suggestion(None)

    def rewrite(self, wish: Wish) -> None:
        desk, sheet = self._display.desk, self._display.sheet
        if desk is None or sheet is None or not sheet.decidable:
            return
        self._end()
        self._made, self._wish = None, wish
        text = self._display.view.text()
        self._view.show_rewriting("", 0.0)
        self._running = self._context.bridge.call(
            lambda: desk.assistance.rewrite(sheet.draft.id, text, wish), self._came, self._failed
        )

    def cancel(self) -> None:
        self._end()
        self._view.show_suggestion(None)

    def take(self, wanted: Collection[int]) -> bool:
        """The reply with these changes goes into the editor, which can undo it. False when it could not."""
        made = self._made
        if made is None:
            return False
        if self._display.view.text() != made.before:
            self._view.show_outdated()
            return False
        self._made = None
        self._view.show_suggestion(None)
        self._display.view.replace_text(made.taking(wanted))
        return True

    def settle(self, action: str) -> None:
        """The button beside what keeps a tool from working."""
        if action == tr("Model settings"):
            self._context.navigate(Place("preferences", section="Drafting"))
        elif action == tr("Try again") and self._wish is not None:
            self.rewrite(self._wish)
        else:
            self._ask()

    def heard(self, event: Event) -> None:
        if isinstance(event, RewriteGrew) and self._running is not None and event.draft_id == self._display.current:
            self._view.show_rewriting(event.text, event.speed)

    def _ask(self) -> None:
        desk = self._display.desk
        if desk is not None:
            self._context.bridge.call(desk.assistance.tools, self._view.show_tools, self._view.show_trouble)

    def _came(self, made: Rewritten) -> None:
        self._running = None
        self._made = None if made.is_same else made
        self._view.show_suggestion(made)

    def _failed(self, error: Exception) -> None:
        self._running = None
        self._view.show_suggestion(None)
        self._view.show_trouble(error)

    def _end(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.cancel()
