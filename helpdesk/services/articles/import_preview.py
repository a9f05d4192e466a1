"""An import looked at before it happens."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain.article_history import Impact, ImportPreview
from helpdesk.domain.ids import ArticleId
from helpdesk.domain.import_run import FileChange, KnownFile
from helpdesk.domain.progress import unheard
from helpdesk.ports import FoundFile, KnowledgeSource
from helpdesk.services.articles.impact import Impacts
from helpdesk.services.articles.workbench import Workbench
from helpdesk.services.knowledge.pace import Pace
from helpdesk.services.knowledge.placement import placement
from helpdesk.services.knowledge.survey import Ground, Survey, survey


@dataclass(frozen=True)
class ImportPreviews:
    bench: Workbench
    impacts: Impacts

    async def of_path(self, path: Path, kb: str | None) -> ImportPreview:
        """By content, as the import itself decides; only texts that are cited are parsed."""
        source = await asyncio.to_thread(self.bench.knowledge.source, path)
        bases = await self.bench.knowledge.bases()
        place = await asyncio.to_thread(placement, path, kb, bases)
        base = next((base for base in bases if base.name == place.name), None)
        known: dict[str, KnownFile] = {}
        if base is not None:
            kb_id = base.id
            files = await self.bench.store.read(lambda records: records.knowledge.files(kb_id))
            known = {file.path: file for file in files}
        ground = Ground(place, base.folder if base else None, known, self.bench.reader.chunker)
        found = await survey(source, ground, Pace("Looking", await asyncio.to_thread(source.count), self.bench.clock, unheard))
        return self._told(found, await self._impact(found, source, place.prefix))

    def _told(self, found: Survey, impact: tuple[Impact, ...]) -> ImportPreview:
        fresh = found.fresh.values()
        return ImportPreview(
            added=paths(found, FileChange.ADDED),
            changed=paths(found, FileChange.CHANGED),
            removed=tuple(sorted(found.vanished)),
            renamed=tuple((file.known.path, file.path) for file in fresh if file.change is FileChange.RENAMED and file.known),
            held=tuple(sorted(known.path for known in found.held)),
            unchanged=found.unchanged,
            failed=(*found.refused, *(known.failure for known in found.bad if known.failure)),
            impact=impact,
        )

    async def _impact(self, found: Survey, source: KnowledgeSource, prefix: str) -> tuple[Impact, ...]:
        changed = {file.known.article_id: file.path for file in found.fresh.values() if file.known and file.known.live}
        gone = {known.article_id for known in found.vanished.values()}
        ids = [ArticleId(key) for key in (*changed, *gone)]
        cited = await self.bench.store.read(lambda records: records.articles.cited_by(ids))
        wanted = {changed[key] for key, _ in cited if key in changed}
        contents = await asyncio.to_thread(texts, source, {path.removeprefix(prefix) for path in wanted})
        said = {path: self.bench.files.text(file) for path, file in contents.items()}
        new = {key: (path, said.get(path.removeprefix(prefix), "")) for key, path in changed.items()}
        return await self.impacts.weighed(cited, {**dict.fromkeys(gone, ("", "")), **new})


def paths(found: Survey, change: FileChange) -> tuple[str, ...]:
    return tuple(sorted(path for path, file in found.fresh.items() if file.change is change))


def texts(source: KnowledgeSource, wanted: set[str]) -> dict[str, FoundFile]:
    """Blocking: reads from disk."""
    return {file.path: file for file in source.files(wanted) if isinstance(file, FoundFile)} if wanted else {}
