"""A choice from a list that shows that it is one."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox

from helpdesk.ui import theme

ARM = 3.5
FROM_THE_EDGE = 14


class PickBox(QComboBox):
    """A style sheet takes the arrow of a combo box away; this paints one in the colour of the text. The wheel changes a choice
    only while the keyboard is in it: scrolling past must not."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        painter.setPen(QPen(QColor(colours.text if self.isEnabled() else colours.muted), 1.4))
        across = FROM_THE_EDGE if self.isRightToLeft() else self.width() - FROM_THE_EDGE
        middle = QPointF(across, self.height() / 2 + 1)
        below = QPointF(middle.x(), middle.y() + ARM / 2)
        painter.drawLine(QPointF(middle.x() - ARM, middle.y() - ARM / 2), below)
        painter.drawLine(QPointF(middle.x() + ARM, middle.y() - ARM / 2), below)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return False
        return super().event(event)
