"""What the fields of a ticket, what can be asked of them, and the answers are called."""

from collections.abc import Mapping, Sequence

from helpdesk.domain.condition import CUSTOM, ME, MOMENTS, NOBODY, OF_CUSTOM, OPERATORS, Field, Operator, share_of
from helpdesk.domain.draft import DraftState
from helpdesk.ui import wording
from helpdesk.ui.language import Words, mark, tr
from helpdesk.ui.language_names import LANGUAGES

FIELDS: Mapping[str, str] = Words(
    {
        Field.STATUS: mark("Status"),
        Field.PRIORITY: mark("Priority"),
        Field.ASSIGNEE: mark("Assignee"),
        Field.TAG: mark("Tag"),
        Field.TOPIC: mark("Topic"),
        Field.LANGUAGE: mark("Language"),
        Field.CHANNEL: mark("Channel"),
        Field.REQUESTER: mark("Requester"),
        Field.SUBJECT: mark("Subject"),
        Field.TEXT: mark("Anything said"),
        Field.CREATED: mark("Created"),
        Field.UPDATED: mark("Updated"),
        Field.WAITING: mark("Last word"),
        Field.DUE: mark("Due"),
        Field.DUE_STATE: mark("Service level"),
        Field.SNOOZED: mark("Snoozed"),
        Field.DRAFT: mark("Draft"),
        Field.CONFIDENCE: mark("Confidence of the draft"),
        Field.MENTIONED: mark("Unread mention"),
        Field.WRITING: mark("Unsent text"),
        Field.ATTACHMENT: mark("Attachment"),
    }
)
OPERATOR_WORDS: Mapping[str, str] = Words(
    {
        Operator.IS: mark("is"),
        Operator.IS_NOT: mark("is not"),
        Operator.CONTAINS: mark("contains"),
        Operator.LACKS: mark("does not contain"),
        Operator.BEFORE: mark("before"),
        Operator.AFTER: mark("after"),
        Operator.BELOW: mark("below"),
        Operator.ABOVE: mark("at least"),
        Operator.SET: mark("is set"),
        Operator.UNSET: mark("is not set"),
    }
)
DUE_STATES: Mapping[str, str] = Words(
    {
        "running": mark("In time"),
        "soon": mark("Due soon"),
        "missed": mark("Overdue"),
        "paused": mark("Paused"),
    }
)
SPEAKERS: Mapping[str, str] = Words({"customer": mark("the customer"), "agent": mark("an agent")})
CHOSEN: Mapping[str, Mapping[str, str]] = {
    Field.STATUS: wording.STATUSES,
    Field.PRIORITY: wording.PRIORITIES,
    Field.CHANNEL: wording.CHANNELS,
    Field.DUE_STATE: DUE_STATES,
    Field.WAITING: SPEAKERS,
    Field.LANGUAGE: LANGUAGES,
}
DRAFTS = (DraftState.REQUESTED, DraftState.IN_REVIEW, DraftState.ESCALATED, DraftState.FAILED)


def choices_of(field: str, agents: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """(value, words) of a field that has only some; none for a field that takes what is typed."""
    if field == Field.ASSIGNEE:
        return [(ME, tr("me")), (NOBODY, tr("nobody")), *agents]
    if field == Field.MENTIONED:
        return [(ME, tr("of me")), *agents]
    if field == Field.DRAFT:
        return [(state.value, wording.DRAFT_STATES[state]) for state in DRAFTS]
    return [(str(value), words) for value, words in CHOSEN[field].items()] if field in CHOSEN else []


def operators_of(field: str) -> tuple[Operator, ...]:
    return OF_CUSTOM if field.startswith(CUSTOM) else OPERATORS[Field(field)]


def hint_of(field: str, operator: Operator) -> str:
    """What to type as a value."""
    if operator in MOMENTS:
        return tr("7d, 12h or 2026-05-01")
    if operator in (Operator.BELOW, Operator.ABOVE):
        return tr("80%, or 0.8") if field == Field.CONFIDENCE else tr("a number")
    return tr("one or more, with commas between")


def asks_share(field: str, operator: str) -> bool:
    return field == Field.CONFIDENCE and operator in (Operator.BELOW, Operator.ABOVE)


def told_share(typed: str) -> str:
    """As a condition keeps it; what is none stays as it was typed."""
    try:
        return f"{share_of(typed):g}"
    except ValueError:
        return typed.strip()


def shown_share(kept: str) -> str:
    """In percent, as everywhere."""
    try:
        return f"{float(kept) * 100:g}%"
    except ValueError:
        return kept
