"""Every intent and its keys: found by name, given other keys, given ours back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.domain.fuzzy import fit
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.row_look import LookDelegate, RowLook, Tag
from helpdesk.ui.kit.row_painting import two_line_height
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.kit.shortcuts import Bound, Shortcuts, native
from helpdesk.ui.language import mark, tr
from helpdesk.ui.preferences.key_field import KeyField
from helpdesk.ui.preferences.saying_card import SayingCard
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from helpdesk.ui.kit.keymap import Keys

ABOUT = mark(
    "Choose a line, click into the field and press the keys you want. Plain letters work while no text is being edited. "
    "Keys that mean something else in the same place are refused."
)
SHOWN = 7


def key_look(bound: Bound) -> RowLook:
    """What it does, where, and its keys; changed ones say so in words."""
    ours = tr("ours: {keys}", keys=native(bound.intent.keys) or "–")
    changed = (Tag(ours, "accent_text"),) if bound.keys != bound.intent.keys else ()
    return RowLook(tr(bound.intent.words), (Tag(bound.shown or tr("no key"), "text"),), Tag(tr(bound.intent.group)), changed)


class KeysCard(SayingCard):
    """Changes take effect at once. Intents of places not yet visited are learned when the card is first seen."""

    def __init__(self, shortcuts: Shortcuts) -> None:
        super().__init__()
        self._shortcuts = shortcuts
        self._complete = False
        self.model: PagedModel[Bound] = PagedModel(spoken)
        self.search = line_edit(tr("Find an intent by its name or its key"), tr("Find by name or by key"), clears=True)
        self.rows = RowsView(tr("Intents and their keys"), self.model, LookDelegate(key_look))
        self.rows.setFixedHeight(SHOWN * two_line_height())
        self.field = KeyField()
        self.use = button(tr("Use"), name=tr("Use these keys instead"))
        self.also = button(tr("Use too"), "quiet", name=tr("Use these keys beside those there are"))
        self.none = button(tr("No key"), "quiet", name=tr("Take its keys away"))
        self.ours = button(tr("As it was"), "quiet", name=tr("Give it the keys it came with"))
        self.all_ours = button(tr("All as they were"), "quiet", name=tr("Give everything the keys it came with"))
        self._lay_out()
        self._connect()
        self._weigh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._complete:
            self._complete = True
            self._shortcuts.book.complete(self._fill)
        self._fill()

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
            self.say("", well=True)
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
            self._say_not_kept(error)
            return
        if taken is not None:
            self._say_taken(next(key for key in keys or bound.intent.keys if self._shortcuts.clash(bound.name, key)), taken)
            return
        self.rows.setFocus()
        self.field.show_chord("")
        self._fill()
        self.say(tr("{intent}: {keys}", intent=tr(bound.intent.words), keys=bound.shown or tr("no key")), well=True)

    def _say_not_kept(self, error: OSError) -> None:
        said = reason_said(error.strerror or str(error))
        self.say(tr("The keys could not be kept: {reason}.", reason=said), well=False)

    def _all_ours(self) -> None:
        try:
            self._shortcuts.as_ours()
        except OSError as error:
            self._say_not_kept(error)
            return
        self._fill()
        self.say(tr("All keys are as they came."), well=True)

    def _say_taken(self, chord: str, taken: Bound) -> None:
        said = tr(
            "{keys} means “{intent}” there ({group}). Choose other keys, or take them from that line first.",
            keys=native((chord,)),
            intent=tr(taken.intent.words) or taken.intent.shown,
            group=tr(taken.intent.group),
        )
        self.say(said, well=False)

    def _lay_out(self) -> None:
        head = row(Label(tr("Keyboard shortcuts"), "section"), None, self.all_ours)
        about, last = Label(tr(ABOUT), "caption", wraps=True), row(self.field, self.use, self.also, self.none, self.ours)
        self._place(head, about, self.search, self.rows, last)


def fits(typed: str, bound: Bound) -> bool:
    if typed.strip().casefold() in bound.shown.casefold():
        return True
    return fit(typed, f"{tr(bound.intent.words)} {tr(bound.intent.group)}") is not None


def spoken(bound: Bound) -> str:
    keys = bound.shown or tr("no key")
    return tr("{intent}, {group}: {keys}", intent=tr(bound.intent.words), group=tr(bound.intent.group), keys=keys)
