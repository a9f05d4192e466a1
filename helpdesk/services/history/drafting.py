"""Drafting a trial, one old ticket at a time: each result is one short write, so a crash costs the draft being written and
starting again is the whole recovery. Whoever waits for an answer today goes first."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from helpdesk.domain.errors import BadInput, Broken, HelpdeskError, NotReady
from helpdesk.domain.events import DraftRequested, Event, HistoryChanged
from helpdesk.domain.history import OldDraft, OldTicket, Trial, TrialCounts, TrialRow, TrialState
from helpdesk.domain.ids import HistoryId
from helpdesk.domain.log_words import places
from helpdesk.domain.progress import Progress, Report
from helpdesk.ports import Clock, Records, Store
from helpdesk.ports.machine import Machine
from helpdesk.services.history.rehearsing import Rehearsing
from helpdesk.services.obstacles import in_words

log = logging.getLogger(__name__)

PEOPLE_FIRST = "drafts for today's customers go first"


class TrialDrafting:
    """`machine` is None when the desk drafts whatever else the machine does."""

    def __init__(
        self,
        store: Store,
        rehearsing: Rehearsing,
        clock: Clock,
        publish: Callable[[Event], None],
        machine: Machine | None = None,
    ) -> None:
        self._store = store
        self._rehearsing = rehearsing
        self._clock = clock
        self._publish = publish
        self._machine = machine
        self._at_work: asyncio.Task[OldDraft | str] | None = None
        self._overtaken = False
        self._paused = ""

    async def rows(self) -> list[TrialRow]:
        """Every trial with what became of its tickets, newest first."""

        async def look(records: Records) -> list[TrialRow]:
            return [self._row(trial, await records.history.counts(trial.id)) for trial in await records.history.all()]

        return await self._store.read(look)

    async def begin(self, history_id: HistoryId, *, again: bool = False) -> int:
        """The desk drafts it from now on, failed ones too, with `again` every one anew; how many wait. Raises NotFound,
        BadInput while its import is not through, or for `again` once a sample was drawn: what was judged must stay."""

        async def work(records: Records) -> int:
            trial = await records.history.get(history_id)
            if trial.state is TrialState.READING:
                raise BadInput(trial.name, 0, "its import was not finished: import the same files again")
            if again and trial.wanted:
                raise BadInput(trial.name, 0, "its sample is drawn, so its drafts must stay: import into a new trial")
            await records.history.wait_again(history_id, drafted=again)
            waiting = (await records.history.counts(history_id)).waiting
            await records.history.move(history_id, TrialState.DRAFTING if waiting else TrialState.DONE)
            return waiting

        waiting = await self._store.write(work)
        self._publish(HistoryChanged(history_id))
        return waiting

    async def pause(self, history_id: HistoryId) -> None:
        async def work(records: Records) -> None:
            trial = await records.history.get(history_id)
            if trial.state is TrialState.DRAFTING:
                await records.history.move(history_id, TrialState.READY)

        await self._store.write(work)
        self._lay_aside()
        self._publish(HistoryChanged(history_id))

    async def next(self) -> bool:
        """Drafts one ticket of a trial that is to be drafted; False when there is none, or something more pressing is to do."""
        wanted = await self._store.read(_next)
        self._paused = await self._hindrance() if wanted is not None else ""
        return wanted is not None and not self._paused and await self._draft(wanted)

    async def run(self, history_id: HistoryId, report: Report, *, again: bool = False) -> str:
        """All of it now, while somebody watches; why it stopped before the end, empty when it did not. Cancelling keeps what
        was drafted."""
        total, begun, done = await self.begin(history_id, again=again), self._clock.seconds(), 0
        while (old := await self._store.read(lambda records: records.history.next_waiting(history_id))) is not None:
            left = (self._clock.seconds() - begun) / done * (total - done) if done else None
            report(Progress(done, total, "Drafting", left))
            if not await self._draft(old):
                return self._paused
            done += 1
        report(Progress(done, total, "Drafting"))
        return ""

    def heed(self, event: Event) -> None:
        """A customer of today wants an answer: the old ticket waits."""
        if isinstance(event, DraftRequested):
            self._lay_aside()

    def _lay_aside(self) -> None:
        if self._at_work is not None:
            self._overtaken = self._at_work.cancel()

    def _row(self, trial: Trial, counts: TrialCounts) -> TrialRow:
        return TrialRow(trial, counts, self._paused if trial.state is TrialState.DRAFTING else "")

    async def _hindrance(self) -> str:
        now = self._clock.now()
        due = await self._store.read(lambda records: records.drafts.requested(1, now))
        return PEOPLE_FIRST if due else self._machine.strained() if self._machine is not None else ""

    async def _draft(self, old: OldTicket) -> bool:
        """False when it cannot be drafted now and waits on. What goes wrong with this one alone marks it failed."""
        try:
            draft = await self._rehearsed(old)
        except NotReady as error:
            draft = in_words(error)
        except Broken:
            raise
        except Exception as error:  # noqa: BLE001 - told by type and place: its words may be a customer's
            reason = in_words(error) if isinstance(error, HelpdeskError) else f"unexpected {type(error).__name__}"
            log.error("old ticket %s: %s\n%s", old.id, type(error).__name__, "\n".join(places(error)))
            await self._close(old, lambda records: records.history.failed(old.id, reason))
            return True
        if isinstance(draft, str):
            self._paused = draft
            return False
        await self._close(old, lambda records: records.history.drafted(old.id, draft))
        return True

    async def _rehearsed(self, old: OldTicket) -> OldDraft | str:
        self._overtaken = False
        self._at_work = asyncio.create_task(self._rehearsing.draft(old))
        try:
            return await self._at_work
        except asyncio.CancelledError:
            if not self._overtaken:
                raise
            return PEOPLE_FIRST
        finally:
            self._at_work = None

    async def _close(self, old: OldTicket, keep: Callable[[Records], Awaitable[object]]) -> None:
        """One ticket's result; the trial is done when it was the last."""

        async def work(records: Records) -> None:
            await keep(records)
            if await records.history.next_waiting(old.history_id) is None:
                await records.history.move(old.history_id, TrialState.DONE)

        await self._store.write(work)
        self._publish(HistoryChanged(old.history_id))


async def _next(records: Records) -> OldTicket | None:
    """The oldest trial's first: one after the other."""
    wanted = [trial for trial in await records.history.all() if trial.state is TrialState.DRAFTING]
    found = [await records.history.next_waiting(trial.id) for trial in reversed(wanted)]
    return next((old for old in found if old is not None), None)
