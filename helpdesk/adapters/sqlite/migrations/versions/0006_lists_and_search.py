"""Views, sorted lists of a million tickets, and search in everything.

A ticket lies in a *cell*: the row of `ticket_cells` with its status, priority and the like, which counts its tickets. So the
number of tickets of a view is a sum of a few hundred rows, and an index of (what is sorted by, id, cell) answers any mix of
those conditions without a look at the tickets themselves. Triggers keep cells, tags, the newest draft's state and the words in
step, whoever writes.

Words of subjects, messages, notes and attachments lie in one FTS5 table whose row number begins with the ticket's: what was
found is counted by ticket without reading anything else.
"""

from alembic import op

revision = "0006"
down_revision = "0005"

CHANGES = """
ALTER TABLE tickets ADD COLUMN merged_into INTEGER;

ALTER TABLE tickets ADD COLUMN hidden INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE tickets ADD COLUMN snoozed_until VARCHAR;

ALTER TABLE tickets ADD COLUMN snooze_note TEXT DEFAULT '' NOT NULL;

ALTER TABLE tickets ADD COLUMN follow_up_at VARCHAR;

ALTER TABLE tickets ADD COLUMN due_at VARCHAR;

ALTER TABLE tickets ADD COLUMN due_kind TEXT DEFAULT '' NOT NULL;

ALTER TABLE tickets ADD COLUMN due_state TEXT DEFAULT '' NOT NULL;

ALTER TABLE tickets ADD COLUMN draft_state TEXT DEFAULT '' NOT NULL;

ALTER TABLE tickets ADD COLUMN confidence FLOAT;

ALTER TABLE tickets ADD COLUMN last_public_at VARCHAR;

ALTER TABLE tickets ADD COLUMN last_from TEXT DEFAULT '' NOT NULL;

ALTER TABLE tickets ADD COLUMN cell INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE tickets ADD COLUMN priority_rank INTEGER GENERATED ALWAYS AS
(CASE priority WHEN 'urgent' THEN 3 WHEN 'high' THEN 2 WHEN 'normal' THEN 1 ELSE 0 END) VIRTUAL;

ALTER TABLE tickets ADD COLUMN due_order VARCHAR GENERATED ALWAYS AS (coalesce(due_at, '~')) VIRTUAL;

ALTER TABLE tickets ADD COLUMN confidence_order FLOAT GENERATED ALWAYS AS (coalesce(confidence, 2.0)) VIRTUAL;

ALTER TABLE tickets ADD COLUMN waiting_order VARCHAR GENERATED ALWAYS AS
(CASE last_from WHEN 'customer' THEN last_public_at ELSE '~' END) VIRTUAL;

ALTER TABLE tickets ADD COLUMN subject_order TEXT GENERATED ALWAYS AS (lower(subject)) VIRTUAL;

CREATE TABLE ticket_cells (
    id INTEGER NOT NULL,
    shown INTEGER DEFAULT 0 NOT NULL,
    asleep INTEGER DEFAULT 0 NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    priority TEXT DEFAULT '' NOT NULL,
    assignee INTEGER DEFAULT 0 NOT NULL,
    topic TEXT DEFAULT '' NOT NULL,
    language TEXT DEFAULT '' NOT NULL,
    channel TEXT DEFAULT '' NOT NULL,
    draft_state TEXT DEFAULT '' NOT NULL,
    due_state TEXT DEFAULT '' NOT NULL,
    last_from TEXT DEFAULT '' NOT NULL,
    tickets INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (shown, asleep, status, priority, assignee, topic, language, channel, draft_state, due_state, last_from)
);

CREATE TABLE ticket_tags (
    ticket_id INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (ticket_id, tag),
    FOREIGN KEY(ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);

CREATE INDEX ticket_tags_by_tag ON ticket_tags (tag, ticket_id);

CREATE TABLE attachment_words (
    attachment_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    state TEXT DEFAULT 'waiting' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (attachment_id),
    FOREIGN KEY(attachment_id) REFERENCES attachments (id) ON DELETE CASCADE
);

CREATE INDEX attachment_words_waiting ON attachment_words (attachment_id) WHERE state = 'waiting';

CREATE TABLE views (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    query JSON DEFAULT '{}' NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    agent TEXT DEFAULT '' NOT NULL,
    created_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

UPDATE tickets SET
    draft_state = coalesce((SELECT state FROM drafts d WHERE d.ticket_id = tickets.id ORDER BY d.id DESC LIMIT 1), ''),
    confidence = (SELECT confidence FROM drafts d WHERE d.ticket_id = tickets.id ORDER BY d.id DESC LIMIT 1),
    last_public_at = (SELECT max(at) FROM messages m WHERE m.ticket_id = tickets.id AND m.kind <> 'internal-note'),
    last_from = coalesce((SELECT CASE kind WHEN 'customer' THEN 'customer' ELSE 'agent' END FROM messages m
        WHERE m.ticket_id = tickets.id AND m.kind <> 'internal-note' ORDER BY m.at DESC, m.id DESC LIMIT 1), '');

INSERT INTO ticket_tags (ticket_id, tag) SELECT DISTINCT t.id, lower(j.value) FROM tickets t, json_each(t.tags) j;

INSERT INTO attachment_words (attachment_id, ticket_id)
SELECT a.id, m.ticket_id FROM attachments a JOIN messages m ON m.id = a.message_id;

INSERT INTO ticket_cells
    (shown, asleep, status, priority, assignee, topic, language, channel, draft_state, due_state, last_from, tickets)
SELECT 1, 0, status, priority, coalesce(assignee_id, 0), topic, language, channel, draft_state, '', last_from, count(*)
FROM tickets GROUP BY status, priority, coalesce(assignee_id, 0), topic, language, channel, draft_state, last_from;

UPDATE tickets SET cell = (SELECT c.id FROM ticket_cells c
    WHERE c.shown = 1 AND c.asleep = 0 AND c.status = tickets.status AND c.priority = tickets.priority
    AND c.assignee = coalesce(tickets.assignee_id, 0) AND c.topic = tickets.topic AND c.language = tickets.language
    AND c.channel = tickets.channel AND c.draft_state = tickets.draft_state AND c.due_state = ''
    AND c.last_from = tickets.last_from);

DROP INDEX tickets_by_change;

DROP INDEX tickets_by_arrival;

DROP INDEX ix_tickets_requester_id;

CREATE INDEX tickets_by_change ON tickets (updated_at, id, cell);

CREATE INDEX tickets_by_arrival ON tickets (created_at, id, cell);

CREATE INDEX tickets_by_priority ON tickets (priority_rank, updated_at, id, cell);

CREATE INDEX tickets_by_due ON tickets (due_order, id, cell);

CREATE INDEX tickets_by_confidence ON tickets (confidence_order, id, cell);

CREATE INDEX tickets_by_waiting ON tickets (waiting_order, id, cell);

CREATE INDEX tickets_by_subject ON tickets (subject_order, id, cell);

CREATE INDEX tickets_of_requester ON tickets (requester_id, updated_at, id, cell);

CREATE INDEX tickets_by_cell ON tickets (cell, updated_at, id);

CREATE INDEX tickets_merged ON tickets (merged_into) WHERE merged_into IS NOT NULL;

DROP TRIGGER tickets_learn;

DROP TRIGGER tickets_forget;

DROP TRIGGER tickets_relearn;

DROP TRIGGER messages_learn;

DROP TRIGGER messages_forget;

DROP TRIGGER messages_relearn;

DROP TABLE tickets_fts;

DROP TABLE messages_fts;

CREATE VIEW words AS
SELECT id << 32 AS id, subject, '' AS said, '' AS noted, '' AS attached FROM tickets
UNION ALL
SELECT ticket_id << 32 | id, '', CASE kind WHEN 'internal-note' THEN '' ELSE body END,
    CASE kind WHEN 'internal-note' THEN body ELSE '' END, '' FROM messages
UNION ALL
SELECT ticket_id << 32 | 2147483648 | attachment_id, '', '', '', words FROM attachment_words;

CREATE VIRTUAL TABLE words_fts USING fts5(subject, said, noted, attached, content='words', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2', prefix='2 3', columnsize=0);

INSERT INTO words_fts(words_fts, rank) VALUES ('secure-delete', 1);

INSERT INTO words_fts(words_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE spelling_fts USING fts5vocab(words_fts, 'row');

CREATE VIRTUAL TABLE requesters_fts USING fts5(name, email, content='requesters', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3', columnsize=0);

INSERT INTO requesters_fts(requesters_fts, rank) VALUES ('secure-delete', 1);

INSERT INTO requesters_fts(requesters_fts) VALUES ('rebuild');
"""

