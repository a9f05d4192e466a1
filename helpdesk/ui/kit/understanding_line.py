"""What a ticket's last message was read as, one chip a reading; a chip opens the list of what it may be instead."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMargins, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton

from helpdesk.domain.understanding import Understood
from helpdesk.ui import theme
from helpdesk.ui.kit.flow import FlowFrame
from helpdesk.ui.language import tr
from helpdesk.ui.reading_words import READINGS, chip_words, spoken, value_words

SELDOM = ("spam", "automatic")
"""Shown as chips only when they say yes or were corrected; the last chip offers them otherwise."""


OPENING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class Chip(QPushButton):
    """Opens at the keys that open a list, whatever they mean on the screen around it."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        theme.dress(self, "reading")

    def below(self) -> QPoint:
        return self.mapToGlobal(QPoint(0, self.height()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in OPENING:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING:
            self.click()
        else:
            super().keyPressEvent(event)


class UnderstandingLine(FlowFrame):
    """Passive: `corrected` carries reading and value, an empty value takes a correction back. Without choices it only shows."""

    corrected = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(QMargins(theme.L, theme.XS, theme.L, theme.XS))
        self.chips = {name: self._made_chip(name) for name in READINGS}
        self.more = Chip("…", tr("Mark as spam or automatic mail"))
        self.more.clicked.connect(self._offer_more)
        self._choices: Mapping[str, Sequence[str]] = {}
        self._shown: Understood | None = None
        for chip in (*self.chips.values(), self.more):
            self.add(chip)
        self.setAccessibleName(tr("What the message was read as"))
        self.clear()

    def clear(self) -> None:
        self._shown = None
        self.hide()

    def show_reading(self, understood: Understood, choices: Mapping[str, Sequence[str]]) -> None:
        self._shown, self._choices = understood, choices
        for name, read in understood.reads().items():
            chip = self.chips[name]
            chip.setText(chip_words(name, read).replace("&", "&&"))
            said = spoken(name, read)
            chip.setToolTip(said)
            chip.setAccessibleName(said)
            chip.setVisible(name not in SELDOM or read.shown == "yes" or bool(read.corrected))
            chip.setEnabled(bool(choices))
        self.more.setVisible(bool(choices) and any(self.chips[name].isHidden() for name in SELDOM))
        self.show()

    def words(self) -> list[str]:
        return [chip.text() for chip in self.chips.values() if not chip.isHidden()]

    def enter(self) -> None:
        """Puts the keyboard on the first chip."""
        self.chips["language"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def menu_of(self, name: str) -> QMenu:
        """What the reading may be, the present value marked; then how to take a correction back."""
        menu = self._made_menu(READINGS[name])
        if self._shown is None:
            return menu
        read = self._shown.reads()[name]
        for value in self._choices.get(name, ()):
            action = menu.addAction(value_words(name, value).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == read.shown)
            action.triggered.connect(partial(self._choose, name, value))
        if read.corrected:
            menu.addSeparator()
            menu.addAction(tr("As it was read: {value_words}", value_words=value_words(name, read.value))).triggered.connect(
                partial(self._choose, name, "")
            )
        return menu

    def _made_chip(self, name: str) -> Chip:
        chip = Chip("", READINGS[name])
        chip.clicked.connect(lambda: self.menu_of(name).popup(chip.below()))
        return chip

    def _made_menu(self, title: str) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(title)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _offer_more(self) -> None:
        menu = self._made_menu(tr("Mark the message"))
        for name in SELDOM:
            if self.chips[name].isHidden():
                menu.addAction(tr("Mark as {value_words}", value_words=value_words(name, "yes"))).triggered.connect(
                    partial(self._choose, name, "yes")
                )
        menu.popup(self.more.below())

    def _choose(self, name: str, value: str, _: bool = False) -> None:
        self.corrected.emit(name, value)
