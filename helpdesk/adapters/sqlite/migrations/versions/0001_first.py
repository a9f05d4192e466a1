"""The first schema: the desk's tables, full-text search beside them, and an activity log that only grows."""

from alembic import op

revision = "0001"
down_revision = None

TABLES = """
CREATE TABLE activity (
    id INTEGER NOT NULL,
    at VARCHAR NOT NULL,
    kind TEXT NOT NULL,
    ticket_id INTEGER,
    draft_id INTEGER,
    details JSON DEFAULT '{}' NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ix_activity_ticket_id ON activity (ticket_id);

CREATE TABLE agents (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    email TEXT DEFAULT '' NOT NULL,
    created_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE desk (
    name TEXT NOT NULL,
    value TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE gone_passages (
    id INTEGER NOT NULL,
    change INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX gone_passages_by_change ON gone_passages (change);

CREATE TABLE knowledge_bases (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    folder TEXT DEFAULT '' NOT NULL,
    audience TEXT DEFAULT 'public' NOT NULL,
    imported_at VARCHAR,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE passage_vectors (
    hash TEXT NOT NULL,
    embedder TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (hash, embedder)
);

CREATE TABLE requesters (
    id INTEGER NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    email TEXT NOT NULL,
    created_at VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ix_requesters_email ON requesters (email);

CREATE TABLE sources (
    id INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    raw BLOB NOT NULL,
    state TEXT DEFAULT 'kept' NOT NULL,
    failure TEXT DEFAULT '' NOT NULL,
    received_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT sources_once UNIQUE (sha256, kind)
);

CREATE INDEX sources_by_state ON sources (state);

CREATE TABLE articles (
    id INTEGER NOT NULL,
    kb_id INTEGER NOT NULL,
    path TEXT NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT 'read' NOT NULL,
    audience TEXT DEFAULT 'public' NOT NULL,
    language TEXT DEFAULT '' NOT NULL,
    tags JSON DEFAULT '[]' NOT NULL,
    revision_id INTEGER,
    content_hash TEXT DEFAULT '' NOT NULL,
    chunker TEXT DEFAULT '' NOT NULL,
    passages INTEGER DEFAULT 0 NOT NULL,
    failure TEXT DEFAULT '' NOT NULL,
    updated_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT articles_once UNIQUE (kb_id, path),
    FOREIGN KEY(kb_id) REFERENCES knowledge_bases (id) ON DELETE CASCADE
);

CREATE INDEX ix_articles_kb_id ON articles (kb_id);

CREATE TABLE import_runs (
    id INTEGER NOT NULL,
    kb_id INTEGER NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT 'running' NOT NULL,
    report JSON,
    started_at VARCHAR NOT NULL,
    ended_at VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(kb_id) REFERENCES knowledge_bases (id) ON DELETE CASCADE
);

CREATE INDEX ix_import_runs_kb_id ON import_runs (kb_id);

CREATE TABLE tickets (
    id INTEGER NOT NULL,
    subject TEXT DEFAULT '' NOT NULL,
    requester_id INTEGER NOT NULL,
    status TEXT DEFAULT 'new' NOT NULL,
    priority TEXT DEFAULT 'normal' NOT NULL,
    channel TEXT DEFAULT 'by-hand' NOT NULL,
    topic TEXT DEFAULT '' NOT NULL,
    language TEXT DEFAULT '' NOT NULL,
    tags JSON DEFAULT '[]' NOT NULL,
    assignee_id INTEGER,
    source TEXT,
    composed TEXT DEFAULT '' NOT NULL,
    created_at VARCHAR NOT NULL,
    updated_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(requester_id) REFERENCES requesters (id) ON DELETE CASCADE,
    FOREIGN KEY(assignee_id) REFERENCES agents (id)
);

CREATE INDEX ix_tickets_requester_id ON tickets (requester_id);

CREATE INDEX tickets_by_change ON tickets (updated_at, id);

CREATE INDEX tickets_by_status ON tickets (status, updated_at, id);

CREATE TABLE article_revisions (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    run_id INTEGER,
    title TEXT DEFAULT '' NOT NULL,
    content_hash TEXT DEFAULT '' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    created_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    FOREIGN KEY(run_id) REFERENCES import_runs (id)
);

CREATE INDEX ix_article_revisions_article_id ON article_revisions (article_id);

CREATE INDEX ix_article_revisions_run_id ON article_revisions (run_id);

CREATE TABLE drafts (
    id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    revision INTEGER DEFAULT 1 NOT NULL,
    state TEXT DEFAULT 'requested' NOT NULL,
    urgent INTEGER DEFAULT 0 NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    confidence FLOAT,
    route TEXT,
    reasons JSON DEFAULT '[]' NOT NULL,
    signals JSON DEFAULT '{}' NOT NULL,
    fingerprint JSON,
    abstained INTEGER DEFAULT 0 NOT NULL,
    missing TEXT DEFAULT '' NOT NULL,
    hint TEXT DEFAULT '' NOT NULL,
    failure TEXT DEFAULT '' NOT NULL,
    edited TEXT,
    claimed_by TEXT DEFAULT '' NOT NULL,
    claimed_until VARCHAR,
    skipped_at VARCHAR,
    waiting_since VARCHAR NOT NULL,
    created_at VARCHAR NOT NULL,
    updated_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX drafts_by_state ON drafts (state, confidence);

CREATE INDEX ix_drafts_ticket_id ON drafts (ticket_id);

CREATE TABLE messages (
    id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    author TEXT DEFAULT '' NOT NULL,
    body TEXT DEFAULT '' NOT NULL,
    source TEXT,
    source_id INTEGER,
    message_id TEXT,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
    FOREIGN KEY(source_id) REFERENCES sources (id)
);

CREATE INDEX ix_messages_ticket_id ON messages (ticket_id);

CREATE UNIQUE INDEX messages_once ON messages (source) WHERE source IS NOT NULL;

CREATE TABLE attachments (
    id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    media_type TEXT DEFAULT '' NOT NULL,
    size INTEGER DEFAULT 0 NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(message_id) REFERENCES messages (id) ON DELETE CASCADE
);

CREATE INDEX ix_attachments_message_id ON attachments (message_id);

CREATE TABLE citations (
    id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL,
    n INTEGER DEFAULT 0 NOT NULL,
    article_id INTEGER DEFAULT 0 NOT NULL,
    revision_id INTEGER DEFAULT 0 NOT NULL,
    passage_id INTEGER DEFAULT 0 NOT NULL,
    path TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    heading TEXT DEFAULT '' NOT NULL,
    line_from INTEGER DEFAULT 0 NOT NULL,
    line_to INTEGER DEFAULT 0 NOT NULL,
    quote TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE
);

CREATE INDEX citations_by_article ON citations (article_id);

CREATE INDEX ix_citations_draft_id ON citations (draft_id);

CREATE TABLE decisions (
    id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    "before" TEXT DEFAULT '' NOT NULL,
    "after" TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    revision INTEGER DEFAULT 0 NOT NULL,
    decided_at VARCHAR NOT NULL,
    undone INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE,
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX decisions_by_time ON decisions (decided_at);

CREATE INDEX ix_decisions_draft_id ON decisions (draft_id);

CREATE INDEX ix_decisions_ticket_id ON decisions (ticket_id);

CREATE TABLE outbox (
    id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    draft_id INTEGER,
    channel TEXT DEFAULT '' NOT NULL,
    recipient_name TEXT DEFAULT '' NOT NULL,
    recipient TEXT DEFAULT '' NOT NULL,
    subject TEXT DEFAULT '' NOT NULL,
    body TEXT DEFAULT '' NOT NULL,
    message_id TEXT NOT NULL,
    in_reply_to TEXT,
    state TEXT DEFAULT 'queued' NOT NULL,
    attempts INTEGER DEFAULT 0 NOT NULL,
    error TEXT DEFAULT '' NOT NULL,
    created_at VARCHAR NOT NULL,
    not_before VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
    FOREIGN KEY(draft_id) REFERENCES drafts (id),
    UNIQUE (message_id)
);

CREATE INDEX ix_outbox_draft_id ON outbox (draft_id);

CREATE INDEX ix_outbox_ticket_id ON outbox (ticket_id);

CREATE INDEX outbox_by_state ON outbox (state, not_before);

CREATE TABLE passages (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    revision_id INTEGER NOT NULL,
    kb_id INTEGER DEFAULT 0 NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    heading TEXT DEFAULT '' NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    line_from INTEGER DEFAULT 0 NOT NULL,
    line_to INTEGER DEFAULT 0 NOT NULL,
    tokens INTEGER DEFAULT 0 NOT NULL,
    hash TEXT NOT NULL,
    change INTEGER DEFAULT 0 NOT NULL,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    FOREIGN KEY(revision_id) REFERENCES article_revisions (id) ON DELETE CASCADE
);

CREATE INDEX ix_passages_article_id ON passages (article_id);

CREATE INDEX ix_passages_hash ON passages (hash);

CREATE INDEX ix_passages_revision_id ON passages (revision_id);

CREATE INDEX passages_by_change ON passages (change);
"""

