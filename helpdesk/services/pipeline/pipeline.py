"""The spine: a requested draft becomes an answered one, step by step, with one write at the end."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass

from helpdesk.domain.draft import Answer, Draft, DraftState, Verdict, WrittenReply
from helpdesk.domain.draft_step import DraftStep, KeptTrace
from helpdesk.domain.errors import Broken, InvalidTransition, NotReady
from helpdesk.domain.events import DraftReady, DraftRequested, Event, ReplyChanged, SendingChanged, TicketLookedAt
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.log_words import at_draft
from helpdesk.domain.redaction import Vault
from helpdesk.ports.clock import Clock
from helpdesk.ports.machine import Machine
from helpdesk.ports.store import Records, Store
from helpdesk.ports.writing import WritingTask
from helpdesk.services.certifying.delivering import Delivered
from helpdesk.services.pipeline.journal import Journal
from helpdesk.services.pipeline.keeping import Keeping
from helpdesk.services.pipeline.steps import Drafted, Opened, Prepared, Steps
from helpdesk.services.pipeline.stream import Stream
from helpdesk.services.together import ended

STOPPED = "an agent stopped the model"
AT_ONCE = 50
"""Drafts looked at for one that the model may write anew."""

MOST_IN_VAIN = 2


@dataclass(frozen=True)
class Outlook:
    """`waiting` drafts are still to be written, in about `seconds` (None: not known yet); `paused` says why not now,
    `paused_anew` why those that were quoted are not written anew although the model is back."""

    waiting: int
    seconds: float | None
    paused: str
    paused_anew: str = ""


@dataclass
class _AtWork:
    """The draft being written. `generating` is the writer's part, which may be ended alone."""

    draft: Draft
    generating: asyncio.Task[WrittenReply] | None = None
    stopped: bool = False
    overtaken: bool = False


