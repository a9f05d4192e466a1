"""Which drafts were right and which wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import certifying_tables as c
from helpdesk.adapters.sqlite import drafting_tables as d
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.assessments import rewrite
from helpdesk.adapters.sqlite.ticket_values import in_listed, listed
from helpdesk.domain.draft import DraftState
from helpdesk.domain.ids import DraftId, RevisionId, TicketId
from helpdesk.domain.label import LATER, UNJUDGED, Aftermath, Cause, Label, Tally
from helpdesk.ports.learning_records import LabelledDraft

WRITER = t.drafts.c.fingerprint["writer"].as_string()


def _judged() -> sa.Join:
    return c.labels.join(t.drafts, t.drafts.c.id == c.labels.c.draft_id)


def _fit() -> tuple[sa.ColumnElement[bool], ...]:
    return t.drafts.c.abstained == 0, _by_judgement()


def _by_judgement() -> sa.ColumnElement[bool]:
    return c.labels.c.cause.not_in(list(UNJUDGED))


def _tally(*keys: sa.ColumnElement[Any]) -> sa.Select[Any]:
    wrong = c.labels.c.wrong
    return sa.select(*keys, sa.func.sum(1 - wrong).label("right"), sa.func.sum(wrong).label("wrong"))


_once = (
    sa.select(t.citations.c.draft_id, t.citations.c.revision_id)
    .where(in_listed(t.citations.c.revision_id, sa.bindparam("revisions", type_=sa.Text)))
    .distinct()
    .subquery()
)
OF_DRAFT = sa.select(c.labels).where(c.labels.c.draft_id == sa.bindparam("draft"))
BY_REVISIONS = (
    _tally(_once.c.revision_id)
    .select_from(c.labels.join(_once, _once.c.draft_id == c.labels.c.draft_id))
    .where(_by_judgement())
    .group_by(_once.c.revision_id)
)
_u, _intent = d.understandings.c, sa.bindparam("intent", type_=sa.Text)
_read_so = sa.select(_u.ticket_id).where(_u.name == "intent", _u.value == _intent, _u.corrected == "")
_corrected_so = sa.select(_u.ticket_id).where(_u.name == "intent", _u.corrected == _intent, _u.corrected != sa.text("''"))
BY_INTENT = _tally().select_from(_judged()).where(t.drafts.c.ticket_id.in_(_read_so.union_all(_corrected_so)), _by_judgement())
"""Every draft and every decision asks these: built once, which takes longer than asking. Each part of a question has an index
of its own, one of them for `corrected <> ''` alone: a desk has many drafts."""


class SqliteLabels:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def put(self, label: Label) -> None:
        values = {
            "draft_id": label.draft_id,
            "revision": label.revision,
            "wrong": int(label.wrong),
            "cause": label.cause,
            "flipped_by": label.flipped_by,
            "agent": label.agent,
            "decided_at": label.decided_at,
            "at": label.at,
        }
        if label.cause in LATER or await self.of_draft(label.draft_id) is not None:
            await rewrite(self._db, label.draft_id)
        await self._db.execute(insert(c.labels).values(values).on_conflict_do_update(index_elements=["draft_id"], set_=values))

    async def remove(self, draft_id: DraftId) -> bool:
        gone = await self._db.execute(c.labels.delete().where(c.labels.c.draft_id == draft_id))
        if gone.rowcount:
            await rewrite(self._db, draft_id)
        return gone.rowcount > 0

    async def of_draft(self, draft_id: DraftId) -> Label | None:
        row = (await self._db.execute(OF_DRAFT, {"draft": draft_id})).mappings().one_or_none()
        return None if row is None else _label(row)

    async def sent_on(self, ticket_id: TicketId) -> DraftId | None:
        k = t.drafts.c
        newest = sa.select(sa.func.max(k.id)).where(k.ticket_id == ticket_id, k.state == DraftState.SENT)
        found = await self._db.scalar(newest)
        return None if found is None else DraftId(found)

    async def flip(self, draft_id: DraftId, cause: Cause, at: datetime) -> bool:
        k = c.labels.c
        right = c.labels.update().where(k.draft_id == draft_id, k.wrong == 0)
        flipped = (await self._db.execute(right.values(wrong=1, flipped_by=cause, at=at))).rowcount > 0
        if flipped:
            await rewrite(self._db, draft_id)
        return flipped

    async def fitting(self, writer: str) -> list[LabelledDraft]:
        k, p = c.labels.c, t.drafts.c
        wanted = sa.select(k.draft_id, p.signals, k.wrong, k.decided_at).select_from(_judged()).where(writer == WRITER, *_fit())
        found = await self._db.execute(wanted.order_by(k.decided_at, k.id))
        return [LabelledDraft(DraftId(r.draft_id), r.signals, bool(r.wrong), r.decided_at) for r in found]

    async def counts(self) -> Mapping[str, int]:
        wanted = sa.select(WRITER, sa.func.count()).select_from(_judged()).where(*_fit()).group_by(WRITER)
        return {str(writer): int(count) for writer, count in await self._db.execute(wanted)}

    async def by_intent(self, intent: str) -> Tally:
        row = (await self._db.execute(BY_INTENT, {"intent": intent})).one()
        return Tally(row.right or 0, row.wrong or 0)

    async def by_revisions(self, revisions: Sequence[RevisionId]) -> Mapping[RevisionId, Tally]:
        found = await self._db.execute(BY_REVISIONS, {"revisions": listed(revisions)})
        return {RevisionId(r.revision_id): Tally(r.right or 0, r.wrong or 0) for r in found}

    async def tell(self, aftermath: Aftermath) -> None:
        await self._db.execute(c.outcomes.insert().values(asdict(aftermath)))


def _label(row: Mapping[Any, Any]) -> Label:
    return Label(
        draft_id=DraftId(row["draft_id"]),
        revision=row["revision"],
        wrong=bool(row["wrong"]),
        cause=Cause(row["cause"]),
        agent=row["agent"],
        decided_at=row["decided_at"],
        at=row["at"],
        flipped_by=row["flipped_by"],
    )
