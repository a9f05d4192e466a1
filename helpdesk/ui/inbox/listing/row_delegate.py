"""How a ticket is painted in the list: in two lines, or cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from helpdesk.domain.draft import DraftState
from helpdesk.domain.spoken import marks
from helpdesk.domain.ticket import Priority, TicketRow, TicketStatus
from helpdesk.ui import theme, wording
from helpdesk.ui.inbox.listing.columns import Column, begun_words
from helpdesk.ui.inbox.listing.marks import Marks
from helpdesk.ui.inbox.listing.ticket_model import own_words
from helpdesk.ui.kit.confidence_badge import badge_size, paint_badge
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_painting import (
    Marked,
    Pen,
    cut_end,
    cut_start,
    paint_awaited,
    paint_ground,
    two_line_height,
    two_lines,
)
from helpdesk.ui.kit.rows_view import row_to_paint
from helpdesk.ui.language import mark, tr
from helpdesk.ui.panel_words import sleeps_words

BOX = 14
LOUD = {Priority.URGENT: mark("Urgent"), Priority.HIGH: mark("High")}
DUE = {"missed": mark("Overdue"), "soon": mark("Due soon")}
TROUBLED = (DraftState.FAILED, DraftState.ESCALATED)
Index = QModelIndex | QPersistentModelIndex


@dataclass
class Look:
    """What the painting of a row depends on beside the row. `bands` are headings of groups over the rows they begin at,
    `beside` fields of the desk's own that a row of two lines tells as well; of `asked` the words stand out in subjects. A list
    `by_creation` says how old tickets are, others when they last changed."""

    marks: Marks
    bands: Mapping[int, str] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    beside: tuple[Column, ...] = ()
    asked: tuple[str, ...] = ()
    by_creation: bool = False

    def moment(self, row: TicketRow) -> datetime:
        return row.created_at if self.by_creation and row.created_at else row.updated_at

    def subject(self, words: str) -> Marked:
        return marked(words, self.asked) if self.asked else Marked(words)


@lru_cache(maxsize=512)
def marked(subject: str, asked: tuple[str, ...]) -> Marked:
    return Marked(subject, marks(subject, asked))


def band_height() -> int:
    return theme.type_scale().caption + theme.L


def row_height(look: Look) -> int:
    return theme.type_scale().body + theme.L if look.columns else two_line_height()


def begins_row(option: QStyleOptionViewItem, index: Index) -> bool:
    """Whether it is the first cell of its row as it stands; columns can be moved."""
    view = option.widget
    return not isinstance(view, QTableView) or view.horizontalHeader().visualIndex(index.column()) == 0


class TicketRowDelegate(QStyledItemDelegate):
    """Two lines: subject and age above; requester, topic, status and the draft's confidence below. Every row is equally high
    but for the heading of a group above its first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, row_height(self._look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        first = begins_row(option, index)
        self._paint_band(painter, option, index, first=first)
        paint_ground(painter, option, edge=first)
        row = row_to_paint(option, index)
        table = bool(self._look.columns)
        area = (
            option.rect.adjusted(theme.S, 1, -theme.S, -2)
            if table
            else option.rect.adjusted(theme.M, theme.S, -theme.M, -theme.S)
        )
        if not isinstance(row, TicketRow):
            paint_awaited(painter, area)
        else:
            if first:
                area = self._paint_box(painter, area, row)
            if table:
                self._paint_cell(painter, area, row, self._look.columns[index.column()])
            else:
                self._paint_row(painter, area, row)
        painter.restore()

    def _paint_band(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, first: bool) -> None:
        if index.row() not in self._look.bands:
            return
        colours, rect = theme.colours(), option.rect
        band = QRect(rect.left(), rect.top(), rect.width(), band_height())
        painter.fillRect(band, QColor(colours.sunken))
        if first:
            area = band.adjusted(theme.M, 0, -theme.M, 0)
            Pen(painter).left(area, self._look.bands[index.row()], theme.type_scale().caption, colours.muted, strong=True)
        option.rect = rect.adjusted(0, band_height(), 0, 0)

    def _paint_box(self, painter: QPainter, area: QRect, row: TicketRow) -> QRect:
        """A box with a tick for a marked ticket, an empty one while others are marked."""
        marks, colours = self._look.marks, theme.colours()
        if not len(marks):
            return area
        place, rest = cut_start(area, BOX)
        box = QRect(place.left(), area.center().y() - BOX // 2, BOX, BOX)
        marked = row.id in marks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if marked else colours.line_strong), 1))
        painter.setBrush(QColor(colours.accent) if marked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if marked:
            painter.setPen(QPen(QColor(colours.on_accent), 2))
            painter.drawLine(box.left() + 3, box.top() + 7, box.left() + 6, box.top() + 10)
            painter.drawLine(box.left() + 6, box.top() + 10, box.left() + 11, box.top() + 4)
        return rest

    def _paint_cell(self, painter: QPainter, area: QRect, row: TicketRow, column: Column) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        if column.name == "draft" and row.draft_state == DraftState.IN_REVIEW:
            paint_badge(painter, cut_start(area, badge_size().width())[0], row.confidence)
            return
        strong = column.name == "subject" and row.status is TicketStatus.NEW
        loud = (column.name == "priority" and row.priority in LOUD) or (column.name == "due" and row.due_state == "missed")
        ink = colours.poor if loud else colours.text if column.name == "subject" else colours.muted
        words = column.words(row)
        said = self._look.subject(words) if column.name == "subject" else words
        Pen(painter).left(area, said, sizes.body, ink, strong=strong or loud)

    def _paint_row(self, painter: QPainter, area: QRect, row: TicketRow) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        fresh, now = row.status is TicketStatus.NEW, datetime.now(UTC)
        upper, lower = two_lines(area)
        pen = Pen(painter)
        upper = pen.right(upper, wording.age(self._look.moment(row), now), sizes.caption, colours.muted)
        if row.priority in LOUD:
            upper = pen.left(upper, tr(LOUD[row.priority]), sizes.caption, colours.poor, strong=True)
        subject = one_line(row.subject) or tr("(no subject)")
        pen.left(upper, self._look.subject(subject), sizes.body, colours.text, strong=fresh)
        lower = self._paint_draft(painter, pen, lower, row)
        asleep = sleeps_words(row.snoozed_until, now)
        ink = colours.accent_text if fresh and not asleep else colours.muted
        lower = pen.right(lower, asleep or wording.STATUSES[row.status], sizes.caption, ink)
        if row.due_state in DUE:
            ink = colours.poor if row.due_state == "missed" else colours.fair
            lower = pen.right(lower, tr(DUE[row.due_state]), sizes.caption, ink, strong=True)
        if row.writing:
            lower = pen.right(lower, begun_words(row), sizes.caption, colours.muted)
        about = " · ".join(part for part in (one_line(row.requester), one_line(row.topic)) if part)
        about = f"{about} → {one_line(row.assignee)}" if row.assignee else about
        pen.left(lower, " · ".join(filter(None, (about, *own_words(row, self._look.beside)))), sizes.caption, colours.muted)

    def _paint_draft(self, painter: QPainter, pen: Pen, line: QRect, row: TicketRow) -> QRect:
        colours, sizes = theme.colours(), theme.type_scale()
        if row.draft_state == DraftState.IN_REVIEW:
            badge, rest = cut_end(line, badge_size().width())
            paint_badge(painter, badge, row.confidence)
            return rest
        if row.draft_state == DraftState.REQUESTED or row.draft_state in TROUBLED:
            ink = colours.poor if row.draft_state in TROUBLED else colours.muted
            return pen.right(line, wording.DRAFT_STATES[row.draft_state], sizes.caption, ink)
        return line
