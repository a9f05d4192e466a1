"""Conditions as SQL. What a cell knows (migration 0006) is asked of `ticket_cells` as `c`, all else of `tickets` as `t`.

Every value is bound; what stands in the SQL itself is written here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.adapters.sqlite.match import NOTHING, all_words, each
from helpdesk.domain.condition import CUSTOM, ME, NOBODY, Condition, Conditions, Field, Operator, Seen, fault_in, moment_of
from helpdesk.domain.errors import BadInput

CELL = {
    Field.STATUS: "c.status",
    Field.PRIORITY: "c.priority",
    Field.ASSIGNEE: "c.assignee",
    Field.TOPIC: "c.topic",
    Field.LANGUAGE: "c.language",
    Field.CHANNEL: "c.channel",
    Field.DRAFT: "c.draft_state",
    Field.DUE_STATE: "c.due_state",
    Field.SNOOZED: "c.asleep",
    Field.WAITING: "c.last_from",
}
ROW = {
    Field.STATUS: "t.status",
    Field.PRIORITY: "t.priority",
    Field.ASSIGNEE: "coalesce(t.assignee_id, 0)",
    Field.TOPIC: "t.topic",
    Field.LANGUAGE: "t.language",
    Field.CHANNEL: "t.channel",
    Field.DRAFT: "t.draft_state",
    Field.DUE_STATE: "t.due_state",
    Field.SNOOZED: "(t.snoozed_until IS NOT NULL)",
    Field.CREATED: "t.created_at",
    Field.UPDATED: "t.updated_at",
    Field.DUE: "t.due_at",
    Field.WAITING: "t.last_public_at",
    Field.CONFIDENCE: "t.confidence",
}
IN_NUMBERS = (Field.ASSIGNEE, Field.SNOOZED)
IN_ANY_CASE = (Field.TOPIC, Field.LANGUAGE)
"""What people write as they like; all else is written by us in small letters, and asked for as it stands an index finds it."""
INDEXED_MOMENTS = {Field.CREATED: "tickets_by_arrival", Field.UPDATED: "tickets_by_change"}
"""Where a range of moments is a range of an index."""


@dataclass
class Terms:
    """`cells` and `rows` must all hold. `seeds` are queries of ticket numbers, each of which holds every ticket wanted: the one
    that holds the fewest is a way to them. `span` is the index whose moments are bounded, if one is; `statuses` the bound names
    of those there are among them, if they are known."""

    seen: Seen
    cells: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    seeds: list[str] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)
    span: str = ""
    statuses: tuple[str, ...] = ()

    def bound(self, value: object) -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def listed(self, values: Sequence[object]) -> str:
        return ", ".join(self.bound(value) for value in values)


def compiled(conditions: Conditions, seen: Seen) -> Terms:
    """Raises BadInput naming the condition that has a fault."""
    for one in conditions.every:
        if fault := fault_in(one):
            raise BadInput("condition", 0, fault)
    terms = Terms(seen)
    for one in conditions.all:
        if is_of_cell(one):
            terms.cells.append(of_column(terms, one, CELL[Field(one.field)]))
        else:
            add_row_term(terms, one)
        if one.field == Field.STATUS and one.operator is Operator.IS:
            terms.statuses = tuple(terms.bound(value) for value in dict.fromkeys(map(plain, one.values)))
    if conditions.any and all(map(is_of_cell, conditions.any)):
        terms.cells.append(either([of_column(terms, one, CELL[Field(one.field)]) for one in conditions.any]))
    elif conditions.any:
        terms.rows.append(either([of_row(terms, one) for one in conditions.any]))
    return terms


def is_of_cell(condition: Condition) -> bool:
    return condition.field in CELL and condition.operator not in (Operator.BEFORE, Operator.AFTER)


def either(parts: Sequence[str]) -> str:
    return "(" + " OR ".join(parts) + ")"


def add_row_term(terms: Terms, condition: Condition) -> None:
    made = TICKETS_WITH.get(condition.field) or (with_field if condition.field.startswith(CUSTOM) else None)
    if made is not None and condition.operator in (Operator.IS, Operator.CONTAINS, Operator.SET):
        terms.seeds.append(made(terms, condition))
        return
    terms.rows.append(of_row(terms, condition))
    if condition.field in INDEXED_MOMENTS:
        terms.span = INDEXED_MOMENTS[Field(condition.field)]


def of_row(terms: Terms, condition: Condition) -> str:
    name, operator = condition.field, condition.operator
    if name.startswith(CUSTOM) or name in TICKETS_WITH:
        made = with_field if name.startswith(CUSTOM) else TICKETS_WITH[name]
        without = operator in (Operator.IS_NOT, Operator.LACKS, Operator.UNSET)
        return f"t.id {'NOT IN' if without else 'IN'} ({made(terms, condition)})"
    column = ROW[Field(name)]
    if operator in (Operator.BEFORE, Operator.AFTER):
        return f"{column} {'<' if operator is Operator.BEFORE else '>='} {terms.bound(moment(condition.values[0], terms.seen))}"
    if operator in (Operator.BELOW, Operator.ABOVE):
        return f"{column} {'<' if operator is Operator.BELOW else '>='} {terms.bound(float(condition.values[0]))}"
    if name in (Field.DUE, Field.CONFIDENCE):
        return f"{column} IS {'NOT ' if operator is Operator.SET else ''}NULL"
    return of_column(terms, condition, "t.last_from" if name == Field.WAITING else column)


def of_column(terms: Terms, condition: Condition, column: str) -> str:
    """IS, IS_NOT, SET and UNSET of a column that holds '' or 0 for nothing."""
    in_numbers, operator = condition.field in IN_NUMBERS, condition.operator
    if operator in (Operator.SET, Operator.UNSET):
        nothing = "0" if in_numbers else "''"
        if condition.field == Field.SNOOZED:
            return f"{column} = {int(operator is Operator.SET)}"
        return f"{column} {'<>' if operator is Operator.SET else '='} {nothing}"
    none_of = "NOT " if operator is Operator.IS_NOT else ""
    if condition.field == Field.ASSIGNEE:
        return f"{column} {none_of}IN ({terms.listed([agent(value, terms.seen) for value in condition.values])})"
    asked = f"lower({column})" if condition.field in IN_ANY_CASE else column
    return f"{asked} {none_of}IN ({terms.listed([plain(value) for value in condition.values])})"


def plain(value: str) -> str:
    """As SQLite's lower() writes it: it knows only the letters of ASCII."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in value)


