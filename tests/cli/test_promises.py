"""Promises and rules at the terminal."""

from tests.cli.conftest import Type


def test_a_promise_is_made_shown_and_a_rule_tried_before_it_works(type_: Type) -> None:
    made = type_("tickets", "new", "--email", "a@example.org", "--subject", "Hub", "--body", "It blinks: refund?", "--json")
    ticket = str(made.json["ticket"])
    assert type_("sla", "set", "Gold", "--first-reply", "1h", "--json").json["new"]
    (owed,) = type_("sla", "show", ticket, "--json").json
    assert (owed["standing"]["promise"], owed["standing"]["left"]) == ("first-reply", 3600.0)
    assert type_("rules", "set", "Money", "--when", "change", "--if", "refund", "--do", "tag: money").code == 0
    assert "Tag money added" in type_("rules", "try", "Money").out
