"""A folder watched for files coming in, and a folder where replies are filed as .eml.

A reply's file is named after its Message-ID and appears by one rename, so whether it was filed can always be told, also after
a crash: the file is there; or it was taken away since, which the note of the last filed Message-ID proves.
"""

import asyncio
import contextlib
import errno
import hashlib
import os
import re
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from helpdesk.adapters.channels.outgoing import Sender, Unsendable, rendered
from helpdesk.domain.conversation import Attachment, OutboxEntry, TicketFileDrop
from helpdesk.domain.errors import ChannelFailed, DropFolderFailed
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Delivery

DONE, FAILED = "done", "failed"
LAST_FILED = ".last-filed"
SETTLED_SECONDS = 2.0
_UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".download", ".swp", "~")
_TROUBLE = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the folder is read-only",
    errno.EACCES: "the folder may not be written to",
    errno.EPERM: "the folder may not be written to",
    errno.ENOENT: "the folder is not there",
    errno.ENOTDIR: "that is not a folder",
}


class FolderChannel:
    """Plays Channel. Its file work runs in threads; sends must come one at a time.

    `drop` is None when no folder is watched. A missing outbox is made only when `make_outbox` says that it is ours: one that
    somebody else gave may be a disk that is not mounted, and then nothing can be said about what lies there.
    """

    name = ChannelName.FOLDER

    def __init__(self, outbox: Path, drop: Path | None, agent: str, email: str, *, make_outbox: bool = True) -> None:
        self._outbox = outbox
        self._drop = drop
        self._sender = Sender(agent, email)
        self._make_outbox = make_outbox
        self._looks: dict[Path, tuple[int, int]] = {}

    async def send(self, entry: OutboxEntry, files: Sequence[Attachment] = ()) -> Delivery:
        try:
            raw = await asyncio.to_thread(rendered, entry, self._sender, datetime.now(UTC), files)
        except Unsendable as error:
            raise ChannelFailed(self.name, str(error), for_good=True) from error
        target = self._target(entry)
        await asyncio.to_thread(self._file, raw, target, entry.message_id)
        return Delivery(str(target))

    async def was_sent(self, entry: OutboxEntry) -> bool | None:
        return await asyncio.to_thread(self._was_filed, entry)

    async def collect(self) -> list[TicketFileDrop]:
        drop = self._drop
        if drop is None:
            return []
        return [TicketFileDrop(str(file)) for file in await asyncio.to_thread(self._complete, drop)]

    async def done_with(self, drop: TicketFileDrop, failure: str) -> None:
        await asyncio.to_thread(self._set_aside, Path(drop.path), failure)

    def _target(self, entry: OutboxEntry) -> Path:
        return self._outbox / file_name(entry.message_id)

    def _file(self, raw: bytes, target: Path, message_id: str) -> None:
        """Idempotent: what is there stays. Raises ChannelFailed when nothing was filed."""
        if target.exists():
            return
        fresh, note = self._fresh(target), self._outbox / LAST_FILED
        try:
            if self._make_outbox:
                self._outbox.mkdir(mode=0o700, exist_ok=True)
            _write(fresh, raw)
            _write(note, message_id.encode("utf-8"))
            fresh.replace(target)
        except OSError as error:
            for leftover in (note, fresh):
                with contextlib.suppress(OSError):
                    leftover.unlink()
            raise ChannelFailed(self.name, f"{_words(error)}: {self._outbox}") from error
        _settle_folder(target.parent)

    def _was_filed(self, entry: OutboxEntry) -> bool | None:
        outbox, target = self._outbox, self._target(entry)
        try:
            if target.exists():
                return True
            if not outbox.is_dir():
                return False if self._make_outbox else None
            noted = (outbox / LAST_FILED).read_bytes() if (outbox / LAST_FILED).exists() else b""
            return noted == entry.message_id.encode("utf-8") and not self._fresh(target).exists()
        except OSError:
            return None

    def _fresh(self, target: Path) -> Path:
        return target.with_name(f".{target.name}.part")

    def _complete(self, drop: Path) -> list[Path]:
        """Files nobody writes to any more: untouched for a while, or the same at two looks."""
        try:
            found = sorted(file for file in drop.iterdir() if _wanted(file))
            looks = {file: (file.stat().st_size, file.stat().st_mtime_ns) for file in found}
        except OSError as error:
            raise DropFolderFailed(drop, _words(error)) from error
        now = time.time()
        before, self._looks = self._looks, looks
        return [f for f in found if before.get(f) == looks[f] or now - looks[f][1] / 1e9 >= SETTLED_SECONDS]

    def _set_aside(self, file: Path, failure: str) -> None:
        if file.parent != self._drop:
            raise DropFolderFailed(file.parent, f"{file.name} does not lie in the drop folder")
        try:
            folder = file.parent / (FAILED if failure else DONE)
            folder.mkdir(mode=0o700, exist_ok=True)
            target = _free(folder / file.name)
            if failure:
                target.with_name(f"{target.name}.reason.txt").write_text(f"{file.name}: {failure}\n", "utf-8")
            if file.exists():
                file.rename(target)
        except OSError as error:
            raise DropFolderFailed(file.parent, _words(error)) from error
        self._looks.pop(file, None)


def file_name(message_id: str) -> str:
    """One name a Message-ID, different ones different names, safe on every system."""
    local = re.sub(r"[^A-Za-z0-9._-]+", "-", message_id.strip("<>").partition("@")[0]).strip("-.")[:60]
    return f"{local or 'reply'}-{hashlib.sha256(message_id.encode('utf-8', 'replace')).hexdigest()[:16]}.eml"


def _wanted(file: Path) -> bool:
    unfinished = file.name.startswith((".", "~$")) or file.name.lower().endswith(_UNFINISHED)
    return not unfinished and not file.is_symlink() and file.is_file()


def _write(file: Path, content: bytes) -> None:
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:  # noqa: PTH123 - a mode from the start
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _settle_folder(folder: Path) -> None:
    """Makes the rename last through a power cut, where a folder can be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _free(path: Path) -> Path:
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _words(error: OSError) -> str:
    return _TROUBLE.get(error.errno or 0, error.strerror or str(error))
