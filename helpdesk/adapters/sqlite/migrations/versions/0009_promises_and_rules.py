"""Service levels, calendars, rules and ratings."""

from alembic import op

revision = "0009"
down_revision = "0008"

CHANGES = """
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
