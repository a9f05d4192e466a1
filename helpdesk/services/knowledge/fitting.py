"""An embedder that learns from the passages, kept up with them; and the vectors of earlier fits, cleared away."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from helpdesk.domain.errors import EmbedderUnusable
from helpdesk.domain.ids import PassageId
from helpdesk.domain.progress import Report
from helpdesk.domain.terms import telling_words
from helpdesk.ports import Clock, PassageIndex, Records, Store
from helpdesk.ports.learned_records import Learned
from helpdesk.services.knowledge.pace import Pace

GROWN, SHRUNK = 1.5, 0.5
"""Times as many passages as were learned from: then it is learned anew."""
ENOUGH = 4_096
"""Passages of which what was learned is not outgrown by number, only by other words: more are drawn from, not learned from."""
FEW = 0.1
"""Below this share of passages written since, nothing has drifted."""
STRANGE = 0.12
"""Above this share of strange words in what was written since, it is learned anew. A subject of its own brings a quarter and
more, new articles on the old subject a twentieth."""
PROBED_PLACES, PROBED_PASSAGES, PROBED_WORDS = 4, 40, 800
TRIED_PLACES, TRIED_PASSAGES = 4, 160
"""What learning takes is timed on so many passages at so many places."""
STREAM = 500
ENOUGH_PUBLIC = 100
"""From so many passages on that customers may read, only those are learned from: what a page for colleagues says must not move
what customers are told. A desk with fewer learns from all it has."""
AFTERWARDS = 1.0
"""Learning goes on after the last passage was taken in, for about as long as that took."""
ORPHANS = 3
"""Vectors without a passage stay while there are fewer than so many times the passages: an older revision may come back, and
what is cut anew is embedded before its passages are there."""
DROPPED_AT_ONCE = 2_000


@dataclass(frozen=True)
class Ground:
    """What is learned from: how many passages, whether only those that customers may read, and the store's change number."""

    passages: int
    public: bool
    change: int


@dataclass
class Fits:
    """What was learned, and the passages it was last seen to fit: the same ones are not looked through again."""

    learned: str = ""
    ground: Ground | None = None


