"""Fields a desk adds to its tickets. A value is kept as text in one spelling, so that equal values are equal texts."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from helpdesk.domain.errors import BadInput
from helpdesk.domain.plain_text import one_line

LONGEST_NAME, LONGEST_VALUE, MOST_FIELDS, MOST_CHOICES = 60, 500, 40, 100
YES, NO = "yes", "no"
_KEY = re.compile(r"[^a-z0-9]+")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", re.ASCII)
"""The day first wherever dots are written; with strokes it may be either."""
_YES, _NO = frozenset({"yes", "y", "true", "1", "on"}), frozenset({"no", "n", "false", "0", "off"})


class FieldKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes-no"


@dataclass(frozen=True)
class CustomField:
    """`key` names it in searches and commands and never changes; `choices` are those of a CHOICE."""

    key: str
    name: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    position: int = 0


def defined(name: str, kind: FieldKind, choices: tuple[str, ...] = (), key: str = "") -> CustomField:
    """A field as an agent describes it; `key` is that of one there already. Raises BadInput."""
    shown = one_line(name, LONGEST_NAME + 1)
    made = key or _KEY.sub("-", shown.casefold()).strip("-")
    if not shown or len(shown) > LONGEST_NAME or not made:
        raise BadInput("field", 0, f"give it a name with letters or digits of at most {LONGEST_NAME} characters")
    offered = tuple(dict.fromkeys(one_line(one, LONGEST_VALUE) for one in choices if one.strip()))
    if kind is FieldKind.CHOICE and not 2 <= len(offered) <= MOST_CHOICES:
        raise BadInput(f"field {shown}", 0, f"a choice needs 2 to {MOST_CHOICES} different values; it has {len(offered)}")
    return CustomField(made, shown, kind, offered if kind is FieldKind.CHOICE else ())


def named(fields: Iterable[CustomField], name: str) -> CustomField | None:
    """By key or name."""
    wanted = name.strip().casefold()
    return next((one for one in fields if wanted in (one.key, one.name.casefold())), None)


def spelled(field: CustomField, value: str) -> str:
    """The value in its one spelling; '' for no value. Raises BadInput saying what the field takes."""
    said = one_line(value, LONGEST_VALUE)
    if not said:
        return ""
    try:
        return _SPELLING[field.kind](field, said)
    except ValueError:
        raise BadInput(field.name, 0, f"'{said}' does not fit; it takes {wanted(field)}") from None


def wanted(field: CustomField) -> str:
    """What may be written into it, for a message in the terminal and in errors."""
    return {
        FieldKind.TEXT: "a line of text",
        FieldKind.NUMBER: "a number like 12.5",
        FieldKind.DATE: "a date like 2026-05-31",
        FieldKind.CHOICE: f"one of {', '.join(field.choices)}",
        FieldKind.YES_NO: "yes or no",
    }[field.kind]


def _text(_: CustomField, said: str) -> str:
    return said


def _number(_: CustomField, said: str) -> str:
    number = float(said.replace(",", ".") if said.count(",") == 1 and "." not in said else said)
    if not math.isfinite(number):
        raise ValueError
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


def _date(_: CustomField, said: str) -> str:
    dotted = _DOTTED.fullmatch(said)
    if dotted:
        return date(int(dotted[3]), int(dotted[2]), int(dotted[1])).isoformat()
    return date.fromisoformat(said).isoformat()


def _choice(field: CustomField, said: str) -> str:
    return next((one for one in field.choices if one.casefold() == said.casefold()), None) or _unknown()


def _yes_no(_: CustomField, said: str) -> str:
    lowered = said.casefold()
    return YES if lowered in _YES else NO if lowered in _NO else _unknown()


def _unknown() -> str:
    raise ValueError


_SPELLING = {
    FieldKind.TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.DATE: _date,
    FieldKind.CHOICE: _choice,
    FieldKind.YES_NO: _yes_no,
}
