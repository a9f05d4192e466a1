"""One line under the title: what runs, how far it is, how long it may take, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from helpdesk.domain.progress import Progress
from helpdesk.ui import theme, wording
from helpdesk.ui.kit.buttons import button
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.labels import ElidedLabel, Label
from helpdesk.ui.language import number, percent, tr
from helpdesk.ui.reason_words import reason_said

STEPS = 1000


class ProgressStrip(QFrame):
    """Hidden until there is progress. `cancelled` is emitted once; the strip stays until the job says it ended. `counts` is
    False for work whose units mean nothing to a reader: it is told in percent. `paused` is emitted once, for work that can go
    on later."""

    cancelled = Signal()
    paused = Signal()
    finished = Signal()

    def __init__(self, *, cancellable: bool = True, counts: bool = True, pausable: bool = False) -> None:
        super().__init__()
        self._counts = counts
        self._label = ElidedLabel("")
        self._left = Label("", "caption")
        self._cancel = button(tr("Cancel"), "quiet", name=tr("Cancel this job"))
        self._pause = button(tr("Pause"), "quiet", name=tr("Pause this job"))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        line = QHBoxLayout()
        line.setSpacing(theme.S)
        line.addWidget(self._label, 1)
        line.addWidget(self._cancel)
        if pausable:
            line.insertWidget(line.indexOf(self._cancel), self._pause)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(edges(theme.M, theme.XS, theme.XS, theme.XS))
        whole.setSpacing(2)
        whole.addLayout(line)
        whole.addWidget(self._bar)
        # With two buttons the line has no room for figures.
        (whole if pausable else line).insertWidget(2 if pausable else 1, self._left)
        self._cancel.setVisible(cancellable)
        self._cancel.clicked.connect(self._ask)
        self._pause.clicked.connect(self._ask_to_pause)
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        counted = self._counted(progress)
        self._label.say(reason_said(progress.label))
        self._left.say(" · ".join(part for part in (counted, wording.time_left(progress.seconds_left)) if part))
        self._bar.setRange(0, STEPS if progress.total else 0)
        if progress.total:
            self._bar.setValue(round(STEPS * min(1.0, progress.done / progress.total)))
        self.setAccessibleName(f"{reason_said(progress.label)} {counted}".strip())
        self.show()

    def _counted(self, progress: Progress) -> str:
        if not progress.total:
            return ""
        if self._counts:
            return tr("{done} of {total}", done=number(progress.done), total=number(progress.total))
        return percent(int(100 * min(1.0, progress.done / progress.total)) / 100)

    def words(self) -> str:
        return f"{self._label.text()} {self._left.text()}".strip()

    def allow_pause(self, allowed: bool) -> None:
        self._pause.setVisible(allowed and self._pause.parent() is not None)

    def take_keyboard(self) -> None:
        """To the button that stops it."""
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        self._cancel.setEnabled(True)
        self._pause.setEnabled(True)
        self.hide()
        self.finished.emit()

    def _ask_to_pause(self) -> None:
        self._pause.setEnabled(False)
        self._label.say(tr("Pausing…"))
        self.paused.emit()

    def _ask(self) -> None:
        self._cancel.setEnabled(False)
        self._label.say(tr("Stopping…"))
        self.cancelled.emit()
