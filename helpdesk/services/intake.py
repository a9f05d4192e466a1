"""Customers' messages come in: typed, from files, from a watched folder. Nothing is ever sent from here.

What a file holds is kept as raw bytes in a write of its own before anybody parses it; a message and its draft request are one
more write. So a crash loses nothing, and running an import again adds nothing.
"""

import asyncio
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpdesk.domain.article import FileFailure
from helpdesk.domain.change import HIDDEN, PRIORITY, TAG, THE_DESK, NewOperation, OperationId, Spot, Step, tag_text
from helpdesk.domain.conversation import IncomingMessage, Letter, TicketImportReport
from helpdesk.domain.errors import BadInput
from helpdesk.domain.events import DraftRequested, Event, TicketChanged, TicketReceived
from helpdesk.domain.ids import DraftId, SourceId, TicketId
from helpdesk.domain.plain_text import one_line, readable, subject_line
from helpdesk.domain.progress import Progress, Report, unheard
from helpdesk.domain.ticket import NO_MARKS, ChannelName, Marks, Ticket, TicketStatus
from helpdesk.ports import Channel, Clock, RawTicket, Records, Store, TicketFileReader, TicketFileResult
from helpdesk.ports.outbox_records import Answered
from helpdesk.ports.store import ArrivalNote
from helpdesk.services.batches import BATCH, next_batch, of_all
from helpdesk.services.ratings import RatedMessage, Ratings

HUNDREDTHS = 100
RECEIVED = "ticket.received"
IMPORT = "import"
BURST_SECONDS = 30.0
"""A customer who writes once more often writes again; nobody begins an answer before that."""

Kept = tuple[SourceId, RawTicket]


@dataclass
class _Tally:
    """An import as it runs; progress counts in hundredths of a file, since what is in them is not known before. `taken` is how
    many messages of each file came in, or had before."""

    began: float
    received: int = 0
    duplicates: int = 0
    failed: list[FileFailure] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)
    agent: str = THE_DESK
    names: Sequence[str] = ()
    operation: OperationId | None = None

    async def keep(self, records: Records, opened: Sequence[TicketId]) -> OperationId | None:
        """The tickets of a batch, as a part of what can be taken back."""
        steps = tuple(Step(Spot(HIDDEN, ticket), 1, 0) for ticket in opened)
        if self.operation is None and steps:
            return await records.changes.add(NewOperation(IMPORT, self.agent, steps, {"files": list(self.names)}))
        if self.operation is not None:
            await records.changes.extend(self.operation, steps)
        return self.operation

    def fail(self, failures: Iterable[FileFailure]) -> None:
        self.failed += failures

    def progress(self, position: float, name: str, now: float) -> Progress:
        total = len(self.names) * HUNDREDTHS
        done = min(total, int(position * total))
        taken = now - self.began
        left = taken / done * (total - done) if done and taken >= 1 else None
        return Progress(done, total, f"{name}: {self.received} received", left)

    def report(self) -> TicketImportReport:
        return TicketImportReport(self.received, self.duplicates, tuple(self.failed))

    def reasons(self, name: str) -> str:
        """Why the file of that name was not read as a whole; empty when it was."""
        failed = [failure for failure in self.failed if Path(failure.path).name == name]
        lines = [f"line {failure.line}: {failure.reason}" if failure.line else failure.reason for failure in failed]
        if lines and self.taken[name]:
            taken = self.taken[name]
            one, many = "1 message was received; these were not:", f"{taken} messages were received; these were not:"
            lines.insert(0, one if taken == 1 else many)
        return "\n".join(lines)


WroteAgain = Callable[[Records, TicketId, TicketStatus, str], Awaitable[list[Event]]]


async def unheeded(_: Records, __: TicketId, ___: TicketStatus, ____: str) -> list[Event]:
    return []


async def awake(_: Records, __: Ticket, ___: IncomingMessage) -> bool:
    return False


async def unwoken(_: Records, __: TicketId) -> None:
    return None


async def unmoved(_: Records, __: Ticket, ___: IncomingMessage) -> None:
    return None


