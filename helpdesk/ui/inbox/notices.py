"""News of the inbox that belong to no pane: errors by their class, and the undo of a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.domain.conversation import Letter
from helpdesk.ui import wording
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.language import day_and_clock, mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.domain.conversation import OutboxEntry
    from helpdesk.ui.kit import ScreenContext


LATER = {Letter.REPLY: mark("Reply to {whom} leaves {moment}."), Letter.FORWARD: mark("Forward to {whom} leaves {moment}.")}
UNDER_WAY = {Letter.REPLY: mark("Reply to {whom} is on its way."), Letter.FORWARD: mark("Forward to {whom} is on its way.")}


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
        if entry.scheduled:
            words = tr(LATER[entry.kind], whom=whom, moment=day_and_clock(entry.not_before))
            self._context.toasts.show_toast(Toast(words, tr("Undo"), undo))
        elif seconds < 1:
            self.say(tr(UNDER_WAY[entry.kind], whom=whom))
        else:
            self._context.toasts.show_toast(Toast(leaving(whom, entry), tr("Undo"), undo, seconds, counts=True))


def leaving(whom: str, entry: OutboxEntry) -> str:
    """What the toast's countdown completes."""
    if entry.kind is Letter.FORWARD:
        return tr("Forward to {whom} leaves in", whom=whom)
    if entry.becomes is None:
        return tr("Reply to {whom} leaves in", whom=whom)
    return tr("Reply to {whom}, then {status}: leaves in", whom=whom, status=wording.STATUSES[entry.becomes])
