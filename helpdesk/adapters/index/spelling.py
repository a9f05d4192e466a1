"""Words nobody knows, taken for the known ones they most likely were meant to be."""

from collections.abc import Callable, Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from helpdesk.domain.endings import roots

SHORTEST = 4
"""A slip in a shorter word makes another word more often than none."""
LONG = 8
MOST_WORDS = 8
MOST_SHARE = 0.5
"""Where more of the words are unknown, they are of another language or of a log, and none is a slip."""


def corrected(
    unknown: Sequence[str], asked: int, alike: Callable[[str], Mapping[str, int]], known: Callable[[str], bool]
) -> dict[str, str]:
    """Unknown stem → the known one it would be with one slip in its ending less, else the one within one slip (two in a long
    word); of several that with the same first letter, which is seldom mistaken, then the more frequent. `asked` is how many
    stems were asked for, `alike` gives the known ones that are spelled alike, each with how many passages have it."""
    if len(unknown) > MOST_WORDS or len(unknown) > max(1, MOST_SHARE * asked):
        return {}
    words = [stem for stem in unknown if len(stem) >= SHORTEST and stem.isalpha()]
    found = {stem: next(filter(known, roots(stem)), "") or nearest(stem, alike(stem)) for stem in words}
    return {stem: meant for stem, meant in found.items() if meant}


def nearest(stem: str, known: Mapping[str, int]) -> str:
    slips = 2 if len(stem) >= LONG else 1
    best = (slips + 1, False, 0, "")
    for one, times in known.items():
        if not one.isalpha() or len(one) < SHORTEST - 1:
            continue
        distance = DamerauLevenshtein.distance(stem, one, score_cutoff=slips)
        if distance <= slips:
            best = min(best, (distance, one[0] != stem[0], -times, one))
    return best[3]
