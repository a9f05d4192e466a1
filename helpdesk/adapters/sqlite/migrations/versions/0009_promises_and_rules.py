"""Service levels, calendars, rules and ratings.

Triggers write down what promises and rules go by, whoever changes a ticket: each status with its moment, tickets whose promises
must be reckoned anew, and what happened that a rule may answer. Without a service level or a rule nothing is queued.
"""

from alembic import op

revision = "0009"
down_revision = "0008"

CHANGES = """
CREATE TABLE calendars (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    zone TEXT DEFAULT 'UTC' NOT NULL,
    week JSON DEFAULT '[]' NOT NULL,
    holidays JSON DEFAULT '[]' NOT NULL,
    changed_at VARCHAR NOT NULL,
    UNIQUE (name)
);

CREATE TABLE service_levels (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    conditions JSON DEFAULT '{}' NOT NULL,
    calendar_id INTEGER DEFAULT 0 NOT NULL,
    first_reply INTEGER DEFAULT 0 NOT NULL,
    next_reply INTEGER DEFAULT 0 NOT NULL,
    solve INTEGER DEFAULT 0 NOT NULL,
    warning INTEGER DEFAULT 0 NOT NULL,
    at_breach JSON DEFAULT '[]' NOT NULL,
    changed_at VARCHAR NOT NULL,
    "query" TEXT DEFAULT '' NOT NULL,
    UNIQUE (name)
);

CREATE TABLE promises (
    ticket_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    level_id INTEGER DEFAULT 0 NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    started_at VARCHAR NOT NULL,
    due_at VARCHAR,
    warn_at VARCHAR,
    left_seconds INTEGER DEFAULT 0 NOT NULL,
    met_at VARCHAR,
    told TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (ticket_id, kind),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX promises_to_break ON promises (state, told, due_at);

CREATE INDEX promises_to_warn ON promises (state, told, warn_at);

CREATE TABLE promise_work (
    ticket_id INTEGER NOT NULL,
    PRIMARY KEY (ticket_id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE TABLE status_changes (
    id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ix_status_changes_ticket_id ON status_changes (ticket_id);

CREATE TABLE rules (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    enabled INTEGER DEFAULT 0 NOT NULL,
    occasion TEXT DEFAULT '' NOT NULL,
    conditions JSON DEFAULT '{}' NOT NULL,
    actions JSON DEFAULT '[]' NOT NULL,
    hours INTEGER DEFAULT 0 NOT NULL,
    stopped TEXT DEFAULT '' NOT NULL,
    changed_at VARCHAR NOT NULL,
    "query" TEXT DEFAULT '' NOT NULL,
    UNIQUE (name)
);

CREATE TABLE rule_work (
    id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    occasion TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ix_rule_work_ticket_id ON rule_work (ticket_id);

CREATE TABLE rule_runs (
    id INTEGER NOT NULL,
    rule_id INTEGER DEFAULT 0 NOT NULL,
    rule TEXT DEFAULT '' NOT NULL,
    occasion TEXT DEFAULT '' NOT NULL,
    operation TEXT DEFAULT '' NOT NULL,
    tickets INTEGER DEFAULT 0 NOT NULL,
    failure TEXT DEFAULT '' NOT NULL,
    at VARCHAR NOT NULL,
    undone_at VARCHAR,
    PRIMARY KEY (id)
);

CREATE INDEX rule_runs_by_rule ON rule_runs (rule_id, at);

CREATE TABLE rule_firings (
    id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    rule_id INTEGER DEFAULT 0 NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(run_id) REFERENCES rule_runs (id) ON DELETE CASCADE,
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ix_rule_firings_run_id ON rule_firings (run_id);

CREATE INDEX ix_rule_firings_ticket_id ON rule_firings (ticket_id);

CREATE INDEX rule_firings_of_rule ON rule_firings (rule_id, ticket_id, at);

CREATE TABLE rating_requests (
    id INTEGER NOT NULL,
    token TEXT NOT NULL,
    ticket_id INTEGER NOT NULL,
    outbox_id INTEGER DEFAULT 0 NOT NULL,
    asked_at VARCHAR NOT NULL,
    used_at VARCHAR,
    stars INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (token),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ix_rating_requests_ticket_id ON rating_requests (ticket_id);

INSERT INTO status_changes (ticket_id, status, at) SELECT id, status, updated_at FROM tickets WHERE status <> 'new'
"""

