"""One process owns a workspace. The operating system frees the lock when the process ends, however it ends."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from helpdesk.domain.errors import DiskFull, ReadOnly, WorkspaceInUse


@contextmanager
def owned(lock: Path) -> Iterator[None]:
    """Raises WorkspaceInUse naming the owner's process, ReadOnly, DiskFull."""
    owner = lock.with_suffix(".pid")
    held = FileLock(lock, mode=0o600)
    try:
        lock.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        held.acquire(timeout=0)
    except Timeout as error:
        raise WorkspaceInUse(lock.parent, read_pid(owner)) from error
    except OSError as error:
        raise (DiskFull if error.errno == errno.ENOSPC else ReadOnly)(lock.parent) from error
    try:
        with suppress(OSError):
            owner.write_text(str(os.getpid()), "utf-8")
            owner.chmod(0o600)
        yield
    finally:
        with suppress(OSError):
            owner.unlink(missing_ok=True)
        held.release()


def read_pid(owner: Path) -> int:
    """0 when it cannot be told."""
    try:
        return int(owner.read_text("utf-8"))
    except (OSError, ValueError):
        return 0
