"""What stands on articles, and how those articles stand now."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.article_list import SqliteArticleList
from helpdesk.adapters.sqlite.standing import audience_in_force, is_stale, live, status_in_force
from helpdesk.domain.article import ArticleState, ArticleStatus, Audience
from helpdesk.domain.article_history import ArticleStanding, Impact
from helpdesk.domain.draft import DraftState
from helpdesk.domain.ids import ArticleId, RevisionId

AT_ONCE = 500
SAYING = 300
WEIGHED = (DraftState.IN_REVIEW, DraftState.ESCALATED, DraftState.APPROVED, DraftState.SENT)
"""Drafts that somebody will read or has read."""


def impact_columns() -> tuple[sa.ColumnElement[Any], ...]:
    """What an Impact is made of, but for whether its words are gone."""
    c, d = t.citations.c, t.drafts.c
    return d.id, d.ticket_id, t.tickets.c.subject, d.state, c.path, c.quote


def impact(row: Sequence[Any]) -> Impact:
    draft_id, ticket_id, subject, state, path, quote = row
    return Impact(draft_id, ticket_id, subject, state, path, quote, gone=False)


class SqliteCiting(SqliteArticleList):
    async def cited_by(self, article_ids: Sequence[ArticleId]) -> list[tuple[ArticleId, Impact]]:
        found: list[tuple[ArticleId, Impact]] = []
        for start in range(0, len(article_ids), AT_ONCE):
            found += await self._cited_by(article_ids[start : start + AT_ONCE])
        return sorted(found, key=lambda pair: -pair[1].draft_id)

    async def _cited_by(self, article_ids: Sequence[ArticleId]) -> list[tuple[ArticleId, Impact]]:
        c, d = t.citations.c, t.drafts.c
        query = (
            sa.select(c.article_id, *impact_columns())
            .select_from(t.citations.join(t.drafts, d.id == c.draft_id).join(t.tickets, t.tickets.c.id == d.ticket_id))
            .where(c.article_id.in_(article_ids), d.state.in_(WEIGHED))
            .order_by(d.id.desc(), c.n)
        )
        return [(ArticleId(row[0]), impact(row[1:])) for row in await self._db.execute(query)]

    async def standing(self, article_ids: Sequence[ArticleId]) -> dict[ArticleId, ArticleStanding]:
        a = t.articles.c
        query = sa.select(a.id, a.state, a.revision_id, status_in_force(), is_stale(self._clock.now())).where(
            a.id.in_(article_ids)
        )
        return {
            ArticleId(row[0]): ArticleStanding(
                serves=row[1] != ArticleState.REMOVED and row[2] is not None,
                revision_id=RevisionId(row[2]) if row[2] is not None else None,
                status=ArticleStatus(row[3]),
                stale=bool(row[4]),
            )
            for row in await self._db.execute(query.join(t.knowledge_bases))
        }

    async def says(self, article_id: ArticleId) -> str:
        p = t.passages.c
        found = await self._db.scalars(sa.select(p.text).where(p.article_id == article_id).order_by(p.line_from, p.id))
        return "\n".join(found)

    async def has_internal(self) -> bool:
        a = t.articles.c
        query = sa.select(a.id).join(t.knowledge_bases).where(live(), status_in_force() == ArticleStatus.INTERNAL).limit(1)
        return await self._db.scalar(query) is not None

    async def saying(self, wanted: Sequence[Sequence[str]], audience: Audience) -> list[tuple[str, str]]:
        groups = ("(" + " AND ".join('"' + word.replace('"', " ") + '"' for word in words) + ")" for words in wanted)
        match = " OR ".join(groups)
        found = sa.text("passages.id IN (SELECT rowid FROM passages_fts WHERE passages_fts MATCH :match)").bindparams(
            match=match
        )
        query = sa.select(t.passages.c.title, t.passages.c.text).select_from(
            t.passages.join(t.articles).join(t.knowledge_bases)
        )
        chosen = query.where(found, audience_in_force() == audience).limit(SAYING)
        return [(row[0], row[1]) for row in await self._db.execute(chosen)]
