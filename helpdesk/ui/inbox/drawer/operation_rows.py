"""An operation in two lines of the drawer."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from helpdesk.domain.change import Operation
from helpdesk.ui import theme
from helpdesk.ui.change_words import said_of, who
from helpdesk.ui.kit.paged_model import ROW
from helpdesk.ui.kit.row_painting import Pen, paint_awaited, paint_ground, two_line_height, two_lines
from helpdesk.ui.language import day_and_clock, tr


class OperationDelegate(QStyledItemDelegate):
    """What was done above, when and by whom below; what was taken back is quiet and says so."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, two_line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        paint_ground(painter, option)
        row = index.data(ROW)
        area = option.rect.adjusted(theme.M, theme.S, -theme.M, -theme.S)
        if isinstance(row, Operation):
            colours, sizes = theme.colours(), theme.type_scale()
            upper, lower = two_lines(area)
            pen = Pen(painter)
            if row.undone:
                upper = pen.right(upper, tr("Taken back"), sizes.caption, colours.muted, strong=True)
            pen.left(upper, said_of(row), sizes.body, colours.muted if row.undone else colours.text)
            pen.left(lower, when_and_who(row), sizes.caption, colours.muted)
        else:
            paint_awaited(painter, area)
        painter.restore()


def when_and_who(row: Operation) -> str:
    return f"{day_and_clock(row.at)} · {who(row)}"


def spoken_operation(row: Operation) -> str:
    return ", ".join((said_of(row), when_and_who(row), *([tr("Taken back")] if row.undone else [])))
