"""Widgets in a line that go on in the next line when the room ends.

A frame that places its children by itself: a layout written in Python is taken down by Qt after its Python part is gone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from helpdesk.ui import theme


def flow(*near: QWidget, far: Sequence[QWidget] = (), margin: int = 0, gap: int = theme.XS) -> "FlowFrame":
    """These parts, and at the other end of the line those that are `far`."""
    made = FlowFrame(QMargins(margin, margin, margin, margin), gap)
    for part in near:
        made.add(part)
    for part in far:
        made.add(part, far=True)
    return made


class FlowFrame(QFrame):
    """`edges` are the margins around the parts."""

    def __init__(self, edges: QMargins, gap: int = theme.XS) -> None:
        super().__init__()
        self._edges = edges
        self._gap = gap
        self._near: list[QWidget] = []
        self._far: list[QWidget] = []
        self._needed = (QSize(), QSize())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget, *, far: bool = False) -> None:
        """`far`: after those that are not, and at the other end of its line."""
        part.setParent(self)
        (self._far if far else self._near).append(part)
        self.updateGeometry()

    def empty(self) -> None:
        """Takes every part away for good."""
        for part in self._parts():
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self._near, self._far = [], []
        self.updateGeometry()

    def _parts(self) -> list[QWidget]:
        return [*self._near, *self._far]

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
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # As many lines as there are now are the least it can do with.

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was hidden told nobody."""
        super().showEvent(event)
        self._placed(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        """A part that asked for room needs what it had more often than not: then nobody further out has to measure anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._placed(self.width(), move=True)
            needed, self._needed = self._needed, (self.sizeHint(), self.minimumSizeHint())
            if self._needed != needed:
                self.updateGeometry()
        return super().event(event)

    def _widest(self) -> int:
        widths = [part.minimumSizeHint().width() for part in self._parts() if not part.isHidden()]
        return max(widths, default=0) + self._edges.left() + self._edges.right()

    def _placed(self, width: int, *, move: bool) -> int:
        """The height the parts take in that width; each stands in the middle of its line."""
        y, room = self._edges.top(), width - self._edges.left() - self._edges.right()
        for line in self._lines(room):
            x, tallest = self._edges.left(), max(part.sizeHint().height() for part in line)
            left = room - sum(part.sizeHint().width() for part in line) - self._gap * (len(line) - 1)
            for part in line if move else ():
                if part in self._far:
                    x, left = x + max(0, left), 0
                size = part.sizeHint()
                wide = min(size.width(), max(1, room))
                above = y + (tallest - size.height()) // 2
                part.setGeometry(QRect(width - x - wide if self.isRightToLeft() else x, above, wide, size.height()))
                x += size.width() + self._gap
            y += tallest + self._gap
        return max(self._edges.top(), y - self._gap) + self._edges.bottom()

    def _lines(self, room: int) -> list[list[QWidget]]:
        """Which parts stand side by side in that width."""
        lines: list[list[QWidget]] = []
        x = 0
        for part in (part for part in self._parts() if not part.isHidden()):
            wide = part.sizeHint().width()
            if not lines or x + wide > room:
                lines.append([])
                x = 0
            lines[-1].append(part)
            x += wide + self._gap
        return lines
