"""How often the desk may call a person: notifications that come in storms are not read."""

from collections import deque
from datetime import datetime, timedelta

MOST, WITHIN = 4, timedelta(minutes=10)


class NewsLimit:
    """At most `most` within `within`; what was held back is counted, and told with the next one that may be shown."""

    def __init__(self, most: int = MOST, within: timedelta = WITHIN) -> None:
        self._most = most
        self._within = within
        self._shown: deque[datetime] = deque()
        self._held = 0

    def admit(self, now: datetime) -> int | None:
        """None: hold it back. Otherwise show it, and say that so many before it were not."""
        while self._shown and now - self._shown[0] >= self._within:
            self._shown.popleft()
        if len(self._shown) >= self._most:
            self._held += 1
            return None
        self._shown.append(now)
        held, self._held = self._held, 0
        return held
