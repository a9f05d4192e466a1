"""Search without the index: the store's own words and an exact pass over its vectors. Slower, never wrong."""

import asyncio
import heapq
import math
import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from operator import mul
from typing import cast

from helpdesk.domain.errors import DiskFull, EmbedderUnusable, IndexStale, ReadOnly
from helpdesk.domain.evidence import SearchPath
from helpdesk.domain.ids import PassageId
from helpdesk.domain.stand_ins import standing_in
from helpdesk.domain.stems import stem
from helpdesk.domain.terms import match_any, rarest, telling_stems
from helpdesk.ports.index import Candidate, IndexAnswer, IndexQuestion, PassageIndex, PassageVector
from helpdesk.ports.store import Records, Store

PAGE = 500
MOST_WORDS = 24
ROOM_FOR_BARRED = 4
"""How many times the limit the words are asked for when some of what they bring may not come in."""


@dataclass(frozen=True)
class _Words:
    """BM25 by passage, and what the store knows of the question's stems."""

    scores: dict[PassageId, float] = field(default_factory=dict)
    frequencies: dict[str, int] = field(default_factory=dict)
    passages: int = 0
    instead: dict[str, tuple[str, ...]] = field(default_factory=dict)


class StoreSearch:
    def __init__(self, store: Store, index: PassageIndex) -> None:
        self._store = store
        self._index = index

    async def words(self, question: IndexQuestion) -> IndexAnswer:
        """What the words alone find."""
        found = await self._words(question)
        candidates = tuple(Candidate(p, bm25, None) for p, bm25 in found.scores.items())
        return IndexAnswer(candidates, found.frequencies, found.passages, instead=found.instead)

    async def search(self, question: IndexQuestion) -> tuple[IndexAnswer, SearchPath]:
        """Never raises NotReady: when the question cannot be embedded either, words answer alone. Misspelt words are not
        corrected."""
        found = await self._words(question)
        asked = replace(question, text=question.spoken(found.instead))
        cosines, path = await self._cosines(asked, set(found.scores))
        ids = dict.fromkeys([*found.scores, *cosines])
        candidates = tuple(Candidate(p, found.scores.get(p, 0.0), cosines.get(p)) for p in ids)
        return IndexAnswer(candidates, found.frequencies, found.passages, instead=found.instead), path

    async def _words(self, question: IndexQuestion) -> _Words:
        asked = dict(list(telling_stems(question.text).items())[: 4 * MOST_WORDS])
        meant = {word: question.synonyms.get(one, ()) for one, word in asked.items()}
        spoken = list(dict.fromkeys([*asked.values(), *(one for alike in meant.values() for one in alike)]))
        offered = {one: words for one, words in question.stand_ins.items() if one in asked}
        every = list(dict.fromkeys([*spoken, *(word for words in offered.values() for word in words)]))

        async def look(records: Records) -> _Words:
            known, passages = await records.knowledge.frequencies(every)
            times = {stem(word): known.get(word, 0) for word in every}
            instead = standing_in(offered, times.__getitem__)
            terms = rarest(dict.fromkeys([*spoken, *(word for words in instead.values() for word in words)]), known)
            narrow = question.articles is not None or bool(question.barred)
            limit = question.limit * ROOM_FOR_BARRED if narrow else question.limit
            found = await records.knowledge.words(match_any(terms), question.kb_ids, limit) if terms else []
            if narrow and found:
                read = await records.knowledge.passages([passage_id for passage_id, _ in found])
                allowed = {passage.id for passage in read if comes_in(passage.article_id, question)}
                found = [row for row in found if row[0] in allowed][: question.limit]
            told = [*asked, *(stem(word) for words in instead.values() for word in words)]
            return _Words(dict(found), {one: times[one] for one in told}, passages, instead)

        return await self._store.read(look)

    async def _cosines(self, question: IndexQuestion, wanted: set[PassageId]) -> tuple[dict[PassageId, float], SearchPath]:
        """Of the nearest passages, and of those the words found."""
        try:
            embedder = await self._index.embedder_fingerprint()
            asked = (await self._index.embed([question.text], query=True))[0]
        except (EmbedderUnusable, IndexStale, DiskFull, ReadOnly):
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
    return (not question.kb_ids or passage.kb_id in question.kb_ids) and comes_in(passage.article_id, question)


def comes_in(article_id: int, question: IndexQuestion) -> bool:
    return article_id not in question.barred and (question.articles is None or article_id in question.articles)


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
