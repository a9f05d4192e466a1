"""Whether the side panel of the inbox is shown, and what makes room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from helpdesk.ui import theme
from helpdesk.ui.inbox.side_panel import NARROWEST

if TYPE_CHECKING:
    from helpdesk.ui.inbox.screen import InboxScreen

NARROWEST_LIST, NARROWEST_WORK = 300, 400
ROOM_FOR_VIEWS, ROOM_FOR_ALL = 900, 1400
ROOM_FOR_PANEL = NARROWEST_LIST + NARROWEST_WORK + NARROWEST


class PanelRoom:
    def __init__(self, inbox: InboxScreen) -> None:
        self._inbox = inbox

    def open(self, opened: bool) -> None:
        """In a narrow window the views make room for it."""
        look = self._inbox.listing.look
        look.panel_open = opened and self._inbox.panel.has_tabs
        look.keep()
        self.fit()

    def fit(self) -> None:
        """It tells of the ticket on display, so it goes where none is. In large text it may take the room of the list."""
        inbox, width = self._inbox, self._inbox.width()
        shown = inbox.listing.look.panel_open and inbox.panel.has_tabs and not self._beside_no_ticket()
        inbox.panel.setVisible(shown)
        inbox.list.setVisible(not (shown and theme.is_large() and width < theme.scaled(ROOM_FOR_PANEL)))
        inbox.listing.make_room(width < theme.scaled(ROOM_FOR_ALL if shown else ROOM_FOR_VIEWS))

    def show_tab(self, name: str) -> bool:
        """False where the keyboard is in that tab already."""
        inbox, focus = self._inbox, QApplication.focusWidget()
        if inbox.panel.current() == name and focus is not None and inbox.panel.isAncestorOf(focus):
            return False
        inbox.panel.go_to(name)
        if self._beside_no_ticket():
            inbox.work.setCurrentWidget(inbox.ticket)
        self.open(True)
        return True

    def _beside_no_ticket(self) -> bool:
        inbox = self._inbox
        return inbox.work.currentWidget() in (inbox.form, inbox.outbox, inbox.result, inbox.listing.editor)


class StayingPanel(PanelRoom):
    """It stays as it was put: there are no views to make room."""

    def open(self, opened: bool) -> None:
        self._inbox.panel.setVisible(opened and self._inbox.panel.has_tabs)

    def fit(self) -> None:
        """Nothing moves."""
