"""The tables, as SQLAlchemy Core sees them. The migrations make them; a test compares the two."""

import sqlalchemy as sa

from helpdesk.adapters.sqlite.columns import derived, key, link, metadata, moment, number, owner, text

desk = sa.Table("desk", metadata, sa.Column("name", sa.Text, primary_key=True), text("value"))

requesters = sa.Table(
    "requesters",
    metadata,
    key(),
    text("name"),
    sa.Column("email", sa.Text, nullable=False, index=True),
    moment("created_at"),
    sa.Index("requesters_by_name", "name"),
    sa.Index("requesters_by_address", "email"),
)
"""By address without regard to case."""
agents = sa.Table(
    "agents", metadata, key(), sa.Column("name", sa.Text, nullable=False, unique=True), text("email"), moment("created_at")
)
tickets = sa.Table(
    "tickets",
    metadata,
    key(),
    text("subject"),
    sa.Column("requester_id", sa.Integer, sa.ForeignKey("requesters.id", ondelete="CASCADE"), nullable=False),
    text("status", "new"),
    text("priority", "normal"),
    text("channel", "by-hand"),
    text("topic"),
    text("language"),
    sa.Column("tags", sa.JSON, nullable=False, server_default=sa.text("'[]'")),
    sa.Column("assignee_id", sa.Integer, sa.ForeignKey("agents.id"), nullable=True),
    sa.Column("source", sa.Text, nullable=True),
    text("composed"),
    moment("created_at"),
    moment("updated_at"),
    sa.Column("merged_into", sa.Integer, nullable=True),
    number("hidden"),
    moment("snoozed_until", null=True),
    text("snooze_note"),
    moment("follow_up_at", null=True),
    moment("due_at", null=True),
    text("due_kind"),
    text("due_state"),
    text("draft_state"),
    sa.Column("confidence", sa.Float, nullable=True),
    moment("last_public_at", null=True),
    text("last_from"),
    number("cell"),
    derived(
        "priority_rank", sa.Integer(), "CASE priority WHEN 'urgent' THEN 3 WHEN 'high' THEN 2 WHEN 'normal' THEN 1 ELSE 0 END"
    ),
    derived("due_order", sa.String(), "coalesce(due_at, '~')"),
    derived("confidence_order", sa.Float(), "coalesce(confidence, 2.0)"),
    derived("waiting_order", sa.String(), "CASE last_from WHEN 'customer' THEN last_public_at ELSE '~' END"),
    derived("subject_order", sa.Text(), "lower(subject)"),
    sa.Index("tickets_by_change", "updated_at", "id", "cell"),
    sa.Index("tickets_by_status", "status", "updated_at", "id", "cell"),
    sa.Index("tickets_by_arrival", "created_at", "id", "cell"),
    sa.Index("tickets_by_priority", "priority_rank", "updated_at", "id", "cell"),
    sa.Index("tickets_by_due", "due_order", "id", "cell"),
    sa.Index("tickets_by_confidence", "confidence_order", "id", "cell"),
    sa.Index("tickets_by_waiting", "waiting_order", "id", "cell"),
    sa.Index("tickets_by_subject", "subject_order", "id", "cell"),
    sa.Index("tickets_of_requester", "requester_id", "updated_at", "id", "cell"),
    sa.Index("tickets_by_cell", "cell", "updated_at", "id"),
)
"""Triggers of migration 0006 write `cell`, the newest draft's `draft_state` and `confidence`, `last_public_at`, `last_from`."""
sa.Index("tickets_merged", tickets.c.merged_into, sqlite_where=tickets.c.merged_into.is_not(None))
sa.Index("tickets_begun", tickets.c.id, sqlite_where=sa.text("composed <> ''"))
sources = sa.Table(
    "sources",
    metadata,
    key(),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    text("name"),
    sa.Column("raw", sa.LargeBinary, nullable=False),
    text("state", "kept"),
    text("failure"),
    moment("received_at"),
    sa.UniqueConstraint("sha256", "kind", name="sources_once"),
    sa.Index("sources_by_state", "state"),
)
messages = sa.Table(
    "messages",
    metadata,
    key(),
    link("ticket_id", "tickets"),
    sa.Column("kind", sa.Text, nullable=False),
    text("author"),
    text("body"),
    sa.Column("source", sa.Text, nullable=True),
    sa.Column("source_id", sa.Integer, sa.ForeignKey("sources.id"), nullable=True),
    sa.Column("message_id", sa.Text, nullable=True),
    moment("at"),
)
sa.Index("messages_once", messages.c.source, unique=True, sqlite_where=messages.c.source.is_not(None))
sa.Index("messages_by_kind", messages.c.kind, messages.c.at, messages.c.ticket_id)
sa.Index("messages_by_own_id", messages.c.message_id, sqlite_where=messages.c.message_id.is_not(None))
sa.Index("messages_of_ticket_by_kind", messages.c.ticket_id, messages.c.kind, messages.c.at)
attachments = sa.Table(
    "attachments",
    metadata,
    key(),
    link("message_id", "messages"),
    text("name"),
    text("media_type"),
    number("size"),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
drafts = sa.Table(
    "drafts",
    metadata,
    key(),
    link("ticket_id", "tickets"),
    number("revision", 1),
    text("state", "requested"),
    number("urgent"),
    text("text"),
    sa.Column("confidence", sa.Float, nullable=True),
    sa.Column("route", sa.Text, nullable=True),
    sa.Column("reasons", sa.JSON, nullable=False, server_default=sa.text("'[]'")),
    sa.Column("signals", sa.JSON, nullable=False, server_default=sa.text("'{}'")),
    sa.Column("fingerprint", sa.JSON, nullable=True),
    number("abstained"),
    text("missing"),
    text("hint"),
    text("failure"),
    sa.Column("edited", sa.Text, nullable=True),
    text("claimed_by"),
    moment("claimed_until", null=True),
    moment("skipped_at", null=True),
    moment("waiting_since"),
    moment("created_at"),
    moment("updated_at"),
    text("correlation"),
    number("improvable"),
    moment("not_before", null=True),
    sa.Index("drafts_by_state", "state", "confidence"),
    sa.Index("drafts_by_time", "created_at"),
)
drafts_waiting = sa.text("state = 'in-review'")
"""Written out: a bound value would not find the index that holds just these, with all that orders the review queue."""
sa.Index(
    "drafts_in_review",
    *(
        drafts.c[name]
        for name in ("state", "skipped_at", "confidence", "waiting_since", "route", "claimed_by", "claimed_until")
    ),
    sqlite_where=drafts_waiting,
)
citations = sa.Table(
    "citations",
    metadata,
    key(),
    link("draft_id", "drafts"),
    number("n"),
    number("article_id"),
    number("revision_id"),
    number("passage_id"),
    text("path"),
    text("title"),
    text("heading"),
    number("line_from"),
    number("line_to"),
    text("quote"),
    sa.Index("citations_by_article", "article_id"),
    sa.Index("citations_of_draft", "draft_id", "article_id"),
    sa.Index("citations_of_revision", "revision_id", "draft_id"),
)
decisions = sa.Table(
    "decisions",
    metadata,
    key(),
    link("draft_id", "drafts"),
    link("ticket_id", "tickets"),
    sa.Column("kind", sa.Text, nullable=False),
    text("agent"),
    text("before"),
    text("after"),
    text("reason"),
    text("note"),
    number("revision"),
    moment("decided_at"),
    number("undone"),
    text("writer"),
    sa.Index("decisions_counted", "decided_at", "undone", "kind", "agent", "writer", "ticket_id", "draft_id"),
    sa.Index("decisions_of_ticket", "ticket_id", "undone", "kind", "decided_at", "draft_id"),
)
outbox = sa.Table(
    "outbox",
    metadata,
    key(),
    link("ticket_id", "tickets"),
    sa.Column("draft_id", sa.Integer, sa.ForeignKey("drafts.id"), nullable=True, index=True),
    text("channel"),
    text("recipient_name"),
    text("recipient"),
    text("subject"),
    text("body"),
    sa.Column("message_id", sa.Text, nullable=False, unique=True),
    sa.Column("in_reply_to", sa.Text, nullable=True),
    text("state", "queued"),
    number("attempts"),
    text("error"),
    moment("created_at"),
    moment("not_before"),
    sa.Column("copies", sa.JSON, nullable=False, server_default=sa.text("'[]'")),
    text("kind", "reply"),
    sa.Index("outbox_by_state", "state", "not_before"),
)
outbox_beside = sa.text("kind <> 'reply'")
"""Few: forwards and mails that ask for a rating. Written out, as above."""
sa.Index("outbox_beside", outbox.c.kind, outbox.c.ticket_id, outbox.c.recipient, sqlite_where=outbox_beside)
knowledge_bases = sa.Table(
    "knowledge_bases",
    metadata,
    key(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    text("folder"),
    text("audience", "public"),
    moment("imported_at", null=True),
    number("watched"),
    number("review_days"),
    text("when_stale", "mark"),
)
import_runs = sa.Table(
    "import_runs",
    metadata,
    key(),
    link("kb_id", "knowledge_bases"),
    text("source"),
    text("state", "running"),
    sa.Column("report", sa.JSON, nullable=True),
    moment("started_at"),
    moment("ended_at", null=True),
    text("kind", "import"),
    text("agent"),
    moment("rolled_back_at", null=True),
)
run_files = sa.Table(
    "import_run_files",
    metadata,
    key(),
    link("run_id", "import_runs"),
    sa.Column("path", sa.Text, nullable=False),
    text("state", "found"),
    text("change"),
    number("line"),
    text("reason"),
    number("attempts"),
    sa.Column("article_id", sa.Integer, nullable=True, index=True),
    sa.Column("revision_before", sa.Integer, nullable=True),
    sa.Column("revision_after", sa.Integer, nullable=True),
    text("path_before"),
    moment("updated_at"),
    sa.UniqueConstraint("run_id", "path", name="import_run_files_once"),
    sa.Index("import_run_files_by_state", "run_id", "state"),
)
articles = sa.Table(
    "articles",
    metadata,
    key(),
    link("kb_id", "knowledge_bases"),
    sa.Column("path", sa.Text, nullable=False),
    text("title"),
    text("state", "read"),
    text("audience", "public"),
    text("language"),
    sa.Column("tags", sa.JSON, nullable=False, server_default=sa.text("'[]'")),
    sa.Column("revision_id", sa.Integer, nullable=True),
    text("content_hash"),
    text("chunker"),
    number("passages"),
    text("failure"),
    moment("updated_at"),
    text("status", "public"),
    text("status_set"),
    text("review_by"),
    moment("reviewed_at", null=True),
    text("held_hash"),
    text("tried"),
    number("failed_line"),
    text("stamp"),
    sa.UniqueConstraint("kb_id", "path", name="articles_once"),
    sa.Index("articles_listed", "kb_id", "path", "state"),
    sa.Index("articles_by_state", "state"),
    sa.Index("articles_by_status", "status_set", "status"),
)
revisions = sa.Table(
    "article_revisions",
    metadata,
    key(),
    link("article_id", "articles"),
    sa.Column("run_id", sa.Integer, sa.ForeignKey("import_runs.id"), nullable=True, index=True),
    text("title"),
    text("content_hash"),
    text("source"),
    moment("created_at"),
    text("kind", "import"),
    text("agent"),
    text("about"),
)
article_links = sa.Table(
    "article_links",
    metadata,
    key(),
    link("article_id", "articles"),
    text("target"),
    number("line"),
    sa.Index("article_links_by_target", "target"),
)
article_includes = sa.Table(
    "article_includes",
    metadata,
    key(),
    link("article_id", "articles"),
    text("path"),
    sa.Index("article_includes_by_path", "path"),
)
unsaved_edits = sa.Table(
    "unsaved_edits",
    metadata,
    owner("article_id", "articles"),
    sa.Column("revision_id", sa.Integer, nullable=False),
    text("text"),
    moment("at"),
)
passages = sa.Table(
    "passages",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    link("article_id", "articles"),
    link("revision_id", "article_revisions"),
    number("kb_id"),
    text("title"),
    text("heading"),
    text("text"),
    number("line_from"),
    number("line_to"),
    number("tokens"),
    sa.Column("hash", sa.Text, nullable=False, index=True),
    number("change"),
    sa.Index("passages_by_change", "change"),
    sqlite_autoincrement=True,
)
gone_passages = sa.Table(
    "gone_passages",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    number("change"),
    sa.Index("gone_passages_by_change", "change"),
)
vectors = sa.Table(
    "passage_vectors",
    metadata,
    sa.Column("hash", sa.Text, primary_key=True),
    sa.Column("embedder", sa.Text, primary_key=True),
    sa.Column("vector", sa.LargeBinary, nullable=False),
)
learned = sa.Table(
    "embedder_learned",
    metadata,
    key(),
    sa.Column("embedder", sa.Text, nullable=False, index=True),
    sa.Column("fingerprint", sa.Text, nullable=False),
    number("passages"),
    number("through"),
    sa.Column("content", sa.LargeBinary, nullable=False),
    moment("created_at"),
)
synonyms = sa.Table(
    "synonyms",
    metadata,
    key(),
    sa.Column("word", sa.Text, nullable=False, unique=True),
    text("means"),
    moment("created_at"),
)
activity = sa.Table(
    "activity",
    metadata,
    key(),
    moment("at"),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("ticket_id", sa.Integer, nullable=True, index=True),
    sa.Column("draft_id", sa.Integer, nullable=True),
    sa.Column("details", sa.JSON, nullable=False, server_default=sa.text("'{}'")),
)
solving = sa.text("kind = 'ticket.status'\nAND json_extract(details, '$.status') IN ('solved', 'closed')")
"""What a line of the log says when somebody sets a ticket to solved or closed; an index finds just these."""
sa.Index("activity_solving", activity.c.at, activity.c.ticket_id, sqlite_where=solving)
