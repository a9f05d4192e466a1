"""Macros from the store to their card and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.ui import wording
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.macro import Macro
    from helpdesk.domain.rule import Action
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge


class MacroView(Protocol):
    def show_macros(self, macros: Sequence[Macro]) -> None: ...

    def begin_anew(self) -> None: ...

    def say(self, words: str, *, well: bool) -> None: ...


class MacroPresenter:
    def __init__(self, view: MacroView, bridge: Bridge) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self.look()

    def save(self, name: str, text: str, language: str, actions: Sequence[Action] = ()) -> None:
        desk = self._desk
        if desk is not None:
            work = partial(desk.macros.save, name, text, language, actions)
            self._bridge.call(work, partial(self._saved, name), self._failed)

    def remove(self, name: str) -> None:
        desk = self._desk
        if desk is not None and name:
            self._bridge.call(lambda: desk.macros.remove(name), lambda _: self._removed(name), self._failed)

    def look(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.macros.all, self._view.show_macros, self._failed)

    def _saved(self, name: str, is_new: bool) -> None:
        self._view.say(f"{tr('Added') if is_new else tr('Changed')}: {name}", well=True)
        self.look()

    def _removed(self, name: str) -> None:
        self._view.begin_anew()
        self._view.say(tr("Removed: {name}", name=name), well=True)
        self.look()

    def _failed(self, error: Exception) -> None:
        said = wording.of(error)
        self._view.say(f"{said.title}. {said.sentence}", well=False)
