"""Which passages are to be compared, and what comparing them showed. What was done is kept a portion at a time: a look that is
broken off, by a person or by a kill, goes on from there."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from helpdesk.domain.article import Passage
from helpdesk.domain.contradictions import RULES, Disagreement
from helpdesk.domain.ids import ArticleId, PassageId
from helpdesk.domain.progress import Progress, Report
from helpdesk.ports import PassageIndex, Records, Store
from helpdesk.ports.comparing import KEY_BYTES, NEIGHBOUR, Comparing, Comparison, HeldPassage
from helpdesk.ports.comparing_records import ComparedPassage

MOST, PAGE, LOOKED_AT_ONCE, COMPARED_AT_ONCE = 30_000, 2_000, 256, 200
Pair = tuple[ComparedPassage, ComparedPassage]
Known = tuple[int, str, frozenset[ArticleId]]


@dataclass(frozen=True)
class Found:
    one: Passage
    other: Passage
    what: Disagreement


@dataclass
class Compared:
    """Remembers what it found for as long as no article changes. `whole` says whether every passage had its vector."""

    store: Store
    index: PassageIndex
    comparing: Comparing
    whole: bool = True
    known: Known | None = None
    found: list[Found] = field(default_factory=list)

    async def disagreeing(self, report: Report) -> Sequence[Found]:
        """Passages close in meaning, of two articles, that contradict each other; archived articles and drafts of articles
        apart. Raises EmbedderUnusable, IndexStale."""
        embedder = await self.index.embedder_fingerprint()
        change, barred = await self.store.read(_served)
        if not self.whole or self.known != (change, embedder, barred):
            self.known = None
            self.whole = not await self.store.read(lambda records: records.knowledge.without_vectors_count(embedder))
            await self.store.write(lambda records: records.compared.sweep(RULES, barred))
            self.found = await self._found(embedder, barred, report)
            self.known = change, embedder, barred
        return self.found

    async def _found(self, embedder: str, barred: Collection[ArticleId], report: Report) -> list[Found]:
        standing = await self.store.read(lambda records: records.compared.standing(embedder, barred, MOST))
        async with self.comparing.begun() as comparison:
            if lacking := await asyncio.to_thread(_lacking, standing):
                await self._hold(comparison, standing, embedder)
                standing = await self._looked(comparison, standing, embedder, (lacking, report))
            return await self._compared(comparison, await asyncio.to_thread(_pairs, standing), report)

    async def _hold(self, comparison: Comparison, standing: Sequence[ComparedPassage], embedder: str) -> None:
        for start in range(0, len(standing), PAGE):
            some = standing[start : start + PAGE]
            ids = [one.id for one in some]
            vectors = await self.store.read(partial(_vectors, embedder=embedder, ids=ids))
            held = zip(some, vectors, strict=True)
            await comparison.hold([HeldPassage(_key(one), one.article_id, vector, one.nearest) for one, vector in held])

    async def _looked(
        self, comparison: Comparison, standing: Sequence[ComparedPassage], embedder: str, told: tuple[int, Report]
    ) -> list[ComparedPassage]:
        hashes, nearest = {_key(one): one.hash for one in standing}, dict[str, bytes]()
        lacking, report = told
        for done in range(0, lacking + LOOKED_AT_ONCE, LOOKED_AT_ONCE):
            report(Progress(min(done, lacking), lacking, "Comparing articles"))
            fresh = {hashes[key]: found for key, found in (await comparison.nearest(LOOKED_AT_ONCE)).items()}
            await self.store.write(partial(_keep_nearest, embedder=embedder, fresh=fresh))
            nearest |= fresh
        return [replace(one, nearest=nearest.get(one.hash, one.nearest)) for one in standing]

    async def _compared(self, comparison: Comparison, pairs: Sequence[Pair], report: Report) -> list[Found]:
        found: list[Found] = []
        for start in range(0, len(pairs), COMPARED_AT_ONCE):
            report(Progress(start, len(pairs), "Comparing articles"))
            some = pairs[start : start + COMPARED_AT_ONCE]
            texts = await self._passages({one.id for pair in some for one in pair})
            there = [(one, other) for one, other in some if one.id in texts and other.id in texts]
            said = await comparison.disagreements([(texts[one.id], texts[other.id]) for one, other in there])
            agreeing: dict[str, bytes] = {}
            for (one, other), what in zip(there, said, strict=True):
                found += [Found(texts[one.id], texts[other.id], each) for each in what]
                if not what:
                    agreeing[one.hash] = agreeing.get(one.hash, b"") + _key(other)
            await self.store.write(partial(_keep_agreeing, agreeing=agreeing))
        return found

    async def _passages(self, ids: Collection[PassageId]) -> Mapping[PassageId, Passage]:
        passages = await self.store.read(lambda records: records.knowledge.passages(sorted(ids)))
        return {one.id: one for one in passages}


def _pairs(standing: Sequence[ComparedPassage]) -> list[Pair]:
    """Of two articles, each pair once, in one order whatever is nearest to what; without those that are known to agree."""
    places = {_key(one): place for place, one in enumerate(standing)}
    near = {
        (min(place, other), max(place, other))
        for place, one in enumerate(standing)
        for key, _ in NEIGHBOUR.iter_unpack(one.nearest or b"")
        if (other := places.get(key)) is not None and standing[other].article_id != one.article_id
    }
    agrees = [{keys[at : at + KEY_BYTES] for at in range(0, len(keys), KEY_BYTES)} for keys in (one.agrees for one in standing)]
    return [(standing[a], standing[b]) for a, b in sorted(near) if _key(standing[b]) not in agrees[a]]


def _lacking(standing: Sequence[ComparedPassage]) -> int:
    """How many nobody looked at, or whose nearest are not all there any more."""
    there = {_key(one) for one in standing}
    return sum(
        one.nearest is None or any(key not in there for key, _ in NEIGHBOUR.iter_unpack(one.nearest)) for one in standing
    )


def _key(one: ComparedPassage) -> bytes:
    return bytes.fromhex(one.hash[: 2 * KEY_BYTES])


async def _served(records: Records) -> tuple[int, frozenset[ArticleId]]:
    return await records.knowledge.change(), await records.articles.hidden()


async def _vectors(records: Records, *, embedder: str, ids: Sequence[PassageId]) -> list[bytes]:
    return await records.compared.vectors(embedder, ids)


async def _keep_nearest(records: Records, *, embedder: str, fresh: Mapping[str, bytes]) -> None:
    await records.compared.put_nearest(embedder, fresh)


async def _keep_agreeing(records: Records, *, agreeing: Mapping[str, bytes]) -> None:
    await records.compared.put_agreeing(agreeing)
