"""When a ticket comes back, as agents say it."""

from datetime import datetime

import pytest

from helpdesk.domain.errors import BadInput
from helpdesk.domain.snoozing import Preset, moment_said, presets

at = datetime.fromisoformat
FRIDAY = at("2026-11-20 09:07")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2h", at("2026-11-20 11:07")),
        ("in 30 min", at("2026-11-20 09:37")),
        ("3d", at("2026-11-23 09:07")),
        ("2w", at("2026-12-04 09:07")),
        ("tomorrow", at("2026-11-21 09:00")),
        ("Tomorrow 18:30", at("2026-11-21 18:30")),
        ("today 16:00", at("2026-11-20 16:00")),
        ("14:15", at("2026-11-20 14:15")),
        ("8.00", at("2026-11-21 08:00")),
        ("mon", at("2026-11-23 09:00")),
        ("Friday", at("2026-11-27 09:00")),
        ("thursday 7:45", at("2026-11-26 07:45")),
        ("2026-12-24", at("2026-12-24 09:00")),
        ("2026-12-24 08:00", at("2026-12-24 08:00")),
        ("2026-12-24T08:00", at("2026-12-24 08:00")),
    ],
)
def test_a_moment_is_said_in_many_ways(said: str, meant: datetime) -> None:
    assert moment_said(said, FRIDAY) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("in 3 Tagen", at("2026-11-23 09:07")),
        ("2 Std", at("2026-11-20 11:07")),
        ("1 Woche", at("2026-11-27 09:07")),
        ("morgen", at("2026-11-21 09:00")),
        ("übermorgen 7:45", at("2026-11-22 07:45")),
        ("fr 14:00", at("2026-11-27 14:00")),
        ("Donnerstag", at("2026-11-26 09:00")),
        ("24.12.", at("2026-12-24 09:00")),
        ("3.1. 8:30", at("2027-01-03 08:30")),
        ("24.12.2026 08:00", at("2026-12-24 08:00")),
    ],
)
def test_a_german_says_it_as_germans_do(said: str, meant: datetime) -> None:
    assert moment_said(said, FRIDAY) == meant


@pytest.mark.parametrize(
    "said",
    [
        "",
        "soon",
        "sunflower",
        "25:00",
        "mon 99:99",
        "2026-13-01",
        "today 08:00",
        "2020-01-01",
        "9999w",
        "0h",
        "31.2.",
        "24.12. später",
        "1.1.2020",
    ],
)
def test_what_is_no_time_ahead_is_refused_with_what_can_be_written(said: str) -> None:
    with pytest.raises(BadInput):
        moment_said(said, FRIDAY)


def test_presets_lie_ahead_and_differ() -> None:
    assert [preset for preset, _ in presets(FRIDAY)] == list(Preset)
    assert presets(FRIDAY)[0][1] == at("2026-11-20 12:15")
    late = presets(at("2026-11-20 16:41"))
    assert [preset for preset, _ in late][:2] == [Preset.THIS_EVENING, Preset.LATER_TODAY], "six in the evening is nearer"
    sunday_night = dict(presets(at("2026-11-22 22:30")))
    assert Preset.LATER_TODAY not in sunday_night
    assert Preset.THIS_EVENING not in sunday_night
    assert sunday_night[Preset.TOMORROW] == at("2026-11-23 09:00")
    assert Preset.NEXT_MONDAY not in sunday_night
