"""What an agent writes: versions, attachments, times, templates."""

from alembic import op

revision = "0007"
down_revision = "0006"

CHANGES = """
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
