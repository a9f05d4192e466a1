"""Conditions a ticket meets or not: what views, rules and service levels are made of.

`matches` decides for one ticket in memory, adapters/sqlite/ticket_query.py says the same in SQL; a test holds both together.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from helpdesk.domain.spoken import APART, says

CUSTOM = "custom:"
"""Before the key of a field the desk made up itself."""

ME, NOBODY = "me", "none"
"""In the place of an agent's number."""


class Field(StrEnum):
    STATUS = "status"
    PRIORITY = "priority"
    ASSIGNEE = "assignee"
    TAG = "tag"
    TOPIC = "topic"
    LANGUAGE = "language"
    CHANNEL = "channel"
    REQUESTER = "requester"
    SUBJECT = "subject"
    CREATED = "created"
    UPDATED = "updated"
    DUE = "due"
    DUE_STATE = "due-state"
    SNOOZED = "snoozed"
    CONFIDENCE = "confidence"
    DRAFT = "draft"
    MENTIONED = "mentioned"
    WAITING = "waiting"
    TEXT = "text"
    WRITING = "writing"
    ATTACHMENT = "attachment"


class Operator(StrEnum):
    """IS and IS_NOT take several values: any of them, none of them. BEFORE and AFTER take a moment, BELOW and ABOVE a number;
    a ticket without that value meets neither. SET and UNSET take none."""

    IS = "is"
    IS_NOT = "is-not"
    CONTAINS = "contains"
    LACKS = "lacks"
    BEFORE = "before"
    AFTER = "after"
    BELOW = "below"
    ABOVE = "above"
    SET = "set"
    UNSET = "unset"


CHOICES = (Operator.IS, Operator.IS_NOT)
OPTIONAL = (*CHOICES, Operator.SET, Operator.UNSET)
TEXTS = (Operator.CONTAINS, Operator.LACKS)
MOMENTS = (Operator.BEFORE, Operator.AFTER)
OPERATORS: Mapping[Field, tuple[Operator, ...]] = {
    Field.STATUS: CHOICES,
    Field.PRIORITY: CHOICES,
    Field.ASSIGNEE: OPTIONAL,
    Field.TAG: OPTIONAL,
    Field.TOPIC: OPTIONAL,
    Field.LANGUAGE: OPTIONAL,
    Field.CHANNEL: CHOICES,
    Field.REQUESTER: (*TEXTS, *CHOICES),
    Field.SUBJECT: TEXTS,
    Field.CREATED: MOMENTS,
    Field.UPDATED: MOMENTS,
    Field.DUE: (*MOMENTS, Operator.SET, Operator.UNSET),
    Field.DUE_STATE: OPTIONAL,
    Field.SNOOZED: (Operator.SET, Operator.UNSET),
    Field.CONFIDENCE: (Operator.BELOW, Operator.ABOVE, Operator.SET, Operator.UNSET),
    Field.DRAFT: OPTIONAL,
    Field.MENTIONED: CHOICES,
    Field.WAITING: (*CHOICES, *MOMENTS),
    Field.TEXT: TEXTS,
    Field.WRITING: (Operator.SET, Operator.UNSET),
    Field.ATTACHMENT: (Operator.SET, Operator.UNSET),
}
OF_CUSTOM = (*OPTIONAL, *TEXTS, *MOMENTS, Operator.BELOW, Operator.ABOVE)


@dataclass(frozen=True)
class Condition:
    """`field` is a Field or CUSTOM with a key. Values are texts: a status, an agent's number or ME or NOBODY, a requester's
    number (IS) or words of name or address (CONTAINS; in quotes they are a phrase); a moment is '2026-05-01',
    '2026-05-01T08:30', or a span before now ('30m', '12h', '7d', '2w') or after it ('+2h'); confidence is a share from 0 to 1.
    WAITING says whose last word it was, 'customer' or 'agent', and since when; WRITING that an agent has begun a text;
    ATTACHMENT that a message has a file."""

    field: str
    operator: Operator
    values: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join(filter(None, (self.field, self.operator, ", ".join(self.values))))


@dataclass(frozen=True)
class Conditions:
    """All of `all` hold, and at least one of `any` unless that is empty."""

    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()

    @property
    def every(self) -> tuple[Condition, ...]:
        return (*self.all, *self.any)

    def __str__(self) -> str:
        either = f"any of ({'; '.join(map(str, self.any))})" if self.any else ""
        return "; ".join([*map(str, self.all), *filter(None, [either])])


