"""Rules, service levels and calendars as JSON, and back: as they are stored, and as the history keeps what they were."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from helpdesk.domain.business_hours import Calendar, Holiday, Shift
from helpdesk.domain.condition import Condition, Conditions, Operator
from helpdesk.domain.rule import Action, ActionKind, Occasion, Rule
from helpdesk.domain.service_level import ServiceLevel

OF_THE_DESK = ("id", "position", "changed_at", "stopped")
"""What no person sets by hand in a rule or a service level: undoing leaves it as it is."""


def conditions_json(conditions: Conditions) -> dict[str, Any]:
    def listed(several: Iterable[Condition]) -> list[Any]:
        return [[one.field, str(one.operator), list(one.values)] for one in several]

    return {"all": listed(conditions.all), "any": listed(conditions.any)}


def conditions_of(kept: Mapping[str, Any]) -> Conditions:
    def read(several: Iterable[Any]) -> tuple[Condition, ...]:
        return tuple(Condition(name, Operator(operator), tuple(values)) for name, operator, values in several)

    return Conditions(read(kept.get("all", ())), read(kept.get("any", ())))


def actions_json(actions: Iterable[Action]) -> list[list[str]]:
    return [[str(action.kind), action.value] for action in actions]


def actions_of(kept: Iterable[Any]) -> tuple[Action, ...]:
    return tuple(Action(ActionKind(kind), value) for kind, value in kept)


def rule_json(rule: Rule) -> dict[str, Any]:
    """What a person set."""
    values = vars(rule) | {
        "conditions": conditions_json(rule.conditions),
        "actions": actions_json(rule.actions),
        "occasion": str(rule.occasion),
    }
    return {name: value for name, value in values.items() if name not in OF_THE_DESK}


def rule_of(kept: Mapping[Any, Any], number: int, at: datetime) -> Rule:
    """What is not in `kept` is as in a new one."""
    read = {
        "conditions": conditions_of(kept["conditions"]),
        "actions": actions_of(kept["actions"]),
        "occasion": Occasion(kept["occasion"]),
        "enabled": bool(kept["enabled"]),
    }
    return Rule(**{"position": 0, **kept, **read, "id": number, "changed_at": at})


def level_json(level: ServiceLevel) -> dict[str, Any]:
    """What a person set."""
    values = vars(level) | {"conditions": conditions_json(level.conditions), "at_breach": actions_json(level.at_breach)}
    return {name: value for name, value in values.items() if name not in OF_THE_DESK}


def level_of(kept: Mapping[Any, Any], number: int, at: datetime) -> ServiceLevel:
    read = {"conditions": conditions_of(kept["conditions"]), "at_breach": actions_of(kept["at_breach"])}
    return ServiceLevel(**{"position": 0, **kept, **read, "id": number, "changed_at": at})


def calendar_json(calendar: Calendar) -> dict[str, Any]:
    return {
        "name": calendar.name,
        "zone": calendar.zone,
        "week": [[[shift.opens, shift.closes] for shift in shifts] for shifts in calendar.week],
        "holidays": [[one.day.isoformat(), one.name, one.yearly] for one in calendar.holidays],
    }


def calendar_of(kept: Mapping[Any, Any], number: int) -> Calendar:
    week = tuple(tuple(Shift(opens, closes) for opens, closes in shifts) for shifts in kept["week"])
    holidays = tuple(Holiday(date.fromisoformat(day), name, yearly) for day, name, yearly in kept["holidays"])
    return Calendar(number, kept["name"], kept["zone"], week, holidays)
