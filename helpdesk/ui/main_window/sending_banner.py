"""Above every screen: that sending by itself is stopped, paused, or runs without proof. It cannot be put away."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from helpdesk.domain.autosend import Mode
from helpdesk.domain.events import Event, SendingChanged
from helpdesk.ui import sending_words
from helpdesk.ui.kit import Banner, Place, Tone
from helpdesk.ui.language import Words, mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.domain.autosend import SendingStatus
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge

LOOKS = {Mode.STOPPED: Tone.ERROR, Mode.PAUSED: Tone.ERROR, Mode.OVERRIDDEN: Tone.WARNING, Mode.UNPROVEN: Tone.WARNING}
TITLES = Words(
    {
        Mode.STOPPED: mark("Sending by itself is stopped."),
        Mode.PAUSED: mark("Sending by itself is paused."),
        Mode.OVERRIDDEN: mark("Answers leave by themselves without proof."),
        Mode.UNPROVEN: mark("Nothing leaves by itself any more."),
    }
)
SENDING = Place("insights", section="sending")


class SendingBanner(QObject):
    """A desk that sends nothing by itself never sees it."""

    def __init__(self, bridge: Bridge, navigate: Callable[[Place], None], say: Callable[[str], None]) -> None:
        super().__init__()
        self.banner = Banner()
        self._bridge = bridge
        self._say = say
        self._desk: Desk | None = None
        self.banner.acted.connect(lambda: navigate(SENDING))
        bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self.load()

    def desk_leaves(self) -> None:
        self._desk = None

    def heard(self, event: Event) -> None:
        if isinstance(event, SendingChanged):
            self.load()

    def load(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.sending.status, self._show)

    def stop(self) -> None:
        """The key of the stop, from anywhere."""
        if self._desk is not None:
            self._bridge.call(self._desk.sending.brake.stop, self._stopped, keep=True)

    def _stopped(self, back: int) -> None:
        self._say(tr("Nothing leaves by itself any more. {went_back}", went_back=sending_words.went_back(back)))

    def _show(self, status: SendingStatus) -> None:
        tone = LOOKS.get(status.mode)
        if status.consent is None or tone is None:
            self.banner.clear()
            return
        words = sending_words.state(status, datetime.now(UTC))
        self.banner.say(words, tone, title=TITLES[status.mode], action=tr("Open Sending"), closable=False)
