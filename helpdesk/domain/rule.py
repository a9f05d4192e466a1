"""What a desk does by rule: on an occasion, for tickets of a kind, a few things.

Nothing a rule does leaves the desk: it may ask for a draft, which a person then reads.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from helpdesk.domain.change import AddTag, Assign, Change, RemoveTag, SetField, SetPriority, SetStatus, Snooze
from helpdesk.domain.condition import ME, OF_AGENTS, Condition, Conditions
from helpdesk.domain.condition import fault_in as fault_in_condition
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import Priority, TicketStatus

LONGEST_NAME = 80
LONGEST_TEXT = 2000
MOST_ACTIONS = 12
MOST_HOURS = 24 * 365
NOBODYS = "the desk works by itself here and is nobody's 'me'; name the agent"
AGENT = "rule: "
"""How whoever did it is called in the history: the rule's name stands behind."""


class Occasion(StrEnum):
    ARRIVAL = "arrival"
    """A ticket arrived, or was just read for its topic and language; once a ticket."""
    MESSAGE = "message"
    """The customer wrote once more."""
    REPLY = "reply"
    """A reply went out."""
    CHANGE = "change"
    """Somebody changed status, priority, assignee, topic, language, subject or tags."""
    TIME = "time"
    """Nothing was said on it for so many hours; once until somebody says something."""


class ActionKind(StrEnum):
    STATUS = "status"
    PRIORITY = "priority"
    ASSIGN = "assign"
    TAG = "tag"
    UNTAG = "untag"
    FIELD = "field"
    SNOOZE = "snooze"
    NOTE = "note"
    NOTIFY = "notify"
    DRAFT = "draft"
    MACRO = "macro"


@dataclass(frozen=True)
class Action:
    """`value` by kind: a status, a priority, an agent's name ('' nobody), a tag, key=value, hours, the words, a draft's hint,
    a macro's name."""

    kind: ActionKind
    value: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


def action_of(text: str) -> Action:
    """“tag: vip”. Raises ValueError with half a sentence."""
    name, _, value = text.partition(":")
    try:
        action = Action(ActionKind(name.strip().lower()), value.strip())
    except ValueError:
        raise ValueError(f"'{name.strip()}' is nothing a rule can do; use {', '.join(ActionKind)}") from None
    if fault := fault_in_action(action):
        raise ValueError(fault)
    return action


LACKING: Mapping[ActionKind, str] = {
    ActionKind.TAG: "it does not say which tag to add",
    ActionKind.UNTAG: "it does not say which tag to take away",
    ActionKind.NOTE: "the note it shall write has no words",
    ActionKind.NOTIFY: "the notice it shall show has no words",
    ActionKind.MACRO: "it does not say which macro to put into the reply",
}


def fault_in_action(action: Action) -> str:
    kind, value = action.kind, action.value
    known: dict[ActionKind, tuple[str, ...]] = {ActionKind.STATUS: tuple(TicketStatus), ActionKind.PRIORITY: tuple(Priority)}
    if kind in known:
        return "" if value in known[kind] else f"'{value}' is no {kind}; use {', '.join(known[kind])}"
    if kind is ActionKind.SNOOZE and not (value.isdecimal() and 0 < int(value) <= MOST_HOURS):
        return f"'{value}' are no hours to sleep; write a number from 1 to {MOST_HOURS}"
    if kind is ActionKind.FIELD and not value.partition("=")[0].strip():
        return "write a field as key=value"
    if kind in LACKING and not value.strip():
        return LACKING[kind]
    return "" if len(value) <= LONGEST_TEXT else f"{kind} has more than {LONGEST_TEXT} characters"


CHANGES: Mapping[ActionKind, Callable[[str, datetime], Change]] = {
    ActionKind.STATUS: lambda value, _: SetStatus(TicketStatus(value)),
    ActionKind.PRIORITY: lambda value, _: SetPriority(Priority(value)),
    ActionKind.ASSIGN: lambda value, _: Assign(value or None),
    ActionKind.TAG: lambda value, _: AddTag(value),
    ActionKind.UNTAG: lambda value, _: RemoveTag(value),
    ActionKind.FIELD: lambda value, _: SetField(value.partition("=")[0].strip(), value.partition("=")[2].strip() or None),
    ActionKind.SNOOZE: lambda value, now: Snooze(now + timedelta(hours=int(value))),
}
"""How a ticket is changed; other kinds are done beside it."""


def changes_of(actions: Sequence[Action], now: datetime, agent: str = "") -> list[Change]:
    """`agent` is who “assign: me” means."""
    done = (replace(one, value=agent or ME) if one == Action(ActionKind.ASSIGN, ME) else one for one in actions)
    return [CHANGES[action.kind](action.value, now) for action in done if action.kind in CHANGES]


@dataclass(frozen=True)
class Rule:
    """`hours` belong to TIME alone. `stopped` says why the desk itself switched it off, '' as a rule; `query` is how a person
    wrote the conditions."""

    id: int
    name: str
    position: int
    enabled: bool
    occasion: Occasion
    conditions: Conditions
    actions: tuple[Action, ...]
    hours: int
    changed_at: datetime
    stopped: str = ""
    query: str = ""

    @property
    def agent(self) -> str:
        return AGENT + self.name


def fault_in(rule: Rule) -> str:
    """What is wrong with it, as half a sentence."""
    if not rule.name.strip() or len(rule.name) > LONGEST_NAME or not rule.name.isprintable():
        return f"give it a name of one line and at most {LONGEST_NAME} characters"
    if not rule.actions or len(rule.actions) > MOST_ACTIONS:
        return f"give it 1 to {MOST_ACTIONS} things to do"
    if rule.occasion is Occasion.TIME and not 0 < rule.hours <= MOST_HOURS:
        return f"say after how many hours, from 1 to {MOST_HOURS}"
    faults = [*map(fault_of_the_desk, rule.conditions.every), *map(fault_in_deed, rule.actions)]
    return next(filter(None, faults), "")


def fault_of_the_desk(condition: Condition) -> str:
    """Of one that the desk asks by itself, when nobody looks."""
    return NOBODYS if condition.field in OF_AGENTS and ME in condition.values else fault_in_condition(condition)


def fault_in_deed(action: Action) -> str:
    """Of one that the desk does by itself."""
    return NOBODYS if action.kind is ActionKind.ASSIGN and action.value == ME else fault_in_action(action)


@dataclass(frozen=True)
class RuleRun:
    """What a rule did at once, on one ticket or many. `operation` is what can be undone ('' when it changed nothing), `failure`
    why it did not do it."""

    id: int
    rule_id: int
    rule: str
    occasion: Occasion
    operation: str
    tickets: tuple[TicketId, ...]
    count: int
    failure: str
    at: datetime
    undone_at: datetime | None = None
