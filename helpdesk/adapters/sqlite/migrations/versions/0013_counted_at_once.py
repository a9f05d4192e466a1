"""What Insights counts lies in its indexes: who wrote the draft is kept with the decision about it, and how long a promise took
to end is worked out when it is written."""

from alembic import op

revision = "0013"
down_revision = "0012"

CHANGES = """
ALTER TABLE decisions ADD COLUMN writer TEXT DEFAULT '' NOT NULL;

UPDATE decisions SET writer = coalesce(
    (SELECT a.writer FROM assessments a WHERE a.draft_id = decisions.draft_id ORDER BY a.revision DESC LIMIT 1),
    (SELECT json_extract(d.fingerprint, '$.writer') FROM drafts d WHERE d.id = decisions.draft_id),
    ''
);

DROP INDEX decisions_by_time;

DROP INDEX decisions_counted;

CREATE INDEX decisions_counted ON decisions (decided_at, undone, kind, agent, writer, ticket_id, draft_id);

ALTER TABLE promises ADD COLUMN took_seconds FLOAT GENERATED ALWAYS AS
(round((julianday(met_at) - julianday(started_at)) * 86400)) VIRTUAL;

CREATE INDEX promises_of_level ON promises (level_id, kind, started_at, state, told, took_seconds)
"""


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
