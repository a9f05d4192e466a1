"""That a failing model server is left alone outlasts the program: whoever opens the desk next is spared the waiting."""

from contextlib import suppress
from dataclasses import dataclass

from helpdesk.domain.breaker import Breaker
from helpdesk.domain.errors import Broken
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Store
from helpdesk.settings import Settings


@dataclass(frozen=True)
class ModelRest:
    """Kept in the store, for the server and the model the settings name: with others it begins anew."""

    store: Store
    clock: Clock
    settings: Settings

    async def resume(self, breaker: Breaker) -> str:
        """What the trouble was; '' when nothing was kept."""
        kept = await self.store.read(lambda records: records.model_figures.rest())
        if kept is None or kept.about != self._about():
            return ""
        breaker.resume(kept, self.clock.now())
        return kept.trouble

    async def keep(self, breaker: Breaker, trouble: str) -> None:
        """A store that cannot take it costs the memory of it, never the draft."""
        rest = breaker.rest(self._about(), trouble, self.clock.now())
        with suppress(Broken):
            await self.store.write(lambda records: records.model_figures.keep_rest(rest))

    def _about(self) -> str:
        return f"{self.settings.ollama_host} {self.settings.ollama_model}".strip()
