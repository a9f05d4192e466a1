"""Indexes for a desk with a hundred thousand tickets and thousands of waiting drafts.

The review queue gets one of the drafts in review alone, with all that orders them; a list of tickets of one status is walked
along that status, cell and all; what a scorer did is counted without a look at the assessments themselves.
"""

from alembic import op

revision = "0012"
down_revision = "0011"

CHANGES = """
CREATE INDEX drafts_in_review
ON drafts (state, skipped_at, confidence, waiting_since, route, claimed_by, claimed_until)
WHERE state = 'in-review';

DROP INDEX tickets_by_status;

CREATE INDEX tickets_by_status ON tickets (status, updated_at, id, cell);

CREATE INDEX assessments_of_drafter ON assessments (writer, scorer, at, sendable, score, held_by);
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
