"""The store's file: opened, migrated, damaged, kept and brought back; nothing that was in it is lost."""

import shutil
import stat
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from helpdesk.adapters.sqlite import backup, migrations
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import SqliteStore, open_store
from helpdesk.domain.errors import BackupUnusable, MigrationFailed, StoreCorrupt, StoreTooNew
from tests.fakes.clock import FixedClock
from tests.fakes.stored_drafts import drafted, total

SENDER = Sender("Ada Agent", "desk.example")


async def reopened(path: Path, clock: FixedClock, look: Callable[[SqliteStore], Awaitable[object]]) -> object:
    async with open_store(path, path.parent / "backups", clock, SENDER) as store:
        return await look(store)


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
async def test_a_copy_that_a_kill_cut_short_is_cleared_away_by_the_next_start(
    tmp_path: Path, clock: FixedClock, next_program: Callable[[str], None]
) -> None:
    path = tmp_path / "desk" / "desk.sqlite3"
    await reopened(path, clock, lambda store: drafted(store, clock))
    next_program("SELECT 1")
    half = tmp_path / "desk" / "backups" / ".backup-a1b2c3"
    half.mkdir(parents=True)
    (half / "desk.sqlite3").write_bytes(b"SQLite format 3")
    assert await reopened(path, clock, total) == 1
    (kept,) = (tmp_path / "desk" / "backups").iterdir()
    backup.verify(kept)


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
