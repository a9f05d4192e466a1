"""What an agent keeps with a ticket and its requester."""

from alembic import op

revision = "0008"
down_revision = "0007"

CHANGES = """
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
