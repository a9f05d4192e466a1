"""How drafts on the same intent and from the same articles went is found without reading every citation and every reading."""

from alembic import op

revision = "0015"
down_revision = "0014"

CHANGES = """
CREATE INDEX citations_of_revision ON citations (revision_id, draft_id);

CREATE INDEX understandings_by_correction ON understandings (name, corrected) WHERE corrected <> ''
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
