"""Two legs' findings and the wording of what they found into one ranking, diversified, and how far legs and question agree."""

import math
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from helpdesk.domain.ids import PassageId
from helpdesk.domain.phrasing import Likeness
from helpdesk.domain.terms import MOST_TERMS

RELEVANCE = 0.7
MOST_OF_AN_ARTICLE = 4
DEPTH = 100
"""The cosine at this place of a question's ranking counts as nothing: what any passage of the base has."""
BELOW_NOTHING = -0.5


@dataclass(frozen=True)
class Mix:
    """Weights of a convex combination. `spread` is the range of cosines, from the best to the DEPTH-th, below which the vector
    leg is not trusted to tell passages apart: it is divided by this instead, so that a leg that knows nothing about a question
    (a language it never saw, garbled speech) has little to say. `said` does the same for words: the share of `said_once`
    below which the best BM25 is not trusted, for then no passage says much of the question."""

    lexical: float
    vector: float
    pairs: float = 0.0
    runs: float = 0.0
    triples: float = 0.0
    heading: float = 0.0
    spread: float = 0.0
    said: float = 0.0

    @property
    def whole(self) -> float:
        return self.lexical + self.vector + self.pairs + self.runs + self.triples + self.heading


class Scored(NamedTuple):
    """A candidate on the common scale: `lexical` and `vector` in [0, 1] within this question, 0 where the leg found nothing;
    `meaning` is the vector leg's part before it was cut off at 0; `second` what a second look thought of it. A draft makes
    hundreds of them, which a dataclass takes five times as long for."""

    passage_id: PassageId
    score: float
    lexical: float
    vector: float
    bm25: float
    cosine: float
    meaning: float = 0.0
    second: float | None = None


def fused(
    found: Iterable[tuple[PassageId, float, float | None]], mix: Mix, once: float = 0.0, most: int | None = None
) -> list[Scored]:
    """(passage, bm25, cosine) best first by both legs, the best `most` of them. BM25 is divided by its best here, or by the
    mix's share of `once` (see said_once) where that is more; cosines are spread between the DEPTH-th and the best. Of a passage
    without a cosine, and of all when none has one, the words decide alone."""
    rows = list(found)
    cosines = sorted((cosine for _, _, cosine in rows if cosine is not None), reverse=True)
    top = max((bm25 for _, bm25, _ in rows), default=0.0)
    top = max(top, mix.said * once) if top > 0 else top
    low, span = scale(cosines, mix.spread)
    legs = mix.lexical + mix.vector
    share = mix.vector / legs if cosines and legs else 0.0
    scored = []
    for passage_id, bm25, cosine in rows:
        lexical = bm25 / top if top > 0 else 0.0
        meaning = max(BELOW_NOTHING, (cosine - low) / span) if cosine is not None else 0.0
        part = share if cosine is not None else 0.0
        scored.append((-(part * meaning + (1 - part) * lexical), passage_id, lexical, meaning, bm25, cosine or 0.0))
    scored.sort()
    return [
        Scored(passage_id, -score, lexical, max(0.0, meaning), bm25, cosine, meaning)
        for score, passage_id, lexical, meaning, bm25, cosine in scored[:most]
    ]


def said_once(frequencies: Mapping[str, int], passages: int) -> float:
    """The BM25 of a passage of average length that says each of these words once, of as many as the words leg looks for. Words
    that nobody wrote are not missed, and those of more than half of the passages count nothing."""
    known = sorted(frequency for frequency in frequencies.values() if 0 < frequency <= passages / 2)
    return sum(math.log((passages - frequency + 0.5) / (frequency + 0.5)) for frequency in known[:MOST_TERMS])


def scale(cosines: Sequence[float], spread: float) -> tuple[float, float]:
    """The cosine that counts as 0 and the range that counts as 1, of cosines in descending order."""
    if not cosines:
        return 0.0, 1.0
    low = cosines[min(DEPTH, len(cosines)) - 1]
    if cosines[0] > low:
        return low, max(cosines[0] - low, spread)
    return low - 1.0, 1.0


def refined(scored: Iterable[Scored], likeness: Mapping[PassageId, Likeness], mix: Mix) -> list[Scored]:
    """Best first by the whole mix: legs and wording. Where a passage holds the question's exact names, they count as much as
    all the rest together: they are what it is about."""
    rows = list(scored)
    told = any(row.cosine for row in rows)
    legs = mix.lexical + mix.vector if told else mix.lexical
    whole = mix.whole if told else mix.whole - mix.vector
    named = any(like.codes for like in likeness.values())
    again = []
    for row in rows:
        like = likeness.get(row.passage_id, NOTHING)
        wording = mix.pairs * like.pairs + mix.runs * like.runs + mix.triples * like.triples + mix.heading * like.heading
        score = (row.score * legs + wording) / whole if whole else row.score
        again.append(rescored(row, (score + like.codes) / 2 if named else score))
    return best_first(again)


NOTHING = Likeness()


def blended(own: Sequence[Scored], context: Sequence[Scored], share: float) -> list[Scored]:
    """The ranking of an ask, pulled by `share` towards that of the conversation it stands in."""
    around = {s.passage_id: s for s in context}
    mixed = [rescored(s, (1 - share) * s.score + share * score_of(around, s)) for s in own]
    known = {s.passage_id for s in own}
    extra = [Scored(s.passage_id, share * s.score, 0.0, 0.0, 0.0, s.cosine) for s in context if s.passage_id not in known]
    return best_first([*mixed, *extra])


def score_of(around: Mapping[PassageId, Scored], own: Scored) -> float:
    found = around.get(own.passage_id)
    return found.score if found is not None else 0.0


def rescored(row: Scored, score: float) -> Scored:
    """By hand: _replace takes three times as long."""
    return Scored(row.passage_id, score, row.lexical, row.vector, row.bm25, row.cosine, row.meaning)


def best_first(scored: Iterable[Scored]) -> list[Scored]:
    return sorted(scored, key=lambda s: (-s.score, s.passage_id))


@dataclass(frozen=True)
class Choice:
    """What the choice of passages needs of one: its fused score, its article, and its stems."""

    score: float
    article: int
    stems: AbstractSet[str]


def diverse(choices: Sequence[Choice], limit: int) -> list[int]:
    """Places of at most `limit` choices by maximal marginal relevance, at most MOST_OF_AN_ARTICLE of one article. What was
    chosen since a choice was last looked at can only lower its worth: so only those that come up are looked at again."""
    chosen: list[int] = []
    likeness = [0.0] * len(choices)
    taken: dict[int, int] = {}
    queue = [(-RELEVANCE * choice.score, place, 0) for place, choice in enumerate(choices)]
    heapify(queue)
    while queue and len(chosen) < limit:
        _, place, compared = heappop(queue)
        choice = choices[place]
        if taken.get(choice.article, 0) >= MOST_OF_AN_ARTICLE:
            continue
        if compared < len(chosen):
            since = (repetition(choice.stems, choices[other].stems) for other in chosen[compared:])
            likeness[place] = max(likeness[place], *since)
            worth = RELEVANCE * choice.score - (1 - RELEVANCE) * likeness[place]
            heappush(queue, (-worth, place, len(chosen)))
            continue
        taken[choice.article] = taken.get(choice.article, 0) + 1
        chosen.append(place)
    return chosen


def repetition(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """Jaccard beyond one half, on [0, 1]: passages about one thing share words, only more than that is said twice."""
    both = len(one & other)
    together = len(one) + len(other) - both
    return max(0.0, 2 * both / together - 1) if together else 0.0


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
    return (by_words.vector + by_meaning.lexical / by_words.lexical) / 2
