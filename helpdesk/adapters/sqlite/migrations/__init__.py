"""Every schema this store ever had, as Alembic revisions, and the way from any of them to the newest.

Alembic finds the revisions in `versions/`; each is SQL of its own and never imports the tables of today. Alembic itself is
imported only when there is something to migrate: a start has no time for it.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect

FOLDER = Path(__file__).parent
NEWEST = "0019"


def known(revision: str) -> bool:
    """Whether this program has heard of that schema."""
    return any((FOLDER / "versions").glob(f"{revision}_*.py*"))


def current(connection: Connection) -> str | None:
    """The schema of the file; None for a file without any."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)


def upgrade(connection: Connection) -> None:
    """From whatever it is to the newest, within the caller's transaction."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)

    def steps(revision: object, _: object) -> list[object]:
        return list(scripts._upgrade_revs("head", revision))  # type: ignore[arg-type]  # noqa: SLF001 - as its upgrade command does

    with EnvironmentContext(config, scripts, fn=steps, destination_rev="head") as environment:
        environment.configure(connection=connection, fn=steps, transactional_ddl=False)
        environment.run_migrations()
