"""The meaning leg: exact cosines over the segments' vectors, or Chroma's graph over the large one and exact over the rest.

Whatever proposes a passage, its cosine is computed here from the segment's own vector.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from helpdesk.adapters.index.segment import Bools, Floats, Segment
from helpdesk.adapters.index.table import Ints, Table, best

FEW_SHARE = 0.1
"""Below this share of allowed rows their vectors are picked out one by one instead of taking the product with all."""

OVERFETCH = 1.5
MOST_FETCHED = 1_000


class Graph(Protocol):
    """Approximate neighbours in one segment, `rows` of it."""

    segment: str
    rows: int

    def near(self, vector: Floats, wanted: int) -> Ints:
        """Rows of the segment, nearest first, at most `wanted`."""
        ...


class VectorLeg:
    def __init__(self, segments: Sequence[Segment], table: Table) -> None:
        self._segments = segments
        self._table = table
        self.graph: Graph | None = None

    @property
    def names(self) -> list[str]:
        return [segment.name for segment in self._segments]

    def cosines(self, vector: Floats, rows: Ints) -> Floats:
        """Exact, of these rows in their order."""
        found = np.zeros(len(rows), dtype=np.float32)
        for segment, first, end in self._spans():
            here = np.flatnonzero((rows >= first) & (rows < end))
            if len(here):
                found[here] = segment.vectors[rows[here] - first] @ vector
        return found

    def products(self, vectors: Floats) -> Floats:
        """Exact cosines of every row with each of `vectors`: rows × vectors."""
        parts = [segment.vectors @ vectors.T for segment in self._segments]
        return np.concatenate([np.empty((0, len(vectors)), np.float32), *parts])

    def of(self, rows: Ints) -> Floats:
        """The vectors of these rows."""
        dimension = self._segments[0].vectors.shape[1] if self._segments else 0
        found = np.zeros((len(rows), dimension), dtype=np.float32)
        for segment, first, end in self._spans():
            here = np.flatnonzero((rows >= first) & (rows < end))
            found[here] = segment.vectors[rows[here] - first]
        return found

    def nearest(self, vector: Floats, allowed: Bools, limit: int) -> tuple[Ints, Floats]:
        """(rows, cosines) of the nearest allowed passages with a vector that says anything, best first."""
        mask = allowed & self._table.worded if allowed is not self._table.alive else self._table.worded
        open_rows = int(np.count_nonzero(mask))
        if open_rows <= max(limit, FEW_SHARE * len(mask)):
            return self._picked(vector, np.flatnonzero(mask), limit)
        if self.graph is not None and (found := self._by_graph(vector, mask, open_rows / len(mask), limit)) is not None:
            return found
        return self._ranked(vector, mask, limit, self._spans())

    def _picked(self, vector: Floats, rows: Ints, limit: int) -> tuple[Ints, Floats]:
        scores = self.cosines(vector, rows)
        chosen = best(scores, rows, limit)
        return chosen, scores[np.searchsorted(rows, chosen)]

    def _ranked(
        self, vector: Floats, mask: Bools, limit: int, spans: Sequence[tuple[Segment, int, int]]
    ) -> tuple[Ints, Floats]:
        rows, scores = [np.empty(0, np.int64)], [np.empty(0, np.float32)]
        for segment, first, end in spans:
            some = segment.vectors[len(segment) - (end - first) :] @ vector
            here = np.flatnonzero(mask[first:end])
            rows.append(here + first)
            scores.append(some[here])
        every, marks = np.concatenate(rows), np.concatenate(scores)
        chosen = best(marks, every, limit)
        return chosen, marks[np.searchsorted(every, chosen)]

    def _by_graph(self, vector: Floats, mask: Bools, share: float, limit: int) -> tuple[Ints, Floats] | None:
        """None when the filter left too few of what the graph proposed: then exact is the honest way."""
        graph = self.graph
        spans = self._spans()
        place = next((i for i, (segment, *_) in enumerate(spans) if graph and segment.name == graph.segment), None)
        wanted = int(OVERFETCH * limit / share) + 1 if share < 1 else limit
        if graph is None or place is None or wanted > MOST_FETCHED:
            return None
        segment, first, end = spans[place]
        near = graph.near(vector, wanted) + first
        near = np.sort(near[mask[near]])
        if len(near) < min(limit, int(np.count_nonzero(mask[first : first + graph.rows]))):
            return None
        spans[place] = (segment, first + graph.rows, end)
        rest, marks = self._ranked(vector, mask, limit, spans)
        rows = np.concatenate([near, rest])
        scores = np.concatenate([self.cosines(vector, near), marks])
        order = np.lexsort((rows, -scores))[:limit]
        return rows[order], scores[order]

    def _spans(self) -> list[tuple[Segment, int, int]]:
        """Every segment with its first row and the one after its last."""
        offsets = self._table.offsets
        return [(segment, offsets[i], offsets[i + 1]) for i, segment in enumerate(self._segments)]
