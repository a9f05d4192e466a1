"""What an import did, and all it left out with the reason, to be read and copied."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.domain.article import FileFailure
from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import button
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.layout import row
from helpdesk.ui.kit.safe_text import SafeText
from helpdesk.ui.language import number, tr
from helpdesk.ui.reason_words import reason_said


class ImportResult(QFrame):
    """Says `summary`, then one line a failure: place, line and reason."""

    closed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._summary = Label("", wraps=True, selectable=True)
        self._heading = Label("", "section")
        self._list = SafeText(tr("What was left out"))
        self._copy = button(tr("Copy list"), name=tr("Copy the list of what was left out"))
        close = button(tr("Close"), "primary", name=tr("Close this report"), key="Esc")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.setSpacing(theme.M)
        layout.addWidget(Label(title, "title"))
        layout.addWidget(self._summary)
        layout.addWidget(self._heading)
        layout.addWidget(self._list, 100)
        layout.addWidget(row(close, self._copy, None))
        layout.addStretch(1)
        theme.dress(self, "pane")
        close.clicked.connect(self.closed)
        self._copy.clicked.connect(self.copy)

    def show_result(self, summary: str, failures: Sequence[FileFailure]) -> None:
        self._summary.say(summary)
        many = number(len(failures))
        self._heading.say(tr("{many} left out; everything else went in", many=many) if failures else "")
        self._list.show_source("\n".join(failure_line(failure) for failure in failures))
        for part in (self._heading, self._list, self._copy):
            part.setVisible(bool(failures))

    def words(self) -> str:
        return f"{self._summary.text()}\n{self._heading.text()}\n{self._list.toPlainText()}".strip()

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._list.toPlainText())


def failure_line(failure: FileFailure) -> str:
    where = tr("{path}, line {line}", path=failure.path, line=failure.line) if failure.line else failure.path
    return f"{where}: {reason_said(failure.reason)}"
