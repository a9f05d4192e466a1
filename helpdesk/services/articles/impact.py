"""What stands on an article: open drafts and answers that cite it, and whether their quotes still stand."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from helpdesk.domain.article import ArticleState, FileFailure, ReadArticle
from helpdesk.domain.article_history import Impact
from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId, RevisionId
from helpdesk.domain.import_run import FileChange, FileState
from helpdesk.domain.markup import flat
from helpdesk.ports import FoundFile, Records
from helpdesk.services.articles.workbench import Workbench
from helpdesk.services.knowledge.included import Fetch


@dataclass(frozen=True)
class Wording:
    """What an article says, to look quotes up in."""

    text: str
    plain: str

    def has(self, quote: str) -> bool:
        return quote in self.text or flat(quote) in self.plain


NOTHING = Wording("", "")

Holding = list[tuple[ArticleId, str, str]]
"""(article, its path, a file whose words it holds)."""


@dataclass(frozen=True)
class Impacts:
    bench: Workbench

    async def of_article(self, article_id: ArticleId, source: str | None = None) -> tuple[Impact, ...]:
        """With `source` as the article's new text; None: as it serves now, and of one that was removed nothing is left."""

        async def look(records: Records) -> tuple[list[tuple[ArticleId, Impact]], str, str]:
            place = await records.articles.place(article_id)
            cited = await records.articles.cited_by([article_id])
            serves = cited and source is None and place.state is not ArticleState.REMOVED
            serving = place.revision_id if serves else None
            text = (await records.articles.revision(serving)).source if serving else source or ""
            return cited, place.path, text

        cited, path, text = await self.bench.store.read(look)
        own = await self.weighed(cited, {article_id: (path, text)})
        return own if source is None else (*own, *await self._beyond_one(article_id, source))

    async def of_run(self, run_id: ImportRunId) -> tuple[Impact, ...]:
        """Of rolling it back: every file's text from before the run is the new one."""
        before = await self._before(run_id)

        async def look(records: Records) -> tuple[list[tuple[ArticleId, Impact]], dict[ArticleId, tuple[str, str]]]:
            cited = await records.articles.cited_by(list(before))
            texts = {}
            for article_id in {article_id for article_id, _ in cited}:
                path, revision_id = before[article_id]
                text = (await records.articles.revision(revision_id)).source if revision_id else ""
                texts[article_id] = (path, text)
            return cited, texts

        cited, texts = await self.bench.store.read(look)
        return (*await self.weighed(cited, texts), *await self._beyond_run(before))

    async def _beyond_run(self, before: Mapping[ArticleId, tuple[str, RevisionId | None]]) -> tuple[Impact, ...]:
        then, first = dict(before.values()), next(iter(before), None)
        if first is None:
            return ()

        async def look(records: Records, wanted: set[str]) -> dict[str, bytes]:
            revisions = {path: then[path] for path in wanted}
            return {
                path: (await records.articles.revision(revision)).source.encode("utf-8", "replace") if revision else b""
                for path, revision in revisions.items()
            }

        async def texts(wanted: set[str]) -> dict[str, bytes]:
            return await self.bench.store.read(lambda records: look(records, wanted))

        place = await self.bench.store.read(lambda records: records.articles.place(first))
        return await self.beyond(place.kb_id, before, list(then), texts)

    async def of_reading(self, article_id: ArticleId, source: str, read: ReadArticle | FileFailure) -> tuple[Impact, ...]:
        """With what the reader made of the article's new text."""
        cited = await self.bench.store.read(lambda records: records.articles.cited_by([article_id]))
        said = await asyncio.to_thread(wording_of, read) if cited and isinstance(read, ReadArticle) else NOTHING
        return (*told(cited, {article_id: said}), *await self._beyond_one(article_id, source))

    async def _beyond_one(self, article_id: ArticleId, source: str) -> tuple[Impact, ...]:
        place = await self.bench.store.read(lambda records: records.articles.place(article_id))

        async def texts(wanted: set[str]) -> dict[str, bytes]:
            return dict.fromkeys(wanted, source.encode("utf-8", "replace"))

        return await self.beyond(place.kb_id, (article_id,), [place.path], texts)

    async def beyond(
        self, kb_id: KnowledgeBaseId, changed: Collection[ArticleId], paths: Sequence[str], texts: Fetch
    ) -> tuple[Impact, ...]:
        """What stands on other articles than the `changed` that take in words of these files. `texts` gives what those of
        them that are asked for say from now on, nothing for one that goes."""

        async def look(records: Records) -> tuple[list[tuple[ArticleId, Impact]], Holding, Mapping[ArticleId, str]]:
            holding = [one for one in await records.knowledge.taking_in(kb_id, paths) if one[0] not in changed]
            cited = await records.articles.cited_by(list({key for key, _, _ in holding}))
            held = {key for key, _ in cited}
            return cited, [one for one in holding if one[0] in held], await records.knowledge.sources(list(held))

        cited, holding, sources = await self.bench.store.read(look)
        instead = await texts({file for _, _, file in holding}) if holding else {}
        said: dict[ArticleId, Wording] = {}
        for key, path in {key: path for key, path, _ in holding}.items():
            (read,) = await self.bench.read(kb_id, [FoundFile.of_text(path, sources[key])], instead)
            said[key] = await asyncio.to_thread(wording_of, read) if isinstance(read, ReadArticle) else NOTHING
        return told(cited, said)

    async def _before(self, run_id: ImportRunId) -> dict[ArticleId, tuple[str, RevisionId | None]]:
        """article → (path, revision in force before the run); one that was only renamed says what it said."""
        files, _ = await self.bench.store.read(lambda records: records.runs.files(run_id, 0, -1))
        return {
            file.article_id: (file.path, None if file.change is FileChange.ADDED else file.revision_before)
            for file in files
            if file.article_id and file.change and file.state is not FileState.FAILED
        }

    async def weighed(
        self, cited: Sequence[tuple[ArticleId, Impact]], texts: Mapping[ArticleId, tuple[str, str]]
    ) -> tuple[Impact, ...]:
        """`texts` is article → (path, its new text). Quotes are looked up in what the reader makes of it."""
        said = {article_id: await self.wording(article_id, *texts[article_id]) for article_id in {key for key, _ in cited}}
        return told(cited, said)

    async def wording(self, article_id: ArticleId, path: str, source: str) -> Wording:
        if not source:
            return NOTHING
        place = await self.bench.store.read(lambda records: records.articles.place(article_id))
        (read,) = await self.bench.read(place.kb_id, [FoundFile.of_text(path, source)])
        return await asyncio.to_thread(wording_of, read) if isinstance(read, ReadArticle) else NOTHING


def told(cited: Sequence[tuple[ArticleId, Impact]], said: Mapping[ArticleId, Wording]) -> tuple[Impact, ...]:
    return tuple(replace(impact, gone=not said[article_id].has(impact.quote)) for article_id, impact in cited)


def wording_of(read: ReadArticle) -> Wording:
    text = "\n".join(passage.text for passage in read.passages)
    return Wording(text, flat(text))
