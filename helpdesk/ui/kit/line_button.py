"""A button with a line of somebody's words, which ends in … when the room ends."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import PushButton
from helpdesk.ui.kit.plain import one_line

EDGES = 2 * theme.S + 4
NARROWEST = 48


class LineButton(PushButton):
    """`end` always stands behind the words. A screen reader gets `name`, else the whole."""

    def __init__(self, words: str, role: str, *, name: str = "", end: str = "") -> None:
        super().__init__()
        self._words, self._end = one_line(words), end
        self.setAccessibleName(name or self._words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum if end else QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.dress(self, role)
        self.setText(self._shown(10_000))

    def words(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        """Words and end are measured apart, as they are when the room is shared out: together they may be narrower."""
        self.ensurePolished()
        return QSize(self._wide(self._words) + self._wide(self._end) + EDGES, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self._shown(self.width() - EDGES))

    def _shown(self, room: int) -> str:
        left = room - self._wide(self._end)
        return self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, left).replace("&", "&&") + self._end

    def _wide(self, words: str) -> int:
        """Whole pixels: a part of one that is missing costs a letter."""
        return ceil(QFontMetricsF(self.font()).horizontalAdvance(words))
