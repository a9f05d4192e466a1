"""Search over the words of everything. A row of `words_fts` is a subject, a message, a note or an attachment; its number begins
with its ticket's (migration 0006), so tickets are found without reading one of them, the newest first."""

import json
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.composed import answered
from helpdesk.adapters.sqlite.match import all_words, each
from helpdesk.adapters.sqlite.ticket_query import SqliteTicketQuery
from helpdesk.adapters.sqlite.ticket_rows import rows_of
from helpdesk.adapters.sqlite.ticket_values import listed
from helpdesk.domain.endings import roots
from helpdesk.domain.found import ArticleHit, Document, FoundIn, excerpt
from helpdesk.domain.ids import ArticleId, TicketId
from helpdesk.domain.markup import flat
from helpdesk.domain.spoken import pieces
from helpdesk.domain.stems import stem
from helpdesk.ports.list_records import Listed
from helpdesk.ports.search_records import Said

LOOKED_AT = 120
"""Rows of one word among which tickets with all words are looked for first."""

AMONG = 40
"""Tickets that came in last among which those with the words in the subject come first."""

ATTACHED, LAST = 1 << 31, (1 << 32) - 1
SHORTEST_SLIP, LONG = 4, 8
"""A slip in a shorter word makes another word more often than none; a long word may have two."""