SEARCHED = {
    "tickets": ("subject",),
    "messages": ("body",),
    "articles": ("title", "path"),
    "passages": ("title", "heading", "text"),
}

APPEND_ONLY = ("activity",)


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in TABLES.split(";"))):
        op.execute(statement)
    for table, columns in SEARCHED.items():
        for statement in searched(table, columns):
            op.execute(statement)
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the activity log only grows'); END"
            )


def searched(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """An FTS5 index over the table's own text, kept in step by triggers, that forgets what is deleted."""
    names = ", ".join(columns)
    fresh = ", ".join(f"new.{c}" for c in columns)
    stale = ", ".join(f"old.{c}" for c in columns)
    forget = f"INSERT INTO {table}_fts({table}_fts, rowid, {names}) VALUES ('delete', old.id, {stale});"
    learn = f"INSERT INTO {table}_fts(rowid, {names}) VALUES (new.id, {fresh});"
    return (
        f"CREATE VIRTUAL TABLE {table}_fts USING fts5({names}, content='{table}', content_rowid='id', "
        "tokenize='porter unicode61 remove_diacritics 2')",
        f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('secure-delete', 1)",
        f"CREATE TRIGGER {table}_learn AFTER INSERT ON {table} BEGIN {learn} END",
        f"CREATE TRIGGER {table}_forget AFTER DELETE ON {table} BEGIN {forget} END",
        f"CREATE TRIGGER {table}_relearn AFTER UPDATE OF {names} ON {table} BEGIN {forget} {learn} END",
    )


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
