"""How long a reply takes with the desk's draft and without: tickets in an order of the lot, the clock beside them.

The arm without drafts is the control slice. The other is every other ticket that is not judged, whether the desk found a draft
for it or not: on a working day nobody picks either.
"""

from collections.abc import Callable
from dataclasses import dataclass

from helpdesk.domain.blind import lot
from helpdesk.domain.errors import BadInput
from helpdesk.domain.events import Event, HistoryChanged
from helpdesk.domain.history import OldState, OldTicket, TimedTask, Trial
from helpdesk.domain.ids import HistoryId, HistoryTicketId
from helpdesk.domain.reply import without_markers
from helpdesk.ports import Records, Store

LONGEST = 4 * 3600.0
"""Seconds; whoever takes longer went away."""


@dataclass(frozen=True)
class Timing:
    store: Store
    publish: Callable[[Event], None]
    agent: str

    async def next(self, history_id: HistoryId) -> TimedTask | None:
        """From the arm with fewer so far, by lot when they are even; None when one is used up."""
        return await self.store.read(lambda records: _next(records, history_id))

    async def done(self, ticket_id: HistoryTicketId, seconds: float) -> None:
        """A person would send what stands there now. What was typed is not kept. Raises NotFound, BadInput for a time nobody
        can have taken."""
        if not 0 < seconds <= LONGEST:
            raise BadInput("timing", 0, f"{seconds:.0f} seconds is not the time of one reply")

        async def work(records: Records) -> HistoryId:
            old = await records.history.ticket(ticket_id)
            await records.history.handle(ticket_id, round(seconds, 1), self.agent)
            return old.history_id

        self.publish(HistoryChanged(await self.store.write(work)))


async def _next(records: Records, history_id: HistoryId) -> TimedTask | None:
    trial = await records.history.get(history_id)
    arms: tuple[list[OldTicket], list[OldTicket]] = ([], [])
    done = [0, 0]
    async for old in records.history.tickets(history_id):
        if old.place or (not old.ticket.control and old.state is not OldState.DRAFTED):
            continue
        helped = not old.ticket.control
        if old.handled is None:
            arms[helped].append(old)
        else:
            done[helped] += 1
    if not (arms[0] and arms[1]):
        return None
    first = tuple(min(arm, key=lambda old: _place(trial, old)) for arm in arms)
    helped = done[1] < done[0] if done[0] != done[1] else _place(trial, first[1]) < _place(trial, first[0])
    return _task(first[helped], done, helped=helped)


def _place(trial: Trial, old: OldTicket) -> float:
    return lot(trial.secret, "timing", old.ticket.external)


def _task(old: OldTicket, done: list[int], *, helped: bool) -> TimedTask:
    draft = without_markers(old.draft.text) if helped and old.draft and old.has_text else ""
    return TimedTask(old.id, old.ticket.subject, old.ticket.question, draft, helped, (done[0], done[1]))
