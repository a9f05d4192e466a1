"""What an agent keeps with a ticket and its requester."""

from alembic import op

revision = "0008"
down_revision = "0007"

CHANGES = """
CREATE TABLE custom_fields (
    "key" TEXT NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT 'text' NOT NULL,
    choices JSON DEFAULT '[]' NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE ticket_fields (
    ticket_id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    value TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (ticket_id, "key"),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ticket_fields_by_value ON ticket_fields ("key", value, ticket_id);

CREATE TABLE checklist (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    done INTEGER DEFAULT 0 NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ix_checklist_ticket_id ON checklist (ticket_id);

CREATE TABLE ticket_links (
    ticket_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (ticket_id, other_id, kind),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
    FOREIGN KEY(other_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ticket_links_back ON ticket_links (other_id, ticket_id);

CREATE TABLE follow_ups (
    ticket_id INTEGER NOT NULL,
    at VARCHAR NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    unless_answered INTEGER DEFAULT 1 NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (ticket_id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX follow_ups_by_time ON follow_ups (at);

CREATE TABLE ticket_copies (
    ticket_id INTEGER NOT NULL,
    address TEXT NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (ticket_id, address),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

ALTER TABLE outbox ADD COLUMN copies JSON DEFAULT '[]' NOT NULL;

CREATE TABLE requester_notes (
    requester_id INTEGER NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (requester_id),
    FOREIGN KEY(requester_id) REFERENCES requesters (id) ON DELETE CASCADE
);

CREATE TABLE requester_identities (
    requester_id INTEGER NOT NULL,
    main_id INTEGER NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (requester_id),
    FOREIGN KEY(requester_id) REFERENCES requesters (id) ON DELETE CASCADE,
    FOREIGN KEY(main_id) REFERENCES requesters (id) ON DELETE CASCADE
);

CREATE INDEX requesters_by_name ON requesters (name);

CREATE INDEX ix_requester_identities_main_id ON requester_identities (main_id);

CREATE TABLE apart_requesters (
    requester_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    PRIMARY KEY (requester_id, other_id),
    FOREIGN KEY(requester_id) REFERENCES requesters (id) ON DELETE CASCADE,
    FOREIGN KEY(other_id) REFERENCES requesters (id) ON DELETE CASCADE
);
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
