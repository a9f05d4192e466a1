"""Whether the clock can be trusted: limits, undo times and audits all hang on it."""

from datetime import timedelta

from helpdesk.domain.sending import AlarmKind
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records

BACK = timedelta(minutes=1)
"""What a time server puts right is less."""

AHEAD = timedelta(days=1)
BEAT_SECONDS = 600.0
"""It looks so often even when nothing comes, so that a quiet day is not taken for a jump."""

STEADY_SECONDS = 600.0
"""So long the desk watches before it believes in a day that came at once: a computer that slept, or a clock set wrong."""


class ClockWatch:
    """Remembers in the store when it last looked, so that a jump over an end of the program is seen too."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._doubted_at: float | None = None
        self._beat_at: float | None = None

    def due(self) -> bool:
        """True once in a while: time to look although nothing came."""
        now = self._clock.seconds()
        if self._beat_at is not None and now - self._beat_at < BEAT_SECONDS:
            return False
        self._beat_at = now
        return True

    async def trusted(self, records: Records) -> bool:
        """A clock that went back raises an alarm, which an admin must clear. After a jump ahead it is trusted again when the
        desk has watched it for a while."""
        now, seen = self._clock.now(), await records.auto_replies.seen()
        if seen is not None and now < seen - BACK:
            details = {"seen": seen.isoformat(), "now": now.isoformat()}
            await records.alarms.raise_(AlarmKind.CLOCK, None, details)
            return False
        if seen is not None and now - seen > AHEAD:
            self._doubted_at = self._clock.seconds()
        if seen is None or now - seen > BACK:
            await records.auto_replies.look(now)
        if self._doubted_at is not None and self._clock.seconds() - self._doubted_at >= STEADY_SECONDS:
            self._doubted_at = None
        return self._doubted_at is None

    async def believe(self, records: Records) -> None:
        """An admin says that the clock is right now."""
        self._doubted_at = None
        await records.auto_replies.look(self._clock.now())
