"""Who is looking at what."""

from alembic import op

revision = "0011"
down_revision = "0010"

CHANGES = """
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
