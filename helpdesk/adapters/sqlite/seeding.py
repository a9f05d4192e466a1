"""Test drafts: the planted text lies here alone; the draft's own row keeps the true one."""

from typing import Any

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
UNDECIDED = (DraftState.REQUESTED, DraftState.IN_REVIEW)
_OF: sa.BindParameter[int] = sa.bindparam("of")
_IN_REVIEW = t.drafts.c.state == DraftState.IN_REVIEW
_JOINED = seeds.join(t.drafts, t.drafts.c.id == seeds.c.draft_id)
_NEWEST = sa.select(seeds, t.drafts.c.ticket_id).select_from(_JOINED).where(OPEN).order_by(seeds.c.id.desc()).limit(1)

OPEN_OF = _NEWEST.where(seeds.c.draft_id == _OF)
OPEN_ON = _NEWEST.where(t.drafts.c.ticket_id == _OF, _IN_REVIEW)
TESTED = sa.select(sa.exists().where(OPEN, seeds.c.draft_id == _OF))
_UNDECIDED = sa.select(t.drafts.c.id).where(t.drafts.c.ticket_id == _OF, t.drafts.c.state.in_(UNDECIDED))
RETIRE = seeds.update().where(OPEN, seeds.c.draft_id.in_(_UNDECIDED))
WAITING = sa.select(seeds.c.id).select_from(_JOINED).where(OPEN, _IN_REVIEW).limit(1)
SHOWN = sa.select(seeds.c.wrong_text).where(OPEN, seeds.c.draft_id == t.drafts.c.id).scalar_subquery()
"""What the queue shows in place of a draft's own text, while a test draft is open on it."""

OUTCOMES = (
    sa.select(seeds.c.outcome)
    .where(seeds.c.outcome.in_((Outcome.CAUGHT, Outcome.MISSED)))
    .order_by(seeds.c.decided_at, seeds.c.id)
)
"""Every draft and every decision asks these: built once, which takes longer than asking."""


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
        return await self._open(OPEN_OF, draft_id)

    async def open_on(self, ticket_id: TicketId) -> PlantedDraft | None:
        return await self._open(OPEN_ON, ticket_id)

    async def _open(self, newest: sa.Select[Any], of: int) -> PlantedDraft | None:
        row = (await self._db.execute(newest, {"of": of})).mappings().one_or_none()
        return None if row is None else _test(row)

    async def waiting(self) -> bool:
        return await self._db.scalar(WAITING) is not None

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
        return [outcome == Outcome.CAUGHT for outcome in await self._db.scalars(OUTCOMES)]

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


async def retire_tests(connection: AsyncConnection, ticket_id: TicketId) -> None:
    """Its open drafts go before anybody decided about them."""
    await connection.execute(RETIRE, {"of": ticket_id, "outcome": Outcome.RETIRED})


async def has_test(connection: AsyncConnection, draft_id: DraftId) -> bool:
    """Whether a test draft is open on it."""
    return bool(await connection.scalar(TESTED, {"of": draft_id}))


def is_test(draft_id: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    return sa.exists().where(seeds.c.draft_id == draft_id, OPEN)
