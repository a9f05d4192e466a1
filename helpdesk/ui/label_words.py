"""Why a draft counts as right or wrong, in words: the same for the window and the terminal. No Qt."""

from collections.abc import Mapping

from helpdesk.domain.label import Cause, HandedOn, Label
from helpdesk.ui.language import Words, mark, tr

CAUSES: Mapping[Cause, str] = Words(
    {
        Cause.APPROVED: mark("approved as it was"),
        Cause.REWORDED: mark("only its wording was changed"),
        Cause.HANDED_ON: mark("handed on, the draft itself was right"),
        Cause.NUMBER: mark("a number was changed"),
        Cause.DATE: mark("a date was changed"),
        Cause.ADDRESS: mark("a web or mail address was changed"),
        Cause.NAME: mark("a product, name or code was changed"),
        Cause.DENIAL: mark("a “not” was added or taken away"),
        Cause.CITATION: mark("another article was cited"),
        Cause.REWRITTEN: mark("more than a quarter of it was rewritten"),
        Cause.REJECTED: mark("rejected"),
        Cause.ESCALATED: mark("escalated as wrong"),
        Cause.ANSWERED_BY_HAND: mark("a person wrote another answer"),
        Cause.UNAUDITED: mark("nobody looked at it in time"),
        Cause.REDRAFTED: mark("an agent asked for another draft"),
        Cause.DROPPED: mark("the ticket was closed without it"),
        Cause.WROTE_AGAIN: mark("the customer wrote again after the ticket was solved"),
        Cause.BAD_RATING: mark("the customer rated the answer low"),
        Cause.SAID_WRONG: mark("an agent said so afterwards"),
    }
)
HANDED_ON: Mapping[HandedOn | None, str] = Words(
    {
        None: mark("I do not judge the draft"),
        HandedOn.WRONG: mark("The draft is wrong"),
        HandedOn.RIGHT: mark("The draft is right"),
    }
)


def of(label: Label) -> str:
    """One sentence."""
    counts = "wrong" if label.wrong else "right"
    why = CAUSES[Cause(label.flipped_by) if label.flipped_by else label.cause]
    before = tr(" (before: {causes})", causes=CAUSES[label.cause]) if label.flipped_by else ""
    return tr(
        "Draft {draft_id} counts as {counts}: {why}{before}.", draft_id=label.draft_id, counts=counts, why=why, before=before
    )
