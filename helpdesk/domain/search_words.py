"""The query language: `status:open from:ada "exact words" -tag:billing before:2026-05 sort:due`.

Words stand for text anywhere on a ticket; `field:value` asks a field, `a,b` means either, a minus in front means not. What
cannot be read is told with its place, and nothing is guessed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches

from helpdesk.domain.condition import CUSTOM, ME, NOBODY, Condition, Conditions, Field, Operator, share_of
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import QueryFault
from helpdesk.domain.language import NAMES
from helpdesk.domain.query_fault import QueryTrouble, Wrong
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.domain.ticket_query import GroupBy, Sort, SortBy, TicketQuery

LONGEST = 2_000
"""Characters of a query that are read."""

TOKEN = re.compile(r'(?P<minus>-?)(?:(?P<name>[^\W\d][\w.-]*):(?!//))?(?P<value>(?:"[^"]*"|[^\s"])*)')
VALUE = re.compile(r'"[^"]*"|[^,"]+')
DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$")
SPAN = re.compile(r"\+?\d{1,4}[mhdw]$")


@dataclass(frozen=True)
class Known:
    """What names may stand for: agents' numbers by name, keys of the desk's own fields."""

    agents: Mapping[str, int] = field(default_factory=dict)
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Token:
    """`name` is the field's, as typed; '' for plain words."""

    at: int
    text: str
    without: bool
    name: str
    value: str

    def wrong(self, trouble: QueryTrouble, word: str, allowed: tuple[str, ...] = ()) -> Wrong:
        return Wrong(trouble, self.at, len(self.text), word, self.name, allowed)


class _Fault(Exception):
    def __init__(self, wrong: Wrong) -> None:
        self.wrong = wrong


def read(text: str, known: Known) -> TicketQuery:
    """Raises QueryFault."""
    found: list[Condition] = []
    query = TicketQuery()
    try:
        for token in tokens(text[:LONGEST]):
            if token.name in ("sort", "group"):
                query = _arranged(query, token)
            else:
                found += conditions_of(token, known)
    except _Fault as fault:
        raise QueryFault(text, fault.wrong) from None
    return TicketQuery(Conditions(tuple(found)), query.sort, query.group)


def names_somebody(text: str) -> bool:
    """Whether it takes what is Known to read it: it names agents, or a field that may be the desk's own."""
    named = {token.name for token in tokens(text[:LONGEST]) if token.name} if ":" in text else set()
    return any(name not in READERS or name in OF_AGENTS for name in named - {"sort", "group"})


def arrangement(text: str) -> tuple[Sort | None, GroupBy | None]:
    """How the words want the list sorted and grouped, None where they do not say; what cannot be read says nothing."""
    query, said = TicketQuery(), set()
    for token in tokens(text[:LONGEST]):
        if token.name in ("sort", "group"):
            try:
                query = _arranged(query, token)
            except _Fault:
                continue
            said.add(token.name)
    return query.sort if "sort" in said else None, query.group


def tokens(text: str) -> list[Token]:
    """A quote that is still open ends with the text."""
    text = f'{text}"' if text.count('"') % 2 else text
    found = []
    for match in TOKEN.finditer(text):
        said = match[0]
        if not said.strip("-"):
            continue
        token = Token(match.start(), said, bool(match["minus"]), (match["name"] or "").casefold(), match["value"])
        found.append(token)
    return found


def conditions_of(token: Token, known: Known) -> list[Condition]:
    if not token.name:
        return [_text(Field.TEXT, token, (token.value,))]
    reader = READERS.get(token.name)
    if reader is None:
        own = next((key for key in known.fields if key.casefold() == token.name), None)
        if own is None:
            near = get_close_matches(token.name, (*READERS, *known.fields, "sort", "group"), 3, 0.6)
            if not token.value and not near:
                return [_text(Field.TEXT, token, (token.name,))]
            raise _Fault(token.wrong(QueryTrouble.UNKNOWN_FIELD, token.name, tuple(near)))
        return [_own(own, token)]
    if not token.value.strip('"'):
        raise _Fault(token.wrong(QueryTrouble.NO_VALUE, token.name, EXAMPLES.get(token.name, ())))
    return reader(token, known)


def alternatives(text: str) -> list[str]:
    """What stands between commas; in quotes a comma is part of it, and the quotes stay."""
    return [found for part in VALUE.findall(text) if (found := part.strip())]


def values_of(token: Token) -> tuple[str, ...]:
    """What stands between the commas, without quotes."""
    found = tuple(part.strip('"').strip() for part in VALUE.findall(token.value))
    if not any(found):
        raise _Fault(token.wrong(QueryTrouble.NO_VALUE, token.name, EXAMPLES.get(token.name, ())))
    return tuple(one for one in found if one)


