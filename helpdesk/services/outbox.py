"""Replies on their way out: queued → sending → sent | uncertain | failed, and nothing sent twice.

SENDING is committed before a channel is asked, so a crash leaves a mark. What such an entry became is asked of the channel;
when it cannot know, a person decides.
"""

import asyncio
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Protocol

from helpdesk.domain.change import THE_DESK
from helpdesk.domain.conversation import TROUBLED, Letter, OutboxEntry, OutboxState
from helpdesk.domain.errors import ChannelFailed, InvalidTransition
from helpdesk.domain.events import Event, ReplyChanged, TicketChanged
from helpdesk.domain.ids import OutboxId, TicketId
from helpdesk.domain.service_level import DONE
from helpdesk.domain.snoozing import FollowUp
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Channel, Clock, Delivery, Records, Store

RETRY_AFTER = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15))
BATCH = 50
OPEN_AGAIN = "the ticket was opened again before its time came"
OVERTAKEN = "the customer wrote again before its time came; the text is in the editor of the ticket"


class Departures(Protocol):
    """Who lets the desk's own answers go."""

    def stopped(self) -> bool:
        """Whether somebody pulled the stop; as quick as a look at a file."""
        ...

    async def sets_off(self, entry: OutboxEntry) -> bool:
        """Moves it QUEUED → SENDING when it may still leave. False: it was taken back."""
        ...


