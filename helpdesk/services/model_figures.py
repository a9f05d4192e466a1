"""What this machine learned of its drafting models, from every reply they finished."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field, replace

from helpdesk.domain.errors import Broken
from helpdesk.domain.model_server import Measured, ModelFigures
from helpdesk.ports.store import Store

KEPT_AFTER = 1.0
"""Seconds. The draft that taught something is stored before it, and what a storm of drafts teaches is one write."""


@dataclass
class ModelMemory:
    """Kept in the store, and here for as long as the desk is open: a draft does not wait for what is known."""

    store: Store
    _known: dict[tuple[str, str], ModelFigures] = field(default_factory=dict, init=False)
    _lacking: set[tuple[str, str]] = field(default_factory=set, init=False)
    _keeping: asyncio.Task[None] | None = field(default=None, init=False)
    _leaving: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    async def of(self, model: str, digest: str) -> ModelFigures:
        if (model, digest) not in self._known:
            kept = await self.store.read(lambda records: records.model_figures.of(model, digest))
            self._known[model, digest] = kept or ModelFigures(model, digest)
        return self._known[model, digest]

    async def learn(self, model: str, digest: str, measured: Measured) -> None:
        """Known at once, and kept a moment later: neither the reply nor its draft waits for it. A store that cannot take it
        costs the figures, never the reply they were learned from."""
        self._known[model, digest] = (await self.of(model, digest)).after(measured)
        self._lacking.add((model, digest))
        if self._keeping is None or self._keeping.done():
            self._keeping = asyncio.create_task(self._kept_soon())

    async def weighed(self, model: str, digest: str, memory: int) -> None:
        """How many bytes of memory it took."""
        self._known[model, digest] = replace(await self.of(model, digest), memory=memory)
        await self._kept(model, digest)

    async def settled(self) -> None:
        """Ends once everything learned is kept, as far as the store takes it, without the wait. Before the store is closed."""
        self._leaving.set()
        if self._keeping is not None:
            await asyncio.wait({self._keeping})

    async def _kept_soon(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._leaving.wait(), KEPT_AFTER)
        while self._lacking:
            with suppress(Broken):
                await self._kept(*self._lacking.pop())

    async def _kept(self, model: str, digest: str) -> None:
        """What is known when its turn comes: a later figure never gives way to an earlier one."""
        await self.store.write(lambda records: records.model_figures.keep(self._known[model, digest]))