TEXTS = """
WITH wanted (ticket, number) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(:rows))
SELECT w.ticket, CASE m.kind WHEN 'internal-note' THEN 'note' ELSE 'message' END, m.body, ''
FROM wanted w CROSS JOIN messages m ON m.id = w.number WHERE w.number BETWEEN 1 AND 2147483647
UNION ALL SELECT w.ticket, 'subject', t.subject, '' FROM wanted w CROSS JOIN tickets t ON t.id = w.ticket WHERE w.number = 0
UNION ALL SELECT w.ticket, 'attachment', f.words, a.name FROM wanted w
CROSS JOIN attachment_words f ON f.attachment_id = w.number - 2147483648 JOIN attachments a ON a.id = f.attachment_id
"""
OF_TICKET = "SELECT rowid FROM words_fts WHERE words_fts MATCH :match AND rowid BETWEEN :low AND :high ORDER BY rowid"
LATEST = "SELECT rowid FROM words_fts WHERE words_fts MATCH :match ORDER BY rowid DESC LIMIT :most + 0"
BETWEEN = LATEST.replace("ORDER", "AND rowid BETWEEN :low AND :high ORDER")
SHOWN = (
    "SELECT t.id FROM json_each(:wanted) w CROSS JOIN tickets t ON t.id = w.value "
    "WHERE t.hidden = 0 AND t.merged_into IS NULL ORDER BY w.rowid LIMIT :most + 0"
)
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

    async def saying(self, asked: str, limit: int) -> list[Said]:
        together, apart = all_words(asked), each(asked)
        if not together:
            return []
        looked = [row[0] for row in await answered(self._db, LATEST, {"match": together, "most": LOOKED_AT})]
        found = [TicketId(row >> 32) for row in looked]
        if len(apart) > 1 and len(set(found)) < AMONG:
            found += await self._apart(apart)
        shown = await self._shown(list(dict.fromkeys(found)))
        in_subject = {row >> 32 for row in looked if not row & LAST}
        wanted = sorted(shown, key=lambda one: one not in in_subject)[:limit]
        return await self._said(wanted, asked, of_tickets(looked))

    async def first(self, listed: Listed, asked: str, limit: int) -> list[Said]:
        plan = await self._query.plan(listed.conditions, listed.seen, limit)
        return await self._said(await self._query.first(plan, listed.sort, limit), asked, {})

    async def _said(self, tickets: Sequence[TicketId], asked: str, numbers: Mapping[TicketId, list[int]]) -> list[Said]:
        rows = await rows_of(self._db, tickets)
        texts = await self._documents([row.id for row in rows], asked, numbers) if asked else {}
        return [Said(row, texts.get(row.id)) for row in rows]

    async def _documents(
        self, tickets: Sequence[TicketId], asked: str, looked: Mapping[TicketId, list[int]]
    ) -> dict[TicketId, Document]:
        """Of those that were not met in what was looked at, in one look for all, then one by one: the beginning of a word takes
        SQLite as long for one ticket as for all."""
        numbers = {one: looked[one] for one in tickets if one in looked}
        if missing := [one for one in tickets if one not in numbers]:
            numbers |= await self._met(missing, all_words(asked))
        match = " OR ".join(each(asked))
        for ticket in tickets:
            if ticket not in numbers:
                numbers[ticket] = await self._numbers(ticket, match)
        rows = json.dumps([(ticket, shown_of(found)) for ticket, found in numbers.items() if found])
        found = await answered(self._db, TEXTS, {"rows": rows})
        return {TicketId(one): Document(FoundIn(place), text, name) for one, place, text, name in found}

    async def unknown(self, asked: str) -> list[str]:
        known = "SELECT 1 FROM words_fts WHERE words_fts MATCH :match LIMIT 1"
        return [
            piece.words[0]
            for piece in pieces(asked)
            if len(piece.words) == 1 and not await answered(self._db, known, {"match": each(piece.words[0])[0]})
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
        found = "SELECT s.term, s.doc FROM json_each(:stems) w CROSS JOIN spelling_fts s ON s.term = w.value"
        return dict(await answered(self._db, found, {"stems": listed(stems)}))

    async def articles(self, asked: str, limit: int) -> list[ArticleHit]:
        match = all_words(asked)
        if not match:
            return []
        hits: dict[int, ArticleHit] = {}
        for number, kb, title, path, text, _ in await answered(self._db, ARTICLES, {"match": match}):
            known = hits.get(number)
            if known is None or not known.excerpt:
                hits[number] = ArticleHit(ArticleId(number), kb, title, path, excerpt(flat(text), asked) if text else "")
        return list(hits.values())[:limit]

    async def _apart(self, matches: Sequence[str]) -> list[TicketId]:
        """The newest tickets that have the words on different rows."""
        values: Mapping[str, object] = {f"v{n}": match for n, match in enumerate(matches)}
        sets = (f"SELECT rowid >> 32 FROM words_fts WHERE words_fts MATCH :{name}" for name in values)
        found = await answered(self._db, f"{' INTERSECT '.join(sets)} ORDER BY 1 DESC LIMIT {LOOKED_AT}", values)
        return [TicketId(row[0]) for row in found]

    async def _shown(self, tickets: Sequence[TicketId]) -> list[TicketId]:
        return [TicketId(row[0]) for row in await answered(self._db, SHOWN, {"wanted": listed(tickets), "most": AMONG})]

    async def _met(self, tickets: Sequence[TicketId], match: str) -> dict[TicketId, list[int]]:
        """Numbers of the rows that have all of the words, by ticket, as far as one look goes."""
        span = {"low": min(tickets) << 32, "high": max(tickets) << 32 | LAST, "most": LOOKED_AT}
        rows = await answered(self._db, BETWEEN, {"match": match, **span}) if match else []
        found = of_tickets([row[0] for row in rows])
        return {ticket: found[ticket] for ticket in tickets if ticket in found}

    async def _numbers(self, ticket: TicketId, match: str) -> list[int]:
        values = {"match": match, "low": ticket << 32, "high": ticket << 32 | LAST}
        return [row[0] & LAST for row in await answered(self._db, OF_TICKET, values)]

    async def _is_said(self, term: str) -> bool:
        return bool(await answered(self._db, "SELECT 1 FROM spelling_fts WHERE term = :term", {"term": term}))

    async def _spelled_like(self, begins: str, length: int, slips: int) -> list[tuple[str, int]]:
        found = (
            "SELECT term, doc FROM spelling_fts WHERE term >= :first AND term < :after "
            "AND length(term) BETWEEN :least AND :most"
        )
        after = begins[:-1] + chr(ord(begins[-1]) + 1)
        values = {"first": begins, "after": after, "least": length - slips, "most": length + slips}
        return [(term, times) for term, times in await answered(self._db, found, values)]


def of_tickets(rows: Sequence[int]) -> dict[TicketId, list[int]]:
    """Numbers of rows by ticket, in order, from rows that were looked at newest first. A full look may end within a ticket."""
    whole = [row for row in rows if row >> 32 != rows[-1] >> 32] if len(rows) == LOOKED_AT else rows
    found: dict[TicketId, list[int]] = {}
    for row in reversed(whole):
        found.setdefault(TicketId(row >> 32), []).append(row & LAST)
    return found


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
