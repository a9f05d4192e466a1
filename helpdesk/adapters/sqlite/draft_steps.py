"""Steps and traces of drafts: only ever added."""

from collections.abc import Sequence
from statistics import median

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import drafting_tables as t
from helpdesk.domain.draft_step import DraftStep, KeptTrace, Outcome, Step, Trace
from helpdesk.domain.ids import DraftId
from helpdesk.ports import Clock

_NEW, _KEY = insert(t.draft_traces), ("draft_id", "revision")
KEEP = _NEW.on_conflict_do_update(
    index_elements=_KEY, set_={c.name: _NEW.excluded[c.name] for c in t.draft_traces.c if c.name not in ("id", *_KEY)}
)
LATEST = 20
"""So many drafts tell how long one takes here."""


class SqliteDraftSteps:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def add(self, steps: Sequence[DraftStep]) -> None:
        if steps:
            values = [{**vars(step), "details": dict(step.details)} for step in steps]
            await self._db.execute(t.draft_steps.insert(), values)

    async def of(self, draft_id: DraftId) -> list[DraftStep]:
        c = t.draft_steps.c
        found = await self._db.execute(sa.select(t.draft_steps).where(c.draft_id == draft_id).order_by(c.id))
        return [
            DraftStep(DraftId(r.draft_id), r.correlation, Step(r.step), Outcome(r.outcome), r.seconds, r.details, r.at)
            for r in found
        ]

    async def keep_trace(self, draft_id: DraftId, revision: int, trace: Trace) -> None:
        values = {**vars(trace), "options": dict(trace.options), "figures": dict(trace.figures), "passages": [*trace.passages]}
        await self._db.execute(KEEP, {**values, "draft_id": draft_id, "revision": revision, "at": self._clock.now()})

    async def traces(self, draft_id: DraftId) -> list[KeptTrace]:
        c = t.draft_traces.c
        found = await self._db.execute(
            sa.select(t.draft_traces).where(c.draft_id == draft_id).order_by(c.revision.desc(), c.id.desc())
        )
        return [
            KeptTrace(
                r.revision,
                Trace(
                    r.writer,
                    r.model,
                    r.digest,
                    r.prompt_version,
                    r.system,
                    r.prompt,
                    r.said,
                    r.options,
                    tuple(r.passages),
                    r.figures,
                ),
                r.at,
            )
            for r in found
        ]

    async def usual_seconds(self) -> float | None:
        c = t.draft_steps.c
        delivered = sa.select(c.draft_id).where(c.step == Step.DELIVER, c.outcome == Outcome.DONE)
        latest = delivered.order_by(c.id.desc()).limit(LATEST).scalar_subquery()
        took = sa.select(sa.func.sum(c.seconds)).where(c.draft_id.in_(latest)).group_by(c.draft_id, c.correlation)
        seconds = [float(s) for s in await self._db.scalars(took)]
        return median(seconds) if seconds else None
