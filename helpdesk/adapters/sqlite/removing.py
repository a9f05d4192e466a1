"""Taking a whole knowledge base out of every table, some articles at a time; SQLite overwrites what is deleted."""

from collections.abc import Sequence

import sqlalchemy as sa

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.article_writing import SqliteArticleWriting
from helpdesk.adapters.sqlite.citing import WEIGHED, impact, impact_columns
from helpdesk.adapters.sqlite.passages import AT_ONCE
from helpdesk.domain.article_history import Impact
from helpdesk.domain.ids import KnowledgeBaseId

NO_ARTICLE = {"article_id": 0, "revision_id": 0}
"""What a citation of a removed article names: its number may be given to another one later."""


class SqliteRemoval(SqliteArticleWriting):
    async def cited(self, kb_id: KnowledgeBaseId) -> list[Impact]:
        c, d = t.citations.c, t.drafts.c
        query = (
            sa.select(*impact_columns())
            .select_from(t.citations.join(t.drafts, d.id == c.draft_id).join(t.tickets, t.tickets.c.id == d.ticket_id))
            .where(c.article_id.in_(self._theirs(kb_id)), d.state.in_(WEIGHED))
            .order_by(d.id.desc(), c.n)
        )
        return [impact(row) for row in await self._db.execute(query)]

    async def remove_some(self, kb_id: KnowledgeBaseId, limit: int) -> int:
        ids = list(await self._db.scalars(self._theirs(kb_id).order_by(t.articles.c.id).limit(limit)))
        if ids:
            await self._drop_with_vectors(await self._passage_ids(ids))
            await self._db.execute(t.learned.delete())
            await self._db.execute(t.citations.update().where(t.citations.c.article_id.in_(ids)).values(**NO_ARTICLE))
            for table in (t.unsaved_edits, t.article_links, t.article_includes, t.revisions):
                await self._db.execute(table.delete().where(table.c.article_id.in_(ids)))
            await self._db.execute(t.articles.delete().where(t.articles.c.id.in_(ids)))
            await self.forget_changes()
        return len(ids)

    async def remove(self, kb_id: KnowledgeBaseId) -> None:
        runs = sa.select(t.import_runs.c.id).where(t.import_runs.c.kb_id == kb_id)
        await self._db.execute(t.run_files.delete().where(t.run_files.c.run_id.in_(runs)))
        await self._db.execute(t.import_runs.delete().where(t.import_runs.c.kb_id == kb_id))
        await self._db.execute(t.knowledge_bases.delete().where(t.knowledge_bases.c.id == kb_id))
        await self.forget_changes()

    @staticmethod
    def _theirs(kb_id: KnowledgeBaseId) -> sa.Select[int]:
        return sa.select(t.articles.c.id).where(t.articles.c.kb_id == kb_id)

    async def _drop_with_vectors(self, ids: Sequence[int]) -> None:
        """A vector stays while a passage of another base has the same words."""
        p, v = t.passages.c, t.vectors.c
        hashes: set[str] = set()
        for start in range(0, len(ids), AT_ONCE):
            hashes.update(await self._db.scalars(sa.select(p.hash).where(p.id.in_(ids[start : start + AT_ONCE]))))
        await self._drop_passages(ids)
        gone = sorted(hashes)
        for start in range(0, len(gone), AT_ONCE):
            orphaned = v.hash.in_(gone[start : start + AT_ONCE]) & ~sa.exists().where(p.hash == v.hash)
            await self._db.execute(t.vectors.delete().where(orphaned))
