"""Custom fields from the store to their card and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.custom_field import FieldKind
from helpdesk.domain.events import ChangeTurned, Event
from helpdesk.ui import wording
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from helpdesk.domain.custom_field import CustomField
    from helpdesk.services.desk import Desk
    from helpdesk.services.ticketing.fields import Fields
    from helpdesk.ui.bridge import Bridge


class FieldsView(Protocol):
    def show_fields(self, fields: Sequence[CustomField]) -> None: ...

    def begin_anew(self) -> None: ...

    def say(self, words: str, *, well: bool) -> None: ...


class FieldsPresenter:
    def __init__(self, view: FieldsView, bridge: Bridge) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self._look()

    def heard(self, event: Event) -> None:
        if isinstance(event, ChangeTurned) and "custom-field" in event.facets:
            self._look()

    def save(self, name: str, kind: str, choices: str) -> None:
        offered = [one for one in choices.split(",") if one.strip()]
        self._do(lambda fields: fields.define(name, FieldKind(kind), offered), tr("Saved: {name}", name=name))

    def remove(self, key: str) -> None:
        self._do(lambda fields: fields.remove(key), tr("Removed."))

    def _do(self, work: Callable[[Fields], Awaitable[object]], done: str) -> None:
        if self._desk is not None:
            self._bridge.call(partial(work, self._desk.ticketing.fields), lambda _: self._done(done), self._failed, keep=True)

    def _done(self, words: str) -> None:
        self._view.begin_anew()
        self._view.say(words, well=True)
        self._look()

    def _look(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.ticketing.fields.all, self._view.show_fields, self._failed)

    def _failed(self, error: Exception) -> None:
        said = wording.of(error)
        self._view.say(f"{said.title}. {said.sentence}", well=False)
