"""Tables of what can be taken back."""

import sqlalchemy as sa

from helpdesk.adapters.sqlite.columns import key, metadata, moment, number, owner, text

operations = sa.Table(
    "operations",
    metadata,
    key(),
    sa.Column("kind", sa.Text, nullable=False),
    text("agent"),
    moment("at"),
    sa.Column("words", sa.JSON, nullable=False, server_default=sa.text("'{}'")),
    number("steps"),
    number("tickets"),
    sa.Column("ticket_id", sa.Integer, nullable=True),
    sa.Column("undoes", sa.Integer, nullable=True),
    sa.Column("undone_by", sa.Integer, nullable=True),
    number("undoable", 1),
    number("last_message"),
    sa.Index("operations_of_agent", "agent", "id"),
)
change_steps = sa.Table(
    "change_steps",
    metadata,
    key(),
    sa.Column("operation_id", sa.Integer, sa.ForeignKey("operations.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id", ondelete="CASCADE"), nullable=True),
    sa.Column("facet", sa.Text, nullable=False),
    text("key"),
    sa.Column("before", sa.JSON, nullable=True),
    sa.Column("after", sa.JSON, nullable=True),
    sa.Index("change_steps_of_spot", "ticket_id", "facet", "key", "id"),
)
told_apart = sa.Table(
    "told_apart",
    metadata,
    owner("lower_id", "tickets"),
    owner("higher_id", "tickets"),
    moment("at"),
)
"""Pairs an agent said are not the same matter: never suggested again."""
