"""The desk's own answers, as kept in the store: macros, and what agents approved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.macro import Macro
from helpdesk.domain.past_answer import KeptAnswer
from helpdesk.domain.rule import Action


@dataclass(frozen=True)
class Learnable:
    """A reply that was sent as an agent decided it: `said` is its text with citation marks."""

    ticket_id: TicketId
    draft_id: DraftId
    said: str
    language: str


class MacroRecords(Protocol):
    async def all(self) -> list[Macro]:
        """By name."""
        ...

    async def save(self, name: str, text: str, language: str, actions: Sequence[Action] = ()) -> bool:
        """False when one of that name was there: it has the new text now."""
        ...

    async def remove(self, name: str) -> bool:
        """False when there was none."""
        ...


class MemoryRecords(Protocol):
    async def lacking(self, limit: int) -> list[Learnable]:
        """Sent replies that were approved or edited and of which nothing is kept yet, oldest first."""
        ...

    async def keep(self, answers: Sequence[KeptAnswer]) -> None:
        """One a draft; `id` is given by the store."""
        ...

    async def listed(self, limit: int) -> list[KeptAnswer]:
        """Those with an answer, newest first."""
        ...

    async def of_ticket(self, ticket_id: TicketId) -> KeptAnswer | None:
        """The newest with an answer."""
        ...

    async def forget_all(self) -> int:
        """The same for all of them; how many."""
        ...

    async def forget(self, answer_id: int) -> bool:
        """Wipes its text; the row stays, so that it is not learned again. False when there is none with a text."""
        ...
