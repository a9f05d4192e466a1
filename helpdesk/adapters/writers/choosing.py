"""Which of the quotable blocks answer together: the best one, and what adds something to it."""

from helpdesk.adapters.writers.candidates import Candidate
from helpdesk.domain.sentences import BlockKind

MOST_BLOCKS = 3
LONGEST_ANSWER = 900
NEAR_BEST = 0.70
NEIGHBOUR_BONUS = 0.10
RELEVANCE = 0.8
"""Against likeness to what is chosen already; with these four, recall and F1 together were best on the even questions."""

NEAR_BEST_ROW = 0.97
"""Rows of one table share their header's words; only as good a row adds anything."""
MOST_ALIKE = 0.7


def choose(ranked: list[tuple[float, Candidate]], candidates: list[Candidate]) -> list[Candidate]:
    """The best block and those nearly as good that add something, in reading order."""
    best_score, best = ranked[0]
    chosen, rest = [best], [pair for pair in ranked[1:] if pair[0] >= (NEAR_BEST - NEIGHBOUR_BONUS) * best_score]
    while rest and len(chosen) < MOST_BLOCKS:
        relevant, candidate = max(rest, key=lambda pair: _marginal(pair[0] / best_score, pair[1], chosen))
        rest.remove((relevant, candidate))
        if _is_good_enough(relevant / best_score, candidate, chosen):
            chosen.append(candidate)
    for candidate in list(chosen):
        chosen.extend(c for c in _needed_before(candidate, candidates) if c not in chosen)
    return sorted(chosen, key=lambda c: (c.rank, c.position))


def _marginal(relevant: float, candidate: Candidate, chosen: list[Candidate]) -> float:
    """What it would add to the chosen ones (maximal marginal relevance)."""
    alike = max(_likeness(candidate, c) for c in chosen)
    return RELEVANCE * (relevant + _neighbourly(candidate, chosen)) - (1 - RELEVANCE) * alike


def _is_good_enough(relevant: float, candidate: Candidate, chosen: list[Candidate]) -> bool:
    good = relevant + _neighbourly(candidate, chosen)
    if good < (NEAR_BEST_ROW if candidate.block.kind is BlockKind.ROW else NEAR_BEST):
        return False
    length = sum(len(c.source) for c in chosen) + len(candidate.source)
    return length <= LONGEST_ANSWER and not any(_likeness(candidate, c) > MOST_ALIKE for c in chosen)


def _neighbourly(candidate: Candidate, chosen: list[Candidate]) -> float:
    """The sentence next to a chosen block often belongs to it."""
    if candidate.block.kind is not BlockKind.SENTENCE:
        return 0.0
    beside = any(c.passage.id == candidate.passage.id and abs(c.position - candidate.position) == 1 for c in chosen)
    return NEIGHBOUR_BONUS if beside else 0.0


def _likeness(one: Candidate, other: Candidate) -> float:
    return len(one.terms & other.terms) / (len(one.terms | other.terms) or 1)


def _needed_before(candidate: Candidate, candidates: list[Candidate]) -> list[Candidate]:
    """The sentence before one that opens with a pronoun."""
    if not candidate.leans_back:
        return []
    return [
        c
        for c in candidates
        if c.passage.id == candidate.passage.id
        and c.position == candidate.position - 1
        and c.block.kind is BlockKind.SENTENCE
        and not c.leans_back
    ]
