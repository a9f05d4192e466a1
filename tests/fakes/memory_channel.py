"""A channel whose far end is a list."""

from collections.abc import Sequence

from helpdesk.domain.conversation import Attachment, OutboxEntry, TicketFileDrop
from helpdesk.domain.errors import ChannelFailed
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Delivery


class MemoryChannel:
    """`refusals` are refused one a send before it takes any more; `trouble` is thrown by every send; `knows` is whether it can
    tell what arrived."""

    name = ChannelName.FOLDER

    def __init__(self) -> None:
        self.arrived: list[OutboxEntry] = []
        self.files: dict[str, tuple[Attachment, ...]] = {}
        self.refusals: list[str] = []
        self.trouble: Exception | None = None
        self.knows = True
        self.waiting: list[str] = []
        self.set_aside: dict[str, str] = {}

    async def send(self, entry: OutboxEntry, files: Sequence[Attachment] = ()) -> Delivery:
        if self.trouble is not None:
            raise self.trouble
        if self.refusals:
            raise ChannelFailed(self.name, self.refusals.pop(0))
        if entry.message_id not in self.files:
            self.arrived.append(entry)
            self.files[entry.message_id] = tuple(files)
        return Delivery("memory")

    async def was_sent(self, entry: OutboxEntry) -> bool | None:
        return entry.message_id in self.files if self.knows else None

    async def collect(self) -> list[TicketFileDrop]:
        return [TicketFileDrop(path) for path in self.waiting]

    async def done_with(self, drop: TicketFileDrop, failure: str) -> None:
        self.waiting.remove(drop.path)
        self.set_aside[drop.path] = failure
