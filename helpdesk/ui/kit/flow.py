"""Widgets in a line that go on in the next line when the room ends.

A frame that places its children by itself: a layout written in Python is taken down by Qt after its Python part is gone.
"""

from PySide6.QtCore import QEvent, QMargins, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from helpdesk.ui import theme


class FlowFrame(QFrame):
    """`edges` are the margins around the parts."""

    def __init__(self, edges: QMargins, gap: int = theme.XS) -> None:
        super().__init__()
        self._edges = edges
        self._gap = gap
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        part.setParent(self)
        self._parts.append(part)
        self.updateGeometry()

    def empty(self) -> None:
        """Takes every part away for good."""
        for part in self._parts:
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self._parts = []
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(width, move=False)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._widest())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), self._placed(self.width(), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placed(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._placed(self.width(), move=True)
            self.updateGeometry()
        return super().event(event)

    def _widest(self) -> int:
        widths = [part.minimumSizeHint().width() for part in self._parts if not part.isHidden()]
        return max(widths, default=0) + self._edges.left() + self._edges.right()

    def _placed(self, width: int, *, move: bool) -> int:
        """The height the parts take in that width."""
        left, y, right = self._edges.left(), self._edges.top(), width - self._edges.right()
        x, tallest = left, 0
        for part in (part for part in self._parts if not part.isHidden()):
            size = part.sizeHint()
            if x > left and x + size.width() > right:
                x, y, tallest = left, y + tallest + self._gap, 0
            if move:
                wide = min(size.width(), max(1, right - left))
                part.setGeometry(QRect(width - x - wide if self.isRightToLeft() else x, y, wide, size.height()))
            x += size.width() + self._gap
            tallest = max(tallest, size.height())
        return y + tallest + self._edges.bottom()