def _text(asked: Field, token: Token, values: tuple[str, ...]) -> Condition:
    return Condition(asked, Operator.LACKS if token.without else Operator.CONTAINS, values)


def _words(asked: Field) -> Callable[[Token, Known], list[Condition]]:
    def reader(token: Token, _: Known) -> list[Condition]:
        return [_text(asked, token, tuple(part for part in VALUE.findall(token.value) if part.strip('"')))]

    return reader


def _one_of(asked: Field, allowed: tuple[str, ...] = ()) -> Callable[[Token, Known], list[Condition]]:
    def reader(token: Token, _: Known) -> list[Condition]:
        values = values_of(token)
        if values == (NOBODY,) and asked not in (Field.STATUS, Field.PRIORITY, Field.CHANNEL):
            return [Condition(asked, Operator.SET if token.without else Operator.UNSET)]
        for value in values:
            if allowed and value.casefold() not in allowed:
                raise _Fault(token.wrong(QueryTrouble.UNKNOWN_VALUE, value, allowed))
        values = tuple(value.casefold() for value in values) if allowed else values
        return [Condition(asked, Operator.IS_NOT if token.without else Operator.IS, values)]

    return reader


def _agents(asked: Field) -> Callable[[Token, Known], list[Condition]]:
    def reader(token: Token, known: Known) -> list[Condition]:
        numbers = tuple(_agent(token, value, known) for value in values_of(token))
        return [Condition(asked, Operator.IS_NOT if token.without else Operator.IS, numbers)]

    return reader


def _agent(token: Token, value: str, known: Known) -> str:
    if value.casefold() in (ME, NOBODY):
        return value.casefold()
    named = [number for name, number in known.agents.items() if name.casefold().startswith(value.casefold())]
    if not named:
        raise _Fault(token.wrong(QueryTrouble.UNKNOWN_AGENT, value, (ME, NOBODY, *known.agents)))
    return str(named[0])


def _moments(asked: Field) -> Callable[[Token, Known], list[Condition]]:
    """`2026-05` in that month, `7d` in the last seven days, `<` and `>` before and after (of a span: younger and older)."""

    def reader(token: Token, _: Known) -> list[Condition]:
        value = token.value.strip('"')
        if asked is Field.DUE and value.casefold() == NOBODY:
            return [Condition(asked, Operator.SET if token.without else Operator.UNSET)]
        if token.without:
            raise _Fault(token.wrong(QueryTrouble.NOT_WITHOUT, token.name))
        sign, bare = (value[0], value[1:]) if value[:1] in "<>" else ("", value)
        if SPAN.match(bare):
            ahead = bare.startswith("+")
            earlier = (sign == ">") is not ahead
            return [Condition(asked, Operator.BEFORE if earlier else Operator.AFTER, (bare,))]
        first, after = _days(token, bare)
        if sign:
            return [Condition(asked, Operator.BEFORE if sign == "<" else Operator.AFTER, (first,))]
        return [Condition(asked, Operator.AFTER, (first,)), Condition(asked, Operator.BEFORE, (after,))]

    return reader


def _bound(operator: Operator) -> Callable[[Token, Known], list[Condition]]:
    def reader(token: Token, _: Known) -> list[Condition]:
        if token.without:
            raise _Fault(token.wrong(QueryTrouble.NOT_WITHOUT, token.name))
        value = token.value.strip('"')
        return [Condition(Field.CREATED, operator, (value if SPAN.match(value) else _days(token, value)[0],))]

    return reader


def _days(token: Token, value: str) -> tuple[str, str]:
    """The first day of that year, month or day, and the first after it."""
    match = DAY.match(value)
    try:
        if match is None:
            raise ValueError(value)
        year, month, day = (int(part) if part else 0 for part in match.groups())
        first = date(year, month or 1, day or 1)
        after = first + timedelta(days=1)
        if not day:
            after = date(year + (not month or month == 12), month % 12 + 1 if month else 1, 1)
    except (ValueError, OverflowError):
        raise _Fault(token.wrong(QueryTrouble.NOT_A_DATE, value)) from None
    return first.isoformat(), after.isoformat()


def _confidence(token: Token, _: Known) -> list[Condition]:
    value = token.value.strip('"')
    if value.casefold() == NOBODY:
        return [Condition(Field.CONFIDENCE, Operator.SET if token.without else Operator.UNSET)]
    sign, bare = (value[0], value[1:]) if value[:1] in "<>" else (">", value)
    try:
        share = share_of(bare)
    except ValueError:
        raise _Fault(token.wrong(QueryTrouble.NOT_A_NUMBER, value)) from None
    below = (sign == "<") is not token.without
    return [Condition(Field.CONFIDENCE, Operator.BELOW if below else Operator.ABOVE, (f"{share:g}",))]


