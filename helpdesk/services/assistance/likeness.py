"""Answered tickets like another one: exact comparison of vectors that stay in the store."""

import asyncio
import hashlib
import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from helpdesk.domain.conversation import Conversation, MessageKind
from helpdesk.domain.errors import DiskFull, EmbedderUnusable, IndexStale, NotFound, ReadOnly
from helpdesk.domain.ids import TicketId
from helpdesk.domain.mail_history import new_words
from helpdesk.domain.progress import Progress, Report
from helpdesk.domain.reply import without_markers
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ports.grouping import Grouping
from helpdesk.ports.index import PassageIndex
from helpdesk.ports.store import Store
from helpdesk.ports.ticket_vectors import TicketVector, TicketWords

BATCH = 8
"""Texts at once: searches wait for the same embedder."""

AHEAD = 5_000
"""Tickets noted at once that are still to be embedded: to find them all those are passed by that are."""

PAGE = 5_000
"""Vectors held at once, some 8 MB, however many tickets there are."""

LONGEST_TEXT = 1200
"""Characters: what an embedder reads of a text."""

ROOM = 4
"""How many times as many as are shown are looked at: some were looked at once and are not answered yet."""

LEAST = 0.3
"""Tickets less alike than this have a few words in common and nothing else."""


@dataclass(frozen=True)
class SimilarTicket:
    """`answer` is the last public reply on it, `similarity` the cosine of the two first messages."""

    ticket_id: TicketId
    subject: str
    status: TicketStatus
    similarity: float
    asked: str
    answer: str
    answered_at: datetime


@dataclass(frozen=True)
class Similar:
    """Most alike first. `compared` of the `answered` other tickets could be compared yet; `why_not` says why none could be."""

    tickets: tuple[SimilarTicket, ...]
    compared: int
    answered: int
    why_not: str = ""


