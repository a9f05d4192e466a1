"""What one simple change brings a ticket into a list: status, assignee, priority or a tag."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from helpdesk.domain.change import AddTag, Assign, RemoveTag, SetPriority, SetStatus, tag_text
from helpdesk.domain.condition import ME, NOBODY, Condition, Conditions, Field, Operator, Seen, TicketFacts, matches
from helpdesk.domain.ticket import Priority, TicketStatus

WayIn = SetStatus | SetPriority | Assign | AddTag | RemoveTag
LIKELY = (
    TicketStatus.OPEN,
    TicketStatus.PENDING,
    TicketStatus.SOLVED,
    TicketStatus.ON_HOLD,
    TicketStatus.CLOSED,
    TicketStatus.NEW,
)
"""Of several that fit, the one an agent means."""


def way_in(conditions: Conditions, outside: Sequence[TicketFacts], seen: Seen, agents: Mapping[str, int]) -> WayIn | None:
    """The change after which each of these tickets, none of which meets them now, does; None when no single one is enough.
    `agents` are their numbers by name."""
    names = {number: name for name, number in agents.items()}
    for change in (change for one in conditions.every for change in _changes(one, seen, names)):
        if all(matches(conditions, changed(facts, change, agents), seen) for facts in outside):
            return change
    return None


def changed(facts: TicketFacts, change: WayIn, agents: Mapping[str, int]) -> TicketFacts:
    match change:
        case SetStatus(status):
            return replace(facts, status=status.value)
        case SetPriority(priority):
            return replace(facts, priority=priority.value)
        case Assign(name):
            return replace(facts, assignee=agents.get(name) if name else None)
        case AddTag(tag):
            return replace(facts, tags=facts.tags | {tag_text(tag)})
        case RemoveTag(tag):
            return replace(facts, tags=facts.tags - {tag_text(tag)})


def _changes(condition: Condition, seen: Seen, names: Mapping[int, str]) -> Iterator[WayIn]:
    """Those that may make the condition hold."""
    values = {value.casefold() for value in condition.values}
    match condition.field, condition.operator:
        case Field.STATUS, operator:
            yield from (SetStatus(one) for one in LIKELY if (one in values) is (operator is Operator.IS))
        case Field.PRIORITY, operator:
            yield from (SetPriority(one) for one in Priority if (one in values) is (operator is Operator.IS))
        case Field.ASSIGNEE, (Operator.IS | Operator.UNSET) as operator:
            yield from _assigns(condition.values if operator is Operator.IS else (NOBODY,), seen, names)
        case Field.TAG, Operator.IS:
            yield from (AddTag(one) for one in condition.values)
        case Field.TAG, Operator.IS_NOT:
            yield from (RemoveTag(one) for one in condition.values)


def _assigns(values: tuple[str, ...], seen: Seen, names: Mapping[int, str]) -> Iterator[Assign]:
    for value in values:
        if value.casefold() == NOBODY:
            yield Assign(None)
            continue
        number = seen.me if value.casefold() == ME else int(value) if value.isdecimal() else None
        name = names.get(number) if number is not None else None
        if name is not None:
            yield Assign(name)
