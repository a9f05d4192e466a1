"""One question, searched and ranked: what both legs bring, looked at again for how it is worded."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from helpdesk.domain.article import Passage
from helpdesk.domain.errors import DiskFull, EmbedderUnusable, IndexStale, ReadOnly
from helpdesk.domain.evidence import SearchPath, SecondLooked
from helpdesk.domain.fusion import Mix, Scored, fused, rarity, refined, said_once
from helpdesk.domain.ids import PassageId
from helpdesk.domain.phrasing import Asked, names_of
from helpdesk.domain.score_parts import Parts, parts_by
from helpdesk.domain.stems import stem
from helpdesk.domain.synonyms import meant
from helpdesk.domain.terms import telling_stems
from helpdesk.ports.index import IndexAnswer, IndexQuestion, PassageIndex
from helpdesk.ports.store import Store
from helpdesk.services.retrieval.admission import Admission
from helpdesk.services.retrieval.candidates import Answer, Compared, Seen, seen
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
    `corrected` and `alike` say by which stems an asked one was searched instead and besides, `instead` which stood in for one
    that nobody wrote, `parts` what scores are made of."""

    scored: list[Scored]
    passages: Mapping[PassageId, Passage]
    path: SearchPath
    frequencies: Mapping[str, int]
    total: int
    corrected: Mapping[str, str]
    alike: Mapping[str, tuple[str, ...]]
    second: SecondLooked = SecondLooked.NOT
    failure: str = ""
    parts: Parts = lambda _: ()
    instead: Mapping[str, str] = field(default_factory=dict)

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
            instead={**around.instead, **self.instead},
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

    async def ranked(self, every: Sequence[Sought], admission: Admission) -> list[Ranking]:
        """Each by itself, in one trip to the index and one to the store for all of them."""
        asked = [self._asked(one, admission) for one in every]
        answers = await self._answers(asked)
        compared = list(map(self._compared, every, answers))
        known = await seen(self._store, compared)
        behind = [i for i, one in enumerate(answers) if one.path is SearchPath.INDEX and one.found.change != known.change]
        if behind:
            for i in behind:
                answers[i] = await self._caught_up(asked[i], answers[i].found)
            compared = list(map(self._compared, every, answers))
            known = await seen(self._store, compared)
        rankings = []
        for one, answer, near, question in zip(every, answers, compared, asked, strict=True):
            ranking = self._refined(one.wording, plain(answer, near.scored, known, question), near, known)
            looked = await self._second.over(one.wording, ranking.scored, ranking.passages)
            rankings.append(replace(ranking, scored=looked.scored, second=looked.came, failure=looked.failure))
            await asyncio.sleep(0)  # comparing takes milliseconds: others have their turn
        return rankings

    def _asked(self, sought: Sought, admission: Admission) -> IndexQuestion:
        text = sought.text[:LONGEST_QUESTION]
        return admission.question(text, meant(telling_stems(text), admission.synonyms), sought.limit)

    def _compared(self, sought: Sought, answer: Answer) -> Compared:
        """How rare an exact name is, all candidates say, not only those that are compared."""
        found = answer.found
        once = said_once(found.frequencies, found.passages)
        scored = fused(((c.passage_id, c.bm25, c.cosine) for c in found.candidates), self._mix, once, sought.near)
        names = names_of(sought.wording[:LONGEST_QUESTION])
        return Compared(scored, answer.may_hold(names) if names else ())

    def _refined(self, wording: str, ranking: Ranking, compared: Compared, known: Seen) -> Ranking:
        asked = Asked(wording[:LONGEST_QUESTION], ranking.rarity, {**ranking.instead, **ranking.corrected})
        texts = {i: known.texts[i] for i in ranking.passages}
        others = (known.texts[i] for i in compared.others if i not in texts and i in known.texts)
        names = asked.names_in([*texts.values(), *others])
        likeness = {i: asked.like(text, names) for i, text in texts.items()}
        parts = parts_by(self._mix, ranking.scored, likeness)
        return replace(ranking, scored=refined(ranking.scored, likeness, self._mix), parts=parts)

    async def _answers(self, questions: Sequence[IndexQuestion]) -> list[Answer]:
        try:
            return [Answer(one, SearchPath.INDEX, is_whole=True) for one in await self._index.search_all(questions)]
        except EmbedderUnusable:
            pass
        except (IndexStale, DiskFull, ReadOnly):
            self._heal()
        told = [await self._fallback.search(question) for question in questions]
        return [Answer(found, path, is_whole=False) for found, path in told]

    async def _caught_up(self, question: IndexQuestion, found: IndexAnswer) -> Answer:
        """The store moved on since the index was brought in step: its own words are asked as well, and what is gone makes room
        for what is there."""
        ids = [one.passage_id for one in found.candidates]
        living = await self._store.read(lambda records: records.knowledge.passages(ids))
        whole = joined(found, await self._fallback.words(question), {passage.id for passage in living})
        return Answer(whole, SearchPath.INDEX, is_whole=False)


def plain(answer: Answer, nearest: Sequence[Scored], known: Seen, question: IndexQuestion) -> Ranking:
    """As the legs rank those that are there."""
    alive = [s for s in nearest if s.passage_id in known.passages]
    passages = {s.passage_id: known.passages[s.passage_id] for s in alive}
    found = answer.found
    stood = {one: tuple(dict.fromkeys(map(stem, words))) for one, words in found.instead.items()}
    alike = {**question.synonyms, **{one: (*question.synonyms.get(one, ()), *others) for one, others in stood.items()}}
    instead = {one: others[0] for one, others in stood.items()}
    return Ranking(alive, passages, answer.path, found.frequencies, found.passages, found.corrected, alike, instead=instead)
