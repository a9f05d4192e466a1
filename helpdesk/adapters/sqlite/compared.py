"""Which passages lie nearest to each other, and which of them were compared."""

import json
from collections.abc import Collection, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.desk_values import keep_value, value_of
from helpdesk.domain.ids import ArticleId, PassageId
from helpdesk.ports.comparing_records import ComparedPassage

RULES = "compared.rules"
SERVING = "article_id NOT IN (SELECT value FROM json_each(:barred))"
STANDING = sa.text(
    "SELECT min(p.id) AS id, p.article_id, p.hash, CASE c.embedder WHEN :embedder THEN c.nearest END AS nearest, c.agrees "
    "FROM passages p JOIN passage_vectors v ON v.hash = p.hash AND v.embedder = :embedder "
    f"LEFT JOIN compared_passages c ON c.hash = p.hash WHERE p.{SERVING} GROUP BY p.hash ORDER BY 1 LIMIT :limit"
)
VECTORS = sa.text(
    "SELECT p.id, v.vector FROM passages p JOIN passage_vectors v ON v.hash = p.hash AND v.embedder = :embedder "
    "WHERE p.id IN (SELECT value FROM json_each(:ids))"
)
SWEPT = sa.text(f"DELETE FROM compared_passages WHERE hash NOT IN (SELECT hash FROM passages WHERE {SERVING})")
NEAREST = (
    "INSERT INTO compared_passages (hash, embedder, nearest) VALUES (?, ?, ?) "
    "ON CONFLICT (hash) DO UPDATE SET embedder = excluded.embedder, nearest = excluded.nearest"
)
AGREES = "UPDATE compared_passages SET agrees = CAST(agrees || ? AS BLOB) WHERE hash = ?"


class SqliteCompared:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def standing(self, embedder: str, barred: Collection[ArticleId], limit: int) -> list[ComparedPassage]:
        values = {"embedder": embedder, "barred": json.dumps(sorted(barred)), "limit": limit}
        found = await self._db.execute(STANDING, values)
        return [ComparedPassage(PassageId(r.id), ArticleId(r.article_id), r.hash, r.nearest, r.agrees or b"") for r in found]

    async def vectors(self, embedder: str, ids: Sequence[PassageId]) -> list[bytes]:
        found = await self._db.execute(VECTORS, {"embedder": embedder, "ids": json.dumps(ids)})
        known: dict[int, bytes] = {row.id: row.vector for row in found}
        return [known.get(key, b"") for key in ids]

    async def sweep(self, rules: str, barred: Collection[ArticleId]) -> None:
        await self._db.execute(SWEPT, {"barred": json.dumps(sorted(barred))})
        if await value_of(self._db, RULES) != rules:
            await self._db.execute(sa.text("UPDATE compared_passages SET agrees = x''"))
            await keep_value(self._db, RULES, rules)

    async def put_nearest(self, embedder: str, nearest: Mapping[str, bytes]) -> None:
        if nearest:
            await self._db.exec_driver_sql(NEAREST, [(key, embedder, found) for key, found in nearest.items()])

    async def put_agreeing(self, agreeing: Mapping[str, bytes]) -> None:
        if agreeing:
            await self._db.exec_driver_sql(AGREES, [(keys, key) for key, keys in agreeing.items()])
