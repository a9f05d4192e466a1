"""When a ticket comes back: the moments an agent can choose, and those he writes. All in the agent's own local time."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from helpdesk.domain.errors import BadInput
from helpdesk.domain.ids import TicketId

MORNING, EVENING = time(9), time(18)
LATER_TODAY = timedelta(hours=3)
FURTHEST = timedelta(days=3660)
LONGEST_NOTE = 300

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TAGE = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_AHEAD = {"today": 0, "tomorrow": 1, "heute": 0, "morgen": 1, "übermorgen": 2}
_SPAN = re.compile(r"(\d{1,4})\s*(m|min|minutes?|minuten?|h|hours?|std|stunden?|d|days?|t|tage?n?|w|weeks?|wochen?)")
_STEP = {"m": "minutes", "h": "hours", "s": "hours", "d": "days", "t": "days", "w": "weeks"}
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_DATUM = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?(?: (\S+))?")


class Preset(StrEnum):
    """Moments one key away; the nearest is offered first."""

    LATER_TODAY = "later-today"
    THIS_EVENING = "this-evening"
    TOMORROW = "tomorrow"
    NEXT_MONDAY = "next-monday"
    IN_A_WEEK = "in-a-week"
    IN_A_MONTH = "in-a-month"


class Woke(StrEnum):
    """Why a ticket came back by itself."""

    TIME = "time"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True)
class FollowUp:
    """Look at the ticket again at `at`; with `unless_answered` only when the customer has not written by then."""

    ticket_id: TicketId
    at: datetime
    note: str = ""
    unless_answered: bool = True
    agent: str = ""


def presets(now: datetime) -> tuple[tuple[Preset, datetime], ...]:
    """Those that lie ahead of `now` and differ. On a Sunday evening tomorrow is Monday: it is offered once."""
    today = now.date()
    monday = today + timedelta(days=7 - today.weekday())
    moments = (
        (Preset.LATER_TODAY, _whole(now + LATER_TODAY)),
        (Preset.THIS_EVENING, datetime.combine(today, EVENING)),
        (Preset.TOMORROW, datetime.combine(today + timedelta(days=1), MORNING)),
        (Preset.NEXT_MONDAY, datetime.combine(monday, MORNING)),
        (Preset.IN_A_WEEK, datetime.combine(today + timedelta(days=7), MORNING)),
        (Preset.IN_A_MONTH, datetime.combine(today + timedelta(days=30), MORNING)),
    )
    offered: dict[datetime, Preset] = {}
    for preset, moment in moments:
        today_only = preset in (Preset.LATER_TODAY, Preset.THIS_EVENING) and moment.date() != today
        if moment > now and not today_only:
            offered.setdefault(moment, preset)
    return tuple((preset, moment) for moment, preset in sorted(offered.items()))


def moment_said(text: str, now: datetime) -> datetime:
    """'2h', '3d', '3 days', 'tomorrow', 'fri', '18:30', 'fri 14:00', '2026-12-24' or '2026-12-24 08:00', or as Germans write:
    'in 3 Tagen', 'morgen', 'fr 14:00', '24.12. 08:00'; a day without an hour means the morning. Raises BadInput with what can
    be written."""
    said = " ".join(text.casefold().split())
    found = _span(said, now) or _named(said, now) or _dated(said) or _german(said, now)
    if found is None:
        raise BadInput("time", 0, f"'{text.strip()}' is no time; write 2h, 3d, tomorrow, fri 14:00 or 2026-12-24 09:00")
    if found <= now:
        raise BadInput("time", 0, f"'{text.strip()}' has passed already")
    if found - now > FURTHEST:
        raise BadInput("time", 0, f"'{text.strip()}' is more than ten years away")
    return found


def _span(said: str, now: datetime) -> datetime | None:
    match = _SPAN.fullmatch(said.removeprefix("in "))
    return now + timedelta(**{_STEP[match[2][0]]: int(match[1])}) if match else None


def _named(said: str, now: datetime) -> datetime | None:
    """A day by name, an hour, or both."""
    day_word, _, hour_word = said.partition(" ")
    day = _day(day_word, now)
    if day is None:
        hour = _clock(said)
        if hour is None:
            return None
        moment = datetime.combine(now.date(), hour)
        return moment if moment > now else moment + timedelta(days=1)
    hour = _clock(hour_word) if hour_word else MORNING
    return None if hour is None else datetime.combine(day, hour)


def _day(word: str, now: datetime) -> date | None:
    if word in _AHEAD:
        return now.date() + timedelta(days=_AHEAD[word])
    names = enumerate(zip(_DAYS, _TAGE, strict=True))
    named = next((n for n, (day, tag) in names if word in (day, day[:3], tag, tag[:2])), None)
    return None if named is None else now.date() + timedelta(days=(named - now.weekday()) % 7 or 7)


def _clock(word: str) -> time | None:
    match = _CLOCK.fullmatch(word)
    return time(int(match[1]), int(match[2])) if match and int(match[1]) < 24 and int(match[2]) < 60 else None


def _dated(said: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    if found.tzinfo is not None:
        found = found.astimezone().replace(tzinfo=None)
    return datetime.combine(found.date(), MORNING) if len(said) == len("2026-12-24") else found


def _german(said: str, now: datetime) -> datetime | None:
    """'24.12.', '24.12.2026' or '24.12. 08:00'; without a year the next such day."""
    match = _DATUM.fullmatch(said)
    hour = _clock(match[4]) if match and match[4] else MORNING
    if match is None or hour is None:
        return None
    years = (int(match[3]),) if match[3] else (now.year, now.year + 1)
    try:
        days = [datetime.combine(date(year, int(match[2]), int(match[1])), hour) for year in years]
    except ValueError:
        return None
    return next((day for day in days if day > now), days[0])


def _whole(moment: datetime) -> datetime:
    """The next full quarter of an hour."""
    step = timedelta(minutes=15)
    past = timedelta(minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond)
    return moment + (step - past if past else timedelta(0))
