"""The local intent classifier. Its arithmetic is imported when the first message is read: a start has no time for it."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from helpdesk.domain.understanding import Read
from helpdesk.ports.understanding import Example

if TYPE_CHECKING:
    from helpdesk.adapters.intents.prototypes import Prototypes

__all__ = ["CLEAR_FROM", "PrototypeIntents"]

CLEAR_FROM = 0.35


class PrototypeIntents:
    """From probability `clear_from` on an intent is named; below the message is unclear."""

    def __init__(self, clear_from: float = CLEAR_FROM) -> None:
        self._clear_from = clear_from

    def learn(self, examples: Sequence[Example]) -> None:
        self._prototypes.learn(examples)

    def read(self, text: str, vector: bytes = b"") -> Read:
        return self._prototypes.read(text, vector)

    @cached_property
    def _prototypes(self) -> "Prototypes":
        from helpdesk.adapters.intents.prototypes import Prototypes

        return Prototypes(self._clear_from)
