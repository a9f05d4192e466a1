"""Names of what helps an agent beside the draft. No Qt: the terminal speaks the same."""

from collections.abc import Mapping

from helpdesk.domain.past_answer import KeptAnswer
from helpdesk.domain.rewriting import Tool
from helpdesk.domain.thread_summary import LineKind, Summary
from helpdesk.ui.language import Words, clock, day_of_year, mark, tr, trn

TOOLS: Mapping[Tool, str] = Words(
    {
        Tool.SHORTER: mark("Shorter"),
        Tool.FRIENDLIER: mark("Friendlier"),
        Tool.SIMPLER: mark("Simpler"),
        Tool.TRANSLATE: mark("Translate"),
        Tool.INSTRUCTION: mark("As I say"),
    }
)
SUMMARY_LINES: Mapping[LineKind, str] = Words(
    {
        LineKind.ASKED: mark("Asked"),
        LineKind.TRIED: mark("Tried"),
        LineKind.ANSWERED: mark("We answered"),
        LineKind.ASKS_NOW: mark("Asks now"),
    }
)


def mark_of(kept: KeptAnswer) -> str:
    """How a remembered answer came to be sent: 'as drafted' only repeats the articles."""
    who = tr(" by {agent}", agent=kept.agent) if kept.agent else ""
    if kept.refuted:
        return tr("sent{who}, turned out wrong: not used", who=who)
    return tr("changed{who} before it was sent", who=who) if kept.changed else tr("approved{who} as drafted", who=who)


def stands_on(kept: KeptAnswer) -> str:
    """'Stands on Refunds (billing/refunds.md)'."""
    named = dict.fromkeys(f"{cited.title} ({cited.path})" for cited in kept.citations)
    return tr("Stands on {named}", named=", ".join(named)) if named else ""


def summary_span(found: Summary) -> str:
    """What a summary covers, and whose turn it is."""
    since, until = found.since.astimezone(), found.until.astimezone()
    days = (
        tr("on {since}", since=day_of_year(since))
        if since.date() == until.date()
        else tr("from {since} to {until}", since=day_of_year(since), until=day_of_year(until))
    )
    messages = trn("{n} message", "{n} messages", found.messages)
    turn = tr("the customer has been waiting") if found.waits_for_us else tr("we have been waiting for the customer")
    return tr(
        "Summary of {messages} {days}; {turn} since {until}.",
        messages=messages,
        days=days,
        turn=turn,
        until=f"{day_of_year(until)}, {clock(until)}",
    )
