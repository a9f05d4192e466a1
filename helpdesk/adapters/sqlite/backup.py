"""A workspace's store in one file, verified when it is made and again before it is put back.

The file is a zip of `desk.sqlite3` (a compact copy), `settings.toml` when there is one, and `manifest.json` naming
the SHA-256 of each and the schema. Indexes are left out: they are rebuilt from the vectors in the store.
"""

import errno
import json
import os
import shutil
import tempfile
import zipfile
import zlib
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from helpdesk.adapters.sqlite import driver, migrations
from helpdesk.domain.errors import BackupUnusable, DiskFull, ReadOnly

STORE = "desk.sqlite3"
SETTINGS = "settings.toml"
MANIFEST = "manifest.json"
FORMAT = 1
PIECE = 1024 * 1024
PACKING = 1
"""The least: packing as tight as usual takes three and a half times as long, minutes for many tickets, to save a sixth."""
UNDER_WAY = ".backup-"
FULL_TEXT = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE %fts5(%'"


def make(store: Path, target: Path) -> None:
    """Copies the live store next to `target`, packs and re-reads it, then renames it into place.
    Raises BackupUnusable, DiskFull, ReadOnly."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=UNDER_WAY) as made:
            folder = Path(made)
            copied(store, folder / STORE)
            packed = folder / "packed"
            pack(folder, packed, store.parent / SETTINGS)
            verify(packed)
            packed.chmod(0o600)
            packed.replace(target)
    except OSError as error:
        raise (DiskFull if error.errno == errno.ENOSPC else ReadOnly)(target) from error


def forget_cut_short(folder: Path) -> None:
    """Half-made backups of a program that was killed. Only for the folder of a workspace that is one's own: elsewhere somebody
    may be making one."""
    for left in folder.glob(f"{UNDER_WAY}*"):
        shutil.rmtree(left, ignore_errors=True)


def copied(store: Path, target: Path) -> None:
    sqlite: Any = driver.module()
    with closing(sqlite.connect(str(store))) as connection:
        try:
            connection.execute("VACUUM INTO ?", (str(target),))
        except sqlite.Error as error:
            if "disk is full" in str(error):
                raise DiskFull(target) from error
            raise BackupUnusable(store, str(error)) from error


def pack(folder: Path, packed: Path, settings: Path) -> None:
    names = [STORE]
    if settings.exists():
        shutil.copyfile(settings, folder / SETTINGS)
        names.append(SETTINGS)
    manifest = {"format": FORMAT, "schema": migrations.NEWEST, "sha256": {name: digest(folder / name) for name in names}}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=PACKING) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        for name in names:
            archive.write(folder / name, name)
    with packed.open("rb+") as written:
        os.fsync(written.fileno())


def digest(file: Path) -> str:
    total = sha256()
    with file.open("rb") as read:
        while piece := read.read(PIECE):
            total.update(piece)
    return total.hexdigest()


def verify(packed: Path) -> None:
    """Unpacks into a throw-away folder and proves every byte. Raises BackupUnusable."""
    with tempfile.TemporaryDirectory(dir=packed.parent, prefix=".verify-") as made:
        unpack(packed, Path(made))


def unpack(packed: Path, folder: Path) -> list[str]:
    """Unpacks what the manifest names into `folder` and checks it. Raises BackupUnusable."""
    try:
        with zipfile.ZipFile(packed) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            named: dict[str, str] = manifest["sha256"]
            if manifest["format"] != FORMAT or STORE not in named or not {STORE, SETTINGS}.issuperset(named):
                raise BackupUnusable(packed, "it was made by another program or a newer version")
            for name, wanted in named.items():
                with archive.open(name) as read, (folder / name).open("xb") as written:
                    shutil.copyfileobj(read, written, PIECE)
                if digest(folder / name) != wanted:
                    raise BackupUnusable(packed, f"{name} inside it was changed or damaged")
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, OSError, zlib.error) as error:
        raise BackupUnusable(packed, f"it cannot be read as a backup ({error})") from error
    sound(packed, folder / STORE)
    return list(named)


def sound(packed: Path, store: Path) -> None:
    """The copy itself: every page, every full-text index, and a schema this program knows."""
    sqlite: Any = driver.module()
    try:
        with closing(sqlite.connect(str(store))) as connection:
            said = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
            if said != ["ok"]:
                raise BackupUnusable(packed, "; ".join(said))
            for (table,) in connection.execute(FULL_TEXT).fetchall():
                connection.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
            schema = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    except sqlite.Error as error:
        raise BackupUnusable(packed, str(error)) from error
    if not migrations.known(schema):
        raise BackupUnusable(packed, "it was made by a newer version of this program")


def restore(packed: Path, workspace: Path) -> Path | None:
    """Puts a backup in place of the workspace's store and settings; what was there is moved aside and its folder returned.
    The caller holds the workspace's lock. Raises BackupUnusable, DiskFull."""
    if not packed.is_file():
        raise BackupUnusable(packed, "there is no such file")
    workspace.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with tempfile.TemporaryDirectory(dir=workspace, prefix=".restore-") as made:
            names = unpack(packed, Path(made))
            aside = set_aside(workspace)
            for name in names:
                (Path(made) / name).chmod(0o600)
                (Path(made) / name).replace(workspace / name)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(workspace) from error
        raise BackupUnusable(packed, str(error)) from error
    shutil.rmtree(workspace / "index", ignore_errors=True)
    return aside


def set_aside(workspace: Path) -> Path | None:
    """Keeps the present store and settings under another folder; the store itself stays until it is replaced by one rename."""
    checkpoint(workspace / STORE)
    present = [workspace / name for name in (STORE, f"{STORE}-wal", f"{STORE}-shm", SETTINGS)]
    present = [file for file in present if file.exists()]
    if not present:
        return None
    aside = Path(tempfile.mkdtemp(dir=workspace, prefix="before-restore-"))
    for file in present:
        shutil.copy2(file, aside / file.name)
    for journal in (f"{STORE}-wal", f"{STORE}-shm"):
        (workspace / journal).unlink(missing_ok=True)
    return aside


def checkpoint(store: Path) -> None:
    """Brings the journal into the file, where that is still possible; a damaged store is kept with its journal as it is."""
    sqlite: Any = driver.module()
    if store.exists():
        with suppress(sqlite.Error), closing(sqlite.connect(str(store))) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
