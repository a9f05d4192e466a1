"""Open hours are written as people write them, and shown so that they can be written back."""

import pytest

from helpdesk.domain.business_hours import Shift
from helpdesk.domain.open_time import minutes_of, minutes_text, shifts_of, shifts_text, week_of, week_text

OFFICE = (Shift(540, 720), Shift(780, 1020))


@pytest.mark.parametrize("text", ["09:00-12:00 13:00-17:00", "9-12, 13-17", "9.00 – 12.00; 13.00–17.00"])
def test_hours_of_a_day(text: str) -> None:
    assert shifts_of(text) == OFFICE
    assert shifts_of(shifts_text(OFFICE)) == OFFICE
    assert shifts_of("") == ()


@pytest.mark.parametrize("text", ["nine to five", "09:00-17:00 or so", "09:00"])
def test_what_are_no_hours_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="no open hours"):
        shifts_of(text)


def test_a_week_goes_out_and_comes_back() -> None:
    week = week_of(["mon-thu 9-12 13-17", "fri 9-12"])
    assert week == (OFFICE,) * 4 + ((Shift(540, 720),), (), ())
    assert week_text(week) == ["mon-thu 09:00-12:00 13:00-17:00", "fri 09:00-12:00"]
    assert week_of(week_text(week)) == week
    with pytest.raises(ValueError, match="names no day"):
        week_of(["someday 9-12"])


@pytest.mark.parametrize(("text", "minutes"), [("4h", 240), ("90m", 90), ("1h 30m", 90), ("45", 45), ("", 0), ("2H", 120)])
def test_spans(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes
    assert minutes_of(minutes_text(minutes)) == minutes


@pytest.mark.parametrize("text", ["soon", "2d", "-5", "4h x"])
def test_what_is_no_span_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="no span"):
        minutes_of(text)
