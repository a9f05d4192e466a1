"""How articles and found passages look in their lists."""

import re
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from helpdesk.domain.article import ArticleRow, ArticleState, Audience
from helpdesk.domain.evidence import Hit
from helpdesk.domain.markup import flat
from helpdesk.ui import theme, wording
from helpdesk.ui.kit.paged_model import ROW
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_painting import Pen, paint_awaited, paint_ground, two_line_height, two_lines

Index = QModelIndex | QPersistentModelIndex
GAUGE = 64
EXCERPT = 400
# The line of dashes under a table's head, which says nothing.
RULES = re.compile(r"^\s*\|[\s:|-]+\|\s*$", re.M)


class ArticleDelegate(QStyledItemDelegate):
    """Title and age above; place and state below. What failed says why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, two_line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        area = option.rect.adjusted(theme.M, theme.S, -theme.M, -theme.S)
        row = index.data(ROW)
        if isinstance(row, ArticleRow):
            self._paint_row(painter, area, row)
        else:
            paint_awaited(painter, area)
        painter.restore()

    def _paint_row(self, painter: QPainter, area: QRect, row: ArticleRow) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        upper, lower = two_lines(area)
        pen = Pen(painter)
        upper = pen.right(upper, wording.age(row.updated_at, datetime.now(UTC)), sizes.caption, colours.muted)
        if row.audience is Audience.INTERNAL:
            upper = pen.right(upper, "Internal", sizes.caption, colours.note, strong=True)
        pen.left(upper, one_line(row.title) or row.path, sizes.body, colours.text)
        if row.state is ArticleState.FAILED:
            pen.left(lower, f"✕ {one_line(row.failure) or 'Could not be read'}", sizes.caption, colours.poor)
            return
        if row.state is ArticleState.INDEXED:
            lower = pen.right(lower, passages(row.passages), sizes.caption, colours.muted)
        else:
            lower = pen.right(lower, wording.ARTICLE_STATES[row.state], sizes.caption, colours.fair)
        pen.left(lower, f"{one_line(row.kb)} · {one_line(row.path)}", sizes.caption, colours.muted)


class HitDelegate(QStyledItemDelegate):
    """Where it stands, what it says, and how strongly words and meaning speak for it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, hit_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        hit = index.data(ROW)
        if isinstance(hit, Hit):
            self._paint_hit(painter, option.rect.adjusted(theme.M, theme.S, -theme.M, -theme.S), hit)
        painter.restore()

    def _paint_hit(self, painter: QPainter, area: QRect, hit: Hit) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        line = sizes.body + 6
        pen = Pen(painter)
        top = QRect(area.left(), area.top(), area.width(), line)
        top = pen.right(top, f"{hit.score:.2f}", sizes.caption, colours.accent_text, strong=True)
        top = pen.left(top, one_line(hit.passage.title), sizes.body, colours.text, strong=True)
        if top.width() > GAUGE:
            pen.left(top, one_line(hit.passage.heading), sizes.caption, colours.muted)
        self._paint_excerpt(
            painter, area.adjusted(0, line + 2, 0, 0), one_line(flat(RULES.sub("", hit.passage.text[:EXCERPT])))
        )
        foot = QRect(area.left(), area.bottom() - sizes.caption - 3, area.width(), sizes.caption + 4)
        for name, share, ink in (("words", hit.lexical, colours.accent), ("meaning", hit.vector, colours.good)):
            foot = self._paint_gauge(painter, foot, (name, share, ink))
        pen.right(foot, line_words(hit.passage.lines), sizes.caption, colours.muted)

    def _paint_excerpt(self, painter: QPainter, area: QRect, text: str) -> None:
        font = QFont(painter.font())
        font.setPixelSize(theme.type_scale().caption)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().muted))
        words = QRect(area.topLeft(), QSize(area.width(), 2 * painter.fontMetrics().lineSpacing()))
        how = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.save()
        painter.setClipRect(words)
        painter.drawText(QRectF(words), text, how)
        painter.restore()

    def _paint_gauge(self, painter: QPainter, area: QRect, look: tuple[str, float, str]) -> QRect:
        name, share, ink = look
        colours, sizes = theme.colours(), theme.type_scale()
        rest = Pen(painter).left(area, name, sizes.caption, colours.muted)
        trough = QRectF(rest.left(), rest.center().y() - 2, GAUGE, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(trough, 2.5, 2.5)
        painter.setBrush(QColor(ink))
        full = max(0.0, min(1.0, share))
        if full > 0:
            painter.drawRoundedRect(QRectF(trough.left(), trough.top(), max(5.0, GAUGE * full), 5), 2.5, 2.5)
        return rest.adjusted(GAUGE + theme.M, 0, 0, 0)


def hit_height() -> int:
    sizes = theme.type_scale()
    return sizes.body + 6 + 2 * (sizes.caption + 5) + sizes.caption + 4 + 2 * theme.S + 6


def line_words(lines: tuple[int, int]) -> str:
    first, last = lines
    return f"line {first}" if first == last else f"lines {first}–{last}"


def passages(number: int) -> str:
    return "1 passage" if number == 1 else f"{number:,} passages"