@dataclass(frozen=True)
class TicketFacts:
    """What conditions ask of a ticket. `text` is everything said on it, the messages APART; `custom` has no key for a field
    that is not set."""

    status: str = "new"
    priority: str = "normal"
    assignee: int | None = None
    tags: frozenset[str] = frozenset()
    topic: str = ""
    language: str = ""
    channel: str = "by-hand"
    requester: int = 0
    requester_name: str = ""
    requester_email: str = ""
    subject: str = ""
    created: datetime | None = None
    updated: datetime | None = None
    due: datetime | None = None
    due_state: str = ""
    snoozed: datetime | None = None
    confidence: float | None = None
    draft: str = ""
    mentioned: frozenset[int] = frozenset()
    last_from: str = ""
    last_public: datetime | None = None
    text: str = ""
    writing: str = ""
    attached: bool = False
    custom: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Seen:
    """When, and by which agent's number, tickets are looked at."""

    now: datetime
    me: int | None = None


UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def moment_of(value: str, now: datetime) -> datetime:
    """Raises ValueError."""
    if value[-1:] in UNITS and value[:-1].lstrip("+").isdecimal():
        try:
            span = int(value[:-1].lstrip("+")) * UNITS[value[-1]]
            return now + span if value.startswith("+") else now - span
        except OverflowError as error:
            raise ValueError(value) from error
    said = datetime.fromisoformat(value)
    return said.replace(tzinfo=now.tzinfo) if said.tzinfo is None else said


def share_of(text: str) -> float:
    """Of what a person wrote: 0.8, 80% or 80. Raises ValueError."""
    number = float(text.strip().removesuffix("%"))
    share = number / 100 if text.strip().endswith("%") or number > 1 else number
    if not 0 <= share <= 1:
        raise ValueError(text)
    return share


def fault_in(condition: Condition) -> str:
    """What is wrong with it, '' when nothing is."""
    own = condition.field.startswith(CUSTOM) and len(condition.field) > len(CUSTOM)
    if not own and condition.field not in set(Field):
        return f"{condition.field!r} is no field of a ticket"
    allowed = OF_CUSTOM if own else OPERATORS[Field(condition.field)]
    if condition.operator not in allowed:
        return f"{condition.field} takes {', '.join(allowed)}, not {condition.operator}"
    if condition.operator in (Operator.SET, Operator.UNSET):
        return "" if not condition.values else f"{condition.operator} takes no value"
    if not condition.values or not all(value.strip() for value in condition.values):
        return f"the condition on {condition.field.removeprefix(CUSTOM)} wants a value"
    if condition.field == Field.CONFIDENCE and not all(_is_share(value) for value in condition.values):
        return "confidence is a share from 0 to 1"
    return next((said for said in (_fault_of_value(condition.operator, v) for v in condition.values) if said), "")


def _is_share(value: str) -> bool:
    try:
        return 0 <= float(value) <= 1
    except ValueError:
        return False


def _fault_of_value(operator: Operator, value: str) -> str:
    try:
        if operator in MOMENTS:
            moment_of(value, datetime(2026, 1, 1))  # noqa: DTZ001 - only whether it can be read
        elif operator in (Operator.BELOW, Operator.ABOVE):
            float(value)
    except ValueError:
        wanted = "a date like 2026-05-01 or a span like 7d" if operator in MOMENTS else "a number"
        return f"{value!r} is not {wanted}"
    return ""


def matches(conditions: Conditions, facts: TicketFacts, seen: Seen) -> bool:
    """Raises ValueError for a condition with a fault."""
    met = [holds(one, facts, seen) for one in conditions.all]
    return all(met) and (not conditions.any or any(holds(one, facts, seen) for one in conditions.any))


def holds(condition: Condition, facts: TicketFacts, seen: Seen) -> bool:
    operator, values = condition.operator, condition.values
    if condition.field.startswith(CUSTOM):
        return _of_custom(condition, facts.custom.get(condition.field[len(CUSTOM) :], ""), seen)
    told = TOLD[Field(condition.field)](facts, seen)
    if operator in MOMENTS:
        return _at(operator, told.at, values[0], seen.now)
    if operator in (Operator.BELOW, Operator.ABOVE):
        return told.number is not None and _beyond(operator, told.number, float(values[0]))
    if operator in TEXTS:
        return says(told.text, values, stemmed=condition.field != Field.REQUESTER) is (operator is Operator.CONTAINS)
    if operator in (Operator.SET, Operator.UNSET):
        return bool(told.names) is (operator is Operator.SET)
    meant = {_agent(value, seen) if condition.field in OF_AGENTS else value.casefold() for value in values}
    return bool(meant & (told.names or {""})) is (operator is Operator.IS)


