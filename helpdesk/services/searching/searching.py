"""One field that finds everything: tickets, messages, notes, attachments, articles and macros."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from helpdesk.domain.condition import Condition, Conditions, Field, Operator, Seen
from helpdesk.domain.errors import QueryFault
from helpdesk.domain.found import ArticleHit, Found, FoundIn, TicketHit, excerpt, spelled_out
from helpdesk.domain.ids import TicketId
from helpdesk.domain.macro import Macro
from helpdesk.domain.search_words import Known, names_somebody, read
from helpdesk.domain.spoken import pieces, says
from helpdesk.domain.stand_ins import standing_in
from helpdesk.domain.stems import stem
from helpdesk.domain.ticket import TicketRow
from helpdesk.domain.ticket_query import NEWEST_FIRST, Sort
from helpdesk.domain.words import content
from helpdesk.ports import Clock
from helpdesk.ports.list_records import Listed
from helpdesk.ports.search_records import Said
from helpdesk.ports.store import Records, Store
from helpdesk.services.assistance.likeness import Likeness
from helpdesk.services.retrieval.dictionary import words_of_the_desk
from helpdesk.services.searching.help import QUERY_WORDS, QueryWord
from helpdesk.services.views.views import agents_of, known
from helpdesk.settings import Settings

ALIKE = {"built-in": 0.3, "fastembed": 0.4}
"""Cosine from which a ticket is shown as like the query in meaning, by embedder: about every second one shown is the one
sought. Of a model more words that differ lie near each other."""


@dataclass(frozen=True)
class Asked:
    """`words` are to be found anywhere on a ticket, `others` are the other conditions."""

    words: str
    others: tuple[Condition, ...] = ()
    sort: Sort = NEWEST_FIRST
    fault: QueryFault | None = None

    @property
    def of_a_person(self) -> "Asked":
        """The words as the name or address of whoever asked."""
        who = Condition(Field.REQUESTER, Operator.CONTAINS, (self.words,))
        return replace(self, words="", others=(*self.others, who))

    @property
    def signs_only(self) -> bool:
        """What stands where words should has no word in it."""
        return bool(self.words) and not pieces(self.words)


@dataclass(frozen=True)
class Searching:
    store: Store
    clock: Clock
    settings: Settings
    likeness: Likeness

    async def find(self, typed: str, limit: int = 8, *, meaning: bool = False) -> Found:
        """At most `limit` of each kind. What cannot be read as a query is searched for as words, and told; words that nobody
        said may be the name or address of whoever asked, another word for what was said, or a slip. With `meaning` also
        answered tickets that say the same in other words; that takes longer."""

        async def work(records: Records) -> tuple[Found, Asked]:
            asked = self._asked(typed, await known(records) if names_somebody(typed) else Known())
            corrected = dict[str, str]()
            said, beside = asked.words, "" if asked.others else asked.words
            tickets, rest = await asyncio.gather(self._tickets(records, asked, limit), _beside(records, beside, limit))
            theirs = await self._tickets(records, asked.of_a_person, limit) if asked.words and not tickets else []
            if theirs:
                tickets, corrected = theirs, {asked.words: _asked_by(asked.words)}
            elif asked.words and not tickets:
                asked, corrected = await self._corrected(records, asked)
                tickets = await self._tickets(records, asked, limit) if corrected else []
            found = Found(tuple(tickets), *rest, fault=asked.fault, signs_only=asked.signs_only, words=said)
            return await self._with_the_rest(records, found, asked, corrected, limit), asked

        if not typed.strip():
            return Found()
        found, asked = await self.store.read(work)
        return replace(found, by_meaning=await self._alike(asked, found, limit)) if meaning else found

    async def words(self) -> tuple[QueryWord, ...]:
        """What the query language knows."""
        return QUERY_WORDS

    def _asked(self, typed: str, names: Known) -> Asked:
        try:
            query = read(typed, names)
        except QueryFault as fault:
            return Asked(typed, fault=fault)
        conditions = query.conditions.all
        words = [one.values[0] for one in conditions if _is_words(one)]
        return Asked(" ".join(words), tuple(one for one in conditions if not _is_words(one)), query.sort)

    async def _tickets(self, records: Records, asked: Asked, limit: int) -> list[TicketHit]:
        if asked.signs_only:
            return []
        if asked.others or not asked.words:
            seen = await self._seen(records)
            text = (Condition(Field.TEXT, Operator.CONTAINS, (asked.words,)),) if asked.words else ()
            conditions = Conditions((*asked.others, *text))
            found = await records.search.first(Listed(conditions, seen, asked.sort), asked.words, limit)
            found = sorted(found, key=lambda one: not (asked.words and says(one.row.subject, (asked.words,))))
        else:
            found = await records.search.saying(asked.words, limit)
        return [_hit(one, asked.words) for one in found]

    async def _with_the_rest(
        self, records: Records, found: Found, asked: Asked, corrected: Mapping[str, str], limit: int
    ) -> Found:
        """Articles and macros, by the words as they were typed, for these may have one that no ticket has; else as the tickets
        were found."""
        articles, macros = found.articles, found.macros
        if not asked.others:
            if not found.tickets and (articles or macros):
                corrected = {}
            elif asked.words != found.words:
                more = await _beside(records, asked.words, limit)
                articles, macros = articles or more[0], macros or more[1]
        pairs = tuple((typed, _spelled(meant, found.tickets, articles)) for typed, meant in corrected.items())
        words = asked.words if corrected else found.words
        return replace(found, articles=articles, macros=macros, corrected=pairs, words=words)

    async def _seen(self, records: Records) -> Seen:
        return Seen(self.clock.now().astimezone(), (await agents_of(records)).get(self.settings.agent_name))

    async def _corrected(self, records: Records, asked: Asked) -> tuple[Asked, dict[str, str]]:
        """The query with other words for those nobody said, and which these are: what else a thing is called, else the word
        it is a slip of."""
        unknown = await records.search.unknown(asked.words)
        called = await _called(records, asked.words) if unknown else {}
        slips = {word: called.get(stem(word)) or await records.search.meant(word) for word in unknown}
        right = {word: meant for word, meant in slips.items() if meant}
        words = " ".join(right.get(word.casefold(), word) for word in asked.words.split())
        return replace(asked, words=words), right

    async def _alike(self, asked: Asked, found: Found, limit: int) -> tuple[TicketHit, ...]:
        """Those alike in words that meet the other conditions as well."""
        shown = {hit.row.id for hit in found.tickets}
        if len(content(asked.words)) < 2 or found.fault is not None:
            return ()
        near = [(share, one) for share, one in await self.likeness.about(asked.words, limit + len(shown)) if one not in shown]
        likely = {TicketId(one): share for share, one in near if share >= ALIKE[self.settings.embedder]}

        async def work(records: Records) -> list[TicketRow]:
            listed = Listed(Conditions(asked.others), await self._seen(records))
            return [row for row in await records.lists.rows(list(likely)) if await records.lists.holds(listed, row.id)]

        return tuple(TicketHit(row, likeness=likely[row.id]) for row in (await self.store.read(work))[:limit])


async def _called(records: Records, words: str) -> dict[str, str]:
    """A stem that stands on no ticket → the word that most tickets have instead."""
    own, off = await asyncio.gather(records.learned.synonyms(), records.learned.shipped_off())
    offered = words_of_the_desk(own, off).offered(words)
    times = await records.search.times([*offered, *{stem(other) for others in offered.values() for other in others}])
    return {one: others[0] for one, others in standing_in(offered, lambda one: times.get(one, 0)).items()}


async def _beside(records: Records, words: str, limit: int) -> tuple[tuple[ArticleHit, ...], tuple[Macro, ...]]:
    """Articles and macros with the words; they may have one that no ticket has."""
    if not words:
        return (), ()
    articles, known_macros = await asyncio.gather(records.search.articles(words, limit), records.macros.all())
    return tuple(articles), tuple(_macros(known_macros, words)[:limit])


def _is_words(condition: Condition) -> bool:
    return condition.field == Field.TEXT and condition.operator is Operator.CONTAINS and len(condition.values) == 1


def _asked_by(words: str) -> str:
    """The query that finds these words in who asked."""
    return f"from:{words}" if '"' in words else " ".join(f"from:{word}" for word in words.split())


def _hit(said: Said, words: str) -> TicketHit:
    found = said.document
    if found is None:
        return TicketHit(said.row)
    shown = excerpt(found.text, words) if found.place is not FoundIn.SUBJECT else ""
    return TicketHit(said.row, shown, found.place, found.name)


def _macros(macros: Sequence[Macro], words: str) -> list[Macro]:
    named = [one for one in macros if says(one.name, (words,))]
    return [*named, *(one for one in macros if one not in named and says(f"{one.name}\n{one.text}", (words,)))]


def _spelled(meant: str, tickets: Sequence[TicketHit], articles: Sequence[ArticleHit]) -> str:
    shown = [f"{hit.row.subject} {hit.excerpt}" for hit in tickets] + [f"{hit.title} {hit.excerpt}" for hit in articles]
    return spelled_out("\n".join(shown), meant)
