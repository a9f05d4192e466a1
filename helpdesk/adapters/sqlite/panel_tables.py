"""Tables of what an agent keeps with a ticket and its requester."""

import sqlalchemy as sa

from helpdesk.adapters.sqlite.columns import key, link, metadata, moment, number, owner, text

custom_fields = sa.Table(
    "custom_fields",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    text("name"),
    text("kind", "text"),
    sa.Column("choices", sa.JSON, nullable=False, server_default=sa.text("'[]'")),
    number("position"),
)
ticket_fields = sa.Table(
    "ticket_fields",
    metadata,
    owner("ticket_id", "tickets"),
    sa.Column("key", sa.Text, primary_key=True),
    text("value"),
    sa.Index("ticket_fields_by_value", "key", "value", "ticket_id"),
)
checklist = sa.Table(
    "checklist",
    metadata,
    key(),
    link("ticket_id", "tickets"),
    text("text"),
    number("done"),
    number("position"),
    sqlite_autoincrement=True,
)
ticket_links = sa.Table(
    "ticket_links",
    metadata,
    owner("ticket_id", "tickets"),
    owner("other_id", "tickets"),
    sa.Column("kind", sa.Text, primary_key=True),
    moment("at"),
    sa.Index("ticket_links_back", "other_id", "ticket_id"),
)
follow_ups = sa.Table(
    "follow_ups",
    metadata,
    owner("ticket_id", "tickets"),
    moment("at"),
    text("note"),
    number("unless_answered", 1),
    text("agent"),
    sa.Index("follow_ups_by_time", "at"),
)
ticket_copies = sa.Table(
    "ticket_copies",
    metadata,
    owner("ticket_id", "tickets"),
    sa.Column("address", sa.Text, primary_key=True),
    text("name"),
)
requester_notes = sa.Table(
    "requester_notes", metadata, owner("requester_id", "requesters"), text("text"), text("agent"), moment("at")
)
requester_identities = sa.Table(
    "requester_identities",
    metadata,
    owner("requester_id", "requesters"),
    link("main_id", "requesters"),
    text("agent"),
    moment("at"),
)
apart_requesters = sa.Table(
    "apart_requesters",
    metadata,
    owner("requester_id", "requesters"),
    owner("other_id", "requesters"),
)
