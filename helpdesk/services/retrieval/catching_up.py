"""What an index that stands behind the store found, with what the store's own words find."""

from collections.abc import Collection

from helpdesk.domain.ids import PassageId
from helpdesk.ports.index import Candidate, IndexAnswer


def joined(found: IndexAnswer, told: IndexAnswer, living: Collection[PassageId]) -> IndexAnswer:
    """`found` by the index, as far as it still lives, and what only the store's words `told` of, brought to the index's scale.
    A word is rare, or misspelt, only if the store thinks so too."""
    kept = {one.passage_id: one for one in found.candidates if one.passage_id in living}
    share = scale(kept, told.candidates)
    fresh = [one._replace(bm25=share * one.bm25) for one in told.candidates if one.passage_id not in kept]
    known = {**found.frequencies, **told.frequencies}
    return IndexAnswer(
        (*kept.values(), *fresh),
        {one: max(found.frequencies.get(one, 0), told.frequencies.get(one, 0)) for one in known},
        told.passages,
        {one: meant for one, meant in found.corrected.items() if not told.frequencies.get(one)},
        found.change,
        {one: meant for one, meant in {**told.instead, **found.instead}.items() if not told.frequencies.get(one)},
    )


def scale(kept: dict[PassageId, Candidate], told: Collection[Candidate]) -> float:
    """By how much the index's BM25 is larger than the store's, from the passages both found; 1 when there are none."""
    both = [(kept[one.passage_id].bm25, one.bm25) for one in told if one.passage_id in kept]
    ours, theirs = sum(ours for ours, _ in both), sum(theirs for _, theirs in both)
    return ours / theirs if ours > 0 and theirs > 0 else 1.0
