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
    planted TEXT DEFAULT '' NOT NULL,
    "instead" TEXT DEFAULT '' NOT NULL,
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
    ended_by TEXT DEFAULT '' NOT NULL,
    ended_why TEXT DEFAULT '' NOT NULL,
    out JSON DEFAULT '[]' NOT NULL,
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

CREATE TABLE auto_replies (
    outbox_id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL,
    decision_id INTEGER NOT NULL,
    certificate_id INTEGER,
    consent_id INTEGER DEFAULT 0 NOT NULL,
    score FLOAT NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (outbox_id),
    FOREIGN KEY(outbox_id) REFERENCES outbox (id) ON DELETE CASCADE,
    FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE
);

CREATE INDEX auto_replies_by_time ON auto_replies (at);

CREATE INDEX ix_auto_replies_draft_id ON auto_replies (draft_id);

CREATE TABLE histories (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT 'reading' NOT NULL,
    secret TEXT DEFAULT '' NOT NULL,
    us JSON DEFAULT '[]' NOT NULL,
    guessed INTEGER DEFAULT 0 NOT NULL,
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
    email TEXT DEFAULT '' NOT NULL,
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
    model TEXT DEFAULT '' NOT NULL,
    seconds FLOAT,
    comparison JSON DEFAULT '{}' NOT NULL,
    drafted_at VARCHAR,
    sampled INTEGER DEFAULT 0 NOT NULL,
    verdict TEXT DEFAULT '' NOT NULL,
    human_verdict TEXT DEFAULT '' NOT NULL,
    preferred TEXT DEFAULT '' NOT NULL,
    judged_by TEXT DEFAULT '' NOT NULL,
    judged_at VARCHAR,
    handled FLOAT,
    handled_by TEXT DEFAULT '' NOT NULL,
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
    edited TEXT,
    core TEXT DEFAULT '' NOT NULL,
    terms JSON DEFAULT '[]' NOT NULL,
    sides JSON DEFAULT '[]' NOT NULL,
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

CREATE TABLE article_includes (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    path TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX article_includes_by_path ON article_includes (path);

CREATE INDEX ix_article_includes_article_id ON article_includes (article_id);

CREATE INDEX tickets_by_arrival ON tickets (created_at);

CREATE INDEX messages_by_kind ON messages (kind, at, ticket_id);

CREATE INDEX messages_of_ticket_by_kind ON messages (ticket_id, kind, at);

CREATE INDEX drafts_by_time ON drafts (created_at);

CREATE INDEX activity_solving ON activity (at, ticket_id) WHERE kind = 'ticket.status'
AND json_extract(details, '$.status') IN ('solved', 'closed');

CREATE INDEX decisions_counted ON decisions (decided_at, undone, kind, agent, ticket_id, draft_id);

CREATE INDEX decisions_of_ticket ON decisions (ticket_id, undone, kind, decided_at, draft_id);

CREATE INDEX citations_of_draft ON citations (draft_id, article_id);
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
