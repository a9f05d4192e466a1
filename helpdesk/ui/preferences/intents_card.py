"""The intents the desk tells apart: read, changed, added and removed one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from helpdesk.domain.understanding import Intent
from helpdesk.ui import theme
from helpdesk.ui.intent_names import intent_words
from helpdesk.ui.kit import Label, button, column, row
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import mark, tr, trn
from helpdesk.ui.preferences.saying_card import SayingCard

if TYPE_CHECKING:
    from collections.abc import Sequence

EXPLAINED = mark(
    "Every message is read as one of these, or as unclear. Describe in a sentence what customers want; each correction under a "
    "ticket adds an example. Names and addresses are taken out of examples before they are kept."
)
NEW = mark("New intent…")


class IntentsCard(SayingCard):
    """Passive. `saved` carries an Intent, `removed` a name."""

    saved = Signal(object)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._intents: tuple[Intent, ...] = ()
        self._chosen = self._removing = ""
        self.choose = PickBox(tr("Intent to change"))
        self.choose.setMinimumWidth(theme.scaled(180))
        self.name = line_edit(tr("Name of the intent"), longest=60)
        self.description = line_edit(tr("What customers want who mean it"), longest=500)
        self.never_auto = QCheckBox(tr("A person always decides, however sure a draft is"))
        self.never_auto.setAccessibleName(self.never_auto.text())
        self._examples = Label("", "caption")
        self.save = button(tr("Save intent"))
        self.remove = button(tr("Remove"), name=tr("Remove the intent"))
        self._lay_out()
        self.choose.activated.connect(self._show_chosen)
        self.save.clicked.connect(lambda: self.saved.emit(self.typed()))
        self.remove.clicked.connect(self._ask_or_remove)

    def show_intents(self, intents: Sequence[Intent], chosen: str = "") -> None:
        self._intents = tuple(intents)
        self.choose.clear()
        for intent in intents:
            self.choose.addItem(intent_words(intent.name))
        self.choose.addItem(tr(NEW))
        names = [intent.name for intent in intents]
        self.choose.setCurrentIndex(names.index(chosen) if chosen in names else 0)
        self._show_chosen()

    def typed(self) -> Intent:
        return Intent(self._chosen or self.name.text(), self.description.text(), self.never_auto.isChecked())

    def words(self) -> str:
        return f"{self._examples.text()} {self._said.text()}".strip()

    def _show_chosen(self) -> None:
        at = self.choose.currentIndex()
        known = 0 <= at < len(self._intents)
        intent = self._intents[at] if known else Intent("", "")
        self._chosen = intent.name
        self.name.setText(intent_words(intent.name))
        self.name.setReadOnly(known)
        self.description.setText(intent.description)
        self.description.setCursorPosition(0)
        self.never_auto.setChecked(intent.never_auto)
        self._examples.say(
            trn("{n} example teaches it", "{n} examples teach it", intent.examples)
            if known
            else tr("Corrections under tickets will teach it")
        )
        self.remove.setVisible(known)
        self._rest()
        self.say("", well=True)

    def _ask_or_remove(self) -> None:
        if self._removing == self._chosen:
            self._rest()
            self.removed.emit(self._chosen)
        else:
            self._removing = self._chosen
            self.remove.setText(tr("Remove it with its examples"))
            theme.dress(self.remove, "danger")

    def _rest(self) -> None:
        self._removing = ""
        self.remove.setText(tr("Remove"))
        theme.dress(self.remove, "")

    def _lay_out(self) -> None:
        name, meaning = Label(tr("Name"), "section"), Label(tr("Meaning"), "section")
        name.setBuddy(self.name)
        meaning.setBuddy(self.description)
        self._place(
            Label(tr(EXPLAINED), "caption", wraps=True),
            row(self.choose, None),
            column(name, self.name, meaning, self.description, gap=theme.XS),
            self.never_auto,
            self._examples,
            row(self.save, self.remove, None),
        )
