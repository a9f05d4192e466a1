"""What is proven, in the terminal."""

from tests.cli.conftest import Type


def test_a_goal_is_set_and_shown_and_nonsense_is_refused_with_a_remedy(type_: Type) -> None:
    made = type_("certificate", "goal", "--wrong", "5", "--never", "Billing", "--json").json
    assert (made["alpha"], made["delta"], made["never"]) == (0.05, 0.1, ["billing"])
    refused = type_("certificate", "goal", "--wrong", "60")
    assert (refused.code, "choose from 0.1% to 20%" in refused.err) == (1, True)
    shown = type_("certificate", "show").out
    assert "Goal: at most 5% of answers wrong, 90% sure, never about billing." in shown
    assert "No draft has come since then." in shown
    assert "No certificate was granted yet." in type_("certificate", "history").out
