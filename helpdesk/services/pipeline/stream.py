"""A reply as it grows."""

from collections.abc import Callable

from helpdesk.domain.events import DraftTextGrew, Event
from helpdesk.domain.ids import DraftId
from helpdesk.ports.clock import Clock

SECONDS_BETWEEN_UPDATES = 1 / 30


class Stream:
    """Passes on what grows, at most 30 times a second, and always the last state. A model hands over a token at a time, so
    that pieces a second are its tokens a second."""

    def __init__(self, draft_id: DraftId, clock: Clock, publish: Callable[[Event], None]) -> None:
        self._draft_id = draft_id
        self._clock = clock
        self._publish = publish
        self._first_at: float | None = None
        self._said_at = float("-inf")
        self._pieces = 0
        self._text = ""
        self._said = ""

    def grew(self, text: str) -> None:
        self._text = text
        self._pieces += 1
        now = self._clock.seconds()
        if self._first_at is None:
            self._first_at = now
        if now - self._said_at >= SECONDS_BETWEEN_UPDATES:
            self.flush()

    def flush(self) -> None:
        if self._text != self._said:
            self._said_at = self._clock.seconds()
            self._said = self._text
            self._publish(DraftTextGrew(self._draft_id, self._text, self._speed()))

    def _speed(self) -> float:
        lasted = 0.0 if self._first_at is None else self._clock.seconds() - self._first_at
        return (self._pieces - 1) / lasted if lasted > 0 else 0.0
