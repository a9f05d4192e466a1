"""Rules answer what happens, never themselves; they can be tried, followed and taken back, and nothing they do is sent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from helpdesk.domain.change import SetPriority, SetStatus
from helpdesk.domain.condition import Condition, Conditions, Operator
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.custom_field import CustomField, FieldKind
from helpdesk.domain.errors import BadInput, InvalidTransition
from helpdesk.domain.events import Notified, RuleRan
from helpdesk.domain.rule import Action, ActionKind, Occasion, Rule, action_of
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.services.rules import Acting, Rules, rule_facet
from helpdesk.ui import change_words
from tests.fakes.changing_desk import ChangingDesk
from tests.services.conftest import Shift

EVERY = Conditions()


@pytest.fixture
def rules(shift: Shift, changing: ChangingDesk) -> Rules:
    return Rules(shift.store, shift.clock, shift.heard.append, Acting(changing.changes, shift.settings))


def rule(occasion: Occasion, *actions: str, conditions: Conditions = EVERY, name: str = "R", hours: int = 0) -> Rule:
    done = tuple(action_of(one) for one in actions)
    return Rule(0, name, 0, True, occasion, conditions, done, hours, datetime(2026, 1, 1, tzinfo=UTC))


def has(field: str, *values: str) -> Conditions:
    return Conditions((Condition(field, Operator.IS, values),))


async def test_a_rule_answers_an_arrival_once_and_again_only_when_the_ticket_was_read(
    shift: Shift, changing: ChangingDesk, rules: Rules
) -> None:
    await rules.save(rule(Occasion.ARRIVAL, "priority: high", name="All"))
    await rules.save(rule(Occasion.ARRIVAL, "assign: Grace", conditions=has("topic", "billing"), name="Billing"))
    ticket = await changing.ticket()
    await rules.work_off()
    assert (await changing.now(ticket)).priority is Priority.HIGH
    await shift.store.write(lambda records: records.tickets.set_topic(ticket, "billing", "en"))
    await changing.changes.apply([ticket], [SetPriority(Priority.LOW)])
    await rules.work_off()
    now = await changing.now(ticket)
    assert now.priority is Priority.LOW, "what an agent set stays"
    assert now.assignee_id is not None
    assert [(run.rule, run.count) for run in await rules.log()] == [("Billing", 1), ("All", 1)]


async def test_rules_answer_each_other_but_never_themselves(shift: Shift, changing: ChangingDesk, rules: Rules) -> None:
    await rules.save(rule(Occasion.CHANGE, "untag: vip", "note: off", conditions=has("tag", "vip"), name="Off"))
    await rules.save(rule(Occasion.CHANGE, "tag: vip", "note: on", conditions=has("priority", "high"), name="On"))
    ticket = await changing.ticket()
    await changing.changes.apply([ticket], [SetPriority(Priority.HIGH)])
    assert await rules.work_off() == 1
    assert (await changing.said(ticket))[1:] == ["on", "off"]
    assert await rules.work_off() == 0


async def test_a_rule_that_keeps_firing_for_one_ticket_is_switched_off_and_says_why(
    shift: Shift, changing: ChangingDesk, rules: Rules
) -> None:
    known = await rules.save(rule(Occasion.CHANGE, "note: changed"))
    ticket = await changing.ticket()
    for turn in range(6):
        await changing.changes.apply([ticket], [SetPriority(Priority.LOW if turn % 2 else Priority.HIGH)])
        await rules.work_off()
    (stopped,) = await rules.all()
    assert not stopped.enabled and "more than 5 times in an hour" in stopped.stopped
    assert len(await changing.said(ticket)) == 6
    assert [event.rule for event in shift.heard if isinstance(event, RuleRan) and event.stopped] == ["R"]
    assert known == stopped.id
    await rules.switch(stopped, on=True)
    assert (await rules.named("R")).stopped == ""


async def test_a_draft_a_rule_asks_for_waits_for_a_person(shift: Shift, changing: ChangingDesk, rules: Rules) -> None:
    await rules.save(rule(Occasion.ARRIVAL, "draft: be brief", "notify: look at this"))
    ticket = await changing.ticket()
    await rules.work_off()
    draft = await shift.store.read(lambda records: records.drafts.latest(ticket))
    assert draft is not None and draft.urgent and draft.hint == "be brief", "urgent drafts never leave by themselves"
    assert Notified(ticket, "look at this") in shift.heard
    assert await shift.store.read(lambda records: records.outbox.listed(10)) == []


async def test_a_macro_waits_in_the_reply_unless_somebody_writes_there(
    shift: Shift, changing: ChangingDesk, rules: Rules
) -> None:
    await shift.store.write(lambda records: records.macros.save("Hello", "Dear {customer}", "", ()))
    await rules.save(rule(Occasion.ARRIVAL, "macro: Hello"))
    first, second = await changing.ticket("one"), await changing.ticket("two")
    await shift.inbox.compose(second, "I am writing")
    await rules.work_off()

    async def composed() -> list[str]:
        return [(await shift.inbox.open(ticket)).composed for ticket in (first, second)]

    assert await composed() == ["Dear Grace", "I am writing"]
    run = next(run for run in await rules.log() if run.tickets == (first,))
    await rules.undo(run.id)
    assert await composed() == ["", "I am writing"]
    with pytest.raises(InvalidTransition):
        await rules.undo(run.id)
    with pytest.raises(BadInput, match="no macro 'Gone'"):
        await rules.save(rule(Occasion.ARRIVAL, "macro: Gone", name="B"))


async def test_by_time_a_rule_closes_what_was_quiet_and_the_run_can_be_taken_back(
    shift: Shift, changing: ChangingDesk, rules: Rules
) -> None:
    tickets = await changing.many(3)
    await changing.changes.apply(tickets, [SetStatus(TicketStatus.SOLVED)])
    await rules.save(rule(Occasion.TIME, "status: closed", conditions=has("status", "solved"), hours=48))
    await rules.work_off()
    assert (await changing.now(tickets[0])).status is TicketStatus.SOLVED
    shift.clock.advance(hours=49)
    await changing.changes.apply(tickets[:1], [SetStatus(TicketStatus.OPEN)])
    await rules.work_off()
    assert [(await changing.now(one)).status for one in tickets] == [TicketStatus.OPEN, *[TicketStatus.CLOSED] * 2]
    (run,) = await rules.log()
    assert run.count == 2
    await changing.changes.apply(tickets[1:2], [SetStatus(TicketStatus.PENDING)])
    undone = await rules.undo(run.id)
    assert [kept.step.spot.ticket_id for kept in undone.kept if kept.step.spot.facet == "status"] == [tickets[1]]
    assert (await changing.now(tickets[2])).status is TicketStatus.SOLVED
    shift.clock.advance(hours=1)
    await rules.work_off()
    assert (await changing.now(tickets[2])).status is TicketStatus.SOLVED, "once, until somebody says something"


async def test_a_trial_shows_what_would_happen_and_changes_nothing(shift: Shift, changing: ChangingDesk, rules: Rules) -> None:
    tickets = [await changing.ticket(f"hub {n}") for n in range(4)]
    await changing.changes.apply(tickets[:1], [SetPriority(Priority.HIGH)])
    draft = replace(rule(Occasion.CHANGE, "priority: high", "tag: vip"), enabled=False)
    found = await rules.rehearse(draft, last=3)
    assert (found.looked_at, [one.ticket_id for one in found.found]) == (3, tickets[:0:-1])
    assert [(move.facet, move.before, move.after) for move in found.found[0].moves] == [
        ("priority", "normal", "high"),
        ("tag", None, True),
    ]
    same = await rules.rehearse(rule(Occasion.CHANGE, "priority: high"), last=10)
    assert (len(same.found), same.unchanged) == (3, 1)
    assert (await changing.now(tickets[3])).tags == ()
    assert await rules.log() == []


async def test_a_rule_that_cannot_do_what_it_says_is_switched_off_and_leaves_the_ticket_alone(
    shift: Shift, changing: ChangingDesk, rules: Rules
) -> None:
    await shift.store.write(lambda records: records.macros.save("Hello", "Dear {customer}", "", ()))
    await rules.save(rule(Occasion.ARRIVAL, "tag: vip", "macro: Hello"))
    await shift.store.write(lambda records: records.macros.remove("Hello"))
    ticket = await changing.ticket()
    await rules.work_off()
    assert (await changing.now(ticket)).tags == ()
    (stopped,) = await rules.all()
    assert not stopped.enabled and stopped.stopped
    (run,) = await rules.log()
    assert run.failure and not run.operation


async def test_imported_history_is_no_occasion(shift: Shift, changing: ChangingDesk, rules: Rules) -> None:
    await rules.save(rule(Occasion.ARRIVAL, "tag: fresh"))
    old = IncomingMessage(ChannelName.FILE, "old", "A", "a@example.org", "Old", "x", shift.clock.now() - timedelta(days=30))
    ((imported, _),) = await shift.store.write(lambda records: records.arrivals.open_tickets([old]))
    await rules.work_off()
    assert (await changing.now(imported)).tags == ()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (rule(Occasion.ARRIVAL), "1 to 12 things"),
        (replace(rule(Occasion.ARRIVAL, "tag: a"), name=""), "name"),
        (rule(Occasion.TIME, "tag: a"), "how many hours"),
        (replace(rule(Occasion.ARRIVAL), actions=(Action(ActionKind.STATUS, "gone"),)), "no status"),
        (rule(Occasion.ARRIVAL, "tag: a", conditions=has("weather", "fine")), "no field"),
        (rule(Occasion.ARRIVAL, "tag: a", conditions=has("assignee", "me")), "name the agent"),
        (rule(Occasion.ARRIVAL, "field: weather=fine"), "no field 'weather'"),
    ],
)
async def test_a_rule_nobody_can_follow_is_refused(rules: Rules, wanted: Rule, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        await rules.save(wanted)


async def test_a_field_a_rule_sets_is_written_as_the_field_writes_it(shift: Shift, rules: Rules) -> None:
    contract = CustomField("contract", "Contract", FieldKind.CHOICE, ("Gold", "Silver"))
    await shift.store.write(lambda records: records.panel.put_definition("contract", contract))
    known = await rules.save(rule(Occasion.ARRIVAL, "field: Contract=gold"))
    assert (await rules.named("R")).actions == (Action(ActionKind.FIELD, "contract=Gold"),)
    with pytest.raises(BadInput, match="one of Gold, Silver"):
        await rules.save(replace(rule(Occasion.ARRIVAL, "field: contract=lead"), id=known))


async def test_a_rule_that_was_changed_or_removed_comes_back_as_it_was(
    shift: Shift, changing: ChangingDesk, rules: Rules
) -> None:
    changing.facets.register(rule_facet(shift.clock))
    known = await rules.save(rule(Occasion.ARRIVAL, "tag: a"))
    await rules.save(replace((await rules.all())[0], actions=(action_of("tag: b"),)))
    await rules.remove(known)
    assert await rules.all() == []
    await rules.save(rule(Occasion.ARRIVAL, "tag: c"))
    removed = next(one for one in await changing.changes.listed(9) if one.kind == "rule.removed")
    await changing.changes.undo(removed.id)
    assert [(one.name, str(one.actions[0])) for one in await rules.all()] == [("R", "tag: c"), ("R 2", "tag: b")]


async def test_two_rules_do_not_share_a_name(rules: Rules) -> None:
    await rules.save(rule(Occasion.ARRIVAL, "tag: a"))
    with pytest.raises(BadInput, match="one of that name"):
        await rules.save(rule(Occasion.ARRIVAL, "tag: b"))


async def test_a_rule_works_by_itself_and_cannot_assign_to_me(rules: Rules) -> None:
    with pytest.raises(BadInput, match="nobody's 'me'"):
        await rules.save(rule(Occasion.ARRIVAL, "assign: me"))


async def test_what_a_rule_did_is_told_by_its_name_and_what_it_moved(changing: ChangingDesk, rules: Rules) -> None:
    await rules.save(rule(Occasion.ARRIVAL, "status: closed", "tag: quiet", name="Close when quiet"))
    ticket = await changing.ticket()
    await rules.work_off()
    done = next(one for one in await changing.changes.of_ticket(ticket) if one.kind == "rule")
    assert change_words.who(done) == "By itself"
    assert change_words.said_of(done) == "Rule Close when quiet: Status: New → Closed · Tag quiet added"
    (run,) = await rules.log()
    undone = await rules.undo(run.id)
    assert change_words.undone_words(undone).startswith("Taken back: Rule Close when quiet: Status: New → Closed")
