"""The values of tickets and messages that operations move, many in one statement."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.changes_tables import change_steps, told_apart
from helpdesk.adapters.sqlite.reading_tables import mentions
from helpdesk.domain import change as c
from helpdesk.domain.change import Spot, Value
from helpdesk.domain.conversation import PUBLIC, MessageKind
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ports import Clock

FEW = 8
WAITING = (DraftState.REQUESTED, DraftState.IN_REVIEW)


@dataclass(frozen=True)
class Plain:
    """A value that is a column of its own."""

    column: sa.Column[Any]
    kept: Callable[[Any], Value] = lambda stored: stored
    stored: Callable[[Value], Any] = lambda value: value


def moment(value: Value) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def moment_value(stored: datetime | None) -> Value:
    return None if stored is None else stored.isoformat()


_t = t.tickets.c
_ASSIGNEE = sa.select(t.agents.c.name).where(t.agents.c.id == _t.assignee_id).scalar_subquery()
PLAIN: Mapping[str, Plain] = {
    c.STATUS: Plain(_t.status),
    c.PRIORITY: Plain(_t.priority),
    c.TOPIC: Plain(_t.topic),
    c.LANGUAGE: Plain(_t.language),
    c.SUBJECT: Plain(_t.subject),
    c.COMPOSED: Plain(_t.composed),
    c.MERGED_INTO: Plain(_t.merged_into),
    c.HIDDEN: Plain(_t.hidden),
    c.TOUCHED: Plain(_t.updated_at, moment_value, moment),
}


def among(column: sa.ColumnElement[Any], wanted: Collection[Any]) -> sa.ColumnElement[bool]:
    """In as many as one likes: a statement has room for a thousand or so one by one."""
    return in_listed(column, sa.literal(listed(wanted)))


def listed(wanted: Collection[Any]) -> str:
    """What a statement of `in_listed` is given."""
    return json.dumps(list(wanted))


def in_listed(column: sa.ColumnElement[Any], values: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """One statement for any number of values: with a place for each, every number of them is another one to prepare."""
    return column.in_(sa.select(sa.func.json_each(values).table_valued("value").c.value))


_THESE = in_listed(_t.id, sa.bindparam("these", type_=sa.Text))
CHANGE = t.tickets.update().where(_THESE)
COLUMNS = {**{facet: plain.column for facet, plain in PLAIN.items()}, c.ASSIGNEE: _ASSIGNEE}
READ = {facet: sa.select(_t.id, column.label("value")).where(_THESE) for facet, column in COLUMNS.items()}
HOME = sa.select(_t.merged_into).where(_t.id == sa.bindparam("ticket"))
"""Every change asks these: built once, which takes longer than asking."""


def _askers() -> sa.Select[Any]:
    """Whose tickets the customers' messages among `these` came with, before those went into `ticket`."""
    gone = sa.select(sa.bindparam("ticket", type_=sa.Integer).label("id")).cte("gone", recursive=True)
    gone = gone.union(sa.select(_t.id).join(gone, _t.merged_into == gone.c.id))
    m, s, into = t.messages.c, change_steps.c, sa.select(gone.c.id)
    moved = sa.select(s.before).where(s.ticket_id.in_(into), s.facet == c.HOME, s.key == sa.cast(m.id, sa.Text))
    first = sa.func.coalesce(moved.order_by(s.id).limit(1).scalar_subquery(), m.ticket_id)
    asked = sa.select(first.label("home")).where(
        in_listed(m.id, sa.bindparam("these", type_=sa.Text)), m.kind == MessageKind.CUSTOMER
    )
    return sa.select(_t.requester_id).where(_t.id.in_(asked))


ASKERS = _askers()


