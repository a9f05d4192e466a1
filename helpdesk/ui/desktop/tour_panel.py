"""The tour's line: which step, what it is about, one button that leads there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import button, glyph_button
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.language import tr


class TourPanel(QFrame):
    """Hidden until there is a step; takes no focus by itself."""

    acted = Signal()
    next_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.busy = False
        self._count = Label("", "caption")
        self._title = Label("", "strong")
        self._words = Label("", wraps=True)
        self.action = button("", "primary")
        self.next = button(tr("Next"), name=tr("Next step of the tour"))
        self.leave = glyph_button("close", tr("Leave the tour; it is found again in Help"))
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(self._words)
        line = QHBoxLayout(self)
        line.setContentsMargins(edges(theme.L, theme.S, theme.S, theme.S))
        line.setSpacing(theme.M)
        line.addLayout(words, 1)
        for control in (self.action, self.next, self.leave):
            line.addWidget(control)
        theme.dress(self, "banner-quiet")
        self.action.clicked.connect(self.acted)
        self.next.clicked.connect(self.next_wanted)
        self.leave.clicked.connect(self.left)
        self.hide()

    def show_step(self, count: str, title: str, words: str, action: str) -> None:
        self.busy = False
        self._count.say(count)
        self._title.say(title)
        self._words.say(words)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setEnabled(True)
        self.action.show()
        self.next.setText(tr("Next"))
        self.setAccessibleName(f"{count}: {title}. {words}")
        self.show()

    def show_busy(self, words: str) -> None:
        self.busy = True
        self.action.setEnabled(False)
        self._words.say(words)

    def show_done(self, title: str, words: str) -> None:
        self.show_step("", title, words, "")
        self.action.hide()
        self.next.setText(tr("Finish the tour"))

    def words(self) -> str:
        return f"{self._title.text()}: {self._words.text()}"
