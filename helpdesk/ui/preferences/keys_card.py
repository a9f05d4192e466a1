"""Every intent and its keys: found by name, given other keys, given ours back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLineEdit, QStyledItemDelegate, QVBoxLayout

from helpdesk.domain.fuzzy import fit
from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.paged_model import ROW, PagedModel
from helpdesk.ui.kit.row_painting import Pen, paint_ground, two_line_height
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.kit.shortcuts import Bound, Shortcuts, native
from helpdesk.ui.language import mark, tr
from helpdesk.ui.preferences.key_field import KeyField

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter, QShowEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from helpdesk.ui.kit.keymap import Keys

ABOUT = mark(
    "Choose a line, click into the field and press the keys you want. Plain letters work while no text is being edited. "
    "Keys that mean something else in the same place are refused."
)
SHOWN = 7


class KeyRowDelegate(QStyledItemDelegate):
    """What it does, where, and its keys; changed ones say so in words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, two_line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        bound = index.data(ROW)
        if not isinstance(bound, Bound):
            return
        painter.save()
        paint_ground(painter, option)
        colours, sizes = theme.colours(), theme.type_scale()
        area = option.rect.adjusted(theme.M, theme.S, -theme.M, -theme.S)
        upper, lower = area.adjusted(0, 0, 0, -area.height() // 2), area.adjusted(0, area.height() // 2, 0, 0)
        pen = Pen(painter)
        upper = pen.right(upper, bound.shown or tr("no key"), sizes.body, colours.text)
        pen.left(upper, tr(bound.intent.words), sizes.body, colours.text)
        if bound.keys != bound.intent.keys:
            lower = pen.right(
                lower, tr("ours: {keys}", keys=native(bound.intent.keys) or "–"), sizes.caption, colours.accent_text
            )
        pen.left(lower, tr(bound.intent.group), sizes.caption, colours.muted)
        painter.restore()


class KeysCard(QFrame):
    """Changes take effect at once. Intents of places not yet visited are learned when the card is first seen."""

    def __init__(self, shortcuts: Shortcuts) -> None:
        super().__init__()
        self._shortcuts = shortcuts
        self._complete = False
        self.model: PagedModel[Bound] = PagedModel(spoken)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find by name or by key"))
        self.search.setAccessibleName(tr("Find an intent by its name or its key"))
        self.search.setClearButtonEnabled(True)
        self.rows = RowsView(tr("Intents and their keys"), self.model, KeyRowDelegate(), two_line_height())
        self.rows.setFixedHeight(SHOWN * two_line_height())
        self.field = KeyField()
        self.use = button(tr("Use"), name=tr("Use these keys instead"))
        self.also = button(tr("Use too"), "quiet", name=tr("Use these keys beside those there are"))
        self.none = button(tr("No key"), "quiet", name=tr("Take its keys away"))
        self.ours = button(tr("As it was"), "quiet", name=tr("Give it the keys it came with"))
        self.all_ours = button(tr("All as they were"), "quiet", name=tr("Give everything the keys it came with"))
        self._said = Label("", wraps=True, selectable=True)
        self._lay_out()
        self._connect()
        self._weigh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._complete:
            self._complete = True
            self._shortcuts.book.complete(self._fill)
        self._fill()

    def words(self) -> str:
        """What became of the last change."""
        return self._said.text()

    def chosen(self) -> Bound | None:
        return self.model.row(self.rows.current()) if self.rows.current() >= 0 else None

    def _fill(self) -> None:
        kept = self.chosen()
        typed = self.search.text()
        known: dict[str, Bound] = {}
        for bound in self._shortcuts.every():
            if bound.intent.words and fits(typed, bound):
                known.setdefault(bound.name, bound)
        self.model.fill(list(known.values()))
        names = [bound.name for bound in known.values()]
        self.rows.mark(names.index(kept.name) if kept is not None and kept.name in names else -1)
        self._weigh()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.rows.row_chosen.connect(self._weigh)
        self.rows.row_opened.connect(self.field.setFocus)
        self.field.pressed.connect(self._warn)
        self.use.clicked.connect(lambda: self._rebind((self.field.chord,)))
        self.also.clicked.connect(self._use_too)
        self.none.clicked.connect(lambda: self._rebind(()))
        self.ours.clicked.connect(lambda: self._rebind(None))
        self.all_ours.clicked.connect(self._all_ours)

    def _weigh(self) -> None:
        bound = self.chosen()
        self.use.setEnabled(bound is not None and bool(self.field.chord))
        self.also.setEnabled(self.use.isEnabled())
        self.none.setEnabled(bound is not None and bool(bound.keys))
        self.ours.setEnabled(bound is not None and bound.keys != bound.intent.keys)
        self.all_ours.setEnabled(any(one.keys != one.intent.keys for one in self._shortcuts.every()))

    def _warn(self, chord: str) -> None:
        """Says before it is asked for that the keys are taken."""
        bound = self.chosen()
        taken = self._shortcuts.clash(bound.name, chord) if bound is not None else None
        if taken is not None:
            self._say_taken(chord, taken)
        else:
            self._said.hide()
        self._weigh()

    def _use_too(self) -> None:
        bound = self.chosen()
        if bound is not None:
            self._rebind((*bound.keys, self.field.chord))

    def _rebind(self, keys: Keys | None) -> None:
        bound = self.chosen()
        if bound is None:
            return
        try:
            taken = self._shortcuts.rebind(bound.name, keys)
        except OSError as error:
            self._say(tr("The keys could not be kept: {reason}.", reason=error.strerror or str(error)), well=False)
            return
        if taken is not None:
            self._say_taken(next(key for key in keys or bound.intent.keys if self._shortcuts.clash(bound.name, key)), taken)
            return
        self.field.show_chord("")
        self._fill()
        self._say(tr("{intent}: {keys}", intent=tr(bound.intent.words), keys=bound.shown or tr("no key")), well=True)

    def _all_ours(self) -> None:
        try:
            self._shortcuts.as_ours()
        except OSError as error:
            self._say(tr("The keys could not be kept: {reason}.", reason=error.strerror or str(error)), well=False)
            return
        self._fill()
        self._say(tr("All keys are as they came."), well=True)

    def _say_taken(self, chord: str, taken: Bound) -> None:
        said = tr(
            "{keys} means “{intent}” there ({group}). Choose other keys, or take them from that line first.",
            keys=native((chord,)),
            intent=tr(taken.intent.words) or taken.intent.shown,
            group=tr(taken.intent.group),
        )
        self._say(said, well=False)

    def _say(self, words: str, *, well: bool) -> None:
        theme.dress(self._said, "good" if well else "poor")
        self._said.say(words)
        self._said.show()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.XS)
        layout.addWidget(row(Label(tr("Keyboard shortcuts"), "section"), None, self.all_ours))
        layout.addWidget(Label(tr(ABOUT), "caption", wraps=True))
        for part in (self.search, self.rows, row(self.field, self.use, self.also, self.none, self.ours), self._said):
            layout.addWidget(part)
        self._said.hide()
        theme.dress(self, "card")


def fits(typed: str, bound: Bound) -> bool:
    if typed.strip().casefold() in bound.shown.casefold():
        return True
    return fit(typed, f"{tr(bound.intent.words)} {tr(bound.intent.group)}") is not None


def spoken(bound: Bound) -> str:
    keys = bound.shown or tr("no key")
    return tr("{intent}, {group}: {keys}", intent=tr(bound.intent.words), group=tr(bound.intent.group), keys=keys)
