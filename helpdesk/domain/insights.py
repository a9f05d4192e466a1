"""The desk in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from helpdesk.domain.rating import Satisfaction

NOBODY_ASKED = Satisfaction(0, ())
HOURS = 24


@dataclass(frozen=True)
class Hours:
    """Messages of customers that came, and replies that left, in each hour of the desk's own day, from midnight on."""

    came: tuple[int, ...] = (0,) * HOURS
    left: tuple[int, ...] = (0,) * HOURS


@dataclass(frozen=True)
class Numbers:
    """Counts since a moment (`received` … `seconds_to_first_reply`) and as they stand now (`waiting`, `open_tickets`).

    `decisions` is by DecisionKind, `reject_reasons` by RejectReason, `routes` and `bands` (four confidence bands, lowest
    first) count the drafts written. `seconds_to_first_reply` is the median, None without a reply. `overdue` tickets wait longer
    than was promised; `satisfaction` is of the 30 days up to then. `loads` are the open tickets by agent, '' for nobody's;
    `promised` is how the next promise of each ticket stands, by DueState.
    """

    received: int
    drafted: int
    abstained: int
    sent: int
    decisions: Mapping[str, int]
    reject_reasons: Mapping[str, int]
    routes: Mapping[str, int]
    bands: tuple[int, int, int, int]
    waiting: int
    open_tickets: int
    failed_sends: int
    seconds_to_first_reply: float | None
    overdue: int = 0
    satisfaction: Satisfaction = NOBODY_ASKED
    loads: tuple[tuple[str, int], ...] = ()
    promised: Mapping[str, int] = field(default_factory=dict)
    hours: Hours = Hours()
