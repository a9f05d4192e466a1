"""Today's numbers, to be seen and to be heard."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from helpdesk.domain.decision import RejectReason
from helpdesk.domain.errors import StoreCorrupt
from helpdesk.domain.insights import Hours, Numbers
from helpdesk.ui import wording
from helpdesk.ui.insights import build
from helpdesk.ui.insights.figures import duration, figures
from helpdesk.ui.insights.screen import InsightsScreen
from helpdesk.ui.insights.today_tab import TodayTab
from helpdesk.ui.kit import Place
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken

REASONS = {reason: wording.REJECT_REASONS[reason] for reason in RejectReason}
QUIET_DAY = Numbers(0, 0, 0, 0, {}, {}, {}, (0, 0, 0, 0), 0, 0, 0, None)
BUSY_DAY = Numbers(
    received=1200,
    drafted=38,
    abstained=5,
    sent=21,
    decisions={"approve": 12, "edit": 7, "reject": 4, "escalate": 1},
    reject_reasons={"tone": 1, "wrong-fact": 3},
    routes={"review": 30, "escalate": 8},
    bands=(4, 11, 15, 8),
    waiting=17,
    open_tickets=63,
    failed_sends=2,
    seconds_to_first_reply=5400.0,
    loads=(("Ada", 9), ("", 30), ("Bo", 8), ("Cem", 7), ("Dia", 6), ("Eli", 2), ("Fay", 1)),
    promised={"missed": 4, "running": 11},
    hours=Hours((0,) * 8 + (40, 300) + (0,) * 14, (0,) * 9 + (12,) + (0,) * 14),
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[InlineWindow]:
    with inline_window(tmp_path / "workspace") as opened:
        yield opened


def show(window: InlineWindow) -> TodayTab:
    screen = window.show(build, Place("insights"))
    assert isinstance(screen, InsightsScreen)
    tab = screen.tab("today")
    assert isinstance(tab, TodayTab)
    return tab


def test_a_quiet_day_divides_by_nothing() -> None:
    shown = figures(QUIET_DAY, REASONS)
    said = {tile.label: tile.value for tile in shown.tiles}
    assert said["Sent without an edit"] == "–"
    assert said["First reply"] == "–"
    assert [chart.spoken for chart in shown.charts if chart.total] == []
    assert shown.charts[0].spoken == "Decisions today: nobody has decided on a draft yet"


def test_a_busy_day_in_words() -> None:
    shown = figures(BUSY_DAY, REASONS)
    said = {tile.label: tile.spoken for tile in shown.tiles}
    assert said["Received today"].startswith("Received today: 1,200.")
    assert said["Sent without an edit"] == "Sent without an edit: 50%. 12 of 24 decisions today"
    assert said["First reply"].startswith("First reply: 1 h 30 min.")
    assert [tile.label for tile in shown.tiles if tile.alarming] == ["Failed to send"]
    assert [bar.label for bar in shown.charts[3].bars] == ["Says something wrong", "Wrong tone"]
    assert shown.charts[3].bars[1].share == pytest.approx(1 / 3)


def test_who_has_what_is_open_and_how_promises_stand() -> None:
    shown = {chart.title: chart.spoken for chart in figures(BUSY_DAY, REASONS).charts}
    said = "Who has the open tickets: Nobody 30, Ada 9, Bo 8, Cem 7, Dia 6, All others 3."
    assert shown["Who has the open tickets"] == said
    assert shown["How promises stand"] == "How promises stand: Overdue 4, Soon due 0, In time 11, Standing still 0."


def test_the_day_is_told_hour_by_hour(window: InlineWindow) -> None:
    screen = show(window)
    screen.show_figures(figures(BUSY_DAY, REASONS))
    window.settle()
    chart = screen.day.chart
    assert screen.day.accessibleName().startswith(
        "The day by the hour: 340 came in, 12 left. Most came in in the hour from 09:00"
    )
    pointed = chart.hour_at(round(chart.width() * 9.5 / 24))
    assert pointed is not None
    assert pointed.spoken.endswith("300 came in, 12 left")
    assert chart.hour_at(chart.width()) is None
    screen.show_figures(figures(QUIET_DAY, REASONS))
    assert chart.isHidden()
    assert "Nothing came in and nothing left yet." in screen.day.accessibleName()


def test_a_wide_window_has_a_column_more_a_narrow_one_less_and_every_line_is_full(window: InlineWindow) -> None:
    screen = show(window)

    def lines(wide: int) -> list[int]:
        window.host.resize(wide, 1080)
        window.settle()
        tops = [card.geometry().top() for card in screen.charts]
        return [tops.count(top) for top in sorted(set(tops))]

    assert lines(1200) == [2, 2, 2]
    assert lines(1820) == [3, 3]
    assert lines(1200) == [2, 2, 2]
    assert lines(620) == [1] * 6


@pytest.mark.parametrize(
    ("seconds", "said"), [(45.0, "45 s"), (720.0, "12 min"), (12_000.0, "3 h 20 min"), (7200.0, "2 h"), (200_000.0, "2 days")]
)
def test_durations_as_people_say_them(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_the_numbers_follow_what_happens_while_one_looks(window: InlineWindow) -> None:
    screen = show(window)
    spoken = [tile.accessibleName() for tile in screen.tiles]
    assert "Received today: 0. tickets that came in" in spoken
    window.bridge.run(window.desk.intake.new_ticket("Ana", "ana@customers.example", "Hello", "Where is it?"))
    window.settle()
    spoken = [tile.accessibleName() for tile in screen.tiles]
    assert "Received today: 1. tickets that came in" in spoken
    screen.left()
    window.bridge.run(window.desk.intake.new_ticket("Bo", "bo@customers.example", "Hello", "And this?"))
    window.settle()
    assert "Received today: 1. tickets that came in" in [tile.accessibleName() for tile in screen.tiles]


def test_every_chart_paints_and_can_be_heard(window: InlineWindow) -> None:
    screen = show(window)
    for numbers in (BUSY_DAY, QUIET_DAY, replace(BUSY_DAY, bands=(0, 0, 0, 1_000_000))):
        screen.show_figures(figures(numbers, REASONS))
        window.settle()
        assert not screen.grab().isNull()
    assert all(chart.accessibleName() for chart in screen.charts)
    assert "Decisions today" in screen.charts[0].accessibleName()
    assert unspoken(screen) == []


def test_trouble_is_said_and_asked_again(window: InlineWindow) -> None:
    screen = show(window)
    screen.show_trouble(StoreCorrupt(Path("/desk.sqlite3"), "page 7"))
    assert "The store is damaged" in screen._banner.words()
    screen._banner.act()
    assert screen._banner.isHidden()
