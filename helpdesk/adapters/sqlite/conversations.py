"""What was said on a ticket. Opened more often than anything else: statements as they stand, values by their place."""

import json
from datetime import datetime
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.composed import answered
from helpdesk.domain.conversation import AttachmentRow, Conversation, Message, MessageKind
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import AgentId, MessageId, RequesterId, TicketId
from helpdesk.domain.people import Requester
from helpdesk.domain.ticket import ChannelName, Priority, Ticket, TicketStatus

TICKET = """
SELECT t.subject, t.requester_id, r.name, r.email, t.status, t.priority, t.channel, t.topic, t.language, t.tags, t.assignee_id,
    t.source, t.created_at, t.updated_at, t.hidden, t.composed, t.merged_into
FROM tickets t JOIN requesters r ON r.id = t.requester_id WHERE t.id = :ticket
"""
SAID = """
SELECT m.id, m.kind, m.author, m.body, m.at, m.source_id, CASE m.kind WHEN 'forward' THEN
    coalesce((SELECT o.recipient FROM outbox o WHERE o.message_id = substr(m.source, 8)), '') ELSE '' END
FROM messages m WHERE m.ticket_id = :ticket ORDER BY m.at, m.id
"""
FILES = """
SELECT a.message_id, a.name, a.media_type, a.size, a.id FROM attachments a JOIN messages m ON m.id = a.message_id
WHERE m.ticket_id = :ticket ORDER BY a.id
"""
moment = datetime.fromisoformat


class Opened(NamedTuple):
    """`composed` as Conversation has it."""

    ticket: Ticket
    requester: Requester
    composed: str
    merged: bool


async def ticket_of(db: AsyncConnection, ticket_id: TicketId) -> Opened:
    """Raises NotFound."""
    rows = await answered(db, TICKET, {"ticket": ticket_id})
    if not rows:
        raise NotFound("ticket", str(ticket_id))
    subject, requester, name, email, status, priority, channel, topic, language, tags, assignee, *more = rows[0]
    source, created_at, updated_at, hidden, composed, merged_into = more
    ticket = Ticket(
        ticket_id,
        subject,
        RequesterId(requester),
        TicketStatus(status),
        Priority(priority),
        ChannelName(channel),
        topic,
        language,
        tuple(json.loads(tags)),
        AgentId(assignee) if assignee else None,
        source,
        moment(created_at),
        moment(updated_at),
        bool(hidden),
    )
    return Opened(ticket, Requester(RequesterId(requester), name, email), composed, merged_into is not None)


async def conversation_of(db: AsyncConnection, ticket_id: TicketId) -> tuple[Conversation, bool]:
    """And whether the ticket was merged into another. Raises NotFound."""
    ticket, asker, composed, merged = await ticket_of(db, ticket_id)
    return Conversation(ticket, asker, await _messages(db, ticket_id), composed), merged


async def _messages(db: AsyncConnection, ticket_id: TicketId) -> tuple[Message, ...]:
    files: dict[int, list[AttachmentRow]] = {}
    for message_id, *file in await answered(db, FILES, {"ticket": ticket_id}):
        files.setdefault(message_id, []).append(AttachmentRow(*file))
    return tuple(
        Message(
            MessageId(number),
            ticket_id,
            MessageKind(kind),
            author,
            body,
            moment(at),
            tuple(files.get(number, ())),
            original,
            to,
        )
        for number, kind, author, body, at, original, to in await answered(db, SAID, {"ticket": ticket_id})
    )
