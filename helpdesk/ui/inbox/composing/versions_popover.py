"""Earlier versions of a text: read them, and put one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import button
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.layout import row
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.popover import Popover
from helpdesk.ui.kit.safe_text import SafeText
from helpdesk.ui.language import day_and_clock, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from helpdesk.domain.composing import Version

LIST_WIDTH, WIDTH, HEIGHT = 240, 640, 260


class VersionsPopover(Popover):
    """`restore_wanted` carries the text of a version."""

    restore_wanted = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, tr("Earlier versions of this text"))
        self._versions: tuple[Version, ...] = ()
        self.rows = QListWidget()
        self.rows.setAccessibleName(tr("Earlier versions of this text"))
        self.rows.setFixedWidth(theme.scaled(LIST_WIDTH))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview = SafeText(tr("The version as it was"))
        self.restore = button(tr("Put it back"), "primary", name=tr("Put this version back into the editor"))
        self._nothing = Label(tr("Nothing has been written here yet."), "muted")
        both = QHBoxLayout()
        both.setSpacing(theme.S)
        both.addWidget(self.rows)
        both.addWidget(self.preview, 1)
        self.body.addWidget(self._nothing)
        self.body.addLayout(both)
        promise = Label(tr("What stands in the editor now stays here as a version."), "caption")
        self.body.addWidget(row(promise, None, self.restore))
        theme.dress(self.rows, "contents")
        self.rows.currentRowChanged.connect(self._show_chosen)
        self.rows.itemActivated.connect(lambda _: self._restore())
        self.restore.clicked.connect(self._restore)
        self.closed.connect(self.deleteLater)

    def show_versions(self, versions: Sequence[Version], anchor: QWidget) -> None:
        self._versions = tuple(versions)
        for version in versions:
            self.rows.addItem(QListWidgetItem(f"{day_and_clock(version.at)}  {one_line(version.text, 60)}"))
        for part in (self.rows, self.preview, self.restore):
            part.setVisible(bool(versions))
        self._nothing.setVisible(not versions)
        if versions:
            self.setFixedSize(theme.scaled(WIDTH), theme.scaled(HEIGHT))
            self.rows.setCurrentRow(0)
        self.open_above(anchor)

    def _first(self) -> QWidget:
        return self.rows if self._versions else self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._restore()
        else:
            super().keyPressEvent(event)

    def _show_chosen(self, place: int) -> None:
        if 0 <= place < len(self._versions):
            self.preview.show_source(self._versions[place].text)

    def _restore(self) -> None:
        place = self.rows.currentRow()
        if 0 <= place < len(self._versions):
            text = self._versions[place].text
            self.close_up()
            self.restore_wanted.emit(text)
