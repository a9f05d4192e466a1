"""The passages nearest to each, exactly, a portion at a time."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from helpdesk.ports.comparing import NEIGHBOUR, HeldPassage

MOST = 6
"""Passages of other articles that are nearest to one."""


class Held:
    """All passages. One nobody looked at, or one of whose nearest is gone, is looked at anew; of the others only what comes
    nearer than the farthest they have."""

    def __init__(self, passages: Sequence[HeldPassage]) -> None:
        self._keys = [one.key for one in passages]
        self._places = {key: place for place, key in enumerate(self._keys)}
        self._owners = np.array([one.owner for one in passages])
        self._vectors = _matrix([one.vector for one in passages])
        self._known = {place: found for place, one in enumerate(passages) if (found := self._read(one.nearest)) is not None}
        self._left = [place for place in range(len(passages)) if place not in self._known]
        self._floor = np.full(len(passages), np.inf, dtype=np.float32)
        for place, found in self._known.items():
            self._floor[place] = _farthest(found)

    def next(self, at_once: int) -> dict[bytes, bytes]:
        these, self._left = self._left[:at_once], self._left[at_once:]
        if not these:
            return {}
        cosines = self._vectors[these] @ self._vectors.T
        cosines[self._owners[these][:, None] == self._owners[None, :]] = -1.0
        found = {place: _best(row) for place, row in zip(these, cosines, strict=True)}
        found |= self._nearer(these, cosines)
        return {self._keys[place]: self._written(near) for place, near in found.items()}

    def _nearer(self, these: Sequence[int], cosines: npt.NDArray[np.float32]) -> dict[int, dict[int, float]]:
        """Of those looked at before: what they have from now on."""
        touched: set[int] = set()
        for row, place in zip(*np.nonzero(cosines > np.maximum(self._floor, 0.0)), strict=True):
            self._known[int(place)].setdefault(these[row], float(cosines[row, place]))
            touched.add(int(place))
        for place in touched:
            self._known[place] = _first(self._known[place].items())
            self._floor[place] = _farthest(self._known[place])
        return {place: self._known[place] for place in touched}

    def _read(self, nearest: bytes | None) -> dict[int, float] | None:
        found = [(self._places.get(key), cosine) for key, cosine in NEIGHBOUR.iter_unpack(nearest or b"")]
        if nearest is None or any(place is None for place, _ in found):
            return None
        return {place: cosine for place, cosine in found if place is not None}

    def _written(self, nearest: dict[int, float]) -> bytes:
        return b"".join(NEIGHBOUR.pack(self._keys[place], cosine) for place, cosine in nearest.items())


def _matrix(vectors: Sequence[bytes]) -> npt.NDArray[np.float32]:
    """What has no vector any more has one of zeros, which is near to nothing."""
    length = max(map(len, vectors), default=0)
    whole = b"".join(one if len(one) == length else bytes(length) for one in vectors)
    return np.frombuffer(whole, "<f4").reshape(len(vectors), length // 4).astype(np.float32, copy=False)


def _best(cosines: npt.NDArray[np.float32]) -> dict[int, float]:
    few = min(MOST, len(cosines))
    places: Any = np.argpartition(cosines, -few)[-few:]
    return _first((int(place), float(cosines[place])) for place in places if cosines[place] > 0.0)


def _first(found: Iterable[tuple[int, float]]) -> dict[int, float]:
    return dict(sorted(found, key=lambda one: (-one[1], one[0]))[:MOST])


def _farthest(found: dict[int, float]) -> float:
    return min(found.values()) if len(found) == MOST else 0.0
