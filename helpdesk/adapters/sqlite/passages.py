"""Passages, their vectors, and the change numbers by which an index is brought in step."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.composed import answered
from helpdesk.adapters.sqlite.desk_values import keep_value, value_of
from helpdesk.adapters.sqlite.standing import moments
from helpdesk.adapters.sqlite.ticket_values import in_listed, listed
from helpdesk.domain.article import Passage, embedded_text
from helpdesk.domain.ids import KnowledgeBaseId, PassageId
from helpdesk.ports import Clock, PassageVector

#: SQLite binds at most 250,000 values; ours stay far below and a statement stays small.
AT_ONCE = 500
PUT_VECTORS = "INSERT OR REPLACE INTO passage_vectors (hash, embedder, vector) VALUES "

THESE = (
    sa.select(*rows.passage_columns())
    .select_from(t.passages.join(t.articles, t.articles.c.id == t.passages.c.article_id).join(t.knowledge_bases))
    .where(in_listed(t.passages.c.id, sa.bindparam("ids", type_=sa.Text)))
)
TEXTS = "SELECT id, hash, title, heading, text FROM passages WHERE id IN (SELECT value FROM json_each(:ids))"
ALONE = "SELECT id, article_id, kb_id, title, heading, text FROM passages WHERE id > :after ORDER BY id LIMIT :most + 0"
VECTORS_ALONE = """
SELECT p.id, v.vector FROM passages p JOIN passage_vectors v ON v.hash = p.hash AND v.embedder = :embedder
WHERE p.id > :after ORDER BY p.id LIMIT :most + 0
"""
"""All three are asked plainly, for an import asks them of every passage."""
PLACED = (
    sa.text(
        "SELECT id AS found, after, before FROM (SELECT id, lead(id) OVER placed AS after, lag(id) OVER placed AS before "
        "FROM passages WHERE article_id IN (SELECT article_id FROM passages WHERE id IN (SELECT value FROM json_each(:ids))) "
        "WINDOW placed AS (PARTITION BY article_id ORDER BY line_from, id)) WHERE id IN (SELECT value FROM json_each(:ids))"
    )
    .columns(sa.column("found"), sa.column("after"), sa.column("before"))
    .subquery("placed")
)
BESIDE = (
    sa.select(PLACED.c.found, *rows.passage_columns())
    .select_from(
        PLACED.join(t.passages, t.passages.c.id.in_([PLACED.c.after, PLACED.c.before]))
        .join(t.articles, t.articles.c.id == t.passages.c.article_id)
        .join(t.knowledge_bases)
    )
    .order_by(t.passages.c.line_from.desc(), t.passages.c.id.desc())
)
"""Every search asks these: built once, which takes longer than asking."""


class SqlitePassages:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock
        self._change: int | None = None

    async def _this_change(self) -> int:
        """One number for all changes of a transaction: nobody sees a part of it."""
        if self._change is None:
            self._change = await self.change() + 1
            await keep_value(self._db, "change", str(self._change))
        return self._change

    async def change(self) -> int:
        return int(await value_of(self._db, "change") or 0)

    async def forget_changes(self) -> None:
        """No index that stood before this transaction can be brought in step by steps: it still holds what was erased."""
        await keep_value(self._db, "forgotten", str(await self._this_change()))

    async def changed_since(self, change: int) -> tuple[list[PassageId], list[PassageId]] | None:
        forgotten = await value_of(self._db, "forgotten")
        if not int(forgotten or 0) <= change <= await self.change():
            return None
        p, g = t.passages.c, t.gone_passages.c
        removed = await self._db.scalars(sa.select(g.id).where(g.change > change).order_by(g.id))
        added = await self._db.scalars(sa.select(p.id).where(p.change > change).order_by(p.id))
        return [PassageId(i) for i in removed], [PassageId(i) for i in added]

    async def passages(self, ids: Sequence[PassageId]) -> list[Passage]:
        told = await self._db.execute(THESE, {**moments(self._clock.now()), "ids": listed(ids)})
        found = {r["id"]: rows.passage(r) for r in told.mappings()}
        return [found[i] for i in ids if i in found]

    async def beside(self, ids: Sequence[PassageId]) -> Mapping[PassageId, tuple[Passage, ...]]:
        found: dict[PassageId, tuple[Passage, ...]] = {}
        for row in (await self._db.execute(BESIDE, {**moments(self._clock.now()), "ids": listed(ids)})).mappings():
            found[row["found"]] = (*found.get(row["found"], ()), rows.passage(row))
        return found

    async def passage_count(self) -> int:
        return await self._db.scalar(sa.select(sa.func.count()).select_from(t.passages)) or 0

    def _bare(self, embedder: str) -> sa.ColumnElement[bool]:
        v = t.vectors.c
        return ~sa.exists().where(v.hash == t.passages.c.hash, v.embedder == embedder)

    async def unembedded(self, embedder: str) -> list[tuple[PassageId, int]]:
        p = t.passages.c
        tokens = sa.func.min(p.tokens)
        query = sa.select(sa.func.min(p.id), tokens).where(self._bare(embedder)).group_by(p.hash).order_by(tokens)
        return [(PassageId(key), tokens) for key, tokens in await self._db.execute(query)]

    async def texts(self, ids: Sequence[PassageId]) -> list[tuple[PassageId, str, str]]:
        found = {}
        for start in range(0, len(ids), AT_ONCE):
            told = await answered(self._db, TEXTS, {"ids": listed(ids[start : start + AT_ONCE])})
            found.update({r[0]: (r[0], r[1], embedded_text(*r[2:])) for r in told})
        return [found[key] for key in ids if key in found]

    async def lacking(self, embedder: str, hashes: Sequence[str]) -> set[str]:
        v, lacking = t.vectors.c, set(hashes)
        for start in range(0, len(hashes), AT_ONCE):
            wanted = v.hash.in_(hashes[start : start + AT_ONCE])
            lacking.difference_update(await self._db.scalars(sa.select(v.hash).where(v.embedder == embedder, wanted)))
        return lacking

    async def without_vectors_count(self, embedder: str) -> int:
        query = sa.select(sa.func.count(sa.distinct(t.passages.c.hash))).where(self._bare(embedder))
        return await self._db.scalar(query) or 0

    async def put_vectors(self, embedder: str, vectors: Sequence[tuple[str, bytes]]) -> None:
        """In one statement: the threads of the process take turns at every row of many."""
        for start in range(0, len(vectors), AT_ONCE):
            part = vectors[start : start + AT_ONCE]
            put = PUT_VECTORS + ", ".join(["(?, ?, ?)"] * len(part))
            await self._db.exec_driver_sql(put, tuple(v for digest, vector in part for v in (digest, embedder, vector)))

    async def vectors(self, embedder: str, after: int, limit: int) -> list[PassageVector]:
        return await self._vectors(embedder, t.passages.c.id > after, limit)

    async def passages_alone(self, after: int, limit: int) -> list[PassageVector]:
        return [
            PassageVector(PassageId(key), article, KnowledgeBaseId(kb), embedded_text(*told), b"")
            for key, article, kb, *told in await answered(self._db, ALONE, {"after": after, "most": limit})
        ]

    async def vectors_alone(self, embedder: str, after: int, limit: int) -> list[tuple[PassageId, bytes]]:
        values = {"embedder": embedder, "after": after, "most": limit}
        return [(PassageId(key), vector) for key, vector in await answered(self._db, VECTORS_ALONE, values)]

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
