"""How well what was found and quoted answers what was asked, measured before anyone trusts it. All in [0, 1]."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from helpdesk.domain.article import Passage
from helpdesk.domain.asks import unframed
from helpdesk.domain.draft import Citation
from helpdesk.domain.evidence import Evidence, SearchPath
from helpdesk.domain.markup import flat
from helpdesk.domain.words import containment, content

USUAL_BM25 = 14.0
FEW_TELLING = 3
"""An ask with fewer meaningful words is understood together with its message."""
MANY_ARTICLES = 3
LONG_ASK = 12
"""Meaningful words beyond which an ask is a story."""
LEAST_SHARED = 0.2


def whole_asks(asks: Sequence[str], message: str) -> tuple[str, ...]:
    """The asks as they can be judged: those that say too little by themselves with the message around them."""
    return tuple(ask if len(content(ask)) >= FEW_TELLING else f"{ask} {message}" for ask in asks)


def answerable(words: int) -> float:
    """How many of an ask's meaningful words a good answer can be expected to share: all of a question's, and the fewer of a
    message's the longer a story it tells."""
    return words if words <= LONG_ASK else math.sqrt(words * LONG_ASK)


def found(evidence: Sequence[Evidence]) -> dict[str, float]:
    """Of the search alone. What meaning would have told is not there when only words were searched for."""
    some = [e for e in evidence if e.hits]
    by_words = {
        "lexical": mean([_word_strength(e) for e in some]),
        "margin": mean([_margin(e) for e in evidence]),
        "coverage": mean([e.coverage for e in evidence]),
        "weakest-ask": min((e.coverage for e in evidence), default=0.0) if some else 0.0,
    }
    if any(e.path is SearchPath.WORDS_ONLY for e in evidence):
        return by_words
    return by_words | {
        "cosine": mean([max(h.cosine for h in e.hits) for e in some]),
        "agreement": mean([e.agreement for e in evidence]),
    }


def quoted(asks: Sequence[str], evidence: Sequence[Evidence], citations: Sequence[Citation]) -> dict[str, float]:
    """Of the quotes against the asks."""
    passages: Mapping[int, Passage] = {hit.passage.id: hit.passage for e in evidence for hit in e.hits}
    sources = [passages[c.passage_id] for c in citations if c.passage_id in passages]
    said = " ".join(f"{c.title} {c.heading} {flat(c.quote)}" for c in citations)
    known = [shared(ask, said) for ask in asks]
    ranks = {hit.passage.id: rank for e in reversed(evidence) for rank, hit in enumerate(e.hits)}
    return {
        "quoted-words": mean(known),
        "answered": mean([float(share > LEAST_SHARED) for share in known]),
        "cited-first": max((1 / (1 + ranks[p.id]) for p in sources), default=0.0),
        "word-pairs": pairs_shared(asks, sources),
        "title-fit": max((containment(p.title, ask) for p in sources for ask in asks), default=0.0),
        "several-articles": len({p.article_id for p in sources}) / MANY_ARTICLES,
        "brevity": 1 / (1 + len(content(" ".join(asks)))),
    }


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _word_strength(evidence: Evidence) -> float:
    """The best BM25 on a scale of its own: one question's best is always 1 on the relative one."""
    best = max(hit.bm25 for hit in evidence.hits)
    return best / (best + USUAL_BM25)


def _margin(evidence: Evidence) -> float:
    """How far the best passage is ahead of the best one of another article."""
    if not evidence.hits:
        return 0.0
    first = evidence.hits[0]
    others = [h.score for h in evidence.hits if h.passage.article_id != first.passage.article_id]
    return first.score - max(others, default=0.0)


def pairs_shared(asks: Sequence[str], sources: Sequence[Passage]) -> float:
    """The share of neighbouring words of the asks that are neighbours in a source too; a half when there are no pairs."""
    theirs = {frozenset(pair) for p in sources for pair in pairwise(content(p.embedded_text))}
    ours = [frozenset(pair) for ask in asks for pair in pairwise(content(ask))]
    return sum(pair in theirs for pair in ours) / min(len(ours), answerable(len(ours))) if ours else 0.5


def shared(ask: str, said: str) -> float:
    wanted = set(content(unframed(ask)))
    return min(1.0, len(wanted & set(content(said))) / answerable(len(wanted))) if wanted else 1.0
