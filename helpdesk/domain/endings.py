"""Words whose ending was mistyped: their stem keeps the whole of it, so that it is like no stem that is known."""

from collections.abc import Iterator

from helpdesk.domain.stems import stem

ENDINGS = (
    "ation", "ication", "ization", "isation", "ion", "ing", "ement", "ment", "ness", "ence", "ance", "able", "ible", "abiliti",
    "ibiliti", "ative", "ational", "ator", "iveli", "ousli", "entli", "alli", "izer", "ical",
)  # fmt: skip
"""Those a stem loses, as it is after its y became an i."""
SHORTEST_ROOT = 5
"""A shorter one begins words of any meaning."""


def roots(word: str) -> Iterator[str]:
    """Stems that the stem of a misspelt word would be with one slip in its ending less, the longest first."""
    for cut in range(len(word) - 2, SHORTEST_ROOT - 1, -1):
        root, ending = word[:cut], word[cut:]
        if any(within_one_slip(ending, right) and stem(root + right) == root for right in ENDINGS):
            yield root


def within_one_slip(one: str, other: str) -> bool:
    """Whether they differ by no more than one letter, or by two neighbours that changed places."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    rest, others = one[same:], other[same:]
    if len(one) < len(other):
        return rest == others[1:]
    return rest[1:] == others[1:] or (rest[:2] == others[1::-1] and rest[2:] == others[2:])
