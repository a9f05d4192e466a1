"""Questions into evidence: both legs' candidates fused, diversified and cut to what a draft can stand on."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.asks import asks_in, codes, leaning, own_words, unframed
from helpdesk.domain.errors import EmbedderUnusable, IndexStale
from helpdesk.domain.evidence import Evidence, Hit, SearchPath
from helpdesk.domain.fusion import Choice, Scored, agreement, blended, coverage, diverse, fused, rarity
from helpdesk.domain.ids import KnowledgeBaseId
from helpdesk.domain.stems import stem
from helpdesk.domain.support import answerable
from helpdesk.domain.terms import telling_stems, telling_words, words
from helpdesk.ports.index import IndexQuestion, PassageIndex
from helpdesk.ports.store import Records, Store
from helpdesk.services.store_search import StoreSearch
from helpdesk.settings import Settings

VECTOR_WEIGHTS = {"built-in": 0.3, "fastembed": 0.65}
CANDIDATES = 50
NEAR = 40
LONGEST_QUESTION = 8_000
CONTEXT_SHARE = 0.25
"""Pull of the message around it on what is found for an ask that says enough by itself."""
LEANING_SHARE = 0.65
"""The same for one that says nothing."""
FEW_WORDS = 8
COVERED_WORDS = 24
COVERING_HITS = 5
AROUND_COVERED = 0.5
TOKENS_A_DRAFT = 1_500


@dataclass(frozen=True)
class Ranking:
    scored: list[Scored]
    path: SearchPath


class Retrieval:
    """`heal` is called when the index could not answer, so that it is mended in the background."""

    def __init__(self, store: Store, index: PassageIndex, settings: Settings, heal: Callable[[], None]) -> None:
        self._store = store
        self._index = index
        self._fallback = StoreSearch(store, index)
        self._passages = settings.passages
        self._weight = VECTOR_WEIGHTS[settings.embedder]
        self._heal = heal

    async def find(self, question: str, *, limit: int, kb_ids: Sequence[KnowledgeBaseId] = ()) -> Evidence:
        """At most `limit` hits, best first. Answers without the index too; an empty knowledge base gives no hits."""
        ranking = await self._ranked(question, kb_ids, max(CANDIDATES, 2 * limit))
        return await self._evidence(question, ranking, limit)

    async def gather(
        self, conversation_subject: str, message: str, earlier: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
        """The message's asks, and for each of them its evidence, found by its own words and by those of the conversation around
        it. Together the evidence keeps to the passages and tokens a draft may stand on."""
        asks = asks_in(message, conversation_subject)
        if not asks:
            return (), ()
        context = context_of(conversation_subject, message, earlier)
        around = await self._ranked(context, (), CANDIDATES)
        limit = max(2, -(-self._passages // len(asks)))
        evidence = [await self._for_ask(ask, context, around, limit, len(asks) == 1) for ask in asks]
        return asks, trimmed(evidence, TOKENS_A_DRAFT)

    async def _for_ask(self, ask: str, context: str, around: Ranking, limit: int, alone: bool) -> Evidence:
        if ask.strip() == context.strip():
            return await self._evidence(ask, around, limit, context)
        own = await self._ranked(f"{unframed(ask)} {codes(context)}", (), CANDIDATES)
        share = LEANING_SHARE if alone else CONTEXT_SHARE + (LEANING_SHARE - CONTEXT_SHARE) * leaning(ask)
        both = Ranking(blended(own.scored, around.scored, share), own.path)
        return await self._evidence(ask, both, limit, context)

    async def _ranked(self, text: str, kb_ids: Sequence[KnowledgeBaseId], limit: int) -> Ranking:
        question = IndexQuestion(text[:LONGEST_QUESTION], tuple(kb_ids), limit)
        path = SearchPath.INDEX
        try:
            candidates = await self._index.search(question)
        except EmbedderUnusable:
            candidates, path = await self._fallback.search(question)
        except IndexStale:
            self._heal()
            candidates, path = await self._fallback.search(question)
        return Ranking(fused(((c.passage_id, c.bm25, c.cosine) for c in candidates), self._weight), path)

    async def _evidence(self, question: str, ranking: Ranking, limit: int, context: str | None = None) -> Evidence:
        """With a `context` (the conversation around the question) it is for quoting: internal passages do not take the place of
        those a customer may read."""
        own, framed = telling_stems(unframed(question)), telling_stems(question)
        around = {term: word for term, word in telling_stems(context or "").items() if term not in framed}
        asked = list({**own, **around}.items())[:COVERED_WORDS]
        near = ranking.scored[: max(NEAR, 3 * limit)]

        async def look(records: Records) -> tuple[list[Passage], Mapping[str, int], int]:
            frequencies, passages = await records.knowledge.frequencies([word for _, word in asked])
            return await records.knowledge.passages([s.passage_id for s in near]), frequencies, passages

        passages, frequencies, total = await self._store.read(look)
        by_id = {passage.id: passage for passage in passages}
        alive = [(s, by_id[s.passage_id]) for s in near if s.passage_id in by_id]
        alive = alive if context is None else mostly_public(alive)
        stems = [stems_of(passage) for _, passage in alive]
        places = diverse([Choice(s.score, p.article_id, said) for (s, p), said in zip(alive, stems, strict=True)], limit)
        said = frozenset[str]().union(*(stems[i] for i in places[:COVERING_HITS]))
        weights = {term: rarity(frequencies.get(word, 0), total) for term, word in asked}
        wanted = looked_for(question, own, weights, {term for term, word in asked if frequencies.get(word)})
        hits = tuple(hit(*alive[i]) for i in places)
        told = len(wanted) / answerable(len(wanted)) if context is not None and wanted else 1.0
        return Evidence(
            question, hits, ranking.path, min(1.0, told * coverage(wanted, said)), agreement(ranking.scored), weights
        )


def looked_for(question: str, own: Collection[str], weights: Mapping[str, float], known: Collection[str]) -> dict[str, float]:
    """What the passages have to cover, by stem: the question's own words, and as far as it leans on them those around it that
    the knowledge base has. In a long message unknown words are mostly names and numbers: they count less, the longer it is."""
    unknown = min(1.0, FEW_WORDS / max(1, len(own)))
    share = leaning(question) * AROUND_COVERED
    counts = {s: (1.0 if s in known else unknown) if s in own else (share if s in known else 0.0) for s in weights}
    return {s: weights[s] * count for s, count in counts.items() if count}


def mostly_public(found: list[tuple[Scored, Passage]]) -> list[tuple[Scored, Passage]]:
    """All public passages, and the best internal one to inform the agent."""
    internal = next((passage.id for _, passage in found if passage.audience is Audience.INTERNAL), None)
    return [(s, p) for s, p in found if p.audience is not Audience.INTERNAL or p.id == internal]


def hit(scored: Scored, passage: Passage) -> Hit:
    return Hit(passage, scored.score, scored.lexical, scored.vector, scored.bm25, scored.cosine)


def stems_of(passage: Passage) -> frozenset[str]:
    return frozenset(stem(word) for word in words(passage.embedded_text))


def context_of(subject: str, message: str, earlier: Sequence[str]) -> str:
    """Subject and message; of a message that says little, also what was said before, the latest first, each turn shorter."""
    said = [subject, own_words(message)]
    room = 40
    for turn in reversed(earlier):
        if len(telling_words("\n".join(said))) >= FEW_WORDS or room < 5:
            break
        said.append(" ".join(own_words(turn).split()[:room]))
        room //= 2
    return "\n".join(part for part in said if part.strip())


def trimmed(evidence: Sequence[Evidence], tokens: int) -> tuple[Evidence, ...]:
    """The best passages of every ask, in turns, until `tokens` are spent; each ask keeps at least its first."""
    kept: list[list[Hit]] = [[] for _ in evidence]
    paid: set[int] = set()
    for rank in range(max((len(e.hits) for e in evidence), default=0)):
        for mine, one in zip(kept, evidence, strict=True):
            if rank >= len(one.hits):
                continue
            passage = one.hits[rank].passage
            price = 0 if passage.id in paid else passage.tokens
            if rank == 0 or price <= tokens:
                mine.append(one.hits[rank])
                paid.add(passage.id)
                tokens -= price
    return tuple(
        Evidence(one.question, tuple(mine), one.path, one.coverage, one.agreement)
        for mine, one in zip(kept, evidence, strict=True)
    )
