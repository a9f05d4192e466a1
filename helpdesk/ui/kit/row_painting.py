"""What the rows of all lists share when they are painted: ground, words from either end, and the look of a row to come."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from helpdesk.domain.spoken import Marks
from helpdesk.ui import theme
from helpdesk.ui.kit.direction import laid, reads_from_right, runs

CLOSER = 5
"""Pixels that a compact row leaves out above and below its words."""

IN_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
AT_LEFT, AT_RIGHT = IN_LINE | Qt.AlignmentFlag.AlignLeft, IN_LINE | Qt.AlignmentFlag.AlignRight
FACES = 64
LAID = "\u200e\u200f"
"""No text of a row has these of its own: they are taken out of what strangers write."""


class Face(NamedTuple):
    font: QFont
    metrics: QFontMetrics


@lru_cache(maxsize=FACES)
def face(told: str, size: int, strong: bool) -> Face:
    """The font told by QFont.toString in another size. Every word of every row that is painted asks."""
    font = QFont()
    font.fromString(told)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return Face(font, QFontMetrics(font))


class Marked(NamedTuple):
    """A text with places in it that stand out: on a ground of their own, and underlined."""

    text: str
    marks: Marks = ()


class Pen:
    """Writes into a line from either end; each word takes its room away. `left` is where reading begins: the right end where a
    language runs from right to left."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._from_right = reads_from_right()
        self._told = painter.font().toString()

    def left(self, area: QRect, text: str | Marked, size: int, ink: str, *, strong: bool = False) -> QRect:
        metrics = self._take(size, ink, strong)
        said = text if isinstance(text, Marked) else Marked(text)
        if said.marks:
            return self._write_marked(area, said, metrics)
        return self._write(area, said.text, metrics, at_left=not self._from_right)

    def right(self, area: QRect, text: str, size: int, ink: str, *, strong: bool = False) -> QRect:
        return self._write(area, text, self._take(size, ink, strong), at_left=self._from_right)

    def _write(self, area: QRect, text: str, metrics: QFontMetrics, *, at_left: bool) -> QRect:
        wide, room = metrics.horizontalAdvance(text), area.width()
        if wide > room:
            text, wide = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room), room
        self._painter.setLayoutDirection(runs(text))
        self._painter.drawText(area, AT_LEFT if at_left else AT_RIGHT, laid(text))
        return area.adjusted(wide + theme.S, 0, 0, 0) if at_left else area.adjusted(0, 0, -wide - theme.S, 0)

    def _write_marked(self, area: QRect, said: Marked, metrics: QFontMetrics) -> QRect:
        room = area.width()
        cut = metrics.elidedText(said.text, Qt.TextElideMode.ElideRight, room)
        whole = len(cut) if cut == said.text else len(cut) - 1
        layout = QTextLayout(laid(cut), self._painter.font())
        layout.setFormats(formats_of(said.marks, whole, letters_of(layout.text())))
        option = QTextOption(AT_LEFT)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(runs(cut))
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room)
        layout.endLayout()
        wide = min(room, ceil(line.naturalTextWidth()))
        left = area.right() + 1 - wide if self._from_right else area.left()
        layout.draw(self._painter, QPointF(left, area.top() + (area.height() - line.height()) / 2))
        if self._from_right:
            return area.adjusted(0, 0, -wide - theme.S, 0)
        return area.adjusted(wide + theme.S, 0, 0, 0)

    def _take(self, size: int, ink: str, strong: bool) -> QFontMetrics:
        font, metrics = face(self._told, size, strong)
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        return metrics


def letters_of(said: str) -> list[int]:
    """Where each letter of a text stands after `laid` put its own signs between them, and where it ends, as Qt counts: twice
    for letters beyond U+FFFF."""
    places, at = [], 0
    for letter in said:
        if letter not in LAID:
            places.append(at)
        at += 2 if letter > "\uffff" else 1
    return [*places, at]


def formats_of(marks: Marks, whole: int, places: Sequence[int]) -> list[QTextLayout.FormatRange]:
    """Of the first `whole` letters of a text that stand at these places."""
    look = QTextCharFormat()
    look.setBackground(QColor(theme.colours().mark))
    look.setForeground(QColor(theme.colours().text))
    look.setFontUnderline(True)
    made = []
    for begin, end in marks:
        if begin < whole:
            one = QTextLayout.FormatRange()
            one.start = places[begin]
            one.length = places[min(end, whole)] - places[begin]
            one.format = look
            made.append(one)
    return made


def cut_start(area: QRect, wide: int, gap: int = theme.S) -> tuple[QRect, QRect]:
    """A piece of the area where reading begins, and the rest of it behind a gap."""
    if reads_from_right():
        return QRect(area.right() + 1 - wide, area.top(), wide, area.height()), area.adjusted(0, 0, -wide - gap, 0)
    return QRect(area.left(), area.top(), wide, area.height()), area.adjusted(wide + gap, 0, 0, 0)


def cut_end(area: QRect, wide: int) -> tuple[QRect, QRect]:
    """The same where reading ends."""
    if reads_from_right():
        return QRect(area.left(), area.top(), wide, area.height()), area.adjusted(wide + theme.S, 0, 0, 0)
    return QRect(area.right() + 1 - wide, area.top(), wide, area.height()), area.adjusted(0, 0, -wide - theme.S, 0)


def paint_edge(painter: QPainter, area: QRect) -> None:
    """The mark of the chosen row, at the end where reading begins."""
    painter.fillRect(cut_start(area, 3)[0], QColor(theme.colours().accent))


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, edge: bool = True) -> None:
    """Ground where it differs from the list's, mark of the chosen row (`edge`: where the row begins), and the line below."""
    colours = theme.colours()
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if chosen or hovered:
        painter.fillRect(option.rect, QColor(colours.accent_soft if chosen else colours.sunken))
    if chosen and edge:
        paint_edge(painter, option.rect)
    painter.setPen(QColor(colours.line))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def paint_awaited(painter: QPainter, area: QRect) -> None:
    """Two bars where the words will be."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().line))
    for parts, top, high in ((3, area.top() + 4, 9), (2, area.bottom() - 12, 8)):
        wide = area.width() * parts // 5
        left = area.right() - wide if reads_from_right() else area.left()
        painter.drawRoundedRect(QRect(left, top, wide, high), 4, 4)


def two_lines(area: QRect) -> tuple[QRect, QRect]:
    """The upper line for a title, the lower one for what is said about it; compact rows have less room around both."""
    sizes = theme.type_scale()
    if theme.is_compact():
        area = area.adjusted(0, -CLOSER, 0, CLOSER)
    upper = QRect(area.left(), area.top(), area.width(), sizes.body + 6)
    lower = QRect(area.left(), area.bottom() - sizes.caption - 5, area.width(), sizes.caption + 6)
    return upper, lower


def two_line_height() -> int:
    """Of a row of two lines, in the text size and density in force."""
    sizes = theme.type_scale()
    return sizes.body + sizes.caption + 30 - (2 * CLOSER if theme.is_compact() else 0)
