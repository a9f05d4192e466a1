"""Help beside the draft, typed."""

from pathlib import Path

from tests.cli.conftest import Type

ASKED = "Hello,\n\nmy hub blinks red. How do I reset the hub when the light blinks red?"


def test_a_draft_tells_why_is_quoted_again_shortened_and_summed_up(type_: Type, knowledge: Path) -> None:
    type_("import", str(knowledge))
    type_("tickets", "new", "--email", "m@example.org", "--subject", "Hub", "--body", ASKED)
    type_("draft", "1")
    told = type_("why", "1", "--json").json
    assert told["draft"]["correlation"]
    assert [step["step"] for step in told["steps"]][:2] == ["understand", "retrieve"]
    (searched,) = [step["details"]["searched"] for step in told["steps"] if "searched" in step["details"]]
    assert searched["asks"]
    assert "reset the hub when the light blinks red" in searched["around"]
    assert "What was searched for" in type_("why", "1").out
    again = type_("replay", "1", "--json").json
    assert again["same"] is True
    assert "no model was told" in type_("replay", "1", "--model", "small").err
    short = type_("rewrite", "1", "shorter")
    assert short.code == 0
    assert "Unplug the hub" in short.out
    assert "the customer has been waiting" in type_("summary", "1").out
    alike = type_("similar", "1")
    assert "Reset the hub" in alike.out
