"""Templates of new tickets from the store to their card and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.ui import wording
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.ticket_template import TicketTemplate
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge


class TemplateView(Protocol):
    def show_templates(self, templates: Sequence[TicketTemplate]) -> None: ...

    def begin_anew(self) -> None: ...

    def say(self, words: str, *, well: bool) -> None: ...


class TemplatePresenter:
    def __init__(self, view: TemplateView, bridge: Bridge) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self.look()

    def look(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.composing.templates.all, self._view.show_templates, self._failed)

    def save(self, template: TicketTemplate) -> None:
        if self._desk is not None:
            work = partial(self._desk.composing.templates.save, template)
            self._bridge.call(work, partial(self._saved, template.name), self._failed, keep=True)

    def remove(self, name: str) -> None:
        if self._desk is not None and name:
            work = partial(self._desk.composing.templates.remove, name)
            self._bridge.call(work, lambda _: self._removed(name), self._failed, keep=True)

    def _saved(self, name: str, is_new: bool) -> None:
        self._view.say(tr("Added: {name}", name=name) if is_new else tr("Changed: {name}", name=name), well=True)
        self.look()

    def _removed(self, name: str) -> None:
        self._view.begin_anew()
        self._view.say(tr("Removed: {name}", name=name), well=True)
        self.look()

    def _failed(self, error: Exception) -> None:
        said = wording.of(error)
        self._view.say(f"{said.title}. {said.sentence}", well=False)
