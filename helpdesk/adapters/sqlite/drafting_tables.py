"""Tables of how drafts come about and what the desk learns of its tickets; the others are in tables.py."""

import sqlalchemy as sa

from helpdesk.adapters.sqlite.columns import key, link, metadata, moment, number, owner, text

draft_steps = sa.Table(
    "draft_steps",
    metadata,
    key(),
    link("draft_id", "drafts"),
    sa.Column("correlation", sa.Text, nullable=False, index=True),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("seconds", sa.Float, nullable=False),
    sa.Column("details", sa.JSON, nullable=False, server_default=sa.text("'{}'")),
    moment("at"),
)
draft_traces = sa.Table(
    "draft_traces",
    metadata,
    key(),
    link("draft_id", "drafts"),
    number("revision", 1),
    text("writer"),
    text("model"),
    text("digest"),
    text("prompt_version"),
    text("system"),
    text("prompt"),
    text("said"),
    sa.Column("options", sa.JSON, nullable=False, server_default=sa.text("'{}'")),
    sa.Column("passages", sa.JSON, nullable=False, server_default=sa.text("'[]'")),
    sa.Column("figures", sa.JSON, nullable=False, server_default=sa.text("'{}'")),
    moment("at"),
    sa.UniqueConstraint("draft_id", "revision", name="draft_traces_once"),
)
understandings = sa.Table(
    "understandings",
    metadata,
    key(),
    link("ticket_id", "tickets"),
    sa.Column("name", sa.Text, nullable=False),
    text("value"),
    sa.Column("confidence", sa.Float, nullable=False),
    text("found_by"),
    text("corrected"),
    text("corrected_by"),
    number("message_id"),
    moment("at"),
    sa.UniqueConstraint("ticket_id", "name", name="understandings_once"),
    sa.Index("understandings_by_value", "name", "value"),
    sa.Index("understandings_by_correction", "name", "corrected", sqlite_where=sa.text("corrected <> ''")),
)
intents = sa.Table(
    "intents",
    metadata,
    key(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    text("description"),
    number("never_auto"),
    moment("created_at"),
)
intent_examples = sa.Table(
    "intent_examples",
    metadata,
    key(),
    sa.Column("intent_id", sa.Integer, sa.ForeignKey("intents.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id", ondelete="CASCADE"), nullable=True, index=True),
    text("text"),
    text("embedder"),
    sa.Column("vector", sa.LargeBinary, nullable=True),
    moment("created_at"),
)
ticket_vectors = sa.Table(
    "ticket_vectors",
    metadata,
    owner("ticket_id", "tickets"),
    sa.Column("embedder", sa.Text, primary_key=True),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("vector", sa.LargeBinary, nullable=False),
    sa.Index("ticket_vectors_by_hash", "embedder", "hash"),
)
past_answers = sa.Table(
    "past_answers",
    metadata,
    key(),
    link("ticket_id", "tickets"),
    sa.Column("draft_id", sa.Integer, sa.ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False, unique=True),
    text("answer"),
    text("language"),
    sa.Column("citations", sa.JSON, nullable=False, server_default=sa.text("'[]'")),
    number("forgotten"),
    moment("at"),
)
macros = sa.Table(
    "macros",
    metadata,
    key(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    text("text"),
    text("language"),
    moment("created_at"),
    sa.Column("actions", sa.JSON, nullable=False, server_default=sa.text("'[]'")),
)
model_figures = sa.Table(
    "model_figures",
    metadata,
    key(),
    sa.Column("model", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("bytes_per_token", sa.Float, nullable=False),
    sa.Column("tokens_per_second", sa.Float, nullable=False),
    sa.Column("prompt_tokens_per_second", sa.Float, nullable=False),
    sa.Column("seconds_per_draft", sa.Float, nullable=False),
    number("drafts"),
    number("memory"),
    moment("at"),
    sa.UniqueConstraint("model", "digest", name="model_figures_once"),
)
