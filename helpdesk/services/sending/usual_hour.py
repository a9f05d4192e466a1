"""How many answers could leave in a usual hour, worked out once an hour: the gate has to be quick."""

from datetime import datetime

from helpdesk.domain.ids import DraftId
from helpdesk.domain.volume import HOUR, WATCHED, Surge, usual
from helpdesk.ports.store import Records


class UsualHour:
    def __init__(self) -> None:
        self._usual = 0.0
        self._until: datetime | None = None

    async def surge(self, records: Records, now: datetime, draft_id: DraftId) -> Surge:
        """This draft among those of the last hour."""
        if self._until is None or not now <= self._until <= now + HOUR:
            self._usual = usual(await records.auto_replies.hours(now - WATCHED, now - HOUR))
            self._until = now + HOUR
        lately = await records.auto_replies.passed(now - HOUR, draft_id)
        return Surge(1 + lately, self._usual)
