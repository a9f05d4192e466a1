"""What the store keeps about sending by itself: what admins signed, alarms, the answers that left, and what stands around a
ticket when one is about to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from helpdesk.domain.certificate import Certificate
from helpdesk.domain.ids import DraftId, OutboxId, TicketId
from helpdesk.domain.sending import Alarm, AlarmKind, AutoReply, Consent, ConsentKind
from helpdesk.domain.surroundings import Surroundings


@dataclass(frozen=True)
class NewConsent:
    kind: ConsentKind
    words: str
    agent: str
    certificate_id: int | None = None
    threshold: float | None = None
    shown: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class NewAutoReply:
    outbox_id: OutboxId
    draft_id: DraftId
    decision_id: int
    certificate_id: int | None
    consent_id: int
    score: float


class ConsentRecords(Protocol):
    """Append-only."""

    async def add(self, consent: NewConsent) -> int: ...

    async def standing(self) -> Consent | None:
        """The consent or override in force; None: sending is off, as it is from the start."""
        ...

    async def listed(self, limit: int) -> list[Consent]:
        """Newest first."""
        ...


class AlarmRecords(Protocol):
    async def raise_(self, kind: AlarmKind, certificate_id: int | None, details: Mapping[str, Any]) -> int:
        """The one of this kind that stands already, or a new one."""
        ...

    async def standing(self) -> list[Alarm]:
        """Oldest first."""
        ...

    async def clear(self, by: str) -> int:
        """All that stand; how many there were."""
        ...


class AutoReplyRecords(Protocol):
    async def add(self, reply: NewAutoReply) -> None: ...

    async def surroundings(self, ticket_id: TicketId, draft_id: DraftId, since: datetime) -> Surroundings:
        """What stands around the draft of a ticket; answers to its requester are counted since then. Raises NotFound."""
        ...

    async def waiting(self) -> list[AutoReply]:
        """Those that have not left yet, oldest first."""
        ...

    async def of_entry(self, outbox_id: OutboxId) -> AutoReply | None: ...

    async def listed(self, limit: int) -> list[AutoReply]:
        """Newest first."""
        ...

    async def left(self, since: datetime) -> int:
        """How many left since then."""
        ...

    async def put_back(self, reply: AutoReply) -> bool:
        """Its outbox entry UNDONE, its decision undone, its draft to be reviewed; superseded when the ticket has a newer one or
        a person answered it. False, and nothing done, when it has left."""
        ...

    async def passed(self, since: datetime, apart_from: DraftId) -> int:
        """How many drafts could have been sent since then, flagged ones among them."""
        ...

    async def hours(self, since: datetime, until: datetime) -> Sequence[int]:
        """The same for each hour of the clock between that had any."""
        ...

    async def held(self, since: datetime) -> Mapping[str, int]:
        """How many drafts waited for a person, by code."""
        ...

    async def qualified(self, certificates: Sequence[Certificate], since: datetime, never: Sequence[str]) -> int:
        """Drafts since then, of no topic in `never`, that one of the certificates would have let go."""
        ...

    async def above(self, line: float, since: datetime, never: Sequence[str]) -> int:
        """Drafts since then, of no topic in `never`, that no rule held back and that reach the line."""
        ...

    async def drafted(self, since: datetime) -> tuple[int, datetime | None]:
        """How many were judged since then, and when the first was."""
        ...

    async def decision_times(self, since: datetime) -> Sequence[tuple[str, datetime]]:
        """Who decided when, in order, decisions of the desk left out."""
        ...

    async def seen(self) -> datetime | None:
        """When the desk last looked at the clock while it was sending; a moment far ahead when that cannot be read."""
        ...

    async def look(self, now: datetime) -> None: ...

    async def place(self) -> str | None:
        """Where the workspace lay when it was last opened, as `at` was told; None at first."""
        ...

    async def at(self, place: str) -> None: ...
