"""What is to be done before the ticket is: ticked off, added, taken away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QWidget

from helpdesk.domain.ticket_panel import LONGEST_STEP, Step
from helpdesk.ui import theme
from helpdesk.ui.inbox.panel.rows_box import RowsBox
from helpdesk.ui.kit import Label, glyph_button
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import tr


class StepRow(QFrame):
    """The words wrap beside the box: a check box of Qt's own never would."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(one_line(step.text))
        self.box.setChecked(step.done)
        self.words = Label(step.text, "muted" if step.done else "", wraps=True)
        self.words.setBuddy(self.box)
        self.gone = glyph_button("close", tr("Take away the step {text}", text=one_line(step.text)))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.XS)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.gone, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def showEvent(self, event: QShowEvent) -> None:
        """Box, button and the first line of words are level; how tall a button is depends on where it lies."""
        high = self.gone.sizeHint().height()
        self.box.setFixedHeight(high)
        self.words.setContentsMargins(0, max(0, (high - self.words.fontMetrics().height()) // 2), 0, 0)
        super().showEvent(event)


class ChecklistBox(RowsBox):
    """Passive: carries a step's number; what is shown changes only by `show_steps`."""

    added = Signal(str)
    ticked = Signal(int, bool)
    removed = Signal(int)

    def __init__(self) -> None:
        self.line = line_edit(tr("A step to add"), tr("Add a step"), LONGEST_STEP)
        super().__init__(self.line)
        self._shown: tuple[Step, ...] = ()
        self.rows: dict[int, StepRow] = {}
        self.line.returnPressed.connect(self._add)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """What is typed stays, and so does the keyboard's place."""
        if tuple(steps) == self._shown:
            return
        focused = next((number for number, row in self.rows.items() if row.box.hasFocus() or row.gone.hasFocus()), None)
        self._shown = tuple(steps)
        self.rows = {step.id: self._made_row(step) for step in steps}
        self._put(self.rows.values())
        if focused is not None:
            kept: QWidget = self.rows[focused].box if focused in self.rows else self.line
            kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_row(self, step: Step) -> StepRow:
        row = StepRow(step)
        row.box.toggled.connect(partial(self.ticked.emit, step.id))
        row.gone.clicked.connect(lambda _=False: self.removed.emit(step.id))
        return row

    def _add(self) -> None:
        typed = self.line.text()
        if typed.strip():
            self.line.clear()
            self.added.emit(typed)
