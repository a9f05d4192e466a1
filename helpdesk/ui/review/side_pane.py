"""What opens over the conversation, beside the reply: a titled pane that Esc closes."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, glyph_button
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.language import tr


class SidePane(QFrame):
    """`closed` is emitted by its button; the screen closes it by key. Space and Return work its controls: the screen's own use
    of Space (to page the conversation) rests here."""

    closed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        back = glyph_button("back", tr("Close: {title}", title=title), key="Esc")
        back.clicked.connect(self.closed)
        head = QFrame()
        head.setMinimumHeight(theme.head_height())
        line = QHBoxLayout(head)
        line.setContentsMargins(edges(theme.S, theme.XS, theme.L, theme.XS))
        line.addWidget(back)
        line.addWidget(Label(title, "title", wraps=True), 1)
        theme.dress(head, "ruled")
        self.body = QVBoxLayout()
        self.body.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        self.body.setSpacing(theme.S)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addLayout(self.body, 1)
        self.setAccessibleName(title)
        theme.dress(self, "pane")

    def begin(self) -> None:
        """The keyboard goes where the work begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            event.accept()
            return True
        return super().event(event)


def shown_if(shown: object, *parts: QWidget) -> None:
    for part in parts:
        part.setVisible(bool(shown))
