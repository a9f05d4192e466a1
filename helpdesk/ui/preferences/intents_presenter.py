"""The desk's intents, as an admin changes them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.errors import BadInput
from helpdesk.ui import wording
from helpdesk.ui.intent_names import intent_words
from helpdesk.ui.language import tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from helpdesk.domain.understanding import Intent
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.preferences.intents_card import IntentsCard


class IntentsPresenter:
    def __init__(self, card: IntentsCard, bridge: Bridge) -> None:
        self._card = card
        self._bridge = bridge
        self._desk: Desk | None = None
        card.saved.connect(self.save)
        card.removed.connect(self.remove)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self._bridge.call(desk.understanding.intents.all, self._card.show_intents, self._refused)

    def save(self, intent: Intent) -> None:
        if self._desk is not None:
            book = self._desk.understanding.intents
            name = " ".join(intent.name.lower().split())
            said = tr("Saved. The next message is read with “{name}” as it is now.", name=intent_words(name))
            self._change(lambda: book.save(intent), name, said)

    def remove(self, name: str) -> None:
        if self._desk is not None:
            book = self._desk.understanding.intents
            said = tr("“{name}” and its examples are removed.", name=intent_words(name))
            self._change(lambda: book.remove(name), "", said)

    def _change(self, work: Callable[[], Awaitable[None]], chosen: str, words: str) -> None:
        async def changed() -> list[Intent]:
            await work()
            assert self._desk is not None
            return await self._desk.understanding.intents.all()

        self._bridge.call(changed, partial(self._done, chosen, words), self._refused, keep=True)

    def _done(self, chosen: str, words: str, intents: list[Intent]) -> None:
        self._card.show_intents(intents, chosen)
        self._card.say(words, well=True)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, BadInput):
            self._card.say(tr("Nothing was changed: {reason}.", reason=reason_said(error.reason)), well=False)
        else:
            said = wording.of(error)
            self._card.say(tr("Nothing was changed. {title}: {sentence}", title=said.title, sentence=said.sentence), well=False)
