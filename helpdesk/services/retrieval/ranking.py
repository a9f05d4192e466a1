"""One question, searched and ranked: what both legs bring, looked at again for how it is worded."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from helpdesk.domain.article import Passage
from helpdesk.domain.errors import DiskFull, EmbedderUnusable, IndexStale, ReadOnly
from helpdesk.domain.evidence import SearchPath
from helpdesk.domain.fusion import Mix, Scored, fused, rarity, refined
from helpdesk.domain.ids import PassageId
from helpdesk.domain.phrasing import Asked
from helpdesk.domain.synonyms import meant
from helpdesk.domain.terms import telling_stems
from helpdesk.ports.index import IndexAnswer, IndexQuestion, PassageIndex
from helpdesk.ports.store import Records, Store
from helpdesk.services.retrieval.admission import Admission
from helpdesk.services.retrieval.catching_up import joined
from helpdesk.services.retrieval.second_look import SecondLook
from helpdesk.services.store_search import StoreSearch

LONGEST_QUESTION = 8_000


@dataclass(frozen=True)
class Sought:
    """What is searched for: `text` for the legs, `wording` for the comparison of wordings (a question as it was put); `limit`
    candidates a leg, of which the best `near` are read."""

    text: str
    wording: str
    limit: int
    near: int


@dataclass(frozen=True)
class Ranking:
    """`scored` best first, each with its passage in `passages`. `frequencies` are of all stems asked for, in `total` passages.
    `corrected` and `alike` say by which stems an asked one was searched instead and besides."""

    scored: list[Scored]
    passages: Mapping[PassageId, Passage]
    path: SearchPath
    frequencies: Mapping[str, int]
    total: int
    corrected: Mapping[str, str]
    alike: Mapping[str, tuple[str, ...]]

    def known(self, stem: str) -> bool:
        """Whether the knowledge base has it, as it is or as it was understood."""
        return bool(self.frequencies.get(stem)) or stem in self.corrected or stem in self.alike

    def rarity(self, stem: str) -> float:
        return rarity(self.frequencies.get(stem, 0), self.total)

    def understood(self, asked: Iterable[str], said: AbstractSet[str]) -> AbstractSet[str]:
        """`said`, and those asked stems for which one stands in it that was searched instead or besides."""
        meant = {one: (*self.alike.get(one, ()), *filter(None, [self.corrected.get(one)])) for one in asked}
        return said | {one for one, others in meant.items() if not said.isdisjoint(others)}

    def joined(self, around: "Ranking", scored: list[Scored]) -> "Ranking":
        """This ranking with another one's findings beside its own."""
        return replace(
            self,
            scored=scored,
            passages={**around.passages, **self.passages},
            frequencies={**around.frequencies, **self.frequencies},
            total=max(self.total, around.total),
            corrected={**around.corrected, **self.corrected},
            alike={**around.alike, **self.alike},
        )


class Ranker:
    """`heal` is called when the index could not answer, so that it is mended in the background."""

    def __init__(self, store: Store, index: PassageIndex, mix: Mix, heal: Callable[[], None], second: SecondLook) -> None:
        self._second = second
        self._store = store
        self._index = index
        self._fallback = StoreSearch(store, index)
        self._mix = mix
        self._heal = heal

    async def ranked(self, sought: Sought, admission: Admission) -> Ranking:
        text = sought.text[:LONGEST_QUESTION]
        alike = meant(telling_stems(text), admission.synonyms)
        question = admission.question(text, alike, sought.limit)
        answer, path = await self._answer(question)
        scored, by_id, change = await self._nearest(answer, sought.near)
        if path is SearchPath.INDEX and answer.change != change:
            answer = await self._caught_up(question, answer)
            scored, by_id, _ = await self._nearest(answer, sought.near)
        ranking = Ranking(
            [s for s in scored if s.passage_id in by_id],
            by_id,
            path,
            answer.frequencies,
            answer.passages,
            answer.corrected,
            alike,
        )
        refined = await self._refined(ranking, sought.wording[:LONGEST_QUESTION], answer)
        return replace(refined, scored=await self._second.over(sought.wording, refined.scored, refined.passages))

    async def _nearest(self, answer: IndexAnswer, near: int) -> tuple[list[Scored], Mapping[PassageId, Passage], int]:
        """The best by both legs, their passages, and the change number of the store they were read from."""
        scored = fused(((c.passage_id, c.bm25, c.cosine) for c in answer.candidates), self._mix, near)

        async def look(records: Records) -> tuple[list[Passage], int]:
            found = [s.passage_id for s in scored]
            return await asyncio.gather(records.knowledge.passages(found), records.knowledge.change())

        passages, change = await self._store.read(look)
        return scored, {passage.id: passage for passage in passages}, change

    async def _refined(self, ranking: Ranking, wording: str, answer: IndexAnswer) -> Ranking:
        """How rare an exact name is, all candidates say, not only those that are compared."""
        texts = {i: passage.embedded_text for i, passage in ranking.passages.items()}
        asked = Asked(wording, ranking.rarity, ranking.corrected)
        others = [c.passage_id for c in answer.candidates if c.passage_id not in texts] if asked.names else []
        read = await self._store.read(lambda records: records.knowledge.texts(others)) if others else []
        names = asked.names_in([*texts.values(), *(text for _, _, text in read)])
        likeness = {i: asked.like(text, names) for i, text in texts.items()}
        return replace(ranking, scored=refined(ranking.scored, likeness, self._mix))

    async def _answer(self, question: IndexQuestion) -> tuple[IndexAnswer, SearchPath]:
        try:
            return await self._index.search(question), SearchPath.INDEX
        except EmbedderUnusable:
            return await self._fallback.search(question)
        except (IndexStale, DiskFull, ReadOnly):
            self._heal()
            return await self._fallback.search(question)

    async def _caught_up(self, question: IndexQuestion, found: IndexAnswer) -> IndexAnswer:
        """The store moved on since the index was brought in step: its own words are asked as well, and what is gone makes room
        for what is there."""
        ids = [one.passage_id for one in found.candidates]
        living = await self._store.read(lambda records: records.knowledge.passages(ids))
        return joined(found, await self._fallback.words(question), {passage.id for passage in living})
