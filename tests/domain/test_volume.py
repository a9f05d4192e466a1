"""What is usual in an hour, how long a person takes, and what must be typed."""

from datetime import UTC, datetime, timedelta

from helpdesk.domain.handling import ASSUMED, handling
from helpdesk.domain.signature import to_type, typed
from helpdesk.domain.volume import Surge, usual

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def ago(**by: float) -> datetime:
    return NOW - timedelta(**by)


def test_more_than_three_times_the_usual_hour_is_a_surge_but_never_below_ten() -> None:
    assert usual([4, 3, 5, 4, 9]) == 4
    assert Surge(13, 4).over(3.0, 10)
    assert not Surge(12, 4).over(3.0, 10)
    assert not Surge(9, 0).over(3.0, 10)


def test_quiet_hours_do_not_make_a_working_day_a_surge() -> None:
    assert usual([20, 0, 0, 0, 0]) == 20
    assert usual([]) == 0


def test_the_pace_of_people_is_measured_within_one_sitting() -> None:
    times = [("Ada", ago(minutes=2 * n)) for n in range(30, 0, -1)]
    assert handling(times).minutes == 2.0
    assert handling([*times[:5], ("Bob", times[5][1])]) == handling([])
    assert handling([]).minutes == ASSUMED


def test_what_is_typed_must_be_the_words_shown() -> None:
    wanted = to_type(0.025)
    assert wanted == "Helpdesk may send by itself; at most 2.5% may be wrong"
    assert typed("  helpdesk may send by itself; at most 2.5% may be wrong. ", wanted)
    assert not typed("Helpdesk may send by itself; at most 5% may be wrong", wanted)
    assert not typed("yes", wanted)


def test_drafts_answered_together_share_the_time_before_them() -> None:
    """Ten at once every five minutes are half a minute each, not nothing."""
    together = [("Ada", ago(minutes=5 * n) + timedelta(milliseconds=20 * k)) for n in range(6, 0, -1) for k in range(10)]
    told = handling(together)
    assert (told.minutes, told.measured) == (0.5, 50)
