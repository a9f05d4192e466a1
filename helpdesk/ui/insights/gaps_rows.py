"""The rows of the Gaps tab: proposals at the left, and what one of them stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from helpdesk.ui import gap_words, theme
from helpdesk.ui.kit.paged_model import ROW
from helpdesk.ui.kit.row_painting import Pen, paint_awaited, paint_ground, two_line_height, two_lines
from helpdesk.ui.language import day, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtGui import QPainter

    from helpdesk.domain.gap_proposal import GapView, Proposal
    from helpdesk.domain.handling import Handling
    from helpdesk.ui.kit import Place

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Ground:
    """A line of evidence: `title` above, `words` below (`full`: in their own lines), and where opening it leads."""

    title: str
    words: str
    place: Place | None = None
    full: str = ""


@dataclass(frozen=True)
class GapRow:
    proposal: Proposal
    handling: Handling

    @property
    def below(self) -> str:
        return f"{gap_words.KINDS[self.proposal.kind]} · {gap_words.cost(self.proposal, self.handling)}"

    @property
    def spoken(self) -> str:
        return f"{self.proposal.title}. {self.below}"


class TwoLines(QStyledItemDelegate):
    """Paints the two lines that `lines` says of a row."""

    def __init__(self, lines: Callable[[Any], tuple[str, str]]) -> None:
        super().__init__()
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, two_line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        area = option.rect.adjusted(theme.M, theme.S, -theme.M, -theme.S)
        row = index.data(ROW)
        if row is None:
            paint_awaited(painter, area)
        else:
            colours, sizes, pen = theme.colours(), theme.type_scale(), Pen(painter)
            upper, lower = two_lines(area)
            title, words = self._lines(row)
            pen.left(upper, title, sizes.body, colours.text, strong=True)
            pen.left(lower, words, sizes.caption, colours.muted)
        painter.restore()


def grounds(view: GapView, place: type[Place]) -> list[Ground]:
    """Both sides of a contradiction, the articles that were tried, what people sent, and what was asked."""
    found = [
        Ground(
            tr("{title}, lines {first}–{last}", title=side.title, first=side.lines[0], last=side.lines[1]),
            " ".join(side.says.split()),
            place("knowledge", article_id=side.article_id, lines=side.lines),
        )
        for side in view.proposal.sides
    ]
    found += [
        Ground(tr("Tried: {title}", title=one.title), gap_words.tried(one), place("knowledge", article_id=one.article_id))
        for one in view.tried
    ]
    for answer in view.answers:
        settled = tr("the customer did not write again") if answer.settled else tr("the customer wrote again")
        who = tr("{agent} sent", agent=answer.agent) if answer.agent else tr("Sent")
        title = tr(
            "{who} on ticket {ticket_id}, {at} ({settled})",
            who=who,
            ticket_id=answer.ticket_id,
            at=day(answer.at),
            settled=settled,
        )
        found.append(Ground(title, " ".join(answer.text.split()), place("inbox", ticket_id=answer.ticket_id), answer.text))
    found += [
        Ground(tr("Ticket {ticket} asked", ticket=ticket), said, place("inbox", ticket_id=ticket))
        for ticket, said in view.questions
    ]
    return found
