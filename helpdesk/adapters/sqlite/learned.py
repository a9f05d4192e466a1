"""What an embedder learned from the passages, the vectors made with it, and the desk's own synonyms."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.desk_values import keep_value, value_of
from helpdesk.adapters.sqlite.standing import audience_in_force
from helpdesk.domain.article import Audience, embedded_text
from helpdesk.domain.ids import PassageId
from helpdesk.ports import Clock
from helpdesk.ports.learned_records import Learned

FITS_KEPT = 2
SHIPPED_OFF = "synonyms.off"
SYNONYMS = sa.select(t.synonyms.c.word, t.synonyms.c.means).order_by(t.synonyms.c.word)


def among(query: sa.Select[*tuple[Any, ...]], public: bool) -> sa.Select[*tuple[Any, ...]]:
    """Of all passages, or only of those that customers may read."""
    if not public:
        return query.select_from(t.passages)
    joined = t.passages.join(t.articles, t.articles.c.id == t.passages.c.article_id).join(
        t.knowledge_bases, t.knowledge_bases.c.id == t.articles.c.kb_id
    )
    return query.select_from(joined).where(audience_in_force() == Audience.PUBLIC)


class SqliteLearned:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def newest(self, embedder: str) -> Learned | None:
        c = t.learned.c
        query = sa.select(c.fingerprint, c.passages, c.through, c.content, c.created_at).where(c.embedder == embedder)
        row = (await self._db.execute(query.order_by(c.id.desc()).limit(1))).one_or_none()
        return None if row is None else Learned(row[0], row[1], PassageId(row[2]), row[3], row[4])

    async def keep(self, embedder: str, learned: Learned) -> None:
        c = t.learned.c
        await self._db.execute(
            t.learned.insert().values(
                embedder=embedder,
                fingerprint=learned.fingerprint,
                passages=learned.passages,
                through=learned.through,
                content=learned.content,
                created_at=self._clock.now(),
            )
        )
        kept = sa.select(c.id).where(c.embedder == embedder).order_by(c.id.desc()).limit(FITS_KEPT)
        await self._db.execute(t.learned.delete().where(c.embedder == embedder, c.id.not_in(kept.scalar_subquery())))

    async def sample(self, after: int, limit: int, *, public: bool = False) -> list[tuple[int, str]]:
        p = t.passages.c
        query = among(sa.select(p.id, p.title, p.heading, p.text), public).where(p.id > after).order_by(p.id).limit(limit)
        return [(r.id, embedded_text(r.title, r.heading, r.text)) for r in await self._db.execute(query)]

    async def public_passages(self) -> int:
        return await self._db.scalar(among(sa.select(sa.func.count()), public=True)) or 0

    async def written_after(self, passage: PassageId, *, public: bool = False) -> tuple[int, PassageId]:
        p = t.passages.c
        query = among(sa.select(sa.func.count(), sa.func.max(p.id)), public).where(p.id > passage)
        row = (await self._db.execute(query)).one()
        return row[0], PassageId(row[1] or passage)

    async def first_told(self, words: Sequence[str]) -> Mapping[str, PassageId]:
        first = sa.text("SELECT rowid FROM passages_fts WHERE passages_fts MATCH :word ORDER BY rowid LIMIT 1")
        found: dict[str, PassageId] = {}
        for word in words:
            told = await self._db.scalar(first, {"word": '"' + word.replace('"', '""') + '"'})
            if told is not None:
                found[word] = PassageId(told)
        return found

    async def vector_counts(self) -> Mapping[str, int]:
        v = t.vectors.c
        newest: sa.ColumnElement[int] = sa.func.max(sa.literal_column("passage_vectors.rowid"))
        query = sa.select(v.embedder, sa.func.count()).group_by(v.embedder).order_by(newest.desc())
        return {r[0]: r[1] for r in await self._db.execute(query)}

    async def drop_vectors(self, kept: Collection[str], limit: int) -> int:
        return await self._drop(t.vectors.c.embedder.not_in(list(kept)), limit)

    async def drop_orphans(self, embedder: str, limit: int) -> int:
        wanted = sa.exists().where(t.passages.c.hash == t.vectors.c.hash)
        return await self._drop((t.vectors.c.embedder == embedder) & ~wanted, limit)

    async def _drop(self, chosen: sa.ColumnElement[bool], limit: int) -> int:
        row: sa.ColumnClause[int] = sa.literal_column("passage_vectors.rowid")
        some = sa.select(row).select_from(t.vectors).where(chosen).limit(limit)
        return (await self._db.execute(t.vectors.delete().where(row.in_(some)))).rowcount

    async def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        return {word: tuple(json.loads(means)) for word, means in await self._db.execute(SYNONYMS)}

    async def set_synonyms(self, synonyms: Mapping[str, tuple[str, ...]]) -> None:
        now = self._clock.now()
        await self._db.execute(t.synonyms.delete())
        values = [
            {"word": word, "means": json.dumps(means, ensure_ascii=False), "created_at": now}
            for word, means in synonyms.items()
        ]
        if values:
            await self._db.execute(t.synonyms.insert(), values)

    async def shipped_off(self) -> frozenset[str]:
        return frozenset(json.loads(await value_of(self._db, SHIPPED_OFF) or "[]"))

    async def set_shipped_off(self, names: Sequence[str]) -> None:
        await keep_value(self._db, SHIPPED_OFF, json.dumps(list(names), ensure_ascii=False))