DIMENSIONS = {
    "shown": "({row}.hidden = 0 AND {row}.merged_into IS NULL)",
    "asleep": "({row}.snoozed_until IS NOT NULL)",
    "status": "{row}.status",
    "priority": "{row}.priority",
    "assignee": "coalesce({row}.assignee_id, 0)",
    "topic": "{row}.topic",
    "language": "{row}.language",
    "channel": "{row}.channel",
    "draft_state": "{row}.draft_state",
    "due_state": "{row}.due_state",
    "last_from": "{row}.last_from",
}
CELL_NAMES = ", ".join(DIMENSIONS)
NEW_CELL = ", ".join(how.format(row="new") for how in DIMENSIONS.values())
INTO_NEW_CELL = f"""
INSERT INTO ticket_cells ({CELL_NAMES}, tickets) VALUES ({NEW_CELL}, 1)
    ON CONFLICT ({CELL_NAMES}) DO UPDATE SET tickets = tickets + 1;
UPDATE tickets SET cell = (SELECT id FROM ticket_cells WHERE ({CELL_NAMES}) = ({NEW_CELL})) WHERE id = new.id;
"""
FROM_OLD_CELL = """
UPDATE ticket_cells SET tickets = tickets - 1 WHERE id = old.cell;
DELETE FROM ticket_cells WHERE id = old.cell AND tickets = 0;
"""
CELL_COLUMNS = (
    "hidden, merged_into, snoozed_until, status, priority, assignee_id, topic, language, channel, draft_state, due_state, "
    "last_from"
)
CELL_CHANGED = " OR ".join(
    f"{name} IS NOT {name.replace('new.', 'old.')}" for name in (f"new.{c}" for c in CELL_COLUMNS.split(", "))
)

