"""News of the inbox that belong to no pane: errors by their class, and the undo of a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.ui.kit.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.domain.conversation import OutboxEntry
    from helpdesk.ui.kit import ScreenContext


class InboxNotices:
    def __init__(self, context: ScreenContext) -> None:
        self._context = context

    def report(self, error: Exception) -> None:
        self._context.report(error)

    def say(self, words: str) -> None:
        self._context.toasts.say(words)

    def offer_undo(self, entry: OutboxEntry, undo: Callable[[], None]) -> None:
        whom = entry.recipient_name or entry.recipient
        seconds = (entry.not_before - entry.created_at).total_seconds()
        if seconds < 1:
            self.say(f"Reply to {whom} is on its way.")
            return
        words = f"Reply to {whom} leaves in"
        self._context.toasts.show_toast(Toast(words, "Undo", undo, seconds, counts=True))
