"""Tables of what agents read: who was named in a note, and whether they have seen it."""

import sqlalchemy as sa

from helpdesk.adapters.sqlite.columns import key, link, metadata, moment

mentions = sa.Table(
    "mentions",
    metadata,
    key(),
    link("message_id", "messages"),
    link("ticket_id", "tickets"),
    link("agent_id", "agents"),
    moment("at"),
    moment("read_at", null=True),
    sa.UniqueConstraint("message_id", "agent_id", name="mentions_once"),
    sa.Index("mentions_unread", "agent_id", "read_at", "ticket_id"),
)
