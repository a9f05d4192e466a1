"""Taking an article out of every table, so that no byte of it is left. SQLite overwrites what is deleted (secure_delete)."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.article_writing import SqliteArticleWriting
from helpdesk.adapters.sqlite.certifying_tables import compared_passages, gap_proposals
from helpdesk.domain.article import ArticleState
from helpdesk.domain.gap_proposal import GapKind, GapState
from helpdesk.domain.ids import ArticleId
from helpdesk.ports import Clock

NAMELESS = "(erased)"


async def erase(connection: AsyncConnection, clock: Clock, article_id: ArticleId) -> None:
    """The row stays, without a name, for as long as the file in the folder must be held back by its hash."""
    a = t.articles.c
    found = await connection.execute(sa.select(a.kb_id, a.path, a.held_hash, a.content_hash).where(a.id == article_id))
    kb_id, path, held, content = found.one()
    passages = SqliteArticleWriting(connection, clock)
    await passages.remove_articles(kb_id, [path])
    await passages.forget_changes()
    for table in (t.revisions, t.article_links, t.article_includes, t.unsaved_edits):
        await connection.execute(table.delete().where(table.c.article_id == article_id))
    await connection.execute(t.vectors.delete().where(t.vectors.c.hash.not_in(sa.select(t.passages.c.hash))))
    await connection.execute(compared_passages.delete().where(compared_passages.c.hash.not_in(sa.select(t.passages.c.hash))))
    await connection.execute(t.learned.delete())
    await _forget_in_proposals(connection, article_id)
    bare = {"path": "", "title": NAMELESS, "heading": "", "line_from": 0, "line_to": 0, "quote": ""}
    await connection.execute(t.citations.update().where(t.citations.c.article_id == article_id).values(**bare))
    await _forget_in_runs(connection, article_id, kb_id, path)
    await connection.execute(
        t.articles.update().where(a.id == article_id).values(_nameless(article_id, held or content, clock))
    )


def _nameless(article_id: ArticleId, held: str, clock: Clock) -> dict[str, Any]:
    every = {column.name: "" for column in t.articles.c if isinstance(column.type, sa.Text)}
    kept = {"path": f"{NAMELESS} {article_id}", "state": ArticleState.REMOVED, "status": "public", "audience": "public"}
    bare: dict[str, Any] = {
        "tags": [],
        "revision_id": None,
        "passages": 0,
        "failed_line": 0,
        "reviewed_at": None,
        "updated_at": clock.now(),
    }
    return {**every, **kept, **bare, "held_hash": held}


async def _forget_in_proposals(connection: AsyncConnection, article_id: ArticleId) -> None:
    """Contradictions with it go. Of others stays what they settled, and what customers had asked."""
    g = gap_proposals.c
    side = sa.func.json_each(g.sides).table_valued("value").c.value
    quoted = sa.exists(sa.select(1).where(sa.func.json_extract(side, "$.article_id") == article_id))
    await connection.execute(gap_proposals.delete().where(g.kind == GapKind.CONTRADICTION, quoted))
    state = sa.case((g.state == GapState.OPEN, GapState.WITHDRAWN), else_=g.state)
    core = sa.case((g.kind.in_((GapKind.NEW_ARTICLE, GapKind.ADDITION)), g.core), else_="")
    bare = {"title": NAMELESS, "path": "", "before": "", "after": "", "edited": None}
    await connection.execute(gap_proposals.update().where(g.article_id == article_id).values(**bare, state=state, core=core))


async def _forget_in_runs(connection: AsyncConnection, article_id: ArticleId, kb_id: int, path: str) -> None:
    """Its path goes from what every run of its base did and from their reports."""
    f, r = t.run_files.c, t.import_runs.c
    runs = sa.select(r.id).where(r.kb_id == kb_id)
    mine = f.run_id.in_(runs) & ((f.article_id == article_id) | (f.path == path) | (f.path_before == path))
    gone = {"path": sa.literal(f"{NAMELESS} ") + sa.cast(f.id, sa.Text), "reason": "", "path_before": "", "line": 0}
    revisions = {"revision_before": None, "revision_after": None}
    await connection.execute(t.run_files.update().where(mine).values(**gone, **revisions))
    for run_id, report in list(await connection.execute(sa.select(r.id, r.report).where(r.kb_id == kb_id))):
        failed = [one for one in (report or {}).get("failed", ()) if one["path"] != path]
        if report and len(failed) < len(report.get("failed", ())):
            values = {"report": {**report, "failed": failed}}
            await connection.execute(t.import_runs.update().where(r.id == run_id).values(**values))
