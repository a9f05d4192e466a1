"""What a list of tickets shows: which, in what order, under which headings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from helpdesk.domain.condition import Condition, Conditions, Operator, fault_in
from helpdesk.domain.ticket import Group, Priority, TicketStatus


class SortBy(StrEnum):
    """WAITING: who waits longest for our answer; tickets where the customer does not wait come last."""

    UPDATED = "updated"
    CREATED = "created"
    DUE = "due"
    PRIORITY = "priority"
    CONFIDENCE = "confidence"
    WAITING = "waiting"
    SUBJECT = "subject"
    REQUESTER = "requester"


class GroupBy(StrEnum):
    STATUS = "status"
    PRIORITY = "priority"
    ASSIGNEE = "assignee"
    TOPIC = "topic"
    LANGUAGE = "language"
    CHANNEL = "channel"
    DRAFT = "draft"
    DUE_STATE = "due-state"


@dataclass(frozen=True)
class Sort:
    by: SortBy = SortBy.UPDATED
    descending: bool = True


EVERY, NEWEST_FIRST = Conditions(), Sort()


@dataclass(frozen=True)
class TicketQuery:
    """`words` are of the query language (domain/search_words), folded into the conditions when the list is read. Tickets that
    were merged into another, or whose import was undone, are in no list."""

    conditions: Conditions = EVERY
    sort: Sort = NEWEST_FIRST
    group: GroupBy | None = None
    words: str = ""


@dataclass(frozen=True)
class SavedView:
    """A list with a name. A built-in one has a number below zero and cannot be changed."""

    id: int
    name: str
    query: TicketQuery
    position: int = 0

    @property
    def built_in(self) -> bool:
        return self.id < 0


LONGEST_NAME = 60
FIRST_GROUPS: Mapping[GroupBy, Sequence[str]] = {
    GroupBy.STATUS: tuple(TicketStatus),
    GroupBy.PRIORITY: tuple(reversed(Priority)),
    GroupBy.DUE_STATE: ("missed", "soon", "running", "paused"),
    GroupBy.ASSIGNEE: ("",),
}


def in_order(by: GroupBy, groups: Sequence[Group]) -> tuple[Group, ...]:
    """As a list shows them: in the order of the work where there is one, else by name; what has none comes last, apart from
    tickets that are nobody's."""
    known = FIRST_GROUPS.get(by, ())
    return tuple(
        sorted(
            groups,
            key=lambda one: (
                known.index(one.value) if one.value in known else len(known),
                not one.value,
                one.name.casefold(),
            ),
        )
    )


def narrowed(query: TicketQuery, *conditions: Condition) -> TicketQuery:
    return replace(query, conditions=replace(query.conditions, all=(*query.conditions.all, *conditions)))


def as_json(query: TicketQuery) -> dict[str, Any]:
    """As a saved view keeps it. Words are of the moment and not kept."""
    return {
        "all": [_kept(one) for one in query.conditions.all],
        "any": [_kept(one) for one in query.conditions.any],
        "sort": query.sort.by.value,
        "descending": query.sort.descending,
        "group": query.group.value if query.group else "",
    }


def _kept(condition: Condition) -> dict[str, Any]:
    return {"field": condition.field, "operator": condition.operator.value, "values": list(condition.values)}


def from_json(kept: Mapping[str, Any]) -> TicketQuery:
    """What a newer program may have written and this one does not know is left out: the view then shows more, never nothing."""
    conditions = Conditions(*(tuple(_known(kept.get(part, ()))) for part in ("all", "any")))
    sort, group = str(kept.get("sort", "")), str(kept.get("group", ""))
    by = SortBy(sort) if sort in set(SortBy) else SortBy.UPDATED
    return TicketQuery(
        conditions, Sort(by, bool(kept.get("descending", True))), GroupBy(group) if group in set(GroupBy) else None
    )


def _known(kept: Sequence[Mapping[str, Any]]) -> list[Condition]:
    found = [
        Condition(str(one.get("field")), Operator(one["operator"]), tuple(map(str, one.get("values", ()))))
        for one in kept
        if one.get("operator") in set(Operator)
    ]
    return [one for one in found if not fault_in(one)]
