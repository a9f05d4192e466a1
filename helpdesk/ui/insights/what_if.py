"""Another goal played through: how many drafts would go, what that saves, and what is still missing."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QSlider, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.insights.confidence_words import Supposed
from helpdesk.ui.kit import Label, column, row
from helpdesk.ui.kit.direction import reads_from_right
from helpdesk.ui.kit.number_box import number_box
from helpdesk.ui.language import mark, number, percent, tr

LEAST, MOST, STEPS = 0.5, 20.0, 10
"""Percent, and steps of the slider a percent."""

WAITING = mark("Working it out…")
ONLY = mark("This only plays it through. The goal is set under Sending, and a new goal starts its evidence anew.")


class WhatIfCard(QFrame):
    """Passive; `supposed` carries the share that may be wrong."""

    supposed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(LEAST * STEPS), round(MOST * STEPS))
        self.slider.setSingleStep(5)
        self.slider.setPageStep(10)
        self.slider.setFixedWidth(360)
        self.slider.setProperty("mirrored", reads_from_right())
        self.slider.setAccessibleName(tr("Share that may be wrong, in tenths of a percent"))
        self.field = number_box(QDoubleSpinBox())
        self.field.setRange(LEAST, MOST)
        self.field.setDecimals(1)
        self.field.setSingleStep(0.5)
        self.field.setSuffix(percent(0).lstrip("0"))
        self.field.setAccessibleName(tr("Share that may be wrong"))
        self.field.setFixedWidth(theme.scaled(72))
        for control in (self.slider, self.field):
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            control.installEventFilter(self)
        self._share, self._minutes, self._labels = Label("–", "display"), Label("–", "display"), Label(tr(WAITING), wraps=True)
        self._how = Label("", "caption", wraps=True)
        self._lay_out()
        self.show_alpha(0.05)
        self.slider.valueChanged.connect(lambda value: self._moved(value / STEPS))
        self.field.valueChanged.connect(self._moved)

    def show_alpha(self, alpha: float) -> None:
        """Without telling anybody."""
        with QSignalBlocker(self.slider), QSignalBlocker(self.field):
            self.slider.setValue(round(alpha * 100 * STEPS))
            self.field.setValue(alpha * 100)

    def show_supposed(self, supposed: Supposed, how: str) -> None:
        self._share.say(f"{percent(supposed.coverage)}")
        self._minutes.say(
            tr("{minutes_a_week} min", minutes_a_week=number(supposed.minutes_a_week))
            if supposed.minutes_a_week < 120
            else hours(supposed)
        )
        self._labels.say(supposed.words)
        theme.dress(self._labels, "good" if supposed.proven else "")
        self._how.say(tr("{only} Time: {how}", only=tr(ONLY), how=how))
        self.setAccessibleDescription(f"{supposed.title}: {supposed.words}")

    def words(self) -> str:
        return " | ".join(part.text() for part in (self._share, self._minutes, self._labels))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel that was meant for the page moves nothing."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _moved(self, percent: float) -> None:
        self.show_alpha(percent / 100)
        self._labels.say(tr(WAITING))
        self.supposed.emit(percent / 100)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(Label(tr("What if another share might be wrong?"), "strong"))
        layout.addWidget(row(Label(tr("At most")), self.field, Label(tr("wrong")), theme.M, self.slider, None))
        share = column(Label(tr("Drafts that would go"), "section"), self._share, None, gap=2)
        minutes = column(Label(tr("Saved a week"), "section"), self._minutes, None, gap=2)
        labels = column(Label(tr("Evidence"), "section"), self._labels, None, gap=2)
        for part in (share, minutes):
            part.setFixedWidth(theme.scaled(190))
        layout.addWidget(row(share, minutes, labels))
        layout.addWidget(self._how)
        theme.dress(self, "card")
        self.setAccessibleName(tr("What if another share might be wrong?"))


def hours(supposed: Supposed) -> str:
    return tr("{hours} h", hours=number(supposed.minutes_a_week / 60, 1))
