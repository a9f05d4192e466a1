"""A few words side by side, each of which can be taken away, and a line to add one more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QObject, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QListView, QPushButton, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit.flow import FlowFrame
from helpdesk.ui.kit.line_button import LineButton
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.language import tr


class Chips(QFrame):
    """Passive: `added` and `removed` carry the word; what is shown changes only by `show_words`. `entered` asks for words to
    complete to."""

    added = Signal(str)
    removed = Signal(str)
    entered = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self._shown: tuple[str, ...] = ()
        self._flow = FlowFrame(QMargins(0, 0, 0, 0))
        self._known = QStringListModel()
        self.line = line_edit(name, hint, 254)
        self._offers = QListView()
        self._offers.setAccessibleName(name)
        completer = QCompleter(self._known, self.line)
        completer.setPopup(self._offers)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        self.line.returnPressed.connect(self._add)
        self.line.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(self._flow)
        layout.addWidget(self.line)
        self._flow.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.FocusIn:
            theme.clothe(self._offers)
            self.entered.emit()
        return super().eventFilter(watched, event)

    def offer(self, known: Sequence[str]) -> None:
        """Words the line completes to."""
        self._known.setStringList(list(known))

    def words(self) -> tuple[str, ...]:
        return self._shown

    def chips(self) -> list[QPushButton]:
        return self._flow.findChildren(QPushButton)

    def show_words(self, words: Sequence[str]) -> None:
        """What is typed in the line stays."""
        if tuple(words) == self._shown:
            return
        had_focus = any(chip.hasFocus() for chip in self.chips())
        self._shown = tuple(words)
        self._flow.empty()
        for word in words:
            chip = self._made_chip(word)
            self._flow.add(chip)
            chip.show()
        self._flow.setVisible(bool(words))
        if had_focus:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_chip(self, word: str) -> QPushButton:
        chip = LineButton(word, "chip", name=tr("Take away {word}", word=word), end=" \u00d7")
        chip.clicked.connect(lambda _=False: self.removed.emit(word))
        return chip

    def _add(self) -> None:
        typed = self.line.text()
        self.line.clear()
        for word in filter(None, map(str.strip, typed.split(","))):
            self.added.emit(word)
