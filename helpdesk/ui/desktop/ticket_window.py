"""One ticket in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from helpdesk.domain.errors import Broken
from helpdesk.ui import wording
from helpdesk.ui.bridge.delay import QtDelays
from helpdesk.ui.desktop.lent_bridge import LentBridge
from helpdesk.ui.inbox.alone import TicketAlone
from helpdesk.ui.kit.key_sheet import ShortcutSheet
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.screen import Place, ScreenContext
from helpdesk.ui.kit.shortcuts import Intent, Shortcuts
from helpdesk.ui.kit.toast import Toast, Toasts
from helpdesk.ui.language import mark, tr
from helpdesk.ui.theme import clothe

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from helpdesk.domain.conversation import Conversation
    from helpdesk.domain.ids import TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.desktop.apart import Ground

SMALLEST = (640, 480)
SECONDS_TO_READ = 12.0
WINDOW = mark("Window")


class TicketWindow(QMainWindow):
    """Everything that can be done with a ticket in the inbox; what leads elsewhere leads there in the main window. A window
    that is closed while something is being saved hides, and comes back when that fails.

    It is made part by part: `grow` makes the next one, until it is `whole`; before that there is nothing to show or to tell."""

    gone = Signal(object)

    def __init__(self, ticket_id: TicketId, ground: Ground) -> None:
        super().__init__()
        clothe(self)
        self._ground = ground
        self._closing = False
        self._first = ticket_id
        self.whole = False
        self.setMinimumSize(*SMALLEST)
        self.setWindowTitle(tr("Ticket {number}", number=ticket_id))
        whole = QWidget()
        self.setCentralWidget(whole)
        self.toasts = Toasts(whole)
        self._lent = LentBridge(ground.bridge, self._settled)
        self._shortcuts = Shortcuts(ground.keymap)
        self.sheet = ShortcutSheet(whole, self._shortcuts)
        self.alone = TicketAlone(self._context(), ticket_id)
        self._steps = self.alone.furnish()
        self.toasts.stand_below(lambda: (self.alone,))
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.alone)

    def grow(self) -> None:
        if next(self._steps, self._steps) is self._steps:
            self._bind()
            self.whole = True

    def _bind(self) -> None:
        self.alone.ticket.conversation_shown.connect(self._name)
        close = Intent("close", ("Ctrl+W",), mark("Close this window"), WINDOW)
        self._add(close, self.close)
        self._add(Intent("keys", ("?",), mark("This list"), WINDOW), self.sheet.toggle)
        to_main = Intent("main-window", ("Ctrl+Shift+M",), mark("To the main window"), WINDOW)
        self._add(to_main, lambda: self._ground.navigate(Place("inbox", ticket_id=self.ticket_id)))

    @property
    def ticket_id(self) -> TicketId:
        """Another than at first when that one was merged into it."""
        return self.alone.ticket_id if self.whole else self._first

    def desk_ready(self, desk: Desk) -> None:
        self.alone.desk_ready(desk)
        self.alone.entered(Place("inbox", ticket_id=self.ticket_id))

    def save(self) -> None:
        if self.whole:
            self.alone.left()

    def end(self) -> None:
        """Now, whatever is still on its way; it is saved all the same."""
        self.save()
        self._lent.end()
        self.hide()
        self.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.alone.keep()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save()
        if self._lent.saving:
            self._closing = True
            event.ignore()
            self.hide()
            return
        event.accept()
        self.gone.emit(self)

    def _settled(self, well: bool) -> None:
        if self._closing:
            self._closing = False
            self.close() if well else self.show()

    def _name(self, conversation: Conversation | None) -> None:
        if conversation is not None:
            subject = one_line(conversation.ticket.subject)
            self.setWindowTitle(tr("#{number}: {subject}", number=conversation.ticket.id, subject=subject))

    def _context(self) -> ScreenContext:
        ground = self._ground
        return ScreenContext(
            bridge=self._lent,
            delays=QtDelays(self),
            toasts=self.toasts,
            shortcuts=self._shortcuts.of("inbox"),
            navigate=ground.navigate,
            report=self._report,
            settings=ground.settings,
            apply_settings=ground.apply_settings,
            workspace=ground.workspace,
            in_steps=True,
        )

    def _report(self, error: Exception) -> None:
        if isinstance(error, Broken):
            self._ground.report(error)
        self.toasts.show_toast(Toast(wording.line(error), seconds=SECONDS_TO_READ))

    def _add(self, intent: Intent, act: Callable[[], object]) -> None:
        self._shortcuts.add(self, intent, act)
