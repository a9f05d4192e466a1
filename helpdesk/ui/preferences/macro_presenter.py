"""Macros from the store to their card and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.ui.language import tr
from helpdesk.ui.preferences.card_presenter import CardPresenter, saved_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.rule import Action
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.preferences.macro_card import MacroCard


class MacroPresenter(CardPresenter["MacroCard"]):
    def __init__(self, card: MacroCard, bridge: Bridge) -> None:
        super().__init__(card, bridge)
        card.save_wanted.connect(self.save)
        card.remove_wanted.connect(self.remove)

    def look(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.macros.all, self._card.show_macros, self._card.tell)

    def save(self, name: str, text: str, language: str, actions: Sequence[Action] = ()) -> None:
        self._change(
            lambda desk: desk.macros.save(name, text, language, actions), lambda new: saved_words(name, new), anew=False
        )

    def remove(self, name: str) -> None:
        if name:
            self._change(lambda desk: desk.macros.remove(name), lambda _: tr("Removed: {name}", name=name))