@dataclass(frozen=True)
class Told:
    """A fact in the shapes operators ask for: names it is called by (none: not set), text, moment and number."""

    names: frozenset[str] = frozenset()
    text: str = ""
    at: datetime | None = None
    number: float | None = None


def _named(*names: object) -> Told:
    return Told(frozenset(str(name).casefold() for name in names if name not in ("", None)))


OF_AGENTS = (Field.ASSIGNEE, Field.MENTIONED)
TOLD: Mapping[Field, Callable[[TicketFacts, Seen], Told]] = {
    Field.STATUS: lambda f, _: _named(f.status),
    Field.PRIORITY: lambda f, _: _named(f.priority),
    Field.ASSIGNEE: lambda f, _: _named(f.assignee),
    Field.TAG: lambda f, _: _named(*f.tags),
    Field.TOPIC: lambda f, _: _named(f.topic),
    Field.LANGUAGE: lambda f, _: _named(f.language),
    Field.CHANNEL: lambda f, _: _named(f.channel),
    Field.REQUESTER: lambda f, _: Told(frozenset({str(f.requester)}), f"{f.requester_name} {f.requester_email}"),
    Field.SUBJECT: lambda f, _: Told(text=f.subject),
    Field.CREATED: lambda f, _: Told(at=f.created),
    Field.UPDATED: lambda f, _: Told(at=f.updated),
    Field.DUE: lambda f, _: Told(frozenset({"due"} if f.due else ()), at=f.due),
    Field.DUE_STATE: lambda f, _: _named(f.due_state),
    Field.SNOOZED: lambda f, _: Told(frozenset({"snoozed"} if f.snoozed else ())),
    Field.CONFIDENCE: lambda f, _: Told(frozenset({"scored"} if f.confidence is not None else ()), number=f.confidence),
    Field.DRAFT: lambda f, _: _named(f.draft),
    Field.MENTIONED: lambda f, _: _named(*f.mentioned),
    Field.WAITING: lambda f, _: Told(_named(f.last_from).names, at=f.last_public),
    Field.TEXT: lambda f, _: Told(text=f"{f.subject}{APART}{f.text}"),
    Field.WRITING: lambda f, _: _named(f.writing),
    Field.ATTACHMENT: lambda f, _: Told(frozenset({"attached"} if f.attached else ())),
}


def _agent(value: str, seen: Seen) -> str:
    """The number; '' stands for nobody, and somebody unknown is no one's number."""
    if value.casefold() == NOBODY:
        return ""
    if value.casefold() == ME:
        return "-" if seen.me is None else str(seen.me)
    return value


def _at(operator: Operator, told: datetime | None, value: str, now: datetime) -> bool:
    if told is None:
        return False
    wanted = moment_of(value, now)
    return told < wanted if operator is Operator.BEFORE else told >= wanted


def _beyond(operator: Operator, told: float, wanted: float) -> bool:
    return told < wanted if operator is Operator.BELOW else told >= wanted


def _of_custom(condition: Condition, value: str, seen: Seen) -> bool:
    operator = condition.operator
    if operator in MOMENTS:
        return bool(value) and _dated(operator, value, moment_of(condition.values[0], seen.now))
    if operator in (Operator.BELOW, Operator.ABOVE):
        number = _number(value)
        return number is not None and _beyond(operator, number, float(condition.values[0]))
    if operator in (Operator.SET, Operator.UNSET):
        return bool(value) is (operator is Operator.SET)
    if operator in TEXTS:
        has = any(one.casefold() in value.casefold() for one in condition.values)
        return has is (operator is Operator.CONTAINS)
    return (value.casefold() in {one.casefold() for one in condition.values}) is (operator is Operator.IS)


def _dated(operator: Operator, value: str, wanted: datetime) -> bool:
    """Dates of a field are days; they compare as text."""
    day = wanted.date().isoformat()
    return value < day if operator is Operator.BEFORE else value >= day


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None
