"""What a proposal stands on, as the store has it at this moment."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from helpdesk.domain.gap_proposal import GapKind, GapView, Option, Proposal, Tried
from helpdesk.domain.gap_text import lines_around, shortened
from helpdesk.domain.gaps import Trouble, counted, trouble_of
from helpdesk.domain.handling import Handling, handling
from helpdesk.domain.ids import ArticleId, TicketId
from helpdesk.domain.mail_history import new_words
from helpdesk.ports import Records
from helpdesk.ports.ticket_vectors import TicketWords
from helpdesk.services.gaps.answers import best_of, conversation_of, shown
from helpdesk.services.gaps.parts import Parts
from helpdesk.services.gaps.troubles import DAYS

MOST_QUESTIONS = 12
LONGEST = 300


@dataclass(frozen=True)
class Evidence:
    parts: Parts

    async def handling(self) -> Handling:
        since = self.parts.clock.now() - timedelta(days=DAYS)
        return handling(await self.parts.store.read(lambda records: records.gaps.decided(since)))

    async def of(self, proposal: Proposal) -> GapView:
        since = self.parts.clock.now() - timedelta(days=DAYS)
        mine = set(proposal.tickets)
        courses = await self.parts.store.read(lambda records: records.gaps.courses(since))
        troubles = [found for course in courses if course.ticket_id in mine and (found := trouble_of(course))]
        cost = await self.handling()
        return GapView(
            proposal=proposal,
            signals=counted(troubles),
            minutes=cost.minutes,
            measured=cost.measured,
            tried=await self._tried(troubles),
            answers=tuple(shown(one) for one in await best_of(self.parts, proposal.tickets)),
            questions=await self._questions(proposal.tickets),
            options=await self._options(proposal),
        )

    async def _tried(self, troubles: Sequence[Trouble]) -> tuple[Tried, ...]:
        """By how many tickets."""
        because: dict[ArticleId, Counter[str]] = {}
        for one in troubles:
            for article_id in one.cited:
                because.setdefault(article_id, Counter())[one.reason or one.signal] += 1
        titles = await self.parts.store.read(lambda records: records.gaps.titles(list(because)))
        found = [Tried(a, *titles[a], sum(why.values()), dict(why.most_common())) for a, why in because.items() if a in titles]
        return tuple(sorted(found, key=lambda one: (-one.tickets, one.title)))

    async def _questions(self, tickets: Sequence[TicketId]) -> tuple[tuple[TicketId, str], ...]:
        """What the first of them asked, personal data masked, in the order of the proposal."""
        wanted = list(tickets[:MOST_QUESTIONS])
        words = {w.ticket_id: w for w in await self.parts.store.read(lambda records: records.ticket_vectors.words_of(wanted))}
        return tuple([(ticket, await self._question(words[ticket])) for ticket in wanted if ticket in words])

    async def _question(self, words: TicketWords) -> str:
        conversation = await conversation_of(self.parts, words.ticket_id)
        if conversation is None:
            return ""
        said = f"{words.subject} · {' '.join(new_words(words.body).split())}"
        return shortened(await asyncio.to_thread(self.parts.redacting.masked, conversation, said), LONGEST)

    async def _options(self, proposal: Proposal) -> tuple[Option, ...]:
        """Which text may become what: one way, and for a contradiction the other way round too."""
        first = Option(proposal.article_id, proposal.title, proposal.path, proposal.before, proposal.text)
        if proposal.kind is not GapKind.CONTRADICTION:
            return (first,)
        older, newer = proposal.sides
        source = (await self._sources(newer.article_id)).get(newer.article_id, "")
        before = lines_around(source, newer.says)
        after = before.replace(newer.says, newer.said_as(older), 1)
        first = Option(proposal.article_id, older.title, older.path, proposal.before, proposal.text)
        return (first, Option(newer.article_id, newer.title, newer.path, before, after)) if before else (first,)

    async def _sources(self, article_id: ArticleId) -> Mapping[ArticleId, str]:
        async def look(records: Records) -> Mapping[ArticleId, str]:
            return await records.knowledge.sources([article_id])

        return await self.parts.store.read(look)
