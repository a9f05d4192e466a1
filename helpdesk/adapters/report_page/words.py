"""What the report says beside its numbers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from helpdesk.domain.report_card import OTHERS

READINGS: Mapping[str, str] = {
    "same": "says the same",
    "partly": "says part of it",
    "other": "says something else",
    "differs": "differs in numbers or denies it",
}
ROUTES: Mapping[str, str] = {"send": "sure enough", "review": "to review", "escalate": "to a person"}
PREFERRED: Mapping[str, str] = {
    "draft": "the desk's draft is better",
    "human": "the person's reply is better",
    "both": "both are fine",
    "neither": "neither is fine",
}
REFUSED: Mapping[str, str] = {
    "unreadable": "could not be read",
    "automatic": "written by a machine",
    "forward": "our own forward, or mail among ourselves",
    "unanswered": "nobody of us answered",
    "ours-alone": "no customer's message in it",
    "no-words": "no words of its own",
}
KNOWLEDGE = (
    "The drafts stand on the knowledge base as it was when they were written, not as it was when the customers wrote. An "
    "article written to answer one of these very tickets makes the desk look better than it would have been on that day; "
    "expect new tickets to go a little worse. Answers the desk remembers of other tickets were not shown to the writer."
)
JUDGED = (
    "The sample was drawn by lot from all drafts outside the control slice, its size told before anything was judged, and each "
    "pair shown without saying who wrote which. Intervals are exact (Clopper–Pearson). They hold for tickets like these, "
    "answered by this drafter, and as far as the judges noticed what is wrong."
)
MINUTES = (
    "Measured on the timing screen alone: tickets of the control slice answered from scratch against other tickets with the "
    "desk's draft wherever it had one, in an order drawn by lot. How long customers waited in the history is no measure of "
    "work and was not used. Medians, with an interval that holds whatever the times look like."
)
CONTROL = "One ticket in ten was set aside by lot when the files were read; it was never judged or timed with a draft."


def topic(name: str) -> str:
    return {"": "no article", OTHERS: "all other topics"}.get(name, name)


def moment(told: str) -> str:
    """'21 November 2026, 16:04 UTC' of an ISO moment. Raises ValueError."""
    at = datetime.fromisoformat(told)
    return f"{at.day} {at:%B %Y, %H:%M %Z}"


def percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}%"


def interval(told: Mapping[str, Any]) -> str:
    """'2 of 40 wrong: 5.0% (0.9% to 15.0%)'."""
    if not told["checked"]:
        return "none judged"
    found = f"{told['wrong']} of {told['checked']} wrong: {percent(told['share'])}"
    return f"{found} ({percent(told['low'])} to {percent(told['high'])})"


def promise(told: Mapping[str, Any]) -> str:
    """The sentence a manager reads, or why there is none."""
    most, sure = percent(told["alpha"]), f"{100 * (1 - told['delta']):.0f}%"
    if told["drafters"] > 1:
        return f"At most {most} wrong: not provable, the sample was written by {told['drafters']} different drafters."
    if told["cut"] is None:
        return f"At most {most} wrong: not proven by this sample."
    return (
        f"Of drafts with a score of {told['cut']:.2f} or more that no rule holds back, at most {most} are wrong, with {sure} "
        f"confidence: {told['wrong']} wrong of {told['checked']} judged, upper bound {percent(told['bound'])}. "
        f"{percent(told['coverage'])} of these tickets qualify."
    )


def minutes(told: Mapping[str, Any]) -> str:
    if told["seconds"] is None:
        return (
            f"Not measured. {told['alone_count']} tickets were timed without a draft and {told['helped_count']} with one; an "
            f"honest interval needs at least {told['needed']} of each."
        )
    return (
        f"{told['seconds'] / 60:.1f} minutes a ticket (between {told['low'] / 60:.1f} and {told['high'] / 60:.1f} with 95% "
        f"confidence): {told['alone'] / 60:.1f} without a draft ({told['alone_count']} timed), {told['helped'] / 60:.1f} with "
        f"one ({told['helped_count']} timed)."
    )
