"""The model that drafts: what state its server is in, what it has, fetching one, and trying one out on this machine."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpdesk.domain.bake_off import BakeOff
from helpdesk.domain.breaker import BreakerState
from helpdesk.domain.model_server import ModelFigures, ModelTrial, ServedModel, ServerState
from helpdesk.domain.progress import Report
from helpdesk.ports.model_server import ModelServer
from helpdesk.services.bake_off import Baking
from helpdesk.services.drafting import Drafting
from helpdesk.services.model_figures import ModelMemory
from helpdesk.settings import Settings

NOT_ASKED_FOR = "excerpts"


@dataclass(frozen=True)
class KnownModel:
    """A model of the server with what this machine learned of it."""

    model: ServedModel
    figures: ModelFigures


@dataclass(frozen=True)
class DraftingModels:
    """Asks the server only when one of its methods is called."""

    server: ModelServer
    memory: ModelMemory
    drafting: Drafting
    settings: Settings
    baking: Baking

    async def state(self) -> ServerState:
        """Never raises for what is wrong there."""
        return await self.server.state()

    def breaker(self) -> BreakerState:
        """Whether drafts are kept from the model for a while because it failed again and again. Asks nobody."""
        return self.drafting.breaker.state()

    async def models(self) -> tuple[KnownModel, ...]:
        """As the server orders them. Raises ModelServerDown, ModelHostUnconfirmed."""
        found = await self.server.models()
        return tuple([KnownModel(one, await self.memory.of(one.name, one.digest)) for one in found])

    async def pull(self, name: str, report: Report) -> None:
        """Only on a person's explicit wish; `name` as the server's library has it. Cancelled it keeps what came. Raises
        PullFailed, ModelNotLocal, ModelServerDown, ModelHostUnconfirmed."""
        await self.server.pull(name.strip(), report)

    async def test(self, name: str) -> ModelTrial:
        """Loads the model and lets it write one short reply to a made-up question. The one that drafts is left alone no longer
        when it did. Raises NotReady."""
        trial = await self.server.test(name)
        digest = next((one.digest for one in await self.server.models() if one.name == trial.model), "")
        if trial.memory:
            await self.memory.weighed(trial.model, digest, trial.memory)
        if trial.model == (await self.server.state()).model:
            await self.drafting.does_write()
        return trial

    async def bake_off(self, models: Sequence[str], tickets: int, report: Report) -> BakeOff:
        """The models side by side on so many of the newest tickets. A name the server does not have fails in each. Raises
        ModelServerDown, ModelHostUnconfirmed."""
        have = [one.name for one in await self.server.models()]
        named = dict.fromkeys(name if name in have or ":" in name else f"{name}:latest" for name in models)
        return await self.baking.bake_off(list(named), tickets, report)


def settings_with(settings: Settings, model: str) -> Settings:
    """The settings with this model drafting; whoever only quoted before is asked for."""
    return replace(settings, ollama_model=model, writer="auto" if settings.writer == NOT_ASKED_FOR else settings.writer)


def confirmed(settings: Settings, host: str) -> Settings:
    """The settings with a server's address confirmed, although customers' texts leave this computer for it."""
    return replace(settings, ollama_remote_confirmed=host)