NEW_TAGS = "INSERT OR IGNORE INTO ticket_tags (ticket_id, tag) SELECT new.id, lower(value) FROM json_each(new.tags);"


def newest_draft(row: str) -> str:
    found = f"FROM drafts WHERE ticket_id = {row}.ticket_id ORDER BY id DESC LIMIT 1"
    return (
        f"UPDATE tickets SET draft_state = coalesce((SELECT state {found}), ''), confidence = (SELECT confidence {found}) "
        f"WHERE id = {row}.ticket_id;"
    )


def last_word(row: str) -> str:
    found = f"FROM messages WHERE ticket_id = {row}.ticket_id AND kind <> 'internal-note' ORDER BY at DESC, id DESC LIMIT 1"
    return (
        f"UPDATE tickets SET last_public_at = (SELECT at {found}), "
        f"last_from = coalesce((SELECT CASE kind WHEN 'customer' THEN 'customer' ELSE 'agent' END {found}), '') "
        f"WHERE id = {row}.ticket_id;"
    )


SUBJECT = "{row}.id << 32, {row}.subject, '', '', ''"
MESSAGE = (
    "{row}.ticket_id << 32 | {row}.id, '', CASE {row}.kind WHEN 'internal-note' THEN '' ELSE {row}.body END, "
    "CASE {row}.kind WHEN 'internal-note' THEN {row}.body ELSE '' END, ''"
)
ATTACHMENT = "{row}.ticket_id << 32 | 2147483648 | {row}.attachment_id, '', '', '', {row}.words"


def learn(values: str) -> str:
    return f"INSERT INTO words_fts(rowid, subject, said, noted, attached) VALUES ({values.format(row='new')});"


def forget(values: str) -> str:
    names = "words_fts, rowid, subject, said, noted, attached"
    return f"INSERT INTO words_fts({names}) VALUES ('delete', {values.format(row='old')});"


