"""Holidays as calendar programs publish them: the whole-day events of an .ics file (RFC 5545)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from helpdesk.domain.business_hours import MOST_HOLIDAYS, Holiday
from helpdesk.domain.markup import clean
from helpdesk.domain.plain_text import one_line

LARGEST_FILE = 2_000_000
LONGEST_EVENT = 31
"""Days in a row one event may close the desk; a longer one is somebody's year, not a holiday."""

_LINE = re.compile(r"^([A-Za-z-]+)((?:;[^:]*)?):(.*)$")
_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True)
class Unread:
    """An event that is no holiday, by the line it begins in."""

    line: int
    reason: str


@dataclass(frozen=True)
class FoundHolidays:
    holidays: tuple[Holiday, ...]
    unread: tuple[Unread, ...]


def holidays_in(text: str) -> FoundHolidays:
    """Every whole-day event in the order of its days. Events with a time of day and what cannot be understood are told."""
    found: set[Holiday] = set()
    unread: list[Unread] = []
    for number, event in _events(text):
        try:
            found.update(_holidays(event))
        except ValueError as error:
            unread.append(Unread(number, str(error)))
        if len(found) > MOST_HOLIDAYS:
            unread.append(Unread(number, f"more than {MOST_HOLIDAYS} holidays; the rest was left out"))
            break
    return FoundHolidays(tuple(sorted(found))[:MOST_HOLIDAYS], tuple(unread))


def _events(text: str) -> Iterator[tuple[int, dict[str, tuple[str, str]]]]:
    """(first line, {name: (parameters, value)}) of each VEVENT; of a property said twice the first."""
    event: dict[str, tuple[str, str]] | None = None
    began = 0
    for number, line in _unfolded(text):
        parts = _LINE.match(line)
        name, value = (parts[1].upper(), parts[3]) if parts else ("", "")
        if (name, value.strip().upper()) == ("BEGIN", "VEVENT"):
            event, began = {}, number
        elif (name, value.strip().upper()) == ("END", "VEVENT") and event is not None:
            yield began, event
            event = None
        elif event is not None and parts:
            event.setdefault(name, (parts[2].upper(), value))


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their continuations, by the number of the first."""
    whole, began = "", 0
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if line[:1] in (" ", "\t") and began:
            whole += line[1:]
            continue
        if began:
            yield began, whole
        whole, began = line, number
    if began:
        yield began, whole


def _holidays(event: Mapping[str, tuple[str, str]]) -> Iterator[Holiday]:
    if event.get("STATUS", ("", ""))[1].strip().upper() == "CANCELLED":
        return
    name = one_line(
        clean(_ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], event.get("SUMMARY", ("", ""))[1])), 120
    )
    first = _day(event.get("DTSTART"), name)
    last = _day(event["DTEND"], name) if "DTEND" in event else first + timedelta(days=1)
    if not timedelta() < last - first <= timedelta(days=LONGEST_EVENT):
        raise ValueError(f"'{name}' lasts {(last - first).days} days; write its days as events of their own")
    yearly = _yearly(event.get("RRULE", ("", ""))[1], name)
    for offset in range((last - first).days):
        yield Holiday(first + timedelta(days=offset), name, yearly)


def _day(written: tuple[str, str] | None, name: str) -> date:
    if written is None:
        raise ValueError(f"'{name}' has no day")
    if not re.fullmatch(r"\d{8}", written[1].strip()):
        raise ValueError(f"'{name}' is not a whole day")
    try:
        return datetime.strptime(written[1].strip(), "%Y%m%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise ValueError(f"'{name}' is on {written[1].strip()}, which is no day") from None


def _yearly(rule: str, name: str) -> bool:
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    if not parts:
        return False
    if parts.pop("FREQ", "") != "YEARLY" or parts.pop("INTERVAL", "1") != "1" or set(parts) - {"BYMONTH", "BYMONTHDAY", "WKST"}:
        raise ValueError(f"'{name}' comes again by a rule that is not simply every year; write its days as events of their own")
    return True
