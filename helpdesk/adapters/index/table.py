"""The passages of all segments side by side: one row each, which is how both legs number them."""

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpdesk.adapters.index.segment import ROW, Bools, Floats, Segment
from helpdesk.ports.index import IndexQuestion

REMEMBERED = 8

Ints = NDArray[np.int64]


class Table:
    """`dead` goes along with `segments`. `alive` and the rest are by row; `offsets` is each segment's first row."""

    def __init__(self, segments: Sequence[Segment], dead: Sequence[Bools]) -> None:
        rows = np.concatenate([np.empty(0, ROW), *(s.passages for s in segments)])
        self.passage: Ints = np.ascontiguousarray(rows["passage"])
        self.article: Ints = np.ascontiguousarray(rows["article"])
        self.kb: Ints = np.ascontiguousarray(rows["kb"])
        self.words: Floats = rows["words"].astype(np.float32)
        self.alive: Bools = ~np.concatenate([np.empty(0, np.bool_), *dead])
        self.worded: Bools = self.alive & (rows["worded"] > 0)
        self.offsets = [0, *np.cumsum([len(s) for s in segments]).tolist()]
        self.whole = bool(self.alive.all())
        self.living = int(self.alive.sum())
        self._filters: dict[object, Bools] = {}

    def __len__(self) -> int:
        return len(self.passage)

    def rows_of(self, passages: Collection[int]) -> Ints:
        """Living rows of these passages."""
        return np.flatnonzero(self.alive & among(self.passage, passages))

    def allowed(self, question: IndexQuestion) -> Bools:
        """Which rows may answer. The same filters come again and again: the last few are remembered."""
        if not question.kb_ids and question.articles is None and not question.barred:
            return self.alive
        key = (question.kb_ids, question.articles, question.barred)
        if key not in self._filters:
            if len(self._filters) >= REMEMBERED:
                self._filters.pop(next(iter(self._filters)))
            self._filters[key] = self._resolved(question)
        return self._filters[key]

    def _resolved(self, question: IndexQuestion) -> Bools:
        mask = self.alive.copy()
        if question.kb_ids:
            mask &= among(self.kb, question.kb_ids)
        if question.articles is not None:
            mask &= among(self.article, question.articles)
        if question.barred:
            mask &= ~among(self.article, question.barred)
        return mask


def among(values: NDArray[Any], wanted: Collection[int]) -> Bools:
    return np.isin(values, np.fromiter(wanted, np.int64, len(wanted)))


def best(scores: Floats, rows: Ints, limit: int) -> Ints:
    """At most `limit` of `rows`, best first; equal scores in order of their rows. `scores` belong to `rows`."""
    if len(rows) > limit:
        line = np.partition(scores, len(scores) - limit)[len(scores) - limit]
        keep = scores >= line
        scores, rows = scores[keep], rows[keep]
    return rows[np.lexsort((rows, -scores))][:limit]
