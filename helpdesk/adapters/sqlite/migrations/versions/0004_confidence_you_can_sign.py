"""Confidence you can sign: scores, labels, certificates, what went out by itself, trials on old tickets, knowledge gaps."""

from alembic import op

revision = "0004"
down_revision = "0003"

CHANGES = """
CREATE TABLE scorers (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    writer TEXT DEFAULT '' NOT NULL,
    weights JSON DEFAULT '{}' NOT NULL,
    grid JSON DEFAULT '[]' NOT NULL,
    labels INTEGER DEFAULT 0 NOT NULL,
    log_loss FLOAT,
    state TEXT DEFAULT 'candidate' NOT NULL,
    frozen_at VARCHAR NOT NULL,
    ended_at VARCHAR,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE goals (
    id INTEGER NOT NULL,
    alpha FLOAT NOT NULL,
    delta FLOAT NOT NULL,
    topics JSON DEFAULT '[]' NOT NULL,
    never JSON DEFAULT '[]' NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE assessments (
    id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL,
    revision INTEGER DEFAULT 1 NOT NULL,
    ticket_id INTEGER DEFAULT 0 NOT NULL,
    writer TEXT DEFAULT '' NOT NULL,
    scorer TEXT NOT NULL,
    fingerprint TEXT DEFAULT '' NOT NULL,
    topic TEXT DEFAULT '' NOT NULL,
    score FLOAT,
    sendable INTEGER DEFAULT 0 NOT NULL,
    flagged INTEGER DEFAULT 0 NOT NULL,
    audit_share FLOAT NOT NULL,
    would_send INTEGER DEFAULT 0 NOT NULL,
    sent INTEGER DEFAULT 0 NOT NULL,
    held_by TEXT DEFAULT '' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT assessments_once UNIQUE (draft_id, revision, scorer),
    FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE
);

CREATE INDEX assessments_by_scorer ON assessments (scorer, at);

CREATE INDEX assessments_by_time ON assessments (at);

CREATE INDEX ix_assessments_draft_id ON assessments (draft_id);

CREATE TABLE labels (
    id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL,
    revision INTEGER DEFAULT 1 NOT NULL,
    wrong INTEGER DEFAULT 0 NOT NULL,
    cause TEXT DEFAULT '' NOT NULL,
    flipped_by TEXT DEFAULT '' NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    decided_at VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (draft_id),
    FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE
);

CREATE INDEX labels_by_time ON labels (decided_at);

CREATE TABLE ticket_outcomes (
    id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    stars INTEGER DEFAULT 0 NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ix_ticket_outcomes_ticket_id ON ticket_outcomes (ticket_id);

CREATE INDEX ticket_outcomes_by_time ON ticket_outcomes (at);

CREATE TABLE test_drafts (
    id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL,
    revision INTEGER DEFAULT 1 NOT NULL,
    true_text TEXT DEFAULT '' NOT NULL,
    wrong_text TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    outcome TEXT DEFAULT '' NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    made_at VARCHAR NOT NULL,
    decided_at VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE
);

CREATE INDEX ix_test_drafts_draft_id ON test_drafts (draft_id);

CREATE INDEX test_drafts_by_outcome ON test_drafts (outcome);

CREATE TABLE certificates (
    id INTEGER NOT NULL,
    scorer TEXT NOT NULL,
    writer TEXT DEFAULT '' NOT NULL,
    fingerprint TEXT DEFAULT '' NOT NULL,
    topic TEXT DEFAULT '' NOT NULL,
    topics JSON DEFAULT '[]' NOT NULL,
    alpha FLOAT NOT NULL,
    delta FLOAT NOT NULL,
    sensitivity FLOAT NOT NULL,
    cut FLOAT NOT NULL,
    checked INTEGER DEFAULT 0 NOT NULL,
    wrong INTEGER DEFAULT 0 NOT NULL,
    bound FLOAT NOT NULL,
    coverage FLOAT NOT NULL,
    method TEXT DEFAULT '' NOT NULL,
    evidence JSON DEFAULT '{}' NOT NULL,
    granted_at VARCHAR NOT NULL,
    ended_at VARCHAR,
    ended_why TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX certificates_standing ON certificates (ended_at);

CREATE TABLE consents (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    certificate_id INTEGER,
    threshold FLOAT,
    words TEXT DEFAULT '' NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    shown JSON DEFAULT '{}' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE alarms (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    certificate_id INTEGER,
    details JSON DEFAULT '{}' NOT NULL,
    at VARCHAR NOT NULL,
    cleared_at VARCHAR,
    cleared_by TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX alarms_standing ON alarms (cleared_at);

CREATE TABLE histories (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT 'waiting' NOT NULL,
    secret TEXT DEFAULT '' NOT NULL,
    scorer TEXT DEFAULT '' NOT NULL,
    fingerprint TEXT DEFAULT '' NOT NULL,
    wanted_sample INTEGER DEFAULT 0 NOT NULL,
    refused JSON DEFAULT '{}' NOT NULL,
    made_at VARCHAR NOT NULL,
    ended_at VARCHAR,
    PRIMARY KEY (id)
);

CREATE TABLE history_tickets (
    id INTEGER NOT NULL,
    history_id INTEGER NOT NULL,
    external TEXT NOT NULL,
    subject TEXT DEFAULT '' NOT NULL,
    question TEXT DEFAULT '' NOT NULL,
    requester TEXT DEFAULT '' NOT NULL,
    human TEXT DEFAULT '' NOT NULL,
    asked_at VARCHAR,
    answered_at VARCHAR,
    state TEXT DEFAULT 'waiting' NOT NULL,
    failure TEXT DEFAULT '' NOT NULL,
    control INTEGER DEFAULT 0 NOT NULL,
    draft TEXT DEFAULT '' NOT NULL,
    citations JSON DEFAULT '[]' NOT NULL,
    abstained INTEGER DEFAULT 0 NOT NULL,
    writer TEXT DEFAULT '' NOT NULL,
    route TEXT DEFAULT '' NOT NULL,
    score FLOAT,
    sendable INTEGER DEFAULT 0 NOT NULL,
    vetoes JSON DEFAULT '[]' NOT NULL,
    signals JSON DEFAULT '{}' NOT NULL,
    fingerprint TEXT DEFAULT '' NOT NULL,
    scorer TEXT DEFAULT '' NOT NULL,
    topic TEXT DEFAULT '' NOT NULL,
    seconds FLOAT,
    comparison JSON DEFAULT '{}' NOT NULL,
    sampled INTEGER DEFAULT 0 NOT NULL,
    verdict TEXT DEFAULT '' NOT NULL,
    preferred TEXT DEFAULT '' NOT NULL,
    judged_by TEXT DEFAULT '' NOT NULL,
    judged_at VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT history_tickets_once UNIQUE (history_id, external),
    FOREIGN KEY(history_id) REFERENCES histories (id) ON DELETE CASCADE
);

CREATE INDEX history_tickets_by_state ON history_tickets (history_id, state);

CREATE INDEX ix_history_tickets_history_id ON history_tickets (history_id);

CREATE TABLE gap_proposals (
    id INTEGER NOT NULL,
    mark TEXT NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    kb_id INTEGER,
    article_id INTEGER,
    revision_id INTEGER,
    path TEXT DEFAULT '' NOT NULL,
    "before" TEXT DEFAULT '' NOT NULL,
    "after" TEXT DEFAULT '' NOT NULL,
    tickets JSON DEFAULT '[]' NOT NULL,
    cost INTEGER DEFAULT 0 NOT NULL,
    state TEXT DEFAULT 'open' NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    made_at VARCHAR NOT NULL,
    decided_at VARCHAR,
    PRIMARY KEY (id),
    UNIQUE (mark)
);

CREATE INDEX gap_proposals_by_state ON gap_proposals (state, cost);
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
