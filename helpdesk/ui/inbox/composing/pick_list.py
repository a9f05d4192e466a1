"""What can be put in where the caret is: names at the left, at the right how the chosen one would read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.layout import column
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.safe_text import SafeText
from helpdesk.ui.language import tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 620, 260


@dataclass(frozen=True)
class Pick:
    """`remark` stands under the text: what else happens, or why to be careful (`careful`)."""

    key: str
    name: str
    text: str
    remark: str = ""
    careful: bool = False


class PickList(QFrame):
    """Lies over the window beside the caret and never takes the focus: its editor hands it the keys."""

    picked = Signal(str)

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._picks: dict[str, Pick] = {}
        self._caret = QRect()
        self._moved = False
        self._title = Label("", "section")
        self._nothing = Label("", "muted", wraps=True)
        self.rows = QListWidget()
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview = SafeText(tr("How it would read"))
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._remark = Label("", "caption", wraps=True)
        self._side = column(self.preview, self._remark, gap=theme.XS)
        self._lay_out()
        self.rows.currentRowChanged.connect(self._show_chosen)
        self.rows.itemClicked.connect(lambda _: self.take())
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.S)
        line.addWidget(self.rows, 2)
        line.addWidget(self._side, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        layout.setSpacing(theme.XS)
        layout.addWidget(self._title)
        layout.addWidget(self._nothing)
        layout.addLayout(line, 1)
        theme.dress(self, "popover")
        theme.dress(self.rows, "contents")

    def open_over(self, caret: QRect, title: str) -> None:
        """`caret` in the editor's own coordinates."""
        self._title.say(title)
        self.rows.setAccessibleName(title)
        self.setAccessibleName(title)
        self._moved = False
        self._caret = caret
        if self.parentWidget() is not self._editor.window():
            self.setParent(self._editor.window())
        self.show_picks((), tr("Looking…"))
        self.show()
        self.raise_()

    def show_picks(self, picks: Sequence[Pick], nothing: str) -> None:
        self._picks = {pick.key: pick for pick in picks}
        self.rows.clear()
        for pick in picks:
            item = QListWidgetItem(one_line(pick.name))
            item.setData(Qt.ItemDataRole.UserRole, pick.key)
            self.rows.addItem(item)
        self._nothing.say(nothing)
        self._nothing.setVisible(not picks)
        for part in (self.rows, self._side):
            part.setVisible(bool(picks))
        self._place(bool(picks))
        if picks:
            self.rows.setCurrentRow(0)
        count = trn("{n} match", "{n} matches", len(picks)) if picks else nothing
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, f"{self._title.text()}: {count}"))

    def chosen(self) -> Pick | None:
        place = self.rows.currentRow()
        return self._picks.get(self.rows.item(place).data(Qt.ItemDataRole.UserRole)) if place >= 0 else None

    @property
    def moved(self) -> bool:
        """Whether the user went to a row of it, and so means the list."""
        return self._moved

    def step(self, rows: int) -> None:
        count = self.rows.count()
        if count:
            self._moved = True
            self.rows.setCurrentRow((self.rows.currentRow() + rows) % count)

    def take(self) -> bool:
        pick = self.chosen()
        if pick is None:
            return False
        self.picked.emit(pick.key)
        return True

    def _place(self, full: bool) -> None:
        """Above the caret, below it where there is no room."""
        host, viewport = self._editor.window(), self._editor.viewport()
        wide = min(theme.scaled(WIDTH), host.width() - 2 * theme.S)
        high = min(HEIGHT, host.height() - 2 * theme.S) if full else self.minimumSizeHint().height()
        self.resize(wide, high)
        at = viewport.mapTo(host, self._caret.topLeft())
        top = at.y() - high - theme.XS
        below = viewport.mapTo(host, self._caret.bottomLeft()).y() + theme.XS
        left = max(theme.S, min(at.x(), host.width() - wide - theme.S))
        self.move(left, top if top >= theme.S else min(below, host.height() - high - theme.S))

    def _show_chosen(self, _: int) -> None:
        pick = self.chosen()
        if pick is None:
            return
        self.preview.show_source(pick.text)
        self._remark.say(pick.remark)
        self._remark.setVisible(bool(pick.remark))
        theme.dress(self._remark, "fair" if pick.careful else "caption")
        if self._moved:
            said = f"{pick.name}. {pick.remark}".strip()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, said))
