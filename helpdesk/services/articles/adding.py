"""An article a person writes anew: its file first, then a run of its own, so that it can be rolled back like any other."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from helpdesk.domain.article import HELD_ABSENT, ArticleState, FileFailure, ReadArticle
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.events import KnowledgeChanged
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId
from helpdesk.domain.import_run import FileChange, ImportReport, RunKind, RunState
from helpdesk.ports import FoundFile, Records
from helpdesk.services.articles.editing import noted_file
from helpdesk.services.articles.workbench import Workbench

SUFFIX = ".md"


@dataclass(frozen=True)
class NewArticle:
    """`about` is what its history will say of where it came from."""

    kb_id: KnowledgeBaseId
    path: str
    source: str
    about: str = ""


@dataclass(frozen=True)
class Adding:
    bench: Workbench

    async def add(self, new: NewArticle, *, also_file: bool) -> ArticleId:
        """Raises BadInput for a text that is no article or a path that is taken or no good, FileMoved when a file comes to lie
        there meanwhile, FolderGone, NotFound."""
        if not new.path.endswith(SUFFIX) or new.path.startswith("/") or ".." in PurePosixPath(new.path).parts:
            raise BadInput(new.path, 0, f"is no place in the folder of a knowledge base: choose a name like new{SUFFIX}")
        folder = await self._folder(new)
        files = self.bench.files
        fresh = FoundFile.of_text(new.path, new.source)
        if also_file:
            over = await asyncio.to_thread(files.found, folder, new.path)
            fresh = await asyncio.to_thread(files.spelled, new.path, new.source, None)
            if over is not None and over.content != fresh.content:
                raise BadInput(new.path, 0, "lies in the folder already: choose another name")
        (read,) = await self.bench.read(new.kb_id, [fresh])
        if isinstance(read, FileFailure):
            raise BadInput(read.path, read.line, read.reason)
        if also_file and over is None:
            await asyncio.to_thread(files.write, folder, fresh, None)
        held = "" if also_file else HELD_ABSENT
        article_id = await self.bench.store.write(lambda records: self._kept(records, new, read, (folder, held)))
        self.bench.publish(KnowledgeChanged(new.kb_id))
        return article_id

    async def _folder(self, new: NewArticle) -> str:
        async def look(records: Records) -> str:
            base = next((found for found in await records.knowledge.bases() if found.id == new.kb_id), None)
            if base is None:
                raise NotFound("knowledge base", str(new.kb_id))
            there = await records.articles.place_at(new.kb_id, new.path)
            if there is not None and there.state is not ArticleState.REMOVED:
                raise BadInput(new.path, 0, "is the name of another article: choose another one")
            return base.folder

        return await self.bench.store.read(look)

    async def _kept(self, records: Records, new: NewArticle, read: ReadArticle, place: tuple[str, str]) -> ArticleId:
        folder, held = place
        run_id = await records.runs.begin(new.kb_id, folder, RunKind.EDIT, self.bench.agent)
        (stored,) = await records.knowledge.put_articles(new.kb_id, run_id, [read], self.bench.reader.chunker)
        assert stored.after is not None
        noted = replace(
            noted_file(new.path, FileChange.ADDED, self.bench), article_id=stored.article_id, revision_after=stored.after
        )
        await records.runs.note(run_id, [noted])
        await records.articles.explain(stored.after, new.about)
        await records.articles.hold(stored.article_id, held)
        await records.runs.end(run_id, RunState.DONE, ImportReport(run_id, "", added=1))
        return stored.article_id