STATES: Mapping[str, Condition] = {
    "snoozed": Condition(Field.SNOOZED, Operator.SET),
    "overdue": Condition(Field.DUE_STATE, Operator.IS, ("missed",)),
    "soon": Condition(Field.DUE_STATE, Operator.IS, ("soon",)),
    "unassigned": Condition(Field.ASSIGNEE, Operator.IS, (NOBODY,)),
    "mine": Condition(Field.ASSIGNEE, Operator.IS, (ME,)),
    "waiting": Condition(Field.WAITING, Operator.IS, ("customer",)),
    "unsolved": Condition(Field.STATUS, Operator.IS_NOT, ("solved", "closed")),
    "draft": Condition(Field.DRAFT, Operator.SET),
    "tag": Condition(Field.TAG, Operator.SET),
    "topic": Condition(Field.TOPIC, Operator.SET),
    "due": Condition(Field.DUE, Operator.SET),
    "writing": Condition(Field.WRITING, Operator.SET),
    "attachment": Condition(Field.ATTACHMENT, Operator.SET),
}
TURNED = {
    Operator.SET: Operator.UNSET,
    Operator.UNSET: Operator.SET,
    Operator.IS: Operator.IS_NOT,
    Operator.IS_NOT: Operator.IS,
}


def _state(token: Token, _: Known) -> list[Condition]:
    """With a minus none of them, else any of them: they must ask the same field, so that one condition says it."""
    found = []
    for value in values_of(token):
        if value.casefold() not in STATES:
            raise _Fault(token.wrong(QueryTrouble.UNKNOWN_VALUE, value, tuple(STATES)))
        state = STATES[value.casefold()]
        found.append(Condition(state.field, TURNED[state.operator], state.values) if token.without else state)
    if token.without or len(found) == 1:
        return found
    if len({(one.field, one.operator) for one in found}) > 1:
        raise _Fault(token.wrong(QueryTrouble.NOT_EITHER, token.value))
    return [Condition(found[0].field, found[0].operator, tuple(value for one in found for value in one.values))]


def _languages(token: Token, _: Known) -> list[Condition]:
    """By code or by English name."""
    values = values_of(token)
    if values == (NOBODY,):
        return [Condition(Field.LANGUAGE, Operator.SET if token.without else Operator.UNSET)]
    codes = {name.casefold(): code for code, name in NAMES.items()}
    meant = tuple(codes.get(value.casefold(), value.casefold()) for value in values)
    for value, code in zip(values, meant, strict=True):
        if code not in NAMES:
            raise _Fault(token.wrong(QueryTrouble.UNKNOWN_VALUE, value, tuple(NAMES.values())))
    return [Condition(Field.LANGUAGE, Operator.IS_NOT if token.without else Operator.IS, meant)]


def _own(key: str, token: Token) -> Condition:
    values = values_of(token)
    if values == (NOBODY,):
        return Condition(CUSTOM + key, Operator.SET if token.without else Operator.UNSET)
    return Condition(CUSTOM + key, Operator.IS_NOT if token.without else Operator.IS, values)


def _arranged(query: TicketQuery, token: Token) -> TicketQuery:
    value = token.value.casefold()
    allowed: tuple[str, ...] = tuple(SortBy) if token.name == "sort" else tuple(GroupBy)
    if value.lstrip("-") not in allowed:
        raise _Fault(token.wrong(QueryTrouble.UNKNOWN_VALUE, token.value, allowed))
    if token.name == "group":
        return TicketQuery(query.conditions, query.sort, GroupBy(value))
    return TicketQuery(query.conditions, Sort(SortBy(value.lstrip("-")), value.startswith("-")), query.group)


READERS: Mapping[str, Callable[[Token, Known], list[Condition]]] = {
    "status": _one_of(Field.STATUS, tuple(TicketStatus)),
    "priority": _one_of(Field.PRIORITY, tuple(Priority)),
    "assignee": _agents(Field.ASSIGNEE),
    "tag": _one_of(Field.TAG),
    "topic": _one_of(Field.TOPIC),
    "language": _languages,
    "channel": _one_of(Field.CHANNEL, tuple(ChannelName)),
    "from": _words(Field.REQUESTER),
    "subject": _words(Field.SUBJECT),
    "text": _words(Field.TEXT),
    "before": _bound(Operator.BEFORE),
    "after": _bound(Operator.AFTER),
    "created": _moments(Field.CREATED),
    "updated": _moments(Field.UPDATED),
    "due": _moments(Field.DUE),
    "confidence": _confidence,
    "draft": _one_of(Field.DRAFT, (*DraftState, NOBODY)),
    "mentions": _agents(Field.MENTIONED),
    "is": _state,
    "has": _state,
}
OF_AGENTS = ("assignee", "mentions")
EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "status": tuple(TicketStatus),
    "priority": tuple(Priority),
    "channel": tuple(ChannelName),
    "is": tuple(STATES),
    "has": tuple(STATES),
    "assignee": (ME, NOBODY),
}
