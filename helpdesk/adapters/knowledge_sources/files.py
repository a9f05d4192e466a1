"""Opening one file so that it can do no harm, and the source that is just one file."""

import os
import stat
import time
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpdesk.adapters.knowledge_sources.limits import LIMITS, Allowance, Limits, megabytes, named, refused_when_empty
from helpdesk.domain.article import FileFailure
from helpdesk.domain.errors import BadInput
from helpdesk.ports.knowledge import FoundFile

SETTLED_SECONDS = 3.0


@dataclass(frozen=True)
class Entry:
    """A markdown file that may be read: where it is, and what it is called in the knowledge base."""

    path: str
    place: str
    size: int
    stamp: str = ""


def stamp_of(found: os.stat_result) -> str:
    """Size, both times and the file's own number. Empty while it could still be written to within the clock's grain, and the
    times would stay."""
    newest = max(found.st_mtime, found.st_ctime)
    if time.time() - newest < SETTLED_SECONDS:
        return ""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"


def read_file(entry: Entry, allowance: Allowance) -> FoundFile | FileFailure:
    """Opened without following a link and without waiting for a pipe; read to the limit and no further."""
    refusal = allowance.refusal(entry.size)
    if refusal:
        return FileFailure(entry.path, 0, refusal)
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(entry.place, flags)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return FileFailure(entry.path, 0, "is a pipe or a device, not a file: put a real file here")
            content = file.read(allowance.limits.file_bytes + 1)
    except OSError as error:
        return FileFailure(entry.path, 0, f"cannot be read ({error.strerror}): check its permissions")
    if len(content) > allowance.limits.file_bytes:
        return FileFailure(entry.path, 0, f"is larger than {megabytes(allowance.limits.file_bytes)}: split it")
    return refused_when_empty(entry.path, content)


class FileSource:
    """One file, called by its own name. A link is followed: the user named it."""

    def __init__(self, path: Path, limits: Limits = LIMITS) -> None:
        self._path = path
        self._limits = limits

    def count(self) -> int:
        return 1

    def stamps(self) -> Mapping[str, str]:
        return {}

    def files(self, wanted: Container[str] | None = None) -> Iterator[FoundFile | FileFailure]:
        name = self._path.name
        if wanted is not None and name not in wanted:
            return
        try:
            real = self._path.resolve(strict=True)
            size = real.stat().st_size
        except OSError as error:
            raise BadInput(str(self._path), 0, f"cannot be opened ({error.strerror}): check the path") from error
        yield named(name) or read_file(Entry(name, str(real), size), Allowance(self._limits))
