"""Sending by itself as an admin sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from helpdesk.domain.certificate import Certificate
from helpdesk.domain.sending import Alarm, Consent, Stop


class Mode(StrEnum):
    """`PAUSED`: an alarm stands. `UNPROVEN`: signed, but no certificate stands that was signed."""

    OFF = "off"
    ON = "on"
    OVERRIDDEN = "overridden"
    UNPROVEN = "unproven"
    PAUSED = "paused"
    STOPPED = "stopped"


class Lack(StrEnum):
    """What a signature lacks."""

    NAME = "name"
    WORDS = "words"
    REASON = "reason"
    CERTIFICATE = "certificate"
    RESUME = "resume"
    MOVED = "moved"
    LINE = "line"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Offer:
    """What stands before an admin's eyes when they sign. `able` of `drafted` drafts in `days` would have qualified;
    `minutes_a_week` is `how` estimated; `wanted` is what must be typed."""

    certificates: tuple[Certificate, ...]
    sentences: tuple[str, ...]
    caveats: tuple[str, ...]
    able: int
    drafted: int
    days: float
    minutes_a_week: float
    how: str
    wanted: str

    @property
    def share(self) -> float:
        return self.able / self.drafted if self.drafted else 0.0

    @property
    def a_week(self) -> float:
        return self.able / self.days * 7


@dataclass(frozen=True)
class SendingStatus:
    """`consent` is what is in force (None: off). `signed` and `unsigned` are the standing certificates. `waiting` answers of
    the desk are in their undo time; in the last seven days `sent` left, and `held` counts by code what waited for a person.
    `lost` is why what was signed last stands no more ('' while something signed stands)."""

    mode: Mode
    consent: Consent | None
    stop: Stop | None
    alarms: tuple[Alarm, ...]
    signed: tuple[Certificate, ...]
    unsigned: tuple[Certificate, ...]
    waiting: int
    sent: int
    held: Mapping[str, int]
    lost: str = ""