class SqliteTicketValues:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock
        self._own = {c.HOME: self._homes, c.DRAFT: self._drafts, c.OTHER_MATTER: self._apart}

    async def values(self, facet: str, spots: Sequence[Spot]) -> list[Value]:
        if facet in self._own:
            return await self._own[facet](spots)
        wanted = {int(spot.ticket_id) for spot in spots if spot.ticket_id is not None}
        found = await self._of_tickets(facet, wanted)
        for spot in spots:
            if spot.ticket_id not in found:
                raise NotFound("ticket", str(spot.ticket_id))
        return [(spot.key in found[spot.ticket_id] or None) if facet == c.TAG else found[spot.ticket_id] for spot in spots]

    async def row(self, ticket_id: TicketId, facets: Sequence[str]) -> dict[str, Value]:
        """What one ticket has in COLUMNS, in one statement. Raises NotFound."""
        found = (await self._db.execute(row_of(*facets), {"these": listed([ticket_id])})).one_or_none()
        if found is None:
            raise NotFound("ticket", str(ticket_id))
        return {facet: kept(facet, value) for facet, value in zip(facets, found, strict=True)}

    async def put_row(self, ticket_id: TicketId, values: Mapping[str, Value]) -> None:
        columns: dict[str, Any] = {}
        for facet, value in values.items():
            columns |= await self._columns(facet, value)
        if columns:
            await self._db.execute(CHANGE, {**columns, "these": listed([ticket_id])})

    async def put(self, facet: str, values: Sequence[tuple[Spot, Value]]) -> None:
        if facet == c.TAG:
            await self._put_tags(values)
        elif facet == c.HOME:
            for home, messages in grouped(values, lambda spot: int(spot.key)):
                await self._db.execute(t.messages.update().where(among(t.messages.c.id, messages)).values(ticket_id=home))
                named = mentions.update().where(among(mentions.c.message_id, messages))
                await self._db.execute(named.values(ticket_id=home))
        elif facet == c.OTHER_MATTER:
            await self._put_apart(values)
        elif facet == c.DRAFT:
            for state, drafts in grouped(values, lambda spot: int(spot.key)):
                await self._bring_back(state, drafts)
        else:
            await self._put_columns(facet, values)

    async def open_drafts(self, tickets: Collection[TicketId]) -> dict[TicketId, tuple[int, str]]:
        d = t.drafts.c
        found = await self._db.execute(
            sa.select(d.ticket_id, d.id, d.state).where(among(d.ticket_id, tickets), d.state.in_(WAITING)).order_by(d.id)
        )
        return {TicketId(row.ticket_id): (row.id, row.state) for row in found}

    async def messages_of(self, tickets: Collection[TicketId]) -> list[tuple[MessageId, TicketId]]:
        m = t.messages.c
        found = await self._db.execute(sa.select(m.id, m.ticket_id).where(among(m.ticket_id, tickets)).order_by(m.id))
        return [(MessageId(row.id), TicketId(row.ticket_id)) for row in found]

    async def twin(self, ticket_id: TicketId, subject: str, messages: Collection[MessageId]) -> TicketId:
        """An empty hidden ticket of the same channel and standing, of whoever wrote these messages."""
        same = (_t.requester_id, _t.priority, _t.channel, _t.topic, _t.language, _t.tags, _t.assignee_id)
        was = sa.select(*same).where(_t.id == ticket_id)
        values = dict((await self._db.execute(was)).mappings().one())
        if len(askers := set(await self._db.scalars(ASKERS, {"ticket": ticket_id, "these": listed(messages)}))) == 1:
            values["requester_id"] = askers.pop()
        now = self._clock.now()
        made = await self._db.execute(
            t.tickets.insert().values(
                **values, subject=subject, status=TicketStatus.OPEN, hidden=1, created_at=now, updated_at=now
            )
        )
        assert made.inserted_primary_key is not None
        return TicketId(made.inserted_primary_key[0])

    async def home(self, ticket_id: TicketId) -> TicketId:
        seen = {ticket_id}
        while (into := await self._db.scalar(HOME, {"ticket": ticket_id})) and into not in seen:
            ticket_id = TicketId(into)
            seen.add(ticket_id)
        return ticket_id

    async def merged(self, ticket_id: TicketId) -> list[TicketId]:
        found = await self._db.scalars(sa.select(_t.id).where(_t.merged_into == ticket_id).order_by(_t.id))
        return [TicketId(one) for one in found]

    async def _of_tickets(self, facet: str, wanted: Collection[int]) -> dict[TicketId | None, Value]:
        if facet == c.TAG:
            found = await self._db.execute(sa.select(_t.id, _t.tags).where(among(_t.id, wanted)))
            return {TicketId(row.id): row.tags for row in found}
        if facet == c.SNOOZE:
            asleep = sa.select(_t.id, _t.snoozed_until, _t.snooze_note).where(among(_t.id, wanted))
            return {TicketId(row.id): nap(row.snoozed_until, row.snooze_note) for row in await self._db.execute(asleep)}
        rows = await self._db.execute(READ[facet], {"these": listed(wanted)})
        return {TicketId(row.id): kept(facet, row.value) for row in rows}

    async def _put_columns(self, facet: str, values: Sequence[tuple[Spot, Value]]) -> None:
        """A statement a value; where nearly every ticket has its own, one statement for all of them."""
        groups = grouped(values, lambda spot: spot.ticket_id)
        if facet in PLAIN and len(groups) > FEW:
            plain = PLAIN[facet]
            one = t.tickets.update().where(_t.id == sa.bindparam("of")).values({plain.column.name: sa.bindparam("became")})
            each = [{"of": spot.ticket_id, "became": plain.stored(value)} for spot, value in values]
            await self._db.execute(one, each)
            return
        for value, tickets in groups:
            await self._db.execute(CHANGE, {**await self._columns(facet, value), "these": listed(tickets)})

    async def _columns(self, facet: str, value: Value) -> dict[str, Any]:
        if facet == c.ASSIGNEE:
            return {"assignee_id": await self._agent(value)}
        if facet == c.SNOOZE:
            nap_value = value or {"until": None, "note": ""}
            return {"snoozed_until": moment(nap_value["until"]), "snooze_note": nap_value["note"]}
        plain = PLAIN[facet]
        return {plain.column.name: plain.stored(value)}

    async def _agent(self, name: str | None) -> int | None:
        if name is None:
            return None
        known = sa.select(t.agents.c.id).where(t.agents.c.name == name)
        if (found := await self._db.scalar(known)) is None:
            await self._db.execute(t.agents.insert().values(name=name, created_at=self._clock.now()))
            found = await self._db.scalar(known)
        return found

    async def _put_tags(self, values: Sequence[tuple[Spot, Value]]) -> None:
        wanted = {int(spot.ticket_id) for spot, _ in values if spot.ticket_id is not None}
        tags = await self._of_tickets(c.TAG, wanted)
        for spot, value in values:
            others = [tag for tag in tags.get(spot.ticket_id, ()) if tag != spot.key]
            tags[spot.ticket_id] = [*others, spot.key] if value else others
        change = t.tickets.update().where(_t.id == sa.bindparam("of")).values(tags=sa.bindparam("became"))
        if tags:
            await self._db.execute(change, [{"of": ticket, "became": became} for ticket, became in tags.items()])

    async def _homes(self, spots: Sequence[Spot]) -> list[Value]:
        m = t.messages.c
        found = await self._db.execute(sa.select(m.id, m.ticket_id).where(among(m.id, [int(spot.key) for spot in spots])))
        homes = {str(row.id): row.ticket_id for row in found}
        return [homes.get(spot.key) for spot in spots]

    async def _apart(self, spots: Sequence[Spot]) -> list[Value]:
        a, lower = told_apart.c, [spot.ticket_id for spot in spots]
        found = await self._db.execute(sa.select(a.lower_id, a.higher_id).where(among(a.lower_id, lower)))
        pairs = {(row.lower_id, str(row.higher_id)) for row in found}
        return [True if (spot.ticket_id, spot.key) in pairs else None for spot in spots]

    async def _put_apart(self, values: Sequence[tuple[Spot, Value]]) -> None:
        a = told_apart.c
        for spot, value in values:
            pair = {"lower_id": spot.ticket_id, "higher_id": int(spot.key)}
            if value:
                await self._db.execute(told_apart.insert().prefix_with("OR IGNORE").values(**pair, at=self._clock.now()))
            else:
                gone = (a.lower_id == pair["lower_id"]) & (a.higher_id == pair["higher_id"])
                await self._db.execute(told_apart.delete().where(gone))

    async def _drafts(self, spots: Sequence[Spot]) -> list[Value]:
        """The state each is in; OUTDATED when the ticket has a newer one or a public word was said since it was retired."""
        d, later, m = t.drafts.c, t.drafts.alias().c, t.messages.c
        newer = sa.exists().where(later.ticket_id == d.ticket_id, later.id > d.id)
        said = sa.exists().where(m.ticket_id == d.ticket_id, m.kind.in_(PUBLIC), m.at > d.updated_at)
        state = sa.case((newer | said, c.OUTDATED), else_=d.state)
        found = await self._db.execute(sa.select(d.id, state.label("state")).where(among(d.id, [int(s.key) for s in spots])))
        states = {str(row.id): row.state for row in found}
        return [states.get(spot.key) for spot in spots]

    async def _bring_back(self, state: Value, drafts: Sequence[int]) -> None:
        d = t.drafts.c
        retired = t.drafts.update().where(among(d.id, drafts), d.state == DraftState.SUPERSEDED)
        await self._db.execute(retired.values(state=state, revision=d.revision + 1, updated_at=self._clock.now()))


@lru_cache(maxsize=32)
def row_of(*facets: str) -> sa.Select[Any]:
    return sa.select(*(COLUMNS[facet].label(facet) for facet in facets)).where(_THESE)


def kept(facet: str, stored: Any) -> Value:
    return PLAIN[facet].kept(stored) if facet in PLAIN else stored


def nap(until: datetime | None, note: str) -> Value:
    return None if until is None else {"until": until.isoformat(), "note": note}


def grouped(values: Sequence[tuple[Spot, Value]], part: Callable[[Spot], Any]) -> list[tuple[Value, list[Any]]]:
    """What of the spots shares a value."""
    found: dict[str, tuple[Value, list[Any]]] = {}
    for spot, value in values:
        found.setdefault(json.dumps(value, sort_keys=True), (value, []))[1].append(part(spot))
    return list(found.values())
