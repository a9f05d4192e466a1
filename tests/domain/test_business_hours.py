"""Open time passes as it does for the people who work it, whatever the clocks do."""

import random
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from helpdesk.domain.business_hours import ALWAYS, Calendar, Holiday, OpenHours, Shift, fault_in
from helpdesk.domain.holidays import holidays_in

OFFICE = ((Shift(540, 720), Shift(780, 1020)),) * 5 + ((), ())
BERLIN = Calendar(1, "Office", "Europe/Berlin", OFFICE)
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns")


def berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Berlin"))


def test_a_break_the_night_and_the_weekend_do_not_count() -> None:
    hours = OpenHours(BERLIN)
    friday = berlin("2026-05-08T11:30")
    assert hours.between(friday, berlin("2026-05-08T13:30")) == timedelta(hours=1)
    assert hours.after(friday, timedelta(hours=5)) == berlin("2026-05-11T09:30")
    assert hours.after(berlin("2026-05-09T03:00"), timedelta(minutes=1)) == berlin("2026-05-11T09:01")


def test_time_is_up_when_the_desk_closes_and_not_the_next_morning() -> None:
    assert OpenHours(BERLIN).after(berlin("2026-05-07T09:00"), timedelta(hours=7)) == berlin("2026-05-07T17:00")


def test_a_holiday_is_closed_once_or_every_year() -> None:
    closed = Calendar(
        1, "Office", "Europe/Berlin", OFFICE, (Holiday(date(2024, 5, 1), "Labour Day", True), Holiday(date(2026, 5, 4)))
    )
    hours = OpenHours(closed)
    assert hours.after(berlin("2026-04-30T16:30"), timedelta(hours=1)) == berlin("2026-05-05T09:30")
    assert not hours.is_open(berlin("2026-05-01T10:00"))
    assert hours.is_open(berlin("2023-05-01T10:00")), "it was not kept yet"


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 5), ("2026-10-25", 7), ("2026-03-28", 6)])
def test_a_night_shift_is_as_long_as_it_is_when_the_clocks_change(day: str, hours: int) -> None:
    nights = OpenHours(Calendar(1, "Nights", "Europe/Berlin", ((Shift(0, 360),),) * 7))
    start = berlin(f"{day}T00:00")
    assert nights.between(start, start.astimezone(UTC) + timedelta(hours=12)) == timedelta(hours=hours)


def test_a_shift_the_clocks_jump_into_begins_at_the_jump() -> None:
    odd = OpenHours(Calendar(1, "Odd", "Europe/Berlin", ((Shift(150, 210),),) * 7))
    assert odd.between(berlin("2026-03-29T00:00"), berlin("2026-03-29T12:00")) == timedelta(minutes=30)


def test_always_open_is_plain_time() -> None:
    start = datetime(2026, 3, 28, 23, 59, 59, 1, UTC)
    assert OpenHours(ALWAYS).after(start, timedelta(days=400, seconds=3)) == start + timedelta(days=400, seconds=3)


def test_a_calendar_that_never_opens_again_promises_nothing() -> None:
    days = [date(2024, 1, 1) + timedelta(days=offset) for offset in range(366)]
    shut = Calendar(1, "Shut", "UTC", OFFICE, tuple(Holiday(day, "", True) for day in days))
    assert OpenHours(shut).after(datetime(2027, 1, 4, tzinfo=UTC), timedelta(minutes=1)) is None


def any_calendar(dice: random.Random) -> Calendar:
    week = []
    for _ in range(7):
        edges = sorted(dice.sample(range(0, 1441, 5), 2 * dice.choice([0, 1, 1, 2, 3])))
        week.append(tuple(Shift(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)))
    if not any(week):
        week[0] = (Shift(0, 1440),)
    off = tuple(Holiday(date(2026, 1, 1) + timedelta(days=dice.randrange(365))) for _ in range(dice.randrange(20)))
    return Calendar(1, "Any", dice.choice(ZONES), tuple(week), off)


def counted(calendar: Calendar, start: datetime, minutes: int) -> int:
    """By asking the clock on the wall every minute."""
    zone, closed = ZoneInfo(calendar.zone), {one.day for one in calendar.holidays}
    found = 0
    for passed in range(minutes):
        wall = (start + timedelta(minutes=passed)).astimezone(zone)
        minute = wall.hour * 60 + wall.minute
        opens = wall.date() not in closed and any(one.opens <= minute < one.closes for one in calendar.week[wall.weekday()])
        found += opens
    return found


