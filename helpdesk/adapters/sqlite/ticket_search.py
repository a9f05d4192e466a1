"""Search over the words of everything. A row of `words_fts` is a subject, a message, a note or an attachment; its number begins
with its ticket's (migration 0006), so tickets are found without reading one of them, the newest first."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from rapidfuzz.distance import DamerauLevenshtein
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.composed import answered
from helpdesk.adapters.sqlite.match import all_words, each
from helpdesk.adapters.sqlite.ticket_query import SqliteTicketQuery
from helpdesk.domain.endings import roots
from helpdesk.domain.found import ArticleHit, Document, FoundIn, excerpt
from helpdesk.domain.ids import ArticleId, TicketId
from helpdesk.domain.markup import flat
from helpdesk.domain.spoken import pieces
from helpdesk.domain.stems import stem
from helpdesk.ports.list_records import Listed, Place

LOOKED_AT = 120
"""Rows of one word among which tickets with all words are looked for first."""

ATTACHED = 1 << 31
SHORTEST_SLIP, LONG = 4, 8
"""A slip in a shorter word makes another word more often than none; a long word may have two."""

TEXT_OF = """
SELECT CASE kind WHEN 'internal-note' THEN 'note' ELSE 'message' END AS place, body AS text, '' AS name
FROM messages WHERE id = :number AND :number < 2147483648
UNION ALL SELECT 'subject', subject, '' FROM tickets WHERE id = :ticket AND :number = 0
UNION ALL SELECT 'attachment', w.words, a.name FROM attachment_words w JOIN attachments a ON a.id = w.attachment_id
WHERE w.attachment_id = :number - 2147483648
"""
SHOWN = "SELECT id FROM tickets WHERE id IN :wanted AND hidden = 0 AND merged_into IS NULL"
ARTICLES = """
SELECT a.id, b.name, a.title, a.path, '' AS text, 0 AS place FROM articles_fts f JOIN articles a ON a.id = f.rowid
JOIN knowledge_bases b ON b.id = a.kb_id
WHERE articles_fts MATCH :match AND a.state IN ('read', 'indexed')
UNION ALL
SELECT a.id, b.name, a.title, a.path, p.text, 1 FROM (
    SELECT rowid FROM passages_fts WHERE passages_fts MATCH :match ORDER BY rank LIMIT 60
) f JOIN passages p ON p.id = f.rowid JOIN articles a ON a.id = p.article_id JOIN knowledge_bases b ON b.id = a.kb_id
WHERE a.state IN ('read', 'indexed') LIMIT 120
"""


class SqliteSearch:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection
        self._query = SqliteTicketQuery(connection)

    async def newest(self, asked: str, limit: int) -> list[TicketId]:
        together = all_words(asked)
        if not together:
            return []
        found = await self._tickets("SELECT rowid >> 32 FROM words_fts WHERE words_fts MATCH :v0", (together,))
        apart = each(asked)
        if len(apart) > 1 and len(found) < limit:
            sets = (f"SELECT rowid >> 32 AS ticket FROM words_fts WHERE words_fts MATCH :v{n}" for n in range(len(apart)))
            found += [one for one in await self._tickets(" INTERSECT ".join(sets), tuple(apart)) if one not in found]
        return (await self._shown(found))[:limit]

    async def first(self, listed: Listed, limit: int) -> list[TicketId]:
        plan = await self._query.plan(listed.conditions, listed.seen, limit)
        return [TicketId(key[-1]) for key in await self._query.window(plan, listed.sort, Place(), limit)]

    async def documents(self, tickets: Sequence[TicketId], asked: str) -> list[Document]:
        match = " OR ".join(each(asked))
        return [found for one in tickets if (found := await self._document(one, match)) is not None]

    async def unknown(self, asked: str) -> list[str]:
        known = sa.text("SELECT 1 FROM words_fts WHERE words_fts MATCH :match LIMIT 1")
        return [
            piece.words[0]
            for piece in pieces(asked)
            if len(piece.words) == 1 and not (await self._db.execute(known, {"match": each(piece.words[0])[0]})).first()
        ]

    async def meant(self, word: str) -> str:
        wanted = stem(word)
        if len(wanted) < SHORTEST_SLIP or not wanted.isalpha():
            return ""
        for root in roots(wanted):
            if await self._is_said(root):
                return root
        slips = 2 if len(wanted) >= LONG else 1
        for begins in (wanted[:2], wanted[:1]):
            if found := nearest(wanted, await self._spelled_like(begins, len(wanted), slips), slips):
                return found
        return ""

    async def articles(self, asked: str, limit: int) -> list[ArticleHit]:
        match = all_words(asked)
        if not match:
            return []
        hits: dict[int, ArticleHit] = {}
        for number, kb, title, path, text, _ in await self._db.execute(sa.text(ARTICLES), {"match": match}):
            known = hits.get(number)
            if known is None or not known.excerpt:
                hits[number] = ArticleHit(ArticleId(number), kb, title, path, excerpt(flat(text), asked) if text else "")
        return list(hits.values())[:limit]

    async def _tickets(self, query: str, matches: Sequence[str]) -> list[TicketId]:
        """Of the rows found last, each ticket once."""
        values: Mapping[str, object] = {f"v{n}": match for n, match in enumerate(matches)}
        order = "ORDER BY 1 DESC" if len(matches) > 1 else "ORDER BY rowid DESC"
        found = await answered(self._db, f"{query} {order} LIMIT {LOOKED_AT}", values)
        return list(dict.fromkeys(TicketId(row[0]) for row in found))

    async def _shown(self, tickets: Sequence[TicketId]) -> list[TicketId]:
        if not tickets:
            return []
        wanted = sa.text(SHOWN).bindparams(sa.bindparam("wanted", expanding=True))
        shown = {row[0] for row in await self._db.execute(wanted, {"wanted": list(tickets)})}
        return [one for one in tickets if one in shown]

    async def _document(self, ticket: TicketId, match: str) -> Document | None:
        found = sa.text(
            "SELECT rowid & 4294967295 FROM words_fts WHERE words_fts MATCH :match AND rowid BETWEEN :low AND :high "
            "ORDER BY rowid"
        )
        values = {"match": match, "low": ticket << 32, "high": ticket << 32 | 4294967295}
        numbers = [row[0] for row in await self._db.execute(found, values)]
        if not numbers:
            return None
        said = [number for number in numbers if number < ATTACHED]
        number = 0 if 0 in numbers else said[-1] if said else numbers[-1]
        row = (await self._db.execute(sa.text(TEXT_OF), {"number": number, "ticket": ticket})).first()
        return None if row is None else Document(ticket, FoundIn(row.place), row.text, row.name)

    async def _is_said(self, term: str) -> bool:
        found = sa.text("SELECT 1 FROM spelling_fts WHERE term = :term")
        return (await self._db.execute(found, {"term": term})).first() is not None

    async def _spelled_like(self, begins: str, length: int, slips: int) -> list[tuple[str, int]]:
        found = sa.text(
            "SELECT term, doc FROM spelling_fts WHERE term >= :first AND term < :after "
            "AND length(term) BETWEEN :least AND :most"
        )
        after = begins[:-1] + chr(ord(begins[-1]) + 1)
        values = {"first": begins, "after": after, "least": length - slips, "most": length + slips}
        return [(row.term, row.doc) for row in await self._db.execute(found, values)]


def nearest(wanted: str, known: Sequence[tuple[str, int]], slips: int) -> str:
    """The one within that many slips; of several the one with the fewest, then the one that is said most."""
    near = [
        (distance, -times, term)
        for term, times in known
        if term.isalpha() and (distance := DamerauLevenshtein.distance(wanted, term, score_cutoff=slips)) <= slips
    ]
    return min(near)[2] if near else ""
