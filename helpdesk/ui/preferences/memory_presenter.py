"""Remembered answers from the store to their card; forgetting one asks the store at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.ui import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.past_answer import KeptAnswer
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge


class MemoryView(Protocol):
    def show_answers(self, answers: Sequence[KeptAnswer]) -> None: ...

    def say(self, words: str) -> None: ...


class MemoryPresenter:
    def __init__(self, view: MemoryView, bridge: Bridge) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def look(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.memory.listed, self._view.show_answers, self._failed)

    def forget(self, answer_id: int) -> None:
        desk = self._desk
        if desk is not None and answer_id:
            self._bridge.call(partial(desk.memory.forget, answer_id), lambda _: self.look(), self._failed)

    def forget_all(self) -> None:
        desk = self._desk
        if desk is not None:
            self._bridge.call(desk.memory.forget_all, lambda _: self.look(), self._failed)

    def _failed(self, error: Exception) -> None:
        said = wording.of(error)
        self._view.say(f"{said.title}. {said.sentence}")
