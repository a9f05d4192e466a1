"""Requesters, tickets and what was said on them."""

from collections.abc import Mapping
from datetime import UTC
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.conversations import conversation_of, ticket_of
from helpdesk.adapters.sqlite.noting import CUSTOMER_WROTE, MESSAGE_READ, STATUS_SET, Noting
from helpdesk.domain.change import HIDDEN, LANGUAGE, STATUS, TOPIC, TOUCHED, Deed, Target
from helpdesk.domain.conversation import PUBLIC, Conversation, IncomingMessage, MessageKind
from helpdesk.domain.draft import DraftState
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.domain.ticket import AUTOMATIC, Ticket, TicketStatus
from helpdesk.ports import Clock

LIVE = (DraftState.REQUESTED, DraftState.IN_REVIEW, DraftState.APPROVED)

_m, _r = t.messages.c, t.requesters.c
KNOWN = sa.select(_m.ticket_id).where(_m.source == sa.bindparam("from"))
BY_ADDRESS = sa.select(_r.id).where(_r.email.collate("NOCASE") == sa.bindparam("address"))
BY_NAME = sa.select(_r.id).where(_r.email == "", _r.name == sa.bindparam("name"))
_THREAD: sa.BindParameter[str] = sa.bindparam("thread")
_ADDRESS: sa.BindParameter[str] = sa.bindparam("address")
OURS = sa.select(t.outbox.c.ticket_id).where(t.outbox.c.message_id == _THREAD, sa.func.lower(t.outbox.c.recipient) == _ADDRESS)
THEIR_OWN = (
    sa.select(_m.ticket_id)
    .select_from(t.messages.join(t.tickets, t.tickets.c.id == _m.ticket_id).join(t.requesters))
    .where(_m.message_id == _THREAD, _m.kind == MessageKind.CUSTOMER, _ADDRESS != "", sa.func.lower(_r.email) == _ADDRESS)
    .order_by(_m.id.desc())
    .limit(1)
)
"""Every message and every draft asks these: built once, which takes longer than asking."""


def tags_of(message: IncomingMessage) -> list[str]:
    """A ticket opened by a bounce, a list or an absence note says so: nothing drafts an answer to it by itself."""
    return [AUTOMATIC] if message.automatic else []


def _whose(message: IncomingMessage) -> dict[str, str | None]:
    return {"thread": message.thread, "address": message.email.lower()}


class SqliteTickets:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock
        self._noting = Noting(connection, clock)

    async def receive(self, message: IncomingMessage, *, reopens: bool = True) -> tuple[TicketId, bool]:
        source = f"{message.channel}:{message.source}"
        known = await self._db.scalar(KNOWN, {"from": source})
        if known is not None:
            return TicketId(known), bool(await self._noting.brought_back([TicketId(known)]))
        ticket_id = await self._answered_ticket(message, reopens) or await self._new_ticket(message, source)
        await self._say(message, ticket_id, MessageKind.CUSTOMER, source)
        return ticket_id, True

    async def receive_beside(self, message: IncomingMessage, ticket_id: TicketId) -> MessageId | None:
        source = f"{message.channel}:{message.source}"
        if await self._db.scalar(KNOWN, {"from": source}) is not None:
            return None
        message_id = await self._say(message, ticket_id, MessageKind.THIRD_PERSON, source)
        await self._touch(ticket_id)
        return message_id

    async def _say(self, message: IncomingMessage, ticket_id: TicketId, kind: MessageKind, source: str) -> MessageId:
        message_id = await self._insert(
            t.messages,
            ticket_id=ticket_id,
            kind=kind,
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
        return MessageId(message_id)

    async def joins(self, message: IncomingMessage) -> Ticket | None:
        if not message.thread:
            return None
        given = _whose(message)
        ticket_id = await self._db.scalar(OURS, given) or await self._db.scalar(THEIR_OWN, given)
        return None if ticket_id is None else await self.get(await self._noting.home(TicketId(ticket_id)))

    async def _answered_ticket(self, message: IncomingMessage, reopens: bool) -> TicketId | None:
        ticket = await self.joins(message)
        if ticket is None:
            return None
        unseen = ticket.status is TicketStatus.NEW and await self._db.scalar(OURS, _whose(message)) is None
        status = TicketStatus.NEW if unseen else TicketStatus.OPEN
        again = [Target(STATUS, status.value), Target(HIDDEN, 0), self._now_touched()]
        if reopens:
            await self._noting.become(ticket.id, again, CUSTOMER_WROTE)
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
        if email:
            known = await self._db.scalar(BY_ADDRESS, {"address": email})
        else:
            known = await self._db.scalar(BY_NAME, {"name": name})
        if known is not None:
            return int(known)
        return await self._insert(t.requesters, name=name, email=email, created_at=self._clock.now())

    async def _insert(self, table: sa.Table, **values: Any) -> int:
        result = await self._db.execute(table.insert(), values)
        assert result.inserted_primary_key is not None
        return int(result.inserted_primary_key[0])

    async def _touch(self, ticket_id: TicketId, **values: Any) -> None:
        await self._db.execute(
            t.tickets.update().where(t.tickets.c.id == ticket_id).values(updated_at=self._clock.now(), **values)
        )

    async def counts(self) -> Mapping[TicketStatus, int]:
        c = t.tickets.c
        listed = (c.hidden == 0) & c.merged_into.is_(None)
        found = await self._db.execute(sa.select(c.status, sa.func.count()).where(listed).group_by(c.status))
        return {TicketStatus(status): count for status, count in found}

    async def get(self, ticket_id: TicketId) -> Ticket:
        return (await ticket_of(self._db, ticket_id)).ticket

    async def opened(self, ticket_id: TicketId) -> Conversation:
        found, merged = await conversation_of(self._db, ticket_id)
        return await self.conversation(await self._noting.home(ticket_id)) if merged else found

    async def conversation(self, ticket_id: TicketId) -> Conversation:
        found, _ = await conversation_of(self._db, ticket_id)
        return found

    async def without_drafts(self) -> list[TicketId]:
        c, d, m = t.tickets.c, t.drafts.c, t.messages.c
        drafted = sa.exists().where(d.ticket_id == c.id, d.state.in_(LIVE))
        of_ticket = (m.ticket_id == c.id) & m.kind.in_(PUBLIC)
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
        waiting &= c.hidden == 0
        found = await self._db.scalars(sa.select(c.id).where(waiting, ~drafted, ~automatic).order_by(c.id))
        return [TicketId(i) for i in found]

    async def add_message(self, ticket_id: TicketId, kind: MessageKind, author: str, body: str) -> MessageId:
        await self.get(ticket_id)
        added = await self._insert(t.messages, ticket_id=ticket_id, kind=kind, author=author, body=body, at=self._clock.now())
        if kind in PUBLIC:
            await self._touch(ticket_id)
        return MessageId(added)

    async def set_status(self, ticket_id: TicketId, status: TicketStatus, deed: Deed = STATUS_SET) -> None:
        targets = [Target(STATUS, status.value), self._now_touched()]
        await self._noting.become(ticket_id, targets, deed, undoable=False)

    async def set_topic(self, ticket_id: TicketId, topic: str, language: str) -> None:
        await self._noting.become(ticket_id, [Target(TOPIC, topic), Target(LANGUAGE, language)], MESSAGE_READ)

    def _now_touched(self) -> Target:
        return Target(TOUCHED, self._clock.now().astimezone(UTC).isoformat())
