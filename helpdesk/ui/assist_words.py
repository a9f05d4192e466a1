"""Names of what helps an agent beside the draft. No Qt: the terminal speaks the same."""

from collections.abc import Mapping

from helpdesk.domain.past_answer import KeptAnswer
from helpdesk.domain.rewriting import Tool
from helpdesk.domain.thread_summary import LineKind, Summary

TOOLS: Mapping[Tool, str] = {
    Tool.SHORTER: "Shorter",
    Tool.FRIENDLIER: "Friendlier",
    Tool.SIMPLER: "Simpler",
    Tool.TRANSLATE: "Translate",
    Tool.INSTRUCTION: "As I say",
}
SUMMARY_LINES: Mapping[LineKind, str] = {
    LineKind.ASKED: "Asked",
    LineKind.TRIED: "Tried",
    LineKind.ANSWERED: "We answered",
    LineKind.ASKS_NOW: "Asks now",
}


def mark_of(kept: KeptAnswer) -> str:
    """How a remembered answer came to be sent: 'as drafted' only repeats the articles."""
    who = f" by {kept.agent}" if kept.agent else ""
    return f"changed{who} before it was sent" if kept.changed else f"approved{who} as drafted"


def stands_on(kept: KeptAnswer) -> str:
    """'Stands on Refunds (billing/refunds.md)'."""
    named = dict.fromkeys(f"{cited.title} ({cited.path})" for cited in kept.citations)
    return f"Stands on {', '.join(named)}" if named else ""


def summary_span(found: Summary) -> str:
    """What a summary covers, and whose turn it is."""
    since, until = found.since.astimezone(), found.until.astimezone()
    days = f"on {since:%d %b}" if since.date() == until.date() else f"from {since:%d %b} to {until:%d %b}"
    messages = "1 message" if found.messages == 1 else f"{found.messages} messages"
    turn = "the customer waits for us" if found.waits_for_us else "we wait for the customer"
    return f"Summary of {messages} {days}; {turn} since {until:%d %b, %H:%M}."
