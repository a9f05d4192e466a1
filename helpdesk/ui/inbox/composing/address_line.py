"""Whom a forward is for: one address, completed from those the desk knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QListView

from helpdesk.domain.forwarding import LONGEST_ADDRESS
from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence


class AddressLine(QFrame):
    """`typed` carries what an agent made stand there; `entered` comes with the keyboard."""

    typed = Signal(str)
    entered = Signal()
    discarded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = line_edit(tr("Forward to"), tr("Address of a third person"), LONGEST_ADDRESS)
        self.discard = button(tr("Discard"), "quiet", name=tr("Discard what was to be forwarded"))
        self._known = QStringListModel()
        self._offers = QListView()
        self._offers.setAccessibleName(tr("Known addresses"))
        completer = QCompleter(self._known, self.line)
        completer.setPopup(self._offers)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        self.line.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(Label(tr("To"), "caption"))
        layout.addWidget(self.line, 1)
        layout.addWidget(self.discard)
        self.line.textChanged.connect(self.typed)
        self.discard.clicked.connect(self.discarded)

    def show_address(self, address: str) -> None:
        """As the store has it, but never over what is being typed."""
        if address != self.line.text() and not (self.line.hasFocus() and self.line.text()):
            blocker = QSignalBlocker(self.line)
            self.line.setText(address)
            blocker.unblock()

    def forget(self) -> None:
        """It was sent, or belongs to another ticket."""
        blocker = QSignalBlocker(self.line)
        self.line.clear()
        blocker.unblock()

    def offer(self, addresses: Sequence[str]) -> None:
        self._known.setStringList(list(addresses))

    def address(self) -> str:
        return self.line.text().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.FocusIn:
            theme.clothe(self._offers)
            self.entered.emit()
        return super().eventFilter(watched, event)
