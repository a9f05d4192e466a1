"""Replies leave once, or say why they did not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from helpdesk.adapters.channels.folder import FolderChannel
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.conversation import IncomingMessage, MessageKind, OutboxEntry, OutboxState
from helpdesk.domain.errors import InvalidTransition
from helpdesk.domain.events import Event, ReplyChanged, TicketChanged
from helpdesk.domain.ids import OutboxId
from helpdesk.domain.ticket import ChannelName, TicketStatus
from helpdesk.ports import Channel, Records
from helpdesk.services.outbox import Outbox
from tests.fakes.clock import FixedClock
from tests.fakes.memory_channel import MemoryChannel


class Post:
    """An outbox with a channel, and replies to put in it."""

    def __init__(self, store: SqliteStore, clock: FixedClock, channel: Channel) -> None:
        self.store = store
        self.clock = clock
        self.heard: list[Event] = []
        self.outbox = Outbox(store, clock, self.heard.append, dict.fromkeys(ChannelName, channel))

    async def reply_queued(self, seconds: float = 0.0, source: str = "1", email: str = "zoe@example.org") -> OutboxEntry:
        now = self.clock.now()
        asked = IncomingMessage(ChannelName.FILE, source, "Zoë", email, "Lamp", "It hums", now, message_id="<q@x>")

        async def work(records: Records) -> OutboxEntry:
            ticket_id, _ = await records.tickets.receive(asked)
            return await records.outbox.queue(ticket_id, None, "Tighten the screw.", now)

        queued = await self.store.write(work)
        self.clock.advance(seconds=seconds)
        return queued

    async def interrupted(self) -> OutboxEntry:
        """As a crash leaves it: SENDING was committed, nothing after."""
        entry = await self.reply_queued()
        await self.store.write(lambda r: r.outbox.move(entry.id, OutboxState.QUEUED, OutboxState.SENDING))
        return entry

    async def state(self, outbox_id: OutboxId) -> OutboxEntry:
        return await self.store.read(lambda r: r.outbox.get(outbox_id))


@pytest.fixture
def channel() -> MemoryChannel:
    return MemoryChannel()


@pytest.fixture
def post(store: SqliteStore, clock: FixedClock, channel: MemoryChannel) -> Post:
    return Post(store, clock, channel)


def of(kind: type, events: Sequence[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, kind)]


async def test_a_reply_that_is_due_is_sent_and_stands_in_the_conversation(post: Post, channel: MemoryChannel) -> None:
    entry = await post.reply_queued()
    assert await post.outbox.flush() == 1
    [arrived] = channel.arrived
    assert (arrived.body, arrived.in_reply_to) == ("Tighten the screw.", "<q@x>")
    assert (await post.state(entry.id)).state is OutboxState.SENT
    conversation = await post.store.read(lambda r: r.tickets.conversation(entry.ticket_id))
    assert conversation.messages[-1].kind is MessageKind.PUBLIC_REPLY
    assert conversation.ticket.status is TicketStatus.PENDING
    assert of(ReplyChanged, post.heard)[-1] == ReplyChanged(entry.id, entry.ticket_id)
    assert TicketChanged(entry.ticket_id) in post.heard


async def test_a_reply_that_may_still_be_undone_waits(post: Post, channel: MemoryChannel) -> None:
    entry = await post.reply_queued(seconds=-15)
    assert await post.outbox.flush() == 0
    assert channel.arrived == []
    post.clock.advance(seconds=15)
    assert await post.outbox.flush() == 1
    assert [sent.id for sent in channel.arrived] == [entry.id]


async def test_a_refused_reply_is_tried_again_later_and_then_arrives(post: Post, channel: MemoryChannel) -> None:
    channel.refusals = ["the disk is full", "the disk is full"]
    entry = await post.reply_queued()
    for minutes in (0, 1, 5):
        post.clock.advance(minutes=minutes)
        await post.outbox.flush()
        assert await post.outbox.flush() == 0
    assert (await post.state(entry.id)).state is OutboxState.SENT
    assert len(channel.arrived) == 1


async def test_a_reply_refused_again_and_again_is_failed_and_says_why(post: Post, channel: MemoryChannel) -> None:
    channel.refusals = ["the folder is not there"] * 10
    entry = await post.reply_queued()
    for _ in range(6):
        await post.outbox.flush()
        post.clock.advance(hours=1)
    failed = await post.state(entry.id)
    assert (failed.state, failed.error) == (OutboxState.FAILED, "the folder is not there")
    assert len(channel.refusals) == 6
    assert [listed.id for listed in await post.outbox.listed()] == [entry.id]


async def test_a_letter_that_can_never_leave_is_failed_at_once_and_nobody_is_told_to_wait(
    store: SqliteStore, clock: FixedClock, tmp_path: Path
) -> None:
    post = Post(store, clock, FolderChannel(tmp_path / "outbox", None, "Ada", "ada@desk.example"))
    entry = await post.reply_queued(email="zoë@mächine.example")
    await post.outbox.flush()
    failed = await post.state(entry.id)
    assert (failed.state, failed.error) == (
        OutboxState.FAILED,
        "the requester's address 'zoë@mächine.example' is not a mail address",
    )


async def test_one_bad_reply_does_not_stop_the_others(post: Post, channel: MemoryChannel) -> None:
    channel.refusals = ["'zoe' is not a mail address"]
    bad, good = await post.reply_queued(source="1"), await post.reply_queued(source="2")
    assert await post.outbox.flush() == 2
    assert (await post.state(bad.id)).state is OutboxState.QUEUED
    assert (await post.state(good.id)).state is OutboxState.SENT


async def test_an_end_nobody_can_read_is_uncertain_and_never_sent_again_by_itself(post: Post, channel: MemoryChannel) -> None:
    channel.trouble = ConnectionResetError("gone in the middle")
    entry = await post.reply_queued()
    await post.outbox.flush()
    uncertain = await post.state(entry.id)
    assert uncertain.state is OutboxState.UNCERTAIN
    assert "gone in the middle" in uncertain.error
    channel.trouble = None
    post.clock.advance(days=1)
    assert await post.outbox.flush() == 0
    assert await post.outbox.recover() == 0
    assert channel.arrived == []


@pytest.mark.parametrize(
    ("knows", "arrived", "state"),
    [
        (True, True, OutboxState.SENT),
        (True, False, OutboxState.QUEUED),
        (False, True, OutboxState.UNCERTAIN),
        (False, False, OutboxState.UNCERTAIN),
    ],
)
async def test_after_a_crash_the_channel_is_asked(
    post: Post, channel: MemoryChannel, knows: bool, arrived: bool, state: OutboxState
) -> None:
    entry = await post.interrupted()
    channel.knows = knows
    if arrived:
        await channel.send(entry)
    assert await post.outbox.recover() == 1
    assert (await post.state(entry.id)).state is state
    await post.outbox.flush()
    assert len(channel.arrived) == (1 if arrived or knows else 0)


async def test_a_person_settles_what_is_uncertain(post: Post, channel: MemoryChannel) -> None:
    channel.knows = False
    first, second = await post.interrupted(), await post.reply_queued(source="2")
    await post.outbox.recover()
    await post.outbox.confirm_sent(first.id)
    assert (await post.state(first.id)).state is OutboxState.SENT
    with pytest.raises(InvalidTransition):
        await post.outbox.confirm_sent(first.id)
    with pytest.raises(InvalidTransition):
        await post.outbox.retry(second.id)
    channel.trouble = OSError("?")
    await post.outbox.flush()
    channel.trouble = None
    await post.outbox.retry(second.id)
    await post.outbox.flush()
    assert (await post.state(second.id)).state is OutboxState.SENT


async def test_a_crash_at_any_step_of_filing_gives_one_file(store: SqliteStore, clock: FixedClock, tmp_path: Path) -> None:
    folder = FolderChannel(tmp_path / "outbox", None, "Ada", "ada@desk.example")
    post = Post(store, clock, folder)
    before = await post.interrupted()
    assert await post.outbox.recover() == 1
    await post.outbox.flush()
    after = await post.interrupted()
    await folder.send(after)
    await post.outbox.recover()
    await post.outbox.flush()
    assert {(await post.state(e.id)).state for e in (before, after)} == {OutboxState.SENT}
    assert len(list((tmp_path / "outbox").glob("*.eml"))) == 2
