"""What a passage's score is made of, so that the order of hits can be understood."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from helpdesk.domain.fusion import NOTHING, Mix, Scored
from helpdesk.domain.ids import PassageId
from helpdesk.domain.phrasing import Likeness

NAMED = 0.5
"""The weight of exact names where they tell passages apart."""

NOTHING_GIVEN = 1e-9


class PartName(StrEnum):
    WORDS = "words"
    MEANING = "meaning"
    PHRASES = "phrases"
    TITLE = "title"
    NAMES = "names"


class Part(NamedTuple):
    """`given` is what it adds to the score: all parts together are the score."""

    name: PartName
    given: float


Parts = Callable[[Scored], tuple[Part, ...]]


def parts_by(mix: Mix, legs: Sequence[Scored], likeness: Mapping[PassageId, Likeness]) -> Parts:
    """Of the scores that fusion.refined makes of those of both `legs`, without what adds nothing."""
    named = NAMED if any(like.codes for like in likeness.values()) else 0.0
    told = any(row.cosine for row in legs)
    scale = (1 - named) / (mix.whole if told else mix.whole - mix.vector)
    of_legs, of_meaning = (mix.lexical + mix.vector, mix.vector) if told else (mix.lexical, 0.0)
    by_legs = {row.passage_id: row.score for row in legs}

    def of(row: Scored) -> tuple[Part, ...]:
        like, meaning = likeness.get(row.passage_id, NOTHING), of_meaning * row.meaning
        parts = (
            Part(PartName.WORDS, scale * (of_legs * by_legs.get(row.passage_id, 0.0) - meaning)),
            Part(PartName.MEANING, scale * meaning),
            Part(PartName.PHRASES, scale * (mix.pairs * like.pairs + mix.runs * like.runs + mix.triples * like.triples)),
            Part(PartName.TITLE, scale * mix.heading * like.heading),
            Part(PartName.NAMES, named * like.codes),
        )
        return tuple(part for part in parts if abs(part.given) > NOTHING_GIVEN)

    return of
