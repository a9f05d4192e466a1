"""Articles as people manage them: status, history, freshness, and what stands on them."""

from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.citing import SqliteCiting
from helpdesk.adapters.sqlite.erasing import erase
from helpdesk.adapters.sqlite.including import SqliteIncluding
from helpdesk.adapters.sqlite.standing import audience_in_force, is_hidden, is_stale, live, status_in_force, status_said
from helpdesk.domain.article import ArticleState, ArticleStatus, ArticleText, Audience, WhenStale
from helpdesk.domain.article_history import RevisionRow
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId, RevisionId
from helpdesk.domain.import_run import RunKind
from helpdesk.ports.knowledge_records import ArticlePlace, KeptAside, StoredRevision

HIDDEN = sa.select(t.articles.c.id).where(live(), is_hidden())
STRICT = sa.select(t.knowledge_bases.c.id).where(t.knowledge_bases.c.when_stale == WhenStale.EXCLUDE)


class SqliteArticles(SqliteCiting):
    async def opened(self, article_id: ArticleId, revision_id: RevisionId | None = None) -> ArticleText:
        a, r, kb = t.articles.c, t.revisions.c, t.knowledge_bases.c
        wanted = r.id == (a.revision_id if revision_id is None else revision_id)
        standing = (
            status_in_force().label("status"),
            status_said().label("said"),
            audience_in_force().label("audience"),
            is_stale(self._clock.now()).label("stale"),
        )
        query = (
            sa.select(a.id, r.id.label("revision_id"), kb.name.label("kb"), kb.folder, a.path, r.title, r.source, r.created_at)
            .add_columns(*standing, a.status_set, a.review_by, a.reviewed_at)
            .select_from(t.articles.join(t.knowledge_bases).join(t.revisions, (r.article_id == a.id) & wanted))
            .where(a.id == article_id)
        )
        row = (await self._db.execute(query)).mappings().one_or_none()
        if row is None:
            raise NotFound("article", str(article_id))
        return rows.article_text(row)

    async def place(self, article_id: ArticleId) -> ArticlePlace:
        found = await self._places(t.articles.c.id == article_id)
        if not found:
            raise NotFound("article", str(article_id))
        return found[0]

    async def place_at(self, kb_id: KnowledgeBaseId, path: str) -> ArticlePlace | None:
        found = await self._places((t.articles.c.kb_id == kb_id) & (t.articles.c.path == path))
        return found[0] if found else None

    async def _places(self, chosen: sa.ColumnElement[bool]) -> list[ArticlePlace]:
        a = t.articles.c
        columns = (a.id, a.kb_id, t.knowledge_bases.c.folder, a.path, a.state, a.revision_id, a.content_hash, a.held_hash)
        query = sa.select(*columns).select_from(t.articles.join(t.knowledge_bases)).where(chosen).order_by(a.path)
        return [
            ArticlePlace(
                id=ArticleId(r.id),
                kb_id=KnowledgeBaseId(r.kb_id),
                folder=r.folder,
                path=r.path,
                state=ArticleState(r.state),
                revision_id=None if r.revision_id is None else RevisionId(r.revision_id),
                content_hash=r.content_hash,
                held_hash=r.held_hash,
            )
            for r in await self._db.execute(query)
        ]

    async def revision(self, revision_id: RevisionId) -> StoredRevision:
        c = t.revisions.c
        query = sa.select(c.id, c.article_id, c.source, c.content_hash, c.created_at).where(c.id == revision_id)
        row = (await self._db.execute(query)).one_or_none()
        if row is None:
            raise NotFound("revision", str(revision_id))
        return StoredRevision(RevisionId(row[0]), ArticleId(row[1]), row[2], row[3], row[4])

    async def history(self, article_id: ArticleId) -> list[RevisionRow]:
        r, a = t.revisions.c, t.articles.c
        serving = (a.revision_id == r.id) & (a.state != ArticleState.REMOVED)
        query = (
            sa.select(r.id, r.article_id, r.kind, r.agent, r.about, r.title, r.created_at, serving)
            .select_from(t.revisions.join(t.articles, a.id == r.article_id))
            .where(r.article_id == article_id)
            .order_by(r.id.desc())
        )
        return [
            RevisionRow(RevisionId(row[0]), ArticleId(row[1]), RunKind(row[2]), row[3], row[4], row[5], row[6], bool(row[7]))
            for row in await self._db.execute(query)
        ]

    async def knows(self, article_id: ArticleId, content_hash: str) -> bool:
        c = t.revisions.c
        known = sa.select(c.id).where(c.article_id == article_id, c.content_hash == content_hash).limit(1)
        return await self._db.scalar(known) is not None

    async def keep_aside(self, kept: KeptAside) -> None:
        values = {**asdict(kept), "created_at": self._clock.now(), "kind": RunKind.IMPORT}
        await self._db.execute(t.revisions.insert().values(**values))

    async def explain(self, revision_id: RevisionId, about: str) -> None:
        await self._db.execute(t.revisions.update().where(t.revisions.c.id == revision_id).values(about=about))

    async def set_status(self, article_id: ArticleId, status: ArticleStatus | None) -> None:
        await self._set(article_id, status_set=status or "")
        place = await self.place(article_id)
        await SqliteIncluding(self._db, self._clock).cut_again_including(place.kb_id, [place.path])

    async def mark_reviewed(self, article_id: ArticleId) -> None:
        await self._set(article_id, reviewed_at=self._clock.now())

    async def set_review(self, kb_id: KnowledgeBaseId, days: int, when_stale: WhenStale) -> None:
        c = t.knowledge_bases.c
        await self._db.execute(t.knowledge_bases.update().where(c.id == kb_id).values(review_days=days, when_stale=when_stale))

    async def hold(self, article_id: ArticleId, content_hash: str) -> None:
        await self._set(article_id, held_hash=content_hash)

    async def hold_path(self, kb_id: KnowledgeBaseId, path: str, content_hash: str) -> None:
        known = await self.place_at(kb_id, path)
        if known is not None:
            await self.hold(known.id, content_hash)
            return
        values = {"kb_id": kb_id, "path": path, "tags": [], "state": ArticleState.REMOVED, "held_hash": content_hash}
        await self._db.execute(t.articles.insert().values(**values, updated_at=self._clock.now()))

    async def hidden(self) -> frozenset[ArticleId]:
        """Every search asks this and `overdue`: neither looks at articles that are in use and may be drafted from."""
        return frozenset(ArticleId(i) for i in await self._db.scalars(HIDDEN))

    async def overdue(self) -> frozenset[ArticleId]:
        strict = list(await self._db.scalars(STRICT))
        return await self._those(t.articles.c.kb_id.in_(strict) & is_stale(self._clock.now())) if strict else frozenset()

    async def internal(self) -> frozenset[ArticleId]:
        return await self._those(audience_in_force() == Audience.INTERNAL)

    async def stale(self) -> frozenset[ArticleId]:
        return await self._those(is_stale(self._clock.now()))

    async def _those(self, so: sa.ColumnElement[bool]) -> frozenset[ArticleId]:
        query = sa.select(t.articles.c.id).select_from(t.articles.join(t.knowledge_bases)).where(live(), so)
        return frozenset(ArticleId(i) for i in await self._db.scalars(query))

    async def spoken(self, language: str) -> frozenset[ArticleId]:
        c = t.articles.c
        theirs = (c.language == "") | (c.language == language) | c.language.startswith(f"{language}-", autoescape=True)
        return frozenset(ArticleId(i) for i in await self._db.scalars(sa.select(c.id).where(live(), theirs)))

    async def mark_rolled_back(self, run_id: ImportRunId, *, rolled_back: bool) -> None:
        c = t.import_runs.c
        moment = self._clock.now() if rolled_back else None
        await self._db.execute(t.import_runs.update().where(c.id == run_id).values(rolled_back_at=moment))

    async def erase(self, article_id: ArticleId) -> None:
        await self.place(article_id)
        await erase(self._db, self._clock, article_id)

    async def _set(self, article_id: ArticleId, **values: Any) -> None:
        changed = await self._db.execute(t.articles.update().where(t.articles.c.id == article_id).values(**values))
        if not changed.rowcount:
            raise NotFound("article", str(article_id))
