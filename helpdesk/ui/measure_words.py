"""Times, durations and sizes, in words. No Qt: the terminal says the same."""

from datetime import datetime

from helpdesk.ui.language import clock, day_and_clock, mark, number, tr

AGES = (
    (31557600 * 2, 31557600, mark("{n} yr")),
    (604800 * 2, 604800, mark("{n} wk")),
    (86400, 86400, mark("{n} d")),
    (3600, 3600, mark("{n} h")),
    (60, 60, mark("{n} min")),
)


def when(moment: datetime, now: datetime) -> str:
    """'14:02' of today, else with its date; as the clock on the wall says."""
    today = moment.astimezone().date() == now.astimezone().date()
    return clock(moment) if today else day_and_clock(moment)


def age(moment: datetime, now: datetime) -> str:
    """Short, for a list: 'now', '7 min', '3 h', '2 d', '5 wk', '3 yr'."""
    seconds = max(0.0, (now - moment).total_seconds())
    for least, unit, words in AGES:
        if seconds >= least:
            return tr(words, n=int(seconds // unit))
    return tr("now")


def time_left(seconds: float | None) -> str:
    """An honest estimate, never more exact than it is; empty while there is none."""
    if seconds is None:
        return ""
    if seconds < 5:
        return tr("a few seconds left")
    if seconds < 90:
        return tr("about {seconds} s left", seconds=max(5, round(seconds / 5) * 5))
    return (
        tr("about {minutes} min left", minutes=round(seconds / 60))
        if seconds < 5400
        else tr("about {hours} h left", hours=round(seconds / 3600))
    )


def duration(seconds: float) -> str:
    """'a few seconds', 'about 40 s', 'about 4 minutes', 'about 3 hours'."""
    if seconds < 5:
        return tr("a few seconds")
    if seconds < 90:
        return tr("about {seconds} s", seconds=max(5, round(seconds / 5) * 5))
    return (
        tr("about {minutes} minutes", minutes=round(seconds / 60))
        if seconds < 5400
        else tr("about {hours} hours", hours=round(seconds / 3600))
    )


def size(octets: int) -> str:
    """'812 B', '34 kB', '5.2 MB', '2.0 GB'."""
    if octets < 1000:
        return f"{octets} B"
    if octets >= 1_000_000_000:
        return f"{number(octets / 1_000_000_000, 1)} GB"
    return f"{number(octets / 1000)} kB" if octets < 1_000_000 else f"{number(octets / 1_000_000, 1)} MB"