@pytest.mark.parametrize("seed", range(12))
def test_as_many_minutes_as_the_clock_on_the_wall_counts(seed: int) -> None:
    dice = random.Random(seed)
    calendar = any_calendar(dice)
    assert fault_in(calendar) == ""
    start = datetime(
        2026, dice.choice([3, 4, 10, 11]), dice.randrange(1, 28), dice.randrange(24), dice.randrange(60), tzinfo=UTC
    )
    ambiguous = calendar.zone == "Australia/Lord_Howe" or any(
        one.closes % 1440 < 180 or one.opens < 180 for day in calendar.week for one in day
    )
    minutes = 3 * 1440
    got = OpenHours(calendar).between(start, start + timedelta(minutes=minutes))
    assert abs(got - timedelta(minutes=counted(calendar, start, minutes))) <= timedelta(minutes=60 if ambiguous else 0)


@pytest.mark.parametrize("seed", range(40))
def test_there_and_back_and_in_pieces_is_the_same(seed: int) -> None:
    dice = random.Random(1000 + seed)
    hours = OpenHours(any_calendar(dice))
    start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=dice.randrange(365 * 86400))
    amount = timedelta(seconds=dice.randrange(1, 60 * 3600))
    end = hours.after(start, amount)
    assert end is not None
    assert hours.between(start, end) == amount
    assert hours.between(start, end - timedelta(seconds=1)) < amount, "no earlier moment would do"
    middle = start + (end - start) * dice.random()
    assert hours.between(start, middle) + hours.between(middle, end) == amount
    later = hours.after(start, amount + timedelta(minutes=1))
    assert later is not None and later > end


@pytest.mark.parametrize(
    ("calendar", "said"),
    [
        (Calendar(1, " ", "UTC", OFFICE), "name"),
        (Calendar(1, "A", "Mars/Base", OFFICE), "no time zone"),
        (Calendar(1, "A", "../../etc/passwd", OFFICE), "no time zone"),
        (Calendar(1, "A", "UTC", ((),) * 7), "no day has open hours"),
        (Calendar(1, "A", "UTC", ((Shift(600, 540),), *OFFICE[1:])), "10:00-09:00"),
        (Calendar(1, "A", "UTC", ((Shift(540, 700), Shift(600, 800)), *OFFICE[1:])), "begins before"),
        (Calendar(1, "A", "UTC", ((Shift(540, 1500),), *OFFICE[1:])), "25:00"),
    ],
)
def test_a_calendar_nobody_can_count_by_is_refused(calendar: Calendar, said: str) -> None:
    assert said in fault_in(calendar)


ICS = """\ufeffBEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:New Year\\, the
  first
DTSTART;VALUE=DATE:20260101
DTEND;VALUE=DATE:20260102
RRULE:FREQ=YEARLY
END:VEVENT
BEGIN:VEVENT
SUMMARY:Easter
DTSTART;VALUE=DATE:20260405
DTEND;VALUE=DATE:20260407
END:VEVENT
BEGIN:VEVENT
SUMMARY:Lunch
DTSTART:20260405T120000Z
END:VEVENT
BEGIN:VEVENT
SUMMARY:Every month
DTSTART;VALUE=DATE:20260401
RRULE:FREQ=MONTHLY
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20269999
END:VEVENT
END:VCALENDAR
"""


def test_holidays_of_a_calendar_file_come_in_and_the_rest_is_told_by_line() -> None:
    found = holidays_in(ICS.replace("\n", "\r\n"))
    assert found.holidays == (
        Holiday(date(2026, 1, 1), "New Year, the first", True),
        Holiday(date(2026, 4, 5), "Easter"),
        Holiday(date(2026, 4, 6), "Easter"),
    )
    assert [(one.line, one.reason.split(" ", 1)[0]) for one in found.unread] == [(14, "'Lunch'"), (18, "'Every"), (23, "''")]


def test_a_file_of_anything_is_no_calendar() -> None:
    assert holidays_in("\x00\x01 hello: BEGIN:VEVENT\nEND:VEVENT\n").holidays == ()
