"""Replies on their way out, as a state machine."""

import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.certifying_tables import auto_replies
from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.adapters.sqlite.composing import SqliteComposing
from helpdesk.adapters.sqlite.composing_tables import reply_wishes
from helpdesk.adapters.sqlite.noting import REPLY_LEFT, Noting
from helpdesk.adapters.sqlite.panel_tables import ticket_copies
from helpdesk.adapters.sqlite.seeding import has_test
from helpdesk.domain.change import STATUS, TOUCHED, Target
from helpdesk.domain.conversation import TROUBLED, UNSENT, IncomingMessage, Letter, MessageKind, OutboxEntry, OutboxState
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import InvalidTransition, NotFound
from helpdesk.domain.forwarding import KnownAddress
from helpdesk.domain.ids import DraftId, MessageId, OutboxId, TicketId
from helpdesk.domain.sending import author
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ports import Clock
from helpdesk.ports.outbox_records import Answered, LetterBeside

BESIDE = t.outbox_beside
ENTRIES = sa.select(
    t.outbox,
    sa.func.coalesce(t.drafts.c.correlation, "").label("correlation"),
    auto_replies.c.outbox_id.is_not(None).label("by_itself"),
    auto_replies.c.certificate_id,
    sa.func.coalesce(reply_wishes.c.scheduled, 0).label("scheduled"),
    sa.func.coalesce(reply_wishes.c.status, "").label("becomes"),
).select_from(
    t.outbox.outerjoin(t.drafts, t.drafts.c.id == t.outbox.c.draft_id)
    .outerjoin(auto_replies, auto_replies.c.outbox_id == t.outbox.c.id)
    .outerjoin(reply_wishes, reply_wishes.c.outbox_id == t.outbox.c.id)
)

_o, _d, _m, _k, _r = t.outbox.c, t.drafts.c, t.messages.c, t.tickets.c, t.requesters.c
_TICKET: sa.BindParameter[int] = sa.bindparam("ticket")
_ENTRY = _o.id == sa.bindparam("entry")
ENTRY = ENTRIES.where(_ENTRY)
OF_DRAFT = ENTRIES.where(_o.draft_id == sa.bindparam("draft")).order_by(_o.id.desc()).limit(1)
DUE = (
    ENTRIES.where(_o.state == OutboxState.QUEUED, _o.not_before <= sa.bindparam("now"))
    .order_by(_o.not_before, _o.id)
    .limit(sa.bindparam("most"))
)
_UNSENT = _o.state.in_(UNSENT)
WAITING = ENTRIES.where(_UNSENT).order_by(_o.state.in_(TROUBLED).desc(), _o.id.desc())
OF_TICKET = WAITING.where(sa.or_(_o.ticket_id == _TICKET, _o.ticket_id.in_(sa.select(_k.id).where(_k.merged_into == _TICKET))))
ENDED = ENTRIES.where(~_UNSENT).order_by(_o.id.desc())
MOVE = t.outbox.update().where(_ENTRY, _o.state == sa.bindparam("came_from"))
SENT = t.drafts.update().where(_d.id == sa.bindparam("draft"), _d.state == DraftState.APPROVED)
RECIPIENT = sa.select(_k.subject, _k.channel, _r.name, _r.email).join(t.requesters).where(_k.id == _TICKET)
COPIES = sa.select(ticket_copies.c.address).where(ticket_copies.c.ticket_id == _TICKET).order_by(ticket_copies.c.address)
OURS = (
    sa.select(_o.kind, sa.func.coalesce(_m.author, "").label("by"))
    .select_from(t.outbox.outerjoin(t.messages, _m.source == sa.literal("outbox:") + _o.message_id))
    .where(_o.message_id == sa.bindparam("thread"), sa.func.lower(_o.recipient) == sa.bindparam("address"))
)
ANSWERED = (
    sa.select(_m.message_id)
    .where(_m.ticket_id == _TICKET, _m.kind == MessageKind.CUSTOMER)
    .order_by(_m.at.desc(), _m.id.desc())
    .limit(1)
)
"""Every reply asks these: built once, which takes longer than asking."""


@dataclass(frozen=True)
class Sender:
    """Whose name stands under replies, and the domain their Message-IDs are minted in."""

    name: str
    domain: str


