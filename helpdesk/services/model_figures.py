"""What this machine learned of its drafting models, from every reply they finished."""

from contextlib import suppress
from dataclasses import dataclass, field, replace

from helpdesk.domain.errors import Broken
from helpdesk.domain.model_server import Measured, ModelFigures
from helpdesk.ports.store import Records, Store


@dataclass
class ModelMemory:
    """Kept in the store, and here for as long as the desk is open: a draft does not wait for what is known."""

    store: Store
    _known: dict[tuple[str, str], ModelFigures] = field(default_factory=dict, init=False)

    async def of(self, model: str, digest: str) -> ModelFigures:
        if (model, digest) not in self._known:
            kept = await self.store.read(lambda records: records.model_figures.of(model, digest))
            self._known[model, digest] = kept or ModelFigures(model, digest)
        return self._known[model, digest]

    async def learn(self, model: str, digest: str, measured: Measured) -> None:
        """A store that cannot take it costs the figures, never the reply they were learned from."""
        learned = (await self.of(model, digest)).after(measured)
        self._known[model, digest] = learned
        with suppress(Broken):
            await self.keep(learned)

    async def weighed(self, model: str, digest: str, memory: int) -> None:
        """How many bytes of memory it took."""
        await self.keep(replace(await self.of(model, digest), memory=memory))

    async def keep(self, figures: ModelFigures) -> None:
        async def work(records: Records) -> None:
            await records.model_figures.keep(figures)

        await self.store.write(work)
        self._known[figures.model, figures.digest] = figures
