"""Trial: does it work on our tickets? Old ones are drafted anew, and judged beside what people really sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.ui import history_words, theme
from helpdesk.ui.insights.history_judging import JudgingPane
from helpdesk.ui.insights.history_presenter import TrialPresenter
from helpdesk.ui.insights.history_steps import TrialSteps
from helpdesk.ui.insights.history_timing import TimingPane
from helpdesk.ui.insights.history_working import JudgingPresenter, TimingPresenter
from helpdesk.ui.insights.tab import InsightsTab, page
from helpdesk.ui.kit import Banner, EmptyState, Label, ProgressStrip, Tone, button, row
from helpdesk.ui.kit.failures_list import ImportResult
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.language import mark, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.certificate import Certificate
    from helpdesk.domain.history import BlindPair, Brought, TimedTask, TrialRow
    from helpdesk.domain.progress import Progress
    from helpdesk.services.desk import Desk
    from helpdesk.ui.kit import ScreenContext

SUFFIXES = (".mbox", ".csv", ".jsonl", ".eml")
NOTHING = mark(
    "Import solved tickets with the replies people really sent. The desk drafts them all, you judge a sample blind, and a "
    "report says what it would be worth. Nothing is sent, and no ticket is made of them."
)


def build(context: ScreenContext) -> InsightsTab:
    return TrialTab(context)


class TrialTab(InsightsTab):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self.trials = PickBox(tr("Which trial is shown"))
        self.trials.setSizeAdjustPolicy(PickBox.SizeAdjustPolicy.AdjustToContents)
        self.files = button(tr("Import old tickets…"), name=tr("Import files of solved tickets"))
        self.folder = button(tr("Import a folder…"), "quiet", name=tr("Import a folder of solved tickets"))
        self.remove = button(tr("Remove this trial"), "danger", name=tr("Take this trial out with every word of it"))
        self.us = line_edit(tr("Our addresses or domain"), tr("Our addresses or domain, like acme.example; guessed when empty"))
        self.strip = ProgressStrip(counts=False)
        self.banner = Banner()
        self.nothing = EmptyState("insights", tr("Does it work on your tickets?"), tr(NOTHING), tr("Import old tickets…"))
        self.waiting = Label(tr("Looking…"), "muted")
        self.steps = TrialSteps()
        self.result = ImportResult(tr("Old tickets"))
        self.judging, self.timing = JudgingPane(context.shortcuts), TimingPane(context.shortcuts)
        self.stack = QStackedWidget()
        self._overview = QWidget()
        feed = ProgressFeed(self)
        self.presenter = TrialPresenter(self, context.bridge, context.delays, feed)
        self.judge = JudgingPresenter(self, context.bridge)
        self.timer = TimingPresenter(self, context.bridge)
        self._lay_out()
        self._connect(feed)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self.presenter.desk_ready(desk)

    def entered(self) -> None:
        self.presenter.entered()

    def left(self) -> None:
        self.back()
        self.presenter.left()

    def refresh(self) -> None:
        self.presenter.load()

    # What the presenters ask for

    def show_trials(self, rows: Sequence[TrialRow], chosen: TrialRow | None) -> None:
        self.waiting.hide()
        self.nothing.setVisible(not rows)
        for part in self._of_a_trial():
            part.setVisible(bool(rows))
        names = [trn("{name} ({n} ticket)", "{name} ({n} tickets)", row.counts.tickets, name=row.trial.name) for row in rows]
        if names != [self.trials.itemText(n) for n in range(self.trials.count())]:
            self.trials.clear()
            self.trials.addItems(names)
        if chosen is not None:
            self.trials.setCurrentIndex(rows.index(chosen))
            self.steps.show_row(chosen)

    def show_numbers(self, numbers: dict[str, Any]) -> None:
        self.steps.show_numbers(numbers)

    def show_reading(self, progress: Progress) -> None:
        self.strip.show_progress(progress)

    def end_reading(self) -> None:
        self.strip.finish()

    def show_brought(self, done: Brought) -> None:
        self.result.show_result(history_words.brought(done), done.refused)
        self.stack.setCurrentWidget(self.result)

    def show_pair(self, pair: BlindPair) -> None:
        self.stack.setCurrentWidget(self.judging)
        self.judging.show_pair(pair)

    def show_all_judged(self, certificate: Certificate | None) -> None:
        self.back()
        self.say(history_words.all_judged(certificate))

    def show_task(self, task: TimedTask) -> None:
        self.stack.setCurrentWidget(self.timing)
        self.timing.show_task(task)

    def show_all_timed(self) -> None:
        self.back()
        self.say(tr(history_words.ALL_TIMED))

    def say(self, words: str, *, well: bool = True) -> None:
        self.banner.say(words, Tone.QUIET if well else Tone.WARNING)

    def show_trouble(self, error: Exception) -> None:
        self.waiting.hide()
        self.back()
        self.banner.tell(error)

    def back(self) -> None:
        """To the overview; what is on display is neither judged nor timed."""
        self.timer.leave()
        if self.stack.currentWidget() is not self._overview:
            self.stack.setCurrentWidget(self._overview)
            self.presenter.entered()

    # What a person does

    def read(self, paths: Sequence[str | Path]) -> None:
        self.presenter.read([Path(path) for path in paths], self.us.text())

    def _work(self, *, timed: bool) -> None:
        shown = self.presenter.row
        if self._desk is None or shown is None:
            return
        self.banner.clear()
        self.presenter.left()
        if timed:
            self.timer.begin(self._desk.history.timing, shown.trial.id)
        else:
            self.judge.begin(self._desk.history.judging, shown.trial.id)

    def _show_left_out(self) -> None:
        if (shown := self.presenter.row) is not None:
            self.result.show_result(history_words.read(shown), shown.trial.listed)
            self.stack.setCurrentWidget(self.result)

    def _ask_removal(self) -> None:
        if (shown := self.presenter.row) is not None:
            words = history_words.removal(shown)
            self.banner.say(words, Tone.WARNING, action=tr("Remove it for good"))

    def _remove(self) -> None:
        self.banner.clear()
        self.presenter.remove()

    def _ask(self, title: str, mode: QFileDialog.FileMode, kinds: str = "") -> QFileDialog:
        dialog = QFileDialog(self, title, str(Path.home()))
        dialog.setFileMode(mode)
        if kinds:
            dialog.setNameFilter(kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _ask_files(self) -> None:
        kinds = tr("Old tickets ({what})", what=" ".join(f"*{suffix}" for suffix in SUFFIXES))
        dialog = self._ask(tr("Import old tickets"), QFileDialog.FileMode.ExistingFiles, kinds)
        dialog.filesSelected.connect(self.read)

    def _ask_folder(self) -> None:
        dialog = self._ask(tr("Import a folder of old tickets"), QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self.read)

    def _ask_report(self) -> None:
        dialog = self._ask(tr("Save the report"), QFileDialog.FileMode.AnyFile, tr("Report (*.html)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("html")
        dialog.fileSelected.connect(lambda name: self.presenter.save(Path(name)))

    def _ask_check(self) -> None:
        dialog = self._ask(tr("Check a report"), QFileDialog.FileMode.ExistingFile, tr("Report (*.html)"))
        dialog.fileSelected.connect(lambda name: self.presenter.check(Path(name)))

    def _connect(self, feed: ProgressFeed) -> None:
        feed.progressed.connect(self.presenter.progressed)
        steps = self.steps
        for made, act in (
            (self.files, self._ask_files),
            (self.folder, self._ask_folder),
            (self.remove, self._ask_removal),
            (steps.left_out, self._show_left_out),
            (steps.draft, self.presenter.draft),
            (steps.judge, lambda: self._work(timed=False)),
            (steps.time, lambda: self._work(timed=True)),
            (steps.save, self._ask_report),
            (steps.check, self._ask_check),
        ):
            made.clicked.connect(act)
        self.nothing.acted.connect(self._ask_files)
        self.banner.acted.connect(self._remove)
        self.strip.cancelled.connect(self.presenter.stop_reading)
        self.trials.activated.connect(self.presenter.choose)
        self.result.closed.connect(self.back)
        steps.drawn.connect(self.presenter.draw)
        self.judging.judged.connect(self.judge.said)
        self.judging.taken_back.connect(self.judge.take_back)
        self.timing.done.connect(self.timer.done)
        for pane in (self.judging, self.timing):
            pane.left.connect(self.back)

    def _of_a_trial(self) -> tuple[QWidget, ...]:
        return (self.steps, self.trials, self.files, self.remove)

    def _lay_out(self) -> None:
        head = row(self.trials, self.files, self.folder, None, self.remove)
        page(self._overview, [self.nothing, head, self.us, self.strip, self.banner, self.waiting, self.steps])
        for part in (self.nothing, *self._of_a_trial()):
            part.hide()
        for part in (self._overview, self.result, self.judging, self.timing):
            self.stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, theme.S)
        whole.addWidget(self.stack)
