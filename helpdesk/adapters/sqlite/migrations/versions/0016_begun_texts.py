"""Tickets on which a reply was begun are found without looking at every ticket."""

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.execute("CREATE INDEX tickets_begun ON tickets (id) WHERE composed <> ''")


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
