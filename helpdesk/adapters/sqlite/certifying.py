"""Goals an admin set, and the certificates that came of them. Nothing is ever taken away."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.certifying_tables import certificates, goals
from helpdesk.domain.certificate import Certificate, Ended, Goal, Method
from helpdesk.ports.certifying_records import Drafter

_k = certificates.c
_BY = tuple(_k[name] == sa.bindparam(name) for name in ("scorer", "writer", "fingerprint"))

NEWEST_GOAL = sa.select(goals).order_by(goals.c.id.desc()).limit(1)
STANDING = sa.select(certificates).where(_k.ended_at.is_(None)).order_by(_k.id)
BEGUN = (
    sa.select(_k.topic, sa.func.min(_k.granted_at).label("first"))
    .where(*_BY, _k.granted_at > sa.bindparam("since"))
    .group_by(_k.topic)
)
DRIFTED = sa.select(_k.ended_at).where(*_BY, _k.ended_by == Ended.DRIFT).order_by(_k.ended_at.desc()).limit(1)
"""Every draft and every decision asks these: built once, which takes longer than asking."""


class SqliteGoals:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def set(self, goal: Goal) -> Goal:
        values = {**asdict(goal), "topics": list(goal.topics), "never": list(goal.never)}
        values.pop("id")
        made = await self._db.execute(goals.insert().values(values))
        assert made.inserted_primary_key is not None
        return replace(goal, id=made.inserted_primary_key[0])

    async def newest(self) -> Goal | None:
        found = (await self._db.execute(NEWEST_GOAL)).mappings().one_or_none()
        return None if found is None else _goal(found)

    async def listed(self) -> list[Goal]:
        found = await self._db.execute(sa.select(goals).order_by(goals.c.id.desc()))
        return [_goal(row) for row in found.mappings()]


class SqliteCertificates:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def grant(self, certificate: Certificate) -> Certificate:
        values = {**vars(certificate), "topics": list(certificate.topics), "out": list(certificate.out)}
        values.pop("id")
        made = await self._db.execute(certificates.insert().values(values))
        assert made.inserted_primary_key is not None
        return replace(certificate, id=made.inserted_primary_key[0])

    async def end(self, certificate_id: int, by: Ended, why: str, at: datetime) -> None:
        k = certificates.c
        one = certificates.update().where(k.id == certificate_id, k.ended_at.is_(None))
        await self._db.execute(one.values(ended_by=by, ended_why=why, ended_at=at))

    async def take_out(self, certificate_id: int, topics: Sequence[str]) -> None:
        one = certificates.update().where(certificates.c.id == certificate_id)
        await self._db.execute(one.values(out=list(topics)))

    async def standing(self) -> list[Certificate]:
        return [_certificate(row) for row in (await self._db.execute(STANDING)).mappings()]

    async def listed(self, limit: int = 200) -> list[Certificate]:
        newest = sa.select(certificates).order_by(certificates.c.id.desc()).limit(limit)
        return [_certificate(row) for row in (await self._db.execute(newest)).mappings()]

    async def begun(self, drafter: Drafter, since: datetime) -> Mapping[str, datetime]:
        return {row.topic: row.first for row in await self._db.execute(BEGUN, {**vars(drafter), "since": since})}

    async def drifted(self, drafter: Drafter) -> datetime | None:
        last: datetime | None = await self._db.scalar(DRIFTED, vars(drafter))
        return last


def _goal(row: sa.RowMapping) -> Goal:
    return Goal(**{**row, "topics": tuple(row["topics"]), "never": tuple(row["never"])})


def _certificate(row: sa.RowMapping) -> Certificate:
    return Certificate(**{**row, "topics": tuple(row["topics"]), "out": tuple(row["out"]), "method": Method(row["method"])})
