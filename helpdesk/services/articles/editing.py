"""An article's text changed by a person: checked, written to its file, then kept as a revision.

File first, store second: a crash in between leaves a changed file, and the next look at the folder takes it in.
"""

import asyncio
from dataclasses import dataclass, field, replace

from helpdesk.domain.article import HELD_ABSENT, ArticleState, FileFailure, ReadArticle, content_hash
from helpdesk.domain.article_history import ArticlePreview
from helpdesk.domain.errors import BadInput, FileMoved, NotFound
from helpdesk.domain.events import KnowledgeChanged
from helpdesk.domain.ids import ArticleId, RevisionId
from helpdesk.domain.import_run import FileChange, FileState, ImportReport, RunFile, RunKind, RunState
from helpdesk.ports import FoundFile, Records
from helpdesk.ports.knowledge_records import ArticlePlace, KeptAside
from helpdesk.services.articles.impact import Impacts
from helpdesk.services.articles.workbench import Workbench

SERVING = (ArticleState.READ, ArticleState.INDEXED)


@dataclass(frozen=True)
class Making:
    """A revision about to be made: `held` is what the folder goes on holding besides it."""

    place: ArticlePlace
    article: ReadArticle
    kind: RunKind
    about: str
    held: str


@dataclass(frozen=True)
class Editing:
    bench: Workbench
    impacts: Impacts
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def preview(self, article_id: ArticleId, source: str) -> ArticlePreview:
        place = await self._place(article_id)
        file = FoundFile.of_text(place.path, source)
        (read,) = await self.bench.read(place.kb_id, [file])
        impact = await self.impacts.of_reading(article_id, source, read)
        if isinstance(read, FileFailure):
            return ArticlePreview(None, read, impact)
        whole = await self.bench.told_whole(place.kb_id, file) if read.includes else source
        return ArticlePreview(read, None, impact, source if isinstance(whole, FileFailure) else whole)

    async def save(self, article_id: ArticleId, base: RevisionId, source: str, *, also_file: bool) -> RevisionId:
        async with self.turn:
            place = await self._place(article_id)
            if place.revision_id == base and place.state is not ArticleState.REMOVED:
                serving = await self.bench.store.read(lambda records: records.articles.revision(base))
                if serving.source == source and not (also_file and place.held_hash):
                    return base
            return await self._change(place, base, source, Origin(RunKind.EDIT, "", also_file))

    async def restore(self, article_id: ArticleId, revision_id: RevisionId, *, also_file: bool) -> RevisionId:
        """Raises NotFound when that revision is not of this article."""
        async with self.turn:
            place = await self._place(article_id)
            old = await self.bench.store.read(lambda records: records.articles.revision(revision_id))
            if old.article_id != article_id or place.revision_id is None:
                raise NotFound("revision", str(revision_id))
            if place.revision_id == revision_id and place.state is not ArticleState.REMOVED:
                return revision_id
            about = f"restored the revision of {old.created_at.astimezone():%Y-%m-%d %H:%M}"
            return await self._change(place, place.revision_id, old.source, Origin(RunKind.RESTORE, about, also_file))

    async def read_again(self, article_id: ArticleId) -> RevisionId:
        """What lies in the folder now becomes the serving revision. Raises NotFound, BadInput, FolderGone."""
        async with self.turn:
            place = await self._place(article_id)
            found = await asyncio.to_thread(self.bench.files.found, place.folder, place.path)
            if found is None:
                raise NotFound("file", place.path)
            (read,) = await self.bench.read(place.kb_id, [found])
            if isinstance(read, FileFailure):
                await self._keep_aside(place, found)
                kept = f"{read.reason}; its text is in the history now, so that yours may take its place"
                raise BadInput(read.path, read.line, kept)
            return await self._make(Making(place, read, RunKind.IMPORT, "read the file again", ""))

    async def _keep_aside(self, place: ArticlePlace, found: FoundFile) -> None:
        """A text nobody can read as an article is still somebody's work."""
        text = await asyncio.to_thread(self.bench.files.text, found)
        kept = KeptAside(place.id, text, content_hash(found.content), self.bench.agent, "could not be read, only kept")
        await self.bench.store.write(lambda records: records.articles.keep_aside(kept))

    async def _place(self, article_id: ArticleId) -> ArticlePlace:
        return await self.bench.store.read(lambda records: records.articles.place(article_id))

    async def _change(self, place: ArticlePlace, base: RevisionId, source: str, origin: "Origin") -> RevisionId:
        if not origin.also_file:
            if place.revision_id != base:
                raise FileMoved(place.path, await self._serving(place))
            article = await self._read(place, FoundFile.of_text(place.path, source))
            return await self._make(Making(place, article, origin.kind, origin.about, lying(place)))
        files = self.bench.files
        over = await asyncio.to_thread(files.found, place.folder, place.path)
        fresh = await asyncio.to_thread(files.spelled, place.path, source, over)
        written_before = over is not None and over.content == fresh.content
        if not written_before and not await self._is_known(place, base, over):
            raise FileMoved(place.path, await asyncio.to_thread(files.text, over) if over else "")
        article = await self._read(place, fresh)
        if not written_before:
            await asyncio.to_thread(files.write, place.folder, fresh, over)
        return await self._make(Making(place, article, origin.kind, origin.about, ""))

    async def _is_known(self, place: ArticlePlace, base: RevisionId, over: FoundFile | None) -> bool:
        """Whether what lies there is what was opened, or was held back knowing that the history has it: nothing is lost."""
        if place.revision_id != base:
            return False
        removed = place.state is ArticleState.REMOVED
        if over is None:
            return place.held_hash == HELD_ABSENT or removed
        found = content_hash(over.content)
        if place.state is ArticleState.FAILED and found != place.content_hash:
            return await self.bench.store.read(lambda records: records.articles.knows(place.id, found))
        if found == place.content_hash and not place.held_hash and not removed:
            return True
        if found not in (place.held_hash, place.content_hash):
            return False
        return await self.bench.store.read(lambda records: records.articles.knows(place.id, found))

    async def _serving(self, place: ArticlePlace) -> str:
        if place.revision_id is None:
            return ""
        revision_id = place.revision_id
        return (await self.bench.store.read(lambda records: records.articles.revision(revision_id))).source

    async def _read(self, place: ArticlePlace, file: FoundFile) -> ReadArticle:
        (read,) = await self.bench.read(place.kb_id, [file])
        if isinstance(read, FileFailure):
            raise BadInput(read.path, read.line, read.reason)
        return read

    async def _make(self, making: Making) -> RevisionId:
        revision_id = await self.bench.store.write(lambda records: make(records, making, self.bench))
        self.bench.publish(KnowledgeChanged(making.place.kb_id))
        return revision_id


