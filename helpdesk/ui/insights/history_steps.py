"""A trial's five steps as cards: read, draft, judge, time, report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSpinBox, QVBoxLayout

from helpdesk.domain.history import TrialState
from helpdesk.domain.report_card import OTHERS
from helpdesk.ui import history_words, theme
from helpdesk.ui.insights.bar_chart import BarChart
from helpdesk.ui.insights.figures import Chart, bars
from helpdesk.ui.kit import Label, button, column, row
from helpdesk.ui.kit.number_box import number_box
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from helpdesk.domain.history import TrialRow

MOST_TOPICS = 6
CHARTS = (mark("Drafts by topic"), mark("Beside the person's reply"))
USUAL_SAMPLE, FEWEST, MOST = 60, 5, 5000
DRAWING = mark("A sample is drawn by lot, once. Say first how many drafts you will judge; 45 right ones in a row prove 5%.")
TIMING = mark("Answer some tickets with the desk's draft and some without; the difference is what it saves.")
REPORTING = mark("Everything this trial showed, in one file for whoever decides. Customers' personal data is masked.")


def most_drafted(coverage: list[dict[str, Any]]) -> list[tuple[str, int]]:
    """The topics with most drafts and, in one line, what is beyond them: together every draft."""
    named = sorted((one for one in coverage if one["topic"] != OTHERS), key=lambda one: -one["drafted"])[:MOST_TOPICS]
    topics = [(one["topic"] or tr("no article"), one["drafted"]) for one in named]
    beyond = sum(one["drafted"] for one in coverage) - sum(count for _, count in topics)
    return [*topics, (tr("other topics"), beyond)] if beyond else topics


class Step(QFrame):
    """A title, what stands, and what can be done."""

    def __init__(self, title: str, *parts: QWidget) -> None:
        super().__init__()
        self.said = Label("", wraps=True, selectable=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(Label(title, "strong"))
        layout.addWidget(self.said)
        layout.addWidget(row(*parts, None))
        theme.dress(self, "card")
        self.add = layout.addWidget


class TrialSteps(QFrame):
    """Passive. `drawn` carries how many drafts are to be judged."""

    drawn = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.left_out = button(tr("What was left out"), "quiet", name=tr("Every message that was left out, and why"))
        self.draft = button(tr("Start drafting"), "primary")
        self.wanted = number_box(QSpinBox())
        self.wanted.setRange(FEWEST, MOST)
        self.wanted.setValue(USUAL_SAMPLE)
        self.wanted.setAccessibleName(tr("How many drafts to judge"))
        self.draw = button(tr("Draw the sample"), name=tr("Draw so many drafts by lot, once"))
        self.judge = button(tr("Judge"), "primary", name=tr("Judge the sample without knowing who wrote what"))
        self.time = button(tr("Time replies"), name=tr("Answer tickets while the clock runs"))
        self.save = button(tr("Save report…"), "primary", name=tr("Save the report as a file"))
        self.check = button(tr("Check a report…"), "quiet", name=tr("Work out every number of a saved report again"))
        self.reading = Step(tr("1. Old tickets"), self.left_out)
        self.drafting = Step(tr("2. Drafts"), self.draft)
        self.judging = Step(tr("3. Judged blind"), self.wanted, self.draw, self.judge)
        self.timing = Step(tr("4. Minutes saved"), self.time)
        self.charts = (BarChart(), BarChart())
        self.reporting = Step(tr("5. Report"), self.save, self.check)
        sides = [
            column(Label(tr(title), "section"), chart, None, gap=2) for title, chart in zip(CHARTS, self.charts, strict=True)
        ]
        self._charted = row(*sides, gap=theme.L)
        self._charted.setContentsMargins(0, theme.S, 0, 0)
        self.reporting.add(self._charted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        for step in (self.reading, self.drafting, self.judging, self.timing, self.reporting):
            layout.addWidget(step)
        self.draw.clicked.connect(lambda: self.drawn.emit(self.wanted.value()))

    def show_row(self, shown: TrialRow) -> None:
        trial, counts = shown.trial, shown.counts
        is_done = trial.state is TrialState.DONE
        self.reading.said.say(history_words.read(shown))
        self.left_out.setVisible(bool(trial.listed))
        self.drafting.said.say(f"{history_words.state(shown)}. {history_words.drafted(counts)}.")
        self.draft.setText(tr("Pause") if trial.state is TrialState.DRAFTING else tr("Start drafting"))
        self.draft.setAccessibleName(tr("{text} of this trial", text=self.draft.text()))
        self.draft.setVisible(counts.failed > 0 or trial.state in (TrialState.READY, TrialState.DRAFTING))
        self.judging.said.say(history_words.judged(shown) if trial.wanted else tr(DRAWING))
        for part in (self.wanted, self.draw):
            part.setVisible(not trial.wanted)
            part.setEnabled(is_done)
        self.judge.setVisible(trial.wanted > 0)
        self.judge.setEnabled(counts.judged < counts.sampled)
        self.timing.said.say(history_words.timed(counts) if counts.alone or counts.helped else tr(TIMING))
        self.time.setEnabled(is_done)
        self.reporting.said.say(tr(REPORTING))
        self._charted.setVisible(is_done and counts.drafted > 0)
        self.save.setEnabled(counts.tickets > counts.waiting)

    def show_numbers(self, numbers: dict[str, Any]) -> None:
        """What the report would say."""
        self.reporting.said.say(history_words.summary(numbers))
        self.timing.said.say(history_words.minutes(numbers["minutes"]))
        topics = most_drafted(numbers["coverage"])
        readings = [(history_words.READINGS[name], count) for name, count in numbers["comparison"]["readings"].items()]
        for chart, title, counted in zip(self.charts, CHARTS, (topics, readings), strict=True):
            chart.show_chart(Chart(tr(title), bars(counted), tr("nothing was drafted")))
