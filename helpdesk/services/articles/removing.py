"""A whole knowledge base taken out of everything the desk owns, for good. Its folder is not touched."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain.article import KnowledgeBase
from helpdesk.domain.article_history import Impact
from helpdesk.domain.events import KnowledgeChanged
from helpdesk.domain.ids import KnowledgeBaseId
from helpdesk.domain.progress import Report
from helpdesk.ports import Records
from helpdesk.services.articles.erasing import backups_of
from helpdesk.services.articles.workbench import Workbench
from helpdesk.services.knowledge.pace import Pace

AT_ONCE = 50
"""Articles a transaction: others write in between, and it may be stopped there."""


@dataclass(frozen=True)
class Removing:
    bench: Workbench

    async def impact(self, kb_id: KnowledgeBaseId) -> tuple[Impact, ...]:
        return tuple(await self.bench.store.read(lambda records: records.removal.cited(kb_id)))

    async def remove(self, kb_id: KnowledgeBaseId, report: Report) -> tuple[Path, ...]:
        """Store first, then an index built anew without it. Stopped or killed in between, the articles that are left go on
        serving, nothing follows the folder any more, and removing again finishes it, even when only the index is left."""
        base = await self._base(kb_id)
        if base is not None and base.watched:
            await self.bench.knowledge.watch(kb_id, False)
        async with self.bench.one_job:
            if base is not None:
                await self._take_out(base, report)
        await self.bench.store.forget()
        await self.bench.knowledge.reindex(report)
        return backups_of(self.bench)

    async def _take_out(self, base: KnowledgeBase, report: Report) -> None:
        bench, done = self.bench, 0
        pace = Pace("Removing", base.articles, bench.clock, report)
        try:
            while some := await bench.store.write(lambda records: records.removal.remove_some(base.id, AT_ONCE)):
                done += some
                pace.reached(done)
                await asyncio.sleep(0)
            await bench.store.write(lambda records: self._end(records, base))
        finally:
            bench.publish(KnowledgeChanged(base.id))

    async def _end(self, records: Records, base: KnowledgeBase) -> None:
        await records.removal.remove(base.id)
        await records.log.note("knowledge.removed", kb=base.name, articles=base.articles, agent=self.bench.agent)

    async def _base(self, kb_id: KnowledgeBaseId) -> KnowledgeBase | None:
        return next((base for base in await self.bench.knowledge.bases() if base.id == kb_id), None)
