"""What changed between two texts, word by word, quickly for texts of any size.

Lines are matched first, then the words of lines that changed. Both by the same steps: what is equal at both ends, then what
occurs exactly once on both sides and in the same order, then a full comparison of the small gaps left. A large gap without
anything in common that occurs once is called replaced: true, if not the shortest way to say it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "added", "removed"]
TOKEN = re.compile(r"\[\d{1,3}\]|\w+|\s+|[^\w\s]")
"""A citation mark like [1] is a word: half of one means nothing."""
SMALL = 40_000
"""Up to so many pairs a gap is compared in full."""
DEEPEST = 40
READABLE = 200_000
"""Changed characters that are looked at word by word; nobody reads more, the rest is told by lines."""


@dataclass(frozen=True)
class Change:
    """A stretch of text. All that is not added, joined, is the older text; all that is not removed is the newer one."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Gap:
    """The stretch a[a0:a1] against b[b0:b1], not yet compared."""

    a0: int
    a1: int
    b0: int
    b1: int
    depth: int = 0


def word_diff(older: str, newer: str) -> tuple[Change, ...]:
    """Removed words come before the added ones that take their place."""
    changes: list[Change] = []
    looked_at = 0
    for gone, come, same in stretches(older.splitlines(keepends=True), newer.splitlines(keepends=True)):
        removed, added = "".join(gone), "".join(come)
        looked_at += len(removed) + len(added)
        by_words = looked_at <= READABLE
        changes += _in_words(removed, added) if by_words else (Change("removed", removed), Change("added", added))
        changes.append(Change("same", "".join(same)))
    return tuple(joined(changes))


def _in_words(older: str, newer: str) -> Iterator[Change]:
    if not older or not newer:
        yield from (Change("removed", older), Change("added", newer))
        return
    removed: list[str] = []
    added: list[str] = []
    for gone, come, same in stretches(TOKEN.findall(older), TOKEN.findall(newer)):
        removed, added = [*removed, *gone], [*added, *come]
        if (removed or added) and not any(_says(token) for token in same):
            removed, added = [*removed, *same], [*added, *same]  # spaces alone between two changes would only scatter them
            continue
        yield from (Change("removed", "".join(removed)), Change("added", "".join(added)), Change("same", "".join(same)))
        removed, added = [], []
    yield from _without_common_ends(removed, added)


def _without_common_ends(removed: Sequence[str], added: Sequence[str]) -> Iterator[Change]:
    most, end = min(len(removed), len(added)), 0
    while end < most and removed[-1 - end] == added[-1 - end] and not _says(removed[-1 - end]):
        end += 1
    tail = removed[len(removed) - end :]
    yield Change("removed", "".join(removed[: len(removed) - end]))
    yield Change("added", "".join(added[: len(added) - end]))
    yield Change("same", "".join(tail))


def _says(token: str) -> bool:
    """Whether it is more than a space or a mark of punctuation."""
    return any(letter.isalnum() for letter in token)


def joined(changes: Sequence[Change]) -> Iterator[Change]:
    """Without empty ones; neighbours of a kind are one."""
    waiting: Change | None = None
    for change in changes:
        if not change.text:
            continue
        if waiting and waiting.kind == change.kind:
            waiting = Change(change.kind, waiting.text + change.text)
            continue
        if waiting:
            yield waiting
        waiting = change
    if waiting:
        yield waiting


def stretches(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """(only in `a`, only in `b`, in both), again and again through both."""
    i = j = 0
    for at, against, size in [*matches(a, b), (len(a), len(b), 0)]:
        yield a[i:at], b[j:against], a[at : at + size]
        i, j = at + size, against + size


def matches(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """(place in a, place in b, length) of what stays, in order and without overlap."""
    found: list[tuple[int, int, int]] = []
    waiting = [Gap(0, len(a), 0, len(b))]
    while waiting:
        gap = _trimmed(a, b, waiting.pop(), found)
        rows, columns = gap.a1 - gap.a0, gap.b1 - gap.b0
        if rows * columns == 0:
            continue
        if rows * columns <= SMALL:
            found += _compared(a, b, gap)
        elif gap.depth < DEEPEST:
            waiting += _between_anchors(a, b, gap)
    return sorted(found)


def _trimmed(a: Sequence[str], b: Sequence[str], gap: Gap, found: list[tuple[int, int, int]]) -> Gap:
    """Without what is equal at both ends, which goes to `found`."""
    a0, a1, b0, b1 = gap.a0, gap.a1, gap.b0, gap.b1
    while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
        a0, b0 = a0 + 1, b0 + 1
    while a1 > a0 and b1 > b0 and a[a1 - 1] == b[b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
    if a0 > gap.a0:
        found.append((gap.a0, gap.b0, a0 - gap.a0))
    if a1 < gap.a1:
        found.append((a1, b1, gap.a1 - a1))
    return Gap(a0, a1, b0, b1, gap.depth)


def _compared(a: Sequence[str], b: Sequence[str], gap: Gap) -> Iterator[tuple[int, int, int]]:
    matcher = SequenceMatcher(None, a[gap.a0 : gap.a1], b[gap.b0 : gap.b1], autojunk=False)
    for match in matcher.get_matching_blocks():
        if match.size:
            yield gap.a0 + match.a, gap.b0 + match.b, match.size


def _between_anchors(a: Sequence[str], b: Sequence[str], gap: Gap) -> Iterator[Gap]:
    """The stretches from one anchor to the next, each beginning with its anchor; none without anchors."""
    anchors = _anchors(a, b, gap)
    if not anchors:
        return
    starts = [(gap.a0, gap.b0), *anchors]
    for (i, j), (next_i, next_j) in zip(starts, [*anchors, (gap.a1, gap.b1)], strict=True):
        yield Gap(i, next_i, j, next_j, gap.depth + 1)


def _anchors(a: Sequence[str], b: Sequence[str], gap: Gap) -> list[tuple[int, int]]:
    """The longest run of places, rising on both sides, of what occurs once on both."""
    once = {word for word, count in Counter(a[gap.a0 : gap.a1]).items() if count == 1}
    there = {word: gap.b0 + at for at, word in enumerate(b[gap.b0 : gap.b1]) if word in once}
    twice = {word for word, count in Counter(b[gap.b0 : gap.b1]).items() if count > 1}
    pairs = [(i, there[a[i]]) for i in range(gap.a0, gap.a1) if a[i] in there and a[i] not in twice]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [j]
        ends[length : length + 1] = [at]
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
