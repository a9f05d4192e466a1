"""The store: what was acknowledged stays, whatever happens to the caller; what is decided is bound to what was seen."""

import asyncio
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from helpdesk.adapters.sqlite import certifying_tables, driver, migrations
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.conversation import MessageKind, OutboxState
from helpdesk.domain.decision import Decision, DecisionKind, NewDecision
from helpdesk.domain.draft import Draft, DraftState
from helpdesk.domain.errors import DraftSuperseded, NotFound
from helpdesk.domain.ids import DraftId
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ports import Records
from tests.fakes.clock import FixedClock
from tests.fakes.stored_drafts import drafted, mail, total, written

METADATA = certifying_tables.assessments.metadata


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
    assert await total(store) == 0


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
    assert await total(store) == 2


async def test_readers_see_the_last_committed_state_while_a_write_is_under_way(store: SqliteStore, clock: FixedClock) -> None:
    async def work(records: Records) -> int:
        await records.tickets.receive(mail(clock))
        return await total(store)

    assert await store.write(work) == 0


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


def test_the_standard_librarys_sqlite_is_not_what_the_store_uses() -> None:
    assert driver.module() is not sqlite3