PERSON = "{row}.id, {row}.name, {row}.email"
LEARN_PERSON = f"INSERT INTO requesters_fts(rowid, name, email) VALUES ({PERSON.format(row='new')});"
FORGET_PERSON = f"INSERT INTO requesters_fts(requesters_fts, rowid, name, email) VALUES ('delete', {PERSON.format(row='old')});"
MOVE_ATTACHED = (
    "UPDATE attachment_words SET ticket_id = new.ticket_id "
    "WHERE attachment_id IN (SELECT id FROM attachments WHERE message_id = new.id);"
)

TRIGGERS = (
    f"tickets_counted AFTER INSERT ON tickets BEGIN {INTO_NEW_CELL} END",
    f"tickets_moved AFTER UPDATE OF {CELL_COLUMNS} ON tickets WHEN {CELL_CHANGED} BEGIN {FROM_OLD_CELL} {INTO_NEW_CELL} END",
    f"tickets_uncounted AFTER DELETE ON tickets BEGIN {FROM_OLD_CELL} END",
    f"tickets_tagged AFTER INSERT ON tickets WHEN new.tags <> '[]' BEGIN {NEW_TAGS} END",
    "tickets_retagged AFTER UPDATE OF tags ON tickets WHEN new.tags <> old.tags BEGIN "
    f"DELETE FROM ticket_tags WHERE ticket_id = new.id; {NEW_TAGS} END",
    f"drafts_newest AFTER INSERT ON drafts BEGIN {newest_draft('new')} END",
    f"drafts_moved AFTER UPDATE OF state, confidence, ticket_id ON drafts BEGIN {newest_draft('new')} END",
    f"drafts_gone AFTER DELETE ON drafts BEGIN {newest_draft('old')} END",
    f"messages_last AFTER INSERT ON messages WHEN new.kind <> 'internal-note' BEGIN {last_word('new')} END",
    f"messages_moved AFTER UPDATE OF ticket_id ON messages BEGIN {last_word('old')} {last_word('new')} {MOVE_ATTACHED} END",
    f"messages_gone AFTER DELETE ON messages BEGIN {last_word('old')} END",
    f"tickets_learn AFTER INSERT ON tickets BEGIN {learn(SUBJECT)} END",
    f"tickets_relearn AFTER UPDATE OF subject ON tickets BEGIN {forget(SUBJECT)} {learn(SUBJECT)} END",
    f"tickets_forget AFTER DELETE ON tickets BEGIN {forget(SUBJECT)} END",
    f"messages_learn AFTER INSERT ON messages BEGIN {learn(MESSAGE)} END",
    f"messages_relearn AFTER UPDATE OF body, kind, ticket_id ON messages BEGIN {forget(MESSAGE)} {learn(MESSAGE)} END",
    f"messages_forget AFTER DELETE ON messages BEGIN {forget(MESSAGE)} END",
    "attachments_wait AFTER INSERT ON attachments BEGIN INSERT INTO attachment_words (attachment_id, ticket_id) "
    "SELECT new.id, ticket_id FROM messages WHERE id = new.message_id; END",
    f"attachment_words_learn AFTER INSERT ON attachment_words BEGIN {learn(ATTACHMENT)} END",
    "attachment_words_relearn AFTER UPDATE OF words, ticket_id ON attachment_words BEGIN "
    f"{forget(ATTACHMENT)} {learn(ATTACHMENT)} END",
    f"attachment_words_forget AFTER DELETE ON attachment_words BEGIN {forget(ATTACHMENT)} END",
    f"requesters_learn AFTER INSERT ON requesters BEGIN {LEARN_PERSON} END",
    f"requesters_relearn AFTER UPDATE OF name, email ON requesters BEGIN {FORGET_PERSON} {LEARN_PERSON} END",
    f"requesters_forget AFTER DELETE ON requesters BEGIN {FORGET_PERSON} END",
)


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in CHANGES.split(";"))):
        op.execute(statement)
    for trigger in TRIGGERS:
        op.execute(f"CREATE TRIGGER {trigger}")


def downgrade() -> None:
    raise NotImplementedError("an older program restores a backup instead")
