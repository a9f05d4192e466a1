"""Replies filed as mails, and files put in the drop folder."""

import os
import time
from dataclasses import replace
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.adapters.channels.folder import LAST_FILED, FolderChannel, file_name
from helpdesk.adapters.channels.outgoing import Sender, Unsendable, rendered
from helpdesk.domain.errors import ChannelFailed, DropFolderFailed
from helpdesk.domain.plain_text import readable
from tests.contracts.test_channel import AT, ENTRY

SENDER = Sender("Ada Agent, Büro", "support@desk.example")


def read_back(raw: bytes):  # type: ignore[no-untyped-def]
    return BytesParser(policy=policy.default).parsebytes(raw)


@pytest.fixture
def outbox(tmp_path: Path) -> Path:
    return tmp_path / "outbox"


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder


@pytest.fixture
def channel(outbox: Path, drop: Path) -> FolderChannel:
    return FolderChannel(outbox, drop, "Ada Agent", "support@desk.example")


class TestFiledReply:
    async def test_is_a_mail_a_program_can_open(self, channel: FolderChannel, outbox: Path) -> None:
        await channel.send(ENTRY)
        [file] = outbox.glob("*.eml")
        mail = read_back(file.read_bytes())
        assert mail["To"].addresses[0].display_name == "Zoë Quist"
        assert mail["To"].addresses[0].addr_spec == "zoe@example.org"
        assert mail["From"].addresses[0].addr_spec == "support@desk.example"
        assert mail["Subject"] == "Re: The lamp hums"
        assert mail["Message-ID"] == ENTRY.message_id
        assert mail["In-Reply-To"] == mail["References"] == "<asked@example.org>"
        assert mail.get_content_type() == "text/plain"
        assert mail.get_content().replace("\r\n", "\n").strip() == ENTRY.body.strip()
        assert file.stat().st_mode & 0o077 == 0 or os.name != "posix"

    async def test_of_a_requester_without_an_address_names_the_person(self, channel: FolderChannel, outbox: Path) -> None:
        await channel.send(replace(ENTRY, recipient=""))
        [file] = outbox.glob("*.eml")
        assert read_back(file.read_bytes())["To"].groups[0].display_name == "Zoë Quist"

    def test_cannot_be_given_another_header(self) -> None:
        hostile = replace(
            ENTRY,
            subject="Re: x\r\nBcc: thief@example.org",
            recipient_name="Zoë\nBcc: thief@example.org",
            in_reply_to="<a@b>\r\nBcc: thief@example.org",
            body="one\r\n.\r\nMAIL FROM:<thief@example.org>\r\n\r\nBcc: thief@example.org",
        )
        mail = read_back(rendered(hostile, SENDER, AT))
        assert set(mail.keys()) <= {
            *("From", "To", "Subject", "Date", "Message-ID"),
            *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
        }
        assert [a.addr_spec for a in mail["To"].addresses] == ["zoe@example.org"]

    def test_of_the_desk_itself_says_so_that_machines_do_not_answer_it(self) -> None:
        assert "Auto-Submitted" not in read_back(rendered(ENTRY, SENDER, AT))
        assert read_back(rendered(replace(ENTRY, by_itself=True), SENDER, AT))["Auto-Submitted"] == "auto-replied"

    def test_keeps_long_identifiers_whole(self) -> None:
        asked = f"<{'a' * 120}@example.org>"
        assert f"In-Reply-To: {asked}\r\n".encode() in rendered(replace(ENTRY, in_reply_to=asked), SENDER, AT)

    @pytest.mark.parametrize("address", ["nobody", "a b@example.org", "a@b@c", "<a@b>", "zoë@example.org", "a@b\r\nBcc: c@d"])
    def test_to_what_is_no_address_is_refused_in_words(self, address: str) -> None:
        with pytest.raises(Unsendable, match="is not a mail address"):
            rendered(replace(ENTRY, recipient=address), SENDER, AT)

    @settings(max_examples=60, deadline=None)
    @given(body=st.text(max_size=300), subject=st.text(max_size=120), name=st.text(max_size=60))
    def test_says_what_the_agent_wrote_whatever_it_is(self, body: str, subject: str, name: str) -> None:
        mail = read_back(rendered(replace(ENTRY, body=body, subject=subject, recipient_name=name), SENDER, AT))
        assert readable(mail.get_content()).strip() == readable(body).strip()
        assert [a.addr_spec for a in mail["To"].addresses] == ["zoe@example.org"]


