"""A row a ticket, page after page: each page is found by the ticket it begins after, so the last costs what the first did."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import certifying_tables as c
from helpdesk.adapters.sqlite import panel_tables as p
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.columns import Moment, moment_text
from helpdesk.domain.condition import CUSTOM
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.custom_field import FieldKind
from helpdesk.domain.label import Hindsight

DAY_SECONDS = 86400
_k, _d, _n = t.tickets.c, t.drafts.c, t.decisions.c

newest_draft = sa.select(sa.func.max(_d.id)).where(_d.ticket_id == _k.id).correlate(t.tickets).scalar_subquery()
newest_decision = (
    sa.select(sa.func.max(_n.id)).where(_n.ticket_id == _k.id, _n.undone == 0).correlate(t.tickets).scalar_subquery()
)


def message(kind: MessageKind, column: str) -> sa.ScalarSelect[Any]:
    """That column of the ticket's first message of that kind."""
    m = t.messages.c
    of_ticket = sa.select(m[column]).where(m.ticket_id == _k.id, m.kind == kind).correlate(t.tickets)
    return of_ticket.order_by(m.at, m.id).limit(1).scalar_subquery()


def messages(kind: MessageKind) -> sa.ScalarSelect[int]:
    m = t.messages.c
    return sa.select(sa.func.count()).where(m.ticket_id == _k.id, m.kind == kind).correlate(t.tickets).scalar_subquery()


def outcome(value: sa.ColumnElement[Any], kind: Hindsight) -> sa.Select[Any]:
    o = c.outcomes.c
    return sa.select(value).where(o.ticket_id == _k.id, o.kind == kind).correlate(t.tickets)


def first_reply_at() -> sa.ColumnElement[Any]:
    return message(MessageKind.PUBLIC_REPLY, "at")


def solved_at() -> sa.ColumnElement[Any]:
    a = t.activity.c
    solved = sa.select(sa.func.max(a.at, type_=Moment())).where(a.ticket_id == _k.id, t.solving)
    return solved.correlate(t.tickets).scalar_subquery()


def cited() -> sa.ColumnElement[Any]:
    x = t.citations.c
    once = sa.select(x.title).where(x.draft_id == _d.id).correlate(t.drafts).distinct().subquery()
    return sa.select(sa.func.group_concat(once.c.title, "; ")).scalar_subquery()


MADE: Mapping[str, Callable[[], sa.ColumnElement[Any]]] = {
    "ticket": lambda: _k.id,
    "subject": lambda: _k.subject,
    "requester_name": lambda: t.requesters.c.name,
    "requester_email": lambda: t.requesters.c.email,
    "status": lambda: _k.status,
    "priority": lambda: _k.priority,
    "channel": lambda: _k.channel,
    "topic": lambda: _k.topic,
    "language": lambda: _k.language,
    "tags": lambda: _k.tags,
    "assignee": lambda: t.agents.c.name,
    "created_at": lambda: _k.created_at,
    "updated_at": lambda: _k.updated_at,
    "customer_messages": lambda: messages(MessageKind.CUSTOMER),
    "replies": lambda: messages(MessageKind.PUBLIC_REPLY),
    "first_reply_at": first_reply_at,
    "first_reply_seconds": lambda: sa.cast(
        sa.func.round((sa.func.julianday(first_reply_at()) - sa.func.julianday(_k.created_at)) * DAY_SECONDS), sa.Integer
    ),
    "solved_at": solved_at,
    "drafts": lambda: sa.select(sa.func.count()).where(_d.ticket_id == _k.id).correlate(t.tickets).scalar_subquery(),
    "draft_state": lambda: _d.state,
    "draft_writer": lambda: sa.func.json_extract(_d.fingerprint, "$.writer"),
    "draft_score": lambda: _d.confidence,
    "draft_route": lambda: _d.route,
    "draft_abstained": lambda: _d.abstained,
    "cited_articles": cited,
    "decision": lambda: _n.kind,
    "decided_by": lambda: _n.agent,
    "decided_at": lambda: _n.decided_at,
    "reject_reason": lambda: _n.reason,
    "label": lambda: sa.case((c.labels.c.wrong == 1, "wrong"), (c.labels.c.wrong == 0, "right"), else_=None),
    "label_cause": lambda: c.labels.c.cause,
    "rating": lambda: outcome(c.outcomes.c.stars, Hindsight.RATING).order_by(c.outcomes.c.id.desc()).limit(1).scalar_subquery(),
    "reopened": lambda: outcome(sa.func.count(), Hindsight.WROTE_AGAIN).scalar_subquery(),
    "question": lambda: message(MessageKind.CUSTOMER, "body"),
    "reply": lambda: message(MessageKind.PUBLIC_REPLY, "body"),
}


def own_field(key: str) -> sa.ColumnElement[Any]:
    """A number as one, so that a negative one is no text that looks like a formula."""
    f, known = p.ticket_fields.c, p.custom_fields.c
    as_number = sa.type_coerce(f.value.op("+")(sa.literal_column("0")), sa.Text)
    value = sa.select(sa.case((known.kind == FieldKind.NUMBER, as_number), else_=f.value))
    value = value.where(f.ticket_id == _k.id, f.key == key, known.key == f.key).correlate(t.tickets)
    return value.scalar_subquery()


def made(name: str) -> sa.ColumnElement[Any]:
    """Raises KeyError for a column nobody knows."""
    return own_field(name.removeprefix(CUSTOM)) if name.startswith(CUSTOM) else MADE[name]()


class SqliteTicketExport:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def count(self, since: datetime | None) -> int:
        return await self._db.scalar(sa.select(sa.func.count()).select_from(t.tickets).where(arrived(since))) or 0

    async def rows(self, columns: Sequence[str], since: datetime | None, page: int) -> AsyncIterator[list[tuple[Any, ...]]]:
        """Raises KeyError for a column nobody knows."""
        joined = (
            t.tickets.join(t.requesters, t.requesters.c.id == _k.requester_id)
            .outerjoin(t.agents, t.agents.c.id == _k.assignee_id)
            .outerjoin(t.drafts, _d.id == newest_draft)
            .outerjoin(t.decisions, _n.id == newest_decision)
            .outerjoin(c.labels, c.labels.c.draft_id == _n.draft_id)
        )
        wanted = sa.select(_k.id, *(made(name).label(name) for name in columns)).select_from(joined)
        after = sa.bindparam("after", type_=sa.Integer)
        query = wanted.where(_k.id > after, arrived(since)).order_by(_k.id).limit(page)
        last = 0
        while found := (await self._db.execute(query, {"after": last})).all():
            last = found[-1][0]
            yield [tuple(told(value) for value in row[1:]) for row in found]


def arrived(since: datetime | None) -> sa.ColumnElement[bool]:
    """Said so that no index answers it: pages go by number, and sorting what an index finds would cost every page the whole."""
    there = _k.hidden == 0
    return there if since is None else there & (sa.type_coerce(_k.created_at, sa.Text).concat("") >= moment_text(since))


def told(value: Any) -> Any:
    """Lists, which are tags, as one text."""
    return ", ".join(map(str, value)) if isinstance(value, list) else value
