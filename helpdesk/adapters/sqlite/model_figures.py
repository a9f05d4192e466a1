"""What this machine learned of its drafting models, and whether one is left alone."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.desk_values import keep_value, value_of
from helpdesk.adapters.sqlite.drafting_tables import model_figures
from helpdesk.domain.breaker import Rest
from helpdesk.domain.model_server import ModelFigures
from helpdesk.ports import Clock

REST = "drafting.rest"
_NEW, _KEY = insert(model_figures), ("model", "digest")
KEEP = _NEW.on_conflict_do_update(
    index_elements=_KEY, set_={c.name: _NEW.excluded[c.name] for c in model_figures.c if c.name not in ("id", *_KEY)}
)


class SqliteModelFigures:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def of(self, model: str, digest: str) -> ModelFigures | None:
        c = model_figures.c
        row = (await self._db.execute(_select().where(c.model == model, c.digest == digest))).one_or_none()
        return None if row is None else ModelFigures(*row)

    async def keep(self, figures: ModelFigures) -> None:
        await self._db.execute(KEEP, {**asdict(figures), "at": self._clock.now()})

    async def listed(self) -> list[ModelFigures]:
        rows = await self._db.execute(_select().order_by(model_figures.c.model, model_figures.c.at))
        return [ModelFigures(*row) for row in rows]

    async def rest(self) -> Rest | None:
        kept = await value_of(self._db, REST)
        said = json.loads(kept) if kept else None
        return None if said is None else Rest(**{**said, "at": datetime.fromisoformat(said["at"])})

    async def keep_rest(self, rest: Rest) -> None:
        await keep_value(self._db, REST, json.dumps({**asdict(rest), "at": rest.at.isoformat()}, ensure_ascii=False))


def _select() -> sa.Select[Any]:
    c = model_figures.c
    return sa.select(
        c.model,
        c.digest,
        c.bytes_per_token,
        c.tokens_per_second,
        c.prompt_tokens_per_second,
        c.seconds_per_draft,
        c.drafts,
        c.memory,
    )
