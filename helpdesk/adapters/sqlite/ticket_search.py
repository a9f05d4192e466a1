"""Search over the words of everything. A row of `words_fts` is a subject, a message, a note or an attachment; its number begins
with its ticket's (migration 0006), so tickets are found without reading one of them, the newest first."""

import json
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from rapidfuzz.distance import DamerauLevenshtein
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.composed import answered
from helpdesk.adapters.sqlite.match import all_words, each
from helpdesk.adapters.sqlite.ticket_query import SqliteTicketQuery
from helpdesk.adapters.sqlite.ticket_values import in_listed, listed
from helpdesk.domain.endings import roots
from helpdesk.domain.found import ArticleHit, Document, FoundIn, excerpt
from helpdesk.domain.ids import ArticleId, TicketId
from helpdesk.domain.markup import flat
from helpdesk.domain.spoken import pieces
from helpdesk.domain.stems import stem
from helpdesk.ports.list_records import Listed

LOOKED_AT = 120
"""Rows of one word among which tickets with all words are looked for first."""

ATTACHED, LAST = 1 << 31, (1 << 32) - 1
SHORTEST_SLIP, LONG = 4, 8
"""A slip in a shorter word makes another word more often than none; a long word may have two."""

TEXTS = sa.text("""
WITH wanted (ticket, number) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(:rows))
SELECT w.ticket, CASE m.kind WHEN 'internal-note' THEN 'note' ELSE 'message' END, m.body, ''
FROM wanted w CROSS JOIN messages m ON m.id = w.number WHERE w.number BETWEEN 1 AND 2147483647
UNION ALL SELECT w.ticket, 'subject', t.subject, '' FROM wanted w CROSS JOIN tickets t ON t.id = w.ticket WHERE w.number = 0
UNION ALL SELECT w.ticket, 'attachment', f.words, a.name FROM wanted w
CROSS JOIN attachment_words f ON f.attachment_id = w.number - 2147483648 JOIN attachments a ON a.id = f.attachment_id
""")
OF_TICKET = sa.text("SELECT rowid FROM words_fts WHERE words_fts MATCH :match AND rowid BETWEEN :low AND :high ORDER BY rowid")
LATEST = sa.text(
    "SELECT rowid FROM words_fts WHERE words_fts MATCH :match AND rowid BETWEEN :low AND :high ORDER BY rowid DESC LIMIT :most"
)
SHOWN = sa.select(t.tickets.c.id).where(
    in_listed(t.tickets.c.id, sa.bindparam("wanted", type_=sa.Text)), t.tickets.c.hidden == 0, t.tickets.c.merged_into.is_(None)
)
ARTICLES = sa.text("""
SELECT a.id, b.name, a.title, a.path, '' AS text, 0 AS place FROM articles_fts f JOIN articles a ON a.id = f.rowid
JOIN knowledge_bases b ON b.id = a.kb_id
WHERE articles_fts MATCH :match AND a.state IN ('read', 'indexed')
UNION ALL
SELECT a.id, b.name, a.title, a.path, p.text, 1 FROM (
    SELECT rowid FROM passages_fts WHERE passages_fts MATCH :match ORDER BY rank LIMIT 60
) f JOIN passages p ON p.id = f.rowid JOIN articles a ON a.id = p.article_id JOIN knowledge_bases b ON b.id = a.kb_id
WHERE a.state IN ('read', 'indexed') LIMIT 120
""")


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
        return await self._query.first(plan, listed.sort, limit)

    async def documents(self, tickets: Sequence[TicketId], asked: str) -> list[Document]:
        """In one look for all, which meets what was found just now, then one by one: the beginning of a word takes SQLite as
        long for one ticket as for all."""
        numbers = await self._met(tickets, all_words(asked)) if tickets else {}
        match = " OR ".join(each(asked))
        for ticket in tickets:
            if ticket not in numbers:
                numbers[ticket] = await self._numbers(ticket, match)
        rows = json.dumps([(ticket, shown_of(found)) for ticket, found in numbers.items() if found])
        return [
            Document(TicketId(one), FoundIn(place), *said)
            for one, place, *said in await self._db.execute(TEXTS, {"rows": rows})
        ]

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

    async def times(self, stems: Sequence[str]) -> Mapping[str, int]:
        found = sa.text("SELECT term, doc FROM spelling_fts WHERE term = :term")
        rows = [(await self._db.execute(found, {"term": stem})).first() for stem in stems]
        return {row.term: row.doc for row in rows if row is not None}

    async def articles(self, asked: str, limit: int) -> list[ArticleHit]:
        match = all_words(asked)
        if not match:
            return []
        hits: dict[int, ArticleHit] = {}
        for number, kb, title, path, text, _ in await self._db.execute(ARTICLES, {"match": match}):
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
        shown = set(await self._db.scalars(SHOWN, {"wanted": listed(tickets)}))
        return [one for one in tickets if one in shown]

    async def _met(self, tickets: Sequence[TicketId], match: str) -> dict[TicketId, list[int]]:
        """Numbers of the rows that have all of the words, by ticket, as far as one look goes."""
        span = {"low": min(tickets) << 32, "high": max(tickets) << 32 | LAST, "most": LOOKED_AT}
        rows = list(await self._db.scalars(LATEST, {"match": match, **span})) if match else []
        if len(rows) == LOOKED_AT:
            rows = [row for row in rows if row >> 32 != rows[-1] >> 32]
        found: dict[TicketId, list[int]] = {}
        for row in reversed(rows):
            found.setdefault(TicketId(row >> 32), []).append(row & LAST)
        return {ticket: found[ticket] for ticket in tickets if ticket in found}

    async def _numbers(self, ticket: TicketId, match: str) -> list[int]:
        values = {"match": match, "low": ticket << 32, "high": ticket << 32 | LAST}
        return [row & LAST for row in await self._db.scalars(OF_TICKET, values)]

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


def shown_of(numbers: Sequence[int]) -> int:
    """Which of a ticket's rows is shown, from their numbers in order: the subject, else what was said last, else a file."""
    said = [number for number in numbers if number < ATTACHED]
    return 0 if 0 in numbers else said[-1] if said else numbers[-1]


def nearest(wanted: str, known: Sequence[tuple[str, int]], slips: int) -> str:
    """The one within that many slips; of several the one with the fewest, then the one that is said most."""
    near = [
        (distance, -times, term)
        for term, times in known
        if term.isalpha() and (distance := DamerauLevenshtein.distance(wanted, term, score_cutoff=slips)) <= slips
    ]
    return min(near)[2] if near else ""
