"""Raw bytes as they came in."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.domain.ids import SourceId
from helpdesk.ports import Clock


class SqliteSources:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def keep(self, sha256: str, kind: str, name: str, raw: bytes) -> tuple[SourceId, bool]:
        c = t.sources.c
        known = await self._db.scalar(sa.select(c.id).where(c.sha256 == sha256, c.kind == kind))
        if known is not None:
            return SourceId(known), False
        kept = await self._db.execute(
            t.sources.insert().values(sha256=sha256, kind=kind, name=name, raw=raw, received_at=self._clock.now())
        )
        assert kept.inserted_primary_key is not None
        return SourceId(kept.inserted_primary_key[0]), True

    async def settle(self, source_id: SourceId, failure: str) -> None:
        state = "failed" if failure else "parsed"
        await self._db.execute(t.sources.update().where(t.sources.c.id == source_id).values(state=state, failure=failure))

    async def unsettled(self) -> list[tuple[SourceId, str, str, bytes]]:
        c = t.sources.c
        found = await self._db.execute(sa.select(c.id, c.kind, c.name, c.raw).where(c.state == "kept").order_by(c.id))
        return [(SourceId(r.id), r.kind, r.name, r.raw) for r in found]
