"""The server that runs drafting models, and what the desk keeps of their speed."""

from typing import Protocol

from helpdesk.domain.model_server import LoadedModel, Measured, ModelFigures, ModelTrial, ServedModel, ServerState
from helpdesk.domain.progress import Report


class ModelServer(Protocol):
    """One host. Nothing is asked of it before a method is called."""

    async def state(self) -> ServerState:
        """Never raises for what is wrong there: the state says it."""
        ...

    async def models(self) -> tuple[ServedModel, ...]:
        """All it has, as it orders them. Raises ModelServerDown, ModelHostUnconfirmed."""
        ...

    async def loaded(self) -> tuple[LoadedModel, ...]:
        """Those in memory now. Raises ModelServerDown, ModelHostUnconfirmed."""
        ...

    async def pull(self, name: str, report: Report) -> None:
        """Only ever on a person's explicit wish. Cancelled it keeps what came, and asked again it goes on from there; progress
        counts bytes. Raises PullFailed, ModelNotLocal, ModelServerDown, ModelHostUnconfirmed."""
        ...

    async def test(self, name: str) -> ModelTrial:
        """Loads it and lets it write once. Raises NotReady."""
        ...

    async def aclose(self) -> None: ...


class FigureBook(Protocol):
    """What was learned of the models on this machine."""

    async def of(self, model: str, digest: str) -> ModelFigures:
        """Those of a model never met are the cautious first ones."""
        ...

    async def learn(self, model: str, digest: str, measured: Measured) -> None:
        """From one finished reply."""
        ...
