"""Labels that can only show plain text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit.direction import laid, reads_from_right, runs
from helpdesk.ui.kit.plain import one_line, printable

AT_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
COPIED = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
ANYWHERE = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere

LONGEST_LINE = 120
"""Characters: an eye finds no way back from a longer one."""

REMEMBERED = 32
"""Widths. An edge that is dragged asks for one a pixel."""


class Label(QLabel):
    """Never interprets its text, whoever wrote it. `wraps` breaks lines at words, and where they would be too long to read;
    `selectable` lets mouse and keyboard copy from it. One that is both breaks anywhere if need be: an address has no words."""

    def __init__(self, text: str = "", role: str = "", *, wraps: bool = False, selectable: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.setMinimumWidth(40)
        if reads_from_right():  # Or words of a stranger, and numbers, would stand at the other side.
            self.setAlignment(AT_RIGHT)
        self._selectable = selectable
        self._heights: dict[tuple[object, ...], int] = {}
        self.say(text)
        if role:
            theme.dress(self, role)

    def heightForWidth(self, width: int) -> int:
        """Remembered: a layout asks a dozen times, and to break words into lines was most of a screen's first showing."""
        margins, styled = self.contentsMargins(), self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        asked = (width, self.wordWrap(), self.font().key(), self.property("role"), styled, margins.top(), margins.bottom())
        known = self._heights.get(asked)
        if known is None:
            if len(self._heights) >= REMEMBERED:
                self._heights.clear()
            self._break_anywhere()
            known = self._heights[asked] = super().heightForWidth(width - self._beside(width) + self._margins())
        return known

    def paintEvent(self, event: QPaintEvent) -> None:
        self._break_anywhere()
        super().paintEvent(event)

    def _break_anywhere(self) -> None:
        """Laid out anew, Qt's label breaks at words alone; asked for its height it has done so."""
        if not (self._selectable and self.wordWrap() and self.text()):
            return
        super().heightForWidth(self.width())
        for document in self.findChildren(QTextDocument):
            option = document.defaultTextOption()
            if option.wrapMode() is not ANYWHERE:
                option.setWrapMode(ANYWHERE)
                document.setDefaultTextOption(option)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self._beside(self.width())
        if self.wordWrap() and beside != self._margins():
            self.setContentsMargins(*((beside, 0, 0, 0) if reads_from_right() else (0, 0, beside, 0)))

    def _beside(self, width: int) -> int:
        """What of that width is too much for a line."""
        return max(0, width - LONGEST_LINE * self.fontMetrics().averageCharWidth())

    def _margins(self) -> int:
        return self.contentsMargins().left() + self.contentsMargins().right()

    def say(self, text: str) -> None:
        """Where there is nothing to copy, the keyboard does not stop."""
        self._heights.clear()
        self.setText(laid(printable(text)))
        if self._selectable:
            self.setTextInteractionFlags(COPIED if text else Qt.TextInteractionFlag.NoTextInteraction)


class ElidedLabel(QWidget):
    """One line that ends in … when the room ends; a screen reader gets the whole."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if role:
            theme.dress(self, role)
        self.say(text)

    def say(self, text: str) -> None:
        self._text = one_line(text)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(min(metrics.horizontalAdvance(self._text) + 2, 600), metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        role = str(self.property("role") or "")
        colours = theme.colours()
        painter.setPen(colours.muted if role in ("muted", "caption", "section") else colours.text)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(runs(self._text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side, laid(shown))
        painter.end()
