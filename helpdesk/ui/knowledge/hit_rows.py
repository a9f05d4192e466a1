"""How found passages look in their list: what they say, what speaks for them, and what was left out and why."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from helpdesk.domain.article import Audience, heading_shown
from helpdesk.domain.evidence import Hit, LeftOut
from helpdesk.domain.glance import glance
from helpdesk.domain.score_parts import PartName
from helpdesk.ui import theme
from helpdesk.ui.kit.direction import reads_from_right, runs
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_painting import Pen, cut_start, paint_ground
from helpdesk.ui.kit.rows_view import row_to_paint
from helpdesk.ui.language import number, tr
from helpdesk.ui.reason_words import reason_said
from helpdesk.ui.score_words import part_words, parts_told, score_words

Index = QModelIndex | QPersistentModelIndex
Found = Hit | LeftOut
GAUGE = 60
EXCERPT = 400


class HitDelegate(QStyledItemDelegate):
    """Where it stands, what it says, which words it has, and what its score is made of."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, hit_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        found = row_to_paint(option, index)
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
        if hit.repeats:
            top = pen.right(top, tr("Much like a better one"), sizes.caption, colours.muted)
        top = pen.left(top, one_line(passage.title), sizes.body, colours.text, strong=True)
        if top.width() > GAUGE:
            pen.left(top, one_line(heading_shown(passage.heading)), sizes.caption, colours.muted)
        self._paint_excerpt(painter, below_head(area), one_line(glance(passage.text[:EXCERPT])))
        foot = foot_of(area)
        self._paint_score(painter, above_foot(area), hit)
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

    def _paint_score(self, painter: QPainter, area: QRect, hit: Hit) -> None:
        """A bar as long as the score, and what its pieces are in their colours."""
        colours, size, pen = theme.colours(), theme.type_scale().caption, Pen(painter)
        bar, told = cut_start(area, GAUGE)
        self._paint_bar(painter, bar, [(part.given, ink_of(part.name)) for part in parts_told(hit)])
        if hit.second is not None:
            told = pen.left(told, tr("second look {second}", second=number(hit.second, 2)), size, colours.accent_text)
        for part in parts_told(hit):
            told = pen.left(told, part_words(part), size, ink_of(part.name))

    def _paint_bar(self, painter: QPainter, area: QRect, pieces: Sequence[tuple[float, str]]) -> None:
        rest = QRect(area.left(), area.center().y() - 2, area.width(), 5)
        painter.fillRect(rest, QColor(theme.trough(theme.colours())))
        for share, ink in pieces:
            wide = min(rest.width(), round(GAUGE * share))
            if wide > 0:
                piece, rest = cut_start(rest, wide, 0)
                painter.fillRect(piece, QColor(ink))


def head(area: QRect) -> QRect:
    return QRect(area.left(), area.top(), area.width(), theme.type_scale().body + 6)


def below_head(area: QRect) -> QRect:
    return area.adjusted(0, theme.type_scale().body + 8, 0, 0)


def above_foot(area: QRect) -> QRect:
    return foot_of(area).translated(0, -theme.type_scale().caption - 5)


def foot_of(area: QRect) -> QRect:
    caption = theme.type_scale().caption
    return QRect(area.left(), area.bottom() - caption - 3, area.width(), caption + 4)


def hit_height() -> int:
    sizes = theme.type_scale()
    return sizes.body + 6 + 2 * (sizes.caption + 5) + 2 * (sizes.caption + 4) + 2 * theme.S + 6


def ink_of(part: PartName) -> str:
    colours = theme.colours()
    inks = {
        PartName.WORDS: colours.accent_text,
        PartName.MEANING: colours.good,
        PartName.PHRASES: colours.fair,
        PartName.TITLE: colours.muted,
        PartName.NAMES: colours.text,
    }
    return inks[part]


def line_words(lines: tuple[int, int]) -> str:
    first, last = lines
    return tr("line {first}", first=first) if first == last else tr("lines {first}–{last}", first=first, last=last)


def spoken_found(found: Found) -> str:
    """All of what the row shows, and more: a screen reader hears the whole excerpt."""
    if isinstance(found, LeftOut):
        return tr("Left out: {title}, {reason}", title=one_line(found.title), reason=reason_said(found.reason))
    passage = found.passage
    where = f"{passage.title}, {passage.heading}" if passage.heading else passage.title
    has = tr(", has {matched}", matched=", ".join(found.has)) if found.has else ""
    marks = tr(", internal") * (passage.audience is Audience.INTERNAL) + tr(", stale") * passage.stale
    return tr(
        "{where}{marks}, score {score}: {parts}{has}: {text}",
        where=one_line(where),
        marks=marks,
        score=number(found.score, 2),
        parts=score_words(found),
        has=has,
        text=one_line(glance(passage.text[:EXCERPT]), 160),
    )
