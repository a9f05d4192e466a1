"""Knowledge bases, articles, revisions and import runs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.passages import SqlitePassages
from helpdesk.domain.article import ArticleRow, ArticleState, ArticleText, Audience, FileFailure, KnowledgeBase, ReadArticle
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId, RevisionId
from helpdesk.domain.import_run import ImportReport


class SqliteKnowledge(SqlitePassages):
    async def base(self, name: str, folder: str) -> KnowledgeBaseId:
        c = t.knowledge_bases.c
        known = await self._db.scalar(sa.select(c.id).where(c.name == name))
        if known is None:
            return KnowledgeBaseId(await self._insert(t.knowledge_bases, name=name, folder=folder))
        await self._db.execute(t.knowledge_bases.update().where(c.id == known).values(folder=folder))
        return KnowledgeBaseId(known)

    async def bases(self) -> list[KnowledgeBase]:
        k, a = t.knowledge_bases.c, t.articles.c
        live = (a.kb_id == k.id) & (a.state != ArticleState.REMOVED)
        count = sa.select(sa.func.count()).select_from(t.articles).where(live).scalar_subquery()
        passages = sa.select(sa.func.coalesce(sa.func.sum(a.passages), 0)).where(live).scalar_subquery()
        query = sa.select(k.id, k.name, k.folder, count, passages, k.imported_at, k.audience).order_by(k.name)
        found = await self._db.execute(query)
        return [KnowledgeBase(KnowledgeBaseId(r[0]), r[1], r[2], r[3], r[4], r[5], Audience(r[6])) for r in found]

    async def set_audience(self, kb_id: KnowledgeBaseId, audience: Audience) -> None:
        c = t.knowledge_bases.c
        await self._db.execute(t.knowledge_bases.update().where(c.id == kb_id).values(audience=audience))

    async def begin_run(self, kb_id: KnowledgeBaseId, source: str) -> ImportRunId:
        return ImportRunId(await self._insert(t.import_runs, kb_id=kb_id, source=source, started_at=self._clock.now()))

    async def end_run(self, run_id: ImportRunId, state: str, report: ImportReport | None) -> None:
        c, now = t.import_runs.c, self._clock.now()
        values = {"state": state, "report": asdict(report) if report else None, "ended_at": now}
        await self._db.execute(t.import_runs.update().where(c.id == run_id).values(**values))
        kb = sa.select(c.kb_id).where(c.id == run_id).scalar_subquery()
        await self._db.execute(t.knowledge_bases.update().where(t.knowledge_bases.c.id == kb).values(imported_at=now))

    async def hashes(self, kb_id: KnowledgeBaseId) -> Mapping[str, tuple[str, str]]:
        c = t.articles.c
        failed = c.state == ArticleState.FAILED
        known = sa.select(c.path, sa.case((failed, ""), else_=c.content_hash), c.chunker)
        found = await self._db.execute(known.where(c.kb_id == kb_id, c.state != ArticleState.REMOVED))
        return {path: (content_hash, chunker) for path, content_hash, chunker in found}

    async def put_article(self, kb_id: KnowledgeBaseId, run_id: ImportRunId, article: ReadArticle, chunker: str) -> ArticleId:
        article_id, known = await self._article_id(kb_id, article.path)
        if known:
            await self.drop_passages(article_id)
        now = self._clock.now()
        revision = await self._insert(
            t.revisions,
            article_id=article_id,
            run_id=run_id,
            title=article.title,
            content_hash=article.content_hash,
            source=article.source,
            created_at=now,
        )
        await self._db.execute(
            t.articles.update()
            .where(t.articles.c.id == article_id)
            .values(
                title=article.title,
                state=ArticleState.READ,
                audience=article.audience,
                language=article.language,
                tags=list(article.tags),
                revision_id=revision,
                content_hash=article.content_hash,
                chunker=chunker,
                passages=len(article.passages),
                failure="",
                updated_at=now,
            )
        )
        await self.put_passages(kb_id, article_id, revision, article)
        return article_id

    async def _article_id(self, kb_id: KnowledgeBaseId, path: str) -> tuple[ArticleId, bool]:
        """(article, True) when it was there, (article, False) when it was made now."""
        c = t.articles.c
        known = await self._db.scalar(sa.select(c.id).where(c.kb_id == kb_id, c.path == path))
        if known is not None:
            return ArticleId(known), True
        return ArticleId(await self._insert(t.articles, kb_id=kb_id, path=path, tags=[], updated_at=self._clock.now())), False

    async def remove_articles(self, kb_id: KnowledgeBaseId, paths: Sequence[str]) -> int:
        c, removed = t.articles.c, 0
        for path in paths:
            known = await self._db.scalar(
                sa.select(c.id).where(c.kb_id == kb_id, c.path == path, c.state != ArticleState.REMOVED)
            )
            if known is None:
                continue
            removed += 1
            await self.drop_passages(ArticleId(known))
            gone = {"state": ArticleState.REMOVED, "passages": 0, "failure": "", "updated_at": self._clock.now()}
            await self._db.execute(t.articles.update().where(c.id == known).values(**gone))
        return removed

    async def put_failure(self, kb_id: KnowledgeBaseId, failure: FileFailure) -> None:
        article_id, _ = await self._article_id(kb_id, failure.path)
        where = f"line {failure.line}: " if failure.line else ""
        values = {"state": ArticleState.FAILED, "failure": where + failure.reason, "updated_at": self._clock.now()}
        await self._db.execute(t.articles.update().where(t.articles.c.id == article_id).values(**values))

    async def articles(self, kb_id: KnowledgeBaseId | None, offset: int, limit: int) -> tuple[list[ArticleRow], int]:
        c = t.articles.c
        live = [c.state != ArticleState.REMOVED] + ([c.kb_id == kb_id] if kb_id is not None else [])
        total = await self._db.scalar(sa.select(sa.func.count()).select_from(t.articles).where(*live)) or 0
        query = (
            sa.select(t.articles, t.knowledge_bases.c.name.label("kb"))
            .join(t.knowledge_bases)
            .where(*live)
            .order_by(c.state != ArticleState.FAILED, c.kb_id, c.path)
            .offset(offset)
            .limit(limit)
        )
        return [rows.article_row(r) for r in (await self._db.execute(query)).mappings()], total

    async def article(self, article_id: ArticleId, revision: int | None = None) -> ArticleText:
        a, r = t.articles.c, t.revisions.c
        wanted = r.id == (a.revision_id if revision is None else revision)
        query = (
            sa.select(a.id, r.id, t.knowledge_bases.c.name, a.path, r.title, r.source, a.audience, r.created_at)
            .select_from(t.articles.join(t.knowledge_bases).join(t.revisions, (r.article_id == a.id) & wanted))
            .where(a.id == article_id)
        )
        row = (await self._db.execute(query)).one_or_none()
        if row is None:
            raise NotFound("article", str(article_id))
        return ArticleText(ArticleId(row[0]), RevisionId(row[1]), row[2], row[3], row[4], row[5], Audience(row[6]), row[7])

    async def mark_indexed(self) -> None:
        c = t.articles.c
        await self._db.execute(t.articles.update().where(c.state == ArticleState.READ).values(state=ArticleState.INDEXED))

    async def _insert(self, table: sa.Table, **values: Any) -> int:
        result = await self._db.execute(table.insert().values(**values))
        assert result.inserted_primary_key is not None
        return int(result.inserted_primary_key[0])
