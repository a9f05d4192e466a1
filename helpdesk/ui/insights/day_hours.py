"""When today's messages came in and replies left: what is shown, in words, before anything is painted."""

from dataclasses import dataclass
from datetime import UTC, datetime

from helpdesk.domain.insights import Hours
from helpdesk.ui.language import clock, number, tr


@dataclass(frozen=True)
class Hour:
    begins: str
    came: int
    left: int

    @property
    def spoken(self) -> str:
        counted = tr("{came} came in, {left} left", came=number(self.came), left=number(self.left))
        return tr("From {hour} on: {counted}", hour=self.begins, counted=counted)


@dataclass(frozen=True)
class DaySaid:
    """`finding` says it in a sentence, `busy` hours have something in them."""

    title: str
    finding: str
    hours: tuple[Hour, ...]

    @property
    def busy(self) -> tuple[Hour, ...]:
        return tuple(hour for hour in self.hours if hour.came or hour.left)

    @property
    def most(self) -> int:
        return max((max(hour.came, hour.left) for hour in self.hours), default=0)

    @property
    def spoken(self) -> str:
        return " ".join([self.finding, *(f"{hour.spoken}." for hour in self.busy)])


def day_said(counted: Hours) -> DaySaid:
    hours = tuple(Hour(named(at), *both) for at, both in enumerate(zip(counted.came, counted.left, strict=True)))
    return DaySaid(tr("The day by the hour"), finding(hours), hours)


def finding(hours: tuple[Hour, ...]) -> str:
    came, left = sum(hour.came for hour in hours), sum(hour.left for hour in hours)
    if not came and not left:
        return tr("Nothing came in and nothing left yet.")
    told = tr("{came} came in, {left} left.", came=number(came), left=number(left))
    fullest = max(hours, key=lambda hour: hour.came)
    return f"{told} {tr('Most came in in the hour from {hour} on.', hour=fullest.begins)}" if came else told


def named(hour: int) -> str:
    return clock(datetime.now(UTC).astimezone().replace(hour=hour, minute=0))