class TestOutboxFolder:
    @pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom permissions bind")
    async def test_that_may_not_be_written_to_is_told(self, channel: FolderChannel, outbox: Path) -> None:
        outbox.mkdir(mode=0o500)
        with pytest.raises(ChannelFailed) as told:
            await channel.send(ENTRY)
        assert "may not be written to" in told.value.detail

    async def test_that_is_full_is_told_and_nothing_is_left(
        self, channel: FolderChannel, outbox: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as broken:
            broken.setattr(os, "fsync", full)
            with pytest.raises(ChannelFailed) as told:
                await channel.send(ENTRY)
        assert "the disk is full" in told.value.detail
        assert str(outbox) in told.value.detail
        assert list(outbox.iterdir()) == []
        assert await channel.was_sent(ENTRY) is False
        await channel.send(ENTRY)
        assert await channel.was_sent(ENTRY) is True

    async def test_of_somebody_else_is_not_made_when_it_is_gone(self, tmp_path: Path) -> None:
        channel = FolderChannel(tmp_path / "share" / "out", None, "Ada", "a@desk.example", make_outbox=False)
        with pytest.raises(ChannelFailed) as told:
            await channel.send(ENTRY)
        assert "is not there" in told.value.detail
        assert await channel.was_sent(ENTRY) is None

    async def test_emptied_by_its_reader_still_knows_the_last_reply(self, channel: FolderChannel, outbox: Path) -> None:
        await channel.send(ENTRY)
        (outbox / file_name(ENTRY.message_id)).unlink()
        assert await channel.was_sent(ENTRY) is True

    async def test_knows_a_reply_cut_off_before_the_last_step(self, channel: FolderChannel, outbox: Path) -> None:
        outbox.mkdir()
        name = file_name(ENTRY.message_id)
        (outbox / f".{name}.part").write_bytes(b"half a ma")
        (outbox / LAST_FILED).write_text(ENTRY.message_id)
        assert await channel.was_sent(ENTRY) is False
        await channel.send(ENTRY)
        assert read_back((outbox / name).read_bytes())["Message-ID"] == ENTRY.message_id


class TestDropFolder:
    async def test_gives_a_file_only_when_it_is_complete(self, channel: FolderChannel, drop: Path) -> None:
        file = drop / "growing.mbox"
        file.write_bytes(b"From ")
        assert await channel.collect() == []
        file.write_bytes(b"From a@b Fri Nov 20 09:00:00 2026\n")
        assert await channel.collect() == []
        assert [found.path for found in await channel.collect()] == [str(file)]

    async def test_gives_a_file_nobody_touched_for_a_while_at_once(self, channel: FolderChannel, drop: Path) -> None:
        file = drop / "old.eml"
        file.write_bytes(b"Subject: x\n\nx")
        os.utime(file, (time.time() - 60, time.time() - 60))
        assert [found.path for found in await channel.collect()] == [str(file)]

    async def test_leaves_alone_what_is_not_meant_for_it(self, channel: FolderChannel, drop: Path) -> None:
        (drop / ".hidden.eml").write_bytes(b"x")
        (drop / "download.eml.part").write_bytes(b"x")
        (drop / "loop.eml").symlink_to(drop / "loop.eml")
        (drop / "folder").mkdir()
        await channel.collect()
        assert await channel.collect() == []

    async def test_keeps_what_it_is_done_with_and_says_why_something_failed(self, channel: FolderChannel, drop: Path) -> None:
        for round_ in ("first", "second"):
            (drop / "bad.csv").write_text(round_)
            await channel.collect()
            [found] = await channel.collect()
            await channel.done_with(found, "line 1: no column holds the message")
        assert (drop / "failed" / "bad.csv").read_text() == "first"
        assert (drop / "failed" / "bad-2.csv").read_text() == "second"
        assert "no column holds the message" in (drop / "failed" / "bad.csv.reason.txt").read_text()

    async def test_that_is_gone_is_told(self, tmp_path: Path) -> None:
        channel = FolderChannel(tmp_path / "outbox", tmp_path / "nowhere", "Ada", "a@desk.example")
        with pytest.raises(DropFolderFailed) as told:
            await channel.collect()
        assert "is not there" in told.value.detail
        assert told.value.folder == tmp_path / "nowhere"
