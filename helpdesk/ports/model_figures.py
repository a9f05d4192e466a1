"""Figures of drafting models, and the rest one is given, as kept in the store."""

from typing import Protocol

from helpdesk.domain.breaker import Rest
from helpdesk.domain.model_server import ModelFigures


class ModelFigureRecords(Protocol):
    async def of(self, model: str, digest: str) -> ModelFigures | None: ...

    async def keep(self, figures: ModelFigures) -> None:
        """In the place of what was kept of that model."""
        ...

    async def listed(self) -> list[ModelFigures]:
        """By name."""
        ...

    async def rest(self) -> Rest | None: ...

    async def keep_rest(self, rest: Rest) -> None:
        """In the place of what was kept before."""
        ...
