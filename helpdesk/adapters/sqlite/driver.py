"""An SQLite of our own under SQLAlchemy's aiosqlite dialect.

The system's SQLite may carry the WAL-reset corruption bug (3.7.0 to 3.51.2); sqlcipher3 brings a current one along.
SQLAlchemy maps errors by the driver module's classes, so the dialect is told about sqlcipher3's and not the standard library's.
"""

from types import ModuleType
from typing import Any

import aiosqlite
from sqlalchemy import URL
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_dbapi, SQLiteDialect_aiosqlite
from sqlalchemy.util.concurrency import await_
from sqlcipher3 import dbapi2

from helpdesk.adapters.sqlite.one_trip import OneTripConnection
from helpdesk.domain.errors import DriverTooOld

NEEDED = (3, 51, 3)
NAME = "sqlite+bundled"


class BundledDbapi(AsyncAdapt_aiosqlite_dbapi):
    """aiosqlite's machinery with the bundled driver's connections and errors."""

    def _init_dbapi_attributes(self) -> None:
        for name in ("DatabaseError", "Error", "IntegrityError", "NotSupportedError", "OperationalError", "ProgrammingError"):
            setattr(self, name, getattr(self.sqlite, name))
        for name in ("sqlite_version", "sqlite_version_info", "PARSE_COLNAMES", "PARSE_DECLTYPES", "Binary"):
            setattr(self, name, getattr(self.sqlite, name))

    def connect(self, *arg: Any, **kw: Any) -> OneTripConnection:
        return OneTripConnection(self, await_(opener(*arg, **kw)))


def opener(database: str, **options: Any) -> Any:
    """An aiosqlite connection, which SQLAlchemy knows by another type."""
    connection = aiosqlite.Connection(lambda: dbapi2.connect(database, **options), 64)
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does for its own, so that a hung query cannot hold up the exit
    return connection


class BundledDialect(SQLiteDialect_aiosqlite):
    driver = "bundled"
    supports_statement_cache = True

    def do_begin(self, dbapi_connection: Any) -> None:
        dbapi_connection.begin()

    @classmethod
    def import_dbapi(cls) -> BundledDbapi:
        return BundledDbapi(aiosqlite, module())


def module() -> ModuleType:
    """The bundled DB-API module. Raises DriverTooOld."""
    if dbapi2.sqlite_version_info < NEEDED:
        raise DriverTooOld(dbapi2.sqlite_version, ".".join(map(str, NEEDED)))
    loaded: ModuleType = dbapi2
    return loaded


def address(path: str) -> URL:
    """The engine URL of a database file."""
    registry.register("sqlite.bundled", __name__, "BundledDialect")
    return URL.create(NAME, database=path)
