"""Every change of a ticket is an event with its inverse."""

from alembic import op

revision = "0005"
down_revision = "0004"

CHANGES = """
CREATE TABLE operations (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    at VARCHAR NOT NULL,
    words JSON DEFAULT '{}' NOT NULL,
    steps INTEGER DEFAULT 0 NOT NULL,
    tickets INTEGER DEFAULT 0 NOT NULL,
    ticket_id INTEGER,
    undoes INTEGER,
    undone_by INTEGER,
    undoable INTEGER DEFAULT 1 NOT NULL,
    last_message INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX operations_of_agent ON operations (agent, id);

CREATE TABLE change_steps (
    id INTEGER NOT NULL,
    operation_id INTEGER NOT NULL,
    ticket_id INTEGER,
    facet TEXT NOT NULL,
    "key" TEXT DEFAULT '' NOT NULL,
    "before" JSON,
    "after" JSON,
    PRIMARY KEY (id),
    FOREIGN KEY(operation_id) REFERENCES operations (id) ON DELETE CASCADE,
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ix_change_steps_operation_id ON change_steps (operation_id);

CREATE INDEX change_steps_of_spot ON change_steps (ticket_id, facet, "key", id);

CREATE TABLE told_apart (
    lower_id INTEGER NOT NULL,
    higher_id INTEGER NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (lower_id, higher_id),
    FOREIGN KEY(lower_id) REFERENCES tickets (id) ON DELETE CASCADE,
    FOREIGN KEY(higher_id) REFERENCES tickets (id) ON DELETE CASCADE
);
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
