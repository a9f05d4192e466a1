"""Known passages that must find their neighbours again. Digests of files cannot tell that a graph answers wrongly."""

from collections.abc import Sequence

import numpy as np

from helpdesk.adapters.index.manifest import Canary
from helpdesk.adapters.index.table import Table, best
from helpdesk.adapters.index.vectors import Graph, VectorLeg

CANARIES = 8
NEIGHBOURS = 5
AS_NEAR = 1e-4
"""By how much a cosine may differ between machines."""

FOUND_BY_GRAPH = 0.8
"""The share of all canaries' neighbours that an approximate search must bring; a sound graph brings nearly all."""


def chosen(table: Table, vectors: VectorLeg) -> tuple[Canary, ...]:
    """Passages spread over all that have a vector, with their neighbours by exact search."""
    worded = np.flatnonzero(table.worded)
    if not len(worded):
        return ()
    rows = worded[np.unique(np.linspace(0, len(worded) - 1, CANARIES).astype(int))]
    scores = vectors.products(vectors.of(rows))[worded]
    near = [table.passage[best(np.ascontiguousarray(scores[:, i]), worded, NEIGHBOURS)] for i in range(len(rows))]
    return tuple(Canary(int(table.passage[row]), tuple(some.tolist())) for row, some in zip(rows, near, strict=True))


def lost(canaries: Sequence[Canary], table: Table, vectors: VectorLeg) -> list[int]:
    """Canaries that are gone, or whose neighbours are not the nearest any more."""
    rows = [table.rows_of([canary.passage_id]) for canary in canaries]
    there = [(canary, int(row[0])) for canary, row in zip(canaries, rows, strict=True) if len(row) == 1]
    gone = [canary.passage_id for canary, row in zip(canaries, rows, strict=True) if len(row) != 1]
    if not there:
        return gone
    scores = vectors.products(vectors.of(np.array([row for _, row in there])))
    scores[~table.worded] = -2.0
    for i, (canary, _) in enumerate(there):
        near = table.rows_of(canary.neighbours)
        line = np.partition(scores[:, i], -len(near))[-len(near)] if len(near) else 2.0
        if len(near) != len(canary.neighbours) or (scores[near, i] < line - AS_NEAR).any():
            gone.append(canary.passage_id)
    return gone


def found_by(graph: Graph, canaries: Sequence[Canary], table: Table, vectors: VectorLeg) -> bool:
    """Whether the graph brings nearly all of the neighbours that lie in it."""
    first = next((table.offsets[i] for i, name in enumerate(vectors.names) if name == graph.segment), 0)
    wanted = found = 0
    for canary in canaries:
        near = table.rows_of(canary.neighbours) - first
        expected = set(near[(near >= 0) & (near < graph.rows)].tolist())
        brought = graph.near(vectors.of(table.rows_of([canary.passage_id]))[0], 4 * NEIGHBOURS)
        wanted += len(expected)
        found += len(expected & set(brought.tolist()))
    return found >= FOUND_BY_GRAPH * wanted
