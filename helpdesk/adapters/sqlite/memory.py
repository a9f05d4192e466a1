"""Answers agents approved, kept without their customers."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import drafting_tables as d
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.hindsight import refuted
from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.draft import Citation, DraftState
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.label import Hindsight
from helpdesk.domain.past_answer import KeptAnswer
from helpdesk.ports.memory_records import Learnable

APPROVED = (DecisionKind.APPROVE, DecisionKind.EDIT)
AGAINST = (Hindsight.SAID_WRONG, Hindsight.WROTE_AGAIN)


class SqliteMemory:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def lacking(self, limit: int) -> list[Learnable]:
        k, p = t.decisions.c, d.past_answers.c
        kept = sa.exists().where(p.draft_id == k.draft_id)
        wanted = (
            sa.select(k.ticket_id, k.draft_id, k.after, t.tickets.c.language)
            .select_from(t.decisions.join(t.drafts, t.drafts.c.id == k.draft_id).join(t.tickets, t.tickets.c.id == k.ticket_id))
            .where(k.kind.in_(APPROVED), k.undone == 0, t.drafts.c.state == DraftState.SENT, ~kept)
            .order_by(k.id)
            .limit(limit)
        )
        return [Learnable(TicketId(r[0]), DraftId(r[1]), r[2], r[3]) for r in await self._db.execute(wanted)]

    async def keep(self, answers: Sequence[KeptAnswer]) -> None:
        values = [
            {
                "ticket_id": one.ticket_id,
                "draft_id": one.draft_id,
                "answer": one.answer,
                "language": one.language,
                "citations": [asdict(cited) for cited in one.citations],
                "forgotten": int(one.forgotten),
                "at": one.at,
            }
            for one in answers
        ]
        if values:
            await self._db.execute(insert(d.past_answers).on_conflict_do_nothing(index_elements=["draft_id"]), values)

    async def listed(self, limit: int) -> list[KeptAnswer]:
        return await self._found(_speaking().limit(limit))

    async def of_ticket(self, ticket_id: TicketId) -> KeptAnswer | None:
        found = await self._found(_speaking().where(d.past_answers.c.ticket_id == ticket_id).limit(1))
        return found[0] if found else None

    async def forget(self, answer_id: int) -> bool:
        p = d.past_answers.c
        wiped = d.past_answers.update().where(p.id == answer_id, p.answer != "").values(answer="", citations=[], forgotten=1)
        return (await self._db.execute(wiped)).rowcount > 0

    async def forget_all(self) -> int:
        p = d.past_answers.c
        wiped = d.past_answers.update().where(p.answer != "").values(answer="", citations=[], forgotten=1)
        return (await self._db.execute(wiped)).rowcount

    async def _found(self, wanted: sa.Select[Any]) -> list[KeptAnswer]:
        return [_kept(row) for row in (await self._db.execute(wanted)).mappings()]


def _speaking() -> sa.Select[Any]:
    p, k, every = d.past_answers.c, t.decisions.c, t.decisions.alias().c
    newest = sa.select(sa.func.max(every.id)).where(every.draft_id == p.draft_id, every.undone == 0)
    standing = newest.correlate(d.past_answers).scalar_subquery()
    wrong = refuted(p.ticket_id, k.decided_at, AGAINST).label("refuted")
    joined = d.past_answers.outerjoin(t.decisions, k.id == standing)
    marked = sa.select(d.past_answers, k.agent, k.kind, wrong).select_from(joined)
    return marked.where(p.answer != "").order_by(p.id.desc())


def _kept(row: Mapping[Any, Any]) -> KeptAnswer:
    return KeptAnswer(
        row["id"],
        TicketId(row["ticket_id"]),
        DraftId(row["draft_id"]),
        row["answer"],
        row["language"],
        tuple(Citation(**{**cited, "lines": tuple(cited["lines"])}) for cited in row["citations"]),
        bool(row["forgotten"]),
        row["at"],
        row["agent"] or "",
        row["kind"] == DecisionKind.EDIT,
        bool(row["refuted"]),
    )
