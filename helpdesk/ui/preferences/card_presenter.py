"""What presenters of cards with a list share: after each change the card tells what became of it and shows the list anew."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge

T = TypeVar("T")


class ListCard(Protocol):
    def begin_anew(self) -> None: ...

    def say(self, words: str, *, well: bool) -> None: ...

    def tell(self, error: Exception) -> None: ...


Card = TypeVar("Card", bound=ListCard)


class CardPresenter(ABC, Generic[Card]):
    def __init__(self, card: Card, bridge: Bridge) -> None:
        self._card = card
        self._bridge = bridge
        self._desk: Desk | None = None

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self.look()

    @abstractmethod
    def look(self) -> None:
        """Shows what the desk has now, once there is one."""

    def _change(self, work: Callable[[Desk], Awaitable[T]], told: Callable[[T], str], *, anew: bool = True) -> None:
        """`told` says what came of it; `anew` clears what was being written."""
        desk = self._desk
        if desk is None:
            return

        def done(result: T) -> None:
            if anew:
                self._card.begin_anew()
            self._card.say(told(result), well=True)
            self.look()

        self._bridge.call(lambda: work(desk), done, self._card.tell, keep=True)


def saved_words(name: str, new: bool) -> str:
    return tr("Added: {name}", name=name) if new else tr("Changed: {name}", name=name)
