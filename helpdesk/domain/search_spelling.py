"""Conditions put together by hand, as somebody would type them into the search field."""

from collections.abc import Iterator

from helpdesk.domain.condition import CUSTOM, ME, NOBODY, OF_AGENTS, TEXTS, Condition, Conditions, Field
from helpdesk.domain.errors import QueryFault
from helpdesk.domain.search_words import STATES, Known, read

NAMES = {Field.REQUESTER: "from", Field.MENTIONED: "mentions"}
SIGNS = ("", "<", ">")


def spelled(conditions: Conditions, known: Known) -> str | None:
    """What `read` takes for exactly these conditions; None when the query language has no words for one of them."""
    said = None if conditions.any else [_one(condition, known) for condition in conditions.all]
    if said is None or None in said:
        return None
    return " ".join(filter(None, said))


def _one(condition: Condition, known: Known) -> str | None:
    """The first of a few attempts that reads back as it was meant."""
    meant = Conditions((condition,))
    return next((said for said in _attempts(condition, known) if _read(said, known) == meant), None)


def _read(said: str, known: Known) -> Conditions | None:
    try:
        return read(said, known).conditions
    except QueryFault:
        return None


def _attempts(condition: Condition, known: Known) -> Iterator[str]:
    name = condition.field.removeprefix(CUSTOM) if condition.field.startswith(CUSTOM) else _name(condition)
    values = condition.values if condition.operator in TEXTS else _quoted(condition, known)
    for minus in ("", "-"):
        if condition.field == Field.TEXT:
            yield f"{minus}{','.join(values)}"
        yield from (f"{minus}{name}:{sign}{','.join(values) or NOBODY}" for sign in SIGNS)
        yield from (f"{minus}is:{state}" for state in STATES)


def _name(condition: Condition) -> str:
    return NAMES.get(Field(condition.field), condition.field)


def _quoted(condition: Condition, known: Known) -> tuple[str, ...]:
    names = {str(number): name for name, number in known.agents.items()} if condition.field in OF_AGENTS else {}
    said = [value if value in (ME, NOBODY) else names.get(value, value) for value in condition.values]
    return tuple(f'"{value}"' if set(value) & set(" ,:") else value for value in said)
