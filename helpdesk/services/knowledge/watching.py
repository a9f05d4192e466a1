"""Knowledge bases that follow their folders while the desk is open."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from helpdesk.domain.article import KnowledgeBase
from helpdesk.domain.errors import BadInput, FolderNotFollowed
from helpdesk.domain.events import Event, JobFailed
from helpdesk.ports import Store
from helpdesk.ports.folder_watcher import FolderNews, FolderWatcher

LANE = "watching"


@dataclass
class Watching:
    """A folder that changed stays `due` until it was looked into, whatever happens meanwhile."""

    store: Store
    watcher: FolderWatcher
    look: Callable[[KnowledgeBase], Awaitable[object]]
    publish: Callable[[Event], None]
    turned: asyncio.Event = field(default_factory=asyncio.Event)
    due: set[Path] = field(default_factory=set)

    async def next(self) -> bool:
        """Waits for the next change of a followed folder and brings it in. Always more to wait for."""
        self.turned.clear()
        bases = [base for base in await self.store.read(lambda records: records.knowledge.bases()) if base.watched]
        self.watcher.follow({Path(base.folder) for base in bases if base.folder})
        if not self.due:
            await self._wait()
        for base in bases:
            if Path(base.folder) in self.due:
                await self._look(base)
        self.due &= {Path(base.folder) for base in bases}
        return True

    async def _wait(self) -> None:
        news, turned = asyncio.ensure_future(self.watcher.next()), asyncio.ensure_future(self.turned.wait())
        try:
            await asyncio.wait({news, turned}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            turned.cancel()
            news.cancel()
            await asyncio.gather(turned, news, return_exceptions=True)
        if news.done() and not news.cancelled():
            self._heard(news.result())

    def _heard(self, news: FolderNews) -> None:
        if news.trouble:
            self.publish(JobFailed(LANE, FolderNotFollowed(news.folder, news.trouble)))
        if news.changed:
            self.due.add(news.folder)

    async def _look(self, base: KnowledgeBase) -> None:
        """A folder that holds nothing now takes nothing out of its base: it may be a drive that is not there."""
        folder = Path(base.folder)
        try:
            await self.look(base)
        except BadInput as error:
            self.publish(JobFailed(LANE, FolderNotFollowed(folder, error.reason)))
        self.due.discard(folder)
