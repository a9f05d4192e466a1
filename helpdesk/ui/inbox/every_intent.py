"""What can be done in the inbox, its parts included: known to the palette before there is an inbox."""

from helpdesk.ui.conversation import keys as conversation
from helpdesk.ui.inbox import keys
from helpdesk.ui.inbox.composing import part as composing
from helpdesk.ui.inbox.drawer import matter_part, parts
from helpdesk.ui.inbox.due import part as due
from helpdesk.ui.inbox.panel import keys as panel

INTENTS = (
    *keys.INTENTS,
    *conversation.INTENTS,
    *(composing.SOLVE, composing.AND_THEN, composing.LATER, composing.INSERT, composing.ANSWER),
    *(composing.ATTACH, composing.FORWARDING, composing.VERSIONS),
    due.DUE,
    *(panel.ASSIGN, panel.ASSIGN_ME, panel.PRIORITY, panel.TAGS, panel.SNOOZE, panel.FOLLOW_UP),
    *(panel.CHECKLIST, panel.LINKS, panel.REQUESTER),
    *(parts.HISTORY, parts.UNDO, parts.REDO, matter_part.MERGE, matter_part.SPLIT),
)
