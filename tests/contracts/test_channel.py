"""What every channel promises, and the channels that promise it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpdesk.adapters.channels.folder import FolderChannel
from helpdesk.domain.conversation import OutboxEntry, OutboxState, TicketFileDrop
from helpdesk.domain.ids import OutboxId, TicketId
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Channel, Delivery
from tests.fakes.memory_channel import MemoryChannel

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

ENTRY = OutboxEntry(
    id=OutboxId(1),
    ticket_id=TicketId(7),
    draft_id=None,
    channel=ChannelName.FILE,
    recipient_name="Zoë Quist",
    recipient="zoe@example.org",
    subject="Re: The lamp hums",
    body="Hello Zoë,\n\nplease tighten the screw.\n",
    message_id="<t7.0123456789abcdef@desk.example>",
    in_reply_to="<asked@example.org>",
    state=OutboxState.SENDING,
    attempts=0,
    error="",
    created_at=AT,
    not_before=AT,
)

Maker = Callable[[Path], tuple[Channel, Callable[[str], None]]]


def a_folder_channel(tmp_path: Path) -> tuple[Channel, Callable[[str], None]]:
    drop = tmp_path / "drop"
    drop.mkdir()
    return FolderChannel(tmp_path / "outbox", drop, "Ada Agent", "support@desk.example"), lambda name: put(drop / name)


def a_memory_channel(tmp_path: Path) -> tuple[Channel, Callable[[str], None]]:
    channel = MemoryChannel()
    return channel, lambda name: channel.waiting.append(str(tmp_path / name))


def put(file: Path) -> None:
    file.write_bytes(b"Subject: hello\n\nhello\n")


@pytest.mark.parametrize("maker", [a_folder_channel, a_memory_channel])
class TestChannel:
    async def test_says_what_was_sent_and_what_was_not(self, maker: Maker, tmp_path: Path) -> None:
        channel, _ = maker(tmp_path)
        other = replace(ENTRY, message_id="<t8.fedcba9876543210@desk.example>")
        assert await channel.was_sent(ENTRY) is False
        assert isinstance(await channel.send(ENTRY), Delivery)
        assert await channel.was_sent(ENTRY) is True
        assert await channel.was_sent(other) is False

    async def test_the_same_entry_arrives_once(self, maker: Maker, tmp_path: Path) -> None:
        channel, _ = maker(tmp_path)
        await channel.send(ENTRY)
        await channel.send(ENTRY)
        if isinstance(channel, MemoryChannel):
            assert len(channel.arrived) == 1
        else:
            assert len(list((tmp_path / "outbox").glob("*.eml"))) == 1

    async def test_what_was_collected_is_collected_once(self, maker: Maker, tmp_path: Path) -> None:
        channel, put_in = maker(tmp_path)
        assert await channel.collect() == []
        put_in("one.eml")
        await channel.collect()
        found = await channel.collect()
        assert [Path(drop.path).name for drop in found] == ["one.eml"]
        await channel.done_with(found[0], "")
        assert await channel.collect() == []

    async def test_a_failed_file_is_set_aside_too(self, maker: Maker, tmp_path: Path) -> None:
        channel, put_in = maker(tmp_path)
        put_in("two.eml")
        await channel.collect()
        [drop] = await channel.collect()
        await channel.done_with(TicketFileDrop(drop.path), "not a mail")
        assert await channel.collect() == []
