"""The store: what was acknowledged stays, whatever happens to the caller, the disk or the program's version."""

import asyncio
import shutil
import sqlite3
import stat
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from helpdesk.adapters.sqlite import backup, certifying_tables, driver, migrations
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import SqliteStore, open_store
from helpdesk.domain.conversation import IncomingMessage, MessageKind, OutboxState
from helpdesk.domain.decision import Decision, DecisionKind, NewDecision
from helpdesk.domain.draft import Draft, DraftState, Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.errors import BackupUnusable, DraftSuperseded, MigrationFailed, NotFound, StoreCorrupt, StoreTooNew
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.ticket import ChannelName, TicketFilter, TicketStatus
from helpdesk.ports import Records
from tests.fakes.clock import FixedClock

METADATA = certifying_tables.assessments.metadata
SENDER = Sender("Ada Agent", "desk.example")


def mail(clock: FixedClock, source: str = "1", body: str = "The hub blinks red, what now?", **more: object) -> IncomingMessage:
    values = {"name": "Grace", "email": "grace@example.org", "subject": "Hub", **more}
    return IncomingMessage(channel=ChannelName.FILE, source=source, body=body, at=clock.now(), **values)  # type: ignore[arg-type]


def written(text: str = "Hold the button. [1]", score: float = 0.8) -> tuple[WrittenReply, Verdict, Fingerprint]:
    reply = WrittenReply(text, (), False, "", True, "excerpts", "", "p1")
    return reply, Verdict(score, Route.REVIEW, (), {"coverage": 0.5}, ()), Fingerprint("excerpts", "", "p1", "e", "c", "s")


async def drafted(store: SqliteStore, clock: FixedClock, source: str = "1", score: float = 0.8) -> tuple[TicketId, DraftId]:
    async def work(records: Records) -> tuple[TicketId, DraftId]:
        ticket_id, _ = await records.tickets.receive(mail(clock, source))
        draft_id = await records.drafts.request(ticket_id)
        assert await records.drafts.answered(draft_id, *written(score=score))
        return ticket_id, draft_id

    return await store.write(work)


async def draft_of(store: SqliteStore, draft_id: DraftId) -> Draft:
    return await store.read(lambda records: records.drafts.get(draft_id))


@pytest.mark.usefixtures("from_nothing")
async def test_the_migrations_make_exactly_the_tables_the_program_uses(store: SqliteStore) -> None:
    def differences(connection: Connection) -> list[object]:
        def ours(thing: object, name: str | None, kind: str, *_: object) -> bool:
            return not (kind == "table" and name is not None and "_fts" in name)

        context = MigrationContext.configure(connection, opts={"include_object": ours})
        return [d for d in compare_metadata(context, METADATA) if "alembic_version" not in str(d)]

    found = await store._engine.read(lambda connection: connection.run_sync(differences))
    assert found == []


@pytest.mark.usefixtures("from_nothing")
async def test_a_fresh_store_has_the_newest_schema(store: SqliteStore) -> None:
    found = await store._engine.read(lambda connection: connection.run_sync(migrations.current))
    assert found == migrations.NEWEST == max(file.name[:4] for file in (migrations.FOLDER / "versions").glob("*_*.py"))


