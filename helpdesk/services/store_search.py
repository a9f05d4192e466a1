"""Search without the index: the store's own words and an exact pass over its vectors. Slower, never wrong."""

import asyncio
import heapq
import math
import sys
from array import array
from collections.abc import Callable, Sequence
from operator import mul
from typing import cast

from helpdesk.domain.errors import EmbedderUnusable, IndexStale
from helpdesk.domain.evidence import SearchPath
from helpdesk.domain.ids import PassageId
from helpdesk.domain.terms import match_any, rarest, telling_stems
from helpdesk.ports.index import Candidate, IndexQuestion, PassageIndex, PassageVector
from helpdesk.ports.store import Records, Store

PAGE = 500
MOST_WORDS = 24


class StoreSearch:
    def __init__(self, store: Store, index: PassageIndex) -> None:
        self._store = store
        self._index = index

    async def search(self, question: IndexQuestion) -> tuple[tuple[Candidate, ...], SearchPath]:
        """Never raises NotReady: when the question cannot be embedded either, words answer alone."""
        lexical = await self._words(question)
        cosines, path = await self._cosines(question, set(lexical))
        ids = dict.fromkeys([*lexical, *cosines])
        return tuple(Candidate(p, lexical.get(p, 0.0), cosines.get(p)) for p in ids), path

    async def _words(self, question: IndexQuestion) -> dict[PassageId, float]:
        spoken = list(telling_stems(question.text).values())[: 4 * MOST_WORDS]

        async def look(records: Records) -> list[tuple[PassageId, float]]:
            frequencies, _ = await records.knowledge.frequencies(spoken)
            terms = rarest(spoken, frequencies)
            return await records.knowledge.words(match_any(terms), question.kb_ids, question.limit) if terms else []

        return dict(await self._store.read(look))

    async def _cosines(self, question: IndexQuestion, wanted: set[PassageId]) -> tuple[dict[PassageId, float], SearchPath]:
        """Of the nearest passages, and of those the words found."""
        try:
            embedder = await self._index.embedder_fingerprint()
            asked = (await self._index.embed([question.text], query=True))[0]
        except (IndexStale, EmbedderUnusable):
            return {}, SearchPath.WORDS_ONLY
        if not any(asked):
            return {}, SearchPath.FALLBACK
        near: list[tuple[float, PassageId]] = []
        told: dict[PassageId, float] = {}
        after = 0
        while page := await self._page(embedder, after):
            after = page[-1].passage_id
            scored = await asyncio.to_thread(cosines, asked, [p for p in page if within(p, question)])
            told.update({p: score for score, p in scored if p in wanted})
            near = heapq.nlargest(question.limit, [*near, *scored])
        return told | {p: score for score, p in near}, SearchPath.FALLBACK

    async def _page(self, embedder: str, after: int) -> list[PassageVector]:
        return await self._store.read(lambda records: records.knowledge.vectors(embedder, after, PAGE))


def within(passage: PassageVector, question: IndexQuestion) -> bool:
    return not question.kb_ids or passage.kb_id in question.kb_ids


def cosines(asked: bytes, page: Sequence[PassageVector]) -> list[tuple[float, PassageId]]:
    """Exact, for L2-normalised vectors; a vector of another length says nothing."""
    question = floats(asked)
    rows = ((floats(p.vector), p.passage_id) for p in page if len(p.vector) == len(asked))
    return [(product(question, vector), passage_id) for vector, passage_id in rows]


def floats(raw: bytes) -> "array[float]":
    values: array[float] = array("f")
    values.frombytes(raw)
    if sys.byteorder == "big":
        values.byteswap()
    return values


def product(one: "array[float]", other: "array[float]") -> float:
    fast = cast("Callable[[array[float], array[float]], float] | None", getattr(math, "sumprod", None))  # from Python 3.12 on
    return fast(one, other) if fast is not None else sum(map(mul, one, other))
