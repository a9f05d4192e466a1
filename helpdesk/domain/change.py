"""Every change an agent can take back: an operation holds steps, a step says what one value was and what it became.

Undoing is an operation of its own with the steps turned round, so what is kept is one straight line: walking back from today
gives a ticket as it was at any moment, and redoing is undoing what undid.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, NewType

from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import Priority, TicketStatus

OperationId = NewType("OperationId", int)

Value = Any
"""A JSON value; None means absent."""

THE_DESK = ""
"""Who did what nobody did by hand: mail that came, a reply that left, a topic that was read."""

UNDO = "undo"
REDO = "redo"
STATUS = "status"
PRIORITY = "priority"
ASSIGNEE = "assignee"
TAG = "tag"
TOPIC = "topic"
LANGUAGE = "language"
SUBJECT = "subject"
FIELD = "field"
SNOOZE = "snooze"
MERGED_INTO = "merged-into"
HIDDEN = "hidden"
HOME = "home"
TOUCHED = "touched"
COMPOSED = "composed"
OTHER_MATTER = "other-matter"
"""Of the ticket with the lower number, with the other's as key: an agent said that they are not the same matter."""

CHANGING = "changes"
"""The job that a change of many tickets is told as."""

DRAFT = "draft"
OUTDATED = "outdated"
"""Of a draft that was retired: the ticket went on without it, it cannot come back."""

SILENT = frozenset({TOUCHED, DRAFT})
"""Facets that go with others and are not told of on their own."""


@dataclass(frozen=True)
class Spot:
    """One value: of which kind, of which ticket (None: of none), and which of its kind. `home` of message "12", `tag`
    "billing", `status` ""."""

    facet: str
    ticket_id: TicketId | None = None
    key: str = ""


@dataclass(frozen=True)
class Step:
    """`id` is the store's, in the order of time; 0 while it is not kept."""

    spot: Spot
    before: Value
    after: Value
    id: int = 0

    def back(self) -> "Step":
        return Step(self.spot, self.after, self.before)


@dataclass(frozen=True)
class NewOperation:
    """`kind` says what was done ("status", "merge", "macro"), `words` what a person is told of it beside the steps. `undoes` is
    the operation this one turns round, `undoable` is false for what has a way back of its own. `whole` is false while more of
    what it undoes is to come."""

    kind: str
    agent: str
    steps: tuple[Step, ...]
    words: Mapping[str, Value] = field(default_factory=dict)
    undoes: OperationId | None = None
    undoable: bool = True
    whole: bool = True


@dataclass(frozen=True)
class Deed:
    """What an operation is kept as: its kind, what a person is told of it, and whose it is (None: the agent's of this desk)."""

    kind: str = "bulk"
    words: Mapping[str, Value] = field(default_factory=dict)
    agent: str | None = None


@dataclass(frozen=True)
class Operation:
    """One as it is kept: `steps` steps on `tickets` tickets, of which `ticket_id` is the first. `undone_by` is the operation
    that turned it round; `undoable` is false for what has a way back of its own."""

    id: OperationId
    kind: str
    agent: str
    at: datetime
    words: Mapping[str, Value]
    steps: int
    tickets: int
    ticket_id: TicketId | None = None
    undoes: OperationId | None = None
    undone_by: OperationId | None = None
    undoable: bool = True

    @property
    def undone(self) -> bool:
        return self.undone_by is not None


@dataclass(frozen=True)
class Kept:
    """A step that was not turned round: the value is `now` something else, made so by `agent` in an operation of `kind`, or
    cannot go back for the reason `why`."""

    step: Step
    now: Value
    agent: str = THE_DESK
    kind: str = ""
    at: datetime | None = None
    why: str = ""


@dataclass(frozen=True)
class Undone:
    """`operation` is the new one, None when nothing could be put back; `of` the one turned round. `values` were put back;
    `restored` are they, but for an operation too long to be one transaction. `stayed` messages came to a ticket since others
    were merged into it: they stay with it. `stopped` when somebody did before it was through: the rest is taken back by asking
    again."""

    of: Operation
    operation: Operation | None
    restored: tuple[Step, ...]
    kept: tuple[Kept, ...]
    stayed: int = 0
    values: int = 0
    stopped: bool = False


@dataclass(frozen=True)
class Target:
    """What a change wants of every ticket."""

    facet: str
    value: Value
    key: str = ""


