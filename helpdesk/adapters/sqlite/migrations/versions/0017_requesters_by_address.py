"""Whose address a message comes from is found without looking at every requester."""

from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.execute("CREATE INDEX requesters_by_address ON requesters (email COLLATE NOCASE)")


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
