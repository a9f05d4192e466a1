"""Trials on old tickets: what was read, what the desk would have answered, and what people said of it."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import certifying_tables as c
from helpdesk.adapters.sqlite.desk_values import keep_value, value_of
from helpdesk.adapters.sqlite.history_rows import old_ticket, trial
from helpdesk.domain.errors import NotFound
from helpdesk.domain.history import Judgement, OldDraft, OldState, OldTicket, SolvedTicket, Trial, TrialCounts, TrialState
from helpdesk.domain.ids import HistoryId, HistoryTicketId
from helpdesk.ports.clock import Clock
from helpdesk.ports.history_records import NewTrial

PAGE = 500
ROWS_A_STATEMENT = 100

_t = c.history_tickets.c
_NO_DRAFT: Mapping[str, Any] = {
    "state": OldState.WAITING,
    "failure": "",
    "draft": "",
    "citations": [],
    "abstained": 0,
    "comparison": {},
    "drafted_at": None,
    "seconds": None,
}


class SqliteHistory:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def open(self, new: NewTrial) -> tuple[Trial, bool]:
        found = (await self._db.execute(sa.select(c.histories).where(c.histories.c.name == new.name))).mappings().first()
        if found is not None:
            return trial(found), False
        values = {**asdict(new), "state": TrialState.READING, "made_at": self._clock.now()}
        made = await self._db.execute(c.histories.insert().values(**values).returning(c.histories.c.id))
        return await self.get(HistoryId(made.scalar_one())), True

    async def all(self) -> list[Trial]:
        rows = await self._db.execute(sa.select(c.histories).order_by(c.histories.c.id.desc()))
        return [trial(row) for row in rows.mappings()]

    async def get(self, history_id: HistoryId) -> Trial:
        row = (await self._db.execute(sa.select(c.histories).where(c.histories.c.id == history_id))).mappings().first()
        if row is None:
            raise NotFound("trial", str(history_id))
        return trial(row)

    async def read_by(self, history_id: HistoryId, us: Sequence[str], *, guessed: bool) -> None:
        await self._set(history_id, us=list(us), guessed=int(guessed))

    async def refused(self, history_id: HistoryId, counted: Mapping[str, int], listed: Sequence[tuple[str, int, str]]) -> None:
        await self._set(history_id, refused={"counted": dict(counted), "listed": [list(one) for one in listed]})

    async def move(self, history_id: HistoryId, state: TrialState) -> None:
        await self._set(history_id, state=state, ended_at=self._clock.now() if state is TrialState.DONE else None)

    async def add(self, history_id: HistoryId, tickets: Sequence[SolvedTicket]) -> int:
        added = 0
        for start in range(0, len(tickets), ROWS_A_STATEMENT):
            rows = [
                {**asdict(one), "history_id": history_id, "control": int(one.control)}
                for one in tickets[start : start + ROWS_A_STATEMENT]
            ]
            once = insert(c.history_tickets).on_conflict_do_nothing(index_elements=["history_id", "external"])
            added += (await self._db.execute(once.values(rows))).rowcount
        return added

    async def counts(self, history_id: HistoryId) -> TrialCounts:
        drafted = _t.state == OldState.DRAFTED
        wanted = {
            "tickets": sa.true(),
            "waiting": _t.state == OldState.WAITING,
            "drafted": drafted & (_t.abstained == 0),
            "abstained": drafted & (_t.abstained == 1),
            "failed": _t.state == OldState.FAILED,
            "control": _t.control == 1,
            "sampled": _t.sampled > 0,
            "judged": (_t.sampled > 0) & (_t.verdict != ""),
            "helped": _t.handled.is_not(None) & (_t.control == 0),
            "alone": _t.handled.is_not(None) & (_t.control == 1),
        }
        columns = [sa.func.count(sa.case((condition, 1))).label(name) for name, condition in wanted.items()]
        counted = sa.select(*columns, sa.func.avg(_t.seconds).label("seconds")).where(_t.history_id == history_id)
        row = (await self._db.execute(counted)).mappings().one()
        return TrialCounts(**row)

    async def next_waiting(self, history_id: HistoryId) -> OldTicket | None:
        wanted = sa.select(c.history_tickets).where(_t.history_id == history_id, _t.state == OldState.WAITING)
        row = (await self._db.execute(wanted.order_by(_t.id).limit(1))).mappings().first()
        return None if row is None else old_ticket(row)

    async def drafted(self, ticket_id: HistoryTicketId, draft: OldDraft) -> bool:
        values = {
            "draft": draft.text,
            "citations": [asdict(cited) for cited in draft.citations],
            "abstained": int(draft.abstained),
            "vetoes": list(draft.vetoes),
            "signals": dict(draft.signals),
            "sendable": int(draft.sendable),
            "comparison": draft.comparison.as_json(),
            "drafted_at": draft.at,
            "state": OldState.DRAFTED,
            "failure": "",
            **{name: getattr(draft, name) for name in ("writer", "model", "route", "score", "fingerprint", "scorer", "topic")},
            "seconds": draft.seconds,
        }
        kept = c.history_tickets.update().where(_t.id == ticket_id, _t.state == OldState.WAITING).values(**values)
        return (await self._db.execute(kept)).rowcount > 0

    async def failed(self, ticket_id: HistoryTicketId, reason: str) -> None:
        await self._change(_t.id == ticket_id, state=OldState.FAILED, failure=reason)

    async def wait_again(self, history_id: HistoryId, *, drafted: bool) -> int:
        states = [OldState.FAILED, *([OldState.DRAFTED] if drafted else [])]
        return await self._change((_t.history_id == history_id) & _t.state.in_(states), **_NO_DRAFT)

    async def ticket(self, ticket_id: HistoryTicketId) -> OldTicket:
        row = (await self._db.execute(sa.select(c.history_tickets).where(_t.id == ticket_id))).mappings().first()
        if row is None:
            raise NotFound("old ticket", str(ticket_id))
        return old_ticket(row)

    async def tickets(self, history_id: HistoryId) -> AsyncIterator[OldTicket]:
        after = 0
        wanted = sa.select(c.history_tickets).where(_t.history_id == history_id).order_by(_t.id).limit(PAGE)
        while rows := (await self._db.execute(wanted.where(_t.id > after))).mappings().all():
            for row in rows:
                yield old_ticket(row)
            after = rows[-1]["id"]

    async def sample(self, history_id: HistoryId) -> list[OldTicket]:
        wanted = sa.select(c.history_tickets).where(_t.history_id == history_id, _t.sampled > 0).order_by(_t.sampled)
        return [old_ticket(row) for row in (await self._db.execute(wanted)).mappings()]

    async def draw(self, history_id: HistoryId, wanted: int, places: Sequence[HistoryTicketId]) -> None:
        await self._set(history_id, wanted_sample=wanted)
        for place, ticket_id in enumerate(places, 1):
            await self._change(_t.id == ticket_id, sampled=place)

    async def judge(self, ticket_id: HistoryTicketId, judgement: Judgement | None) -> None:
        said = judgement
        await self._change(
            _t.id == ticket_id,
            preferred=said.preferred if said else "",
            verdict=said.draft if said else "",
            human_verdict=said.human if said else "",
            judged_by=said.agent if said else "",
            judged_at=said.at if said else None,
        )

    async def claim(self, name: str, trial: Trial) -> bool:
        asking = f"{trial.id} of {trial.made_at.isoformat()}"
        first = await value_of(self._db, f"history.{name}")
        if first is None:
            await keep_value(self._db, f"history.{name}", asking)
        return first in (None, asking)

    async def handle(self, ticket_id: HistoryTicketId, seconds: float, agent: str) -> None:
        await self._change(_t.id == ticket_id, handled=seconds, handled_by=agent)

    async def remove(self, history_id: HistoryId) -> None:
        await self._db.execute(c.histories.delete().where(c.histories.c.id == history_id))

    async def _set(self, history_id: HistoryId, **values: Any) -> None:
        await self._db.execute(c.histories.update().where(c.histories.c.id == history_id).values(**values))

    async def _change(self, which: sa.ColumnElement[bool], **values: Any) -> int:
        return (await self._db.execute(c.history_tickets.update().where(which).values(**values))).rowcount
