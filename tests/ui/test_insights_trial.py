"""Trial: from importing old tickets to a report that can be checked, as a person walks through it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from helpdesk.domain.history import TrialState
from helpdesk.ports import Records
from helpdesk.ui.insights import build
from helpdesk.ui.insights.history_tab import TrialTab
from helpdesk.ui.insights.screen import InsightsScreen
from helpdesk.ui.kit import Place
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken
from tests.fakes.trial_desk import draft_of, hub_table

KNOWN_LOT = "5eed" * 16
"""Eight of sixty tickets are the control slice; left to chance, one run in seventy would have a single one or none."""


@pytest.fixture(scope="module")
def window(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    with inline_window(tmp_path_factory.mktemp("trial") / "workspace") as opened:
        object.__setattr__(opened.desk.history.reading, "secret", lambda: KNOWN_LOT)
        yield opened


def shown(window: InlineWindow) -> TrialTab:
    screen = window.show(build, Place("insights", section="trial"))
    assert isinstance(screen, InsightsScreen)
    tab = screen.tab("trial")
    assert isinstance(tab, TrialTab)
    return tab


def press(tab: TrialTab, *keys: str) -> None:
    for key in keys:
        pane = tab.stack.currentWidget()
        assert pane is not None
        found = [one for one in pane.findChildren(QShortcut) if one.key() == QKeySequence(key)]
        found[0].activated.emit()


def put_drafts(window: InlineWindow) -> None:
    """As if the desk had drafted them overnight."""

    async def work(records: Records) -> None:
        (trial,) = await records.history.all()
        for old in [old async for old in records.history.tickets(trial.id)]:
            await records.history.drafted(old.id, draft_of(old, trial.made_at))
        await records.history.move(trial.id, TrialState.DONE)

    window.bridge.run(window.desk.history.reading.store.write(work))


def test_nothing_can_be_pressed_before_it_is_known_what_there_is(window: InlineWindow, qtbot: QtBot) -> None:
    tab = TrialTab(window.context())
    qtbot.addWidget(tab)
    assert tab.waiting.isVisibleTo(tab)
    shown_too_early = (tab.nothing, tab.steps, tab.trials, tab.remove)
    assert not [one for one in shown_too_early if one.isVisibleTo(tab)]
    tab.show_trials((), None)
    assert not tab.waiting.isVisibleTo(tab)


def test_at_first_it_says_what_it_is_for(window: InlineWindow) -> None:
    tab = shown(window)
    assert "Does it work on your tickets?" in tab.nothing.words()
    assert tab.nothing.isVisibleTo(tab)
    assert not tab.steps.isVisibleTo(tab)
    assert unspoken(tab) == []


def test_a_file_without_answers_is_refused_in_its_place(window: InlineWindow, tmp_path: Path) -> None:
    file = tmp_path / "asked.jsonl"
    file.write_text('{"body": "How do I reset it?"}\n', "utf-8")
    tab = shown(window)
    tab.read([file])
    assert tab.banner.isVisibleTo(tab)
    assert tab.banner.words().startswith("Not accepted. ")


def test_old_tickets_are_read_and_what_was_left_out_is_listed(window: InlineWindow, tmp_path: Path) -> None:
    tab = shown(window)
    tab.read([hub_table(tmp_path, 60, broken=1)])
    window.settle()
    assert "60 questions with the reply a person sent" in tab.result.words()
    assert "1 left out; everything else went in" in tab.result.words()
    assert "line 61" in tab.result.words()
    tab.result.closed.emit()
    window.settle()
    assert tab.steps.isVisibleTo(tab)
    assert "60 questions" in tab.steps.reading.said.text()
    assert unspoken(tab) == []


def test_drafting_begins_and_pauses(window: InlineWindow) -> None:
    tab = shown(window)
    tab.steps.draft.click()
    window.settle()
    assert tab.steps.draft.text() == "Pause"
    assert "Drafting: 0 of 60" in tab.steps.drafting.said.text()
    tab.steps.draft.click()
    window.settle()
    assert tab.steps.draft.text() == "Start drafting"
    assert not tab.steps.draw.isEnabled()


def test_a_sample_is_judged_with_four_keys(window: InlineWindow) -> None:
    put_drafts(window)
    tab = shown(window)
    tab.steps.wanted.setValue(6)
    tab.steps.draw.click()
    window.settle()
    assert "0 of 6 judged" in tab.steps.judging.said.text()
    tab.steps.judge.click()
    assert tab.stack.currentWidget() is tab.judging
    assert "1 of 6 Which answer would you rather send?" in tab.judging.words()
    press(tab, "1")
    assert "right in what it says" in tab.judging.words()
    press(tab, "=")
    assert "2 of 6 Which answer" in tab.judging.words()
    press(tab, "2", "Backspace")
    assert "2 of 6 Which answer" in tab.judging.words()
    press(tab, "Backspace")
    assert "1 of 6 Which answer" in tab.judging.words()
    assert unspoken(tab) == []
    press(tab, "X", "1", "Esc")
    window.settle()
    assert tab.stack.currentWidget() is not tab.judging
    assert "1 of 6 judged" in tab.steps.judging.said.text()


def test_the_last_judgement_leads_back(window: InlineWindow) -> None:
    tab = shown(window)
    tab.steps.judge.click()
    press(tab, *("=",) * 10)
    window.settle()
    assert "whole sample is judged" in banner(tab)
    assert not tab.steps.judge.isEnabled()
    assert "6 judged drafts are wrong" in tab.steps.reporting.said.text()


def test_replies_are_timed_while_they_are_written(window: InlineWindow) -> None:
    tab = shown(window)
    seconds = iter(range(0, 100_000, 90))
    tab.timer._seconds = lambda: float(next(seconds))
    tab.steps.time.click()
    for _ in range(2):
        if not tab.timing.reply.toPlainText():
            assert not tab.timing.send.isEnabled()
            tab.timing.reply.setPlainText("Unplug it.")
        press(tab, "Ctrl+Return")
    press(tab, "Esc")
    window.settle()
    assert "1 without a draft, 1 with one" in tab.steps.timing.said.text()


def test_drafts_by_topic_add_up_to_every_draft_where_there_are_many_topics(window: InlineWindow) -> None:
    tab = shown(window)
    row = tab.presenter.row
    assert row is not None
    numbers = window.bridge.run(window.desk.history.reporting.numbers(row.trial.id, masked=False))
    coverage = [{"topic": topic, "drafted": count} for topic, count in zip("abcdefgh…", range(9, 0, -1), strict=True)]
    tab.show_numbers({**numbers, "coverage": coverage})
    told = tab.steps.charts[0].accessibleDescription()
    assert told == "Drafts by topic: a 9, b 8, c 7, d 6, e 5, f 4, other topics 6."


def test_a_report_is_saved_and_checked(window: InlineWindow, tmp_path: Path) -> None:
    tab, file = shown(window), tmp_path / "report.html"
    tab.presenter.save(file)
    assert f"Report saved: {file}" in banner(tab)
    tab.presenter.check(file)
    assert "every number is as the store says" in banner(tab)
    file.write_text(file.read_text("utf-8").replace("60", "61"), "utf-8")
    tab.presenter.check(file)
    assert "does not agree" in banner(tab)


def test_a_trial_is_removed_after_a_second_word(window: InlineWindow) -> None:
    tab = shown(window)
    tab.remove.click()
    assert "60 old tickets" in banner(tab)
    tab.banner.acted.emit()
    window.settle()
    assert tab.nothing.isVisibleTo(tab)


def banner(tab: TrialTab) -> str:
    return " ".join(label.text() for label in tab.banner.findChildren(type(tab.steps.reading.said)))
