"""Trials on old tickets, as kept in the store. Nothing of them is a ticket, a draft or a reply of the desk."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.history import Judgement, OldDraft, OldTicket, SolvedTicket, Trial, TrialCounts, TrialState
from helpdesk.domain.ids import HistoryId, HistoryTicketId


@dataclass(frozen=True)
class NewTrial:
    name: str
    source: str
    secret: str


class HistoryRecords(Protocol):
    async def open(self, new: NewTrial) -> tuple[Trial, bool]:
        """The trial of that name; (trial, True) when it was made just now."""
        ...

    async def all(self) -> list[Trial]:
        """Newest first."""
        ...

    async def get(self, history_id: HistoryId) -> Trial:
        """Raises NotFound."""
        ...

    async def read_by(self, history_id: HistoryId, us: Sequence[str], *, guessed: bool) -> None: ...

    async def refused(self, history_id: HistoryId, counted: Mapping[str, int], listed: Sequence[tuple[str, int, str]]) -> None:
        """Replaces what was noted before: (file, line, reason)."""
        ...

    async def move(self, history_id: HistoryId, state: TrialState) -> None: ...

    async def add(self, history_id: HistoryId, tickets: Sequence[SolvedTicket]) -> int:
        """How many were new; those whose `external` is there already change nothing."""
        ...

    async def counts(self, history_id: HistoryId) -> TrialCounts: ...

    async def next_waiting(self, history_id: HistoryId) -> OldTicket | None: ...

    async def drafted(self, ticket_id: HistoryTicketId, draft: OldDraft) -> bool:
        """False, and nothing stored, when it is gone or was drafted meanwhile."""
        ...

    async def failed(self, ticket_id: HistoryTicketId, reason: str) -> None: ...

    async def wait_again(self, history_id: HistoryId, *, drafted: bool) -> int:
        """Failed tickets wait for a draft again, with `drafted` the others too; how many do now."""
        ...

    async def ticket(self, ticket_id: HistoryTicketId) -> OldTicket:
        """Raises NotFound."""
        ...

    def tickets(self, history_id: HistoryId) -> AsyncIterator[OldTicket]:
        """Every one, in the order they came in."""
        ...

    async def sample(self, history_id: HistoryId) -> list[OldTicket]:
        """In the order it is judged."""
        ...

    async def draw(self, history_id: HistoryId, wanted: int, places: Sequence[HistoryTicketId]) -> None:
        """Notes the size told and the sample, in the order it is judged."""
        ...

    async def judge(self, ticket_id: HistoryTicketId, judgement: Judgement | None) -> None:
        """None takes it back."""
        ...

    async def claim(self, name: str, trial: Trial) -> bool:
        """Whether this trial is the first that asked for this; also of one removed since."""
        ...

    async def handle(self, ticket_id: HistoryTicketId, seconds: float, agent: str) -> None: ...

    async def remove(self, history_id: HistoryId) -> None:
        """With every word of it."""
        ...
