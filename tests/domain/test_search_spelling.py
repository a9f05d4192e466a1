"""Conditions put together by hand are spelled as the search field reads them, or not at all."""

import pytest

from helpdesk.domain.condition import MOMENTS, OF_CUSTOM, OPERATORS, Condition, Conditions, Field, Operator
from helpdesk.domain.search_spelling import spelled
from helpdesk.domain.search_words import Known, read

KNOWN = Known({"Ada Lovelace": 3, "Bo": 4}, ("order-no",))
ANSWERS: dict[str, tuple[str, ...]] = {
    Field.STATUS: ("open", "pending"),
    Field.PRIORITY: ("high",),
    Field.CHANNEL: ("file",),
    Field.DRAFT: ("in-review",),
    Field.DUE_STATE: ("missed",),
    Field.WAITING: ("customer",),
    Field.ASSIGNEE: ("3", "none"),
    Field.MENTIONED: ("4",),
}
EVERY = [*((str(field), operator) for field, several in OPERATORS.items() for operator in several)]
EVERY += [("custom:order-no", operator) for operator in OF_CUSTOM]


def asked(field: str, operator: Operator) -> Condition:
    if operator in (Operator.SET, Operator.UNSET):
        return Condition(field, operator)
    if operator in MOMENTS:
        return Condition(field, operator, ("7d",))
    if operator in (Operator.BELOW, Operator.ABOVE):
        return Condition(field, operator, ("0.6",))
    return Condition(field, operator, ANSWERS.get(field, ("very good", "a:b")))


@pytest.mark.parametrize(("field", "operator"), EVERY)
def test_what_is_spelled_reads_back_as_it_was_meant(field: str, operator: Operator) -> None:
    conditions = Conditions((asked(field, operator),))
    said = spelled(conditions, KNOWN)
    assert said is None or read(said, KNOWN).conditions == conditions


@pytest.mark.parametrize(
    ("conditions", "said"),
    [
        ((), ""),
        (
            (Condition("topic", Operator.IS, ("billing",)), Condition("priority", Operator.IS_NOT, ("low",))),
            "topic:billing -priority:low",
        ),
        ((Condition("assignee", Operator.IS, ("3",)),), 'assignee:"Ada Lovelace"'),
        ((Condition("due", Operator.BEFORE, ("+2h",)),), "due:+2h"),
        ((Condition("snoozed", Operator.UNSET),), "-is:snoozed"),
        ((Condition("text", Operator.CONTAINS, ("refund",)),), "refund"),
        ((Condition("custom:order-no", Operator.IS, ("12 a",)),), 'order-no:"12 a"'),
        ((Condition("custom:order-no", Operator.BELOW, ("12",)),), None),
    ],
)
def test_conditions_are_spelled_as_a_person_would_type_them(conditions: tuple[Condition, ...], said: str | None) -> None:
    assert spelled(Conditions(conditions), KNOWN) == said


def test_either_or_has_no_words_in_the_query_language_but_can_be_told() -> None:
    either = Conditions(
        (Condition("topic", Operator.IS, ("billing",)),),
        (Condition("tag", Operator.SET), Condition("priority", Operator.IS, ("high", "urgent"))),
    )
    assert spelled(either, KNOWN) is None
    assert str(either) == "topic is billing; any of (tag set; priority is high, urgent)"