@dataclass(frozen=True)
class SetStatus:
    status: TicketStatus

    @property
    def target(self) -> Target:
        return Target(STATUS, self.status.value)


@dataclass(frozen=True)
class SetPriority:
    priority: Priority

    @property
    def target(self) -> Target:
        return Target(PRIORITY, self.priority.value)


@dataclass(frozen=True)
class Assign:
    """To an agent by name; None gives the ticket to nobody."""

    agent: str | None

    @property
    def target(self) -> Target:
        return Target(ASSIGNEE, self.agent or None)


@dataclass(frozen=True)
class AddTag:
    tag: str

    @property
    def target(self) -> Target:
        return Target(TAG, True, tag_text(self.tag))


@dataclass(frozen=True)
class RemoveTag:
    tag: str

    @property
    def target(self) -> Target:
        return Target(TAG, None, tag_text(self.tag))


@dataclass(frozen=True)
class SetTopic:
    topic: str

    @property
    def target(self) -> Target:
        return Target(TOPIC, self.topic)


@dataclass(frozen=True)
class SetLanguage:
    language: str

    @property
    def target(self) -> Target:
        return Target(LANGUAGE, self.language)


@dataclass(frozen=True)
class SetSubject:
    subject: str

    @property
    def target(self) -> Target:
        return Target(SUBJECT, self.subject)


@dataclass(frozen=True)
class SetField:
    """A field of the desk's own, by its key; None empties it."""

    key: str
    value: str | float | bool | None

    @property
    def target(self) -> Target:
        return Target(FIELD, self.value, self.key)


@dataclass(frozen=True)
class Snooze:
    """Until a moment, None wakes it."""

    until: datetime | None
    note: str = ""

    @property
    def target(self) -> Target:
        value = None if self.until is None else {"until": self.until.astimezone(UTC).isoformat(), "note": self.note}
        return Target(SNOOZE, value)


Change = SetStatus | SetPriority | Assign | AddTag | RemoveTag | SetTopic | SetLanguage | SetSubject | SetField | Snooze


def tag_text(tag: str) -> str:
    """As tags are kept: one word group in small letters."""
    return " ".join(tag.split()).casefold()


@dataclass(frozen=True)
class Move:
    """So many tickets go from one value to another."""

    facet: str
    key: str
    before: Value
    after: Value
    tickets: int


@dataclass(frozen=True)
class Preview:
    """What a change would do to `tickets` tickets: `unchanged` of them are so already; `retired` waiting drafts would go."""

    tickets: int
    unchanged: int
    moves: tuple[Move, ...]
    retired: int = 0


LONGEST_TOLD = 300
TOLD = 3
"""Moves that a line of the history says by themselves."""


def digest(steps: tuple[Step, ...], earlier: tuple[Move, ...] = ()) -> list[list[Value]]:
    """The most frequent moves as JSON, kept with the operation so that a list can say them; see `told_moves`. `earlier` are
    those of the operation so far."""
    own = tuple(step for step in steps if step.spot.facet not in (HOME, HIDDEN, MERGED_INTO) and _is_short(step))
    every = together((*earlier, *moves(own)))
    return [[one.facet, one.key, one.before, one.after, one.tickets] for one in every[:TOLD]]


def _is_short(step: Step) -> bool:
    """A text that fills pages is not said in a list."""
    return len(repr((step.before, step.after))) <= LONGEST_TOLD


def told_moves(words: Mapping[str, Value]) -> tuple[Move, ...]:
    return tuple(Move(*one) for one in words.get("moves", ()))


def moves(steps: tuple[Step, ...]) -> tuple[Move, ...]:
    """The same steps counted, the most frequent first."""
    own = (step for step in steps if step.spot.facet not in SILENT)
    return together(Move(step.spot.facet, step.spot.key, step.before, step.after, 1) for step in own)


def together(some: Iterable[Move]) -> tuple[Move, ...]:
    """Moves from one value to another counted as one, the most frequent first."""
    counted: dict[tuple[str, str, str], tuple[Move, int]] = {}
    for one in some:
        mark = (one.facet, one.key, repr((one.before, one.after)))
        counted[mark] = (one, counted.get(mark, (one, 0))[1] + one.tickets)
    return tuple(sorted((replace(one, tickets=n) for one, n in counted.values()), key=lambda one: -one.tickets))
