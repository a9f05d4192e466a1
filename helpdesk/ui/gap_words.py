"""How gaps are put into words, in the window and in the terminal. Knows no Qt."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from helpdesk.domain.article_history import Impact
from helpdesk.domain.gap_proposal import GapKind, GapState, GapView, Option, Proposal, Tried
from helpdesk.domain.gap_text import UNWRITTEN, shortened
from helpdesk.domain.gaps import Signal
from helpdesk.domain.handling import Handling
from helpdesk.ui import wording
from helpdesk.ui.language import Words, figure, lowered, mark, number, tr, trn

KINDS: Mapping[GapKind, str] = Words(
    {
        GapKind.NEW_ARTICLE: mark("New article"),
        GapKind.CORRECTION: mark("Correction"),
        GapKind.ADDITION: mark("Addition"),
        GapKind.CONTRADICTION: mark("Contradiction"),
    }
)
STATES: Mapping[GapState, str] = Words(
    {
        GapState.OPEN: mark("Open"),
        GapState.ACCEPTED: mark("Accepted"),
        GapState.DISMISSED: mark("Dismissed"),
        GapState.WITHDRAWN: mark("Withdrawn"),
    }
)
NONE_OF: Mapping[GapState, tuple[str, str]] = {
    GapState.ACCEPTED: (mark("None accepted yet"), mark("What you accept is put into its article, and listed here.")),
    GapState.DISMISSED: (mark("None dismissed"), mark("What you dismiss is listed here. It does not come back by itself.")),
}
SIGNALS: Mapping[Signal, str] = Words(
    {
        Signal.ABSTAINED: mark("nothing found to stand on"),
        Signal.REJECTED: mark("draft rejected"),
        Signal.EDITED: mark("corrected before sending"),
        Signal.ESCALATED: mark("escalated"),
        Signal.BY_HAND: mark("answered by hand"),
        Signal.FOUND_WRONG: mark("found wrong afterwards"),
        Signal.FAILED: mark("no draft came about"),
    }
)

LONGEST_HINT, LONGEST_QUESTION = 40, 160


def tickets(count: int) -> str:
    return trn("{n} ticket", "{n} tickets", count)


def told_apart(found: Sequence[Proposal]) -> Mapping[int, str]:
    """Of proposals that share their title, by their numbers: what each is about."""
    told: dict[int, str] = {}
    for _, alike in groupby(sorted(found, key=_title), _title):
        told |= _apart(tuple(alike))
    return told


def _title(one: Proposal) -> str:
    return one.title


def _apart(alike: Sequence[Proposal]) -> Mapping[int, str]:
    """The subject it is about, where that is the same what was asked, and else its number."""
    if len(alike) == 1:
        return {}
    hints: tuple[Callable[[Proposal], str], ...] = (
        lambda one: one.core.partition("\n")[0],
        lambda one: one.core.partition("\n")[2],
    )
    for hint in hints:
        said = {one.id: shortened(" ".join(hint(one).split()), LONGEST_HINT) for one in alike}
        if all(said.values()) and len(set(said.values())) == len(alike):
            return {number: tr("“{quote}”", quote=words) for number, words in said.items()}
    return {one.id: f"#{one.id}" for one in alike}


def cost(proposal: Proposal, handling: Handling) -> str:
    """'7 tickets, about 28 min'; what no ticket was lost to costs nothing yet."""
    count = len(proposal.tickets)
    return (
        tr("{tickets}, about {minutes}", tickets=tickets(count), minutes=minutes(count * handling.minutes))
        if count
        else tr("no ticket yet")
    )


def minutes(spent: float) -> str:
    return tr("{spent} min", spent=number(spent)) if spent < 90 else tr("{hours} h", hours=number(spent / 60, 1))


def handling_words(handling: Handling) -> str:
    if not handling.measured:
        return tr("{minutes} min a ticket is assumed until enough decisions were timed", minutes=figure(handling.minutes))
    return tr(
        "{minutes} min a ticket: the median of {measured} decisions",
        minutes=figure(handling.minutes),
        measured=number(handling.measured),
    )


def asked(view: GapView) -> str:
    """What one of its tickets asked."""
    if not view.questions:
        return ""
    ticket, said = view.questions[0]
    return tr("Ticket {ticket} asked: “{said}”", ticket=ticket, said=shortened(" ".join(said.split()), LONGEST_QUESTION))


def signals(view: GapView) -> str:
    """'draft rejected: 3 · answered by hand: 2'."""
    return " · ".join(f"{SIGNALS[signal]}: {number(count)}" for signal, count in view.signals.items())


def _reason(code: str) -> str:
    """Words for what was stored: a reason to reject or a sign of trouble."""
    return wording.REJECT_REASONS.get(code) or {str(signal): SIGNALS[signal] for signal in SIGNALS}.get(code, code)


def tried(one: Tried) -> str:
    because = ", ".join(f"{lowered(_reason(why))} {count}" for why, count in one.because.items())
    return tr(
        "{title} ({path}): stood behind {tickets}; {because}",
        title=one.title,
        path=one.path,
        tickets=tickets(one.tickets),
        because=because,
    )


def about(proposal: Proposal) -> str:
    """One sentence: what is proposed, and on what ground."""
    if proposal.kind is GapKind.CONTRADICTION:
        return tr("Two articles say the same and disagree. Choose which one is to change; the other stays as it is.")
    if proposal.kind is GapKind.CORRECTION:
        return tr("People sent another fact than this article has. Only the difference is put in.")
    if proposal.kind is GapKind.ADDITION and proposal.after == proposal.before:
        return tr("Drafts stood on this passage and did not do. Nobody sent a better answer yet: write what it lacks.")
    if proposal.kind is GapKind.ADDITION:
        return tr("Drafts stood on this passage and did not do. What people sent besides is put below it.")
    if UNWRITTEN in proposal.after:
        return tr("No article answers this, and nobody sent an answer yet: write it.")
    return tr("No article answers this. The text is what a person sent, without personal data: make an article of it.")


def way(option: Option) -> str:
    return tr("Change “{title}”", title=option.title)


def is_unwritten(option: Option) -> bool:
    """Whether a person has to write the answer first."""
    return option.after == option.before or UNWRITTEN in option.after


def impact(found: tuple[Impact, ...]) -> str:
    """What stands on the article that would change."""
    if not found:
        return tr("No open draft and no sent answer cites this article.")
    gone = sum(one.gone for one in found)
    cite = trn("{n} draft or answer cites", "{n} drafts and answers cite", len(found))
    lost = (
        trn("; {n} of them quotes words that change", "; {n} of them quote words that change", gone)
        if gone
        else tr("; their quotes stay")
    )
    return tr("{cite} this article{lost}.", cite=cite, lost=lost)


def nothing(troubles: int | None) -> str:
    if troubles is None:
        return tr("No proposal stands open. Nothing happened since it was looked for last.")
    if not troubles:
        return tr("No draft was rejected, corrected, handed on or missing an answer in the last 90 days.")
    return tr("{tickets} in trouble, but none of them shows yet what an article should say.", tickets=tickets(troubles))
