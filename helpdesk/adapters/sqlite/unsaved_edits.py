"""What was typed into articles and not saved."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.domain.article_history import UnsavedEdit
from helpdesk.domain.ids import ArticleId, RevisionId
from helpdesk.ports import Clock


class SqliteUnsavedEdits:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def keep(self, article_id: ArticleId, base: RevisionId, text: str) -> None:
        await self.forget(article_id)
        a = t.articles.c
        if await self._db.scalar(sa.select(a.id).where(a.id == article_id, a.revision_id.is_not(None))) is not None:
            values = {"article_id": article_id, "revision_id": base, "text": text, "at": self._clock.now()}
            await self._db.execute(t.unsaved_edits.insert().values(**values))

    async def forget(self, article_id: ArticleId) -> None:
        await self._db.execute(t.unsaved_edits.delete().where(t.unsaved_edits.c.article_id == article_id))

    async def all(self) -> list[UnsavedEdit]:
        e = t.unsaved_edits.c
        query = (
            sa.select(e.article_id, t.articles.c.title, e.revision_id, e.text, e.at)
            .select_from(t.unsaved_edits.join(t.articles))
            .order_by(e.at.desc(), e.article_id)
        )
        return [
            UnsavedEdit(ArticleId(row[0]), row[1], RevisionId(row[2]), row[3], row[4]) for row in await self._db.execute(query)
        ]
