"""What a ticket can be told by in a list: the columns of the table, and what a list is sorted and grouped by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from helpdesk.domain.condition import CUSTOM
from helpdesk.domain.custom_field import CustomField, FieldKind
from helpdesk.domain.ticket import TicketRow
from helpdesk.domain.ticket_query import GroupBy, SortBy
from helpdesk.ui import wording
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.known_names import choices_in
from helpdesk.ui.language import day, day_and_clock, mark, percent, tr
from helpdesk.ui.language_names import LANGUAGES

BEGUN = {"reply": mark("Reply begun"), "note": mark("Note begun"), "forward": mark("Forward begun")}


@dataclass(frozen=True)
class Column:
    """`words` says it of a row in one short line; `sort` is what a click on its head sorts by, None: nothing. `width` in
    pixels at the usual size of text. `own` is one of the desk's own fields, whose title is in the desk's words."""

    name: str
    title: str
    words: Callable[[TicketRow], str]
    width: int
    sort: SortBy | None = None
    own: bool = False

    @property
    def heading(self) -> str:
        return self.title if self.own else tr(self.title)


def own_column(field: CustomField) -> Column:
    """Of a field of the desk's own. No list is sorted by one (ADR 0054)."""
    known = {value: words for value, words in choices_in(field) if value != words}

    def said(row: TicketRow) -> str:
        value = next((value for key, value in row.fields if key == field.key), "")
        return known.get(value) or (_day(value) if field.kind is FieldKind.DATE else one_line(value))

    return Column(f"{CUSTOM}{field.key}", one_line(field.name), said, 120, own=True)


def is_own(name: str) -> bool:
    return name.startswith(CUSTOM)


def _day(value: str) -> str:
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return one_line(value)


def _age(moment: datetime | None) -> str:
    return wording.age(moment, datetime.now(UTC)) if moment is not None else ""


def _draft(row: TicketRow) -> str:
    if row.confidence is not None:
        return percent(row.confidence)
    return wording.DRAFT_STATES[row.draft_state] if row.draft_state else ""


def begun_words(row: TicketRow) -> str:
    return tr(BEGUN[row.writing]) if row.writing else ""


COLUMNS = (
    Column("subject", mark("Subject"), lambda row: one_line(row.subject) or tr("(no subject)"), 260, SortBy.SUBJECT),
    Column("requester", mark("Requester"), lambda row: one_line(row.requester), 130, SortBy.REQUESTER),
    Column("status", mark("Status"), lambda row: wording.STATUSES[row.status], 80),
    Column("updated", mark("Updated"), lambda row: _age(row.updated_at), 88, SortBy.UPDATED),
    Column("priority", mark("Priority"), lambda row: wording.PRIORITIES[row.priority], 84, SortBy.PRIORITY),
    Column("assignee", mark("Assignee"), lambda row: one_line(row.assignee) or "–", 100),
    Column("topic", mark("Topic"), lambda row: one_line(row.topic), 100),
    Column("draft", mark("Draft"), _draft, 80, SortBy.CONFIDENCE),
    Column("writing", mark("Unsent text"), begun_words, 130),
    Column("due", mark("Due"), lambda row: day_and_clock(row.due_at) if row.due_at is not None else "", 110, SortBy.DUE),
    Column("waiting", mark("Last word"), lambda row: _age(row.last_public_at), 94, SortBy.WAITING),
    Column("tags", mark("Tags"), lambda row: ", ".join(one_line(tag) for tag in row.tags), 120),
    Column("language", mark("Language"), lambda row: LANGUAGES.get(row.language, row.language), 90),
    Column("channel", mark("Channel"), lambda row: wording.CHANNELS[row.channel], 80),
    Column("created", mark("Created"), lambda row: _age(row.created_at), 88, SortBy.CREATED),
    Column("number", mark("Number"), lambda row: str(row.id), 60),
)
BY_NAME = {column.name: column for column in COLUMNS}
USUAL = ("subject", "requester", "status", "updated", "priority", "assignee", "draft")

SORTS = {
    SortBy.UPDATED: mark("Updated"),
    SortBy.CREATED: mark("Created"),
    SortBy.DUE: mark("Due"),
    SortBy.WAITING: mark("Waiting since"),
    SortBy.PRIORITY: mark("Priority"),
    SortBy.CONFIDENCE: mark("Confidence of the draft"),
    SortBy.SUBJECT: mark("Subject"),
    SortBy.REQUESTER: mark("Requester"),
}
FIRST_UP = (SortBy.DUE, SortBy.WAITING, SortBy.SUBJECT, SortBy.REQUESTER)
"""Sorted from the least at first: what is due soonest, who waits longest, A before B."""

GROUPS = {
    GroupBy.STATUS: mark("Status"),
    GroupBy.PRIORITY: mark("Priority"),
    GroupBy.ASSIGNEE: mark("Assignee"),
    GroupBy.TOPIC: mark("Topic"),
    GroupBy.LANGUAGE: mark("Language"),
    GroupBy.CHANNEL: mark("Channel"),
    GroupBy.DRAFT: mark("Draft"),
    GroupBy.DUE_STATE: mark("Service level"),
}
