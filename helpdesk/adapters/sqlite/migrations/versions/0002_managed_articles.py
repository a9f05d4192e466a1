"""Articles as managed things: runs by file, status and freshness, links, synonyms, and what an embedder learned."""

from alembic import op

revision = "0002"
down_revision = "0001"

CHANGES = """
ALTER TABLE knowledge_bases ADD COLUMN watched INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE knowledge_bases ADD COLUMN review_days INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE knowledge_bases ADD COLUMN when_stale TEXT DEFAULT 'mark' NOT NULL;

ALTER TABLE import_runs ADD COLUMN kind TEXT DEFAULT 'import' NOT NULL;

ALTER TABLE import_runs ADD COLUMN agent TEXT DEFAULT '' NOT NULL;

ALTER TABLE import_runs ADD COLUMN rolled_back_at VARCHAR;

ALTER TABLE articles ADD COLUMN status TEXT DEFAULT 'public' NOT NULL;

ALTER TABLE articles ADD COLUMN status_set TEXT DEFAULT '' NOT NULL;

ALTER TABLE articles ADD COLUMN review_by TEXT DEFAULT '' NOT NULL;

ALTER TABLE articles ADD COLUMN reviewed_at VARCHAR;

ALTER TABLE articles ADD COLUMN held_hash TEXT DEFAULT '' NOT NULL;

ALTER TABLE articles ADD COLUMN tried TEXT DEFAULT '' NOT NULL;

ALTER TABLE articles ADD COLUMN failed_line INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE articles ADD COLUMN stamp TEXT DEFAULT '' NOT NULL;

ALTER TABLE article_revisions ADD COLUMN kind TEXT DEFAULT 'import' NOT NULL;

ALTER TABLE article_revisions ADD COLUMN agent TEXT DEFAULT '' NOT NULL;

ALTER TABLE article_revisions ADD COLUMN about TEXT DEFAULT '' NOT NULL;

UPDATE articles SET status = audience;

CREATE INDEX articles_listed ON articles (kb_id, path, state);

CREATE INDEX articles_by_state ON articles (state);

CREATE INDEX articles_by_status ON articles (status_set, status);

CREATE TABLE import_run_files (
    id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    path TEXT NOT NULL,
    state TEXT DEFAULT 'found' NOT NULL,
    change TEXT DEFAULT '' NOT NULL,
    line INTEGER DEFAULT 0 NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    attempts INTEGER DEFAULT 0 NOT NULL,
    article_id INTEGER,
    revision_before INTEGER,
    revision_after INTEGER,
    path_before TEXT DEFAULT '' NOT NULL,
    updated_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT import_run_files_once UNIQUE (run_id, path),
    FOREIGN KEY(run_id) REFERENCES import_runs (id) ON DELETE CASCADE
);

CREATE INDEX import_run_files_by_state ON import_run_files (run_id, state);

CREATE INDEX ix_import_run_files_article_id ON import_run_files (article_id);

CREATE INDEX ix_import_run_files_run_id ON import_run_files (run_id);

CREATE TABLE article_links (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    target TEXT DEFAULT '' NOT NULL,
    line INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX article_links_by_target ON article_links (target);

CREATE INDEX ix_article_links_article_id ON article_links (article_id);

CREATE TABLE embedder_learned (
    id INTEGER NOT NULL,
    embedder TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    passages INTEGER DEFAULT 0 NOT NULL,
    through INTEGER DEFAULT 0 NOT NULL,
    content BLOB NOT NULL,
    created_at VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ix_embedder_learned_embedder ON embedder_learned (embedder);

CREATE TABLE synonyms (
    id INTEGER NOT NULL,
    word TEXT NOT NULL,
    means TEXT DEFAULT '' NOT NULL,
    created_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (word)
);
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
