"""A box to tick whose words take as many lines as they need: a check box of Qt's own never wraps."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit.labels import Label


class CheckLine(QFrame):
    """A click on the words ticks as one on the box does."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self._words = Label(words, wraps=True)
        self._words.setBuddy(self.box)
        self._words.installEventFilter(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.XS)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and self.box.isEnabled():
            self.box.click()
        return super().eventFilter(watched, event)
