"""What admins signed about sending. Nothing is ever changed or taken out."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import certifying_tables as c
from helpdesk.domain.sending import Consent, ConsentKind
from helpdesk.ports import Clock
from helpdesk.ports.sending_records import NewConsent

SWITCHING = (ConsentKind.ON, ConsentKind.OVERRIDE, ConsentKind.OFF)
STANDING = sa.select(c.consents).where(c.consents.c.kind.in_(SWITCHING)).order_by(c.consents.c.id.desc()).limit(1)


class SqliteConsents:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def add(self, consent: NewConsent) -> int:
        values = {
            "kind": consent.kind,
            "certificate_id": consent.certificate_id,
            "threshold": consent.threshold,
            "words": consent.words,
            "agent": consent.agent,
            "shown": dict(consent.shown or {}),
            "at": self._clock.now(),
        }
        made = (await self._db.execute(c.consents.insert().values(**values))).inserted_primary_key
        assert made is not None
        return int(made[0])

    async def standing(self) -> Consent | None:
        row = (await self._db.execute(STANDING)).mappings().one_or_none()
        return consent(row) if row is not None and row["kind"] != ConsentKind.OFF else None

    async def listed(self, limit: int) -> list[Consent]:
        wanted = sa.select(c.consents).order_by(c.consents.c.id.desc()).limit(limit)
        return [consent(row) for row in (await self._db.execute(wanted)).mappings()]


def consent(row: sa.RowMapping) -> Consent:
    return Consent(**{**row, "kind": ConsentKind(row["kind"])})
