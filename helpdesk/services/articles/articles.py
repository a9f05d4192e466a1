"""The one door to articles."""

import asyncio
from pathlib import Path

from helpdesk.domain.article import ArticleFilter, ArticleRow, ArticleStatus, ArticleText, WhenStale
from helpdesk.domain.article_history import ArticlePreview, Impact, ImportPreview, RevisionRow, UnsavedEdit
from helpdesk.domain.errors import NotFound
from helpdesk.domain.events import KnowledgeChanged
from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId, RevisionId
from helpdesk.domain.import_run import ImportReport
from helpdesk.domain.progress import Report
from helpdesk.domain.word_diff import Change, word_diff
from helpdesk.ports import Records
from helpdesk.services.articles.adding import Adding, NewArticle
from helpdesk.services.articles.editing import Editing
from helpdesk.services.articles.erasing import erase
from helpdesk.services.articles.impact import Impacts
from helpdesk.services.articles.import_preview import ImportPreviews
from helpdesk.services.articles.removing import Removing
from helpdesk.services.articles.rolling_back import RollingBack
from helpdesk.services.articles.workbench import Workbench


class Articles:
    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._store = bench.store
        self._impacts = Impacts(bench)
        self._editing = Editing(bench, self._impacts)
        self._adding = Adding(bench)
        self._rolling_back = RollingBack(bench)
        self._removing = Removing(bench)
        self._previews = ImportPreviews(bench, self._impacts)

    async def page(self, wanted: ArticleFilter, offset: int, limit: int) -> tuple[list[ArticleRow], int]:
        """Failed ones first, then by base and path; and how many in all."""
        return await self._store.read(lambda records: records.articles.page(wanted, offset, limit))

    async def article(self, article_id: ArticleId, revision_id: RevisionId | None = None) -> ArticleText:
        """The serving revision, or another of its history. Raises NotFound."""
        return await self._store.read(lambda records: records.articles.opened(article_id, revision_id))

    async def history(self, article_id: ArticleId) -> list[RevisionRow]:
        """Newest first."""
        return await self._store.read(lambda records: records.articles.history(article_id))

    async def compare(self, article_id: ArticleId, older: RevisionId, newer: RevisionId) -> tuple[Change, ...]:
        """What changed, word by word. Raises NotFound."""

        async def look(records: Records) -> tuple[str, str]:
            found = [await records.articles.revision(revision_id) for revision_id in (older, newer)]
            if any(one.article_id != article_id for one in found):
                raise NotFound("revision", f"{older} or {newer}")
            return found[0].source, found[1].source

        return await asyncio.to_thread(word_diff, *await self._store.read(look))

    async def set_status(self, article_id: ArticleId, status: ArticleStatus | None) -> None:
        """Wins over what the file says until it is taken back with None. Raises NotFound."""

        async def work(records: Records) -> KnowledgeBaseId:
            await records.articles.set_status(article_id, status)
            await records.log.note("article.status", article_id=article_id, status=status or "", agent=self._bench.agent)
            return (await records.articles.place(article_id)).kb_id

        self._bench.publish(KnowledgeChanged(await self._store.write(work)))

    async def mark_reviewed(self, article_id: ArticleId) -> None:
        """Somebody read it today and it holds. Raises NotFound."""

        async def work(records: Records) -> KnowledgeBaseId:
            await records.articles.mark_reviewed(article_id)
            await records.log.note("article.reviewed", article_id=article_id, agent=self._bench.agent)
            return (await records.articles.place(article_id)).kb_id

        self._bench.publish(KnowledgeChanged(await self._store.write(work)))

    async def set_review(self, kb_id: KnowledgeBaseId, days: int, when_stale: WhenStale) -> None:
        """After how many days without a change or review an article of the base is stale; 0: only by its front matter."""
        await self._store.write(lambda records: records.articles.set_review(kb_id, max(0, days), when_stale))
        self._bench.publish(KnowledgeChanged(kb_id))

    async def preview(self, article_id: ArticleId, source: str) -> ArticlePreview:
        """Nothing is kept. Raises NotFound."""
        return await self._editing.preview(article_id, source)

    async def save(self, article_id: ArticleId, base: RevisionId, source: str, *, also_file: bool = True) -> RevisionId:
        """Puts the text in force, and in its file; `base` is the revision the text was made from. Without `also_file` the file
        stays as it is and is not imported again until it changes. Raises FileMoved when something else came in between,
        FolderGone when there is nowhere to write, BadInput for a text that is no article or a file that cannot be written."""
        return await self._editing.save(article_id, base, source, also_file=also_file)

    async def add(self, new: NewArticle, *, also_file: bool = True) -> ArticleId:
        """A new article in force, and its file in the folder of its base; without `also_file` in the desk alone. Raises
        BadInput for a text that is no article or a name that is taken, FolderGone when there is nowhere to write, NotFound."""
        return await self._adding.add(new, also_file=also_file)

    async def restore(self, article_id: ArticleId, revision_id: RevisionId, *, also_file: bool = True) -> RevisionId:
        """An earlier text, as a new revision; also of an article that was removed. Raises as `save`."""
        return await self._editing.restore(article_id, revision_id, also_file=also_file)

    async def read_again(self, article_id: ArticleId) -> RevisionId:
        """Takes in what lies in the folder now: the way out of FileMoved. Raises NotFound, BadInput, FolderGone."""
        return await self._editing.read_again(article_id)

    async def impact(self, article_id: ArticleId, source: str | None = None) -> tuple[Impact, ...]:
        """Open drafts and answers that cite it, newest first; `gone` by `source`, or by what serves now."""
        return await self._impacts.of_article(article_id, source)

    async def impact_of_run(self, run_id: ImportRunId) -> tuple[Impact, ...]:
        """The same for rolling the run back."""
        return await self._impacts.of_run(run_id)

    async def preview_import(self, path: Path, kb: str | None = None) -> ImportPreview:
        """What importing the path would do; nothing is kept. Raises BadInput."""
        return await self._previews.of_path(path, kb)

    async def roll_back(self, run_id: ImportRunId, report: Report) -> ImportReport:
        """What the run changed is as before, but for files somebody changed since: those are in the report. An interrupted
        roll back goes on, by its own number or the run's. Raises NotFound, InvalidTransition."""
        return await self._rolling_back.roll_back(run_id, report)

    async def erase(self, article_id: ArticleId, report: Report) -> tuple[Path, ...]:
        """No byte of it is left in store and index; gives the backups that still hold it. Its file stays where it is and is
        not imported again. Raises NotFound, IndexStale, EmbedderUnusable."""
        return await erase(self._bench, article_id, report)

    async def impact_of_base(self, kb_id: KnowledgeBaseId) -> tuple[Impact, ...]:
        """Open drafts and answers that cite the base, newest first."""
        return await self._removing.impact(kb_id)

    async def remove_base(self, kb_id: KnowledgeBaseId, report: Report) -> tuple[Path, ...]:
        """The base with all its articles leaves store and index for good; drafts and answers keep their quotes. Its folder
        stays as it is. Gives the backups that still hold it. May be stopped: what is left serves on, and removing again
        finishes it. Raises IndexStale, EmbedderUnusable."""
        return await self._removing.remove(kb_id, report)

    async def unsaved(self) -> list[UnsavedEdit]:
        """What was typed into articles and not saved, newest first."""
        return await self._store.read(lambda records: records.unsaved_edits.all())

    async def keep_unsaved(self, article_id: ArticleId, base: RevisionId, text: str) -> None:
        """So that no crash loses it; nobody is told."""
        await self._store.write(lambda records: records.unsaved_edits.keep(article_id, base, text))

    async def forget_unsaved(self, article_id: ArticleId) -> None:
        await self._store.write(lambda records: records.unsaved_edits.forget(article_id))
