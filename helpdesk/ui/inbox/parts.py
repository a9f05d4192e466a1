"""The parts hung into the inbox, each by one line: order is order on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.ui.conversation.part import ConversationPart
from helpdesk.ui.inbox.composing.part import ComposerPart
from helpdesk.ui.inbox.drawer.parts import drawer_parts
from helpdesk.ui.inbox.due import DuePart
from helpdesk.ui.inbox.frame import Placed, Slot
from helpdesk.ui.inbox.panel import panel_parts
from helpdesk.ui.inbox.unsent_part import UnsentPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpdesk.ui.inbox.frame import Inbox


def made_parts(inbox: Inbox) -> Iterator[Placed]:
    """One after the other, each made when the one before it hangs."""
    yield Placed(Slot.CONVERSATION, ConversationPart(inbox.context, inbox.pane))
    yield Placed(Slot.COMPOSER, ComposerPart(inbox))
    yield Placed(Slot.NOTICE, UnsentPart(inbox))
    yield Placed(Slot.NOTICE, DuePart(inbox))
    yield from panel_parts(inbox)
    yield from drawer_parts(inbox)
