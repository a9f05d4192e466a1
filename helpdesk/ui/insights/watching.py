"""What most tabs of Insights do alike: load on coming, and again when something they show happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from helpdesk.ui.insights.tab import InsightsTab

if TYPE_CHECKING:
    from helpdesk.domain.events import Event
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Delays

REFRESH_MS = 500


class WatchingPresenter:
    """Asks again at most twice a second after an event of `told_by`, and not at all while nobody looks."""

    def __init__(self, bridge: Bridge, delays: Delays, told_by: tuple[type[Event], ...]) -> None:
        self._bridge = bridge
        self._told_by = told_by
        self._desk: Desk | None = None
        self._watched = False
        self._refreshing = delays(REFRESH_MS, self.load)
        bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        if self._watched:
            self.entered()

    def entered(self) -> None:
        self._watched = True
        self.load()

    def left(self) -> None:
        self._watched = False
        self._refreshing.stop()

    def heard(self, event: Event) -> None:
        if self._watched and isinstance(event, self._told_by):
            self._refreshing.start()

    def load(self) -> None:
        raise NotImplementedError


Presenter = TypeVar("Presenter", bound=WatchingPresenter)


class PresentedTab(InsightsTab, Generic[Presenter]):
    """A tab that leaves coming and going to its presenter."""

    presenter: Presenter

    def desk_ready(self, desk: Desk) -> None:
        self.presenter.desk_ready(desk)

    def entered(self) -> None:
        self.presenter.entered()

    def left(self) -> None:
        self.presenter.left()

    def refresh(self) -> None:
        self.presenter.load()
