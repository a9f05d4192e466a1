"""A message goes to a third person and an answer comes back: the customer's ticket stays as it is."""

from pathlib import Path

import pytest

from helpdesk.adapters.channels.folder import FolderChannel
from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.domain.composing import WritingKind
from helpdesk.domain.conversation import Attachment, Conversation, IncomingMessage, Message, MessageKind
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import BadInput, ChannelFailed, NothingToSend, NotYetSaid
from helpdesk.domain.events import DraftRequested
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.ticket import ChannelName, TicketStatus
from helpdesk.ports import Channel
from helpdesk.services.composing import Forwarding
from helpdesk.services.intake import Intake, Joining
from helpdesk.services.outbox import Outbox
from helpdesk.services.redacting import Redacting
from helpdesk.settings import Settings
from tests.fakes.memory_channel import MemoryChannel
from tests.services.conftest import Shift

FORWARD = WritingKind.FORWARD
VENDOR = "lin@vendor.example"
SETTINGS = Settings(agent_name="Ada Agent", agent_email="ada@desk.example", undo_seconds=5)
LOG = Attachment("hub.log", "text/plain", b"red red red")


class Desk:
    def __init__(self, shift: Shift, channel: Channel | None = None) -> None:
        shift.settings = SETTINGS
        self.shift, self.far_end = shift, MemoryChannel()
        store, clock, publish = shift.store, shift.clock, shift.heard.append
        self.forwarding = Forwarding(store, clock, publish, SETTINGS, Redacting(FormalRecogniser(["GB"])))
        self.outbox = Outbox(store, clock, publish, dict.fromkeys(ChannelName, channel or self.far_end))
        self.intake = Intake(store, clock, publish, None, Joining())  # type: ignore[arg-type]

    async def customer_writes(self, body: str = "My hub blinks red") -> TicketId:
        message = IncomingMessage(
            ChannelName.FOLDER, body, "Grace", "grace@example.org", "Hub", body, self.shift.clock.now(), (LOG,)
        )
        return (await self.shift.store.write(lambda records: records.tickets.receive(message)))[0]

    async def seen(self, ticket: TicketId) -> Conversation:
        return await self.shift.inbox.open(ticket)

    async def begun(self, ticket: TicketId) -> str:
        """The newest message is being forwarded; the text as the agent finds it."""
        assert await self.forwarding.begin(ticket, (await self.seen(ticket)).messages[-1].id) == ()
        return (await self.shift.store.read(lambda records: records.composing.of(ticket))).forward

    async def forwarded(self, ticket: TicketId, words: str = "Do you know this light?") -> str:
        """Its Message-ID, when it has left."""
        await self.forwarding.send(ticket, f"{words}\n{await self.begun(ticket)}", VENDOR)
        self.shift.clock.advance(seconds=6)
        assert await self.outbox.flush() == 1
        return self.far_end.arrived[-1].message_id

    async def answers(self, thread: str, source: str = "v1", email: str = VENDOR, automatic: str = "") -> TicketId:
        message = IncomingMessage(
            ChannelName.FOLDER,
            source,
            "Lin",
            email,
            "Re: Fwd: Hub",
            "Known.",
            self.shift.clock.now(),
            thread=thread,
            automatic=automatic,
        )
        return (await self.intake.receive(message))[0]


@pytest.fixture
def desk(shift: Shift) -> Desk:
    return Desk(shift)


def last(conversation: Conversation) -> Message:
    return conversation.messages[-1]


async def test_a_forward_goes_out_with_headers_and_files_and_leaves_the_ticket_as_it_was(desk: Desk) -> None:
    ticket = await desk.customer_writes()
    before = await desk.seen(ticket)
    await desk.forwarded(ticket)
    (mail,) = desk.far_end.arrived
    assert (mail.recipient, mail.subject, mail.in_reply_to, mail.copies) == (VENDOR, "Fwd: Hub", None, ())
    assert mail.body.startswith("Do you know this light?\n\n\nAda")
    assert "---------- Forwarded message ----------\nFrom: Grace <grace@example.org>\nDate: " in mail.body
    assert mail.body.endswith("Subject: Hub\n\nMy hub blinks red")
    assert desk.far_end.files[mail.message_id] == (LOG,)
    after = await desk.seen(ticket)
    assert after.ticket == before.ticket
    assert (last(after).kind, last(after).author, last(after).body) == (MessageKind.FORWARD, "Ada Agent", mail.body)
    assert [file.name for file in last(after).attachments] == ["hub.log"]
    assert (await desk.shift.store.read(lambda records: records.composing.of(ticket))).forward == ""


async def test_the_third_persons_answer_is_on_the_ticket_and_only_agents_hear_of_it(desk: Desk) -> None:
    ticket = await desk.customer_writes()
    draft = await desk.shift.store.write(lambda records: records.drafts.request(ticket))
    thread = await desk.forwarded(ticket)
    desk.shift.heard.clear()
    before = await desk.seen(ticket)
    assert await desk.answers(thread) == await desk.answers(thread) == ticket
    after = await desk.seen(ticket)
    assert len(after.messages) == len(before.messages) + 1
    assert (last(after).kind, last(after).author) == (MessageKind.THIRD_PERSON, "Lin")
    assert (after.ticket.status, after.ticket.requester_id) == (before.ticket.status, before.ticket.requester_id)
    assert after.last_customer_message == before.last_customer_message
    assert not any(isinstance(event, DraftRequested) for event in desk.shift.heard)
    standing = await desk.shift.store.read(lambda records: records.drafts.latest(ticket))
    assert standing is not None
    assert (standing.id, standing.state) == (DraftId(draft), DraftState.REQUESTED)
    (unread,) = await desk.shift.store.read(lambda records: records.reading.unread("Ada Agent", 5))
    assert (unread.author, unread.kind, unread.ticket_id) == ("Lin", MessageKind.THIRD_PERSON, ticket)


