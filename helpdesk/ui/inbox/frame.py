"""The frame of the inbox: where its parts stand, and what a part is asked and may ask.

A part is hung in by one line of parts.py. It knows the inbox only as `Inbox`, its screen context and the desk's services.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from helpdesk.domain.change import Change
    from helpdesk.domain.conversation import Conversation
    from helpdesk.domain.ids import TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.conversation import ConversationPane
    from helpdesk.ui.inbox.notices import InboxNotices
    from helpdesk.ui.kit.screen import ScreenContext
    from helpdesk.ui.kit.shortcuts import Intent


LISTED = "list:"
"""How the section of a place begins that lists what a query finds."""
OUTBOX = "outbox"
"""The section that shows the outbox; with a colon and its number behind it, that entry is chosen."""


class Slot(StrEnum):
    """HEAD: in the bar over the ticket, after its status. NOTICE: a line between that bar and the conversation, the parts' own
    order from top to bottom. COMPOSER: under the conversation, one part. PANEL: a tab of the side panel, beside everything.
    PAGE: instead of the ticket while it is shown."""

    HEAD = "head"
    NOTICE = "notice"
    CONVERSATION = "conversation"
    COMPOSER = "composer"
    PANEL = "panel"
    PAGE = "page"


class Part(Protocol):
    """Everything is called in the GUI thread. `opened` comes with each new state of the ticket on display, None when none is;
    `left` before another ticket, another screen or the end: save what is unsaved. Intents hold in the whole inbox."""

    @property
    def widget(self) -> QWidget: ...

    def desk_ready(self, desk: Desk) -> None: ...

    def opened(self, conversation: Conversation | None) -> None: ...

    def left(self) -> None: ...

    def intents(self) -> tuple[tuple[Intent, Callable[[], object]], ...]: ...


@dataclass(frozen=True)
class Placed:
    """`name` is the tab or page that `show_tab` and `show_page` go to, `title` (marked) what the tab says."""

    slot: Slot
    part: Part
    name: str = ""
    title: str = ""


class Inbox(Protocol):
    """What a part may ask of the inbox."""

    @property
    def context(self) -> ScreenContext: ...

    @property
    def notices(self) -> InboxNotices: ...

    @property
    def conversation(self) -> Conversation | None:
        """As last shown."""
        ...

    @property
    def pane(self) -> ConversationPane: ...

    def selected(self) -> tuple[TicketId, ...]:
        """The tickets marked in the list; without marks the one on display; may be empty."""
        ...

    def change_marked(self, change: Change | None) -> None:
        """Says what that would do to the marked tickets before it is done; with None a tag to add is asked for first."""
        ...

    def unmark(self) -> None:
        """Takes all marks away: what they were made for is done."""
        ...

    def open_ticket(self, ticket_id: TicketId) -> None: ...

    def reload(self) -> None:
        """Reads the ticket on display anew. A published TicketChanged does that by itself."""
        ...

    def advance(self, done: TicketId) -> None:
        """The agent has dealt with this ticket: the next one of the list opens, if the agent wishes it so."""
        ...

    def show_tab(self, name: str) -> None:
        """Opens the side panel at that tab and puts the keyboard there; asked again while it is there, closes it."""
        ...

    def show_page(self, name: str) -> None: ...

    def back(self) -> None:
        """From a page to the ticket, from there to the list."""
        ...
