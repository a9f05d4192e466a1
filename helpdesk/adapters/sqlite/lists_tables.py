"""Tables of lists and search: cells that count tickets, tags, words of attachments, saved views. Migration 0006 says why."""

import sqlalchemy as sa

from helpdesk.adapters.sqlite.columns import key, metadata, moment, number, owner, text

ticket_cells = sa.Table(
    "ticket_cells",
    metadata,
    key(),
    number("shown"),
    number("asleep"),
    text("status"),
    text("priority"),
    number("assignee"),
    text("topic"),
    text("language"),
    text("channel"),
    text("draft_state"),
    text("due_state"),
    text("last_from"),
    number("tickets"),
    sa.UniqueConstraint(
        *("shown", "asleep", "status", "priority", "assignee", "topic", "language", "channel", "draft_state", "due_state"),
        "last_from",
    ),
)
ticket_tags = sa.Table(
    "ticket_tags",
    metadata,
    owner("ticket_id", "tickets"),
    sa.Column("tag", sa.Text, primary_key=True),
    sa.Index("ticket_tags_by_tag", "tag", "ticket_id"),
)
attachment_words = sa.Table(
    "attachment_words",
    metadata,
    owner("attachment_id", "attachments"),
    sa.Column("ticket_id", sa.Integer, nullable=False),
    text("state", "waiting"),
    text("reason"),
    text("words"),
    sa.Index("attachment_words_of_ticket", "ticket_id"),
)
sa.Index(
    "attachment_words_waiting", attachment_words.c.attachment_id, sqlite_where=attachment_words.c.state == sa.text("'waiting'")
)
views = sa.Table(
    "views",
    metadata,
    key(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("query", sa.JSON, nullable=False, server_default=sa.text("'{}'")),
    number("position"),
    text("agent"),
    moment("created_at"),
)
