"""What a macro does to a ticket, in words."""

from collections.abc import Callable, Mapping

from helpdesk.domain.rule import Action, ActionKind
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.ui import wording
from helpdesk.ui.language import tr

SPEAKERS: Mapping[ActionKind, Callable[[str], str]] = {
    ActionKind.STATUS: lambda value: tr("status {status}", status=wording.STATUSES[TicketStatus(value)]),
    ActionKind.PRIORITY: lambda value: tr("priority {priority}", priority=wording.PRIORITIES[Priority(value)]),
    ActionKind.ASSIGN: lambda value: tr("assigned to {name}", name=value) if value else tr("assigned to nobody"),
    ActionKind.TAG: lambda value: tr("tag {tag}", tag=value),
    ActionKind.UNTAG: lambda value: tr("without tag {tag}", tag=value),
    ActionKind.SNOOZE: lambda value: tr("asleep for {hours} h", hours=value),
}


def action_words(action: Action) -> str:
    """'status Solved', 'tag billing'; as it was typed when there is no better word."""
    return SPEAKERS[action.kind](action.value) if action.kind in SPEAKERS else str(action)
