"""Corrections: a fact that a person changed in a reply, put into the sentence of the article it came from."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from helpdesk.domain.article import Passage
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.corrections import Claim, claims
from helpdesk.domain.gap_proposal import GapKind, Wanted
from helpdesk.domain.gap_text import lines_around
from helpdesk.domain.gaps import Signal, Trouble
from helpdesk.domain.ids import ArticleId, DraftId, PassageId, TicketId
from helpdesk.domain.spans import Source, Sources
from helpdesk.ports import Records
from helpdesk.ports.gap_records import SentByHand
from helpdesk.services.gaps.answers import conversation_of, masked_of
from helpdesk.services.gaps.parts import Parts
from helpdesk.services.proving import sources_of

CHANGED = (Signal.EDITED, Signal.REJECTED, Signal.BY_HAND, Signal.FOUND_WRONG)
MOST = 1_000
"""Replies looked at, the newest first."""

KEPT = 5_000


@dataclass(frozen=True)
class Made:
    """A claim of one reply, and the article it speaks of."""

    ticket_id: TicketId
    claim: Claim
    passage: Passage


@dataclass(frozen=True)
class Correcting:
    """Remembers what it read of a reply as long as its draft's passages stand."""

    parts: Parts
    read: OrderedDict[tuple[object, ...], tuple[Claim, ...]] = field(default_factory=OrderedDict)

    async def wanted(self, troubles: Mapping[TicketId, Trouble]) -> list[Wanted]:
        tickets = [one.ticket_id for one in troubles.values() if one.signal in CHANGED]
        sent = await self.parts.store.read(lambda records: records.gaps.sent(tickets))
        made: list[Made] = []
        for one in sent[:MOST]:
            made += await self._of(one, troubles[one.ticket_id].draft_id)
        return await self._proposed(made)

    async def _of(self, sent: SentByHand, draft_id: DraftId) -> list[Made]:
        async def look(records: Records) -> tuple[list[Source], Mapping[PassageId, Passage]]:
            draft = await records.drafts.get(draft_id)
            cited = {one.passage_id for one in draft.citations if one.article_id > 0}
            sources = [one for one in await sources_of(records, draft) if one.passage_id in cited]
            return sources, {p.id: p for p in await records.knowledge.passages([one.passage_id for one in sources])}

        sources, passages = await self.parts.store.read(look)
        if not passages:
            return []
        key = (sent.ticket_id, sent.at, tuple(passage.hash for passage in passages.values()))
        if key not in self.read:
            self.read[key] = await self._claims(sent, sources)
            while len(self.read) > KEPT:
                self.read.popitem(last=False)
        return [
            Made(sent.ticket_id, claim, passages[claim.passage_id]) for claim in self.read[key] if claim.passage_id in passages
        ]

    async def _claims(self, sent: SentByHand, sources: Sequence[Source]) -> tuple[Claim, ...]:
        masked, conversation = await masked_of(self.parts, sent), await conversation_of(self.parts, sent.ticket_id)
        if masked is None or conversation is None:
            return ()
        asked = [m.body for m in conversation.messages if m.kind is MessageKind.CUSTOMER]
        known = "\n".join((conversation.ticket.subject, *asked))
        ready = Sources(sources, known)
        return await asyncio.to_thread(claims, sent.draft, masked.text, ready, self.parts.settings.every_signature)

    async def _proposed(self, made: Iterable[Made]) -> list[Wanted]:
        """The same change of the same sentence is one proposal, however many replies made it."""
        found: dict[tuple[ArticleId, str, str], Wanted] = {}
        for one in made:
            key = (one.passage.article_id, one.claim.says, one.claim.becomes)
            if key in found:
                tickets = tuple(dict.fromkeys((*found[key].tickets, one.ticket_id)))
                found[key] = replace(found[key], tickets=tickets)
            elif proposal := await self._proposal(one):
                found[key] = proposal
        return list(found.values())

    async def _proposal(self, made: Made) -> Wanted | None:
        """None when the sentence does not stand in the article's file word for word, or not only once."""
        passage, claim = made.passage, made.claim
        source = await self._source(passage.article_id)
        before = lines_around(source, claim.says)
        if not before:
            return None
        return Wanted(
            kind=GapKind.CORRECTION,
            core=claim.becomes,
            title=passage.title,
            after=before.replace(claim.says, claim.becomes, 1),
            tickets=(made.ticket_id,),
            before=before,
            article_id=passage.article_id,
            revision_id=passage.revision_id,
            path=passage.path,
        )

    async def _source(self, article_id: ArticleId) -> str:
        sources = await self.parts.store.read(lambda records: records.knowledge.sources([article_id]))
        return sources.get(article_id, "")
