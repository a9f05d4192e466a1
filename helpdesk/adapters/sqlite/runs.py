"""Import runs and what each did to which file."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.domain.article import FileFailure
from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId, RevisionId
from helpdesk.domain.import_run import FileChange, FileState, ImportReport, RunFile, RunKind, RunRow, RunState
from helpdesk.ports import Clock

NOTE = """
INSERT INTO import_run_files
    (run_id, path, state, change, line, reason, attempts, article_id, revision_before, revision_after, path_before, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (run_id, path) DO UPDATE SET
    state = excluded.state, change = excluded.change, line = excluded.line, reason = excluded.reason,
    attempts = excluded.attempts, article_id = excluded.article_id,
    revision_before = coalesce(import_run_files.revision_before, excluded.revision_before),
    revision_after = excluded.revision_after, path_before = excluded.path_before, updated_at = excluded.updated_at
"""


class SqliteRuns:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def begin(self, kb_id: KnowledgeBaseId, source: str, kind: RunKind, agent: str) -> ImportRunId:
        made = t.import_runs.insert().values(
            kb_id=kb_id, source=source, kind=kind, agent=agent, state=RunState.RUNNING, started_at=self._clock.now()
        )
        key = (await self._db.execute(made)).inserted_primary_key
        assert key is not None
        return ImportRunId(key[0])

    async def set_state(self, run_id: ImportRunId, state: RunState) -> None:
        c = t.import_runs.c
        await self._db.execute(t.import_runs.update().where(c.id == run_id).values(state=state, ended_at=None))

    async def keep(self, run_id: ImportRunId, state: RunState, report: ImportReport) -> None:
        c, values = t.import_runs.c, {"state": state, "report": asdict(report), "ended_at": None}
        await self._db.execute(t.import_runs.update().where(c.id == run_id).values(**values))

    async def end(self, run_id: ImportRunId, state: RunState, report: ImportReport | None) -> None:
        c, now = t.import_runs.c, self._clock.now()
        values = {"state": state, "report": asdict(report) if report else None, "ended_at": now}
        await self._db.execute(t.import_runs.update().where(c.id == run_id).values(**values))
        kb = sa.select(c.kb_id).where(c.id == run_id).scalar_subquery()
        await self._db.execute(t.knowledge_bases.update().where(t.knowledge_bases.c.id == kb).values(imported_at=now))

    async def interrupted(self) -> int:
        c = t.import_runs.c
        left = t.import_runs.update().where(c.state == RunState.RUNNING).values(state=RunState.PAUSED)
        return (await self._db.execute(left)).rowcount

    async def get(self, run_id: ImportRunId) -> RunRow | None:
        found = await self._rows(t.import_runs.c.id == run_id, 1)
        return found[0] if found else None

    async def unfinished(self) -> list[RunRow]:
        return await self._rows(t.import_runs.c.state.in_((RunState.RUNNING, RunState.PAUSED)), -1)

    async def listed(self, kb_id: KnowledgeBaseId | None, limit: int) -> list[RunRow]:
        return await self._rows(sa.true() if kb_id is None else t.import_runs.c.kb_id == kb_id, limit)

    async def _rows(self, chosen: sa.ColumnElement[bool], limit: int) -> list[RunRow]:
        query = (
            sa.select(t.import_runs, t.knowledge_bases.c.name.label("kb"))
            .join(t.knowledge_bases)
            .where(chosen)
            .order_by(t.import_runs.c.id.desc())
            .limit(limit)
        )
        return [run_row(row) for row in (await self._db.execute(query)).mappings()]

    async def files(self, run_id: ImportRunId, offset: int, limit: int) -> tuple[list[RunFile], int]:
        c = t.run_files.c
        total = await self._db.scalar(sa.select(sa.func.count()).select_from(t.run_files).where(c.run_id == run_id)) or 0
        query = (
            sa.select(t.run_files)
            .where(c.run_id == run_id)
            .order_by(c.state != FileState.FAILED, c.path)
            .offset(offset)
            .limit(limit)
        )
        return [run_file(row) for row in (await self._db.execute(query)).mappings()], total

    async def note(self, run_id: ImportRunId, files: Sequence[RunFile]) -> None:
        if files:
            await self._db.exec_driver_sql(NOTE, [noted(run_id, file) for file in files])

    async def advance(self, run_id: ImportRunId, came_from: FileState, to: FileState) -> int:
        c = t.run_files.c
        moved = t.run_files.update().where(c.run_id == run_id, c.state == came_from)
        return (await self._db.execute(moved.values(state=to, updated_at=self._clock.now()))).rowcount

    async def tally(self, run_id: ImportRunId) -> Mapping[tuple[str, FileState], int]:
        c = t.run_files.c
        query = sa.select(c.change, c.state, sa.func.count()).where(c.run_id == run_id).group_by(c.change, c.state)
        return {(change, FileState(state)): count for change, state, count in await self._db.execute(query)}


def noted(run_id: ImportRunId, file: RunFile) -> tuple[Any, ...]:
    return (
        run_id,
        file.path,
        file.state,
        file.change or "",
        file.line,
        file.reason,
        file.attempts,
        file.article_id,
        file.revision_before,
        file.revision_after,
        file.path_before,
        moment_text(file.updated_at),
    )


def run_row(row: sa.RowMapping) -> RunRow:
    return RunRow(
        id=ImportRunId(row["id"]),
        kb_id=KnowledgeBaseId(row["kb_id"]),
        kb=row["kb"],
        source=row["source"],
        kind=RunKind(row["kind"]),
        state=RunState(row["state"]),
        agent=row["agent"],
        started_at=row["started_at"],
        ended_at=row["ended_at"],
        report=report(row["report"]) if row["report"] else None,
        rolled_back_at=row["rolled_back_at"],
    )


def report(stored: Mapping[str, Any]) -> ImportReport:
    """Whatever a version wrote: fields that came later have their defaults."""
    failed = tuple(FileFailure(**failure) for failure in stored.get("failed", ()))
    return ImportReport(**{**stored, "run_id": ImportRunId(stored["run_id"]), "failed": failed})


def run_file(row: sa.RowMapping) -> RunFile:
    return RunFile(
        path=row["path"],
        state=FileState(row["state"]),
        change=FileChange(row["change"]) if row["change"] else None,
        line=row["line"],
        reason=row["reason"],
        attempts=row["attempts"],
        article_id=ArticleId(row["article_id"]) if row["article_id"] else None,
        revision_before=RevisionId(row["revision_before"]) if row["revision_before"] else None,
        revision_after=RevisionId(row["revision_after"]) if row["revision_after"] else None,
        path_before=row["path_before"],
        updated_at=row["updated_at"],
    )
