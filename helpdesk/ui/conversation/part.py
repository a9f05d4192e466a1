"""The conversation as a part of a screen: the pane, what reads for it, what opens over it, and its keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from helpdesk.ui.conversation.attachments import PictureDialog
from helpdesk.ui.conversation.keys import INTENTS
from helpdesk.ui.conversation.original import OriginalDialog
from helpdesk.ui.conversation.printing import PrintDialog
from helpdesk.ui.conversation.reader import ConversationReader

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from helpdesk.domain.conversation import Conversation
    from helpdesk.domain.ids import MessageId
    from helpdesk.services.desk import Desk
    from helpdesk.services.reading import AttachmentLook, Original
    from helpdesk.ui.conversation.pane import ConversationPane
    from helpdesk.ui.kit.screen import ScreenContext
    from helpdesk.ui.kit.shortcuts import Intent


class ConversationPart(QObject):
    def __init__(self, context: ScreenContext, pane: ConversationPane) -> None:
        super().__init__(pane)
        self._context = context
        self.widget = pane
        self.reader = ConversationReader(self.widget, self, self._context.bridge)
        self.dialog: QDialog | None = None
        wishes = self.widget.wishes
        wishes.heeded = True
        wishes.html.connect(self.reader.html)
        wishes.translation.connect(self.reader.translate)
        wishes.original.connect(self.reader.original)
        wishes.looked.connect(self.reader.look)
        wishes.saved.connect(self.reader.save)

    def desk_ready(self, desk: Desk) -> None:
        self.reader.desk_ready(desk)

    def opened(self, conversation: Conversation | None) -> None:
        self.reader.opened(conversation)

    def left(self) -> None:
        """Nothing here is unsaved."""

    def intents(self) -> tuple[tuple[Intent, Callable[[], object]], ...]:
        acts: dict[str, Callable[[], object]] = {
            "message-next": partial(self.widget.step, 1),
            "message-previous": partial(self.widget.step, -1),
            "message-html": self._toggle_html,
            "message-quotes": self._toggle_quotes,
            "message-original": partial(self._of_current, self.reader.original),
            "message-translate": partial(self._of_current, self.reader.translate),
            "conversation-changes": self.reader.toggle_happenings,
            "conversation-print": self.print_conversation,
        }
        return tuple((intent, acts[intent.name]) for intent in INTENTS)

    def print_conversation(self) -> None:
        if self.widget.conversation is not None:
            self._open(PrintDialog(self.widget.window(), self.widget.conversation, self._context))

    # What the reader asks for

    def show_original(self, message_id: MessageId, original: Original | None) -> None:
        dialog = OriginalDialog(self.widget.window(), original)
        dialog.save_wanted.connect(partial(self.reader.save_original, message_id))
        self._open(dialog)

    def show_picture(self, look: AttachmentLook) -> None:
        self._open(PictureDialog(self.widget.window(), look))

    def say(self, words: str) -> None:
        self._context.toasts.say(words)

    def report(self, error: Exception) -> None:
        self._context.report(error)

    # Inside

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _of_current(self, act: Callable[[MessageId], None]) -> None:
        bubble = self.widget.current()
        if bubble is not None:
            act(bubble.message.id)

    def _toggle_html(self) -> None:
        bubble = self.widget.current()
        if bubble is not None:
            bubble.toggle_html()

    def _toggle_quotes(self) -> None:
        bubble = self.widget.current() if self.widget.has_chosen() else None
        if bubble is not None:
            bubble.toggle_quoted()
        else:
            self.widget.toggle_all_quoted()
