"""The files of a ticket, and the message a mail follows, are found without looking at every one."""

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.execute("CREATE INDEX attachment_words_of_ticket ON attachment_words (ticket_id)")
    op.execute("CREATE INDEX messages_by_own_id ON messages (message_id) WHERE message_id IS NOT NULL")


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
