"""Does the promise hold where the truth is known? Small here; `make soak` runs each a thousand times."""

from random import Random

import pytest

from tests.soak.risk_worlds import (
    ALPHAS,
    WORLDS,
    Rule,
    Trial,
    careless,
    observed_below_alpha,
    proven_at_any_moment,
    proven_at_one_look,
    silence_means_success,
    tried,
)
from tests.soak.years_by_rule import YearByRule

NOBODY = Trial(0, 0, 0)
BY_NAME = {world.name: world for world in WORLDS}


@pytest.mark.parametrize("rule", [proven_at_any_moment, proven_at_one_look])
def test_the_promise_is_kept_in_every_world_and_at_every_alpha(rule: Rule) -> None:
    chance = Random(1)
    trials = [tried(rule, world, alpha, 8, chance) for world in WORLDS for alpha in ALPHAS]
    assert sum(trials, NOBODY).within
    useful = [tried(rule, BY_NAME["smooth"], alpha, 10, chance) for alpha in ALPHAS]
    assert all(trial.chose >= 4 for trial in useful)


def test_what_most_programs_do_breaks_it() -> None:
    chance = Random(2)
    for world in ("smooth", "flat", "overconfident"):
        assert not tried(observed_below_alpha, BY_NAME[world], 0.05, 60, chance).within


def test_taking_silence_for_success_breaks_it() -> None:
    chance = Random(3)
    silence = silence_means_success(0.3, 0.15, chance)
    assert not tried(silence, BY_NAME["step"], 0.05, 25, chance).within
    assert not tried(silence, BY_NAME["flat"], 0.02, 25, chance).within


def test_reviewers_who_miss_some_are_made_up_for_when_it_is_measured_and_break_it_when_it_is_not() -> None:
    chance = Random(4)
    measured = [tried(careless(0.85, chance, measured=True), world, 0.05, 6, chance) for world in WORLDS]
    assert sum(measured, NOBODY).within
    assert sum(trial.chose for trial in measured) >= 3
    assert not tried(careless(0.2, chance, measured=False), BY_NAME["flat"], 0.05, 25, chance).within
    assert tried(careless(0.2, chance, measured=True), BY_NAME["flat"], 0.05, 10, chance).within


def test_a_quarter_of_a_desk_by_the_rules_sends_much_and_keeps_its_word() -> None:
    quarter = YearByRule(Random(5), a_day=40)
    quarter.live(60)
    assert quarter.sent > 200
    assert quarter.wrong <= 0.05 * quarter.sent
