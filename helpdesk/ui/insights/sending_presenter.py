"""The Sending page: asks how it stands, and carries out what an admin decides."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from helpdesk.domain.errors import NotSigned
from helpdesk.domain.events import DraftDecided, DraftReady, ReplyChanged, SendingChanged
from helpdesk.ui.insights.sending_page import Known
from helpdesk.ui.insights.watching import WatchingPresenter
from helpdesk.ui.language import tr
from helpdesk.ui.sending_words import went_back

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from helpdesk.domain.autosend import Offer
    from helpdesk.domain.ids import OutboxId
    from helpdesk.services.certifying import GoalWish
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Delays

SHOWN = 200
SIGNED_SHOWN = 12
TELLING = (DraftDecided, DraftReady, ReplyChanged, SendingChanged)


class SendingView(Protocol):
    def show_known(self, known: Known, now: datetime) -> None: ...

    def show_offer(self, offer: Offer, agent: str) -> None:
        """What stands to be signed."""
        ...

    def done(self, words: str) -> None: ...

    def refused(self, error: NotSigned) -> None:
        """Beside what was typed."""
        ...

    def show_trouble(self, error: Exception) -> None: ...


class SendingPresenter(WatchingPresenter):
    def __init__(self, view: SendingView, bridge: Bridge, delays: Delays) -> None:
        super().__init__(bridge, delays, TELLING)
        self._view = view
        self._line: float | None = None
        self._seen: tuple[int, ...] = ()

    def load(self) -> None:
        desk = self._desk
        if desk is not None:
            self._bridge.call(partial(_known, desk), self._loaded, self._view.show_trouble)
            self._bridge.call(desk.certifying.heed_changes, failed=self._view.show_trouble)

    def stop(self) -> None:
        desk = self._desk
        if desk is not None:
            self._do(desk.sending.brake.stop, lambda back: tr("Stopped. {went_back}", went_back=went_back(back)))

    def turn_off(self) -> None:
        desk = self._desk
        if desk is not None:
            self._do(desk.sending.turn_off, lambda back: tr("Off. {went_back}", went_back=went_back(back)))

    def take_back(self, outbox_id: OutboxId) -> None:
        desk = self._desk
        if desk is not None:
            self._do(partial(desk.sending.take_back, outbox_id), lambda _: tr("Taken back: it waits for review."))

    def offer(self, line: float | None = None) -> None:
        """What there is to sign: the certificates, or with a line the override by it."""
        desk, self._line = self._desk, line
        if desk is None:
            return
        asked = desk.sending.offer if line is None else partial(desk.sending.offer_line, line)
        agent = desk.settings.agent_name

        def shown(offer: Offer) -> None:
            self._seen = tuple(one.id for one in offer.certificates)
            self._view.show_offer(offer, agent)

        self._bridge.call(asked, shown, self._failed)

    def sign(self, words: str) -> None:
        desk, line = self._desk, self._line
        if desk is None:
            return
        work = partial(desk.sending.turn_on, words, self._seen) if line is None else partial(desk.sending.override, line, words)
        self._do(work, lambda _: tr("Signed. Answers may leave by themselves from now on."))

    def resume(self, words: str) -> None:
        desk = self._desk
        if desk is not None:
            self._do(partial(desk.sending.brake.resume, words), lambda _: tr("Allowed again."))

    def set_goal(self, wish: GoalWish) -> None:
        desk = self._desk
        if desk is not None:
            self._do(partial(desk.certifying.set_goal, wish), lambda _: tr("The goal is set. The evidence counts from now on."))

    def _do(self, work: Callable[[], Awaitable[Any]], words: Callable[[Any], str]) -> None:
        self._bridge.call(work, lambda result: self._did(words(result)), self._failed, keep=True)

    def _did(self, words: str) -> None:
        self._view.done(words)
        self.load()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NotSigned):
            self._view.refused(error)
        else:
            self._view.show_trouble(error)
        self.load()

    def _loaded(self, known: Known) -> None:
        self._view.show_known(known, datetime.now(UTC))


async def _known(desk: Desk) -> Known:
    sending = desk.sending
    return Known(
        await sending.status(),
        await sending.offer(),
        await desk.certifying.standing(),
        tuple(await sending.went(SHOWN)),
        tuple(await sending.consents(SIGNED_SHOWN)),
    )