@dataclass(frozen=True)
class Joining:
    """Who has a say when a message comes on a ticket that was there, in its transaction. `wrote_again` gets the status the
    ticket had and the message's words; `stays_asleep` keeps a snoozed ticket as it is; `heard` is told of all others. A message
    that only rates an answer, as `ratings` recognise it, moves nothing. Of what a third person writes only `answered_beside` is
    told."""

    wrote_again: WroteAgain = unheeded
    stays_asleep: Callable[[Records, Ticket, IncomingMessage], Awaitable[bool]] = awake
    heard: Callable[[Records, Ticket, IncomingMessage], Awaitable[None]] = unmoved
    ratings: Ratings | None = None
    answered_beside: Callable[[Records, TicketId], Awaitable[None]] = unwoken


class Intake:
    def __init__(
        self,
        store: Store,
        clock: Clock,
        publish: Callable[[Event], None],
        reader: TicketFileReader,
        joining: Joining | None = None,
    ) -> None:
        self._store = store
        self._joining = joining or Joining()
        self._clock = clock
        self._publish = publish
        self._reader = reader

    async def receive(self, message: IncomingMessage, *, draft: bool = True) -> tuple[TicketId, bool]:
        """(ticket, True) when new; a draft is requested unless the mail is automatic."""

        async def work(records: Records) -> tuple[TicketId, bool, list[Event]]:
            return await self._received(records, message, draft)

        ticket_id, new, events = await self._store.write(work)
        self._tell(events)
        return ticket_id, new

    async def new_ticket(self, name: str, email: str, subject: str, body: str, marks: Marks = NO_MARKS) -> TicketId:
        """A ticket typed by an agent. Raises BadInput naming the field."""
        body, address = readable(body), one_line(email, 254)
        if not (body.strip() or subject.strip()):
            raise BadInput("message", 0, "a ticket needs the customer's words")
        if address and ("@" not in address.strip("@") or " " in address):
            raise BadInput("e-mail", 0, f"'{address}' is not a mail address")
        message = IncomingMessage(
            channel=ChannelName.BY_HAND,
            source=uuid.uuid4().hex,
            name=one_line(name, 120),
            email=address,
            subject=subject_line(subject, body),
            body=body or one_line(subject, 300),
            at=self._clock.now(),
        )

        async def work(records: Records) -> tuple[TicketId, list[Event]]:
            ticket_id, _, told = await self._received(records, message, draft=True)
            await records.changes.put(PRIORITY, [(Spot(PRIORITY, ticket_id), marks.priority.value)])
            await records.changes.put(TAG, [(Spot(TAG, ticket_id, tag), True) for tag in map(tag_text, marks.tags) if tag])
            return ticket_id, told

        ticket_id, events = await self._store.write(work)
        self._tell(events)
        return ticket_id

    async def import_files(
        self, paths: Sequence[Path], report: Report, *, draft: bool = True, agent: str = THE_DESK
    ) -> TicketImportReport:
        """Every message of every file; what cannot be read is in the report and the rest goes on. Cancelling keeps what was
        received so far. The tickets it opens are one operation of `agent`, which can be undone as a whole."""
        return (await self._import(paths, report, draft=draft, agent=agent)).report()

    async def collect(self, channel: Channel) -> int:
        """What lies in a channel's drop folder: taken in, then set aside as done, or as failed with reasons; how many files.
        Raises DropFolderFailed when the folder cannot be used."""
        drops = await channel.collect()
        for start in range(0, len(drops), BATCH):
            some = drops[start : start + BATCH]
            tally = await self._import([Path(drop.path) for drop in some], unheard, draft=True, agent=THE_DESK)
            for drop in some:
                await channel.done_with(drop, tally.reasons(Path(drop.path).name))
        return len(drops)

    async def recover(self) -> int:
        """What was kept but not parsed when the program ended is parsed now; how many messages that brought."""
        left = await self._store.read(lambda records: records.arrivals.unsettled())
        tally = _Tally(self._clock.seconds())
        kept = [(source_id, self._reader.kept(kind, name, raw)) for source_id, kind, name, raw in left]
        for start in range(0, len(kept), BATCH):
            await self._take_in(kept[start : start + BATCH], tally, draft=True)
        return tally.received

    async def _import(self, paths: Sequence[Path], report: Report, *, draft: bool, agent: str) -> _Tally:
        names = [path.name for path in paths]
        tally = _Tally(self._clock.seconds(), agent=agent, names=names)
        pieces = of_all(self._reader, paths)
        report(tally.progress(0.0, names[0] if names else "", self._clock.seconds()))
        while batch := await asyncio.to_thread(next_batch, pieces):
            tally.fail(piece for piece in batch if isinstance(piece, FileFailure))
            raw = [piece for piece in batch if isinstance(piece, RawTicket)]
            if raw:
                await self._take_in(await self._keep(raw), tally, draft)
                report(tally.progress(raw[-1].position, raw[-1].name, self._clock.seconds()))
        report(tally.progress(1.0, names[-1] if names else "", self._clock.seconds()))
        return tally

    async def _keep(self, tickets: Sequence[RawTicket]) -> list[Kept]:
        ids = await self._store.write(lambda records: records.arrivals.keep(tickets))
        return list(zip(ids, tickets, strict=True))

    async def _take_in(self, kept: Sequence[Kept], tally: _Tally, draft: bool) -> None:
        """Parsed, then received and settled in one write; a cancelled batch is settled too, or it would come back by itself."""
        try:
            results = await self._reader.parse([ticket for _, ticket in kept], self._clock.now())
        except asyncio.CancelledError:
            await self._settle_cancelled([source_id for source_id, _ in kept])
            raise

        async def work(records: Records) -> tuple[int, OperationId | None, list[Event]]:
            outcomes = [(kept_one[0], r.failure.reason if r.failure else "") for kept_one, r in zip(kept, results, strict=True)]
            await records.arrivals.settle(outcomes)
            new, opened, told = await self._taken_in(records, kept, results, draft)
            return new, await tally.keep(records, opened), told

        new, tally.operation, events = await self._store.write(work)
        tally.received += new
        tally.duplicates += sum(result.message is not None for result in results) - new
        tally.fail(result.failure for result in results if result.failure is not None)
        tally.taken.update(ticket.name for (_, ticket), result in zip(kept, results, strict=True) if result.message is not None)
        self._tell(events)

    async def _settle_cancelled(self, sources: Sequence[SourceId]) -> None:
        outcomes = [(source_id, "the import was cancelled") for source_id in sources]
        await self._store.write(lambda records: records.arrivals.settle(outcomes))

    async def _received(
        self, records: Records, message: IncomingMessage, draft: bool, remark: str = ""
    ) -> tuple[TicketId, bool, list[Event]]:
        """One message into the store, with the events to publish after the commit."""
        message, rated = await self._meant(records, message)
        only = rated is not None and rated.only
        joined = await records.tickets.joins(message)
        answers = await records.outbox.answered(message)
        if joined is not None and answers is not None and answers.kind is Letter.FORWARD:
            return await self._beside(records, message, joined, answers.by)
        only = only or _machine_was_asked(message, answers)
        asleep = joined is not None and (only or await self._joining.stays_asleep(records, joined, message))
        ticket_id, new = await records.tickets.receive(message, reopens=not asleep)
        if not new:
            return ticket_id, False, []
        wanted = draft and not message.automatic and not asleep
        settle = BURST_SECONDS if message.thread else 0.0
        draft_id = await records.drafts.request(ticket_id, settle=settle) if wanted else None
        await records.log.note(RECEIVED, ticket_id=ticket_id, draft_id=draft_id, **_details(message, remark))
        told = [*_told(ticket_id, draft_id), *([TicketChanged(ticket_id)] if message.thread else [])]
        if joined is not None and not asleep:
            await self._joining.heard(records, joined, message)
        if joined is not None and not message.automatic and not only:
            told += await self._joining.wrote_again(records, ticket_id, joined.status, message.body)
        if rated is not None and self._joining.ratings is not None:
            told += await self._joining.ratings.keep(records, rated)
        return ticket_id, True, told

    async def _beside(
        self, records: Records, message: IncomingMessage, ticket: Ticket, asked_by: str
    ) -> tuple[TicketId, bool, list[Event]]:
        """A third person's answer to what `asked_by` forwarded: who asked and who has the ticket hear of it, nothing else."""
        message_id = await records.tickets.receive_beside(message, ticket.id)
        if message_id is None:
            return ticket.id, False, []
        await records.log.note("ticket.third-person", ticket_id=ticket.id, automatic=message.automatic)
        if not message.automatic:
            has_it = await records.people.agent(ticket.assignee_id) if ticket.assignee_id else None
            await records.reading.mention(message_id, ticket.id, [asked_by, *([has_it.name] if has_it else [])])
            await self._joining.answered_beside(records, ticket.id)
        return ticket.id, True, [TicketChanged(ticket.id)]

    async def _meant(self, records: Records, message: IncomingMessage) -> tuple[IncomingMessage, RatedMessage | None]:
        """A rating belongs to the reply it is about, however it was sent."""
        ratings = self._joining.ratings
        rated = None if ratings is None else await ratings.recognised(records, message)
        return (message, None) if rated is None else (replace(message, thread=rated.thread), rated)

    async def _taken_in(
        self, records: Records, kept: Sequence[Kept], results: Sequence[TicketFileResult], draft: bool
    ) -> tuple[int, list[TicketId], list[Event]]:
        """A batch into the store: how many were new, the tickets they opened, and the events. What may join a ticket goes one
        by one; there are few."""
        events: list[Event] = []
        begun: list[TicketId] = []
        new = 0
        fresh: list[tuple[IncomingMessage, str]] = []
        opened: list[ArrivalNote] = []
        for (source_id, _), result in zip(kept, results, strict=True):
            if result.message is None:
                continue
            message, _ = await self._meant(records, replace(result.message, raw_id=source_id))
            if message.thread:
                opened += await _opened(records, _followed(message, fresh), draft)
                joined = await records.tickets.joins(message)
                ticket_id, one, told = await self._received(records, message, draft, result.remark)
                new, events = new + one, [*events, *told]
                begun += [ticket_id] if one and joined is None else []
            else:
                fresh.append((message, result.remark))
        opened += await _opened(records, fresh, draft)
        told = [event for note in opened for event in _told(note.ticket_id, note.draft_id)]
        return new + len(opened), [*begun, *(note.ticket_id for note in opened)], [*events, *told]

    def _tell(self, events: Sequence[Event]) -> None:
        for event in events:
            self._publish(event)


