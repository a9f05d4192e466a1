"""The sections of Preferences, beside their page."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label
from helpdesk.ui.kit.buttons import PushButton
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.language import tr

SIDE, WIDEST_SIDE = 244, 300
TO_THE_END = 1000
STEPS = {
    int(Qt.Key.Key_Down): 1,
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_End): TO_THE_END,
    int(Qt.Key.Key_Home): -TO_THE_END,
}


class SectionButton(PushButton):
    """`stepped` says how many sections further the arrows want to go."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            self.stepped.emit(STEPS[event.key()])
        else:
            super().keyPressEvent(event)


class SectionsList(QFrame):
    """One stop of the Tab key, at the section that is marked: the arrows show another, Return and Tab go into it.

    `shown` leaves the keyboard here, `chosen` wants it in the section."""

    shown = Signal(str)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, SectionButton] = {}
        self.setAccessibleName(tr("Sections of the preferences"))
        self.setFixedWidth(min(theme.scaled(SIDE), WIDEST_SIDE))
        self._side = QVBoxLayout(self)
        self._side.setContentsMargins(theme.S, theme.M, theme.S, theme.M)
        self._side.setSpacing(2)
        title = Label(tr("Preferences"), "title")
        title.setContentsMargins(edges(theme.S, 0, 0, 0))
        self._side.addWidget(title)
        self._side.addSpacing(theme.S)
        self._side.addStretch(1)
        theme.dress(self, "pane")

    def add(self, section: str) -> None:
        made = SectionButton(tr(section).replace("&", "&&"))
        made.setCheckable(True)
        made.setAccessibleName(tr("Go to {section}", section=tr(section)))
        made.clicked.connect(partial(self.chosen.emit, section))
        made.stepped.connect(self._step)
        theme.dress(made, "row")
        self._side.insertWidget(self._side.count() - 1, made)
        self.buttons[section] = made

    def mark(self, section: str) -> None:
        for name, made in self.buttons.items():
            made.setChecked(name == section)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == section else Qt.FocusPolicy.ClickFocus)

    def marked(self) -> str:
        return next((section for section, made in self.buttons.items() if made.isChecked()), next(iter(self.buttons)))

    def beside(self, by: int) -> str:
        """The section so many further; at either end it stays."""
        names = list(self.buttons)
        return names[max(0, min(names.index(self.marked()) + by, len(names) - 1))]

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:
            self.chosen.emit(self.marked())
            return True
        return super().focusNextPrevChild(forward)

    def _step(self, by: int) -> None:
        section = self.beside(by)
        self.buttons[section].setFocus(Qt.FocusReason.TabFocusReason)
        self.shown.emit(section)
