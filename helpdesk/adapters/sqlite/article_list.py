"""The list of articles, a page at a time, and how they fared."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.standing import audience_in_force, is_stale, status_in_force
from helpdesk.domain.article import ArticleFilter, ArticleRow, ArticleState
from helpdesk.domain.draft import DraftState
from helpdesk.ports import Clock

NOT_SERVING = (ArticleState.FAILED, ArticleState.REMOVED)
FARED_WELL = (DraftState.APPROVED, DraftState.SENT)


class SqliteArticleList:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def page(self, wanted: ArticleFilter, offset: int, limit: int) -> tuple[list[ArticleRow], int]:
        """Failed ones are few and come first; the others are walked along an index, so that a page costs the same anywhere."""
        a = t.articles.c
        chosen = list(self._conditions(wanted))
        source = t.articles.join(t.knowledge_bases) if wanted.stale or wanted.statuses else t.articles
        broken = sa.select(a.id).select_from(source).where(*chosen, a.state == ArticleState.FAILED)
        others = sa.select(a.id).select_from(source).where(*chosen, a.state.not_in(NOT_SERVING))
        failed = await self._count(broken)
        total = failed if wanted.failed else failed + await self._count(others)
        ids = await self._ids(broken, offset, limit) if offset < failed else []
        if not wanted.failed and len(ids) < limit:
            ids += await self._ids(others, max(0, offset - failed), limit - len(ids))
        return await self._rows(ids), total

    def _conditions(self, wanted: ArticleFilter) -> Iterator[sa.ColumnElement[bool]]:
        a = t.articles.c
        if wanted.kb_id is not None:
            yield a.kb_id == wanted.kb_id
        if text := wanted.text.strip():
            spelled = {text, text.lower(), text.upper(), text.capitalize()}
            yield sa.or_(*(c.contains(form, autoescape=True) for form in sorted(spelled) for c in (a.title, a.path)))
        if wanted.stale:
            yield is_stale(self._clock.now())
        if wanted.statuses:
            yield status_in_force().in_(wanted.statuses)
        if wanted.never_cited:
            yield ~sa.exists().where(t.citations.c.article_id == a.id)

    async def _count(self, chosen: sa.Select[tuple[int]]) -> int:
        return await self._db.scalar(chosen.with_only_columns(sa.func.count())) or 0

    async def _ids(self, chosen: sa.Select[tuple[int]], offset: int, limit: int) -> list[int]:
        a = t.articles.c
        return list(await self._db.scalars(chosen.order_by(a.kb_id, a.path).offset(offset).limit(limit)))

    async def _rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        a = t.articles.c
        own = (a.id, a.kb_id, a.path, a.title, a.state, a.passages, a.updated_at, a.failure, a.failed_line)
        standing = (
            status_in_force().label("status"),
            audience_in_force().label("audience"),
            is_stale(self._clock.now()).label("stale"),
        )
        query = sa.select(*own, t.knowledge_bases.c.name.label("kb"), *standing).join(t.knowledge_bases).where(a.id.in_(ids))
        fared = await self._fared(ids)
        found = {r["id"]: rows.article_row(r, *fared.get(r["id"], (0, 0))) for r in (await self._db.execute(query)).mappings()}
        return [found[i] for i in ids]

    async def _fared(self, ids: Sequence[int]) -> dict[int, tuple[int, int]]:
        """article → (drafts that cite it, those of them approved or sent)"""
        c, d = t.citations.c, t.drafts.c
        well: sa.ColumnElement[Any] = sa.case((d.state.in_(FARED_WELL), d.id))
        query = (
            sa.select(c.article_id, sa.func.count(sa.distinct(d.id)), sa.func.count(sa.distinct(well)))
            .join(t.drafts, d.id == c.draft_id)
            .where(c.article_id.in_(ids))
            .group_by(c.article_id)
        )
        return {row[0]: (row[1], row[2]) for row in await self._db.execute(query)}