def _followed(message: IncomingMessage, fresh: list[tuple[IncomingMessage, str]]) -> list[tuple[IncomingMessage, str]]:
    """All that wait to open a ticket, taken from `fresh`, when the message follows one of them; none else."""
    if all(message.thread != one.message_id for one, _ in fresh):
        return []
    taken, fresh[:] = list(fresh), []
    return taken


async def _opened(records: Records, fresh: Sequence[tuple[IncomingMessage, str]], draft: bool) -> list[ArrivalNote]:
    """New tickets of a batch with their drafts requested, as noted in the log."""
    found = await records.arrivals.open_tickets([message for message, _ in fresh]) if fresh else []
    new = [(ticket, message, remark) for (ticket, is_new), (message, remark) in zip(found, fresh, strict=True) if is_new]
    wanting = [ticket for ticket, message, _ in new if draft and not message.automatic]
    drafts = dict(zip(wanting, await records.arrivals.request_drafts(wanting), strict=True))
    notes = [ArrivalNote(ticket, drafts.get(ticket), _details(message, remark)) for ticket, message, remark in new]
    await records.arrivals.note(RECEIVED, notes)
    return notes


def _details(message: IncomingMessage, remark: str) -> dict[str, str]:
    told = {"channel": str(message.channel), "automatic": message.automatic, "remark": remark}
    return {name: words for name, words in told.items() if words}


def _told(ticket_id: TicketId, draft_id: DraftId | None) -> list[Event]:
    received = TicketReceived(ticket_id)
    return [received] if draft_id is None else [received, DraftRequested(draft_id, ticket_id)]


def _machine_was_asked(message: IncomingMessage, answers: Answered | None) -> bool:
    """An absence note that comes back for a rating mail opens nothing."""
    return bool(message.automatic) and answers is not None and answers.kind is Letter.RATING
