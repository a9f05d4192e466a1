"""How found passages look in their list: what they say, what speaks for them, and what was left out and why."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from helpdesk.domain.article import Audience, heading_shown
from helpdesk.domain.evidence import Hit, LeftOut
from helpdesk.domain.glance import glance
from helpdesk.ui import theme
from helpdesk.ui.kit.direction import reads_from_right, runs
from helpdesk.ui.kit.paged_model import ROW
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_painting import Pen, cut_start, paint_ground
from helpdesk.ui.language import number, percent, tr
from helpdesk.ui.reason_words import reason_said

Index = QModelIndex | QPersistentModelIndex
Found = Hit | LeftOut
GAUGE = 52
EXCERPT = 400


class HitDelegate(QStyledItemDelegate):
    """Where it stands, what it says, which words it has, and how strongly words and meaning speak for it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, hit_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        found = index.data(ROW)
        area = option.rect.adjusted(theme.M, theme.S, -theme.M, -theme.S)
        if isinstance(found, Hit):
            self._paint_hit(painter, area, found)
        elif isinstance(found, LeftOut):
            self._paint_left_out(painter, area, found)
        painter.restore()

    def _paint_hit(self, painter: QPainter, area: QRect, hit: Hit) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        passage = hit.passage
        pen = Pen(painter)
        top = pen.right(head(area), number(hit.score, 2), sizes.caption, colours.accent_text, strong=True)
        if passage.stale:
            top = pen.right(top, tr("Stale"), sizes.caption, colours.fair, strong=True)
        if passage.audience is Audience.INTERNAL:
            top = pen.right(top, tr("Internal"), sizes.caption, colours.note, strong=True)
        top = pen.left(top, one_line(passage.title), sizes.body, colours.text, strong=True)
        if top.width() > GAUGE:
            pen.left(top, one_line(heading_shown(passage.heading)), sizes.caption, colours.muted)
        self._paint_excerpt(painter, below_head(area), one_line(glance(passage.text[:EXCERPT])))
        foot = foot_of(area)
        gauges = [(tr("words"), hit.lexical, colours.accent), (tr("meaning"), hit.vector, colours.good)]
        if hit.second is not None:
            gauges.append((tr("second look"), hit.second, colours.note))
        for name, share, ink in gauges:
            foot = self._paint_gauge(painter, foot, (name, share, ink))
        foot = pen.right(foot, line_words(passage.lines), sizes.caption, colours.muted)
        if hit.has:
            pen.left(foot, tr("has {map}", map=", ".join(map(one_line, hit.has))), sizes.caption, colours.muted)

    def _paint_left_out(self, painter: QPainter, area: QRect, left: LeftOut) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        pen = Pen(painter)
        top = pen.right(head(area), tr("Left out"), sizes.caption, colours.fair, strong=True)
        pen.left(top, one_line(left.title), sizes.body, colours.muted)
        self._paint_excerpt(
            painter, below_head(area), f"{reason_said(left.reason)}. {one_line(left.kb)} · {one_line(left.path)}"
        )

    def _paint_excerpt(self, painter: QPainter, area: QRect, text: str) -> None:
        font = QFont(painter.font())
        font.setPixelSize(theme.type_scale().caption)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().muted))
        words = QRect(area.topLeft(), QSize(area.width(), 2 * painter.fontMetrics().lineSpacing()))
        side = Qt.AlignmentFlag.AlignRight if reads_from_right() else Qt.AlignmentFlag.AlignLeft
        how = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        how.setTextDirection(runs(text))
        how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.save()
        painter.setClipRect(words)
        painter.drawText(QRectF(words), text, how)
        painter.restore()

    def _paint_gauge(self, painter: QPainter, area: QRect, look: tuple[str, float, str]) -> QRect:
        name, share, ink = look
        colours, sizes = theme.colours(), theme.type_scale()
        rest = Pen(painter).left(area, name, sizes.caption, colours.muted)
        room, rest = cut_start(rest, GAUGE)
        trough = QRectF(room.left(), room.center().y() - 2, GAUGE, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.trough(colours)))
        painter.drawRoundedRect(trough, 2.5, 2.5)
        painter.setBrush(QColor(ink))
        full = max(0.0, min(1.0, share))
        if full > 0:
            long = max(5.0, GAUGE * full)
            left = trough.right() - long if reads_from_right() else trough.left()
            painter.drawRoundedRect(QRectF(left, trough.top(), long, 5), 2.5, 2.5)
        return rest


def head(area: QRect) -> QRect:
    return QRect(area.left(), area.top(), area.width(), theme.type_scale().body + 6)


def below_head(area: QRect) -> QRect:
    return area.adjusted(0, theme.type_scale().body + 8, 0, 0)


def foot_of(area: QRect) -> QRect:
    caption = theme.type_scale().caption
    return QRect(area.left(), area.bottom() - caption - 3, area.width(), caption + 4)


def hit_height() -> int:
    sizes = theme.type_scale()
    return sizes.body + 6 + 2 * (sizes.caption + 5) + sizes.caption + 4 + 2 * theme.S + 6


def line_words(lines: tuple[int, int]) -> str:
    first, last = lines
    return tr("line {first}", first=first) if first == last else tr("lines {first}–{last}", first=first, last=last)


def spoken_found(found: Found) -> str:
    """All of what the row shows, and more: a screen reader hears the whole excerpt."""
    if isinstance(found, LeftOut):
        return tr("Left out: {title}, {reason}", title=one_line(found.title), reason=reason_said(found.reason))
    passage = found.passage
    where = f"{passage.title}, {passage.heading}" if passage.heading else passage.title
    legs = tr("by words {lexical}, by meaning {vector}", lexical=percent(found.lexical), vector=percent(found.vector))
    if found.second is not None:
        legs = tr("{legs}, by a second look {second}", legs=legs, second=percent(found.second))
    has = tr(", has {matched}", matched=", ".join(found.has)) if found.has else ""
    marks = tr(", internal") * (passage.audience is Audience.INTERNAL) + tr(", stale") * passage.stale
    return tr(
        "{where}{marks}, score {score}, {legs}{has}: {text}",
        where=one_line(where),
        marks=marks,
        score=number(found.score, 2),
        legs=legs,
        has=has,
        text=one_line(glance(passage.text[:EXCERPT]), 160),
    )
