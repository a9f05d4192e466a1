"""Articles, their revisions and passages written a batch at a time: a few statements a batch, whatever its size.

SQLAlchemy's way with parameters costs more than SQLite's with rows, so the statements of a batch are plain SQL. Passages come
and go all in one statement, as JSON: after each statement FTS5 writes down the words it heard.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.adapters.sqlite.including import SqliteIncluding
from helpdesk.adapters.sqlite.passages import AT_ONCE
from helpdesk.domain.article import ArticleState, FileFailure, ReadArticle, embedded_text, passage_hash
from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId, RevisionId
from helpdesk.domain.import_run import RunKind, tried
from helpdesk.ports.knowledge_records import StoredArticle, UncutArticle

PUT_REVISION = """
INSERT INTO article_revisions (id, article_id, run_id, title, content_hash, source, created_at, kind, agent)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
PUT_ARTICLE = """
INSERT INTO articles (
    id, kb_id, path, title, state, audience, language, tags, revision_id, content_hash, chunker, passages, failure, failed_line,
    tried, held_hash, status, review_by, updated_at
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, '', '', ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    title = excluded.title, state = excluded.state, audience = excluded.audience, language = excluded.language,
    tags = excluded.tags, revision_id = excluded.revision_id, content_hash = excluded.content_hash, chunker = excluded.chunker,
    passages = excluded.passages, failure = '', failed_line = 0, tried = '', held_hash = '', status = excluded.status,
    review_by = excluded.review_by, updated_at = excluded.updated_at
"""
PUT_PASSAGES = """
INSERT INTO passages (article_id, revision_id, kb_id, title, heading, text, line_from, line_to, tokens, hash, change)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
    value ->> 9, value ->> 10
FROM json_each(?)
"""
DROP_PASSAGES = "DELETE FROM passages WHERE id IN (SELECT value FROM json_each(?))"
KEEP_PASSAGE = "UPDATE passages SET revision_id = ?, line_from = ?, line_to = ?, tokens = ? WHERE id = ?"
PUT_LINK = "INSERT INTO article_links (article_id, target, line) VALUES (?, ?, ?)"
PUT_FAILURE = """
INSERT INTO articles (id, kb_id, path, tags, state, failure, failed_line, tried, updated_at)
VALUES (?, ?, ?, '[]', 'failed', ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    state = 'failed', failure = excluded.failure, failed_line = excluded.failed_line, tried = excluded.tried
"""
RECUT = """
UPDATE articles SET chunker = ?, passages = ?, state = CASE state WHEN 'indexed' THEN 'read' ELSE state END WHERE id = ?
"""
REMOVE = "UPDATE articles SET state = 'removed', passages = 0, failure = '', tried = '', updated_at = ? WHERE id = ?"
MAKE_ROOM = "UPDATE articles SET path = path || '#' || id WHERE kb_id = ? AND path = ? AND state = 'removed'"
SAME_AGAIN = (RunKind.IMPORT, RunKind.WATCH)


@dataclass(frozen=True)
class Standing:
    """What an article is before a batch touches it."""

    id: int
    title: str
    revision_id: int | None
    content_hash: str
    chunker: str
    state: str


@dataclass(frozen=True)
class Placed:
    """An article of a batch with the keys it was given."""

    id: int
    revision_id: int
    read: ReadArticle


