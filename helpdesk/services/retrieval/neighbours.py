"""What a found passage brings along: those right after and before it in its article, while it all stays short.

Small passages are found best, but what answers is often in the next one: the step after, the condition before. A passage that
a better one brings was found already: its place goes to the next hit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.evidence import Evidence, Hit
from helpdesk.domain.ids import PassageId

PLACES = 5
"""So many hits bring something along, best first."""
LOOKED_AT = 2 * PLACES
MOST_TOKENS = 600
"""Of a hit with all it brings."""
TOGETHER = 1_500
"""Of all places: what a draft may stand on."""
NEIGHBOUR_SHARE = 0.9

Around = Mapping[PassageId, Sequence[Passage]]
"""Passage → its neighbours, those that are wanted most first."""


def may_bring(found: Evidence) -> list[PassageId]:
    return [hit.passage.id for hit in found.hits[:LOOKED_AT]]


def with_neighbours(found: Evidence, around: Around) -> Evidence:
    """The hits, those with a place of their own with what they bring; nothing comes twice."""
    taken: set[PassageId] = set()
    hits, places, room = [], 0, TOGETHER
    for hit in found.hits:
        brought: list[Passage] = []
        if hit.passage.id not in taken and places < PLACES:
            taken.add(hit.passage.id)
            places, room, own = places + 1, room - hit.passage.tokens, MOST_TOKENS - hit.passage.tokens
            for one in around.get(hit.passage.id, ()):
                if one.id not in taken and one.tokens <= min(own, room):
                    brought.append(one)
                    taken.add(one.id)
                    own, room = own - one.tokens, room - one.tokens
        hits.append(replace(hit, beside=tuple(brought)))
    return replace(found, hits=tuple(hits))


def with_places(hits: Sequence[Hit], places: int) -> tuple[Hit, ...]:
    """The first hits that have so many places of their own, with those among them that a better one brings."""
    brought: set[PassageId] = set()
    kept = []
    for hit in hits:
        places -= hit.passage.id not in brought
        if places < 0:
            break
        brought.update(one.id for one in hit.beside)
        kept.append(hit)
    return tuple(kept)


def spread_out(found: Evidence) -> Evidence:
    """For drafting: what hits bring as hits of their own behind them all, so that each is quoted and cited by itself. What is
    internal brings nothing."""
    brought = (
        Hit(one, NEIGHBOUR_SHARE * hit.score, 0.0, 0.0, brought=True)
        for hit in found.hits
        if hit.passage.audience is not Audience.INTERNAL
        for one in hit.beside
    )
    known = {hit.passage.id for hit in found.hits}
    hits = tuple(replace(hit, beside=()) for hit in found.hits)
    return replace(found, hits=(*hits, *(hit for hit in brought if hit.passage.id not in known)))
