"""A model server that fails again and again is left alone, and tried again with one request."""

from helpdesk.domain.breaker import FAILURES, FIRST_REST, LONGEST_REST, UNFIT_REST, Breaker, BreakerPhase, Outcome
from helpdesk.ui import model_wording
from tests.fakes.clock import FixedClock


def opened(clock: FixedClock, outcome: Outcome = Outcome.FAILURE, times: int = FAILURES) -> Breaker:
    breaker = Breaker(clock.seconds)
    for _ in range(times):
        assert breaker.allow()
        breaker.record(outcome)
    return breaker


def test_it_opens_after_three_failures_in_a_row(clock: FixedClock) -> None:
    breaker = opened(clock, times=FAILURES - 1)
    assert breaker.state().phase is BreakerPhase.CLOSED
    breaker.record(Outcome.SUCCESS)
    assert breaker.state().failures == 0
    breaker = opened(clock)
    assert (breaker.state().phase, breaker.state().seconds_left) == (BreakerPhase.OPEN, FIRST_REST)
    assert not breaker.allow()


def test_after_its_rest_one_request_tries(clock: FixedClock) -> None:
    breaker = opened(clock)
    clock.advance(seconds=FIRST_REST)
    assert breaker.state().phase is BreakerPhase.TRIAL
    assert breaker.allow()
    assert not breaker.allow(), "one at a time"
    breaker.record(Outcome.SUCCESS)
    assert breaker.state().phase is BreakerPhase.CLOSED
    assert breaker.allow()


def test_a_trial_that_fails_rests_twice_as_long_but_never_for_ever(clock: FixedClock) -> None:
    breaker, rests = opened(clock), []
    for _ in range(6):
        clock.advance(seconds=breaker.state().seconds_left)
        assert breaker.allow()
        breaker.record(Outcome.FAILURE)
        rests.append(breaker.state().seconds_left)
    assert rests == [60, 120, 240, LONGEST_REST, LONGEST_REST, LONGEST_REST]


def test_a_trial_given_up_leaves_the_next_one_to_try(clock: FixedClock) -> None:
    breaker = opened(clock)
    clock.advance(seconds=FIRST_REST)
    assert breaker.allow()
    breaker.record(Outcome.NEITHER)
    assert breaker.allow()


def test_what_does_not_fit_the_memory_rests_at_once_and_long(clock: FixedClock) -> None:
    assert opened(clock, Outcome.UNFIT, 1).state().seconds_left == UNFIT_REST


def test_a_server_busy_at_every_try_rests_at_once(clock: FixedClock) -> None:
    assert opened(clock, Outcome.BUSY, 1).state().seconds_left == FIRST_REST


def test_a_server_that_was_busy_is_not_said_to_have_failed(clock: FixedClock) -> None:
    busy = opened(clock, Outcome.BUSY, 1)
    assert model_wording.rest_title(busy.state()) == "Model server busy"
    assert model_wording.resting(busy.state()).startswith("It was busy with other work, so drafts quote the knowledge base")
    failed = opened(clock, Outcome.FAILURE, 3)
    assert model_wording.resting(failed.state()).startswith("It failed 3 times in a row")
    busy.record(Outcome.SUCCESS)
    assert model_wording.resting(busy.state()) == ""


def test_what_says_nothing_of_the_server_counts_for_nothing(clock: FixedClock) -> None:
    assert opened(clock, Outcome.NEITHER, 9).state().phase is BreakerPhase.CLOSED
