"""Templates of new tickets from the store to their card and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.ui.language import tr
from helpdesk.ui.preferences.card_presenter import CardPresenter, saved_words

if TYPE_CHECKING:
    from helpdesk.domain.ticket_template import TicketTemplate
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.preferences.template_card import TemplateCard


class TemplatePresenter(CardPresenter["TemplateCard"]):
    def __init__(self, card: TemplateCard, bridge: Bridge) -> None:
        super().__init__(card, bridge)
        card.save_wanted.connect(self.save)
        card.remove_wanted.connect(self.remove)

    def look(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.composing.templates.all, self._card.show_templates, self._card.tell)

    def save(self, template: TicketTemplate) -> None:
        self._change(
            lambda desk: desk.composing.templates.save(template), lambda new: saved_words(template.name, new), anew=False
        )

    def remove(self, name: str) -> None:
        if name:
            self._change(lambda desk: desk.composing.templates.remove(name), lambda _: tr("Removed: {name}", name=name))
