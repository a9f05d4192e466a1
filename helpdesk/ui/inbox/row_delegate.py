"""A ticket in two lines of the list."""

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from helpdesk.domain.draft import DraftState
from helpdesk.domain.ticket import Priority, TicketRow, TicketStatus
from helpdesk.ui import theme, wording
from helpdesk.ui.kit.confidence_badge import paint_badge
from helpdesk.ui.kit.paged_model import ROW
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_painting import Pen, paint_awaited, paint_ground, two_line_height, two_lines

BADGE = (40, 17)
LOUD = {Priority.URGENT: "Urgent", Priority.HIGH: "High"}


class TicketRowDelegate(QStyledItemDelegate):
    """Subject and age above; requester, topic, status and the draft's confidence below. Every row is equally high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, two_line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        paint_ground(painter, option)
        row = index.data(ROW)
        area = option.rect.adjusted(theme.M, theme.S, -theme.M, -theme.S)
        if isinstance(row, TicketRow):
            self._paint_row(painter, area, row)
        else:
            paint_awaited(painter, area)
        painter.restore()

    def _paint_row(self, painter: QPainter, area: QRect, row: TicketRow) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        fresh = row.status is TicketStatus.NEW
        upper, lower = two_lines(area)
        pen = Pen(painter)
        upper = pen.right(upper, wording.age(row.updated_at, datetime.now(UTC)), sizes.caption, colours.muted)
        if row.priority in LOUD:
            upper = pen.left(upper, LOUD[row.priority], sizes.caption, colours.poor, strong=True)
        pen.left(upper, one_line(row.subject) or "(no subject)", sizes.body, colours.text, strong=fresh)
        if row.draft_state == DraftState.IN_REVIEW:
            badge = QRect(lower.right() - BADGE[0] + 1, lower.top(), *BADGE)
            paint_badge(painter, badge, row.confidence)
            lower.setRight(badge.left() - theme.S)
        elif row.draft_state in (DraftState.REQUESTED, DraftState.FAILED, DraftState.ESCALATED):
            ink = colours.muted if row.draft_state == DraftState.REQUESTED else colours.poor
            lower = pen.right(lower, wording.DRAFT_STATES[row.draft_state], sizes.caption, ink)
        lower = pen.right(lower, wording.STATUSES[row.status], sizes.caption, colours.accent_text if fresh else colours.muted)
        about = " · ".join(part for part in (one_line(row.requester), one_line(row.topic)) if part)
        pen.left(lower, about, sizes.caption, colours.muted)