class SqliteArticleWriting(SqliteIncluding):
    async def put_articles(
        self, kb_id: KnowledgeBaseId, run_id: ImportRunId, articles: Sequence[ReadArticle], chunker: str
    ) -> list[StoredArticle]:
        if not articles:
            return []
        known = await self._standing(kb_id, [article.path for article in articles])
        kind, agent = await self._made_by(run_id)
        fresh = [a for a in articles if kind not in SAME_AGAIN or not serves(known.get(a.path), a, chunker)]
        placed = await self._placed(fresh, known)
        now = moment_text(self._clock.now())
        revisions = [
            (p.revision_id, p.id, run_id, p.read.title, p.read.content_hash, p.read.source, now, kind, agent) for p in placed
        ]
        await self._many(PUT_ARTICLE, [article_values(kb_id, p, chunker, now) for p in placed])
        await self._many(PUT_REVISION, revisions)
        after = {p.read.path: p for p in placed}
        keys = [(after[a.path].id if a.path in after else known[a.path].id, a) for a in articles]
        await self._replace_links(keys)
        await self._replace_includes([(key, a.includes) for key, a in keys])
        await self.cut_again_including(kb_id, list(after), run_id)
        await self._replace_passages(kb_id, placed, {p.id for p in placed if p.read.path in known})
        return [stored(known.get(a.path), after.get(a.path)) for a in articles]

    async def recut(self, articles: Sequence[tuple[UncutArticle, ReadArticle]], chunker: str) -> None:
        ids = [uncut.article_id for uncut, _ in articles]
        c = t.articles.c
        now = {r.id: r.revision_id for r in await self._db.execute(sa.select(c.id, c.revision_id).where(c.id.in_(ids)))}
        still = [(uncut, read) for uncut, read in articles if now.get(uncut.article_id) == uncut.revision_id]
        by_base: defaultdict[KnowledgeBaseId, list[Placed]] = defaultdict(list)
        for uncut, read in still:
            by_base[uncut.kb_id].append(Placed(uncut.article_id, uncut.revision_id, read))
        for kb_id, placed in by_base.items():
            await self._replace_passages(kb_id, placed, {p.id for p in placed})
            await self._replace_includes([(p.id, p.read.includes) for p in placed])
        await self._many(RECUT, [(chunker, len(read.passages), uncut.article_id) for uncut, read in still])

    async def cannot_cut(self, articles: Sequence[UncutArticle], chunker: str) -> None:
        mark = "UPDATE articles SET tried = content_hash || ' ' || ? WHERE id = ?"
        await self._many(mark, [(chunker, uncut.article_id) for uncut in articles])

    async def move_articles(self, kb_id: KnowledgeBaseId, moves: Sequence[tuple[ArticleId, str]]) -> None:
        await self._many(MAKE_ROOM, [(kb_id, path) for _, path in moves])
        olds = await self._db.scalars(sa.select(t.articles.c.path).where(t.articles.c.id.in_([key for key, _ in moves])))
        await self.cut_again_including(kb_id, [*olds, *(path for _, path in moves)])
        await self._many("UPDATE articles SET path = ?, stamp = '' WHERE id = ?", [(path, key) for key, path in moves])

    async def remove_articles(self, kb_id: KnowledgeBaseId, paths: Sequence[str]) -> int:
        known = await self._standing(kb_id, paths)
        gone = [found.id for found in known.values() if found.state != ArticleState.REMOVED]
        for start in range(0, len(gone), AT_ONCE):
            await self._drop_passages(await self._passage_ids(gone[start : start + AT_ONCE]))
        now = moment_text(self._clock.now())
        await self._many(REMOVE, [(now, key) for key in gone])
        await self.cut_again_including(kb_id, paths)
        return len(gone)

    async def put_failures(self, kb_id: KnowledgeBaseId, failures: Sequence[FileFailure], tried: Mapping[str, str]) -> None:
        known = await self._standing(kb_id, [failure.path for failure in failures])
        keys, now = await self._keys("articles"), moment_text(self._clock.now())
        last = {failure.path: failure for failure in failures}
        values = [
            (known[path].id if path in known else next(keys), kb_id, path, f.reason, f.line, tried.get(path, ""), now)
            for path, f in last.items()
        ]
        await self._many(PUT_FAILURE, values)

    async def put_stamps(self, kb_id: KnowledgeBaseId, stamps: Sequence[tuple[str, str, str]]) -> None:
        update = "UPDATE articles SET stamp = ? WHERE kb_id = ? AND path = ? AND content_hash = ? AND stamp <> ?"
        await self._many(update, [(stamp, kb_id, path, content, stamp) for path, content, stamp in stamps])

    async def _standing(self, kb_id: KnowledgeBaseId, paths: Sequence[str]) -> dict[str, Standing]:
        c, found = t.articles.c, {}
        for start in range(0, len(paths), AT_ONCE):
            wanted = c.path.in_(paths[start : start + AT_ONCE])
            query = sa.select(c.path, c.id, c.title, c.revision_id, c.content_hash, c.chunker, c.state).where(
                c.kb_id == kb_id, wanted
            )
            found.update({row[0]: Standing(*row[1:]) for row in await self._db.execute(query)})
        return found

    async def _made_by(self, run_id: ImportRunId) -> tuple[str, str]:
        c = t.import_runs.c
        row = (await self._db.execute(sa.select(c.kind, c.agent).where(c.id == run_id))).one()
        return row.kind, row.agent

    async def _placed(self, articles: Sequence[ReadArticle], known: Mapping[str, Standing]) -> list[Placed]:
        ids, revisions = await self._keys("articles"), await self._keys("article_revisions")
        return [Placed(known[read.path].id if read.path in known else next(ids), next(revisions), read) for read in articles]

    async def _keys(self, table: str) -> Iterator[int]:
        """Free keys; a write has the database to itself."""
        highest = await self._db.scalar(sa.text(f"SELECT max(id) FROM {table}")) or 0
        return iter(range(highest + 1, highest + 1_000_000))

    async def _replace_links(self, articles: Sequence[tuple[int, ReadArticle]]) -> None:
        await self._many("DELETE FROM article_links WHERE article_id = ?", [(key,) for key, _ in articles])
        await self._many(PUT_LINK, [(key, found.target, found.line) for key, read in articles for found in read.links])

    async def _replace_passages(self, kb_id: KnowledgeBaseId, placed: Sequence[Placed], old: set[int]) -> None:
        """`old` are the ids of those that may have passages. A passage with the same embedded text stays where it is."""
        standing = await self._by_text([p for p in placed if p.id in old])
        keep, add = [], []
        change = await self._this_change()
        for p in placed:
            for read in p.read.passages:
                digest = passage_hash(embedded_text(p.read.title, read.heading, read.text))
                same = standing.get((p.id, digest, p.read.title, read.heading))
                if same:
                    keep.append((p.revision_id, *read.lines, read.tokens, same.pop(0)))
                else:
                    own = (p.read.title, read.heading, read.text, *read.lines, read.tokens, digest, change)
                    add.append((p.id, p.revision_id, kb_id, *own))
        await self._drop_passages([key for left in standing.values() for key in left])
        await self._many(KEEP_PASSAGE, keep)
        await self._at_once(PUT_PASSAGES, add)

    async def _by_text(self, placed: Sequence[Placed]) -> dict[tuple[int, str, str, str], list[int]]:
        p, found = t.passages.c, defaultdict(list)
        ids = [one.id for one in placed]
        for start in range(0, len(ids), AT_ONCE):
            query = sa.select(p.article_id, p.hash, p.title, p.heading, p.id).where(
                p.article_id.in_(ids[start : start + AT_ONCE])
            )
            for article_id, digest, title, heading, key in await self._db.execute(query.order_by(p.id)):
                found[article_id, digest, title, heading].append(key)
        return found

    async def _passage_ids(self, articles: Sequence[int]) -> list[int]:
        p = t.passages.c
        return list(await self._db.scalars(sa.select(p.id).where(p.article_id.in_(articles))))

    async def _drop_passages(self, ids: Sequence[int]) -> None:
        if ids:
            change = await self._this_change()
            await self._many("INSERT INTO gone_passages (id, change) VALUES (?, ?)", [(key, change) for key in ids])
            await self._at_once(DROP_PASSAGES, ids)

    async def _at_once(self, statement: str, rows: Sequence[Any]) -> None:
        if rows:
            await self._db.exec_driver_sql(statement, (json.dumps(rows, ensure_ascii=False),))

    async def _many(self, statement: str, values: Sequence[tuple[Any, ...]]) -> None:
        if values:
            await self._db.exec_driver_sql(statement, list(values))