def agent(value: str, seen: Seen) -> int:
    """0 is nobody; somebody unknown is no ticket's assignee."""
    if value.casefold() == NOBODY:
        return 0
    if value.casefold() == ME:
        return -1 if seen.me is None else seen.me
    return int(value) if value.isdecimal() else -1


def moment(value: str, seen: Seen) -> str:
    return moment_text(moment_of(value, seen.now))


def with_field(terms: Terms, condition: Condition) -> str:
    """Tickets that have such a field; for IS_NOT, LACKS and UNSET those that are to be left out."""
    key, operator = terms.bound(condition.field[len(CUSTOM) :]), condition.operator
    found = f"SELECT f.ticket_id FROM ticket_fields f WHERE f.key = {key}"
    if operator in (Operator.SET, Operator.UNSET):
        return f"{found} AND f.value <> ''"
    if operator in (Operator.BEFORE, Operator.AFTER):
        day = moment_of(condition.values[0], terms.seen.now).date().isoformat()
        return f"{found} AND f.value <> '' AND f.value {'<' if operator is Operator.BEFORE else '>='} {terms.bound(day)}"
    if operator in (Operator.BELOW, Operator.ABOVE):
        sign = "<" if operator is Operator.BELOW else ">="
        number = terms.bound(float(condition.values[0]))
        return f"{found} AND f.value GLOB '*[0-9]*' AND CAST(f.value AS REAL) {sign} {number}"
    if operator in (Operator.CONTAINS, Operator.LACKS):
        held = [f"instr(lower(f.value), {terms.bound(plain(value))}) > 0" for value in condition.values]
        return f"{found} AND {either(held)}"
    return f"{found} AND lower(f.value) IN ({terms.listed([plain(value) for value in condition.values])})"


def tagged(terms: Terms, condition: Condition) -> str:
    if not condition.values:
        return "SELECT DISTINCT g.ticket_id FROM ticket_tags g"
    return f"SELECT g.ticket_id FROM ticket_tags g WHERE g.tag IN ({terms.listed([plain(v) for v in condition.values])})"


def mentioning(terms: Terms, condition: Condition) -> str:
    meant = terms.listed([agent(value, terms.seen) for value in condition.values])
    return f"SELECT m.ticket_id FROM mentions m WHERE m.agent_id IN ({meant}) AND m.read_at IS NULL"


def asked_by(terms: Terms, condition: Condition) -> str:
    if condition.operator in (Operator.IS, Operator.IS_NOT):
        numbers = [int(value) if value.isdecimal() else -1 for value in condition.values]
        people = terms.listed(numbers)
    else:
        spoken = terms.bound(" OR ".join(f"({found})" for found in map(all_words, condition.values) if found) or NOTHING)
        people = f"SELECT rowid FROM requesters_fts WHERE requesters_fts MATCH {spoken}"
    return f"SELECT q.id FROM tickets q INDEXED BY tickets_of_requester WHERE q.requester_id IN ({people})"


def saying(terms: Terms, condition: Condition) -> str:
    """Tickets with all words of a value, wherever on them they stand."""
    column = "subject : " if condition.field == Field.SUBJECT else ""
    spoken = "SELECT rowid >> 32 FROM words_fts WHERE words_fts MATCH"
    values = [
        "SELECT * FROM (" + " INTERSECT ".join(f"{spoken} {terms.bound(column + one)}" for one in each(value)) + ")"
        for value in condition.values
    ]
    return " UNION ".join(values)


def written_on(_: Terms, __: Condition) -> str:
    replies = "SELECT b.id FROM tickets b INDEXED BY tickets_begun WHERE b.composed <> ''"
    return f"{replies} UNION SELECT ticket_id FROM notes_in_progress UNION SELECT ticket_id FROM forwards_in_progress"


def with_files(_: Terms, __: Condition) -> str:
    return "SELECT DISTINCT w.ticket_id FROM attachment_words w INDEXED BY attachment_words_of_ticket"


TICKETS_WITH: Mapping[str, Callable[[Terms, Condition], str]] = {
    Field.TAG: tagged,
    Field.MENTIONED: mentioning,
    Field.REQUESTER: asked_by,
    Field.SUBJECT: saying,
    Field.TEXT: saying,
    Field.WRITING: written_on,
    Field.ATTACHMENT: with_files,
}