@dataclass(frozen=True)
class Origin:
    kind: RunKind
    about: str
    also_file: bool


def lying(place: ArticlePlace) -> str:
    """What the folder holds at that path as far as the store knows: a hash, or HELD_ABSENT."""
    if place.held_hash:
        return place.held_hash
    return HELD_ABSENT if place.state is ArticleState.REMOVED else place.content_hash


async def make(records: Records, making: Making, bench: Workbench) -> RevisionId:
    """A run of its own with one file, so that it can be rolled back like any other. When a followed folder took the file in
    before, its revision is the one."""
    place, article = making.place, making.article
    now = await records.articles.place(place.id)
    if now.revision_id and now.state in SERVING and now.content_hash == article.content_hash:
        await records.articles.hold(place.id, "" if making.held == article.content_hash else making.held)
        return now.revision_id
    run_id = await records.runs.begin(place.kb_id, place.folder, making.kind, bench.agent)
    (stored,) = await records.knowledge.put_articles(place.kb_id, run_id, [article], bench.reader.chunker)
    assert stored.after is not None
    report = ImportReport(run_id, "")
    if stored.changed:
        back = place.state is ArticleState.REMOVED
        change = FileChange.ADDED if back else FileChange.CHANGED
        noted = noted_file(article.path, change, bench)
        await records.runs.note(
            run_id,
            [replace(noted, article_id=place.id, revision_before=stored.before, revision_after=stored.after)],
        )
        await records.articles.explain(stored.after, making.about)
        report = replace(report, added=int(back), changed=int(not back))
    held = "" if making.held == article.content_hash else making.held
    await records.articles.hold(place.id, held)
    await records.runs.end(run_id, RunState.DONE, report)
    return stored.after


def noted_file(path: str, change: FileChange, bench: Workbench) -> RunFile:
    return RunFile(
        path=path,
        state=FileState.READ,
        change=change,
        line=0,
        reason="",
        attempts=1,
        article_id=None,
        revision_before=None,
        revision_after=None,
        path_before="",
        updated_at=bench.clock.now(),
    )
