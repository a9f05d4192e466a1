"""How gaps are put into words, in the window and in the terminal. Knows no Qt."""

from collections.abc import Mapping

from helpdesk.domain.article_history import Impact
from helpdesk.domain.gap_proposal import GapKind, GapState, GapView, Option, Proposal, Tried
from helpdesk.domain.gap_text import UNWRITTEN
from helpdesk.domain.gaps import Signal
from helpdesk.domain.handling import Handling
from helpdesk.ui import wording

KINDS: Mapping[GapKind, str] = {
    GapKind.NEW_ARTICLE: "New article",
    GapKind.CORRECTION: "Correction",
    GapKind.ADDITION: "Addition",
    GapKind.CONTRADICTION: "Contradiction",
}
STATES: Mapping[GapState, str] = {
    GapState.OPEN: "Open",
    GapState.ACCEPTED: "Accepted",
    GapState.DISMISSED: "Dismissed",
    GapState.WITHDRAWN: "Withdrawn",
}
NONE_OF: Mapping[GapState, tuple[str, str]] = {
    GapState.ACCEPTED: ("None accepted yet", "What you accept is put into its article, and listed here."),
    GapState.DISMISSED: ("None dismissed", "What you dismiss is listed here. It does not come back by itself."),
}
SIGNALS: Mapping[Signal, str] = {
    Signal.ABSTAINED: "nothing found to stand on",
    Signal.REJECTED: "draft rejected",
    Signal.EDITED: "corrected before sending",
    Signal.ESCALATED: "escalated",
    Signal.BY_HAND: "answered by hand",
    Signal.FOUND_WRONG: "found wrong afterwards",
    Signal.FAILED: "no draft came about",
}
REASONS: Mapping[str, str] = {str(code): words for code, words in (*wording.REJECT_REASONS.items(), *SIGNALS.items())}


def tickets(count: int) -> str:
    return "1 ticket" if count == 1 else f"{count:,} tickets"


def cost(proposal: Proposal, handling: Handling) -> str:
    """'7 tickets, about 28 min'; what no ticket was lost to costs nothing yet."""
    count = len(proposal.tickets)
    return f"{tickets(count)}, about {minutes(count * handling.minutes)}" if count else "no ticket yet"


def minutes(spent: float) -> str:
    return f"{spent:.0f} min" if spent < 90 else f"{spent / 60:.1f} h"


def handling_words(handling: Handling) -> str:
    if not handling.measured:
        return f"{handling.minutes:g} min a ticket is assumed until enough decisions were timed"
    return f"{handling.minutes:g} min a ticket: the median of {handling.measured:,} decisions"


def signals(view: GapView) -> str:
    """'draft rejected: 3 · answered by hand: 2'."""
    return " · ".join(f"{SIGNALS[signal]}: {count:,}" for signal, count in view.signals.items())


def tried(one: Tried) -> str:
    because = ", ".join(f"{REASONS.get(why, why).lower()} {count}" for why, count in one.because.items())
    return f"{one.title} ({one.path}): stood behind {tickets(one.tickets)}; {because}"


def about(proposal: Proposal) -> str:
    """One sentence: what is proposed, and on what ground."""
    if proposal.kind is GapKind.CONTRADICTION:
        return "Two articles say the same and disagree. Choose which one is to change; the other stays as it is."
    if proposal.kind is GapKind.CORRECTION:
        return "People sent another fact than this article has. Only the difference is put in."
    if proposal.kind is GapKind.ADDITION and proposal.after == proposal.before:
        return "Drafts stood on this passage and did not do. Nobody sent a better answer yet: write what it lacks."
    if proposal.kind is GapKind.ADDITION:
        return "Drafts stood on this passage and did not do. What people sent besides is put below it."
    if UNWRITTEN in proposal.after:
        return "No article answers this, and nobody sent an answer yet: write it."
    return "No article answers this. The text is what a person sent, without personal data: make an article of it."


def way(option: Option) -> str:
    return f"Change “{option.title}”"


def is_unwritten(option: Option) -> bool:
    """Whether a person has to write the answer first."""
    return option.after == option.before or UNWRITTEN in option.after


def impact(found: tuple[Impact, ...]) -> str:
    """What stands on the article that would change."""
    if not found:
        return "No open draft and no sent answer cites this article."
    gone = sum(one.gone for one in found)
    cite = "1 draft or answer cites" if len(found) == 1 else f"{len(found):,} drafts and answers cite"
    lost = f"; {gone:,} of them {'quotes' if gone == 1 else 'quote'} words that change" if gone else "; their quotes stay"
    return f"{cite} this article{lost}."


def nothing(troubles: int | None) -> str:
    if troubles is None:
        return "No proposal stands open. Nothing happened since it was looked for last."
    if not troubles:
        return "No draft was rejected, corrected, handed on or missing an answer in the last 90 days."
    return f"{tickets(troubles)} in trouble, but none of them shows yet what an article should say."
