"""Rules, what happened that they may answer, and what they did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from helpdesk.domain.ids import TicketId
from helpdesk.domain.rule import Occasion, Rule, RuleRun


@dataclass(frozen=True)
class Ran:
    """A run to be kept; see RuleRun."""

    rule: Rule
    tickets: Sequence[TicketId]
    operation: str
    at: datetime
    failure: str = ""


class RuleRecords(Protocol):
    async def all(self) -> list[Rule]:
        """In the order in which they are tried."""
        ...

    async def save(self, rule: Rule) -> int:
        """A new one, behind the others, when its id is 0. Raises NotFound."""
        ...

    async def put(self, rule_id: int, rule: Rule | None) -> None:
        """Makes it so, whether it is there or not; None takes it away. One that is there stays where it stands."""
        ...

    async def arrange(self, rules: Sequence[int]) -> None:
        """The order in which they are tried."""
        ...

    async def work(self, limit: int) -> list[TicketId]:
        """Tickets on which something happened, in that order."""
        ...

    async def occasions(self, ticket_id: TicketId) -> frozenset[Occasion]:
        """What happened on it since rules last looked; nothing for one that is hidden or merged into another."""
        ...

    async def settle(self, ticket_id: TicketId) -> None:
        """Rules have looked at it, with all that they did themselves."""
        ...

    async def idle(self, rule: Rule, now: datetime, limit: int) -> list[TicketId]:
        """Tickets that meet its conditions, on which for its hours nothing was said, and for which it did nothing since."""
        ...

    async def newest(self, limit: int) -> list[TicketId]:
        """Tickets that lists show, newest first."""
        ...

    async def fired(self, rule_id: int, ticket_id: TicketId, since: datetime) -> int:
        """How often it did something on the ticket since then."""
        ...

    async def add_run(self, ran: Ran) -> int: ...

    async def run(self, run_id: int) -> RuleRun:
        """Raises NotFound."""
        ...

    async def runs(self, limit: int, rule_id: int = 0) -> list[RuleRun]:
        """Newest first; of all rules for 0. Of long ones the first tickets."""
        ...

    async def undone(self, run_id: int, at: datetime) -> None: ...
