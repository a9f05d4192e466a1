"""What is proposed for the knowledge base, and what people sent in place of drafts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.certifying_tables import gap_proposals, labels, outcomes
from helpdesk.adapters.sqlite.desk_values import keep_value, value_of
from helpdesk.adapters.sqlite.gap_courses import LEFT, SqliteCourses
from helpdesk.adapters.sqlite.hindsight import refuted
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import NotFound
from helpdesk.domain.gap_proposal import GapKind, GapState, Proposal, Side, Wanted
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId, RevisionId, TicketId
from helpdesk.domain.label import Hindsight
from helpdesk.ports import Clock
from helpdesk.ports.gap_records import SentByHand

AT_ONCE = 500
LOOKED = "gaps.looked"
FOUND_AGAIN = (GapState.OPEN, GapState.WITHDRAWN)
AGAINST = (Hindsight.SAID_WRONG,)


class SqliteGaps(SqliteCourses):
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        super().__init__(connection)
        self._clock = clock

    async def sent(self, tickets: Collection[TicketId]) -> list[SentByHand]:
        wanted, found = sorted(tickets), list[SentByHand]()
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            found += [*await self._edited(some), *await self._by_hand(some)]
        return sorted(found, key=lambda one: (one.at, one.ticket_id), reverse=True)

    async def _edited(self, tickets: Sequence[TicketId]) -> list[SentByHand]:
        k = t.decisions.c
        wanted = (
            sa.select(k.ticket_id, k.agent, k.decided_at, k.after, k.before, _wrote_again(k.ticket_id, k.decided_at))
            .join(t.drafts, t.drafts.c.id == k.draft_id)
            .where(k.ticket_id.in_(tickets), k.kind == DecisionKind.EDIT, k.undone == 0, t.drafts.c.state == DraftState.SENT)
            .where(~refuted(k.ticket_id, k.decided_at, AGAINST))
        )
        return [SentByHand(*row) for row in await self._db.execute(wanted)]

    async def _by_hand(self, tickets: Sequence[TicketId]) -> list[SentByHand]:
        o = t.outbox.c
        said = sa.select(t.messages.c.author).where(
            t.messages.c.ticket_id == o.ticket_id, t.messages.c.kind == MessageKind.PUBLIC_REPLY, t.messages.c.body == o.body
        )
        author = sa.func.coalesce(said.limit(1).scalar_subquery(), "")
        wanted = sa.select(
            o.ticket_id, author, o.created_at, o.body, sa.literal(""), _wrote_again(o.ticket_id, o.created_at)
        ).where(
            o.ticket_id.in_(tickets),
            o.draft_id.is_(None),
            o.state.in_(LEFT),
            ~refuted(o.ticket_id, o.created_at, AGAINST),
        )
        return [SentByHand(*row) for row in await self._db.execute(wanted)]

    async def titles(self, articles: Collection[ArticleId]) -> Mapping[ArticleId, tuple[str, str]]:
        a = t.articles.c
        found = await self._db.execute(sa.select(a.id, a.title, a.path).where(a.id.in_(articles)))
        return {ArticleId(row.id): (row.title, row.path) for row in found}

    async def decided(self, since: datetime) -> list[tuple[str, datetime]]:
        k = t.decisions.c
        found = await self._db.execute(
            sa.select(k.agent, k.decided_at).where(k.decided_at >= since, k.undone == 0).order_by(k.decided_at)
        )
        return [(row.agent, row.decided_at) for row in found]

    async def stamp(self) -> str:
        parts = (
            sa.select(sa.func.max(t.decisions.c.id)),
            sa.select(sa.func.sum(t.decisions.c.undone)),
            sa.select(sa.func.max(t.drafts.c.updated_at)),
            sa.select(sa.func.count()).select_from(t.outbox).where(t.outbox.c.state.in_(LEFT)),
            sa.select(sa.func.max(labels.c.at)),
            sa.select(sa.func.max(outcomes.c.id)),
            sa.select(sa.func.max(t.passages.c.change)),
            sa.select(sa.func.max(t.gone_passages.c.change)),
        )
        row = (await self._db.execute(sa.select(*(part.scalar_subquery() for part in parts)))).one()
        return "|".join(map(str, row))

    async def looked(self) -> str:
        return await value_of(self._db, LOOKED) or ""

    async def put(self, wanted: Sequence[Wanted], stamp: str) -> list[int]:
        g, now = gap_proposals.c, self._clock.now()
        await keep_value(self._db, LOOKED, stamp)
        by_mark = {one.mark: one for one in wanted}
        found = await self._db.execute(sa.select(g.id, g.mark, g.state))
        known = {row.mark: (row.id, GapState(row.state)) for row in found}
        gone = [number for mark, (number, state) in known.items() if state is GapState.OPEN and mark not in by_mark]
        for start in range(0, len(gone), AT_ONCE):
            some = gap_proposals.update().where(g.id.in_(gone[start : start + AT_ONCE]))
            await self._db.execute(some.values(state=GapState.WITHDRAWN, decided_at=now))
        open_ones = []
        for mark, one in by_mark.items():
            number, state = known.get(mark, (0, GapState.OPEN))
            if number and state in FOUND_AGAIN:
                standing = _values(one) | {"state": GapState.OPEN, "decided_at": None}
                await self._db.execute(gap_proposals.update().where(g.id == number).values(standing))
            elif not number:
                made = await self._db.execute(gap_proposals.insert().values(_values(one) | {"mark": mark, "made_at": now}))
                assert made.inserted_primary_key is not None
                number = made.inserted_primary_key[0]
            else:
                continue
            open_ones.append(number)
        return open_ones

    async def listed(self, states: Collection[GapState], limit: int) -> list[Proposal]:
        g = gap_proposals.c
        wanted = (
            sa.select(gap_proposals).where(g.state.in_(states)).order_by(g.cost.desc(), g.made_at.desc(), g.id).limit(limit)
        )
        return [_proposal(row) for row in (await self._db.execute(wanted)).mappings()]

    async def get(self, proposal_id: int) -> Proposal:
        found = await self._db.execute(sa.select(gap_proposals).where(gap_proposals.c.id == proposal_id))
        row = found.mappings().one_or_none()
        if row is None:
            raise NotFound("proposal", str(proposal_id))
        return _proposal(row)

    async def keep_edit(self, proposal_id: int, text: str | None) -> None:
        kept = gap_proposals.update().where(gap_proposals.c.id == proposal_id)
        await self._db.execute(kept.values(edited=text))

    async def decide(self, proposal_id: int, came_from: GapState, to: GapState, agent: str) -> bool:
        g = gap_proposals.c
        moved = gap_proposals.update().where(g.id == proposal_id, g.state == came_from)
        return (await self._db.execute(moved.values(state=to, agent=agent, decided_at=self._clock.now()))).rowcount > 0


def _wrote_again(ticket_id: sa.ColumnElement[int], at: sa.ColumnElement[datetime]) -> sa.ColumnElement[bool]:
    m = t.messages.c
    return sa.exists().where(m.ticket_id == ticket_id, m.kind == MessageKind.CUSTOMER, m.at > at)


def _values(one: Wanted) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "title": one.title,
        "kb_id": one.kb_id,
        "article_id": one.article_id,
        "revision_id": one.revision_id,
        "path": one.path,
        "before": one.before,
        "after": one.after,
        "core": one.core,
        "terms": list(one.terms),
        "sides": [asdict(side) for side in one.sides],
        "tickets": list(one.tickets),
        "cost": len(one.tickets),
    }


def _proposal(row: Mapping[Any, Any]) -> Proposal:
    return Proposal(
        id=row["id"],
        mark=row["mark"],
        kind=GapKind(row["kind"]),
        state=GapState(row["state"]),
        title=row["title"],
        core=row["core"],
        terms=tuple(row["terms"]),
        kb_id=KnowledgeBaseId(row["kb_id"]) if row["kb_id"] else None,
        article_id=ArticleId(row["article_id"]) if row["article_id"] else None,
        revision_id=RevisionId(row["revision_id"]) if row["revision_id"] else None,
        path=row["path"],
        before=row["before"],
        after=row["after"],
        edited=row["edited"],
        tickets=tuple(TicketId(ticket) for ticket in row["tickets"]),
        sides=tuple(Side(**{**side, "lines": tuple(side["lines"])}) for side in row["sides"]),
        agent=row["agent"],
        made_at=row["made_at"],
        decided_at=row["decided_at"],
    )