def serves(standing: Standing | None, article: ReadArticle, chunker: str) -> bool:
    """Whether the store serves exactly this already: a save of ours came before the folder was looked at."""
    if standing is None or standing.state in (ArticleState.FAILED, ArticleState.REMOVED):
        return False
    return (standing.content_hash, standing.chunker, standing.title) == (article.content_hash, chunker, article.title)


def stored(before: Standing | None, after: Placed | None) -> StoredArticle:
    old = RevisionId(before.revision_id) if before and before.revision_id else None
    if after is None:
        assert before is not None
        return StoredArticle(ArticleId(before.id), old, old, changed=False)
    return StoredArticle(ArticleId(after.id), old, RevisionId(after.revision_id), changed=True)


def article_values(kb_id: int, p: Placed, chunker: str, now: str) -> tuple[Any, ...]:
    read = p.read
    return (
        p.id,
        kb_id,
        read.path,
        read.title,
        ArticleState.READ,
        read.audience,
        read.language,
        json.dumps(list(read.tags)),
        p.revision_id,
        read.content_hash,
        chunker,
        len(read.passages),
        read.status,
        read.review_by.isoformat() if read.review_by else "",
        now,
    )


def uncut_clause(chunker: str) -> sa.ColumnElement[bool]:
    c = t.articles.c
    serving = c.state != ArticleState.REMOVED
    untried = c.tried != c.content_hash + tried("", chunker)
    return serving & untried & c.revision_id.is_not(None) & (c.chunker != chunker)
