"""The far end of a reply."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.conversation import Attachment, OutboxEntry, TicketFileDrop
from helpdesk.domain.ticket import ChannelName


@dataclass(frozen=True)
class Delivery:
    """Where a reply went, for the activity log."""

    where: str


class Channel(Protocol):
    @property
    def name(self) -> ChannelName: ...

    async def send(self, entry: OutboxEntry, files: Sequence[Attachment] = ()) -> Delivery:
        """Hands the reply over once, with these files.
        Raises ChannelFailed when it certainly was not taken; any other end is uncertain."""
        ...

    async def was_sent(self, entry: OutboxEntry) -> bool | None:
        """Whether an earlier, interrupted send of this very entry arrived; None when that cannot be known."""
        ...

    async def collect(self) -> list[TicketFileDrop]:
        """New files waiting to come in. Empty for channels that only send."""
        ...

    async def done_with(self, drop: TicketFileDrop, failure: str) -> None:
        """Marks a collected file as taken (`failure` empty) or set aside with its reason."""
        ...
