"""Every change of a ticket is an event with its inverse."""

from alembic import op

revision = "0005"
down_revision = "0004"

CHANGES = """
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
