"""Goals an admin set, and the certificates that came of them. Nothing is ever taken away."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.certifying_tables import certificates, goals
from helpdesk.domain.certificate import Certificate, Ended, Goal, Method
from helpdesk.ports.certifying_records import Drafter


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
        found = (await self._db.execute(sa.select(goals).order_by(goals.c.id.desc()).limit(1))).mappings().one_or_none()
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
        k = certificates.c
        return await self._found(sa.select(certificates).where(k.ended_at.is_(None)).order_by(k.id))

    async def listed(self, limit: int = 200) -> list[Certificate]:
        return await self._found(sa.select(certificates).order_by(certificates.c.id.desc()).limit(limit))

    async def begun(self, drafter: Drafter, since: datetime) -> Mapping[str, datetime]:
        k = certificates.c
        first = (
            sa.select(k.topic, sa.func.min(k.granted_at).label("first"))
            .where(*_by(drafter), k.granted_at > since)
            .group_by(k.topic)
        )
        return {row.topic: row.first for row in await self._db.execute(first)}

    async def drifted(self, drafter: Drafter) -> datetime | None:
        k = certificates.c
        ended = sa.select(k.ended_at).where(*_by(drafter), k.ended_by == Ended.DRIFT)
        last: datetime | None = await self._db.scalar(ended.order_by(k.ended_at.desc()).limit(1))
        return last

    async def _found(self, query: sa.Select[tuple[object, ...]]) -> list[Certificate]:
        return [_certificate(row) for row in (await self._db.execute(query)).mappings()]


def _goal(row: sa.RowMapping) -> Goal:
    return Goal(**{**row, "topics": tuple(row["topics"]), "never": tuple(row["never"])})


def _certificate(row: sa.RowMapping) -> Certificate:
    return Certificate(**{**row, "topics": tuple(row["topics"]), "out": tuple(row["out"]), "method": Method(row["method"])})


def _by(drafter: Drafter) -> tuple[sa.ColumnElement[bool], ...]:
    k = certificates.c
    return k.scorer == drafter.scorer, k.writer == drafter.writer, k.fingerprint == drafter.fingerprint