async def test_the_store_runs_on_an_sqlite_without_the_wal_reset_bug_and_with_safe_settings(store: SqliteStore) -> None:
    async def ask(connection: object) -> dict[str, object]:
        said = {}
        for name in ("journal_mode", "foreign_keys", "secure_delete", "trusted_schema", "synchronous"):
            said[name] = (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()  # type: ignore[attr-defined]
        said["version"] = (await connection.exec_driver_sql("SELECT sqlite_version()")).scalar()  # type: ignore[attr-defined]
        return said

    for opened in (store._engine.writer, store._engine.readers):
        said = await store._engine.run(opened, ask)
        assert tuple(map(int, str(said.pop("version")).split("."))) >= (3, 51, 3)
        assert said == {"journal_mode": "wal", "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0, "synchronous": 2}


@pytest.mark.usefixtures("from_nothing")
async def test_only_the_owner_can_read_the_workspace(store: SqliteStore, tmp_path: Path, clock: FixedClock) -> None:
    await drafted(store, clock)
    folder = tmp_path / "workspace"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


async def test_a_mail_received_twice_is_one_ticket(store: SqliteStore, clock: FixedClock) -> None:
    first = await store.write(lambda records: records.tickets.receive(mail(clock)))
    again = await store.write(lambda records: records.tickets.receive(mail(clock)))
    assert first == (again[0], True)
    assert again[1] is False
    conversation = await store.read(lambda records: records.tickets.conversation(first[0]))
    assert [m.body for m in conversation.messages] == ["The hub blinks red, what now?"]


async def test_a_write_that_fails_leaves_nothing_behind(store: SqliteStore, clock: FixedClock) -> None:
    async def work(records: Records) -> None:
        await records.tickets.receive(mail(clock))
        raise NotFound("ticket", "7")

    with pytest.raises(NotFound):
        await store.write(work)
    page = await store.read(lambda records: records.tickets.page(TicketFilter(), 0, 10))
    assert page.total == 0


async def test_a_write_whose_caller_is_cancelled_still_ends_whole(store: SqliteStore, clock: FixedClock) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def work(records: Records) -> None:
        await records.tickets.receive(mail(clock, "1"))
        begun.set()
        await go_on.wait()
        await records.tickets.receive(mail(clock, "2", subject="Second"))

    task = asyncio.create_task(store.write(work))
    await begun.wait()
    task.cancel()
    await asyncio.sleep(0)
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    page = await store.read(lambda records: records.tickets.page(TicketFilter(), 0, 10))
    assert page.total == 2


async def test_readers_see_the_last_committed_state_while_a_write_is_under_way(store: SqliteStore, clock: FixedClock) -> None:
    async def work(records: Records) -> int:
        await records.tickets.receive(mail(clock))
        return (await store.read(lambda other: other.tickets.page(TicketFilter(), 0, 10))).total

    assert await store.write(work) == 0


async def test_the_inbox_finds_words_in_subjects_messages_and_names(store: SqliteStore, clock: FixedClock) -> None:
    await store.write(lambda r: r.tickets.receive(mail(clock, "1", body="My radiators stay cold")))
    await store.write(
        lambda r: r.tickets.receive(
            mail(clock, "2", body="no idea", subject="Invoice wrong", email="bob@example.org", name="Bob")
        )
    )

    async def found(words: str) -> list[str]:
        page = await store.read(lambda records: records.tickets.page(TicketFilter(search=words), 0, 10))
        return [row.subject for row in page.rows]

    assert await found("radiator") == ["Hub"]
    assert await found("invoi") == ["Invoice wrong"]
    assert await found("bob@example") == ["Invoice wrong"]
    assert await found('"); DROP TABLE tickets; --') == []
    assert set(await found("   ")) == {"Hub", "Invoice wrong"}


async def test_the_queue_shows_the_least_certain_and_longest_waiting_first(store: SqliteStore, clock: FixedClock) -> None:
    _, sure = await drafted(store, clock, "1", 0.9)
    clock.advance(minutes=1)
    _, unsure = await drafted(store, clock, "2", 0.2)
    clock.advance(minutes=1)
    _, unsure_later = await drafted(store, clock, "3", 0.2)
    queue = await store.read(lambda records: records.drafts.queue(clock.now(), 0.65, 10))
    assert [row.draft_id for row in queue] == [unsure, unsure_later, sure]
    await store.write(lambda records: records.drafts.skip(unsure, clock.now()))
    queue = await store.read(lambda records: records.drafts.queue(clock.now(), 0.65, 10))
    assert [row.draft_id for row in queue] == [unsure_later, sure, unsure]


async def decide(store: SqliteStore, draft_id: DraftId, revision: int, kind: DecisionKind, after: str) -> Decision:
    return await store.write(lambda r: r.drafts.decide(NewDecision(draft_id, revision, kind, "Ada", after)))


async def test_a_decision_is_bound_to_the_revision_that_was_seen(store: SqliteStore, clock: FixedClock) -> None:
    _, draft_id = await drafted(store, clock)
    with pytest.raises(DraftSuperseded):
        await decide(store, draft_id, 7, DecisionKind.APPROVE, "x")
    made = await decide(store, draft_id, 1, DecisionKind.EDIT, "Hold it for ten seconds. [1]")
    assert (made.before, made.after) == ("Hold the button. [1]", "Hold it for ten seconds. [1]")
    with pytest.raises(DraftSuperseded):
        await decide(store, draft_id, 1, DecisionKind.APPROVE, "x")


async def test_undo_gives_the_decided_text_back_to_the_editor(store: SqliteStore, clock: FixedClock) -> None:
    _, draft_id = await drafted(store, clock)
    made = await decide(store, draft_id, 1, DecisionKind.EDIT, "Better")
    undone = await store.write(lambda records: records.drafts.undo(made.id))
    draft = await draft_of(store, draft_id)
    assert undone.undone
    assert (draft.state, draft.edited, draft.revision, draft.text) == (
        DraftState.IN_REVIEW,
        "Better",
        2,
        "Hold the button. [1]",
    )


async def test_a_new_customer_message_retires_the_open_draft(store: SqliteStore, clock: FixedClock) -> None:
    ticket_id, draft_id = await drafted(store, clock)
    fresh = await store.write(lambda records: records.drafts.request(ticket_id))
    assert (await draft_of(store, draft_id)).state is DraftState.SUPERSEDED
    assert (await draft_of(store, fresh)).state is DraftState.REQUESTED
    assert not await store.write(lambda records: records.drafts.answered(draft_id, *written()))


async def test_a_claim_holds_until_it_expires(store: SqliteStore, clock: FixedClock) -> None:
    _, draft_id = await drafted(store, clock)

    async def claim(agent: str) -> str:
        now = clock.now()
        until = now.replace(minute=now.minute + 10)
        return await store.write(lambda records: records.drafts.claim(draft_id, agent, now, until))

    assert await claim("Ada") == "Ada"
    assert await claim("Bo") == "Ada"
    clock.advance(minutes=11)
    assert await claim("Bo") == "Bo"


async def test_a_sent_reply_joins_the_conversation_exactly_once(store: SqliteStore, clock: FixedClock) -> None:
    ticket_id, draft_id = await drafted(store, clock)
    await decide(store, draft_id, 1, DecisionKind.APPROVE, "Hold the button.")
    entry = await store.write(lambda r: r.outbox.queue(ticket_id, draft_id, "Hold the button.", clock.now()))
    assert (entry.recipient, entry.subject, entry.state) == ("grace@example.org", "Re: Hub", OutboxState.QUEUED)
    assert [e.id for e in await store.read(lambda r: r.outbox.due(clock.now(), 5))] == [entry.id]

    async def move(a: OutboxState, b: OutboxState) -> bool:
        return await store.write(lambda r: r.outbox.move(entry.id, a, b))

    assert await move(OutboxState.QUEUED, OutboxState.SENDING)
    assert not await move(OutboxState.QUEUED, OutboxState.SENDING)
    assert await move(OutboxState.SENDING, OutboxState.SENT)
    assert not await move(OutboxState.SENDING, OutboxState.SENT)
    conversation = await store.read(lambda r: r.tickets.conversation(ticket_id))
    assert [m.kind for m in conversation.messages] == [MessageKind.CUSTOMER, MessageKind.PUBLIC_REPLY]
    assert conversation.ticket.status is TicketStatus.PENDING
    assert (await draft_of(store, draft_id)).state is DraftState.SENT


async def test_an_answer_to_our_reply_joins_its_ticket_only_from_the_address_it_went_to(
    store: SqliteStore, clock: FixedClock
) -> None:
    ticket_id, draft_id = await drafted(store, clock)
    entry = await store.write(lambda r: r.outbox.queue(ticket_id, draft_id, "Hello", clock.now()))
    forged = mail(clock, "2", email="mallory@example.org", thread=entry.message_id)
    answer = mail(clock, "3", email="GRACE@example.org", thread=entry.message_id)
    assert (await store.write(lambda r: r.tickets.receive(forged)))[0] != ticket_id
    assert (await store.write(lambda r: r.tickets.receive(answer)))[0] == ticket_id


async def test_the_activity_log_only_grows(store: SqliteStore, tmp_path: Path) -> None:
    await store.write(lambda records: records.log.note("draft.approved", draft_id=1, revision=2))
    with closing(dbapi2.connect(str(tmp_path / "workspace" / "desk.sqlite3"))) as connection:
        for statement in ("UPDATE activity SET kind = 'x'", "DELETE FROM activity"):
            with pytest.raises(dbapi2.DatabaseError, match="only grows"):
                connection.execute(statement)


async def reopened(path: Path, clock: FixedClock, look: Callable[[SqliteStore], Awaitable[object]]) -> object:
    async with open_store(path, path.parent / "backups", clock, SENDER) as store:
        return await look(store)


async def total(store: SqliteStore) -> int:
    return (await store.read(lambda records: records.tickets.page(TicketFilter(), 0, 1))).total


@pytest.mark.usefixtures("from_nothing")
async def test_a_store_of_a_newer_program_is_refused_untouched(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "desk.sqlite3"
    assert await reopened(path, clock, total) == 0
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(StoreTooNew) as refused:
        await reopened(path, clock, total)
    assert refused.value.found == "9999"


NEXT_SCHEMA = """
from alembic import op

revision = "9000"
down_revision = "{newest}"


def upgrade() -> None:
    op.execute("ALTER TABLE requesters ADD COLUMN nickname TEXT NOT NULL DEFAULT 'none'")
    op.execute("{then}")
"""


@pytest.fixture
def next_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes this program one that knows one schema more, whose migration ends with the statement given."""

    def become(then: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(migrations.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
        schema = NEXT_SCHEMA.replace("{then}", then).replace("{newest}", migrations.NEWEST)
        (folder / "versions" / "9000_next.py").write_text(schema, "utf-8")
        monkeypatch.setattr(migrations, "FOLDER", folder)
        monkeypatch.setattr(migrations, "NEWEST", "9000")

    return become


@pytest.mark.usefixtures("from_nothing")
async def test_an_older_store_is_backed_up_then_migrated_with_everything_in_it(
    tmp_path: Path, clock: FixedClock, next_program: Callable[[str], None]
) -> None:
    path = tmp_path / "desk" / "desk.sqlite3"
    await reopened(path, clock, lambda store: drafted(store, clock))
    next_program("SELECT 1")
    assert await reopened(path, clock, total) == 1
    with closing(dbapi2.connect(str(path))) as connection:
        assert connection.execute("SELECT nickname FROM requesters").fetchall() == [("none",)]
    (kept,) = (tmp_path / "desk" / "backups").iterdir()
    backup.verify(kept)
    assert await reopened(path, clock, total) == 1
    assert len(list((tmp_path / "desk" / "backups").iterdir())) == 1


@pytest.mark.usefixtures("from_nothing")
async def test_a_migration_that_fails_leaves_the_old_store_and_its_backup(
    tmp_path: Path, clock: FixedClock, next_program: Callable[[str], None]
) -> None:
    path = tmp_path / "desk" / "desk.sqlite3"
    newest = migrations.NEWEST
    await reopened(path, clock, lambda store: drafted(store, clock))
    next_program("INSERT INTO nowhere VALUES (1)")
    with pytest.raises(MigrationFailed) as refused:
        await reopened(path, clock, total)
    assert "nowhere" in refused.value.detail
    with closing(dbapi2.connect(str(path))) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(newest,)]
        assert "nickname" not in str(connection.execute("SELECT sql FROM sqlite_master WHERE name = 'requesters'").fetchone())
        assert connection.execute("SELECT count(*) FROM tickets").fetchone() == (1,)


@pytest.mark.parametrize("damage", [b"\x00" * 64, b"not a database, just some words " * 8])
async def test_a_damaged_store_is_named_and_not_opened(tmp_path: Path, clock: FixedClock, damage: bytes) -> None:
    path = tmp_path / "desk.sqlite3"
    await reopened(path, clock, total)
    content = bytearray(path.read_bytes())
    content[: len(damage)] = damage
    path.write_bytes(content)
    with pytest.raises(StoreCorrupt) as refused:
        await reopened(path, clock, total)
    assert refused.value.path == path


async def test_a_damaged_page_inside_is_found_at_the_start(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "desk.sqlite3"
    await reopened(path, clock, lambda store: drafted(store, clock))
    content = bytearray(path.read_bytes())
    for page in range(4096 * 2, len(content), 4096):
        content[page : page + 12] = b"\xff" * 12
    path.write_bytes(content)
    with pytest.raises(StoreCorrupt):
        await reopened(path, clock, total)


async def test_a_backup_is_one_private_file_that_restores_what_was_there(
    store: SqliteStore, tmp_path: Path, clock: FixedClock
) -> None:
    await drafted(store, clock)
    kept = tmp_path / "kept.helpdesk"
    await store.backup(str(kept))
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    other = tmp_path / "other"
    assert await reopened(other / "desk.sqlite3", clock, total) == 0
    aside = backup.restore(kept, other)
    assert aside is not None
    assert (aside / "desk.sqlite3").exists()
    assert await reopened(other / "desk.sqlite3", clock, total) == 1


@pytest.mark.parametrize(
    "spoil", [lambda b: b[: len(b) // 2], lambda b: b[:300] + bytes(200) + b[500:], lambda b: b"", lambda b: b"x" * 900]
)
async def test_a_spoilt_backup_is_refused_and_the_workspace_stays(
    store: SqliteStore, tmp_path: Path, clock: FixedClock, spoil: Callable[[bytes], bytes]
) -> None:
    await drafted(store, clock)
    kept = tmp_path / "kept.helpdesk"
    await store.backup(str(kept))
    kept.write_bytes(spoil(kept.read_bytes()))
    other = tmp_path / "other"
    await reopened(other / "desk.sqlite3", clock, lambda opened: drafted(opened, clock))
    with pytest.raises(BackupUnusable):
        backup.restore(kept, other)
    assert await reopened(other / "desk.sqlite3", clock, total) == 1


def test_the_standard_librarys_sqlite_is_not_what_the_store_uses() -> None:
    assert driver.module() is not sqlite3