class SqliteOutbox:
    def __init__(self, connection: AsyncConnection, clock: Clock, sender: Sender) -> None:
        self._db = connection
        self._clock = clock
        self._sender = sender
        self._composing = SqliteComposing(connection, clock)

    async def queue(self, ticket_id: TicketId, draft_id: DraftId | None, body: str, not_before: datetime) -> OutboxEntry:
        if draft_id is not None and await has_test(self._db, draft_id):
            raise InvalidTransition("draft", "a test draft")
        to = await self._customer(ticket_id)
        return await self._add(
            ticket_id=ticket_id,
            draft_id=draft_id,
            channel=to.channel,
            recipient_name=to.name,
            recipient=to.email,
            subject=to.subject if to.subject.lower().startswith("re:") else f"Re: {to.subject}",
            body=body,
            in_reply_to=await self._db.scalar(ANSWERED, {"ticket": ticket_id}),
            not_before=not_before,
            copies=await self._copies(ticket_id, to.email),
        )

    async def queue_beside(self, ticket_id: TicketId, letter: LetterBeside, not_before: datetime) -> OutboxEntry:
        channel = (await self._customer(ticket_id)).channel
        return await self._add(ticket_id=ticket_id, channel=channel, not_before=not_before, **asdict(letter))

    async def _customer(self, ticket_id: TicketId) -> sa.Row[Any, Any, Any, Any]:
        """Subject, channel, name, email. Raises NotFound."""
        found = (await self._db.execute(RECIPIENT, {"ticket": ticket_id})).one_or_none()
        if found is None:
            raise NotFound("ticket", str(ticket_id))
        return found

    async def _add(self, *, ticket_id: TicketId, **values: Any) -> OutboxEntry:
        """Mints its Message-ID."""
        minted = f"<t{ticket_id}.{uuid.uuid4().hex}@{self._sender.domain}>"
        made = await self._db.execute(
            t.outbox.insert(), {"ticket_id": ticket_id, "message_id": minted, "created_at": self._clock.now(), **values}
        )
        assert made.inserted_primary_key is not None
        return await self.get(OutboxId(made.inserted_primary_key[0]))

    async def _copies(self, ticket_id: TicketId, recipient: str) -> list[str]:
        """Who else gets it, as they stand on the ticket now."""
        found = await self._db.scalars(COPIES, {"ticket": ticket_id})
        return [address for address in found if address != recipient.lower()]

    async def get(self, outbox_id: OutboxId) -> OutboxEntry:
        found = await self._found(ENTRY, {"entry": outbox_id})
        if not found:
            raise NotFound("reply", str(outbox_id))
        return found[0]

    async def of_draft(self, draft_id: DraftId) -> OutboxEntry | None:
        found = await self._found(OF_DRAFT, {"draft": draft_id})
        return found[0] if found else None

    async def due(self, now: datetime, limit: int) -> list[OutboxEntry]:
        return await self._found(DUE, {"now": now, "most": limit})

    async def listed(self, limit: int) -> list[OutboxEntry]:
        waiting = await self._found(WAITING.limit(limit))
        ended = await self._found(ENDED.limit(limit - len(waiting)))
        return sorted([*waiting, *ended], key=lambda entry: -entry.id)

    async def unsent(self, ticket_id: TicketId) -> list[OutboxEntry]:
        return await self._found(OF_TICKET, {"ticket": ticket_id})

    async def interrupted(self) -> list[OutboxEntry]:
        return await self._found(ENTRIES.where(t.outbox.c.state == OutboxState.SENDING).order_by(t.outbox.c.id))

    async def _found(self, query: sa.Select[Any], given: Mapping[str, Any] | None = None) -> list[OutboxEntry]:
        found = [rows.outbox_entry(r) for r in (await self._db.execute(query, given)).mappings()]
        files = await self._composing.listed_files([entry.id for entry in found]) if found else {}
        return [replace(entry, attachments=files[entry.id]) if entry.id in files else entry for entry in found]

    async def move(self, outbox_id: OutboxId, came_from: OutboxState, to: OutboxState, error: str = "") -> bool:
        moved = await self._db.execute(MOVE, {"entry": outbox_id, "came_from": came_from, "state": to, "error": error})
        if moved.rowcount and to is OutboxState.SENT:
            await self._arrived(await self.get(outbox_id))
        return bool(moved.rowcount)

    async def postpone(self, outbox_id: OutboxId, not_before: datetime, error: str) -> bool:
        c = t.outbox.c
        values = {"state": OutboxState.QUEUED, "attempts": c.attempts + 1, "not_before": not_before, "error": error}
        moved = await self._db.execute(
            t.outbox.update().where(c.id == outbox_id, c.state == OutboxState.SENDING).values(**values)
        )
        return bool(moved.rowcount)

    async def bring_forward(self, outbox_id: OutboxId, not_before: datetime) -> bool:
        c = t.outbox.c
        queued = t.outbox.update().where(c.id == outbox_id, c.state == OutboxState.QUEUED)
        moved = await self._db.execute(queued.values(not_before=sa.func.min(c.not_before, moment_text(not_before))))
        return bool(moved.rowcount)

    async def forwarded_to(self) -> list[KnownAddress]:
        newest = sa.func.max(_o.id)
        found = sa.select(_o.recipient).where(BESIDE, _o.kind == Letter.FORWARD).group_by(_o.recipient).order_by(newest.desc())
        return [KnownAddress(address) for address in await self._db.scalars(found)]

    async def answered(self, message: IncomingMessage) -> Answered | None:
        given = {"thread": message.thread, "address": message.email.lower()}
        row = (await self._db.execute(OURS, given)).one_or_none() if message.thread else None
        return None if row is None else Answered(Letter(row.kind), row.by)

    async def _arrived(self, entry: OutboxEntry) -> None:
        if entry.kind is Letter.RATING:
            return
        now, noting = self._clock.now(), Noting(self._db, self._clock)
        home = await noting.home(entry.ticket_id)
        forwarded = entry.kind is Letter.FORWARD
        said = {
            "ticket_id": home,
            "kind": MessageKind.FORWARD if forwarded else MessageKind.PUBLIC_REPLY,
            "author": author(entry.certificate_id) if entry.by_itself else self._sender.name,
            "body": entry.body,
            "source": f"outbox:{entry.message_id}",
            "at": now,
        }
        message = await self._db.execute(t.messages.insert(), said)
        assert message.inserted_primary_key is not None
        await self._composing.sent(entry.id, MessageId(message.inserted_primary_key[0]))
        if forwarded:
            return
        status = entry.becomes or TicketStatus.PENDING
        moved = [Target(STATUS, str(status)), Target(TOUCHED, now.astimezone(UTC).isoformat())]
        await noting.become(home, moved, REPLY_LEFT)
        if entry.draft_id is not None:
            await self._db.execute(SENT, {"draft": entry.draft_id, "state": DraftState.SENT, "updated_at": now})
