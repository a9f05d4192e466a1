"""What was found of passages nearest to each other is kept: only what changed is compared again."""

from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE compared_passages (
            hash TEXT NOT NULL,
            embedder TEXT NOT NULL,
            nearest BLOB NOT NULL,
            agrees BLOB DEFAULT x'' NOT NULL,
            PRIMARY KEY (hash)
        )
        """
    )


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
