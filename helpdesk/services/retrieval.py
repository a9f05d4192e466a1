"""Questions into evidence: both legs' candidates fused, diversified and cut to what a draft can stand on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.asks import asks_in, own_words
from helpdesk.domain.errors import EmbedderUnusable, IndexStale
from helpdesk.domain.evidence import Evidence, Hit, SearchPath
from helpdesk.domain.fusion import Choice, Scored, agreement, blended, coverage, diverse, fused, rarity
from helpdesk.domain.ids import KnowledgeBaseId
from helpdesk.domain.stems import stem
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
FEW_WORDS = 8
COVERED_WORDS = 24
COVERING_HITS = 5
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
        evidence = [await self._for_ask(ask, context, around, limit) for ask in asks]
        return asks, trimmed(evidence, TOKENS_A_DRAFT)

    async def _for_ask(self, ask: str, context: str, around: Ranking, limit: int) -> Evidence:
        if ask.strip() == context.strip():
            return await self._evidence(ask, around, limit, quoting=True)
        own = await self._ranked(ask, (), CANDIDATES)
        both = Ranking(blended(own.scored, around.scored, CONTEXT_SHARE), own.path)
        return await self._evidence(ask, both, limit, quoting=True)

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

    async def _evidence(self, question: str, ranking: Ranking, limit: int, *, quoting: bool = False) -> Evidence:
        """`quoting` keeps internal passages from taking the place of those a customer may read."""
        asked = list(telling_stems(question).items())[:COVERED_WORDS]
        near = ranking.scored[: max(NEAR, 3 * limit)]

        async def look(records: Records) -> tuple[list[Passage], Mapping[str, int], int]:
            frequencies, passages = await records.knowledge.frequencies([word for _, word in asked])
            return await records.knowledge.passages([s.passage_id for s in near]), frequencies, passages

        passages, frequencies, total = await self._store.read(look)
        by_id = {passage.id: passage for passage in passages}
        alive = [(s, by_id[s.passage_id]) for s in near if s.passage_id in by_id]
        alive = mostly_public(alive) if quoting else alive
        stems = [stems_of(passage) for _, passage in alive]
        places = diverse([Choice(s.score, p.article_id, said) for (s, p), said in zip(alive, stems, strict=True)], limit)
        said = frozenset[str]().union(*(stems[i] for i in places[:COVERING_HITS]))
        weights = {term: rarity(frequencies.get(word, 0), total) for term, word in asked}
        hits = tuple(hit(*alive[i]) for i in places)
        return Evidence(question, hits, ranking.path, coverage(weights, said), agreement(ranking.scored))


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