class Pipeline:
    """`idle_only`: a model writes by itself only while the machine has nothing better to do."""

    def __init__(
        self, store: Store, steps: Steps, clock: Clock, publish: Callable[[Event], None], machine: Machine | None = None
    ) -> None:
        self._store = store
        self._steps = steps
        self._clock = clock
        self._publish = publish
        self._machine = machine
        self._keeping = Keeping(store, clock, steps.assessing)
        self._at_work: dict[DraftId, _AtWork] = {}
        self._looked_at: TicketId | None = None
        self._paused = ""
        self._paused_anew = ""
        self._in_vain: dict[DraftId, int] = {}

    async def next(self) -> bool:
        """Writes the next requested draft (see DraftRecords.requested); False when none is due or the machine is strained and
        nobody waits for one."""
        now, looked_at = self._clock.now(), self._looked_at
        due = await self._store.read(lambda records: records.drafts.requested(1, now, looked_at))
        if not due or await self._hindered(*due[0]):
            return False
        with suppress(InvalidTransition):  # somebody else wrote or retired it in between
            await self._answered(due[0][0])
        return True

    async def improve(self) -> bool:
        """Has the model write one draft anew that was quoted while it was away; False when there is none, or it is away. A
        draft it cannot finish waits until the others had their turn, and is left as it is after the second time; so is one it
        writes worse."""
        now, looked_at = self._clock.now(), self._looked_at
        due = await self._store.read(lambda records: records.drafts.requested(1, now, looked_at))
        found = await self._store.read(lambda records: records.drafts.improvable(AT_ONCE, now, looked_at))
        self._paused_anew = ""
        if due or not found or not await self._steps.drafting.can_improve():
            return False
        self._paused_anew = self._strain()
        if self._paused_anew:
            return False
        draft = min(found, key=lambda one: self._in_vain.get(one.id, 0))
        opened = await self._store.read(lambda records: _opened(records, draft.id))
        journal = Journal(draft, self._clock)
        try:
            drafted = await self._drafted(opened, journal)
        except InvalidTransition:
            return True
        if drafted.reply.instead or drafted.reply.fallback:
            self._in_vain[draft.id] = self._in_vain.get(draft.id, 0) + 1
            if self._in_vain[draft.id] >= MOST_IN_VAIN:
                await self._keeping.left_as_it_is(draft)
        elif _worse(drafted.verdict, draft):
            await self._keeping.left_as_it_is(draft)
        else:
            self._tell(draft, await self._keeping.improved(draft, drafted, journal))
        return True

    async def waiting(self) -> list[tuple[DraftId, TicketId]]:
        """Every requested draft, in the order they are written."""
        looked_at = self._looked_at
        return await self._store.read(lambda records: records.drafts.requested(1_000_000, None, looked_at))

    async def outlook(self) -> Outlook:
        waiting = len(await self.waiting())
        usual = await self._store.read(lambda records: records.steps.usual_seconds())
        seconds = None if usual is None else usual * waiting
        return Outlook(waiting, seconds, self._paused if waiting else "", self._paused_anew)

    def look(self, ticket_id: TicketId | None) -> None:
        """The ticket on somebody's screen: its draft is written first, even while all others wait, and never changed by
        itself."""
        is_news, self._looked_at = ticket_id != self._looked_at, ticket_id
        if self._paused and is_news and ticket_id is not None:
            self._publish(TicketLookedAt(ticket_id))

    def stop(self, draft_id: DraftId) -> bool:
        """The model stops writing this draft; the knowledge base is quoted instead. False when it is not being written."""
        work = self._at_work.get(draft_id)
        if work is None or work.generating is None:
            return False
        work.stopped = True
        return work.generating.cancel()

    def heed(self, event: Event) -> None:
        """A newer draft of the same ticket makes the one being written pointless."""
        if not isinstance(event, DraftRequested):
            return
        for work in self._at_work.values():
            if work.draft.ticket_id == event.ticket_id and work.draft.id != event.draft_id:
                work.overtaken = True
                if work.generating is not None:
                    work.generating.cancel()

    async def steps(self, draft_id: DraftId) -> list[DraftStep]:
        return await self._store.read(lambda records: records.steps.of(draft_id))

    async def traces(self, draft_id: DraftId) -> list[KeptTrace]:
        """What was told and said, newest revision first."""
        return await self._store.read(lambda records: records.steps.traces(draft_id))

    async def answer(self, draft_id: DraftId) -> Draft:
        """Writes one requested draft. A draft superseded meanwhile stays so, and nothing is stored. What goes wrong with this
        draft alone marks it FAILED with the reason, so that the next one gets its turn. Raises InvalidTransition, NotFound."""
        await self._answered(draft_id)
        return await self._store.read(lambda records: records.drafts.get(draft_id))

    async def _answered(self, draft_id: DraftId) -> None:
        opened = await self._store.read(lambda records: _opened(records, draft_id))
        draft = opened.draft
        if draft.state is not DraftState.REQUESTED:
            raise InvalidTransition("draft", draft.state)
        journal = Journal(draft, self._clock)
        try:
            drafted = await self._drafted(opened, journal)
        except (Broken, InvalidTransition):
            raise
        except Exception as error:
            await self._keeping.failed(draft, error, journal)
            self._publish(DraftReady(draft.id, draft.ticket_id))
            if not isinstance(error, NotReady):
                error.add_note(at_draft(draft.correlation))
                raise
        else:
            self._tell(draft, await self._keeping.delivered(draft, drafted, journal))

    async def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        """The same for a question without a ticket, `earlier` being what was said before; nothing is stored."""
        begun = self._clock.seconds()
        reply, verdict = await self._steps.answered(question, earlier)
        return Answer(question, reply, verdict, self._clock.seconds() - begun)

    def _tell(self, draft: Draft, delivered: Delivered | None) -> None:
        if delivered is None:
            return
        self._publish(DraftReady(draft.id, draft.ticket_id))
        if delivered.outbox_id is not None:
            self._publish(ReplyChanged(delivered.outbox_id, draft.ticket_id))
        if delivered.heeded.changed:
            self._publish(SendingChanged())

    async def _drafted(self, opened: Opened, journal: Journal) -> Drafted:
        work = self._at_work[opened.draft.id] = _AtWork(opened.draft)
        try:
            prepared = await self._steps.prepared(opened, journal)
            writing = self._steps.written(prepared, journal, lambda hidden: self._generated(work, hidden, prepared.vault))
            return await self._written(opened, prepared, journal, writing)
        finally:
            del self._at_work[work.draft.id]

    async def _written(
        self, opened: Opened, prepared: Prepared, journal: Journal, writing: Coroutine[None, None, Drafted]
    ) -> Drafted:
        """What was understood is kept while the writer begins; one that cannot be kept is not written."""
        keep, at_work = self._steps.understanding.keep, asyncio.create_task(writing)
        try:
            await self._keeping.so_far(journal, lambda records: keep(records, opened.conversation, prepared.understood))
            return await at_work
        finally:
            await ended(at_work)

    async def _generated(self, work: _AtWork, task: WritingTask, vault: Vault) -> WrittenReply:
        stream = Stream(work.draft.id, self._clock, self._publish)

        def grew(text: str) -> None:
            stream.grew(vault.restore(text).text)

        if work.overtaken:
            raise InvalidTransition("draft", DraftState.SUPERSEDED)
        work.generating = asyncio.create_task(self._steps.drafting.write(task, grew))
        try:
            reply = await work.generating
        except asyncio.CancelledError:
            if work.overtaken:
                raise InvalidTransition("draft", DraftState.SUPERSEDED) from None
            if not work.stopped:
                raise
            reply = await self._steps.drafting.quoted(task, grew, STOPPED)
        stream.flush()
        return reply

    async def _hindered(self, draft_id: DraftId, ticket_id: TicketId) -> bool:
        """Whether it must wait: the machine is strained, a model would write it, and nobody looks at it or asked for it."""
        self._paused = self._strain()
        if not self._paused or ticket_id == self._looked_at or not await self._steps.drafting.can_improve():
            self._paused = ""
            return False
        draft = await self._store.read(lambda records: records.drafts.get(draft_id))
        return not draft.urgent

    def _strain(self) -> str:
        return self._machine.strained() if self._machine is not None else ""


def _worse(verdict: Verdict, draft: Draft) -> bool:
    """Less sure than what was quoted, and with something against it."""
    return bool(verdict.vetoes) and verdict.score < (draft.confidence or 0.0)


async def _opened(records: Records, draft_id: DraftId) -> Opened:
    draft = await records.drafts.get(draft_id)
    ticket_id = draft.ticket_id
    return Opened(draft, *await asyncio.gather(records.tickets.conversation(ticket_id), records.understandings.of(ticket_id)))
