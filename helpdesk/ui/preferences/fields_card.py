"""The fields this desk adds to its tickets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from helpdesk.domain.custom_field import LONGEST_NAME, CustomField, FieldKind
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import mark, tr
from helpdesk.ui.panel_words import FIELD_KINDS
from helpdesk.ui.preferences.keyed_list import KeyedList
from helpdesk.ui.preferences.saying_card import SayingCard

if TYPE_CHECKING:
    from collections.abc import Sequence

ABOUT = mark(
    "Filled in beside every ticket, and found by search and views under the name in brackets. Removing a field only hides what "
    "tickets say in it."
)
LIST_HEIGHT = 112
KINDS = tuple(FieldKind)


class FieldsCard(SayingCard):
    """Passive. `save_wanted` carries name, kind and choices with commas between; `remove_wanted` a key."""

    save_wanted = Signal(str, str, str)
    remove_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[CustomField, ...] = ()
        self.listing: KeyedList[str] = KeyedList(tr("Fields of tickets"), LIST_HEIGHT)
        self.name = line_edit(tr("Name of the field"), tr("Name, like Contract"), LONGEST_NAME)
        self.kind = PickBox(tr("What the field takes"))
        self.kind.addItems([FIELD_KINDS[one] for one in KINDS])
        self.choices = line_edit(tr("Choices, with commas between"), tr("Choices, with commas between: Basic, Plus"))
        self.save = button(tr("Save field"), name=tr("Save the field of that name"))
        self.remove = button(tr("Remove"), "quiet", name=tr("Remove the chosen field"))
        self._lay_out()
        self._connect()
        self._allow(ready=False)

    def show_fields(self, fields: Sequence[CustomField]) -> None:
        self._fields = tuple(fields)
        self.listing.show_lines([(one.key, line_of(one)) for one in fields])
        self._allow(ready=True)

    def begin_anew(self) -> None:
        self.name.clear()
        self.choices.clear()
        self.kind.setCurrentIndex(0)
        self.choices.hide()

    def _show_chosen(self, place: int) -> None:
        if place >= 0:
            chosen = self._fields[place]
            self.name.setText(chosen.name)
            self.kind.setCurrentIndex(KINDS.index(chosen.kind))
            self.choices.setText(", ".join(chosen.choices))
        self._allow(ready=True)

    def _allow(self, *, ready: bool) -> None:
        self.save.setEnabled(ready)
        self.remove.setEnabled(ready and self.listing.currentRow() >= 0)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda place: self.choices.setVisible(KINDS[place] is FieldKind.CHOICE))
        self.listing.currentRowChanged.connect(self._show_chosen)
        self.save.clicked.connect(
            lambda: self.save_wanted.emit(self.name.text(), KINDS[self.kind.currentIndex()].value, self.choices.text())
        )
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self._fields[self.listing.currentRow()].key))

    def _lay_out(self) -> None:
        head, about = Label(tr("Fields of your own"), "section"), Label(tr(ABOUT), "caption", wraps=True)
        last = row(self.save, self.remove, None)
        self._place(head, about, self.listing, self.name, self.kind, self.choices, last)
        self.choices.hide()


def line_of(one: CustomField) -> str:
    return one_line(tr("{name}: {kind} [{key}]", name=one.name, kind=FIELD_KINDS[one.kind], key=one.key))
