"""Articles written back to their files. Nothing outside the base's folder is ever opened, nothing half written is ever seen."""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from helpdesk.adapters.markdown_articles.decoding import Unreadable, text_of
from helpdesk.adapters.markdown_articles.respelling import respelled
from helpdesk.domain.errors import BadInput, DiskFull, FileMoved, FolderGone
from helpdesk.ports.knowledge import FoundFile

MOST_BYTES = 64 << 20
"""More is not read even to be compared; what an import takes is far below."""


class ArticleFolder:
    """The ArticleFiles on this disk."""

    def found(self, folder: str, path: str) -> FoundFile | None:
        place = inside(folder, path)
        try:
            if not place.is_file():
                return None
            with place.open("rb") as handle:
                return FoundFile(path, handle.read(MOST_BYTES))
        except OSError as error:
            raise refused(place, path, error) from error

    def text(self, file: FoundFile) -> str:
        try:
            return text_of(file.content)
        except Unreadable:
            return file.content.decode("utf-8", "replace")

    def spelled(self, path: str, source: str, over: FoundFile | None) -> FoundFile:
        try:
            return FoundFile.of_text(path, source) if over is None else FoundFile(path, respelled(source, over.content))
        except Unreadable as error:
            raise BadInput(path, error.line, error.reason) from error

    def write(self, folder: str, file: FoundFile, over: FoundFile | None) -> None:
        place = inside(folder, file.path)
        fresh = place.with_name(f".{place.name[:80]}.{secrets.token_hex(6)}.helpdesk")
        try:
            mode = writable_mode(place, file.path) if over is not None else None
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                put(fresh, file.content, mode)
                lying = self.found(folder, file.path)
                if (lying.content if lying else None) != (over.content if over else None):
                    raise FileMoved(file.path, self.text(lying) if lying else "")
                fresh.replace(place)
            finally:
                fresh.unlink(missing_ok=True)
            settle(place.parent)
        except OSError as error:
            raise refused(place, file.path, error) from error


def inside(folder: str, path: str) -> Path:
    """The real place of the file, links followed. Raises FolderGone, BadInput."""
    if not folder or not Path(folder).is_dir():
        raise FolderGone(folder)
    root = Path(folder).resolve()
    try:
        place = (root / path).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise BadInput(path, 0, "cannot be reached under this name: rename the file") from error
    if place == root or not place.is_relative_to(root):
        raise BadInput(path, 0, "leads out of the folder of its knowledge base: put the file itself there")
    return place


def writable_mode(place: Path, path: str) -> int:
    """The permissions of the file that is replaced. Raises BadInput for one its owner protected."""
    mode = stat.S_IMODE(place.stat().st_mode)
    if not mode & 0o222 or not os.access(place, os.W_OK):
        raise BadInput(path, 0, "is read-only: allow writing to it, or keep the change in the desk only")
    return mode


def put(fresh: Path, content: bytes, mode: int | None) -> None:
    """A new file, on disk before anybody can see it under its real name."""
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb", closefd=False) as out:
            out.write(content)
        os.fsync(handle)
    finally:
        os.close(handle)
    if mode is not None:
        fresh.chmod(mode)


def settle(folder: Path) -> None:
    """The new name is on disk; systems that cannot say so keep it anyway."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def refused(place: Path, path: str, error: OSError) -> BadInput | DiskFull:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(place.parent)
    return BadInput(
        path, 0, f"cannot be written ({error.strerror}): check its permissions, or keep the change in the desk only"
    )
