"""Where the desk keeps everything, and a copy of it while the window is open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QProgressBar, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from helpdesk.paths import Workspace

SUFFIX = "zip"
HOLDS = mark("Holds everything of this desk. Copy it only while the window is closed.")
ONE_FILE = mark("One file with the database and the settings, read again and checked before it counts. It is not encrypted.")


class WorkspaceCard(QFrame):
    """`backup_requested` carries the file to write. Passive: says what it is told of the work."""

    backup_requested = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._folder = Label(str(workspace.folder), selectable=True, wraps=True)
        self._folder.setAccessibleName(tr("The workspace's folder"))
        self.back_up = button(tr("Back up…"), name=tr("Back up the workspace into one file"))
        self.back_up.setEnabled(False)
        self._had_focus = False
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(tr("Backing up"))
        self._busy.hide()
        self._said = Label("", wraps=True, selectable=True)
        self._said.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(Label(tr("Folder"), "strong"))
        layout.addWidget(self._folder)
        layout.addWidget(Label(tr(HOLDS), "caption", wraps=True))
        layout.addSpacing(theme.S)
        layout.addWidget(Label(tr("Backup"), "strong"))
        layout.addWidget(row(self.back_up, None))
        layout.addWidget(self._busy)
        layout.addWidget(self._said)
        layout.addWidget(Label(tr(ONE_FILE), "caption", wraps=True))
        self.back_up.clicked.connect(self.choose_file)

    def choose_file(self) -> None:
        proposed = Path.home() / f"helpdesk-{datetime.now().astimezone():%Y-%m-%d}.{SUFFIX}"
        dialog = QFileDialog(self, tr("Back up the workspace"), str(proposed))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Backups (*.{suffix})", suffix=SUFFIX))
        dialog.setDefaultSuffix(SUFFIX)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.backup_requested.emit(Path(file)))
        dialog.open()

    def show_ready(self) -> None:
        self.back_up.setEnabled(True)

    def show_busy(self) -> None:
        self._had_focus = self.back_up.hasFocus()
        self.back_up.setEnabled(False)
        self._busy.show()
        self._say(tr("Copying and checking…"), "muted")

    def show_outcome(self, words: str, well: bool) -> None:
        self._busy.hide()
        self.back_up.setEnabled(True)
        if self._had_focus:
            self.back_up.setFocus()
        self._say(words, "good" if well else "poor")

    def words(self) -> str:
        """Where the workspace is, and what became of the last backup."""
        return f"{self._folder.text()} {self._said.text()}".strip()

    def _say(self, words: str, look: str) -> None:
        theme.dress(self._said, look)
        self._said.say(words)
        self._said.show()