PROMISED = "EXISTS (SELECT 1 FROM service_levels)"
RECKON = "INSERT OR IGNORE INTO promise_work (ticket_id) VALUES ({row}); "
PUBLIC = "new.kind <> 'internal-note'"
LOOKED_AT = (
    "subject, requester_id, status, priority, channel, topic, language, tags, assignee_id, merged_into, hidden, created_at"
)
CHANGED = " OR ".join(
    f"new.{name} IS NOT old.{name}" for name in ("status", "priority", "assignee_id", "topic", "language", "subject", "tags")
)
WROTE_BEFORE = "EXISTS (SELECT 1 FROM messages m WHERE m.ticket_id = new.ticket_id AND m.kind = 'customer' AND m.id < new.id)"


def of_field(verb: str, row: str) -> tuple[str, ...]:
    """The same for a custom field of a ticket that is still there."""
    there = f"EXISTS (SELECT 1 FROM tickets WHERE id = {row}.ticket_id)"
    ticket = f"{row}.ticket_id"
    return (
        f"promises_field_{verb.lower()} AFTER {verb} ON ticket_fields WHEN {there} AND {PROMISED} BEGIN "
        f"{RECKON.format(row=ticket)} END",
        f"rules_field_{verb.lower()} AFTER {verb} ON ticket_fields WHEN {there} AND {heeded('change')} BEGIN "
        f"{waits('change', ticket)} END",
    )


def heeded(occasion: str) -> str:
    return f"EXISTS (SELECT 1 FROM rules WHERE enabled = 1 AND occasion = '{occasion}')"


def waits(occasion: str, row: str) -> str:
    return f"INSERT INTO rule_work (ticket_id, occasion) VALUES ({row}, '{occasion}');"


TRIGGERS = (
    "status_noted AFTER UPDATE OF status ON tickets WHEN new.status <> old.status BEGIN "
    "INSERT INTO status_changes (ticket_id, status, at) VALUES (new.id, new.status, new.updated_at); END",
    f"promises_arrive AFTER INSERT ON tickets WHEN {PROMISED} BEGIN {RECKON.format(row='new.id')} END",
    f"promises_move AFTER UPDATE OF {LOOKED_AT} ON tickets WHEN {PROMISED} BEGIN {RECKON.format(row='new.id')} END",
    f"promises_said AFTER INSERT ON messages WHEN {PUBLIC} AND {PROMISED} BEGIN {RECKON.format(row='new.ticket_id')} END",
    f"promises_retold AFTER UPDATE OF ticket_id ON messages WHEN {PROMISED} BEGIN "
    f"{RECKON.format(row='old.ticket_id')} {RECKON.format(row='new.ticket_id')} END",
    f"rules_arrive AFTER INSERT ON tickets WHEN {heeded('arrival')} BEGIN {waits('arrival', 'new.id')} END",
    "rules_read AFTER UPDATE OF topic, language ON tickets WHEN old.topic = '' AND old.language = '' "
    f"AND new.topic || new.language <> '' AND {heeded('arrival')} BEGIN {waits('arrival', 'new.id')} END",
    f"rules_written AFTER INSERT ON messages WHEN new.kind = 'customer' AND {WROTE_BEFORE} AND {heeded('message')} BEGIN "
    f"{waits('message', 'new.ticket_id')} END",
    f"rules_answered AFTER INSERT ON messages WHEN new.kind = 'public-reply' AND {heeded('reply')} BEGIN "
    f"{waits('reply', 'new.ticket_id')} END",
    "rules_changed AFTER UPDATE OF status, priority, assignee_id, topic, language, subject, tags ON tickets "
    f"WHEN ({CHANGED}) AND {heeded('change')} BEGIN {waits('change', 'new.id')} END",
    *of_field("INSERT", "new"),
    *of_field("UPDATE", "new"),
    *of_field("DELETE", "old"),
)


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)
    for trigger in TRIGGERS:
        op.execute(f"CREATE TRIGGER {trigger}")


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