class Outbox:
    """Without `departures` nothing leaves that no person approved."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        publish: Callable[[Event], None],
        channels: Mapping[ChannelName, Channel],
        departures: Departures | None = None,
    ) -> None:
        self._store = store
        self._departures = departures
        self._clock = clock
        self._publish = publish
        self._channels = channels
        self._one_at_a_time = asyncio.Lock()

    async def flush(self) -> int:
        """Sends what is due, one after the other; how many were tried."""
        async with self._one_at_a_time:
            due = await self._store.read(lambda records: records.outbox.due(self._clock.now(), BATCH))
            tried = 0
            for entry in due:
                if await self._sets_off(entry):
                    await self._send(entry)
                    tried += 1
            return tried

    async def recover(self) -> int:
        """Settles what a crash caught while sending; how many there were."""
        async with self._one_at_a_time:
            interrupted = await self._store.read(lambda records: records.outbox.interrupted())
            for entry in interrupted:
                await self._settle_interrupted(entry)
            return len(interrupted)

    async def listed(self, limit: int = 200) -> list[OutboxEntry]:
        return await self._store.read(lambda records: records.outbox.listed(limit))

    async def unsent(self, ticket_id: TicketId) -> list[OutboxEntry]:
        """What of the ticket has not left, what waits for a person first."""
        return await self._store.read(lambda records: records.outbox.unsent(ticket_id))

    async def retry(self, outbox_id: OutboxId) -> None:
        """A person sends a failed or uncertain reply again. Raises NotFound, InvalidTransition."""
        entry = await self._store.read(lambda records: records.outbox.get(outbox_id))
        if entry.state not in TROUBLED:
            raise InvalidTransition("reply", entry.state)
        if not await self._moved(entry, entry.state, OutboxState.QUEUED):
            raise InvalidTransition("reply", entry.state)

    async def confirm_sent(self, outbox_id: OutboxId) -> None:
        """A person knows that an uncertain reply arrived. Raises NotFound, InvalidTransition."""
        entry = await self._store.read(lambda records: records.outbox.get(outbox_id))
        if not await self._moved(entry, OutboxState.UNCERTAIN, OutboxState.SENT):
            raise InvalidTransition("reply", entry.state)

    async def _sets_off(self, entry: OutboxEntry) -> bool:
        if entry.kind is Letter.REPLY and entry.scheduled and await self._overtaken(entry):
            return False
        if entry.kind is Letter.RATING and await self._open_again(entry):
            return False
        if not entry.by_itself:
            return await self._moved(entry, OutboxState.QUEUED, OutboxState.SENDING)
        departures = self._departures
        if departures is None or not await departures.sets_off(entry):
            return False
        if departures.stopped():  # it is marked, but nobody has been handed it yet
            await self._moved(entry, OutboxState.SENDING, OutboxState.QUEUED)
            return False
        return True

    async def _overtaken(self, entry: OutboxEntry) -> bool:
        """A reply put off goes back to its editor when the customer has written since: what it says may be wrong by now."""

        async def work(records: Records) -> bool:
            if not await records.composing.overtaken(entry.id):
                return False
            if not await records.outbox.move(entry.id, OutboxState.QUEUED, OutboxState.UNDONE, OVERTAKEN):
                return False
            await records.composing.taken_back(entry.id, "")
            await records.log.note("reply.overtaken", ticket_id=entry.ticket_id)
            return True

        taken_back = await self._store.write(work)
        if taken_back:
            self._publish(ReplyChanged(entry.id, entry.ticket_id))
            self._publish(TicketChanged(entry.ticket_id))
        return taken_back

    async def _open_again(self, entry: OutboxEntry) -> bool:
        """Nobody is asked how it went while it is not over."""
        ticket_id = entry.ticket_id

        async def over(records: Records) -> bool:
            return (await records.tickets.get(await records.changes.home(ticket_id))).status in DONE

        if await self._store.read(over):
            return False
        await self._moved(entry, OutboxState.QUEUED, OutboxState.UNDONE, OPEN_AGAIN)
        return True

    async def _send(self, entry: OutboxEntry) -> None:
        channel = self._channels.get(entry.channel)
        if channel is None:
            await self._moved(entry, OutboxState.SENDING, OutboxState.FAILED, f"no channel sends {entry.channel} replies")
            return
        files = await self._store.read(lambda records: records.composing.files(entry.id)) if entry.attachments else ()
        # Gathered, so that whatever a channel throws is a value: every end but a certain refusal leaves the reply uncertain.
        (outcome,) = await asyncio.gather(channel.send(entry, files), return_exceptions=True)
        if isinstance(outcome, Delivery):
            await self._moved(entry, OutboxState.SENDING, OutboxState.SENT, where=outcome.where)
        elif isinstance(outcome, ChannelFailed):
            await self._refused(entry, outcome)
        elif isinstance(outcome, Exception):
            await self._moved(entry, OutboxState.SENDING, OutboxState.UNCERTAIN, f"{type(outcome).__name__}: {outcome}")
        else:
            raise outcome

    async def _refused(self, entry: OutboxEntry, why: ChannelFailed) -> None:
        """Tried again later, three times, unless that changes nothing; then it is failed and says why."""
        detail = why.detail
        if why.for_good or entry.attempts >= len(RETRY_AFTER):
            await self._moved(entry, OutboxState.SENDING, OutboxState.FAILED, detail)
            return
        again = self._clock.now() + RETRY_AFTER[entry.attempts]

        async def work(records: Records) -> bool:
            postponed = await records.outbox.postpone(entry.id, again, detail)
            await records.log.note("reply.postponed", ticket_id=entry.ticket_id, reason=detail, until=again.isoformat())
            return postponed

        if await self._store.write(work):
            self._publish(ReplyChanged(entry.id, entry.ticket_id))

    async def _settle_interrupted(self, entry: OutboxEntry) -> None:
        channel = self._channels.get(entry.channel)
        try:
            sent = None if channel is None else await channel.was_sent(entry)
        except ChannelFailed:
            sent = None
        if sent is None:
            words = "the program ended while this reply was being sent; whether it arrived is not known"
            await self._moved(entry, OutboxState.SENDING, OutboxState.UNCERTAIN, words)
        else:
            await self._moved(entry, OutboxState.SENDING, OutboxState.SENT if sent else OutboxState.QUEUED)

    async def _comes_true(self, records: Records, entry: OutboxEntry) -> None:
        """What else the reply was to do: the ticket is solved, or comes back, counted from when the reply has left."""
        wish, ticket_id = await records.composing.wish(entry.id), await records.changes.home(entry.ticket_id)
        if wish.status is not None:
            await records.log.note("ticket.status", ticket_id=ticket_id, status=wish.status.value)
        if wish.follow_up_days:
            at = self._clock.now() + timedelta(days=wish.follow_up_days)
            await records.panel.put_follow_up(ticket_id, FollowUp(ticket_id, at, "", True, THE_DESK))

    async def _moved(
        self, entry: OutboxEntry, came_from: OutboxState, to: OutboxState, error: str = "", *, where: str = ""
    ) -> bool:
        async def work(records: Records) -> bool:
            moved = await records.outbox.move(entry.id, came_from, to, error)
            if moved and to is OutboxState.SENT:
                await self._comes_true(records, entry)
            if moved and to is not OutboxState.SENDING:
                await records.log.note(
                    f"{entry.kind}.{to}", ticket_id=entry.ticket_id, draft_id=entry.draft_id, reason=error, where=where
                )
            return moved

        moved = await self._store.write(work)
        if moved:
            self._publish(ReplyChanged(entry.id, entry.ticket_id))
            if to is OutboxState.SENT:
                self._publish(TicketChanged(entry.ticket_id))
        return moved
