"""The tabs of numbers: what they say of a new desk, of a busy one, and what can be taken away."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from helpdesk.domain.assessment import Backlog
from helpdesk.domain.certificate import POOLED, Goal
from helpdesk.domain.custom_field import FieldKind
from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.reliability import Cut, Judgement
from helpdesk.domain.risk import Weighed
from helpdesk.domain.service_level import Promise
from helpdesk.domain.standing import DrafterStanding, Progress, Reviewers, Standing, Stop
from helpdesk.domain.trends import Day, PromiseTally, Spread, Tally, Trends
from helpdesk.ui.insights import build
from helpdesk.ui.insights.confidence_pictures import choosiness, drift
from helpdesk.ui.insights.confidence_tab import ConfidenceTab
from helpdesk.ui.insights.confidence_words import headline, suppose, tiles
from helpdesk.ui.insights.plot_card import PlotCard
from helpdesk.ui.insights.promise_pictures import promises
from helpdesk.ui.insights.saving import PictureSaver
from helpdesk.ui.insights.screen import InsightsScreen
from helpdesk.ui.insights.tabs import TABS
from helpdesk.ui.insights.trend_pictures import decided, rates, waits, words
from helpdesk.ui.insights.trends_tab import TrendsTab
from helpdesk.ui.kit import Place
from tests.fakes.certificates import certificate
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
APPROVE, EDIT, REJECT = DecisionKind.APPROVE, DecisionKind.EDIT, DecisionKind.REJECT
GOAL = Goal(1, 0.05, 0.1, (), (), "Ada", NOW - timedelta(days=60))
PROVEN = certificate(NOW, id=1, checked=117, wrong=2, bound=0.045, coverage=0.34)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("insights")


@pytest.fixture
def window(qtbot: QtBot, workspace: Path) -> Iterator[InlineWindow]:
    with inline_window(workspace) as opened:
        yield opened


def month(*tallies: Tally) -> Trends:
    days = tuple(
        Day(
            (NOW - timedelta(days=29 - back)).date(),
            Tally("", {APPROVE: 2} if back % 2 else {}),
            3,
            600.0 if back % 2 else None,
        )
        for back in range(30)
    )
    total = Tally("", {APPROVE: 30, EDIT: 8, REJECT: 2})
    return Trends(
        30, NOW - timedelta(days=30), NOW, total, by_topic=tallies, series=days, received=90, answered=40, deflected=25
    )


def standing(**changed: object) -> Standing:
    cut = Weighed(0.8, 117, 2, 8.0, certified=False)
    progress = Progress(POOLED, (cut,), None, at_least=23, at_this_rate=61)
    drafter = DrafterStanding("excerpts", "fitted-4", "f", None, False, progress, coverage=0.34)
    return replace(Standing(goal=GOAL, drafters=(drafter,)), **changed)  # type: ignore[arg-type]


def test_small_numbers_are_counted_and_not_turned_into_percentages() -> None:
    few = Trends(7, NOW, NOW, Tally("", {APPROVE: 3, EDIT: 1}), answered=4, deflected=3, ratings={5: 2})
    said = {tile.label: tile.spoken for tile in words(few).tiles}
    assert said["Sent without an edit"] == "Sent without an edit: 3 of 4. of the drafts decided on; too few for a percentage"
    assert said["Answered from the knowledge base"].startswith("Answered from the knowledge base: 3 of 4.")
    assert said["Satisfied customers"].startswith("Satisfied customers: 2 of 2.")
    assert "Preferences" in {tile.label: tile.note for tile in words(replace(few, ratings={})).tiles}["Satisfaction"]


def test_topics_are_compared_with_their_intervals_and_chance_is_named() -> None:
    wide, clear = Tally("returns", {APPROVE: 9, EDIT: 3}), Tally("billing", {APPROVE: 6, EDIT: 6})
    picture = rates(month(wide, clear, Tally("app", {APPROVE: 1})), "topic", APPROVE)
    assert picture.finding == "Most: returns, 75%. Least: billing, 50%. Their intervals overlap: the difference may be chance."
    assert "1 with fewer than 10 decisions is in the table only." in picture.note
    assert picture.table.rows[2] == ("app", "1", "1 of 1", "0 of 1", "0 of 1", "0 of 1")
    apart = rates(month(Tally("returns", {APPROVE: 95, EDIT: 5}), Tally("billing", {EDIT: 40})), "topic", APPROVE)
    assert apart.finding == "Most: returns, 95%. Least: billing, 0%."
    assert "choose more days" in rates(month(Tally("app", {APPROVE: 1})), "topic", APPROVE).empty


def test_promises_are_told_by_service_level_with_their_median() -> None:
    assert "No promise was kept or missed" in promises(month()).empty
    told = (PromiseTally("Gold", Promise.FIRST_REPLY, 9, 1, 1800.0), PromiseTally("Gold", Promise.SOLVE, 0, 2))
    picture = promises(replace(month(), promises=told))
    assert picture.finding == "9 of 12 promises were kept: 75%."
    assert picture.table.rows == (("Gold: First reply", "9", "1", "30 min"), ("Gold: Solution", "0", "2", "–"))


def test_days_become_weeks_where_days_would_be_too_thin() -> None:
    trends = month()
    assert len(decided(trends).table.rows) == 30
    assert [len(decided(replace(trends, days=90)).table.rows)] == [5]
    assert decided(trends).finding.startswith("Of 40 drafts people decided on, 75% went out without an edit;")
    assert "Review the first drafts" in decided(replace(trends, total=Tally("", {}))).empty
    spoken = waits(replace(trends, first_reply=Spread(30, 600.0, 5400.0)))
    assert spoken.finding == "Half waited less than 10 min, nine of ten less than 1 h 30 min."
    assert spoken.y.title == "Median, in minutes"


def test_what_is_missing_for_a_signature_is_said_step_by_step() -> None:
    assert "Under “Sending”" in headline(Standing()).sentences[0]
    missing = headline(standing())
    assert missing.sentences == (
        "The goal: at most 5% wrong, with 90% confidence.",
        "2 wrong of 117 answers checked so far with a score of 0.80 or more. Needs 23 more without an error, or about 61 at "
        "the rate so far.",
    )
    certified = standing().drafters[0]
    certified = replace(certified, pooled=replace(certified.pooled, certificate=PROVEN))
    proven = headline(standing(drafters=(certified,)))
    assert proven.proven
    assert proven.sentences == (
        "Of answers sent automatically at most 5% are wrong (90% confidence). Evidence when it was granted: 2 wrong of "
        "117 checked; 34% of tickets qualified.",
    )
    assert proven.small[0] == "For drafts by: Quotations."


def test_backlog_and_reviewers_speak_for_themselves() -> None:
    now = standing(backlog=Backlog(4, 2, NOW - timedelta(days=12)), reviewers=Reviewers(46, 4, 0.83), audit_share=0.3)
    said = {tile.label: tile for tile in tiles(now, Judgement("excerpts", "fitted-4", decided=120, wrong=9), NOW)}
    assert (
        said["Waiting to be checked"].note
        == "drawn drafts in the queue, the oldest for 12 days; 2 count as wrong within three days"
    )
    assert said["Waiting to be checked"].alarming
    assert said["Errors reviewers notice"].spoken.startswith("Errors reviewers notice: 92%. 46 of 50 test drafts caught; most")
    assert said["Checked by lot"].value == "30%"


def test_another_goal_is_played_through_and_sets_nothing() -> None:
    judgement = Judgement("excerpts", "fitted-4", decided=117, drafts=400, a_week=100.0, minutes=3.0)
    supposed = suppose(standing().drafters, judgement, 0.02)
    assert not supposed.proven
    assert supposed.words.startswith("Needs 23 more without an error")
    assert supposed.minutes_a_week == pytest.approx(0.34 * 100 * 0.7 * 3)
    done = replace(standing().drafters[0].pooled, cuts=(Weighed(0.8, 117, 2, 12.0, certified=True),))
    kept = suppose((replace(standing().drafters[0], pooled=done),), judgement, 0.05)
    assert kept.proven and "34% of drafts reach it" in kept.words


def test_the_certified_point_counts_what_the_signed_sentence_counts() -> None:
    cuts = (Cut(0.9, 0.2, 40, 0, 0.06), Cut(0.75, 0.5, 300, 21, 0.1))
    judgement = Judgement("excerpts", "fitted-4", 300, 21, 600, 300, GOAL.at, cuts=cuts)
    picture = choosiness(judgement, 0.05, PROVEN)
    (mark,) = next(one for one in picture.series if one.name == "Certified").marks
    assert (mark.x, mark.y, mark.high) == (0.34, 2 / 117, 0.045)
    assert "certified on 21 Nov: score 0.80 and more: 34% of drafts; 2 of 117 checked were wrong" in mark.says
    assert picture.note.startswith("Only drafts drawn by lot since 22 Sep are counted, as for the proof.")
    assert "the curve goes on" in picture.note


def test_a_goal_set_today_has_no_risk_to_show_of_yesterday() -> None:
    picture = choosiness(Judgement("excerpts", "fitted-4", 300, 21, 4, 4, GOAL.at), 0.05, None)
    assert "Needs 20 drafts drawn by lot since 22 Sep" in picture.empty
    assert "there are 4 so far" in picture.empty


def test_without_a_goal_no_risk_is_shown_however_much_was_decided() -> None:
    assert "No goal is set" in choosiness(Judgement("excerpts", "fitted-4", 35, 11), None, None).empty
    assert "there are 4 so far" in choosiness(Judgement("excerpts", "fitted-4", 4, 1), None, None).empty


def test_growing_errors_are_seen_coming() -> None:
    assert drift((1.0, 3.0, 40.0)).finding.startswith("Calm: it stands at 40.0")
    assert drift((), Stop(NOW, (1.0, 2000.0))).finding.startswith("Sending stopped on 21 Nov: the watch reached 2,000")
    assert "begins when something is certified" in drift(()).empty


def test_every_tab_of_a_new_desk_says_what_to_do_first_and_can_be_heard(window: InlineWindow) -> None:
    screen = window.show(build, Place("insights", section="confidence"))
    assert isinstance(screen, InsightsScreen)
    tab = screen.tab("confidence")
    assert isinstance(tab, ConfidenceTab)
    assert tab.headline.accessibleName().startswith("Nothing can be signed yet.")
    assert all(card.picture is not None and card.picture.empty for card in tab.cards)
    screen.go_to("trends")
    trends = screen.tab("trends")
    assert isinstance(trends, TrendsTab)
    assert trends.decided.picture is not None and "Review the first drafts" in trends.decided.picture.empty
    assert unspoken(screen) == []


def test_a_tab_that_was_there_before_the_desk_counts_when_the_desk_is(window: InlineWindow, qtbot: QtBot) -> None:
    screen = build(window.context())
    assert isinstance(screen, InsightsScreen)
    qtbot.addWidget(screen)
    screen.entered(Place("insights", section="trends"))
    trends = screen.tab("trends")
    assert isinstance(trends, TrendsTab)
    assert trends.decided.picture is None
    screen.desk_ready(window.desk)
    assert trends.decided.picture is not None


def test_the_tab_one_left_is_the_tab_one_comes_back_to(window: InlineWindow, qtbot: QtBot) -> None:
    screen = window.show(build, Place("insights", section="trends"))
    assert isinstance(screen, InsightsScreen)
    assert screen.bar.segment(screen.bar.current()).hasFocus()
    screen.left()
    again = window.show(build, Place("insights"))
    assert isinstance(again, InsightsScreen)
    assert [place.title for place in TABS][again.bar.current()] == "Trends"
    (window.workspace.folder / "insights-tab").write_bytes(b"\xff nonsense")
    fresh = window.show(build, Place("insights"))
    assert isinstance(fresh, InsightsScreen)
    assert fresh.bar.current() == 0


def settled(window: InlineWindow, screen: InsightsScreen) -> None:
    """Every plot has had its turn."""
    for _ in range(50):
        if screen.panel.page.isEnabled():
            return
        window.settle()
    raise AssertionError("the page never came")


def test_tickets_and_numbers_are_taken_away(window: InlineWindow, tmp_path: Path) -> None:
    window.bridge.run(window.desk.intake.new_ticket("Ana", "ana@customers.example", "Hello", "Where is it?"))
    screen = window.show(build, Place("insights", section="today"))
    assert isinstance(screen, InsightsScreen)
    screen.export.click()
    assert screen.panel.isVisible()
    window.bridge.run(window.desk.ticketing.fields.define("Room & floor", FieldKind.TEXT))
    for _ in range(2):
        screen.export.click()
    screen.panel.none.click()
    assert not screen.panel.table.isEnabled()
    for name in ("subject", "custom:room-floor"):
        screen.panel.columns[name].setChecked(True)
    screen.panel.table_wanted.emit(str(tmp_path / "tickets.csv"))
    assert (tmp_path / "tickets.csv").read_text("utf-8-sig").splitlines() == ["subject,custom:room-floor", "Hello,"]
    screen.panel.columns["question"].setChecked(True)
    window.bridge.run(window.desk.intake.new_ticket("Bo", "bo@customers.example", "Hi", "Write to bo@home.example please."))
    for hides, address in ((True, "{EMAIL}"), (False, "bo@home.example")):
        screen.panel.hides.setChecked(hides)
        screen.panel.table_wanted.emit(str(tmp_path / "tickets.csv"))
        assert f"Write to {address} please." in (tmp_path / "tickets.csv").read_text("utf-8-sig")
    screen.panel.page_wanted.emit(str(tmp_path / "page.html"))
    settled(window, screen)
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "Nothing can be signed yet" in page and "What became of drafts" in page
    screen.panel.page_wanted.emit(str(tmp_path / "nowhere" / "page.html"))
    settled(window, screen)
    assert "cannot be written" in str(window.reported[-1])
    window.reported.clear()
    assert screen.panel.page.isEnabled()


def test_a_plot_is_saved_as_it_is_shown(window: InlineWindow, qtbot: QtBot, tmp_path: Path) -> None:
    card, host = PlotCard(), QWidget()
    qtbot.addWidget(card)
    qtbot.addWidget(host)
    card.show_picture(promises(replace(month(), promises=(PromiseTally("=Gold", Promise.SOLVE, 2, 1, 60.0),))))
    saver = PictureSaver(host, window.context(), [card])
    saver.save(card, str(tmp_path / "kept.png"))
    assert (tmp_path / "kept.png").read_bytes().startswith(b"\x89PNG")
    card.turn()
    assert card.save.text() == "Save table…"
    saver.save(card, str(tmp_path / "kept.csv"))
    assert (tmp_path / "kept.csv").read_text("utf-8-sig").splitlines()[1].startswith("'=Gold: Solution,2,1")
    for name in ("kept.csv", "kept.png"):
        saver.save(card, str(tmp_path / "nowhere" / name))
    assert [str(error).count("cannot be written") for error in window.reported] == [1, 1]
    window.reported.clear()
