"""What this machine learned of its drafting models, from every reply they finished."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field, replace

from helpdesk.domain.errors import Broken
from helpdesk.domain.model_server import Measured, ModelFigures
from helpdesk.ports.store import Store


@dataclass
class ModelMemory:
    """Kept in the store, and here for as long as the desk is open: a draft does not wait for what is known."""

    store: Store
    _known: dict[tuple[str, str], ModelFigures] = field(default_factory=dict, init=False)
    _under_way: set[asyncio.Task[None]] = field(default_factory=set, init=False)

    async def of(self, model: str, digest: str) -> ModelFigures:
        if (model, digest) not in self._known:
            kept = await self.store.read(lambda records: records.model_figures.of(model, digest))
            self._known[model, digest] = kept or ModelFigures(model, digest)
        return self._known[model, digest]

    async def learn(self, model: str, digest: str, measured: Measured) -> None:
        """Known at once, and kept behind the reply's back: it does not wait for the store. A store that cannot take it costs
        the figures, never the reply they were learned from."""
        self._known[model, digest] = (await self.of(model, digest)).after(measured)
        task = asyncio.create_task(self._kept_if_it_can(model, digest))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def weighed(self, model: str, digest: str, memory: int) -> None:
        """How many bytes of memory it took."""
        self._known[model, digest] = replace(await self.of(model, digest), memory=memory)
        await self._kept(model, digest)

    async def settled(self) -> None:
        """Ends once everything learned is kept, as far as the store takes it. Before the store is closed."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def _kept_if_it_can(self, model: str, digest: str) -> None:
        with suppress(Broken):
            await self._kept(model, digest)

    async def _kept(self, model: str, digest: str) -> None:
        """What is known when its turn comes: a later figure never gives way to an earlier one."""
        await self.store.write(lambda records: records.model_figures.keep(self._known[model, digest]))
