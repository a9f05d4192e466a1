"""The rows of the Gaps tab: proposals at the left, and what one of them stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.ui import gap_words
from helpdesk.ui.kit.row_look import RowLook, Tag
from helpdesk.ui.language import day, tr

if TYPE_CHECKING:
    from helpdesk.domain.gap_proposal import GapView, Proposal
    from helpdesk.domain.handling import Handling
    from helpdesk.ui.kit import Place


@dataclass(frozen=True)
class Ground:
    """A line of evidence: `title` above, `words` below (`full`: in their own lines), and where opening it leads."""

    title: str
    words: str
    place: Place | None = None
    full: str = ""

    @property
    def look(self) -> RowLook:
        return RowLook(self.title, below=Tag(self.words), strong=True)


@dataclass(frozen=True)
class GapRow:
    """`apart` tells it from another one of its title."""

    proposal: Proposal
    handling: Handling
    apart: str = ""

    @property
    def below(self) -> str:
        parts = (gap_words.KINDS[self.proposal.kind], self.apart, gap_words.cost(self.proposal, self.handling))
        return " · ".join(filter(None, parts))

    @property
    def look(self) -> RowLook:
        return RowLook(self.proposal.title, below=Tag(self.below), strong=True)


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
