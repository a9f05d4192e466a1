"""Tables of what an agent writes: versions, files on their way out, what a reply is to do, templates."""

import sqlalchemy as sa

from helpdesk.adapters.sqlite.columns import key, link, metadata, moment, number, owner, text
from helpdesk.adapters.sqlite.tables import tickets

notes_in_progress = sa.Table(
    "notes_in_progress",
    metadata,
    owner("ticket_id", "tickets"),
    text("text"),
    moment("at"),
)
forwards_in_progress = sa.Table(
    "forwards_in_progress",
    metadata,
    owner("ticket_id", "tickets"),
    text("text"),
    text("recipient"),
    moment("at"),
)
writing_versions = sa.Table(
    "writing_versions",
    metadata,
    key(),
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id", ondelete="CASCADE"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    text("text"),
    text("agent"),
    moment("began_at"),
    moment("at"),
    sa.Index("writing_versions_of_ticket", "ticket_id", "kind", "id"),
)
outgoing_files = sa.Table(
    "outgoing_files",
    metadata,
    key(),
    link("ticket_id", "tickets"),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("outbox_id", sa.Integer, sa.ForeignKey("outbox.id", ondelete="CASCADE"), nullable=True, index=True),
    text("name"),
    text("media_type"),
    number("size"),
    sa.Column("content", sa.LargeBinary, nullable=False),
    moment("at"),
)
reply_wishes = sa.Table(
    "reply_wishes",
    metadata,
    owner("outbox_id", "outbox"),
    text("status"),
    number("scheduled"),
    number("follow_up_days"),
    text("signature"),
)
BEGUN = sa.case(
    (tickets.c.composed != "", "reply"),
    (sa.exists().where(notes_in_progress.c.ticket_id == tickets.c.id), "note"),
    (sa.exists().where(forwards_in_progress.c.ticket_id == tickets.c.id), "forward"),
    else_="",
).label("writing")
"""Which text of a ticket an agent has begun and not sent; '' for none."""
ticket_templates = sa.Table(
    "ticket_templates",
    metadata,
    key(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    text("subject"),
    text("body"),
    text("priority", "normal"),
    sa.Column("tags", sa.JSON, nullable=False, server_default=sa.text("'[]'")),
    moment("created_at"),
)
