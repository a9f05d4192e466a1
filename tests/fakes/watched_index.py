"""An index that counts what it is asked to do."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from helpdesk.adapters.index import EmbedderRecipe, LocalIndex
from helpdesk.domain.errors import IndexStale
from helpdesk.domain.ids import PassageId
from helpdesk.domain.progress import Report
from helpdesk.ports import IndexState, PassageVector

BUILT_IN = EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder")


class WatchedIndex(LocalIndex):
    """The real index, which counts what it is asked to do and fails when told to."""

    embedded = updates = rebuilds = 0
    trouble: Exception | None = None
    on_embed: Callable[[], None] | None = None
    deadly = ""
    dies_once = False
    meanwhile: Callable[[], Awaitable[object]] | None = None
    """Happens once, between the last passage and the first vector of a rebuild."""

    async def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        if self.trouble:
            raise self.trouble
        if self.on_embed:
            self.on_embed()
        if self.deadly and any(self.deadly in text for text in texts):
            raise IndexStale("the index process ended")
        self.embedded += len(texts)
        return await super().embed(texts, query=query)

    async def update(self, removed: Sequence[PassageId], added: Sequence[PassageVector], change: int) -> None:
        self.updates += 1
        await super().update(removed, added, change)

    async def rebuild(
        self,
        passages: AsyncIterator[Sequence[PassageVector]],
        change: int,
        total: int,
        report: Report,
        vectors: AsyncIterator[Sequence[bytes]] | None = None,
    ) -> IndexState:
        self.rebuilds += 1
        if self.dies_once:
            self.dies_once = False
            raise IndexStale("the index process was restarted while the index was being built")
        return await super().rebuild(passages, change, total, report, self._later(vectors) if vectors else None)

    async def _later(self, vectors: AsyncIterator[Sequence[bytes]]) -> AsyncIterator[Sequence[bytes]]:
        happens, self.meanwhile = self.meanwhile, None
        if happens:
            await happens()
        async for batch in vectors:
            yield batch
