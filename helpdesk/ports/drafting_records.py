"""How drafts came about, as kept in the store."""

from collections.abc import Sequence
from typing import Protocol

from helpdesk.domain.draft_step import DraftStep, KeptTrace, Trace
from helpdesk.domain.ids import DraftId


class StepRecords(Protocol):
    async def add(self, steps: Sequence[DraftStep]) -> None: ...

    async def of(self, draft_id: DraftId) -> list[DraftStep]:
        """In the order they were taken, those of earlier attempts first."""
        ...

    async def keep_trace(self, draft_id: DraftId, revision: int, trace: Trace) -> None:
        """A revision has one; a later one of the same revision takes its place."""
        ...

    async def traces(self, draft_id: DraftId) -> list[KeptTrace]:
        """Newest revision first."""
        ...

    async def usual_seconds(self) -> float | None:
        """The median time that the last drafts took from understanding to delivery; None before the first."""
        ...
