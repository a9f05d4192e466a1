"""Mentions, and what the conversation shows."""

from alembic import op

revision = "0010"
down_revision = "0009"

CHANGES = """
CREATE TABLE mentions (
    id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    agent_id INTEGER NOT NULL,
    at VARCHAR NOT NULL,
    read_at VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT mentions_once UNIQUE (message_id, agent_id),
    FOREIGN KEY(message_id) REFERENCES messages (id) ON DELETE CASCADE,
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
    FOREIGN KEY(agent_id) REFERENCES agents (id) ON DELETE CASCADE
);

CREATE INDEX ix_mentions_message_id ON mentions (message_id);

CREATE INDEX ix_mentions_ticket_id ON mentions (ticket_id);

CREATE INDEX ix_mentions_agent_id ON mentions (agent_id);

CREATE INDEX mentions_unread ON mentions (agent_id, read_at, ticket_id)
"""
TRIGGERS = (
    """
    CREATE TRIGGER mentions_move AFTER UPDATE OF ticket_id ON messages BEGIN
        UPDATE mentions SET ticket_id = new.ticket_id WHERE message_id = new.id;
    END
    """,
)


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)
    for trigger in TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
