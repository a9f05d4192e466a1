"""What everything done to articles needs."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from helpdesk.domain.article import FileFailure, ReadArticle
from helpdesk.domain.events import Event
from helpdesk.domain.ids import KnowledgeBaseId
from helpdesk.ports import ArticleFiles, ArticleReader, Clock, FoundFile, Store
from helpdesk.services.knowledge import Knowledge
from helpdesk.services.knowledge.included import Includes


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

    async def read(
        self, kb_id: KnowledgeBaseId, files: Sequence[FoundFile], instead: Mapping[str, bytes] = MappingProxyType({})
    ) -> list[ReadArticle | FileFailure]:
        """Files as the articles of that base they would be, in order; with another text than the base's of what they take in,
        where `instead` has one."""
        return await self.reader.read(await Includes(self.store).of_store(kb_id, files, instead))

    async def told_whole(self, kb_id: KnowledgeBaseId, file: FoundFile) -> str | FileFailure:
        """Its text with the words it takes in from other files of that base."""
        (whole,) = await Includes(self.store).of_store(kb_id, [file])
        return await self.reader.with_included(whole)