async def test_only_who_was_written_to_may_answer_on_the_ticket(desk: Desk) -> None:
    ticket = await desk.customer_writes()
    thread = await desk.forwarded(ticket)
    assert await desk.answers(thread, email="mallory@evil.example", source="m1") != ticket
    assert await desk.answers(thread, "v2", automatic="an absence note") == ticket
    assert await desk.shift.store.read(lambda records: records.reading.unread("Ada Agent", 5)) == []


async def test_a_forward_that_comes_back_to_another_one_asks_whom_they_are_for(desk: Desk) -> None:
    ticket = await desk.customer_writes()
    desk.far_end.trouble = ChannelFailed(ChannelName.FOLDER, "no such address", for_good=True)
    entry = await desk.forwarding.send(ticket, await desk.begun(ticket), VENDOR)
    desk.shift.clock.advance(seconds=6)
    assert await desk.outbox.flush() == 1
    await desk.begun(ticket)
    await desk.forwarding.address(ticket, "zoe@other.example")
    await desk.shift.inbox.undo_reply(entry.id)
    both = await desk.shift.store.read(lambda records: records.composing.of(ticket))
    assert (both.to, both.forward.count("My hub blinks red")) == (f"{VENDOR}, zoe@other.example", 2)
    with pytest.raises(BadInput):
        await desk.forwarding.send(ticket, both.forward, both.to)


async def test_an_unfinished_forward_comes_back_whole(desk: Desk) -> None:
    ticket = await desk.customer_writes()
    text = await desk.begun(ticket)
    await desk.forwarding.address(ticket, "lin@vend")
    writing = await desk.shift.store.read(lambda records: records.composing.of(ticket))
    assert (writing.to, [file.name for file in writing.files_of(FORWARD)]) == ("lin@vend", ["hub.log"])
    entry = await desk.forwarding.send(ticket, text, VENDOR)
    assert await desk.shift.inbox.undo_reply(entry.id) == text.strip()
    back = await desk.shift.store.read(lambda records: records.composing.of(ticket))
    assert (back.forward, back.to, back.reply, len(back.files)) == (text.strip(), VENDOR, "", 1)
    await desk.forwarding.discard(ticket)
    gone = await desk.shift.store.read(lambda records: records.composing.of(ticket))
    assert (gone.forward, gone.to, gone.files) == ("", "", ())
    assert (await desk.shift.store.read(lambda records: records.composing.versions(ticket, FORWARD)))[0].text == text.strip()


async def test_what_is_not_for_outsiders_is_said_before_it_leaves(desk: Desk) -> None:
    ticket = await desk.customer_writes("My card is 5500 0000 0000 0004")
    await desk.shift.inbox.add_note(ticket, "He is a difficult man and owes us money since spring")
    text = await desk.begun(ticket)
    with pytest.raises(NotYetSaid) as told:
        await desk.forwarding.send(ticket, f"{text}\n5500 0000 0000 0004", VENDOR)
    assert told.value.reasons == ("The forward repeats an internal note of Ada Agent", "The forward holds a card number")
    await desk.forwarding.send(ticket, f"{text}\n5500 0000 0000 0004", VENDOR, read=told.value.reasons)
    for wrong in ("", "lin", "GRACE@example.org"):
        with pytest.raises(BadInput):
            await desk.forwarding.send(ticket, "Look", wrong)
    with pytest.raises(NothingToSend):
        await desk.forwarding.send(ticket, " ", VENDOR)


async def test_addresses_used_before_are_offered(desk: Desk) -> None:
    ticket = await desk.customer_writes()
    await desk.shift.store.write(lambda records: records.people.add_agent("Bob", "bob@desk.example"))
    await desk.forwarded(ticket)
    assert [one.address for one in await desk.forwarding.known(ticket)] == [VENDOR, "bob@desk.example"]
    assert [one.address for one in await desk.forwarding.known(ticket, "bo")] == ["bob@desk.example"]


async def test_a_forward_on_the_wire_is_no_reply(shift: Shift, tmp_path: Path) -> None:
    desk = Desk(shift, FolderChannel(tmp_path / "out", None, "Ada", "ada@desk.example"))
    ticket = await desk.customer_writes()
    await desk.forwarding.send(ticket, "Look", VENDOR, shift.clock.now())
    shift.clock.advance(seconds=6)
    assert await desk.outbox.flush() == 1
    (mail,) = (tmp_path / "out").glob("*.eml")
    said = mail.read_text("ascii")
    assert "To: lin@vendor.example\n" in said
    assert "Subject: Fwd: Hub\n" in said
    assert not any(header in said for header in ("In-Reply-To", "Cc:", "grace@example.org"))


async def test_a_scheduled_forward_leaves_although_the_customer_wrote_again(desk: Desk) -> None:
    ticket = await desk.customer_writes()
    later = desk.shift.clock.now().replace(year=desk.shift.clock.now().year + 1)
    entry = await desk.forwarding.send(ticket, "Look", VENDOR, later)
    assert entry.scheduled
    desk.shift.clock.advance(days=1)
    await desk.shift.inbox.reply(ticket, "We are asking the maker.")
    desk.shift.clock.advance(days=365)
    assert await desk.outbox.flush() == 2
    assert (await desk.seen(ticket)).ticket.status is TicketStatus.PENDING
