"""One old ticket and a box to answer it in, while the clock runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, SafeText, button, column, printable, row
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from helpdesk.domain.history import TimedTask
    from helpdesk.ui.kit import Shortcuts

GROUP = mark("Timing replies")
HELPED = mark("The desk drafted this one. Make it what you would send.")
ALONE = mark("Write the reply you would send.")
EXPLAINED = mark("The clock runs until you would send it. What you type is thrown away; only the seconds are kept.")


class TimingPane(QFrame):
    """Passive. `done` says that what stands there would be sent; `left` that this one is not timed."""

    done = Signal()
    left = Signal()

    def __init__(self, shortcuts: Shortcuts) -> None:
        super().__init__()
        self._count = Label("", "section")
        self._subject = Label("", "strong", wraps=True)
        self._task = Label("", "title", wraps=True)
        self.question = SafeText(tr("The customer's question"))
        self.reply = QPlainTextEdit()
        self.reply.setAccessibleName(tr("Your reply"))
        self.reply.setTabChangesFocus(True)
        self.send = button(tr("I would send this"), "primary", name=tr("I would send this; the next ticket"), key="Ctrl+Enter")
        self.leave = button(tr("Back to the trial"), "quiet", name=tr("Back to the trial; this one is not timed"), key="Esc")
        self._lay_out()
        self.send.clicked.connect(self.finish)
        self.leave.clicked.connect(self.left)
        self.reply.textChanged.connect(lambda: self.send.setEnabled(self._has_words()))
        shortcuts.add(self, Intent("timing-done", ("Ctrl+Return", "Ctrl+Enter"), mark("I would send this"), GROUP), self.finish)
        shortcuts.add(self, Intent("timing-leave", ("Esc",), mark("Back to the trial"), GROUP), self.left.emit)

    def show_task(self, task: TimedTask) -> None:
        alone, helped = task.done
        self._count.say(tr("Timed so far: {alone} without a draft, {helped} with one", alone=alone, helped=helped))
        self._subject.say(task.subject)
        self._task.say(tr(HELPED) if task.draft else tr(ALONE))
        self.question.show_source(task.question)
        self.reply.setPlainText(printable(task.draft))
        self.send.setEnabled(self._has_words())
        self.reply.setFocus()

    def finish(self) -> None:
        if self._has_words():
            self.done.emit()

    def _has_words(self) -> bool:
        return bool(self.reply.toPlainText().strip())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.M, theme.XL, theme.L)
        layout.setSpacing(theme.S)
        layout.addWidget(row(self._count, None, self.leave))
        layout.addWidget(self._subject)
        asked = column(Label(tr("Customer"), "section"), self.question, gap=2)
        answer = column(Label(tr("Your reply"), "section"), self.reply, gap=2)
        layout.addWidget(self._task)
        layout.addWidget(row(asked, answer, gap=theme.M), 1)
        layout.addWidget(row(self.send, Label(tr(EXPLAINED), "caption", wraps=True), gap=theme.M))
