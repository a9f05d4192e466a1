"""Rules at work: on what happened to a ticket, and by time.

All that happened to a ticket is looked at in one transaction with all that rules then do, so nothing a rule does is taken for
something that happened. A rule answers a ticket's occasions at most once a look, and one that keeps firing is switched off.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from helpdesk.domain.change import Deed
from helpdesk.domain.condition import Seen, TicketFacts, matches
from helpdesk.domain.errors import HelpdeskError
from helpdesk.domain.events import Event, RuleRan
from helpdesk.domain.ids import TicketId
from helpdesk.domain.rule import Occasion, Rule
from helpdesk.ports.rule_records import Ran
from helpdesk.ports.store import Records
from helpdesk.services.rules.acting import Acted, Acting

KIND = "rule"
MOST_AN_HOUR = 5
"""So often a rule may fire for one ticket; more, and it answers its own doing."""

AT_ONCE = 100
OLD_MAIL = timedelta(days=3)
"""Whose newest public message is older came with an import: history, not an occasion."""

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class RuleFailed(Exception):
    """A rule could not do what it says; whatever else was done with it is rolled back. One rule never holds up the others."""

    def __init__(self, rule: Rule, tickets: Sequence[TicketId], reason: Exception) -> None:
        super().__init__(rule.name)
        self.rule, self.tickets, self.reason = rule, tuple(tickets), reason


@dataclass
class Look:
    """What was done in one transaction, to be told after its commit."""

    acted: list[Acted] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


@dataclass
class Happened:
    """What happened to a ticket since rules last looked, and the rules that have answered it."""

    ticket_id: TicketId
    occasions: set[Occasion]
    facts: TicketFacts
    answered: set[int] = field(default_factory=set)


async def answer(records: Records, acting: Acting, ticket_id: TicketId, now: datetime) -> Look:
    """Everything that happened to one ticket. Raises RuleFailed."""
    occasions, look = set(await records.rules.occasions(ticket_id)), Look()
    happened = Happened(ticket_id, occasions, await records.lists.facts(ticket_id))
    if _is_history(happened.facts, now):
        occasions.clear()
    rules = [rule for rule in await records.rules.all() if rule.enabled and rule.occasion is not Occasion.TIME]
    while (rule := await _first(records, rules, happened, now)) is not None:
        happened.answered.add(rule.id)
        if await _stopped(records, rule, ticket_id, now, look):
            continue
        acted = await fire(records, acting, rule, [ticket_id], now)
        look.acted.append(acted)
        look.events.append(RuleRan(rule.name, (ticket_id,)))
        if acted.done.operation is not None:
            happened.occasions.add(Occasion.CHANGE)
            happened.facts = await records.lists.facts(ticket_id)
    await records.rules.settle(ticket_id)
    return look


async def by_time(records: Records, acting: Acting, rule: Rule, now: datetime) -> Look:
    """One rule, on the next tickets that were quiet for its hours. Raises RuleFailed."""
    tickets = await records.rules.idle(rule, now, AT_ONCE)
    if not tickets:
        return Look()
    waiting = [ticket_id for ticket_id in tickets if await records.rules.occasions(ticket_id)]
    acted = await fire(records, acting, rule, tickets, now)
    for ticket_id in set(tickets) - set(waiting):
        await records.rules.settle(ticket_id)  # what is queued now is the rule's own doing
    return Look([acted], [RuleRan(rule.name, tuple(tickets))])


async def fire(records: Records, acting: Acting, rule: Rule, tickets: Sequence[TicketId], now: datetime) -> Acted:
    """Does what the rule says and keeps that it did. Raises RuleFailed."""
    try:
        acted = await acting.act(records, tickets, rule.actions, Deed(KIND, {"name": rule.name}, rule.agent), now)
    except (HelpdeskError, ValueError, LookupError, TypeError) as error:
        raise RuleFailed(rule, tickets, error) from error
    operation = "" if acted.operation is None else str(acted.operation)
    await records.rules.add_run(Ran(rule, tickets, operation, now))
    return acted


async def stop(records: Records, rule: Rule, why: str) -> None:
    """Switches it off until a person looks."""
    await records.rules.save(replace(rule, enabled=False, stopped=why))
    await records.log.note("rule.stopped", name=rule.name, reason=why)


async def _first(records: Records, rules: Sequence[Rule], happened: Happened, now: datetime) -> Rule | None:
    """The first that has something to answer and did not yet."""
    waiting = [rule for rule in rules if rule.id not in happened.answered and rule.occasion in happened.occasions]
    for rule in waiting:
        once = rule.occasion is Occasion.ARRIVAL
        if matches(rule.conditions, happened.facts, Seen(now)):
            if once and await records.rules.fired(rule.id, happened.ticket_id, LONG_AGO):
                continue
            return rule
    return None


async def _stopped(records: Records, rule: Rule, ticket_id: TicketId, now: datetime, look: Look) -> bool:
    if await records.rules.fired(rule.id, ticket_id, now - timedelta(hours=1)) < MOST_AN_HOUR:
        return False
    why = f"it fired more than {MOST_AN_HOUR} times in an hour for ticket {ticket_id}"
    await stop(records, rule, why)
    look.events.append(RuleRan(rule.name, (ticket_id,), why))
    return True


def _is_history(facts: TicketFacts, now: datetime) -> bool:
    return facts.last_public is not None and facts.last_public < now - OLD_MAIL
