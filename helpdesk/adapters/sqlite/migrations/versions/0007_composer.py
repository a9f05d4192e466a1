"""What an agent writes: versions, attachments, times, templates."""

from alembic import op

revision = "0007"
down_revision = "0006"

CHANGES = """
CREATE TABLE notes_in_progress (
    ticket_id INTEGER NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (ticket_id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE TABLE writing_versions (
    id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    began_at VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX writing_versions_of_ticket ON writing_versions (ticket_id, kind, id);

CREATE TABLE outgoing_files (
    id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    outbox_id INTEGER,
    name TEXT DEFAULT '' NOT NULL,
    media_type TEXT DEFAULT '' NOT NULL,
    size INTEGER DEFAULT 0 NOT NULL,
    content BLOB NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
    FOREIGN KEY(outbox_id) REFERENCES outbox (id) ON DELETE CASCADE
);

CREATE INDEX ix_outgoing_files_outbox_id ON outgoing_files (outbox_id);

CREATE INDEX ix_outgoing_files_ticket_id ON outgoing_files (ticket_id);

CREATE TABLE reply_wishes (
    outbox_id INTEGER NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    scheduled INTEGER DEFAULT 0 NOT NULL,
    follow_up_days INTEGER DEFAULT 0 NOT NULL,
    signature TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (outbox_id),
    FOREIGN KEY(outbox_id) REFERENCES outbox (id) ON DELETE CASCADE
);

CREATE TABLE ticket_templates (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    subject TEXT DEFAULT '' NOT NULL,
    body TEXT DEFAULT '' NOT NULL,
    priority TEXT DEFAULT 'normal' NOT NULL,
    tags JSON DEFAULT '[]' NOT NULL,
    created_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

ALTER TABLE macros ADD COLUMN actions JSON DEFAULT '[]' NOT NULL;
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
