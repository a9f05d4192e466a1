"""Two legs' findings into one ranking: fused, diversified, and how far the legs and the question agree with it."""

import math
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from helpdesk.domain.ids import PassageId

RELEVANCE = 0.7
MOST_OF_AN_ARTICLE = 3


@dataclass(frozen=True)
class Scored:
    """A candidate on the common scale: `lexical` and `vector` in [0, 1] within this question, 0 where the leg found nothing."""

    passage_id: PassageId
    score: float
    lexical: float
    vector: float
    bm25: float
    cosine: float


def fused(found: Iterable[tuple[PassageId, float, float | None]], weight: float) -> list[Scored]:
    """(passage, bm25, cosine) best first by a convex combination, `weight` on the vectors. BM25 is divided by its best here;
    cosines are spread over the question's own range. Without any cosine the words decide alone."""
    rows = list(found)
    cosines = [cosine for _, _, cosine in rows if cosine is not None]
    top = max((bm25 for _, bm25, _ in rows), default=0.0)
    low, high = min(cosines, default=0.0), max(cosines, default=0.0)
    share = weight if cosines else 0.0
    scored = []
    for passage_id, bm25, cosine in rows:
        lexical = bm25 / top if top > 0 else 0.0
        vector = spread(cosine, low, high)
        score = share * vector + (1 - share) * lexical
        scored.append(Scored(passage_id, score, lexical, vector, bm25, cosine or 0.0))
    return best_first(scored)


def spread(cosine: float | None, low: float, high: float) -> float:
    if cosine is None:
        return 0.0
    return (cosine - low) / (high - low) if high > low else 1.0


def blended(own: Sequence[Scored], context: Sequence[Scored], share: float) -> list[Scored]:
    """The ranking of an ask, pulled by `share` towards that of the conversation it stands in."""
    around = {s.passage_id: s for s in context}
    mixed = [
        Scored(s.passage_id, (1 - share) * s.score + share * score_of(around, s), s.lexical, s.vector, s.bm25, s.cosine)
        for s in own
    ]
    known = {s.passage_id for s in own}
    extra = [Scored(s.passage_id, share * s.score, 0.0, 0.0, 0.0, s.cosine) for s in context if s.passage_id not in known]
    return best_first([*mixed, *extra])


def score_of(around: Mapping[PassageId, Scored], own: Scored) -> float:
    found = around.get(own.passage_id)
    return found.score if found is not None else 0.0


def best_first(scored: Iterable[Scored]) -> list[Scored]:
    return sorted(scored, key=lambda s: (-s.score, s.passage_id))


@dataclass(frozen=True)
class Choice:
    """What the choice of passages needs of one: its fused score, its article, and its stems."""

    score: float
    article: int
    stems: AbstractSet[str]


def diverse(choices: Sequence[Choice], limit: int) -> list[int]:
    """Places of at most `limit` choices by maximal marginal relevance, at most MOST_OF_AN_ARTICLE of one article."""
    chosen: list[int] = []
    left = list(range(len(choices)))
    likeness = [0.0] * len(choices)
    taken: dict[int, int] = {}
    while left and len(chosen) < limit:
        best = max(left, key=lambda i: (RELEVANCE * choices[i].score - (1 - RELEVANCE) * likeness[i], -i))
        left.remove(best)
        article = choices[best].article
        if taken.get(article, 0) >= MOST_OF_AN_ARTICLE:
            continue
        taken[article] = taken.get(article, 0) + 1
        chosen.append(best)
        for i in left:
            likeness[i] = max(likeness[i], repetition(choices[i].stems, choices[best].stems))
    return chosen


def repetition(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """Jaccard beyond one half, on [0, 1]: passages about one thing share words, only more than that is said twice."""
    together = len(one | other)
    return max(0.0, 2 * len(one & other) / together - 1) if together else 0.0


def rarity(frequency: int, passages: int) -> float:
    """A word's weight: BM25's idf, never negative."""
    return math.log(1.0 + (passages - frequency + 0.5) / (frequency + 0.5)) if passages >= frequency else 0.0


def coverage(asked: Mapping[str, float], said: AbstractSet[str]) -> float:
    """The share, by weight, of the asked stems that were said."""
    total = sum(asked.values())
    return sum(weight for stem, weight in asked.items() if stem in said) / total if total > 0 else 0.0


def agreement(scored: Sequence[Scored]) -> float:
    """How much each leg thinks of the other's best passage, in [0, 1]; 0 when only one leg found anything."""
    if not any(s.bm25 > 0 for s in scored) or not any(s.vector > 0 for s in scored):
        return 0.0
    by_words = max(scored, key=lambda s: s.lexical)
    by_meaning = max(scored, key=lambda s: s.vector)
    return (by_words.vector + by_meaning.lexical) / 2