@dataclass(frozen=True)
class Likeness:
    store: Store
    index: PassageIndex
    grouping: Grouping
    _ahead: dict[str, list[TicketId]] = field(default_factory=dict)

    async def remember(self) -> bool:
        """Embeds some answered tickets that were not yet; False when there is nothing to do, or no embedder."""
        try:
            embedder = await self.index.embedder_fingerprint()
            lacking = await self._lacking(embedder)
            if lacking:
                await self._embed(embedder, lacking)
        except (EmbedderUnusable, IndexStale):
            return False
        if not lacking:
            await self._tidy(embedder)
        return bool(lacking)

    async def _lacking(self, embedder: str) -> list[TicketWords]:
        if embedder not in self._ahead:
            self._ahead.clear()
        ahead = self._ahead.setdefault(embedder, [])
        if not ahead:
            ahead += await self.store.read(lambda records: records.ticket_vectors.lacking(embedder, AHEAD))
        found: list[TicketWords] = []
        while ahead and not found:
            some, ahead[:BATCH] = ahead[:BATCH], []
            found = await self.store.read(lambda records, them=some: records.ticket_vectors.words_of(them))  # type: ignore[misc]
        return found

    async def similar(self, ticket_id: TicketId, limit: int = 5) -> Similar:
        """Raises NotFound."""
        answered = await self.store.read(lambda records: records.ticket_vectors.answered(ticket_id))
        asked = await self._asked(ticket_id)
        if asked is None:
            return Similar((), 0, answered, "texts cannot be compared by meaning at the moment")
        if not any(asked[1]):
            return Similar((), 0, answered, "the message has no words that could be compared")
        compared, near = await self._nearest(ticket_id, asked, ROOM * limit)
        found = [await self._shown(other, likeness) for likeness, other in near]
        answers = [one for one in found if one is not None]
        return Similar(tuple(answers[:limit]), min(compared, answered), answered)

    async def near(self, ticket_id: TicketId, limit: int) -> list[tuple[float, TicketId]]:
        """The tickets most like it, most alike first, with their cosine; empty while none can be compared."""
        asked = await self._asked(ticket_id)
        return (await self._nearest(ticket_id, asked, limit))[1] if asked is not None and any(asked[1]) else []

    async def alike(self, asked: TicketWords, others: Sequence[TicketWords]) -> dict[TicketId, float]:
        """The cosine of each with what is asked, which need not be a ticket yet; empty while nothing can be embedded."""
        try:
            embedder = await self.index.embedder_fingerprint()
            vectors = await self._embed(embedder, others)
            (question,) = await self.index.embed([text_of(asked)])
        except (EmbedderUnusable, IndexStale, DiskFull, ReadOnly):
            return {}
        page = [(one.ticket_id, one.vector) for one in vectors]
        return {ticket: cosine for cosine, ticket in await asyncio.to_thread(self._cosines, question, page)}

    async def about(self, text: str, limit: int) -> list[tuple[float, TicketId]]:
        """The answered tickets most like a text, most alike first, with their cosine; empty while none can be compared."""
        try:
            embedder = await self.index.embedder_fingerprint()
            asked = (await self.index.embed([text[:LONGEST_TEXT]]))[0]
        except (EmbedderUnusable, IndexStale, DiskFull, ReadOnly):
            return []
        return (await self._nearest(TicketId(0), (embedder, asked), limit))[1] if any(asked) else []

    async def vectors(self, words: Sequence[TicketWords], report: Report) -> dict[TicketId, bytes]:
        """Of these tickets, embedded where they were not yet. Raises EmbedderUnusable, IndexStale, DiskFull, ReadOnly."""
        embedder, wanted = await self.index.embedder_fingerprint(), {one.ticket_id: one for one in words}
        found, after = dict[TicketId, bytes](), TicketId(0)
        while page := await self._page(embedder, after):
            after = page[-1][0]
            found.update(row for row in page if row[0] in wanted)
        lacking = [one for ticket, one in wanted.items() if ticket not in found]
        for start in range(0, len(lacking), BATCH):
            report(Progress(start, len(lacking), "Reading tickets"))
            made = await self._embed(embedder, lacking[start : start + BATCH])
            found.update((one.ticket_id, one.vector) for one in made)
        return found

    async def _asked(self, ticket_id: TicketId) -> tuple[str, bytes] | None:
        """(embedder, the ticket's vector); None when nothing can be embedded now."""
        words = await self.store.read(lambda records: records.ticket_vectors.words(ticket_id))
        try:
            embedder = await self.index.embedder_fingerprint()
            return embedder, (await self._embed(embedder, [words]))[0].vector
        except (EmbedderUnusable, IndexStale, DiskFull, ReadOnly):
            return None

    async def _nearest(
        self, ticket_id: TicketId, asked: tuple[str, bytes], limit: int
    ) -> tuple[int, list[tuple[float, TicketId]]]:
        embedder, vector = asked
        near: list[tuple[float, TicketId]] = []
        compared, after = 0, TicketId(0)
        while page := await self._page(embedder, after):
            after = page[-1][0]
            others = [row for row in page if row[0] != ticket_id]
            compared += len(others)
            scored = await asyncio.to_thread(self._cosines, vector, others)
            near = heapq.nlargest(limit, [*near, *(one for one in scored if one[0] >= LEAST)])
        return compared, near

    def _cosines(self, asked: bytes, page: Sequence[tuple[TicketId, bytes]]) -> list[tuple[float, TicketId]]:
        """Exact; a vector of another length says nothing."""
        told = [row for row in page if len(row[1]) == len(asked)]
        found = self.grouping.cosines(asked, [vector for _, vector in told])
        return [(cosine, ticket) for cosine, (ticket, _) in zip(found, told, strict=True)]

    async def _page(self, embedder: str, after: TicketId) -> list[tuple[TicketId, bytes]]:
        return await self.store.read(lambda records: records.ticket_vectors.page(embedder, after, PAGE))

    async def _embed(self, embedder: str, words: Sequence[TicketWords]) -> list[TicketVector]:
        """In the order given; what was embedded before is not embedded again."""
        texts = {one.ticket_id: text_of(one) for one in words}
        keys = {ticket: hashlib.sha256(text.encode()).hexdigest() for ticket, text in texts.items()}
        known = dict(await self.store.read(lambda records: records.ticket_vectors.known(embedder, list(keys.values()))))
        fresh = {keys[ticket]: text for ticket, text in texts.items() if keys[ticket] not in known}
        known |= dict(zip(fresh, await self.index.embed(list(fresh.values())) if fresh else [], strict=True))
        made = [TicketVector(ticket, key, known[key]) for ticket, key in keys.items()]
        if fresh or len(words) > 1:
            await self.store.write(lambda records: records.ticket_vectors.put(embedder, made))
        return made

    async def _tidy(self, embedder: str) -> None:
        await self.store.write(lambda records: records.ticket_vectors.forget_others(embedder))

    async def _shown(self, ticket_id: TicketId, likeness: float) -> SimilarTicket | None:
        """None for one that is not answered, or was erased meanwhile."""
        try:
            conversation = await self.store.read(lambda records: records.tickets.conversation(ticket_id))
        except NotFound:
            return None
        return shown(conversation, likeness)


def text_of(words: TicketWords) -> str:
    return f"{words.subject}\n{new_words(words.body)}"[:LONGEST_TEXT].strip()


def shown(conversation: Conversation, likeness: float) -> SimilarTicket | None:
    asked = next((m for m in conversation.messages if m.kind is MessageKind.CUSTOMER), None)
    replies = [m for m in conversation.messages if m.kind is MessageKind.PUBLIC_REPLY]
    if asked is None or not replies:
        return None
    ticket, last = conversation.ticket, replies[-1]
    answer = without_markers(last.body)
    return SimilarTicket(ticket.id, ticket.subject, ticket.status, round(likeness, 4), new_words(asked.body), answer, last.at)
