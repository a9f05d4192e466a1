"""Which one change brings tickets into a list."""

from datetime import UTC, datetime

import pytest

from helpdesk.domain.change import AddTag, Assign, RemoveTag, SetPriority, SetStatus
from helpdesk.domain.condition import Condition, Conditions, Field, Operator, Seen, TicketFacts, matches
from helpdesk.domain.default_views import BUILT_IN
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.domain.way_in import WayIn, changed, way_in

AGENTS = {"Ada": 1, "Bo": 2}
SEEN = Seen(datetime(2026, 1, 5, 12, tzinfo=UTC), me=1)
VIEWS = {view.name: view.query.conditions for view in BUILT_IN}
SOLVED, OF_BO = TicketFacts(status="solved"), TicketFacts(status="pending", assignee=2)


def one(field: Field, operator: Operator, *values: str) -> Conditions:
    return Conditions((Condition(field, operator, values),))


@pytest.mark.parametrize(
    ("view", "ticket", "change"),
    [
        ("To do", SOLVED, SetStatus(TicketStatus.OPEN)),
        ("Mine", OF_BO, Assign("Ada")),
        ("Unassigned", OF_BO, Assign(None)),
        ("Solved", OF_BO, SetStatus(TicketStatus.SOLVED)),
        ("Mine", SOLVED, None),
        ("Snoozed", OF_BO, None),
        ("Waiting for us", OF_BO, None),
        ("Drafts to review", OF_BO, None),
    ],
)
def test_a_view_of_the_desk_takes_what_one_change_brings_into_it(view: str, ticket: TicketFacts, change: WayIn | None) -> None:
    assert way_in(VIEWS[view], [ticket], SEEN, AGENTS) == change


@pytest.mark.parametrize(
    ("conditions", "change"),
    [
        (one(Field.PRIORITY, Operator.IS, "urgent", "high"), SetPriority(Priority.HIGH)),
        (one(Field.ASSIGNEE, Operator.IS, "2"), Assign("Bo")),
        (one(Field.ASSIGNEE, Operator.IS, "77"), None),
        (one(Field.TAG, Operator.IS, "Billing"), AddTag("Billing")),
        (one(Field.TAG, Operator.IS_NOT, "vip"), RemoveTag("vip")),
        (one(Field.SUBJECT, Operator.CONTAINS, "lamp"), None),
        (one(Field.TOPIC, Operator.IS, "lamps"), None),
    ],
)
def test_a_view_of_ones_own_too(conditions: Conditions, change: WayIn | None) -> None:
    assert way_in(conditions, [TicketFacts(tags=frozenset({"vip"}))], SEEN, AGENTS) == change


def test_the_change_has_to_do_for_all_of_them() -> None:
    conditions = Conditions(one(Field.TAG, Operator.IS, "vip").all + one(Field.STATUS, Operator.IS, "open", "pending").all)
    tagged = TicketFacts(tags=frozenset({"vip"}))
    assert way_in(conditions, [tagged], SEEN, AGENTS) == SetStatus(TicketStatus.OPEN)
    assert way_in(conditions, [tagged, TicketFacts(status="pending")], SEEN, AGENTS) is None
    for facts in (tagged, TicketFacts(status="open")):
        change = way_in(conditions, [facts], SEEN, AGENTS)
        assert change is not None
        assert matches(conditions, changed(facts, change, AGENTS), SEEN)
