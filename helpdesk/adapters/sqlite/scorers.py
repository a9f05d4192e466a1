"""Scorers fitted at this desk, every one that ever was."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.certifying_tables import scorers
from helpdesk.domain.errors import NotFound
from helpdesk.domain.scoring import Scorer, Weights

CANDIDATE, LIVE, ENDED = "candidate", "live", "ended"


class SqliteScorers:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def live(self) -> list[Scorer]:
        return await self._in_state(LIVE)

    async def candidates(self) -> list[Scorer]:
        return await self._in_state(CANDIDATE)

    async def listed(self) -> list[tuple[Scorer, str]]:
        found = await self._db.execute(sa.select(scorers).order_by(scorers.c.id.desc()))
        return [(_scorer(row), row["state"]) for row in found.mappings()]

    async def freeze(self, scorer: Scorer) -> None:
        await self._end(scorer.writer, CANDIDATE, scorer.frozen_at)
        await self._db.execute(
            scorers.insert().values(
                name=scorer.name,
                writer=scorer.writer,
                weights=asdict(scorer.weights),
                grid=list(scorer.grid),
                labels=scorer.labels,
                log_loss=scorer.log_loss,
                state=CANDIDATE,
                frozen_at=scorer.frozen_at,
            )
        )

    async def promote(self, name: str, at: datetime) -> None:
        s = scorers.c
        writer = await self._db.scalar(sa.select(s.writer).where(s.name == name, s.state == CANDIDATE))
        if writer is None:
            raise NotFound("candidate scorer", name)
        await self._end(writer, LIVE, at)
        await self._db.execute(scorers.update().where(s.name == name).values(state=LIVE))

    async def _end(self, writer: str, state: str, at: datetime | None) -> None:
        s = scorers.c
        await self._db.execute(scorers.update().where(s.writer == writer, s.state == state).values(state=ENDED, ended_at=at))

    async def _in_state(self, state: str) -> list[Scorer]:
        found = await self._db.execute(sa.select(scorers).where(scorers.c.state == state).order_by(scorers.c.id))
        return [_scorer(row) for row in found.mappings()]


def _scorer(row: Mapping[Any, Any]) -> Scorer:
    return Scorer(
        name=row["name"],
        writer=row["writer"],
        weights=Weights(**row["weights"]),
        grid=tuple(row["grid"]),
        frozen_at=row["frozen_at"],
        labels=row["labels"],
        log_loss=row["log_loss"],
    )
