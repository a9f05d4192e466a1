"""Knowledge bases, articles, and what the store knows of their files."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from helpdesk.adapters.sqlite import rows, standing
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.article_writing import SqliteArticleWriting, uncut_clause
from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.adapters.sqlite.composed import answered
from helpdesk.domain.article import ArticleState, Audience, FileFailure, KnowledgeBase
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId, RevisionId
from helpdesk.domain.import_run import KnownFile
from helpdesk.ports.knowledge_records import UncutArticle

KNOWN = """
SELECT id, revision_id, path, content_hash, chunker, state, failure, failed_line, tried, held_hash, stamp
FROM articles WHERE kb_id = :kb AND (state <> :removed OR held_hash <> '')
"""
"""Asked plainly, for every import begins with all files of its base."""


class SqliteKnowledge(SqliteArticleWriting):
    async def base(self, name: str, folder: str) -> KnowledgeBaseId:
        c = t.knowledge_bases.c
        known = await self._db.scalar(sa.select(c.id).where(c.name == name))
        if known is None:
            return KnowledgeBaseId(await self._insert(t.knowledge_bases, name=name, folder=folder))
        await self._db.execute(t.knowledge_bases.update().where(c.id == known).values(folder=folder))
        return KnowledgeBaseId(known)

    async def bases(self) -> list[KnowledgeBase]:
        k, a = t.knowledge_bases.c, t.articles.c
        counted = (
            sa.select(
                a.kb_id,
                sa.func.count().label("articles"),
                sa.func.sum(a.passages).label("passages"),
                sa.func.sum(sa.cast(a.state == ArticleState.FAILED, sa.Integer)).label("failed"),
                sa.func.sum(sa.cast(standing.is_stale(self._clock.now()), sa.Integer)).label("stale"),
                sa.func.sum(sa.cast(a.state == ArticleState.READ, sa.Integer)).label("waiting"),
            )
            .select_from(t.articles.join(t.knowledge_bases))
            .where(a.state != ArticleState.REMOVED)
            .group_by(a.kb_id)
            .subquery()
        )
        query = sa.select(t.knowledge_bases, counted).outerjoin(counted, counted.c.kb_id == k.id).order_by(k.name)
        return [rows.knowledge_base(row) for row in (await self._db.execute(query)).mappings()]

    async def set_audience(self, kb_id: KnowledgeBaseId, audience: Audience) -> None:
        c = t.knowledge_bases.c
        await self._db.execute(t.knowledge_bases.update().where(c.id == kb_id).values(audience=audience))

    async def set_watched(self, kb_id: KnowledgeBaseId, watched: bool) -> None:
        c = t.knowledge_bases.c
        await self._db.execute(t.knowledge_bases.update().where(c.id == kb_id).values(watched=int(watched)))

    async def files(self, kb_id: KnowledgeBaseId) -> list[KnownFile]:
        values = {"kb": kb_id, "removed": ArticleState.REMOVED.value}
        return [known_file(row) for row in await answered(self._db, KNOWN, values)]

    async def sources(self, ids: Sequence[ArticleId]) -> Mapping[ArticleId, str]:
        a, r = t.articles.c, t.revisions.c
        query = sa.select(a.id, r.source).join(t.revisions, r.id == a.revision_id).where(a.id.in_(ids))
        return {ArticleId(key): source for key, source in await self._db.execute(query)}

    async def uncut(self, chunker: str, after: ArticleId, limit: int) -> list[UncutArticle]:
        return await self._uncut(sa.and_(uncut_clause(chunker), t.articles.c.id > after), limit)

    async def uncut_count(self, chunker: str) -> int:
        return await self._db.scalar(sa.select(sa.func.count()).select_from(t.articles).where(uncut_clause(chunker))) or 0

    async def uncut_sample(self, chunker: str, most: int) -> tuple[list[UncutArticle], float]:
        a, r = t.articles.c, t.revisions.c
        letters = sa.select(a.id, sa.func.length(r.source)).join(t.revisions, r.id == a.revision_id)
        rows = (await self._db.execute(letters.where(uncut_clause(chunker)).order_by(a.id))).all()
        chosen = {row[0]: row[1] for row in rows[:: max(1, -(-len(rows) // most))]}
        whole = sum(row[1] for row in rows)
        return await self._uncut(a.id.in_(chosen), most), sum(chosen.values()) / whole if whole else 1.0

    async def _uncut(self, wanted: sa.ColumnElement[bool], limit: int) -> list[UncutArticle]:
        a, r = t.articles.c, t.revisions.c
        query = sa.select(a.id, a.revision_id, a.kb_id, a.path, r.source).join(t.revisions, r.id == a.revision_id)
        return [
            UncutArticle(ArticleId(row[0]), RevisionId(row[1]), KnowledgeBaseId(row[2]), row[3], row[4])
            for row in await self._db.execute(query.where(wanted).order_by(a.id).limit(limit))
        ]

    async def mark_indexed(self, change: int) -> None:
        newer = "(SELECT article_id FROM passages WHERE change > :change)"
        articles = f"UPDATE articles SET state = 'indexed' WHERE state = 'read' AND id NOT IN {newer}"
        files = (
            "UPDATE import_run_files SET state = 'indexed', updated_at = :now WHERE state IN ('read', 'embedded') "
            f"AND (article_id IS NULL OR article_id NOT IN {newer})"
        )
        await self._db.execute(sa.text(articles), {"change": change})
        await self._db.execute(sa.text(files), {"change": change, "now": moment_text(self._clock.now())})

    async def _insert(self, table: sa.Table, **values: Any) -> int:
        result = await self._db.execute(table.insert().values(**values))
        assert result.inserted_primary_key is not None
        return int(result.inserted_primary_key[0])


def known_file(row: Sequence[Any]) -> KnownFile:
    number, revision, path, digest, chunker, state, failure, line, tried, held_hash, stamp = row
    return KnownFile(
        article_id=ArticleId(number),
        revision_id=RevisionId(revision) if revision else None,
        path=path,
        content_hash=digest,
        chunker=chunker,
        failure=FileFailure(path, line, failure) if state == ArticleState.FAILED else None,
        tried=tried,
        held_hash=held_hash,
        stamp=stamp,
        live=state != ArticleState.REMOVED,
    )
