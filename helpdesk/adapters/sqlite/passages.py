"""Passages, their vectors, and the change numbers by which an index is brought in step."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.domain.article import Passage, ReadArticle, embedded_text
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId, PassageId
from helpdesk.ports import Clock, PassageVector

#: SQLite binds at most 250,000 values; ours stay far below and a statement stays small.
AT_ONCE = 500


class SqlitePassages:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock
        self._change: int | None = None

    async def put_passages(self, kb_id: KnowledgeBaseId, article_id: ArticleId, revision: int, article: ReadArticle) -> None:
        """The passages of an article that has none."""
        change = await self._this_change()
        values = [
            {
                "article_id": article_id,
                "revision_id": revision,
                "kb_id": kb_id,
                "title": article.title,
                "heading": read.heading,
                "text": read.text,
                "line_from": read.lines[0],
                "line_to": read.lines[1],
                "tokens": read.tokens,
                "hash": sha256(embedded_text(article.title, read.heading, read.text).encode()).hexdigest(),
                "change": change,
            }
            for read in article.passages
        ]
        if values:
            await self._db.execute(t.passages.insert(), values)

    async def drop_passages(self, article_id: ArticleId) -> None:
        p = t.passages.c
        change = await self._this_change()
        gone = sa.select(p.id, sa.literal(change)).where(p.article_id == article_id)
        await self._db.execute(t.gone_passages.insert().from_select(["id", "change"], gone))
        await self._db.execute(t.passages.delete().where(p.article_id == article_id))

    async def _this_change(self) -> int:
        """One number for all changes of a transaction: nobody sees a part of it."""
        if self._change is None:
            self._change = await self.change() + 1
            kept = sa.text("INSERT OR REPLACE INTO desk(name, value) VALUES ('change', :value)")
            await self._db.execute(kept, {"value": str(self._change)})
        return self._change

    async def change(self) -> int:
        return int(await self._db.scalar(sa.select(t.desk.c.value).where(t.desk.c.name == "change")) or 0)

    async def changed_since(self, change: int) -> tuple[list[PassageId], list[PassageId]] | None:
        if change > await self.change():
            return None
        p, g = t.passages.c, t.gone_passages.c
        removed = await self._db.scalars(sa.select(g.id).where(g.change > change).order_by(g.id))
        added = await self._db.scalars(sa.select(p.id).where(p.change > change).order_by(p.id))
        return [PassageId(i) for i in removed], [PassageId(i) for i in added]

    async def passages(self, ids: Sequence[PassageId]) -> list[Passage]:
        found: dict[int, Passage] = {}
        for start in range(0, len(ids), AT_ONCE):
            query = (
                sa.select(*rows.passage_columns())
                .select_from(t.passages.join(t.articles, t.articles.c.id == t.passages.c.article_id).join(t.knowledge_bases))
                .where(t.passages.c.id.in_(ids[start : start + AT_ONCE]))
            )
            found |= {r["id"]: rows.passage(r) for r in (await self._db.execute(query)).mappings()}
        return [found[i] for i in ids if i in found]

    async def passage_count(self) -> int:
        return await self._db.scalar(sa.select(sa.func.count()).select_from(t.passages)) or 0

    def _bare(self, embedder: str) -> sa.ColumnElement[bool]:
        v = t.vectors.c
        return ~sa.exists().where(v.hash == t.passages.c.hash, v.embedder == embedder)

    async def without_vectors(self, embedder: str, limit: int) -> list[tuple[str, str]]:
        p = t.passages.c
        query = sa.select(p.hash, p.title, p.heading, p.text).where(self._bare(embedder)).order_by(p.id).limit(limit)
        found = {r.hash: embedded_text(r.title, r.heading, r.text) for r in await self._db.execute(query)}
        return list(found.items())

    async def without_vectors_count(self, embedder: str) -> int:
        query = sa.select(sa.func.count(sa.distinct(t.passages.c.hash))).where(self._bare(embedder))
        return await self._db.scalar(query) or 0

    async def put_vectors(self, embedder: str, vectors: Sequence[tuple[str, bytes]]) -> None:
        if vectors:
            values = [{"hash": hash, "embedder": embedder, "vector": vector} for hash, vector in vectors]
            await self._db.execute(t.vectors.insert().prefix_with("OR REPLACE"), values)

    async def vectors(self, embedder: str, after: int, limit: int) -> list[PassageVector]:
        return await self._vectors(embedder, t.passages.c.id > after, limit)

    async def vectors_of(self, embedder: str, ids: Sequence[PassageId]) -> list[PassageVector]:
        parts = [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
        return [found for part in parts for found in await self._vectors(embedder, t.passages.c.id.in_(part), AT_ONCE)]

    async def _vectors(self, embedder: str, chosen: sa.ColumnElement[bool], limit: int) -> list[PassageVector]:
        p, v = t.passages.c, t.vectors.c
        query = (
            sa.select(p.id, p.article_id, p.kb_id, p.title, p.heading, p.text, v.vector)
            .join(t.vectors, (v.hash == p.hash) & (v.embedder == embedder))
            .where(chosen)
            .order_by(p.id)
            .limit(limit)
        )
        return [
            PassageVector(
                PassageId(r.id), r.article_id, KnowledgeBaseId(r.kb_id), embedded_text(r.title, r.heading, r.text), r.vector
            )
            for r in await self._db.execute(query)
        ]

    async def words(self, match: str, kb_ids: Sequence[KnowledgeBaseId], limit: int) -> list[tuple[PassageId, float]]:
        within = "AND p.kb_id IN :kb_ids" if kb_ids else ""
        query = sa.text(
            "SELECT f.rowid AS id, -bm25(passages_fts, 2.0, 1.5, 1.0) AS score FROM passages_fts f "
            f"JOIN passages p ON p.id = f.rowid WHERE passages_fts MATCH :match {within} ORDER BY score DESC, id LIMIT :limit"
        )
        values: dict[str, Any] = {"match": match, "limit": limit}
        if kb_ids:
            query = query.bindparams(sa.bindparam("kb_ids", expanding=True))
            values["kb_ids"] = list(kb_ids)
        return [(PassageId(r.id), max(0.0, r.score)) for r in await self._db.execute(query, values)]

    async def frequencies(self, terms: Sequence[str]) -> tuple[Mapping[str, int], int]:
        counted = sa.text("SELECT count(*) FROM passages_fts WHERE passages_fts MATCH :term")
        found: dict[str, int] = {}
        for term in terms:
            quoted = '"' + term.replace('"', '""') + '"'
            found[term] = await self._db.scalar(counted, {"term": quoted}) or 0
        return found, await self.passage_count()
