"""What rules wait for and what they do, in words."""

from helpdesk.domain.rule import Action, ActionKind, Occasion, Rule, RuleRun
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.ui import wording
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import Words, day_and_clock, mark, tr, trn
from helpdesk.ui.reason_words import reason_said

OCCASIONS = Words(
    {
        Occasion.ARRIVAL: mark("When a ticket arrives"),
        Occasion.MESSAGE: mark("When the customer writes again"),
        Occasion.REPLY: mark("When a reply has left"),
        Occasion.CHANGE: mark("When the ticket is changed"),
        Occasion.TIME: mark("When nothing was said for hours"),
    }
)
ACTIONS = Words(
    {
        ActionKind.STATUS: mark("Set status"),
        ActionKind.PRIORITY: mark("Set priority"),
        ActionKind.ASSIGN: mark("Assign to"),
        ActionKind.TAG: mark("Add tag"),
        ActionKind.UNTAG: mark("Remove tag"),
        ActionKind.FIELD: mark("Set field"),
        ActionKind.SNOOZE: mark("Snooze for hours"),
        ActionKind.NOTE: mark("Write a note"),
        ActionKind.NOTIFY: mark("Show a notice"),
        ActionKind.DRAFT: mark("Ask for a draft"),
        ActionKind.MACRO: mark("Put a macro into the reply"),
    }
)
HINTS = Words(
    {
        ActionKind.TAG: mark("A tag, like vip"),
        ActionKind.UNTAG: mark("A tag, like vip"),
        ActionKind.NOTE: mark("The words of the note"),
        ActionKind.NOTIFY: mark("The words of the notice"),
        ActionKind.DRAFT: mark("A hint for the draft, if it needs one"),
    }
)
LONGEST = 80


def action_words(action: Action) -> str:
    value = one_line(action.value, LONGEST)
    if action.kind is ActionKind.STATUS:
        value = wording.STATUSES[TicketStatus(action.value)]
    elif action.kind is ActionKind.PRIORITY:
        value = wording.PRIORITIES[Priority(action.value)]
    elif action.kind is ActionKind.ASSIGN and not value:
        value = tr("nobody")
    return f"{ACTIONS[action.kind]}: {value}" if value else ACTIONS[action.kind]


def occasion_words(rule: Rule) -> str:
    if rule.occasion is Occasion.TIME:
        return trn("When nothing was said for {n} hour", "When nothing was said for {n} hours", rule.hours)
    return OCCASIONS[rule.occasion]


def run_words(run: RuleRun) -> str:
    """One line of the log."""
    what = trn("{n} ticket", "{n} tickets", run.count)
    named = ", ".join(f"#{ticket}" for ticket in run.tickets[:5])
    end = tr("failed: {reason}", reason=one_line(reason_said(run.failure), LONGEST)) if run.failure else ""
    if run.undone_at is not None:
        end = tr("taken back on {moment}", moment=day_and_clock(run.undone_at))
    return " · ".join(part for part in (day_and_clock(run.at), one_line(run.rule, LONGEST), f"{what} {named}", end) if part)
