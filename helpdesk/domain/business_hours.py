"""When a desk is open, and how its open time passes.

A calendar is written in wall time of a time zone; everything counted is real time. On a day on which the clocks change a
shift is as much longer or shorter as it is for the people who work it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

DAY = 24 * 60
"""Minutes of wall time in a day."""

HORIZON = timedelta(days=3660)
"""So far ahead a calendar is searched for open time."""

LONGEST_NAME = 80
MOST_HOLIDAYS = 2000
WEEKDAYS = 7


@dataclass(frozen=True, order=True)
class Shift:
    """Open from `opens` until before `closes`, in minutes of wall time since midnight; `closes` is at most 1440."""

    opens: int
    closes: int


@dataclass(frozen=True, order=True)
class Holiday:
    """A closed day. `yearly`: on that day of every year from then on; the 29th of February only when there is one."""

    day: date
    name: str = ""
    yearly: bool = False


@dataclass(frozen=True)
class Calendar:
    """`week` has a tuple of shifts for Monday to Sunday; a break is the time between two shifts."""

    id: int
    name: str
    zone: str
    week: tuple[tuple[Shift, ...], ...]
    holidays: tuple[Holiday, ...] = ()


ALWAYS = Calendar(0, "", "UTC", ((Shift(0, DAY),),) * WEEKDAYS)
"""Every minute counts."""


def fault_in(calendar: Calendar) -> str:
    """What is wrong with it, as half a sentence; empty when time can be counted by it."""
    if not calendar.name.strip() or len(calendar.name) > LONGEST_NAME or not calendar.name.isprintable():
        return f"give it a name of one line and at most {LONGEST_NAME} characters"
    if not known_zone(calendar.zone):
        return f"'{calendar.zone}' is no time zone; write one like Europe/Berlin"
    if len(calendar.holidays) > MOST_HOLIDAYS:
        return f"it has {len(calendar.holidays)} holidays; {MOST_HOLIDAYS} are the most"
    if len(calendar.week) != WEEKDAYS or not any(calendar.week):
        return "no day has open hours"
    return next((fault for shifts in calendar.week if (fault := _fault_in_day(shifts))), "")


def _fault_in_day(shifts: Sequence[Shift]) -> str:
    before = -1
    for shift in shifts:
        if not 0 <= shift.opens < shift.closes <= DAY:
            return f"{shown(shift)} is no span of a day; write one like 09:00-17:00"
        if shift.opens <= before:
            return f"{shown(shift)} begins before the hours in front of it are over"
        before = shift.closes
    return ""


def known_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return False
    return True


def shown(shift: Shift) -> str:
    return f"{shift.opens // 60:02}:{shift.opens % 60:02}-{shift.closes // 60:02}:{shift.closes % 60:02}"


@dataclass(frozen=True)
class OpenHours:
    """A calendar at work. Days once looked at are remembered."""

    calendar: Calendar
    _days: dict[date, tuple[tuple[datetime, datetime], ...]] = field(default_factory=dict, compare=False)

    def between(self, start: datetime, end: datetime) -> timedelta:
        """Open time from `start` until `end`; none when `end` is not after `start`."""
        passed = timedelta()
        for opens, closes in self._spans(start, end):
            passed += max(timedelta(), min(closes, end) - max(opens, start))
        return passed

    def after(self, start: datetime, open_time: timedelta) -> datetime | None:
        """The earliest moment by which that much open time has passed since `start`; None when it never does within HORIZON."""
        if open_time <= timedelta():
            return start
        left = open_time
        for opens, closes in self._spans(start, start + HORIZON):
            span = closes - max(opens, start)
            if span >= left:
                return max(opens, start) + left
            left -= max(timedelta(), span)
        return None

    def is_open(self, at: datetime) -> bool:
        return any(opens <= at < closes for opens, closes in self._spans(at, at + timedelta(microseconds=1)))

    def _spans(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Open spans that touch [start, end), in order, as moments in UTC."""
        zone = ZoneInfo(self.calendar.zone)
        day, last = start.astimezone(zone).date() - timedelta(days=1), end.astimezone(zone).date()
        while day <= last:
            for opens, closes in self._of_day(day, zone):
                if closes > start and opens < end:
                    yield opens, closes
            day += timedelta(days=1)

    def _of_day(self, day: date, zone: ZoneInfo) -> tuple[tuple[datetime, datetime], ...]:
        if day not in self._days:
            shifts = () if self._closed(day) else self.calendar.week[day.weekday()]
            self._days[day] = tuple((moment(day, one.opens, zone), moment(day, one.closes, zone)) for one in shifts)
        return self._days[day]

    def _closed(self, day: date) -> bool:
        return any(
            one.day == day or (one.yearly and day > one.day and (day.month, day.day) == (one.day.month, one.day.day))
            for one in self.calendar.holidays
        )


def moment(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Wall time as a moment in UTC: of two the first, and when the clocks jump over it, the jump."""
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001 - wall time has no zone yet
    found = wall.replace(tzinfo=zone).astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) == wall:
        return found
    before, after = wall.replace(tzinfo=zone, fold=1).astimezone(UTC), found
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)
