"""What a hit's score is made of, in words: the same for the window and the terminal. No Qt."""

from collections.abc import Mapping

from helpdesk.domain.evidence import Hit
from helpdesk.domain.score_parts import Part, PartName
from helpdesk.ui.language import Words, mark, number, tr

PART_NAMES: Mapping[PartName, str] = Words(
    {
        PartName.WORDS: mark("words"),
        PartName.MEANING: mark("meaning"),
        PartName.PHRASES: mark("phrases"),
        PartName.TITLE: mark("title"),
        PartName.NAMES: mark("exact names"),
    }
)
LEAST = 0.005
"""What is written as 0.00 is not told."""


def parts_told(hit: Hit) -> tuple[Part, ...]:
    return tuple(part for part in hit.parts if abs(part.given) >= LEAST)


def part_words(part: Part) -> str:
    return tr("{name} {given}", name=PART_NAMES[part.name], given=number(part.given, 2))


def score_words(hit: Hit) -> str:
    """'words 0.25 + meaning 0.12 + phrases 0.26'; what a second look thought stands beside it, on a scale of its own."""
    said = " + ".join(map(part_words, parts_told(hit)))
    if hit.second is not None:
        said = tr("{parts}; second look {second}", parts=said, second=number(hit.second, 2))
    return tr("{said}; much like a better one", said=said) if hit.repeats else said
