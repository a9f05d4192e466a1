"""When promises to customers fall due: counted in open time, standing still while the desk waits for somebody else."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from helpdesk.domain.business_hours import ALWAYS, Calendar, OpenHours, Shift
from helpdesk.domain.condition import Condition, Conditions, Operator
from helpdesk.domain.rule import Action, ActionKind
from helpdesk.domain.service_level import (
    Promise,
    PromiseState,
    Said,
    ServiceLevel,
    Standing,
    Timeline,
    fault_in,
    next_due,
    standings,
)
from helpdesk.domain.ticket import TicketStatus

MONDAY = datetime(2026, 5, 4, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
GOLD = ServiceLevel(1, "Gold", 0, Conditions(), 0, 60, 120, 480, 30, (), MONDAY)
PLAIN = OpenHours(ALWAYS)
NEW, OPEN, PENDING, HOLD, SOLVED = (
    TicketStatus.NEW,
    TicketStatus.OPEN,
    TicketStatus.PENDING,
    TicketStatus.ON_HOLD,
    TicketStatus.SOLVED,
)


def at(hours: float) -> datetime:
    return MONDAY + timedelta(hours=hours)


def customer(hours: float) -> Said:
    return Said(at(hours), True)


def desk(hours: float) -> Said:
    return Said(at(hours), False)


def told(said: list[Said], statuses: list[tuple[float, TicketStatus]], level: ServiceLevel = GOLD) -> dict[Promise, Standing]:
    timeline = Timeline(MONDAY, said, [(at(hours), status) for hours, status in statuses])
    return {one.promise: one for one in standings(level, timeline, PLAIN)}


def test_a_fresh_ticket_is_owed_a_first_reply_and_a_solution() -> None:
    found = told([customer(0)], [])
    assert set(found) == {Promise.FIRST_REPLY, Promise.SOLVE}
    first = found[Promise.FIRST_REPLY]
    assert (first.state, first.due_at, first.warn_at) == (PromiseState.RUNNING, at(1), at(0.5))
    assert next_due(tuple(found.values())) == first


def test_an_answer_in_time_keeps_the_promise_and_a_late_one_breaks_it() -> None:
    assert told([customer(0), desk(0.9)], [(0.9, PENDING)])[Promise.FIRST_REPLY].state is PromiseState.KEPT
    assert told([customer(0), desk(1.1)], [(1.1, PENDING)])[Promise.FIRST_REPLY].state is PromiseState.BROKEN


def test_while_the_desk_waits_for_the_customer_nothing_falls_due() -> None:
    found = told([customer(0), desk(0.5)], [(0.5, PENDING)])
    solve = found[Promise.SOLVE]
    assert (solve.state, solve.due_at, solve.left) == (PromiseState.PAUSED, None, 7.5 * HOUR)
    assert next_due(tuple(found.values())) == solve


def test_the_next_question_runs_from_when_it_was_written_not_from_when_the_mail_was_fetched() -> None:
    found = told([customer(0), desk(0.5), customer(20)], [(0.5, PENDING), (30, OPEN)])
    assert found[Promise.NEXT_REPLY].due_at == at(22)
    assert found[Promise.SOLVE].due_at == at(27.5)


def test_a_second_message_before_the_answer_buys_no_time() -> None:
    found = told([customer(0), desk(0.5), customer(20), customer(21.5)], [(0.5, PENDING), (20, OPEN)])
    assert found[Promise.NEXT_REPLY].due_at == at(22)


def test_on_hold_stops_the_clock_and_open_starts_it_again() -> None:
    found = told([customer(0)], [(0.25, HOLD), (5.25, OPEN)])
    assert found[Promise.FIRST_REPLY].due_at == at(6)
    assert found[Promise.SOLVE].due_at == at(13)


def test_solving_settles_everything_and_opening_again_goes_on() -> None:
    solved = told([customer(0)], [(2, SOLVED)])
    assert set(solved) == {Promise.SOLVE}, "nobody waits for a first reply any more"
    assert solved[Promise.SOLVE].state is PromiseState.KEPT
    again = told([customer(0), desk(0.5), customer(100)], [(0.5, OPEN), (2, SOLVED), (101, OPEN)])
    assert again[Promise.SOLVE].due_at == at(106)
    assert again[Promise.NEXT_REPLY].due_at == at(102)


def test_too_late_stays_too_late_whatever_happens_afterwards() -> None:
    found = told([customer(0), desk(9)], [(9, PENDING)])
    assert found[Promise.SOLVE].due_at == at(8), "it broke before the waiting began"
    assert found[Promise.SOLVE].state is PromiseState.RUNNING


def test_open_hours_count_and_closed_ones_do_not() -> None:
    office = OpenHours(Calendar(1, "Office", "UTC", ((Shift(540, 1020),),) * 5 + ((), ())))
    friday = datetime(2026, 5, 8, 16, 30, tzinfo=UTC)
    (first, solve) = standings(GOLD, Timeline(friday, [Said(friday, True)], []), office)
    assert first.due_at == datetime(2026, 5, 11, 9, 30, tzinfo=UTC)
    assert solve.due_at == datetime(2026, 5, 11, 16, 30, tzinfo=UTC)
    assert first.warn_at == datetime(2026, 5, 8, 17, tzinfo=UTC)


def test_an_agent_opening_by_hand_later_is_not_taken_for_the_customer() -> None:
    found = told([customer(0), desk(0.5)], [(0.5, PENDING), (4, OPEN)])
    assert found[Promise.SOLVE].due_at == at(11.5)


@pytest.mark.parametrize("seed", range(60))
def test_looked_at_earlier_or_later_what_is_done_is_the_same(seed: int) -> None:
    """Whatever happens: time that stood still never brings a promise nearer, and what was met stays met."""
    dice = random.Random(seed)
    hours, said, statuses = 0.0, [customer(0)], []
    for _ in range(dice.randrange(1, 8)):
        hours += dice.choice([0.1, 0.5, 3, 9])
        if dice.random() < 0.5:
            said.append(desk(hours) if dice.random() < 0.5 else customer(hours))
            statuses.append((hours, PENDING if not said[-1].by_customer else OPEN))
        else:
            statuses.append((hours, dice.choice([OPEN, PENDING, HOLD, SOLVED])))
    found = told(said, statuses)
    later = told(said, [*statuses, (hours + 50, HOLD)])
    for promise, one in found.items():
        assert one.left <= timedelta(minutes=GOLD.minutes(promise))
        assert (one.due_at is None) == (one.state is PromiseState.PAUSED) or not one.open
        if one.due_at is not None and one.open:
            assert one.due_at >= one.started_at + timedelta(minutes=GOLD.minutes(promise))
        if one.met_at is not None and one.promise is not Promise.SOLVE and promise in later:
            assert (later[promise].state, later[promise].met_at) == (one.state, one.met_at)


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (replace(GOLD, name="\n"), "name"),
        (replace(GOLD, first_reply=0, next_reply=0, solve=0), "promises nothing"),
        (replace(GOLD, solve=-1), "to a year"),
        (replace(GOLD, at_breach=(Action(ActionKind.PRIORITY, "huge"),)), "no priority"),
        (replace(GOLD, conditions=Conditions((Condition("due", Operator.SET),))), "cannot hang on 'due'"),
        (replace(GOLD, conditions=Conditions((Condition("weather", Operator.SET),))), "no field"),
        (replace(GOLD, conditions=Conditions((Condition("created", Operator.BEFORE, ("7d",)),))), "passes by itself"),
        (replace(GOLD, conditions=Conditions((Condition("assignee", Operator.IS, ("me",)),))), "name the agent"),
    ],
)
def test_a_service_level_nobody_could_keep_is_refused(level: ServiceLevel, said: str) -> None:
    assert fault_in(GOLD) == ""
    assert said in fault_in(level)
