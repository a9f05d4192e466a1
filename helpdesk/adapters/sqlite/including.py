"""Which articles hold the words of which other files."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.passages import AT_ONCE, SqlitePassages
from helpdesk.adapters.sqlite.standing import live, status_said
from helpdesk.domain.article import ArticleStatus
from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId

PUT = "INSERT INTO article_includes (article_id, path) VALUES (?, ?)"
FORGET = "DELETE FROM article_includes WHERE article_id = ?"


class SqliteIncluding(SqlitePassages):
    async def included(self, kb_id: KnowledgeBaseId, paths: Sequence[str]) -> Mapping[str, str]:
        a, found = t.articles.c, {}
        for start in range(0, len(paths), AT_ONCE):
            query = (
                sa.select(a.path, t.revisions.c.source)
                .join(t.revisions, t.revisions.c.id == a.revision_id)
                .where(a.kb_id == kb_id, a.path.in_(paths[start : start + AT_ONCE]), live(), _shared())
            )
            for path, source in await self._db.execute(query):
                found[path] = source
        return found

    async def taking_in(self, kb_id: KnowledgeBaseId, paths: Sequence[str]) -> list[tuple[ArticleId, str, str]]:
        a, i, found = t.articles.c, t.article_includes.c, list[tuple[ArticleId, str, str]]()
        query = sa.select(a.id, a.path, i.path).join(t.article_includes, i.article_id == a.id).order_by(a.id, i.path)
        for start in range(0, len(paths), AT_ONCE):
            named = i.path.in_(paths[start : start + AT_ONCE])
            rows = await self._db.execute(query.where(a.kb_id == kb_id, a.path != i.path, named, live()))
            found += [(ArticleId(key), where, file) for key, where, file in rows]
        return found

    async def withheld(self, kb_id: KnowledgeBaseId) -> set[str]:
        a = t.articles.c
        return set(await self._db.scalars(sa.select(a.path).where(a.kb_id == kb_id, live(), ~_shared())))

    async def cut_again_including(
        self, kb_id: KnowledgeBaseId, paths: Sequence[str], apart_from: ImportRunId | None = None
    ) -> None:
        a, i, r = t.articles.c, t.article_includes.c, t.revisions.c
        for start in range(0, len(paths), AT_ONCE):
            holding = sa.select(i.article_id).where(i.path.in_(paths[start : start + AT_ONCE]))
            chosen = (a.kb_id == kb_id) & a.id.in_(holding)
            if apart_from is not None:
                chosen &= a.revision_id.not_in(sa.select(r.id).where(r.run_id == apart_from))
            await self._db.execute(t.articles.update().where(chosen).values(chunker="", tried=""))

    async def _replace_includes(self, articles: Sequence[tuple[int, Sequence[str]]]) -> None:
        for statement, values in (
            (FORGET, [(key,) for key, _ in articles]),
            (PUT, [(key, path) for key, paths in articles for path in paths]),
        ):
            if values:
                await self._db.exec_driver_sql(statement, list(values))


def _shared() -> sa.ColumnElement[bool]:
    """Whether its words may stand in another article."""
    return status_said() == ArticleStatus.PUBLIC
