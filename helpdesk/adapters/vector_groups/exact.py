"""Groups of vectors, exactly, block by block so that memory stays small."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from helpdesk.ports.grouping import Groups

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]
BLOCK = 512
LISTED = 64
"""Neighbours kept of each; of one with more they are found again when it is its turn."""


def groups(vectors: Sequence[bytes], seeds: Sequence[bytes], least: float) -> Groups:
    every = _matrix(vectors)
    if not len(every):
        return Groups(tuple(() for _ in seeds), ())
    joined = _joined(every, _matrix(seeds), least)
    taken = {place for members in joined for place in members}
    left = np.array([place for place in range(len(every)) if place not in taken and every[place].any()], dtype=np.intp)
    fresh = [tuple(int(left[place]) for place in members) for members in _stars(every[left], least)]
    return Groups(joined, tuple(sorted(fresh, key=lambda members: (-len(members), members[0]))))


def cosines(asked: bytes, vectors: Sequence[bytes]) -> list[float]:
    if not vectors:
        return []
    found: list[float] = (_matrix(vectors) @ _matrix([asked])[0]).tolist()
    return found


def _matrix(vectors: Sequence[bytes]) -> Floats:
    length = len(vectors[0]) // 4 if vectors else 0
    return np.frombuffer(b"".join(vectors), "<f4").reshape(len(vectors), length).astype(np.float32, copy=False)


def _blocks(every: Floats) -> Iterator[tuple[int, Floats]]:
    """(first row, the cosines of a block of rows with all)."""
    for start in range(0, len(every), BLOCK):
        yield start, every[start : start + BLOCK] @ every.T


def _joined(every: Floats, seeds: Floats, least: float) -> tuple[tuple[int, ...], ...]:
    if not len(seeds):
        return ()
    cosines = every @ seeds.T
    nearest = cosines.argmax(axis=1)
    found: list[list[tuple[float, int]]] = [[] for _ in range(len(seeds))]
    for place, seed in enumerate(nearest):
        if cosines[place, seed] >= least:
            found[int(seed)].append((-float(cosines[place, seed]), place))
    return tuple(tuple(place for _, place in sorted(members)) for members in found)


def _stars(every: Floats, least: float) -> Iterator[tuple[int, ...]]:
    """The one with the most neighbours takes them with it, then the next of what is left."""
    counts, listed = _neighbourhoods(every, least)
    free = np.ones(len(every), dtype=bool)
    for centre in np.argsort(-counts, kind="stable"):
        if not free[centre]:
            continue
        near = listed.get(int(centre))
        if near is None:
            near = np.flatnonzero(every @ every[centre] >= least)
        members = near[free[near] & (near != centre)]
        free[members] = False
        free[centre] = False
        order = np.argsort(-(every[members] @ every[centre]), kind="stable")
        yield (int(centre), *(int(place) for place in members[order]))


def _neighbourhoods(every: Floats, least: float) -> tuple[Places, dict[int, Places]]:
    """How many each has near it, itself included, and which where they are few."""
    counts: Any = np.zeros(len(every), dtype=np.intp)
    listed: dict[int, Places] = {}
    for start, cosines in _blocks(every):
        near = cosines >= least
        counts[start : start + len(near)] = near.sum(axis=1)
        for row in np.flatnonzero(counts[start : start + len(near)] <= LISTED):
            listed[start + int(row)] = np.flatnonzero(near[row])
    return counts, listed
