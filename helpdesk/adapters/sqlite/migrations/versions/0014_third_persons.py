"""What goes to third persons, and what they write back: no clock, no status and no list hears of it."""

from alembic import op

revision = "0014"
down_revision = "0013"

CHANGES = """
ALTER TABLE outbox ADD COLUMN kind TEXT DEFAULT 'reply' NOT NULL;

CREATE TABLE forwards_in_progress (
    ticket_id INTEGER NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    recipient TEXT DEFAULT '' NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (ticket_id),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX outbox_beside ON outbox (kind, ticket_id, recipient) WHERE kind <> 'reply';

DROP TRIGGER messages_last;

DROP TRIGGER messages_moved;

DROP TRIGGER messages_gone;

DROP TRIGGER promises_said
"""

PUBLIC = "kind IN ('customer', 'public-reply')"
PROMISED = "EXISTS (SELECT 1 FROM service_levels)"
MOVE_ATTACHED = (
    "UPDATE attachment_words SET ticket_id = new.ticket_id "
    "WHERE attachment_id IN (SELECT id FROM attachments WHERE message_id = new.id);"
)


def last_word(row: str) -> str:
    found = f"FROM messages WHERE ticket_id = {row}.ticket_id AND {PUBLIC} ORDER BY at DESC, id DESC LIMIT 1"
    return (
        f"UPDATE tickets SET last_public_at = (SELECT at {found}), "
        f"last_from = coalesce((SELECT CASE kind WHEN 'customer' THEN 'customer' ELSE 'agent' END {found}), '') "
        f"WHERE id = {row}.ticket_id;"
    )


TRIGGERS = (
    f"messages_last AFTER INSERT ON messages WHEN new.{PUBLIC} BEGIN {last_word('new')} END",
    f"messages_moved AFTER UPDATE OF ticket_id ON messages BEGIN {last_word('old')} {last_word('new')} {MOVE_ATTACHED} END",
    f"messages_gone AFTER DELETE ON messages BEGIN {last_word('old')} END",
    f"promises_said AFTER INSERT ON messages WHEN new.{PUBLIC} AND {PROMISED} BEGIN "
    "INSERT OR IGNORE INTO promise_work (ticket_id) VALUES (new.ticket_id); END",
)


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)
    for trigger in TRIGGERS:
        op.execute(f"CREATE TRIGGER {trigger}")


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
