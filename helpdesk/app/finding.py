"""Lists of tickets, and search in everything."""

from contextlib import AsyncExitStack
from dataclasses import dataclass

from helpdesk.adapters.attachment_text import AttachmentFiles
from helpdesk.app.parts import Parts
from helpdesk.domain.events import Event, TicketChanged, TicketReceived
from helpdesk.services.changing import Changes
from helpdesk.services.lanes import Lane, Lanes
from helpdesk.services.searching import AttachmentWords, Searching
from helpdesk.services.views import VIEW_FACET, Views

LOOKED_FOR = 60.0
"""Seconds between two looks for attachments nobody has read."""


@dataclass(frozen=True)
class Finders:
    views: Views
    searching: Searching
    attachments: AttachmentWords

    def lane(self) -> Lane:
        return Lane("attachments", self.attachments.next, LOOKED_FOR)

    def heed(self, lanes: Lanes, event: Event) -> None:
        self.views.heed(event)
        if isinstance(event, TicketReceived | TicketChanged):
            lanes.wake("attachments")


def finders(parts: Parts, changes: Changes, stack: AsyncExitStack) -> Finders:
    reader = AttachmentFiles()
    stack.push_async_callback(reader.aclose)
    changes.register(VIEW_FACET)
    views = Views(parts.store, parts.clock, parts.settings, changes)
    searching = Searching(parts.store, parts.clock, parts.settings, parts.likeness)
    return Finders(views, searching, AttachmentWords(parts.store, reader))
