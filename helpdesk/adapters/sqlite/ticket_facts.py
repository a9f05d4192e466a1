"""What conditions ask of one ticket, read at once."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.composing_tables import BEGUN
from helpdesk.domain.condition import TicketFacts
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.domain.spoken import APART

LONGEST_TEXT = 200_000
"""Characters of a conversation that conditions look through, the newest."""

SAID = """
SELECT body FROM messages WHERE ticket_id = :ticket
UNION ALL SELECT words FROM attachment_words WHERE ticket_id = :ticket
"""


async def facts_of(db: AsyncConnection, ticket_id: TicketId) -> TicketFacts:
    """Raises NotFound."""
    known = t.tickets.join(t.requesters, t.requesters.c.id == t.tickets.c.requester_id)
    found = (
        sa.select(t.tickets, t.requesters.c.name, t.requesters.c.email, BEGUN)
        .select_from(known)
        .where(t.tickets.c.id == ticket_id)
    )
    row = (await db.execute(found)).mappings().one_or_none()
    if row is None:
        raise NotFound("ticket", str(ticket_id))
    ticket = {"ticket": ticket_id}
    said = [body for (body,) in await db.execute(sa.text(SAID), ticket)]
    mentioned = await db.execute(sa.text("SELECT agent_id FROM mentions WHERE ticket_id = :ticket AND read_at IS NULL"), ticket)
    attached = await db.scalar(sa.text("SELECT EXISTS (SELECT 1 FROM attachment_words WHERE ticket_id = :ticket)"), ticket)
    fields = await db.execute(sa.text("SELECT key, value FROM ticket_fields WHERE ticket_id = :ticket"), ticket)
    return TicketFacts(
        status=row["status"],
        priority=row["priority"],
        assignee=row["assignee_id"],
        tags=frozenset(row["tags"]),
        topic=row["topic"],
        language=row["language"],
        channel=row["channel"],
        requester=row["requester_id"],
        requester_name=row["name"],
        requester_email=row["email"],
        subject=row["subject"],
        created=row["created_at"],
        updated=row["updated_at"],
        due=row["due_at"],
        due_state=row["due_state"],
        snoozed=row["snoozed_until"],
        confidence=row["confidence"],
        draft=row["draft_state"],
        mentioned=frozenset(agent for (agent,) in mentioned),
        last_from=row["last_from"],
        last_public=row["last_public_at"],
        writing=row["writing"],
        attached=bool(attached),
        text=APART.join(reversed(said))[:LONGEST_TEXT],
        custom={row.key: row.value for row in fields},
    )
