"""The parts hung into the inbox, each by one line: order is order on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.ui.conversation.part import ConversationPart
from helpdesk.ui.inbox.composing.part import ComposerPart
from helpdesk.ui.inbox.drawer.parts import drawer_parts
from helpdesk.ui.inbox.due import DuePart
from helpdesk.ui.inbox.frame import Placed, Slot
from helpdesk.ui.inbox.panel import panel_parts

if TYPE_CHECKING:
    from helpdesk.ui.inbox.frame import Inbox


def made_parts(inbox: Inbox) -> tuple[Placed, ...]:
    return (
        Placed(Slot.CONVERSATION, ConversationPart(inbox.context, inbox.pane)),
        Placed(Slot.COMPOSER, ComposerPart(inbox)),
        Placed(Slot.NOTICE, DuePart(inbox)),
        *panel_parts(inbox),
        *drawer_parts(inbox),
    )
