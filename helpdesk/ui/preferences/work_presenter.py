"""What the presenters of both models share: one long work at a time, which can be stopped, and settings taken over at once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from helpdesk.ui import wording
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from helpdesk.domain.progress import Progress
    from helpdesk.services.desk import Desk
    from helpdesk.settings import Settings
    from helpdesk.ui.bridge import Bridge, Handle

T = TypeVar("T")


class WorkCard(Protocol):
    def show_idle(self) -> None:
        """Nothing runs and nothing is asked."""
        ...

    def show_busy(self, words: str) -> None: ...

    def show_progress(self, progress: Progress) -> None: ...

    def say(self, words: str, *, well: bool) -> None: ...

    def tell(self, error: Exception) -> None: ...


Card = TypeVar("Card", bound=WorkCard)


class WorkPresenter(ABC, Generic[Card]):
    """`apply` saves settings and opens the desk anew with them; OSError comes through it. `STOPPED` is said after a cancel."""

    STOPPED: ClassVar[str]

    def __init__(self, card: Card, bridge: Bridge, settings: Callable[[], Settings], apply: Callable[[Settings], None]) -> None:
        self._card = card
        self._bridge = bridge
        self._settings = settings
        self._apply = apply
        self._desk: Desk | None = None
        self._running: Handle | None = None
        self._busy = False
        self._looked_at = False
        self._feed = ProgressFeed()
        self._feed.progressed.connect(self._progressed)

    def desk_ready(self, desk: Desk) -> None:
        """What ran in a desk that closed has ended with it."""
        self._desk = desk
        self.cancel()
        if self._looked_at:
            self._refresh(desk)

    def look(self) -> None:
        """Somebody looks at the card: from now on it is kept true."""
        self._looked_at = True
        if self._desk is not None:
            self._refresh(self._desk)

    def cancel(self) -> None:
        if self._busy:
            if self._running is not None:
                self._running.cancel()
            self._end()
            self._card.say(tr(self.STOPPED), well=True)

    @abstractmethod
    def _refresh(self, desk: Desk) -> None: ...

    def _run(
        self,
        words: str,
        work: Callable[[], Awaitable[T]],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Nothing while another work runs. `words` say what is being done until there is progress to tell."""
        if self._busy:
            return
        self._busy = True
        self._card.show_busy(words)
        handle = self._bridge.call(work, done, failed or self._failed)
        if self._busy:
            self._running = handle

    def _take_over(self, settings: Settings, words: str) -> None:
        try:
            self._apply(settings)
        except OSError as error:
            self._failed(error)
        else:
            self._card.say(words, well=True)

    def _progressed(self, progress: Progress) -> None:
        if self._busy:
            self._card.show_progress(self._told(progress))

    def _told(self, progress: Progress) -> Progress:
        return progress

    def _failed(self, error: Exception) -> None:
        self._end()
        self._card.say(wording.line(error), well=False)

    def _end(self) -> None:
        self._busy, self._running = False, None
        self._feed.forget()
        self._card.show_idle()
