"""What the knowledge base lacks, told by what became of drafts.

A *trouble* is a ticket whose draft did not do. Like troubles make a *gap*, and a gap leads to a *proposal*: text for a person.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.decision import DecisionKind, RejectReason
from helpdesk.domain.draft import DraftState
from helpdesk.domain.ids import ArticleId, DraftId, TicketId
from helpdesk.domain.label import HandedOn
from helpdesk.domain.terms import telling_stems
from helpdesk.domain.words import SMALL_ELSEWHERE


class Signal(StrEnum):
    """How a ticket shows that the articles did not do."""

    ABSTAINED = "abstained"
    REJECTED = "rejected"
    EDITED = "edited"
    ESCALATED = "escalated"
    BY_HAND = "by-hand"
    FOUND_WRONG = "found-wrong"
    FAILED = "failed"


POINTING = frozenset((RejectReason.WRONG_FACT, RejectReason.OUTDATED, RejectReason.INCOMPLETE, RejectReason.NOT_THE_QUESTION))
"""Reject reasons that say something of an article. The others are of tone, of language, or of a ticket that needs no answer."""

TELLING_TERMS, SHORT = 4, 3


@dataclass(frozen=True)
class Course:
    """What became of a ticket's newest draft. `kind` and `reason` are those of the standing decision, '' without one;
    `material` says of an edit that it changed what is said, `wrong` that it came to light later, `by_hand` that somebody wrote
    a reply of their own."""

    ticket_id: TicketId
    draft_id: DraftId
    state: DraftState
    abstained: bool
    failure: str
    kind: DecisionKind | None
    reason: str
    material: bool
    wrong: bool
    by_hand: bool
    at: datetime
    cited: tuple[ArticleId, ...] = ()


@dataclass(frozen=True)
class Trouble:
    """`reason` is the reject reason or the failure; `cited` the articles the draft stood on, in its order."""

    ticket_id: TicketId
    draft_id: DraftId
    signal: Signal
    reason: str
    at: datetime
    cited: tuple[ArticleId, ...] = ()


def trouble_of(course: Course) -> Trouble | None:
    """None when the ticket shows nothing about knowledge. What was sent as drafted shows that the articles do."""
    signal = _decided(course) if course.kind is not None else _undecided(course)
    if signal is None:
        return None
    reason = course.failure if signal is Signal.FAILED else course.reason
    return Trouble(course.ticket_id, course.draft_id, signal, reason, course.at, course.cited)


def _decided(course: Course) -> Signal | None:
    if course.kind is DecisionKind.REJECT:
        return Signal.REJECTED if course.reason in POINTING else None
    if course.kind is DecisionKind.ESCALATE:
        return Signal.ESCALATED if course.reason != HandedOn.RIGHT else None
    if course.abstained:
        return Signal.ABSTAINED
    if course.kind is DecisionKind.EDIT and course.material:
        return Signal.EDITED
    return Signal.FOUND_WRONG if course.wrong else None


def _undecided(course: Course) -> Signal | None:
    """One that gave way to a newer message of the customer shows nothing."""
    if course.state is DraftState.SUPERSEDED and not course.by_hand:
        return None
    if course.abstained:
        return Signal.ABSTAINED
    if course.by_hand:
        return Signal.BY_HAND
    return Signal.FAILED if course.state is DraftState.FAILED else None


def telling_terms(questions: Sequence[str], everywhere: Mapping[str, int], total: int) -> tuple[str, ...]:
    """Words that many of these questions have and few others; `everywhere` counts the stems of all `total` questions."""
    told = [telling_stems(question) for question in questions]
    counts = Counter(stem for one in told for stem in one)
    spoken = {stem: word for one in told for stem, word in one.items()}
    often = max(1, len(questions) // 2)

    def weight(stem: str) -> float:
        return counts[stem] / len(questions) - everywhere.get(stem, 0) / max(1, total)

    chosen = sorted(
        (stem for stem in counts if counts[stem] >= often and _tells(spoken[stem])), key=lambda stem: (-weight(stem), stem)
    )
    return tuple(spoken[stem] for stem in chosen[:TELLING_TERMS])


def _tells(word: str) -> bool:
    return word.isalpha() and len(word) > SHORT and word not in SMALL_ELSEWHERE


def counted(troubles: Iterable[Trouble]) -> dict[Signal, int]:
    """By signal, the most frequent first."""
    found = Counter(one.signal for one in troubles)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
