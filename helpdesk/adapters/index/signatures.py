"""Sizes and digests of an epoch's files, and files that are either whole or not there."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

READERS = 2
READ_AT_ONCE = 1 << 20


class Damage(Exception):
    """An epoch's files are not what the manifest promises; `detail` says in what."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


@dataclass(frozen=True)
class Signature:
    size: int
    sha256: str


def sign(file: Path) -> Signature:
    """Reads the file. Raises OSError."""
    total, size = hashlib.sha256(), 0
    with file.open("rb") as stream:
        while block := stream.read(READ_AT_ONCE):
            total.update(block)
            size += len(block)
    return Signature(size, total.hexdigest())


def signed(folder: Path, files: list[Path]) -> dict[str, Signature]:
    """By path relative to `folder`, with '/'."""
    with ThreadPoolExecutor(READERS) as readers:
        return dict(zip((f.relative_to(folder).as_posix() for f in files), readers.map(sign, files), strict=True))


def verify(folder: Path, promised: Mapping[str, Signature]) -> None:
    """Reads every promised file whole. Raises Damage naming the first that is missing or changed."""
    for name, signature in promised.items():
        size = size_of(folder / name)
        if size is None:
            raise Damage(f"{name} is missing")
        if size != signature.size:
            raise Damage(f"{name} holds {size} bytes instead of {signature.size}")
    try:
        found = signed(folder, [folder / name for name in promised])
    except OSError as error:
        raise Damage(f"{Path(error.filename or folder).name} cannot be read: {error.strerror}") from error
    for name, signature in promised.items():
        if found[name] != signature:
            raise Damage(f"{name} was changed behind the desk's back")


def stamps(folder: Path, names: Iterable[str]) -> dict[str, tuple[int, int, int]]:
    """Size, time of the last change and number of each file: cheap to compare, where reading them all is not."""
    found: dict[str, tuple[int, int, int]] = {}
    for name in names:
        with suppress(OSError):
            told = (folder / name).stat()
            found[name] = (told.st_size, told.st_mtime_ns, told.st_ino)
    return found


def size_of(file: Path) -> int | None:
    try:
        return file.stat().st_size if file.is_file() else None
    except OSError:
        return None


def replace_file(target: Path, content: bytes) -> None:
    """By one atomic rename, private and on disk when it returns. Raises OSError."""
    fresh = target.with_name(target.name + ".new")
    with fresh.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.chmod(0o600)
    fresh.replace(target)
    settle(target.parent)


def settle(path: Path) -> None:
    """Private to this user, and on disk."""
    path.chmod(0o700 if path.is_dir() else 0o600)
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_all(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        settle(path)
    settle(folder)
