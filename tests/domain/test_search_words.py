"""The query language: what is typed is understood, or told what is wrong with it and where."""

import pytest

from helpdesk.domain.condition import Condition, Operator
from helpdesk.domain.errors import QueryFault
from helpdesk.domain.query_fault import QueryTrouble
from helpdesk.domain.search_words import Known, names_somebody, read
from helpdesk.domain.ticket_query import GroupBy, Sort, SortBy
from helpdesk.ui import wording

KNOWN = Known({"Ada Lovelace": 3, "Bo": 4}, ("order-no",))


def understood(typed: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.field, one.operator.value, one.values) for one in read(typed, KNOWN).conditions.all]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("refund late", [("text", "contains", ("refund",)), ("text", "contains", ("late",))]),
        ('"power supply"', [("text", "contains", ('"power supply"',))]),
        ('-"power supply"', [("text", "lacks", ('"power supply"',))]),
        ("status:open,pending", [("status", "is", ("open", "pending"))]),
        ("-status:closed", [("status", "is-not", ("closed",))]),
        ("STATUS:Open", [("status", "is", ("open",))]),
        ("assignee:ada", [("assignee", "is", ("3",))]),
        ("-assignee:me,none", [("assignee", "is-not", ("me", "none"))]),
        ('tag:"very important",billing', [("tag", "is", ("very important", "billing"))]),
        ("topic:none -language:none", [("topic", "unset", ()), ("language", "set", ())]),
        ("from:ada@example.org", [("requester", "contains", ("ada@example.org",))]),
        ("before:2026-05", [("created", "before", ("2026-05-01",))]),
        ("created:2026-12", [("created", "after", ("2026-12-01",)), ("created", "before", ("2027-01-01",))]),
        ("created:2026", [("created", "after", ("2026-01-01",)), ("created", "before", ("2027-01-01",))]),
        ("updated:<2h", [("updated", "after", ("2h",))]),
        ("updated:>30d", [("updated", "before", ("30d",))]),
        ("due:<+2h", [("due", "before", ("+2h",))]),
        ("confidence:<60%", [("confidence", "below", ("0.6",))]),
        ("is:overdue -is:snoozed", [("due-state", "is", ("missed",)), ("snoozed", "unset", ())]),
        ("is:overdue,soon", [("due-state", "is", ("missed", "soon"))]),
        ("language:German,fr", [("language", "is", ("de", "fr"))]),
        ("has:writing", [("writing", "set", ())]),
        ("has:attachment", [("attachment", "set", ())]),
        ("-has:attachment", [("attachment", "unset", ())]),
        ("order-no:12", [("custom:order-no", "is", ("12",))]),
        ("https://example.org/a 12:30 Re:", [("text", "contains", (x,)) for x in ("https://example.org/a", "12:30", "re")]),
        ('an "open quote', [("text", "contains", ("an",)), ("text", "contains", ('"open quote"',))]),
        (" - -- ", []),
    ],
)
def test_what_is_typed_is_understood(typed: str, meant: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert understood(typed) == meant


def test_a_query_may_say_how_its_list_is_sorted_and_grouped() -> None:
    query = read("status:open sort:-due group:assignee", KNOWN)
    assert (query.sort, query.group) == (Sort(SortBy.DUE, descending=True), GroupBy.ASSIGNEE)
    assert query.conditions.all == (Condition("status", Operator.IS, ("open",)),)


@pytest.mark.parametrize(
    ("typed", "trouble", "marked", "says"),
    [
        ("refund statsu:open", QueryTrouble.UNKNOWN_FIELD, "statsu:open", "Did you mean status"),
        ("colour:red", QueryTrouble.UNKNOWN_FIELD, "colour:red", "in quotes"),
        ("status:opne", QueryTrouble.UNKNOWN_VALUE, "status:opne", "new, open, pending"),
        ("a -assignee:eve", QueryTrouble.UNKNOWN_AGENT, "-assignee:eve", "Ada Lovelace"),
        ("tag:", QueryTrouble.NO_VALUE, "tag:", "needs a value"),
        ("status:,", QueryTrouble.NO_VALUE, "status:,", "on-hold"),
        ("before:2026-13", QueryTrouble.NOT_A_DATE, "before:2026-13", "2026-05-31"),
        ("after:9999999999d", QueryTrouble.NOT_A_DATE, "after:9999999999d", "7d or 12h"),
        ("confidence:<lots", QueryTrouble.NOT_A_NUMBER, "confidence:<lots", "60%"),
        ("-before:2026", QueryTrouble.NOT_WITHOUT, "-before:2026", "minus"),
        ("confidence:<150%", QueryTrouble.NOT_A_NUMBER, "confidence:<150%", "60%"),
        ("is:overdue,mine", QueryTrouble.NOT_EITHER, "is:overdue,mine", "is: before each"),
        ("language:klingon", QueryTrouble.UNKNOWN_VALUE, "language:klingon", "German"),
        ("sort:size", QueryTrouble.UNKNOWN_VALUE, "sort:size", "updated"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(typed: str, trouble: QueryTrouble, marked: str, says: str) -> None:
    with pytest.raises(QueryFault) as caught:
        read(typed, KNOWN)
    wrong = caught.value.wrong
    assert wrong.trouble is trouble
    assert typed[wrong.at : wrong.at + wrong.length] == marked
    assert says in wording.of(caught.value).sentence


def test_a_query_of_any_length_is_read_at_once() -> None:
    assert len(read("word " * 100_000, KNOWN).conditions.all) == 400


@pytest.mark.parametrize(
    ("typed", "needed"),
    [
        ("refund late", False),
        ("status:open,pending from:ada sort:due group:status is:mine", False),
        ("https://shop.example/order", False),
        ("assignee:ada", True),
        ("refund -MENTIONS:bo", True),
        ("order-no:17", True),
        ("colour:red", True),
    ],
)
def test_names_are_looked_up_only_for_words_that_need_them(typed: str, needed: bool) -> None:
    assert names_somebody(typed) is needed
    if not needed:
        assert read(typed, Known()) == read(typed, KNOWN)
