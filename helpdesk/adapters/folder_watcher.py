"""Folders followed with watchfiles, and looked at in turns where the system gives no notice.

A network drive tells nobody here what others write to it, and a system notifies of so many folders only. There a folder's
names, sizes and times are compared every minute.
"""

import asyncio
import os
from collections.abc import Collection, Iterator
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from watchfiles import Change, awatch

from helpdesk.ports.folder_watcher import FolderNews

SUFFIXES = (".md", ".markdown", ".mdx", "")
"""What can change a knowledge base: its files, and folders, which have no suffix as a rule."""

REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs", "fuse.rclone", "davfs", "vboxsf"}
)

GONE = "the folder is not there: its articles stay as they are until it is back"
SLOW = "it is on a network drive, which gives no notice: it is looked at every minute"


@dataclass(frozen=True)
class Rhythm:
    """Seconds. `quiet` is how long nothing must change before a change is told, `longest` the most it is held back for that,
    `alive` how often the folder itself is looked for, `poll` how often its files are where there is no notice."""

    quiet: float = 0.4
    longest: float = 5.0
    alive: float = 5.0
    poll: float = 60.0


@dataclass
class WatchfilesWatcher:
    rhythm: Rhythm = field(default_factory=Rhythm)

    def __post_init__(self) -> None:
        self._news: asyncio.Queue[FolderNews] = asyncio.Queue()
        self._following: dict[Path, tuple[asyncio.Event, asyncio.Task[None]]] = {}

    def follow(self, folders: Collection[Path]) -> None:
        for folder in [known for known in self._following if known not in folders]:
            self._leave(folder)
        for folder in folders:
            if folder not in self._following:
                stop = asyncio.Event()
                self._following[folder] = (stop, asyncio.create_task(self._follow(folder, stop)))

    async def next(self) -> FolderNews:
        while True:
            news = await self._news.get()
            if news.folder in self._following:
                return news

    async def aclose(self) -> None:
        tasks = [task for _, task in self._following.values()]
        for folder in list(self._following):
            self._leave(folder)
        await asyncio.gather(*tasks, return_exceptions=True)

    def _leave(self, folder: Path) -> None:
        stop, task = self._following.pop(folder)
        stop.set()
        task.cancel()

    async def _follow(self, folder: Path, stop: asyncio.Event) -> None:
        while True:
            if await asyncio.to_thread(folder.is_dir):
                self._tell(folder)
                await self._notice(folder, stop)
            self._tell(folder, changed=False, trouble=GONE)
            await self._return(folder)

    async def _return(self, folder: Path) -> None:
        while True:
            if await asyncio.to_thread(folder.is_dir):
                return
            await asyncio.sleep(self.rhythm.alive)

    async def _notice(self, folder: Path, stop: asyncio.Event) -> None:
        """Until the folder is gone."""
        if await asyncio.to_thread(is_remote, folder):
            self._tell(folder, changed=False, trouble=SLOW)
            await self._look(folder)
            return
        try:
            await self._listen(folder, stop)
        except OSError as error:
            if await asyncio.to_thread(folder.is_dir):
                said = error.strerror or error
                limited = f"the system cannot follow that many folders ({said}): it is looked at every minute"
                self._tell(folder, changed=False, trouble=limited)
                await self._look(folder)

    async def _listen(self, folder: Path, stop: asyncio.Event) -> None:
        rhythm, own = self.rhythm, os.stat(folder).st_ino  # noqa: PTH116 - one call, at once
        news = awatch(
            folder,
            watch_filter=wanted,
            debounce=round(rhythm.longest * 1000),
            step=round(rhythm.quiet * 1000),
            stop_event=stop,
            rust_timeout=round(rhythm.alive * 1000),
            yield_on_timeout=True,
            ignore_permission_denied=True,
            recursive=True,
        )
        async with aclosing(news):
            async for changes in news:
                if not await asyncio.to_thread(is_same, folder, own):
                    return
                if changes:
                    self._tell(folder)

    async def _look(self, folder: Path) -> None:
        before = await asyncio.to_thread(look, folder)
        while await asyncio.to_thread(folder.is_dir):
            await asyncio.sleep(self.rhythm.poll)
            now = await asyncio.to_thread(look, folder)
            if now != before:
                before = now
                self._tell(folder)

    def _tell(self, folder: Path, *, changed: bool = True, trouble: str = "") -> None:
        self._news.put_nowait(FolderNews(folder, changed, trouble))


def wanted(_: Change, path: str) -> bool:
    name = os.path.basename(path)  # noqa: PTH119 - a name on disk need not be valid text
    return not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES  # noqa: PTH122


def is_same(folder: Path, inode: int) -> bool:
    with suppress(OSError):
        return folder.is_dir() and folder.stat().st_ino == inode
    return False


def is_remote(folder: Path) -> bool:
    """By what the system says of the drive it is on; unknown is taken for local."""
    if str(folder).startswith("\\\\"):
        return True
    try:
        mounts = Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines()
        real = str(folder.resolve())
    except OSError:
        return False
    on = [(where, kind) for _, where, kind, *_ in (line.split() for line in mounts) if holds(where, real)]
    return max(on, key=lambda one: len(one[0]), default=("", ""))[1] in REMOTE


def holds(where: str, path: str) -> bool:
    where = where.replace("\\040", " ")
    return path == where or path.startswith(where.rstrip("/") + "/")


def look(folder: Path) -> frozenset[tuple[str, int, int]]:
    """(path, size, time) of every file that may be knowledge. Blocking."""
    return frozenset(files(str(folder)))


def files(folder: str) -> Iterator[tuple[str, int, int]]:
    for where, below, names in os.walk(folder):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(SUFFIXES[:2]):
                with suppress(OSError):
                    found = os.stat(os.path.join(where, name))  # noqa: PTH116, PTH118 - see above
                    yield os.path.join(where, name), found.st_size, found.st_mtime_ns  # noqa: PTH118
