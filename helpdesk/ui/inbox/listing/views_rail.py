"""The views at the left: each with its name and how many tickets it has now."""

from collections.abc import Callable, Sequence, Set
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.inbox.listing.view_button import WIDTH, ShownView, ViewButton
from helpdesk.ui.kit import Label, glyph_button, row, scrolling
from helpdesk.ui.language import tr

KEYED = 9


class ViewsRail(QFrame):
    """Passive. `chosen` carries a view's id, `let_go` that of the view tickets were dropped on. `key_of` tells which key shows
    the view at a place, from 1."""

    chosen = Signal(int)
    let_go = Signal(int)
    new_wanted = Signal()
    edit_wanted = Signal()
    fold_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme.scaled(WIDTH))
        self.setAccessibleName(tr("Views"))
        theme.dress(self, "rail")
        self.new = glyph_button("add", tr("New view"))
        self.edit = glyph_button("edit", tr("Change this view"))
        self.fold = glyph_button("fold", tr("Hide the views"), key="F8")
        self.key_of: Callable[[int], str] = lambda _: ""
        self._group = QButtonGroup(self)
        self._buttons: list[ViewButton] = []
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(theme.XS, 0, theme.XS, theme.S)
        self._list.setSpacing(1)
        self._list.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.S, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(row(theme.M, Label(tr("Views"), "section"), None, self.edit, self.new, self.fold, gap=0))
        layout.addWidget(scrolling(self._inside), 1)
        self.new.clicked.connect(self.new_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.fold.clicked.connect(self.fold_wanted)

    def show_views(self, views: Sequence[ShownView]) -> None:
        if [button.view for button in self._buttons] == list(views):
            return
        counts = {button.view.id: button.count() for button in self._buttons}
        for button in self._buttons:
            self._group.removeButton(button)
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [ViewButton(view, partial(self.key_of, place)) for place, view in enumerate(views, start=1)]
        for place, button in enumerate(self._buttons):
            self._group.addButton(button)
            self._list.insertWidget(place, button)
            button.show_count(counts.get(button.view.id))
            button.clicked.connect(lambda _=False, view_id=button.view.id: self.chosen.emit(view_id))
            button.let_go.connect(lambda view_id=button.view.id: self.let_go.emit(view_id))

    def offer(self, takers: Set[int] | None) -> None:
        """Which views would take the tickets that are dragged, by their ids; None: nothing is."""
        for button in self._buttons:
            button.offer(None if takers is None else button.view.id in takers)

    def show_counts(self, counts: Sequence[int]) -> None:
        """In the order of the views."""
        for button, count in zip(self._buttons, counts, strict=False):
            button.show_count(count)

    def show_chosen(self, view_id: int | None) -> None:
        """None: what is shown is no view (a search)."""
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(button.view.id == view_id)
        self._group.setExclusive(True)

    def views(self) -> tuple[ShownView, ...]:
        return tuple(button.view for button in self._buttons)

    def button(self, name: str) -> ViewButton:
        return next(button for button in self._buttons if button.view.name == name)
