"""SqliteStore: opened once a process, closed at its end."""

import asyncio
import errno
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import backup, driver, engine, migrations
from helpdesk.adapters.sqlite.called_there import records_of
from helpdesk.adapters.sqlite.engine import Engine
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.domain.errors import DiskFull, MigrationFailed, ReadOnly, StoreCorrupt, StoreTooNew
from helpdesk.domain.progress import Progress, Report, unheard
from helpdesk.ports import Clock, Records

T = TypeVar("T")

#: A larger file is not read through at every start (it takes minutes); `helpdesk doctor` and every backup do that.
CHECKED_WHOLE = 256 * 1024 * 1024

#: Below this many free bytes a write could fail half way through a checkpoint: say so before.
SPARE = 8 * 1024 * 1024


class SqliteStore:
    def __init__(self, opened: Engine, clock: Clock, sender: Sender) -> None:
        self._engine = opened
        self._clock = clock
        self._sender = sender

    def _records(self, connection: AsyncConnection) -> Records:
        return records_of(connection, self._clock, self._sender)

    async def read(self, work: Callable[[Records], Awaitable[T]]) -> T:
        return await self._engine.read(lambda connection: work(self._records(connection)))

    async def write(self, work: Callable[[Records], Awaitable[T]]) -> T:
        if room(self._engine.path) < SPARE:
            raise DiskFull(self._engine.path)
        return await self._engine.write(lambda connection: work(self._records(connection)))

    async def check(self) -> None:
        await self._engine.read(lambda connection: check(connection, self._engine.path, whole=True))

    async def forget(self) -> None:
        await self._engine.settle()

    async def backup(self, target: str) -> None:
        await asyncio.to_thread(backup.make, self._engine.path, Path(target))


@asynccontextmanager
async def open_store(
    path: Path, backups: Path, clock: Clock, sender: Sender, report: Report = unheard
) -> AsyncIterator[SqliteStore]:
    """Opens, checks and migrates the store; `report` hears of what may take minutes.
    Raises DriverTooOld, StoreCorrupt, StoreTooNew, MigrationFailed, ReadOnly, DiskFull."""
    driver.module()
    create(path)
    opened = engine.made(path)
    try:
        await opened.run(opened.writer, lambda connection: check(connection, path, whole=path.stat().st_size <= CHECKED_WHOLE))
        await migrate(opened, backups, clock, report)
        yield SqliteStore(opened, clock, sender)
    finally:
        await opened.aclose()


def room(path: Path) -> int:
    """Free bytes where the store lies. Raises ReadOnly when its folder is gone."""
    try:
        return shutil.disk_usage(path.parent).free
    except OSError as error:
        raise ReadOnly(path) from error


def create(path: Path) -> None:
    """The file with mode 0600 in a folder with mode 0700, before SQLite gives them any other."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise (DiskFull if error.errno == errno.ENOSPC else ReadOnly)(path) from error
    if os.name == "posix":
        path.parent.chmod(0o700)
        path.chmod(0o600)


async def check(connection: AsyncConnection, path: Path, *, whole: bool) -> None:
    """Every page of the file, or of one small table alone: whatever is damaged elsewhere is told when it is read."""
    said = await connection.exec_driver_sql("PRAGMA quick_check(5)" if whole else "PRAGMA quick_check(desk)")
    found = [str(row[0]) for row in said]
    if found != ["ok"]:
        raise StoreCorrupt(path, "; ".join(found))


async def migrate(opened: Engine, backups: Path, clock: Clock, report: Report) -> None:
    """To the newest schema, after a verified backup of the one found."""
    path = opened.path
    found = await opened.run(opened.writer, lambda connection: connection.run_sync(migrations.current))
    if found == migrations.NEWEST:
        return
    if found is not None:
        if not migrations.known(found):
            raise StoreTooNew(path, found, migrations.NEWEST)
        report(Progress(0, None, "Keeping a copy of the desk as it is, before this version of the program changes it"))
        await asyncio.to_thread(backup.forget_cut_short, backups)
        stamp = clock.now().strftime("%Y%m%d-%H%M%S")
        await asyncio.to_thread(backup.make, path, backups / f"before-{migrations.NEWEST}-{stamp}.helpdesk")
        report(Progress(0, None, "Bringing the desk to this version of the program"))
    try:
        await opened.run(opened.writer, lambda connection: connection.run_sync(migrations.upgrade))
    except DBAPIError as error:
        raise MigrationFailed(path, str(error.orig)) from error
