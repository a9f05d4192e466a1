"""What an admin asks for: how many answers may be wrong, how sure that must be, and about what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.insights.sending_page import goal_words
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.number_box import number_box
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import mark, percent, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.certificate import Goal

ALPHAS, OWN = (0.05, 0.02, 0.01), (0.0, mark("own"))
DELTAS = (0.1, 0.05, 0.01)
LONGEST_LIST = 5000
SET, SURE = mark("Set this goal"), mark("Yes, begin the evidence anew")
ABOUT = mark(
    "Setting another goal starts its evidence anew: what is proven must be asked for before it is looked at. Topics are the "
    "folders of your knowledge base, with commas between."
)


@dataclass(frozen=True)
class Wished:
    alpha: float
    delta: float
    topics: tuple[str, ...]
    never: tuple[str, ...]


class GoalCard(QFrame):
    """Passive. Another goal than the one in force is asked about once more: its evidence begins anew."""

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._goal: Goal | None = None
        self._asked = False
        self._now = Label("", wraps=True, selectable=True)
        self.alpha = choice(tr("How many may be wrong"), [*((alpha, percent(alpha)) for alpha in ALPHAS), OWN])
        self.own = percent_box(tr("Own share that may be wrong"))
        self.delta = choice(tr("How sure that must be"), [(delta, percent(1 - delta)) for delta in DELTAS])
        self.topics = line_edit(tr("Only about these topics"), tr("every topic"), LONGEST_LIST)
        self.never = line_edit(tr("Never about these topics"), tr("no further topic"), LONGEST_LIST)
        self.set_goal = button(tr(SET), "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(Label(tr("Goal"), "strong"))
        layout.addWidget(self._now)
        layout.addWidget(
            row(Label(tr("At most")), self.alpha, self.own, Label(tr("wrong, with")), self.delta, Label(tr("confidence")), None)
        )
        layout.addWidget(row(Label(tr("Only about")), self.topics, Label(tr("never about")), self.never))
        layout.addWidget(Label(tr(ABOUT), "caption", wraps=True))
        layout.addWidget(row(self.set_goal, None))
        theme.dress(self, "card")
        for changed in (self.alpha.currentIndexChanged, self.own.valueChanged, self.delta.currentIndexChanged):
            changed.connect(self._weigh)
        for typed in (self.topics, self.never):
            typed.textChanged.connect(self._weigh)
        self.set_goal.clicked.connect(self._set)
        self._weigh()

    def show_goal(self, goal: Goal | None) -> None:
        """A goal seen for the first time fills the fields; what somebody types meanwhile stays."""
        fresh = goal is not None and (self._goal is None or self._goal.id != goal.id)
        self._goal = goal
        self._now.say(goal_words(goal))
        if goal is not None and fresh:
            self._fill(goal)
        self._weigh()

    def words(self) -> str:
        return self._now.text()

    def wish(self) -> Wished:
        alpha = float(self.alpha.currentData()) or self.own.value() / 100
        return Wished(alpha, float(self.delta.currentData()), listed(self.topics.text()), listed(self.never.text()))

    def _fill(self, goal: Goal) -> None:
        place = self.alpha.findData(goal.alpha)
        self.alpha.setCurrentIndex(place if place >= 0 else self.alpha.count() - 1)
        self.own.setValue(goal.alpha * 100)
        self.delta.setCurrentIndex(max(0, self.delta.findData(goal.delta)))
        self.topics.setText(", ".join(goal.topics))
        self.never.setText(", ".join(goal.never))

    def _weigh(self) -> None:
        """Nothing to set while it says what is in force."""
        self.own.setVisible(not self.alpha.currentData())
        goal, wish = self._goal, self.wish()
        same = goal is not None and wish == Wished(goal.alpha, goal.delta, goal.topics, goal.never)
        self.set_goal.setEnabled(not same)
        self._ask(False)

    def _set(self) -> None:
        if self._goal is not None and not self._asked:
            self._ask(True)
        else:
            self._ask(False)
            self.wished.emit(self.wish())

    def _ask(self, asked: bool) -> None:
        self._asked = asked
        words = tr(SURE if asked else SET)
        self.set_goal.setText(words)
        self.set_goal.setAccessibleName(words)
        theme.dress(self.set_goal, "danger" if asked else "primary")


def choice(name: str, choices: Sequence[tuple[float, str]]) -> PickBox:
    made = PickBox(name)
    for value, words in choices:
        made.addItem(tr(words), value)
    return made


def percent_box(name: str) -> QDoubleSpinBox:
    made = number_box(QDoubleSpinBox())
    made.setRange(0.5, 20.0)
    made.setDecimals(1)
    made.setValue(3.0)
    made.setSuffix(percent(0).lstrip("0"))
    made.setAccessibleName(name)
    return made


def listed(text: str) -> tuple[str, ...]:
    """Topics as the desk writes them, each once."""
    return tuple(dict.fromkeys(topic for part in text.split(",") if (topic := " ".join(part.split()).lower())))
