"""Remembered answers from the store to their card; forgetting one asks the store at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.preferences.memory_card import MemoryCard


class MemoryPresenter:
    def __init__(self, card: MemoryCard, bridge: Bridge) -> None:
        self._card = card
        self._bridge = bridge
        self._desk: Desk | None = None
        card.seen.connect(self.look)
        card.forget_wanted.connect(self.forget)
        card.forget_all_wanted.connect(self.forget_all)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def look(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.memory.listed, self._card.show_answers, self._card.tell)

    def forget(self, answer_id: int) -> None:
        desk = self._desk
        if desk is not None and answer_id:
            self._bridge.call(partial(desk.memory.forget, answer_id), lambda _: self.look(), self._card.tell, keep=True)

    def forget_all(self) -> None:
        desk = self._desk
        if desk is not None:
            self._bridge.call(desk.memory.forget_all, lambda _: self.look(), self._card.tell, keep=True)
