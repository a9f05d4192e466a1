"""Drafts an agent would send: what each step of a draft did, what a model was told, and what the desk learns of its tickets."""

from alembic import op

revision = "0003"
down_revision = "0002"

CHANGES = """
ALTER TABLE drafts ADD COLUMN correlation TEXT DEFAULT '' NOT NULL;

ALTER TABLE drafts ADD COLUMN improvable INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE drafts ADD COLUMN not_before VARCHAR;

CREATE TABLE draft_steps (
    id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL,
    correlation TEXT NOT NULL,
    step TEXT NOT NULL,
    outcome TEXT NOT NULL,
    seconds FLOAT NOT NULL,
    details JSON DEFAULT '{}' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE
);

CREATE INDEX ix_draft_steps_correlation ON draft_steps (correlation);

CREATE INDEX ix_draft_steps_draft_id ON draft_steps (draft_id);

CREATE TABLE draft_traces (
    id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL,
    revision INTEGER DEFAULT 1 NOT NULL,
    writer TEXT DEFAULT '' NOT NULL,
    model TEXT DEFAULT '' NOT NULL,
    digest TEXT DEFAULT '' NOT NULL,
    prompt_version TEXT DEFAULT '' NOT NULL,
    system TEXT DEFAULT '' NOT NULL,
    prompt TEXT DEFAULT '' NOT NULL,
    said TEXT DEFAULT '' NOT NULL,
    options JSON DEFAULT '{}' NOT NULL,
    passages JSON DEFAULT '[]' NOT NULL,
    figures JSON DEFAULT '{}' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT draft_traces_once UNIQUE (draft_id, revision),
    FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE
);

CREATE INDEX ix_draft_traces_draft_id ON draft_traces (draft_id);

CREATE TABLE understandings (
    id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT DEFAULT '' NOT NULL,
    confidence FLOAT NOT NULL,
    found_by TEXT DEFAULT '' NOT NULL,
    corrected TEXT DEFAULT '' NOT NULL,
    corrected_by TEXT DEFAULT '' NOT NULL,
    message_id INTEGER DEFAULT 0 NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT understandings_once UNIQUE (ticket_id, name),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ix_understandings_ticket_id ON understandings (ticket_id);

CREATE INDEX understandings_by_value ON understandings (name, value);

CREATE TABLE intents (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT DEFAULT '' NOT NULL,
    never_auto INTEGER DEFAULT 0 NOT NULL,
    created_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE intent_examples (
    id INTEGER NOT NULL,
    intent_id INTEGER NOT NULL,
    ticket_id INTEGER,
    text TEXT DEFAULT '' NOT NULL,
    embedder TEXT DEFAULT '' NOT NULL,
    vector BLOB,
    created_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(intent_id) REFERENCES intents (id) ON DELETE CASCADE,
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ix_intent_examples_intent_id ON intent_examples (intent_id);

CREATE INDEX ix_intent_examples_ticket_id ON intent_examples (ticket_id);

CREATE TABLE ticket_vectors (
    ticket_id INTEGER NOT NULL,
    embedder TEXT NOT NULL,
    hash TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (ticket_id, embedder),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ticket_vectors_by_hash ON ticket_vectors (embedder, hash);

CREATE TABLE past_answers (
    id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL,
    answer TEXT DEFAULT '' NOT NULL,
    language TEXT DEFAULT '' NOT NULL,
    citations JSON DEFAULT '[]' NOT NULL,
    forgotten INTEGER DEFAULT 0 NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
    UNIQUE (draft_id),
    FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE
);

CREATE INDEX ix_past_answers_ticket_id ON past_answers (ticket_id);

CREATE TABLE macros (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    language TEXT DEFAULT '' NOT NULL,
    created_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE unsaved_edits (
    article_id INTEGER NOT NULL,
    revision_id INTEGER NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE TABLE model_figures (
    id INTEGER NOT NULL,
    model TEXT NOT NULL,
    digest TEXT NOT NULL,
    bytes_per_token FLOAT NOT NULL,
    tokens_per_second FLOAT NOT NULL,
    prompt_tokens_per_second FLOAT NOT NULL,
    seconds_per_draft FLOAT NOT NULL,
    drafts INTEGER DEFAULT 0 NOT NULL,
    memory INTEGER DEFAULT 0 NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT model_figures_once UNIQUE (model, digest)
);
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
