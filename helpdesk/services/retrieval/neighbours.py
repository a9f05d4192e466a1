"""What a found passage brings along: those right after and before it in its article, while it all stays short.

Small passages are found best, but what answers is often in the next one: the step after, the condition before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.evidence import Evidence, Hit
from helpdesk.domain.ids import PassageId

BRINGING_HITS = 5
MOST_TOKENS = 400
"""Of a hit with all it brings: as much as the longest passage may have."""
NEIGHBOUR_SHARE = 0.9

Around = Mapping[PassageId, Sequence[Passage]]
"""Passage → its neighbours, those that are wanted most first."""


def bringing(found: Evidence) -> list[PassageId]:
    return [hit.passage.id for hit in found.hits[:BRINGING_HITS]]


def with_neighbours(found: Evidence, around: Around) -> Evidence:
    """The first hits with what they bring; nothing comes twice, and what was found among them comes by itself."""
    taken = set(bringing(found))
    hits = []
    for hit in found.hits[:BRINGING_HITS]:
        brought, room = [], MOST_TOKENS - hit.passage.tokens
        for one in around.get(hit.passage.id, ()):
            if one.id not in taken and one.tokens <= room:
                brought.append(one)
                taken.add(one.id)
                room -= one.tokens
        hits.append(replace(hit, beside=tuple(brought)))
    return replace(found, hits=(*hits, *found.hits[BRINGING_HITS:]))


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
