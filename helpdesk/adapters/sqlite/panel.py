"""What an agent keeps with a ticket."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import panel_tables as p
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.lists_tables import ticket_cells, ticket_tags
from helpdesk.adapters.sqlite.ticket_values import among
from helpdesk.domain.custom_field import CustomField, FieldKind
from helpdesk.domain.ids import TicketId
from helpdesk.domain.snoozing import FollowUp
from helpdesk.domain.ticket import TicketStatus
from helpdesk.domain.ticket_link import LinkedTicket, LinkKind, TicketLink, relation_seen
from helpdesk.domain.ticket_panel import Copy, Step
from helpdesk.ports import Clock
from helpdesk.ports.panel_records import Sleep


class SqlitePanel:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def definitions(self) -> list[CustomField]:
        c = p.custom_fields.c
        found = await self._db.execute(sa.select(p.custom_fields).order_by(c.position, c.name))
        return [CustomField(r.key, r.name, FieldKind(r.kind), tuple(r.choices), r.position) for r in found]

    async def put_definition(self, key: str, field: CustomField | None) -> None:
        if field is None:
            await self._db.execute(p.custom_fields.delete().where(p.custom_fields.c.key == key))
            return
        values = {"name": field.name, "kind": field.kind, "choices": list(field.choices), "position": field.position}
        await self._upsert(p.custom_fields, {"key": key}, values)

    async def fields(self, tickets: Collection[TicketId]) -> Mapping[tuple[TicketId, str], str]:
        c = p.ticket_fields.c
        found = await self._db.execute(sa.select(p.ticket_fields).where(among(c.ticket_id, tickets)))
        return {(TicketId(r.ticket_id), r.key): r.value for r in found}

    async def put_fields(self, values: Sequence[tuple[TicketId, str, str | None]]) -> None:
        gone = [{"of": ticket, "named": key} for ticket, key, value in values if value is None]
        kept = [{"ticket_id": ticket, "key": key, "value": value} for ticket, key, value in values if value is not None]
        c = p.ticket_fields.c
        if gone:
            await self._db.execute(
                p.ticket_fields.delete().where(c.ticket_id == sa.bindparam("of"), c.key == sa.bindparam("named")), gone
            )
        if kept:
            put = insert(p.ticket_fields)
            await self._db.execute(
                put.on_conflict_do_update(index_elements=["ticket_id", "key"], set_={"value": put.excluded.value}), kept
            )

    async def snoozed(self, ticket_id: TicketId) -> Sleep | None:
        c = t.tickets.c
        asked = sa.select(c.snoozed_until, c.snooze_note).where(c.id == ticket_id, c.snoozed_until.is_not(None))
        row = (await self._db.execute(asked)).one_or_none()
        return None if row is None else (row.snoozed_until, row.snooze_note)

    async def sleepers_due(self, now: datetime, limit: int) -> list[TicketId]:
        c = t.tickets.c
        asleep = sa.select(ticket_cells.c.id).where(ticket_cells.c.asleep == 1)
        asked = sa.select(c.id).where(c.cell.in_(asleep), c.snoozed_until <= now).order_by(c.snoozed_until, c.id).limit(limit)
        return [TicketId(one) for one in await self._db.scalars(asked)]

    async def follow_up(self, ticket_id: TicketId) -> FollowUp | None:
        found = await self._db.execute(sa.select(p.follow_ups).where(p.follow_ups.c.ticket_id == ticket_id))
        row = found.mappings().one_or_none()
        return None if row is None else follow_up(row)

    async def put_follow_up(self, ticket_id: TicketId, wanted: FollowUp | None) -> None:
        if wanted is None:
            await self._db.execute(p.follow_ups.delete().where(p.follow_ups.c.ticket_id == ticket_id))
        else:
            values = {
                "at": wanted.at,
                "note": wanted.note,
                "unless_answered": int(wanted.unless_answered),
                "agent": wanted.agent,
            }
            await self._upsert(p.follow_ups, {"ticket_id": ticket_id}, values)
        moment = wanted.at if wanted else None
        await self._db.execute(t.tickets.update().where(t.tickets.c.id == ticket_id).values(follow_up_at=moment))

    async def follow_ups_due(self, now: datetime, limit: int) -> list[FollowUp]:
        c = p.follow_ups.c
        asked = sa.select(p.follow_ups).where(c.at <= now).order_by(c.at, c.ticket_id).limit(limit)
        return [follow_up(row) for row in (await self._db.execute(asked)).mappings()]

    async def steps(self, ticket_id: TicketId) -> list[Step]:
        c = p.checklist.c
        found = await self._db.execute(sa.select(p.checklist).where(c.ticket_id == ticket_id).order_by(c.position, c.id))
        return [checklist_step(row) for row in found.mappings()]

    async def step(self, step_id: int) -> Step | None:
        found = await self._db.execute(sa.select(p.checklist).where(p.checklist.c.id == step_id))
        row = found.mappings().one_or_none()
        return None if row is None else checklist_step(row)

    async def add_step(self, ticket_id: TicketId, text: str) -> Step:
        c = p.checklist.c
        last = await self._db.scalar(sa.select(sa.func.max(c.position)).where(c.ticket_id == ticket_id))
        position = 0 if last is None else last + 1
        added = await self._db.execute(p.checklist.insert().values(ticket_id=ticket_id, text=text, position=position))
        assert added.inserted_primary_key is not None
        return Step(int(added.inserted_primary_key[0]), ticket_id, text, done=False, position=position)

    async def put_step(self, step_id: int, step: Step | None) -> None:
        if step is None:
            await self._db.execute(p.checklist.delete().where(p.checklist.c.id == step_id))
            return
        values = {"ticket_id": step.ticket_id, "text": step.text, "done": int(step.done), "position": step.position}
        await self._upsert(p.checklist, {"id": step_id}, values)

    async def linked(self, ticket_id: TicketId) -> list[LinkedTicket]:
        c = p.ticket_links.c
        touching = (c.ticket_id == ticket_id) | (c.other_id == ticket_id)
        other = sa.case((c.ticket_id == ticket_id, c.other_id), else_=c.ticket_id)
        asked = (
            sa.select(c.ticket_id, c.other_id, c.kind, t.tickets.c.subject, t.tickets.c.status)
            .join(t.tickets, t.tickets.c.id == other)
            .where(touching)
            .order_by(c.kind, t.tickets.c.id)
        )
        found: list[LinkedTicket] = []
        for row in await self._db.execute(asked):
            link = TicketLink(TicketId(row.ticket_id), TicketId(row.other_id), LinkKind(row.kind))
            far = link.other_id if link.ticket_id == ticket_id else link.ticket_id
            found.append(LinkedTicket(far, row.subject, TicketStatus(row.status), relation_seen(link, ticket_id)))
        return found

    async def has_link(self, link: TicketLink) -> bool:
        return await self._db.scalar(sa.select(p.ticket_links.c.kind).where(*same_link(link))) is not None

    async def put_link(self, link: TicketLink, there: bool) -> None:
        if there:
            made = {"ticket_id": link.ticket_id, "other_id": link.other_id, "kind": link.kind}
            await self._db.execute(insert(p.ticket_links).values(at=self._clock.now(), **made).on_conflict_do_nothing())
        else:
            await self._db.execute(p.ticket_links.delete().where(*same_link(link)))

    async def tags(self, begins: str, limit: int) -> list[str]:
        c = ticket_tags.c
        asked = sa.select(c.tag).where(c.tag.startswith(begins, autoescape=True)).group_by(c.tag)
        return list(await self._db.scalars(asked.order_by(sa.func.count().desc(), c.tag).limit(limit)))

    async def copies(self, ticket_id: TicketId) -> list[Copy]:
        c = p.ticket_copies.c
        found = await self._db.execute(sa.select(c.address, c.name).where(c.ticket_id == ticket_id).order_by(c.address))
        return [Copy(row.address, row.name) for row in found]

    async def put_copy(self, ticket_id: TicketId, address: str, name: str | None) -> None:
        c = p.ticket_copies.c
        if name is None:
            await self._db.execute(p.ticket_copies.delete().where(c.ticket_id == ticket_id, c.address == address))
        else:
            await self._upsert(p.ticket_copies, {"ticket_id": ticket_id, "address": address}, {"name": name})

    async def _upsert(self, table: sa.Table, key: Mapping[str, object], values: Mapping[str, object]) -> None:
        put = insert(table).values(**key, **values)
        await self._db.execute(put.on_conflict_do_update(index_elements=list(key), set_=dict(values)))


def same_link(link: TicketLink) -> tuple[sa.ColumnElement[bool], ...]:
    c = p.ticket_links.c
    return c.ticket_id == link.ticket_id, c.other_id == link.other_id, c.kind == link.kind


def checklist_step(row: sa.RowMapping) -> Step:
    return Step(row["id"], TicketId(row["ticket_id"]), row["text"], bool(row["done"]), row["position"])


def follow_up(row: sa.RowMapping) -> FollowUp:
    return FollowUp(TicketId(row["ticket_id"]), row["at"], row["note"], bool(row["unless_answered"]), row["agent"])
