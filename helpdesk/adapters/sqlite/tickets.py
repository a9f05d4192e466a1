"""Requesters, tickets and what was said on them."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.match import all_words
from helpdesk.domain.conversation import AttachmentRow, Conversation, IncomingMessage, Message, MessageKind
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import MessageId, RequesterId, TicketId
from helpdesk.domain.people import Requester
from helpdesk.domain.ticket import AUTOMATIC, Ticket, TicketFilter, TicketPage, TicketStatus
from helpdesk.ports import Clock

LIVE = (DraftState.REQUESTED, DraftState.IN_REVIEW, DraftState.APPROVED)


def tags_of(message: IncomingMessage) -> list[str]:
    """A ticket opened by a bounce, a list or an absence note says so: nothing drafts an answer to it by itself."""
    return [AUTOMATIC] if message.automatic else []


class SqliteTickets:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def receive(self, message: IncomingMessage) -> tuple[TicketId, bool]:
        source = f"{message.channel}:{message.source}"
        known = await self._db.scalar(sa.select(t.messages.c.ticket_id).where(t.messages.c.source == source))
        if known is not None:
            return TicketId(known), False
        ticket_id = await self._answered_ticket(message) or await self._new_ticket(message, source)
        message_id = await self._insert(
            t.messages,
            ticket_id=ticket_id,
            kind=MessageKind.CUSTOMER,
            author=message.name or message.email,
            body=message.body,
            source=source,
            source_id=message.raw_id,
            message_id=message.message_id,
            at=message.at,
        )
        for attached in message.attachments:
            await self._insert(
                t.attachments,
                message_id=message_id,
                name=attached.name,
                media_type=attached.media_type,
                size=len(attached.content),
                content=attached.content,
            )
        return ticket_id, True

    async def joins(self, message: IncomingMessage) -> Ticket | None:
        if not message.thread:
            return None
        ours = sa.select(t.outbox.c.ticket_id).where(
            t.outbox.c.message_id == message.thread, sa.func.lower(t.outbox.c.recipient) == message.email.lower()
        )
        ticket_id = await self._db.scalar(ours)
        return None if ticket_id is None else await self.get(TicketId(ticket_id))

    async def _answered_ticket(self, message: IncomingMessage) -> TicketId | None:
        ticket = await self.joins(message)
        if ticket is None:
            return None
        await self._touch(ticket.id, status=TicketStatus.OPEN)
        return ticket.id

    async def _new_ticket(self, message: IncomingMessage, source: str) -> TicketId:
        requester = await self._requester(message.name, message.email)
        made = await self._insert(
            t.tickets,
            subject=message.subject,
            requester_id=requester,
            channel=message.channel,
            source=source,
            tags=tags_of(message),
            created_at=message.at,
            updated_at=message.at,
        )
        return TicketId(made)

    async def _requester(self, name: str, email: str) -> int:
        """By address; without one, by name."""
        c = t.requesters.c
        same = sa.func.lower(c.email) == email.lower() if email else (c.email == "") & (c.name == name)
        known = await self._db.scalar(sa.select(c.id).where(same))
        if known is not None:
            return int(known)
        return await self._insert(t.requesters, name=name, email=email, created_at=self._clock.now())

    async def _insert(self, table: sa.Table, **values: Any) -> int:
        result = await self._db.execute(table.insert().values(**values))
        assert result.inserted_primary_key is not None
        return int(result.inserted_primary_key[0])

    async def _touch(self, ticket_id: TicketId, **values: Any) -> None:
        await self._db.execute(
            t.tickets.update().where(t.tickets.c.id == ticket_id).values(updated_at=self._clock.now(), **values)
        )

    async def page(self, wanted: TicketFilter, offset: int, limit: int) -> TicketPage:
        c = t.tickets.c
        chosen = self._chosen(wanted)
        total = await self._db.scalar(sa.select(sa.func.count()).select_from(t.tickets).where(*chosen)) or 0
        ids = sa.select(c.id).where(*chosen).order_by(c.updated_at.desc(), c.id.desc()).offset(offset).limit(limit).subquery()
        of_ticket = t.drafts.alias()
        newest = (
            sa.select(sa.func.max(of_ticket.c.id)).where(of_ticket.c.ticket_id == c.id).correlate(t.tickets).scalar_subquery()
        )
        joined = t.tickets.join(t.requesters).outerjoin(t.drafts, t.drafts.c.id == newest)
        query = (
            sa.select(
                t.tickets,
                t.requesters.c.name,
                t.requesters.c.email,
                t.drafts.c.state.label("draft_state"),
                t.drafts.c.confidence,
            )
            .select_from(joined)
            .where(c.id.in_(sa.select(ids.c.id)))
            .order_by(c.updated_at.desc(), c.id.desc())
        )
        found = (await self._db.execute(query)).mappings().all()
        return TicketPage(tuple(rows.ticket_row(r) for r in found), offset, total)

    def _chosen(self, wanted: TicketFilter) -> list[sa.ColumnElement[bool]]:
        c = t.tickets.c
        chosen: list[sa.ColumnElement[bool]] = []
        if wanted.statuses:
            chosen.append(c.status.in_(wanted.statuses))
        if match := all_words(wanted.search):
            subject = sa.text("SELECT rowid FROM tickets_fts WHERE tickets_fts MATCH :subject_words").bindparams(
                subject_words=match
            )
            body = sa.text(
                "SELECT ticket_id FROM messages "
                "WHERE id IN (SELECT rowid FROM messages_fts WHERE messages_fts MATCH :body_words)"
            ).bindparams(body_words=match)
            typed = f"%{wanted.search.strip()}%"
            who = sa.select(t.requesters.c.id).where(t.requesters.c.email.ilike(typed) | t.requesters.c.name.ilike(typed))
            chosen.append(c.id.in_(subject) | c.id.in_(body) | c.requester_id.in_(who))
        return chosen

    async def counts(self) -> Mapping[TicketStatus, int]:
        c = t.tickets.c
        found = await self._db.execute(sa.select(c.status, sa.func.count()).group_by(c.status))
        return {TicketStatus(status): count for status, count in found}

    async def get(self, ticket_id: TicketId) -> Ticket:
        found = await self._db.execute(sa.select(t.tickets).where(t.tickets.c.id == ticket_id))
        row = found.mappings().one_or_none()
        if row is None:
            raise NotFound("ticket", str(ticket_id))
        return rows.ticket(row)

    async def conversation(self, ticket_id: TicketId) -> Conversation:
        ticket = await self.get(ticket_id)
        c = t.requesters.c
        who = (await self._db.execute(sa.select(c.id, c.name, c.email).where(c.id == ticket.requester_id))).one()
        composed = await self._db.scalar(sa.select(t.tickets.c.composed).where(t.tickets.c.id == ticket_id))
        requester = Requester(RequesterId(who.id), who.name, who.email)
        return Conversation(ticket, requester, await self._messages(ticket_id), composed or "")

    async def _messages(self, ticket_id: TicketId) -> tuple[Message, ...]:
        m, a = t.messages.c, t.attachments.c
        said = (
            (await self._db.execute(sa.select(t.messages).where(m.ticket_id == ticket_id).order_by(m.at, m.id)))
            .mappings()
            .all()
        )
        with_files = sa.select(a.message_id, a.name, a.media_type, a.size).join(t.messages).where(m.ticket_id == ticket_id)
        files: dict[int, list[AttachmentRow]] = {}
        for file in await self._db.execute(with_files.order_by(a.id)):
            files.setdefault(file.message_id, []).append(AttachmentRow(file.name, file.media_type, file.size))
        return tuple(
            Message(
                MessageId(r["id"]),
                ticket_id,
                MessageKind(r["kind"]),
                r["author"],
                r["body"],
                r["at"],
                tuple(files.get(r["id"], ())),
            )
            for r in said
        )

    async def without_drafts(self) -> list[TicketId]:
        c, d, m = t.tickets.c, t.drafts.c, t.messages.c
        drafted = sa.exists().where(d.ticket_id == c.id, d.state.in_(LIVE))
        of_ticket = (m.ticket_id == c.id) & (m.kind != MessageKind.INTERNAL_NOTE)
        last = (
            sa.select(m.kind)
            .where(of_ticket)
            .order_by(m.at.desc(), m.id.desc())
            .limit(1)
            .correlate(t.tickets)
            .scalar_subquery()
        )
        waiting = c.status.in_((TicketStatus.NEW, TicketStatus.OPEN)) & (last == MessageKind.CUSTOMER)
        automatic = sa.func.json_extract(c.tags, "$[0]").is_not_distinct_from(AUTOMATIC)
        found = await self._db.scalars(sa.select(c.id).where(waiting, ~drafted, ~automatic).order_by(c.id))
        return [TicketId(i) for i in found]

    async def add_message(self, ticket_id: TicketId, kind: MessageKind, author: str, body: str) -> MessageId:
        await self.get(ticket_id)
        added = await self._insert(t.messages, ticket_id=ticket_id, kind=kind, author=author, body=body, at=self._clock.now())
        if kind is not MessageKind.INTERNAL_NOTE:
            await self._touch(ticket_id)
        return MessageId(added)

    async def set_status(self, ticket_id: TicketId, status: TicketStatus) -> None:
        await self.get(ticket_id)
        await self._touch(ticket_id, status=status)

    async def set_topic(self, ticket_id: TicketId, topic: str, language: str) -> None:
        await self._db.execute(t.tickets.update().where(t.tickets.c.id == ticket_id).values(topic=topic, language=language))

    async def compose(self, ticket_id: TicketId, text: str) -> None:
        await self._db.execute(t.tickets.update().where(t.tickets.c.id == ticket_id).values(composed=text))
