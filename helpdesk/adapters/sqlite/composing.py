"""What an agent is writing, its versions, and the files that go with it."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import composing_tables as c
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.changes import SqliteChanges
from helpdesk.domain.composing import (
    KEPT_VERSIONS,
    PLAIN,
    OutgoingFile,
    Version,
    Wish,
    Writing,
    WritingKind,
    begins_anew,
    both_addresses,
    joined,
    unsigned,
)
from helpdesk.domain.conversation import Attachment, AttachmentRow, Letter, MessageKind
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import AttachmentId, MessageId, OutboxId, TicketId
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ports import Clock

_file, _version, _wish = c.outgoing_files.c, c.writing_versions.c, c.reply_wishes.c

LISTED = (
    sa.select(_file.outbox_id, _file.name, _file.media_type, _file.size)
    .where(_file.outbox_id.in_(sa.bindparam("entries", expanding=True)))
    .order_by(_file.id)
)
_note, _forward = c.notes_in_progress.c, c.forwards_in_progress.c
IN_PROGRESS = (
    sa.select(
        t.tickets.c.composed,
        sa.func.coalesce(_note.text, "").label("note"),
        sa.func.coalesce(_forward.text, "").label("forward"),
        sa.func.coalesce(_forward.recipient, "").label("recipient"),
    )
    .select_from(
        t.tickets.outerjoin(c.notes_in_progress, _note.ticket_id == t.tickets.c.id).outerjoin(
            c.forwards_in_progress, _forward.ticket_id == t.tickets.c.id
        )
    )
    .where(t.tickets.c.id == sa.bindparam("ticket"))
)
WISH = sa.select(_wish.status, _wish.follow_up_days, _wish.signature).where(_wish.outbox_id == sa.bindparam("entry"))


class SqliteComposing:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def of(self, ticket_id: TicketId) -> Writing:
        found = (await self._db.execute(IN_PROGRESS, {"ticket": ticket_id})).one_or_none()
        if found is None:
            raise NotFound("ticket", str(ticket_id))
        files = sa.select(_file.id, _file.kind, _file.name, _file.media_type, _file.size).where(
            _file.ticket_id == ticket_id, _file.outbox_id.is_(None)
        )
        there = tuple(
            OutgoingFile(row.id, WritingKind(row.kind), row.name, row.media_type, row.size)
            for row in await self._db.execute(files.order_by(_file.id))
        )
        return Writing(ticket_id, found.composed, found.note, there, found.forward, found.recipient)

    async def keep(self, ticket_id: TicketId, kind: WritingKind, text: str, agent: str, stood: str | None = None) -> None:
        await self._put(ticket_id, kind, text)
        if not text.strip():
            return
        now = self._clock.now()
        newest = next(iter(await self._versions(ticket_id, kind, 1)), None)
        if newest is not None and newest.text == text:
            return
        if begins_anew(newest, text, now, stood):
            row = {"ticket_id": ticket_id, "kind": kind, "text": text, "agent": agent, "began_at": now, "at": now}
            await self._db.execute(c.writing_versions.insert().values(**row))
            await self._thin_out(ticket_id, kind)
        elif newest is not None:
            going_on = c.writing_versions.update().where(_version.id == newest.id)
            await self._db.execute(going_on.values(text=text, agent=agent, at=now))

    async def versions(self, ticket_id: TicketId, kind: WritingKind) -> list[Version]:
        return await self._versions(ticket_id, kind, KEPT_VERSIONS)

    async def attach(self, ticket_id: TicketId, kind: WritingKind, file: Attachment) -> OutgoingFile:
        row = {"ticket_id": ticket_id, "kind": kind, "at": self._clock.now(), "size": len(file.content)}
        made = await self._db.execute(
            c.outgoing_files.insert().values(**row, name=file.name, media_type=file.media_type, content=file.content)
        )
        assert made.inserted_primary_key is not None
        return OutgoingFile(int(made.inserted_primary_key[0]), kind, file.name, file.media_type, len(file.content))

    async def detach(self, file_id: int) -> TicketId | None:
        gone = c.outgoing_files.delete().where(_file.id == file_id, _file.outbox_id.is_(None)).returning(_file.ticket_id)
        ticket_id = await self._db.scalar(gone)
        return None if ticket_id is None else TicketId(ticket_id)

    async def address(self, ticket_id: TicketId, recipient: str) -> None:
        row = {"recipient": recipient, "at": self._clock.now()}
        put = insert(c.forwards_in_progress).values(ticket_id=ticket_id, **row)
        await self._db.execute(put.on_conflict_do_update(index_elements=["ticket_id"], set_=row))

    async def attach_again(self, ticket_id: TicketId, kind: WritingKind, attachment_id: AttachmentId) -> None:
        a, columns = t.attachments.c, ("ticket_id", "kind", "at", "name", "media_type", "size", "content")
        at = sa.literal(self._clock.now(), _file.at.type)
        again = sa.select(sa.literal(int(ticket_id)), sa.literal(str(kind)), at, a.name, a.media_type, a.size, a.content)
        await self._db.execute(c.outgoing_files.insert().from_select(columns, again.where(a.id == attachment_id)))

    async def discard(self, ticket_id: TicketId, kind: WritingKind) -> None:
        await self._put(ticket_id, kind, "")
        await self._db.execute(c.outgoing_files.delete().where(_of(ticket_id, kind)))

    async def queued(self, ticket_id: TicketId, outbox_id: OutboxId, wish: Wish) -> None:
        kind = await self._kind(outbox_id)
        await self._put(ticket_id, kind, "")
        await self._db.execute(c.outgoing_files.update().where(_of(ticket_id, kind)).values(outbox_id=outbox_id))
        if wish != PLAIN:
            kept = {"scheduled": int(wish.at is not None), "follow_up_days": wish.follow_up_days, "signature": wish.signature}
            await self._db.execute(c.reply_wishes.insert().values(outbox_id=outbox_id, status=wish.status or "", **kept))

    async def taken_back(self, outbox_id: OutboxId, agent: str) -> str:
        asked = sa.select(t.outbox.c.ticket_id, t.outbox.c.body, t.outbox.c.recipient).where(t.outbox.c.id == outbox_id)
        sent, kind = (await self._db.execute(asked)).one(), await self._kind(outbox_id)
        ticket_id, wish = await self._home(TicketId(sent.ticket_id)), await self.wish(outbox_id)
        there = await self.of(ticket_id)
        whole = joined(unsigned(sent.body, wish.signature), there.text(kind))
        back = c.outgoing_files.update().where(_file.outbox_id == outbox_id)
        await self._db.execute(back.values(outbox_id=None, ticket_id=ticket_id))
        await self.keep(ticket_id, kind, whole, agent)
        if kind is WritingKind.FORWARD:
            await self.address(ticket_id, both_addresses(sent.recipient, there.to))
        return whole

    async def noted(self, ticket_id: TicketId, message_id: MessageId) -> None:
        mine = _of(ticket_id, WritingKind.NOTE)
        await self._hand_over(mine, message_id)
        await self._db.execute(c.outgoing_files.delete().where(mine))
        await self._put(ticket_id, WritingKind.NOTE, "")

    async def sent(self, outbox_id: OutboxId, message_id: MessageId) -> None:
        """The row stays for the outbox's own list, without its bytes."""
        await self._hand_over(_file.outbox_id == outbox_id, message_id)
        await self._db.execute(c.outgoing_files.update().where(_file.outbox_id == outbox_id).values(content=b""))

    async def wish(self, outbox_id: OutboxId) -> Wish:
        found = (await self._db.execute(WISH, {"entry": outbox_id})).one_or_none()
        if found is None:
            return PLAIN
        status = TicketStatus(found.status) if found.status else None
        return Wish(status, follow_up_days=found.follow_up_days, signature=found.signature)

    async def files(self, outbox_id: OutboxId) -> list[Attachment]:
        asked = sa.select(_file.name, _file.media_type, _file.content).where(_file.outbox_id == outbox_id).order_by(_file.id)
        return [Attachment(*row) for row in await self._db.execute(asked)]

    async def listed_files(self, outbox_ids: Sequence[OutboxId]) -> dict[OutboxId, tuple[AttachmentRow, ...]]:
        found: dict[OutboxId, tuple[AttachmentRow, ...]] = {}
        for row in await self._db.execute(LISTED, {"entries": outbox_ids}):
            outbox_id = OutboxId(row.outbox_id)
            found[outbox_id] = (*found.get(outbox_id, ()), AttachmentRow(row.name, row.media_type, row.size))
        return found

    async def overtaken(self, outbox_id: OutboxId) -> bool:
        o, m = t.outbox.c, t.messages.c
        put_off = t.outbox.join(c.reply_wishes, (_wish.outbox_id == o.id) & (_wish.scheduled == 1))
        asked = sa.select(o.ticket_id, o.created_at).select_from(put_off).where(o.id == outbox_id)
        found = (await self._db.execute(asked)).one_or_none()
        if found is None:
            return False
        home = await self._home(TicketId(found.ticket_id))
        since = (m.ticket_id == home) & (m.kind == MessageKind.CUSTOMER) & (m.at > found.created_at)
        return await self._db.scalar(sa.select(m.id).where(since).limit(1)) is not None

    async def _home(self, ticket_id: TicketId) -> TicketId:
        """A ticket that was merged meanwhile is written on where it went."""
        return await SqliteChanges(self._db, self._clock).home(ticket_id)

    async def _put(self, ticket_id: TicketId, kind: WritingKind, text: str) -> None:
        if kind is WritingKind.REPLY:
            await self._db.execute(t.tickets.update().where(t.tickets.c.id == ticket_id).values(composed=text))
            return
        kept = c.notes_in_progress if kind is WritingKind.NOTE else c.forwards_in_progress
        if text:
            row = {"text": text, "at": self._clock.now()}
            put = insert(kept).values(ticket_id=ticket_id, **row)
            await self._db.execute(put.on_conflict_do_update(index_elements=["ticket_id"], set_=row))
        else:
            await self._db.execute(kept.delete().where(kept.c.ticket_id == ticket_id))

    async def _kind(self, outbox_id: OutboxId) -> WritingKind:
        """Which text it was, or is to be again."""
        kind = await self._db.scalar(sa.select(t.outbox.c.kind).where(t.outbox.c.id == outbox_id))
        return WritingKind.FORWARD if kind == Letter.FORWARD else WritingKind.REPLY

    async def _versions(self, ticket_id: TicketId, kind: WritingKind, limit: int) -> list[Version]:
        v = _version
        asked = sa.select(v.id, v.kind, v.text, v.agent, v.began_at, v.at).where(v.ticket_id == ticket_id, v.kind == kind)
        found = await self._db.execute(asked.order_by(v.id.desc()).limit(limit))
        return [Version(r.id, WritingKind(r.kind), r.text, r.agent, r.began_at, r.at) for r in found]

    async def _thin_out(self, ticket_id: TicketId, kind: WritingKind) -> None:
        of_text = (_version.ticket_id == ticket_id) & (_version.kind == kind)
        kept = sa.select(_version.id).where(of_text).order_by(_version.id.desc()).limit(KEPT_VERSIONS)
        await self._db.execute(c.writing_versions.delete().where(of_text, _version.id.not_in(kept)))

    async def _hand_over(self, files: sa.ColumnElement[bool], message_id: MessageId) -> None:
        """Into what the conversation shows."""
        columns = ("message_id", "name", "media_type", "size", "content")
        moved = sa.select(sa.literal(int(message_id)), _file.name, _file.media_type, _file.size, _file.content).where(files)
        await self._db.execute(t.attachments.insert().from_select(columns, moved.order_by(_file.id)))


def _of(ticket_id: TicketId, kind: WritingKind) -> sa.ColumnElement[bool]:
    """The files of a text that is still being written."""
    return (_file.ticket_id == ticket_id) & (_file.kind == kind) & _file.outbox_id.is_(None)
