"""What became of each ticket's newest draft."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.certifying_tables import labels
from helpdesk.domain.conversation import OutboxState
from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.draft import DraftState
from helpdesk.domain.gaps import Course
from helpdesk.domain.ids import ArticleId, DraftId, TicketId
from helpdesk.domain.material_edit import body, material

LEFT = (OutboxState.SENT, OutboxState.UNCERTAIN)


class SqliteCourses:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def courses(self, since: datetime) -> list[Course]:
        d, k = t.drafts.c, t.decisions.c
        finished = sa.select(sa.func.max(d.id)).where(d.state != DraftState.REQUESTED).group_by(d.ticket_id)
        standing = sa.select(sa.func.max(k.id)).where(k.undone == 0).group_by(k.draft_id)
        wanted = (
            sa.select(
                d.id, d.ticket_id, d.state, d.abstained, d.failure, d.updated_at,
                k.kind, k.reason, k.before, k.after, k.decided_at, labels.c.wrong, labels.c.flipped_by,
                _by_hand().label("by_hand"),
            )
            .select_from(
                t.drafts.outerjoin(t.decisions, sa.and_(k.draft_id == d.id, k.id.in_(standing)))
                .outerjoin(labels, labels.c.draft_id == d.id)
            )
            .where(d.id.in_(finished), d.updated_at >= since)
            .order_by(d.ticket_id)
        )  # fmt: skip
        found = (await self._db.execute(wanted)).mappings().all()
        cited = await self._cited(since)
        return [_course(row, cited.get(row["id"], ())) for row in found]

    async def _cited(self, since: datetime) -> Mapping[int, tuple[ArticleId, ...]]:
        """Articles alone: a macro has a number below zero."""
        c = t.citations.c
        wanted = (
            sa.select(c.draft_id, c.article_id)
            .join(t.drafts, t.drafts.c.id == c.draft_id)
            .where(t.drafts.c.updated_at >= since, c.article_id > 0)
            .order_by(c.draft_id, c.n)
        )
        found: dict[int, list[ArticleId]] = {}
        for row in await self._db.execute(wanted):
            listed = found.setdefault(row.draft_id, [])
            if row.article_id not in listed:
                listed.append(ArticleId(row.article_id))
        return {draft: tuple(articles) for draft, articles in found.items()}


def _by_hand() -> sa.ColumnElement[bool]:
    o, d = t.outbox.c, t.drafts.c
    return sa.exists().where(o.ticket_id == d.ticket_id, o.draft_id.is_(None), o.state.in_(LEFT), o.created_at >= d.created_at)


def _course(row: Mapping[Any, Any], cited: tuple[ArticleId, ...]) -> Course:
    kind = DecisionKind(row["kind"]) if row["kind"] else None
    return Course(
        ticket_id=TicketId(row["ticket_id"]),
        draft_id=DraftId(row["id"]),
        state=DraftState(row["state"]),
        abstained=bool(row["abstained"]),
        failure=row["failure"],
        kind=kind,
        reason=row["reason"] or "",
        material=kind is DecisionKind.EDIT and _is_material(row),
        wrong=bool(row["wrong"]) and bool(row["flipped_by"]),
        by_hand=bool(row["by_hand"]),
        at=row["decided_at"] or row["updated_at"],
        cited=cited,
    )


def _is_material(row: Mapping[Any, Any]) -> bool:
    """As its label says; an edit from before labels were kept is judged now."""
    if row["wrong"] is not None:
        return bool(row["wrong"])
    return material(body(row["before"], {}), body(row["after"], {})) is not None
