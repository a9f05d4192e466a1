"""Words nobody knows, taken for the known ones they most likely were meant to be."""

from collections.abc import Callable, Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from helpdesk.domain.endings import roots

SHORTEST = 4
"""A slip in a shorter word makes another word more often than none."""
LONG = 8
MOST_WORDS = 8
MOST_SHARE = 0.5
"""Where more of the words are unknown, they are of another language or of a log, and none is a slip: unless they are few, and
each of them is surely one."""
FEW_WORDS = 4
SURE_LENGTH, SURE_PASSAGES = 5, 2


def corrected(
    unknown: Sequence[str], asked: int, alike: Callable[[str], Mapping[str, int]], known: Callable[[str], bool]
) -> dict[str, str]:
    """Unknown stem → the known one it would be with one slip in its ending less, else the one within one slip (two in a long
    word); of several that with the same first letter, which is seldom mistaken, then the more frequent. `asked` is how many
    stems were asked for, `alike` gives the known ones that are spelled alike, each with how many passages have it."""
    if len(unknown) > MOST_WORDS:
        return {}
    if len(unknown) > max(1, MOST_SHARE * asked):
        found = {stem: surely_meant(stem, alike, known) for stem in unknown} if asked <= FEW_WORDS else {}
        return found if all(found.values()) else {}
    words = [stem for stem in unknown if len(stem) >= SHORTEST and stem.isalpha()]
    found = {stem: next(filter(known, roots(stem)), "") or nearest(stem, alike(stem)) for stem in words}
    return {stem: meant for stem, meant in found.items() if meant}


def surely_meant(stem: str, alike: Callable[[str], Mapping[str, int]], known: Callable[[str], bool]) -> str:
    """What a word of another language hardly ever has, and two of them almost never: a neighbour that begins alike and that
    several passages have."""
    if len(stem) < SURE_LENGTH or not stem.isalpha():
        return ""
    if root := next(filter(known, roots(stem)), ""):
        return root
    near = alike(stem)
    meant = nearest(stem, near)
    return meant if meant[:1] == stem[0] and near[meant] >= SURE_PASSAGES else ""


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
