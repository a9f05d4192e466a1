"""An import looked at before it happens."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain.article_history import Impact, ImportPreview
from helpdesk.domain.ids import ArticleId
from helpdesk.domain.import_run import FileChange
from helpdesk.ports import FoundFile, KnowledgeSource
from helpdesk.services.articles.impact import Impacts
from helpdesk.services.articles.workbench import Workbench
from helpdesk.services.knowledge.importing import Surveyed
from helpdesk.services.knowledge.survey import Survey


@dataclass(frozen=True)
class ImportPreviews:
    bench: Workbench
    impacts: Impacts

    async def of_path(self, path: Path, kb: str | None) -> ImportPreview:
        """By content, as the import itself decides; only texts that are cited are parsed."""
        looked = await self.bench.knowledge.survey(path, kb)
        return self._told(looked.found, await self._impact(looked))

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

    async def _impact(self, looked: Surveyed) -> tuple[Impact, ...]:
        found, prefix = looked.found, looked.ground.place.prefix
        changed = {file.known.article_id: file.path for file in found.fresh.values() if file.known and file.known.live}
        gone = {known.article_id for known in found.vanished.values()}
        ids = [ArticleId(key) for key in (*changed, *gone)]
        cited = await self.bench.store.read(lambda records: records.articles.cited_by(ids))
        wanted = {changed[key] for key, _ in cited if key in changed}
        contents = await asyncio.to_thread(texts, looked.source, {path.removeprefix(prefix) for path in wanted})
        said = {path: self.bench.files.text(file) for path, file in contents.items()}
        new = {key: (path, said.get(path.removeprefix(prefix), "")) for key, path in changed.items()}
        own = await self.impacts.weighed(cited, {**dict.fromkeys(gone, ("", "")), **new})
        return (*own, *await self._beyond(looked, set(ids)))

    async def _beyond(self, looked: Surveyed, changed: set[ArticleId]) -> tuple[Impact, ...]:
        """On articles that stay, and take in the words of files that do not."""
        kb_id, prefix = looked.ground.kb_id, looked.ground.place.prefix
        if kb_id is None:
            return ()

        async def fetch(wanted: set[str]) -> dict[str, bytes]:
            found = await asyncio.to_thread(texts, looked.source, {path.removeprefix(prefix) for path in wanted})
            return dict.fromkeys(wanted, b"") | {prefix + path: file.content for path, file in found.items()}

        return await self.impacts.beyond(kb_id, changed, [*looked.found.fresh, *looked.found.vanished], fetch)


def paths(found: Survey, change: FileChange) -> tuple[str, ...]:
    return tuple(sorted(path for path, file in found.fresh.items() if file.change is change))


def texts(source: KnowledgeSource, wanted: set[str]) -> dict[str, FoundFile]:
    """Blocking: reads from disk."""
    return {file.path: file for file in source.files(wanted) if isinstance(file, FoundFile)} if wanted else {}
