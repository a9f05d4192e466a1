"""Test drafts: the planted text lies here alone; the draft's own row keeps the true one."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.certifying_tables import seeds
from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.draft import DraftState
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.planted_draft import Outcome, PlantedDraft, SettledTest
from helpdesk.domain.planting import Planted, PlantKind
from helpdesk.ports import Clock

OPEN = seeds.c.outcome == ""


class SqliteTestDrafts:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def plant(self, draft_id: DraftId, revision: int, true_text: str, planted: Planted) -> None:
        await self._db.execute(
            seeds.insert().values(
                draft_id=draft_id,
                revision=revision,
                true_text=true_text,
                wrong_text=planted.text,
                kind=planted.kind,
                planted=planted.wrong,
                instead=planted.right,
                made_at=self._clock.now(),
            )
        )

    async def open_of(self, draft_id: DraftId) -> PlantedDraft | None:
        return await self._open(seeds.c.draft_id == draft_id)

    async def open_on(self, ticket_id: TicketId) -> PlantedDraft | None:
        return await self._open(t.drafts.c.ticket_id == ticket_id, t.drafts.c.state == DraftState.IN_REVIEW)

    async def _open(self, *where: sa.ColumnElement[bool]) -> PlantedDraft | None:
        joined = seeds.join(t.drafts, t.drafts.c.id == seeds.c.draft_id)
        wanted = sa.select(seeds, t.drafts.c.ticket_id).select_from(joined).where(OPEN, *where)
        row = (await self._db.execute(wanted.order_by(seeds.c.id.desc()).limit(1))).mappings().one_or_none()
        return None if row is None else _test(row)

    async def waiting(self) -> bool:
        joined = seeds.join(t.drafts, t.drafts.c.id == seeds.c.draft_id)
        found = sa.select(seeds.c.id).select_from(joined).where(OPEN, t.drafts.c.state == DraftState.IN_REVIEW)
        return await self._db.scalar(found.limit(1)) is not None

    async def decided_since_last(self) -> int:
        d, last = t.decisions.c, sa.select(sa.func.max(seeds.c.made_at)).scalar_subquery()
        by_people = (d.kind != DecisionKind.AUTO) & (d.undone == 0)
        counted = sa.select(sa.func.count()).where(by_people, last.is_(None) | (d.decided_at > last))
        return await self._db.scalar(counted) or 0

    async def settle(self, test: PlantedDraft, outcome: Outcome, agent: str) -> None:
        d, now = t.drafts.c, self._clock.now()
        one = seeds.update().where(seeds.c.id == test.id)
        await self._db.execute(one.values(outcome=outcome, agent=agent, decided_at=now))
        true_again = t.drafts.update().where(d.id == test.draft_id)
        await self._db.execute(true_again.values(edited=None, revision=d.revision + 1, updated_at=now))

    async def outcomes(self) -> list[bool]:
        decided = sa.select(seeds.c.outcome).where(seeds.c.outcome.in_((Outcome.CAUGHT, Outcome.MISSED)))
        found = await self._db.scalars(decided.order_by(seeds.c.decided_at, seeds.c.id))
        return [outcome == Outcome.CAUGHT for outcome in found]

    async def listed(self, limit: int) -> list[SettledTest]:
        decided = sa.select(seeds).where(seeds.c.decided_at.is_not(None)).order_by(seeds.c.decided_at.desc(), seeds.c.id.desc())
        found = (await self._db.execute(decided.limit(limit))).mappings()
        return [SettledTest(DraftId(r["draft_id"]), _planted(r), Outcome(r["outcome"]), r["decided_at"]) for r in found]


def _planted(row: sa.RowMapping) -> Planted:
    return Planted(PlantKind(row["kind"]), row["wrong_text"], row["planted"], row["instead"])


def _test(row: sa.RowMapping) -> PlantedDraft:
    return PlantedDraft(
        row["id"], DraftId(row["draft_id"]), TicketId(row["ticket_id"]), row["revision"], row["true_text"], _planted(row)
    )


async def shown_text(connection: AsyncConnection, draft_id: DraftId) -> str | None:
    """What the queue shows in place of a draft's own text, while a test draft is open on it."""
    shown = await connection.scalar(sa.select(seeds.c.wrong_text).where(OPEN, seeds.c.draft_id == draft_id))
    return None if shown is None else str(shown)


async def retire_test(connection: AsyncConnection, drafts: sa.Select[tuple[int]]) -> None:
    """The drafts go before anybody decided about them."""
    await connection.execute(seeds.update().where(OPEN, seeds.c.draft_id.in_(drafts)).values(outcome=Outcome.RETIRED))


def is_test(draft_id: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    return sa.exists().where(seeds.c.draft_id == draft_id, OPEN)
