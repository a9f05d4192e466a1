"""How rows of most lists are painted: each kind of row says its looks as a value, one delegate paints them all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from helpdesk.domain.spoken import Marks
from helpdesk.ui import theme
from helpdesk.ui.kit.row_painting import Marked, Pen, paint_awaited, paint_ground, two_line_height, two_lines
from helpdesk.ui.kit.rows_view import row_to_paint

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Tag:
    """Words at the right end of a line; `ink` names a colour of the theme, `marks` are places that stand out in what is below a
    title."""

    words: str
    ink: str = "muted"
    strong: bool = False
    marks: Marks = ()


@dataclass(frozen=True)
class RowLook:
    """`upper` and `lower` begin at the right end. A row without words below has one line. `sign` stands before the title; at
    `marks` words of the title stand out."""

    title: str
    upper: tuple[Tag, ...] = ()
    below: Tag = Tag("")
    lower: tuple[Tag, ...] = ()
    sign: Tag = Tag("")
    strong: bool = False
    quiet: bool = False
    marks: Marks = ()

    @property
    def spoken(self) -> str:
        """What a screen reader says of the row."""
        words = (self.title, *(tag.words for tag in (*self.upper, self.below, *self.lower)))
        return ", ".join(filter(None, words))


class LookDelegate(QStyledItemDelegate):
    """Paints what `look` says of the row, in two lines or in a single one."""

    def __init__(self, look: Callable[[Any], RowLook], *, single: bool = False) -> None:
        super().__init__()
        self._look = look
        self._single = single

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, one_line_height() if self._single else two_line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        above = 0 if self._single else theme.S
        area = option.rect.adjusted(theme.M, above, -theme.M, -above)
        row = row_to_paint(option, index)
        if row is None:
            paint_awaited(painter, area)
        else:
            self._paint_look(painter, area, self._look(row))
        painter.restore()

    def _paint_look(self, painter: QPainter, area: QRect, look: RowLook) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        single = self._single or not (look.below.words or look.lower)
        upper, lower = (area, area) if single else two_lines(area)
        pen = Pen(painter)
        if look.sign.words:
            upper = pen.left(upper, look.sign.words, sizes.body, getattr(colours, look.sign.ink), strong=True)
        for tag in look.upper:
            upper = pen.right(upper, tag.words, sizes.caption, getattr(colours, tag.ink), strong=tag.strong)
        ink = colours.muted if look.quiet else colours.text
        pen.left(upper, Marked(look.title, look.marks), sizes.body, ink, strong=look.strong)
        if single:
            return
        for tag in look.lower:
            lower = pen.right(lower, tag.words, sizes.caption, getattr(colours, tag.ink), strong=tag.strong)
        below = Marked(look.below.words, look.below.marks)
        pen.left(lower, below, sizes.caption, getattr(colours, look.below.ink))


def one_line_height() -> int:
    return theme.type_scale().body + 17
