"""Why a draft counts as right or wrong, in words: the same for the window and the terminal. No Qt."""

from collections.abc import Mapping

from helpdesk.domain.label import Cause, HandedOn, Label

CAUSES: Mapping[Cause, str] = {
    Cause.APPROVED: "approved as it was",
    Cause.REWORDED: "only its wording was changed",
    Cause.HANDED_ON: "handed on, the draft itself was right",
    Cause.NUMBER: "a number was changed",
    Cause.DATE: "a date was changed",
    Cause.ADDRESS: "a web or mail address was changed",
    Cause.NAME: "a product, name or code was changed",
    Cause.DENIAL: "a “not” was added or taken away",
    Cause.CITATION: "another article was cited",
    Cause.REWRITTEN: "more than a quarter of it was rewritten",
    Cause.REJECTED: "rejected",
    Cause.ESCALATED: "escalated as wrong",
    Cause.ANSWERED_BY_HAND: "a person wrote another answer",
    Cause.UNAUDITED: "nobody looked at it in time",
    Cause.REDRAFTED: "an agent asked for another draft",
    Cause.DROPPED: "the ticket was closed without it",
    Cause.WROTE_AGAIN: "the customer wrote again after the ticket was solved",
    Cause.BAD_RATING: "the customer rated the answer low",
    Cause.SAID_WRONG: "an agent said so afterwards",
}
HANDED_ON: Mapping[HandedOn | None, str] = {
    None: "I do not judge the draft",
    HandedOn.WRONG: "The draft is wrong",
    HandedOn.RIGHT: "The draft is right",
}


def of(label: Label) -> str:
    """One sentence."""
    counts = "wrong" if label.wrong else "right"
    why = CAUSES[Cause(label.flipped_by) if label.flipped_by else label.cause]
    before = f" (before: {CAUSES[label.cause]})" if label.flipped_by else ""
    return f"Draft {label.draft_id} counts as {counts}: {why}{before}."
