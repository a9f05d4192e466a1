"""The desk's macros: a list, and the one being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from helpdesk.domain.macro import LONGEST_NAME
from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import mark, tr
from helpdesk.ui.language_names import LANGUAGES
from helpdesk.ui.preferences.keyed_list import KeyedList
from helpdesk.ui.preferences.saying_card import SayingCard
from helpdesk.ui.preferences.ticket_changes import TicketChanges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.macro import Macro

ABOUT = mark(
    "Answers you write once. The best fitting one is given to the model, and is sent for review as it stands when no article "
    "answers; you put one in with / while you write. {customer}, {first_name}, {agent}, {company}, {ticket} and {subject} are "
    "filled in. Putting one in never sends anything."
)
EVERY_LANGUAGE = mark("Every language")
LIST_HEIGHT, TEXT_HEIGHT = 96, 120


class MacroCard(SayingCard):
    """Passive. `save_wanted` carries name, text, language code and Actions; `remove_wanted` a name."""

    save_wanted = Signal(str, str, str, object)
    remove_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._macros: dict[str, Macro] = {}
        self._codes = ("", *sorted(LANGUAGES, key=lambda code: LANGUAGES[code]))
        self.listing: KeyedList[str] = KeyedList(tr("Macros"), LIST_HEIGHT)
        self.name = line_edit(tr("Name of the macro"), tr("Name, like Return label"), LONGEST_NAME)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMaximumHeight(theme.scaled(TEXT_HEIGHT))
        self.text.setPlaceholderText(tr("The answer, without greeting and closing"))
        self.text.setAccessibleName(tr("Text of the macro"))
        self.language = PickBox(tr("Language of the macro"))
        self.language.addItems([LANGUAGES.get(code, tr(EVERY_LANGUAGE)) for code in self._codes])
        self.changes = TicketChanges()
        self.save = button(tr("Save macro"), name=tr("Save the macro of that name"))
        self.remove = button(tr("Remove"), "quiet", name=tr("Remove the chosen macro"))
        self.fresh = button(tr("New"), "quiet", name=tr("Begin a new macro"))
        self._lay_out()
        self._connect()
        self.allow(False)

    def allow(self, ready: bool) -> None:
        """Whether a desk is there to keep them."""
        self.save.setEnabled(ready)
        self.remove.setEnabled(ready and self.listing.currentRow() >= 0)

    def show_macros(self, macros: Sequence[Macro]) -> None:
        """What is being written stays."""
        self._macros = {one.name: one for one in macros}
        in_one = {one.name: f" ({LANGUAGES[one.language]})" for one in macros if one.language in LANGUAGES}
        self.listing.show_lines([(one.name, f"{one.name}{in_one.get(one.name, '')}") for one in macros], self.name.text())
        self.allow(True)

    def begin_anew(self) -> None:
        self.listing.setCurrentRow(-1)
        self.name.clear()
        self.text.clear()
        self.language.setCurrentIndex(0)
        self.changes.show_actions(())
        self.remove.setEnabled(False)
        self.name.setFocus()

    def chosen(self) -> str:
        """Its name; '' for a new one."""
        return self.listing.chosen() or ""

    def _show_chosen(self) -> None:
        macro = self._macros.get(self.chosen())
        if macro is None:
            return
        self.name.setText(macro.name)
        self.text.setPlainText(macro.text)
        self.language.setCurrentIndex(self._codes.index(macro.language) if macro.language in self._codes else 0)
        self.changes.show_actions(macro.actions)
        self.remove.setEnabled(True)

    def _connect(self) -> None:
        self.listing.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.chosen()))
        self.fresh.clicked.connect(self.begin_anew)

    def _save(self) -> None:
        language = self._codes[self.language.currentIndex()]
        self.save_wanted.emit(self.name.text(), self.text.toPlainText(), language, self.changes.wanted())

    def _lay_out(self) -> None:
        head = row(Label(tr("Macros"), "section"), None, self.fresh)
        about, last = Label(tr(ABOUT), "caption", wraps=True), row(self.save, self.remove, None)
        self._place(head, about, self.listing, self.name, self.text, self.language, self.changes, last)
