"""What a rule would do, had it been there: nothing is changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from helpdesk.domain.change import Move
from helpdesk.domain.condition import Seen, TicketFacts, matches
from helpdesk.domain.ids import TicketId
from helpdesk.domain.rule import CHANGES, Action, Occasion, Rule, changes_of
from helpdesk.ports.store import Records
from helpdesk.services.changing import Changes


@dataclass(frozen=True)
class Rehearsed:
    """What would happen to one ticket: values that would move, and what would be done beside."""

    ticket_id: TicketId
    subject: str
    moves: tuple[Move, ...]
    beside: tuple[Action, ...]


@dataclass(frozen=True)
class Rehearsal:
    """Of `looked_at` tickets these meet the conditions; `unchanged` of them are so already and nothing else would be done."""

    looked_at: int
    found: tuple[Rehearsed, ...]
    unchanged: int


async def fitting(records: Records, rule: Rule, tickets: Sequence[TicketId], now: datetime) -> list[tuple[TicketId, str]]:
    """(ticket, subject) of those the rule would answer now."""
    found = []
    for ticket_id in tickets:
        facts = await records.lists.facts(ticket_id)
        if _quiet(rule, facts, now) and matches(rule.conditions, facts, Seen(now)):
            found.append((ticket_id, facts.subject))
    return found


async def rehearsed(changes: Changes, rule: Rule, ticket_id: TicketId, subject: str, now: datetime) -> Rehearsed:
    """Raises NotFound for what its actions name and is not there."""
    preview = await changes.preview([ticket_id], changes_of(rule.actions, now))
    return Rehearsed(ticket_id, subject, preview.moves, tuple(one for one in rule.actions if one.kind not in CHANGES))


def _quiet(rule: Rule, facts: TicketFacts, now: datetime) -> bool:
    if rule.occasion is not Occasion.TIME:
        return True
    return facts.last_public is not None and facts.last_public <= now - timedelta(hours=rule.hours)