@dataclass(frozen=True)
class Fitting:
    """`learner` names the embedder that learns, as it is kept in the store and as its fingerprints begin; empty for one that
    comes with its weights: then there is nothing to settle."""

    store: Store
    index: PassageIndex
    clock: Clock
    learner: str
    fits: Fits = field(default_factory=Fits)

    async def settle(self, report: Report) -> None:
        """Afterwards the index embeds with what was learned last, and that fits the passages there are. Learning anew gives
        the embedder a new fingerprint, so that every passage is embedded again: it is done only when there is nothing learned
        yet or the passages drifted away from it. Whoever cancels or kills it loses nothing: what was kept last counts.
        Raises IndexStale."""
        if not self.learner:
            return
        learned = await self._adopted()
        if await self._is_due(learned):
            await self._learn(report)

    async def begin(self, more: Callable[[], Awaitable[bool]], report: Report) -> bool:
        """While passages come in: an embedder that learned nothing yet hears them until `more`, which waits for others, says
        that there are enough. Whether it learned now. Raises IndexStale."""
        if await self._adopted() is not None:
            return False
        await self._learn(report, more)
        return True

    async def tried(self) -> float:
        """About how many seconds `settle` would learn, none where it has nothing to. Afterwards the index embeds with what was
        learned, or with what a part of the passages teaches; nothing is kept."""
        if not self.learner or not await self._is_due(await self._adopted()):
            return 0.0
        ground = await self.store.read(ground_of)
        texts = await self.store.read(lambda records: some_of(records, ground))
        began = self.clock.seconds()
        await self.index.adopt(await self.index.learn(at_once(texts)))
        return (self.clock.seconds() - began) * min(ground.passages, ENOUGH) / max(len(texts), 1)

    async def _adopted(self) -> Learned | None:
        """What was learned last; None when there is none (an erased article takes it along), or it is damaged or of another
        version. Adopted each time: the index's own copy may be gone, with its folder or by itself."""
        learned = await self.store.read(lambda records: records.learned.newest(self.learner))
        if learned is None:
            await self.index.adopt(b"")
            return None
        try:
            await self.index.adopt(learned.content)
            if await self.index.embedder_fingerprint() == learned.fingerprint:
                return learned
        except EmbedderUnusable:
            pass
        await self.index.adopt(b"")
        return None

    async def _is_due(self, learned: Learned | None) -> bool:
        ground = await self.store.read(ground_of)
        if learned is None or not ground.passages:
            return ground.passages > 0
        outgrown = learned.passages < ENOUGH and ground.passages >= GROWN * learned.passages
        if outgrown or ground.passages <= SHRUNK * learned.passages:
            return True
        if (self.fits.learned, self.fits.ground) == (learned.fingerprint, ground):
            return False
        due = await self.store.read(lambda records: drifted(records, learned.through, ground))
        if not due:
            self.fits.learned, self.fits.ground = learned.fingerprint, ground
        return due

    async def _learn(self, report: Report, more: Callable[[], Awaitable[bool]] | None = None) -> None:
        ground = await self.store.read(ground_of)
        pace = Pace("Learning the words", int((1 + AFTERWARDS) * ground.passages), self.clock, report)
        taken = Taken()
        content = await self.index.learn(self._texts(ground, taken, pace, more))
        await self.index.adopt(content)
        fingerprint = await self.index.embedder_fingerprint()
        learned = Learned(fingerprint, taken.passages, PassageId(taken.through), content)
        await self.store.write(lambda records: records.learned.keep(self.learner, learned))
        pace.reached(int((1 + AFTERWARDS) * taken.passages))

    async def _texts(
        self, ground: Ground, taken: "Taken", pace: Pace, more: Callable[[], Awaitable[bool]] | None
    ) -> AsyncIterator[Sequence[str]]:
        coming = True
        while coming:
            coming = more is not None and await more()
            while batch := await self._after(taken.through, ground.public):
                yield [text for _, text in batch]
                taken.passages += len(batch)
                taken.through = batch[-1][0]
                pace.reached(taken.passages)

    async def _after(self, through: int, public: bool) -> list[tuple[int, str]]:
        return await self.store.read(lambda records: records.learned.sample(through, STREAM, public=public))

    async def prune(self, serving: str) -> int:
        """Removes vectors nobody will ask for again, once the epoch of the embedder `serving` answers: of superseded fits, of
        every other embedder but the one written to last (the one before, or one being prepared), and, when they have become
        many, of `serving`'s own that no passage has any more. How many. Nothing while no epoch serves (`serving` empty)."""
        if not serving:
            return 0
        counts = await self.store.read(lambda records: records.learned.vector_counts())
        learned = await self.store.read(lambda records: records.learned.newest(self.learner)) if self.learner else None
        kept = {serving} | ({learned.fingerprint} if learned else set())
        others = [name for name in counts if name not in kept and not self._is_fit(name)]
        removed = await self._drop_vectors(kept | set(others[:1])) if set(counts) - kept - set(others[:1]) else 0
        passages = await self.store.read(lambda records: records.knowledge.passage_count())
        if counts.get(serving, 0) > ORPHANS * passages:
            removed += await self._drop_orphans(serving)
        return removed

    def _is_fit(self, embedder: str) -> bool:
        return bool(self.learner) and embedder.startswith(self.learner + "/")

    async def _drop_vectors(self, kept: set[str]) -> int:
        removed = 0
        while some := await self.store.write(lambda records: records.learned.drop_vectors(kept, DROPPED_AT_ONCE)):
            removed += some
        return removed

    async def _drop_orphans(self, embedder: str) -> int:
        removed = 0
        while some := await self.store.write(lambda records: records.learned.drop_orphans(embedder, DROPPED_AT_ONCE)):
            removed += some
        return removed


@dataclass
class Taken:
    """How far the passages were read."""

    passages: int = 0
    through: int = 0


async def ground_of(records: Records) -> Ground:
    public, change = await records.learned.public_passages(), await records.knowledge.change()
    if public >= ENOUGH_PUBLIC:
        return Ground(public, True, change)
    return Ground(await records.knowledge.passage_count(), False, change)


async def some_of(records: Records, ground: Ground) -> list[str]:
    """From all over."""
    _, last = await records.learned.written_after(PassageId(0), public=ground.public)
    found: dict[int, str] = {}
    for place in range(TRIED_PLACES):
        found.update(await records.learned.sample(last * place // TRIED_PLACES, TRIED_PASSAGES, public=ground.public))
    return list(found.values())


async def at_once(texts: Sequence[str]) -> AsyncIterator[Sequence[str]]:
    yield texts


async def drifted(records: Records, through: PassageId, ground: Ground) -> bool:
    """Whether enough was written after `through`, and enough of its words stand in no passage before. The store's own word
    index knows the first passage of every word, so this costs a glance a word."""
    written, last = await records.learned.written_after(through, public=ground.public)
    if written < max(1.0, FEW * ground.passages):
        return False
    said: list[list[str]] = []
    for place in range(PROBED_PLACES):
        after = through + (last - through) * place // PROBED_PLACES
        said += [telling_words(text) for _, text in await records.learned.sample(after, PROBED_PASSAGES, public=ground.public)]
    probed = list(dict.fromkeys(word for words in said for word in words if not word.isdigit()))
    first = await records.learned.first_told(probed[:: 1 + len(probed) // PROBED_WORDS])
    known = [word in first and first[word] <= through for words in said for word in words if word in first]
    return sum(known) < (1.0 - STRANGE) * len(known)
