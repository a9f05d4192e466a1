"""What everything done to articles needs."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain.article import FileFailure, ReadArticle
from helpdesk.domain.events import Event
from helpdesk.ports import ArticleFiles, ArticleReader, Clock, FoundFile, Store
from helpdesk.services.knowledge import Knowledge


@dataclass(frozen=True)
class Workbench:
    """`agent` is who does it, as the history will say. `backups` is the folder where copies of the store lie."""

    store: Store
    reader: ArticleReader
    files: ArticleFiles
    knowledge: Knowledge
    clock: Clock
    publish: Callable[[Event], None]
    agent: str
    backups: Path

    @property
    def one_job(self) -> asyncio.Lock:
        """Held by whatever changes many articles at once; imports hold it too."""
        return self.knowledge.one_job

    async def read(self, path: str, source: str) -> ReadArticle | FileFailure:
        """A text as the article it would be."""
        (result,) = await self.reader.read([FoundFile(path, source.encode("utf-8", "replace"))])
        return result
