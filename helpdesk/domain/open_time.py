"""Open hours and spans of open time, as people write them."""

import re
from collections.abc import Sequence

from helpdesk.domain.business_hours import WEEKDAYS, Shift, shown

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOUR = 60

_SHIFT = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?")
_SPAN = re.compile(r"(?:(\d{1,5})\s*h)?\s*(?:(\d{1,6})\s*m(?:in)?)?", re.I)


def shifts_of(text: str) -> tuple[Shift, ...]:
    """“09:00-12:00 13:00-17:00”; nothing for a closed day. Raises ValueError with half a sentence."""
    found = tuple(Shift(int(m[1]) * HOUR + int(m[2] or 0), int(m[3]) * HOUR + int(m[4] or 0)) for m in _SHIFT.finditer(text))
    if rest := _SHIFT.sub("", text).strip(" ,;"):
        raise ValueError(f"'{rest}' are no open hours; write 09:00-12:00 13:00-17:00")
    return found


def shifts_text(shifts: Sequence[Shift]) -> str:
    return " ".join(shown(shift) for shift in shifts)


def week_of(lines: Sequence[str]) -> tuple[tuple[Shift, ...], ...]:
    """“mon-fri 09:00-17:00”, “sat 10:00-14:00”: days that nobody names are closed. Raises ValueError."""
    week: list[tuple[Shift, ...]] = [()] * WEEKDAYS
    for line in lines:
        days, _, hours = line.strip().partition(" ")
        first, _, last = days.lower().partition("-")
        if first not in DAYS or (last and last not in DAYS):
            raise ValueError(f"'{days}' names no day; write {', '.join(DAYS)} or two of them as mon-fri")
        for day in range(DAYS.index(first), DAYS.index(last or first) + 1):
            week[day] = shifts_of(hours)
    return tuple(week)


def week_text(week: Sequence[Sequence[Shift]]) -> list[str]:
    """The same the other way round, with equal neighbours in one line."""
    lines: list[str] = []
    day = 0
    while day < len(week):
        last = day
        while last + 1 < len(week) and week[last + 1] == week[day]:
            last += 1
        if week[day]:
            days = DAYS[day] if last == day else f"{DAYS[day]}-{DAYS[last]}"
            lines.append(f"{days} {shifts_text(week[day])}")
        day = last + 1
    return lines


def minutes_of(text: str) -> int:
    """“4h”, “90m”, “1h 30m”, “45” (minutes); 0 for nothing. Raises ValueError with half a sentence."""
    written = text.strip()
    if written.isdecimal() and len(written) <= 6:
        return int(written)
    found = _SPAN.fullmatch(written)
    if found is None:
        raise ValueError(f"'{written}' is no span of time; write it like 4h, 30m or 1h 30m")
    return int(found[1] or 0) * HOUR + int(found[2] or 0)


def minutes_text(minutes: int) -> str:
    hours, rest = divmod(minutes, HOUR)
    return " ".join(part for part in (f"{hours}h" if hours else "", f"{rest}m" if rest else "") if part)
