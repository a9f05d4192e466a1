"""Custom fields from the store to their card and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.domain.custom_field import FieldKind
from helpdesk.domain.events import ChangeTurned
from helpdesk.ui.language import tr
from helpdesk.ui.preferences.card_presenter import CardPresenter

if TYPE_CHECKING:
    from helpdesk.domain.events import Event
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.preferences.fields_card import FieldsCard


class FieldsPresenter(CardPresenter["FieldsCard"]):
    def __init__(self, card: FieldsCard, bridge: Bridge) -> None:
        super().__init__(card, bridge)
        card.save_wanted.connect(self.save)
        card.remove_wanted.connect(self.remove)
        bridge.listen(self.heard)

    def heard(self, event: Event) -> None:
        if isinstance(event, ChangeTurned) and "custom-field" in event.facets:
            self.look()

    def save(self, name: str, kind: str, choices: str) -> None:
        offered = [one for one in choices.split(",") if one.strip()]
        self._change(
            lambda desk: desk.ticketing.fields.define(name, FieldKind(kind), offered), lambda _: tr("Saved: {name}", name=name)
        )

    def remove(self, key: str) -> None:
        self._change(lambda desk: desk.ticketing.fields.remove(key), lambda _: tr("Removed."))

    def look(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.ticketing.fields.all, self._card.show_fields, self._card.tell)
