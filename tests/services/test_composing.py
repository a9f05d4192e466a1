"""What an agent writes: kept with its versions, sent with its files, put off, taken back."""

from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import timedelta
from email import policy
from email.parser import BytesParser
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from helpdesk.adapters.attached_files import LocalFiles
from helpdesk.adapters.channels.folder import FolderChannel
from helpdesk.domain.change import Operation
from helpdesk.domain.composing import KEPT_VERSIONS, LONGEST_TEXT, Wish, WritingKind
from helpdesk.domain.conversation import Attachment, MessageKind, OutboxState
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import BadInput, ChannelFailed, InvalidTransition, NotFound, UndoTooLate
from helpdesk.domain.events import WritingChanged
from helpdesk.domain.ids import TicketId
from helpdesk.domain.rule import action_of
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.domain.ticket_template import TicketTemplate
from helpdesk.ports import Channel
from helpdesk.services.changing import Changes
from helpdesk.services.composing import TEMPLATE_FACET, Attaching, Composing, Inserting, Templates
from helpdesk.services.macros import MACRO_FACET, Macros
from helpdesk.services.outbox import Outbox
from helpdesk.settings import Settings
from tests.fakes.memory_channel import MemoryChannel
from tests.services.conftest import Shift

if TYPE_CHECKING:
    from helpdesk.services.retrieval import Retrieval

REPLY, NOTE = WritingKind.REPLY, WritingKind.NOTE
LABEL = Attachment("label.pdf", "application/pdf", b"%PDF-1.7 label")
MAIL = Attachment("mail.eml", "message/rfc822", b"Subject: x\r\n\r\nBcc: e@x\r\n")
SIGNATURE = "Ada\nNorthlight"
NO_ADDRESS = ChannelFailed(ChannelName.FOLDER, "'zoë' is not a mail address", for_good=True)


@dataclass
class Desk:
    """A shift with a composer and a channel."""

    shift: Shift
    channel: Channel

    def __post_init__(self) -> None:
        store, clock, publish = self.shift.store, self.shift.clock, self.shift.heard.append
        settings = Settings(agent_name="Ada", company="Northlight", signatures="[de]\nViele Grüße")
        changes = Changes(store, clock, publish, "Ada")
        self.composing = Composing(
            store,
            clock,
            publish,
            settings,
            Attaching(store, LocalFiles()),
            Inserting(store, cast("Retrieval", None), settings, clock, changes),
            Templates(store, settings, changes),
        )
        changes.register(MACRO_FACET, TEMPLATE_FACET)
        self.changes = changes
        self.outbox = Outbox(store, clock, publish, dict.fromkeys(ChannelName, self.channel))

    async def leaves(self, **after: float) -> int:
        """Time passes, then what is due is sent."""
        self.shift.clock.advance(**(after or {"seconds": 60}))
        return await self.outbox.flush()

    async def status(self, ticket_id: TicketId) -> TicketStatus:
        return (await self.shift.inbox.open(ticket_id)).ticket.status


@pytest.fixture
def far_end() -> MemoryChannel:
    return MemoryChannel()


@pytest.fixture
def desk(shift: Shift, far_end: MemoryChannel) -> Desk:
    return Desk(shift, far_end)


@pytest.fixture
async def ticket(shift: Shift) -> TicketId:
    return await shift.customer_writes()


async def test_reply_and_note_are_kept_apart_and_found_again(desk: Desk, ticket: TicketId) -> None:
    await desk.composing.keep(ticket, REPLY, "Dear Grace")
    await desk.composing.keep(ticket, NOTE, "Ask the warehouse")
    writing = await desk.composing.open(ticket)
    assert (writing.reply, writing.note) == ("Dear Grace", "Ask the warehouse")
    await desk.composing.keep(ticket, NOTE, "")
    assert (await desk.composing.open(ticket)).note == ""
    with pytest.raises(NotFound):
        await desk.composing.open(TicketId(99))
    with pytest.raises(BadInput, match="at most 200,000"):
        await desk.composing.keep(ticket, REPLY, "x" * (LONGEST_TEXT + 1))


async def test_a_text_deleted_by_mistake_is_among_its_versions(desk: Desk, ticket: TicketId) -> None:
    long = "Dear Grace, hold the button for ten seconds, then let it go and wait for the light."
    for typed in (long[:20], long[:50], long, "", "D", "De"):
        await desk.composing.keep(ticket, REPLY, typed)
    assert [one.text for one in await desk.composing.versions(ticket, REPLY)] == ["De", long]
    assert await desk.composing.versions(ticket, NOTE) == []
    for minute in range(KEPT_VERSIONS + 5):
        desk.shift.clock.advance(seconds=61)
        await desk.composing.keep(ticket, REPLY, f"{long} {minute}")
    kept = await desk.composing.versions(ticket, REPLY)
    assert (len(kept), kept[0].text, kept[0].agent) == (KEPT_VERSIONS, f"{long} {KEPT_VERSIONS + 4}", "Ada")


async def test_undo_gives_text_and_files_back_without_the_signature(desk: Desk, ticket: TicketId) -> None:
    await desk.composing.attaching.content(ticket, REPLY, LABEL)
    entry = await desk.shift.inbox.reply(ticket, "Here it is.", Wish(signature=SIGNATURE))
    assert entry.body == f"Here it is.\n\n{SIGNATURE}"
    empty = await desk.composing.open(ticket)
    assert (empty.reply, empty.files) == ("", ())
    await desk.composing.keep(ticket, REPLY, "PS")
    assert await desk.shift.inbox.undo_reply(entry.id) == "Here it is.\n\nPS"
    back = await desk.composing.open(ticket)
    assert (back.reply, [file.name for file in back.files]) == ("Here it is.\n\nPS", ["label.pdf"])
    assert await desk.leaves() == 0


async def test_a_reply_that_could_not_be_sent_is_written_again_with_its_files_and_what_stands_there_is_kept(
    desk: Desk, far_end: MemoryChannel, ticket: TicketId
) -> None:
    await desk.composing.attaching.content(ticket, REPLY, LABEL)
    entry = await desk.shift.inbox.reply(ticket, "Here it is.", Wish(signature=SIGNATURE))
    far_end.trouble = NO_ADDRESS
    assert await desk.leaves() == 1
    await desk.composing.keep(ticket, REPLY, "Another matter")
    await desk.composing.attaching.content(ticket, REPLY, MAIL)
    assert await desk.shift.inbox.undo_reply(entry.id) == "Here it is.\n\nAnother matter"
    back = await desk.composing.open(ticket)
    assert (back.reply, [file.name for file in back.files]) == ("Here it is.\n\nAnother matter", ["label.pdf", "mail.eml"])
    kept = await desk.shift.store.read(lambda records: records.outbox.get(entry.id))
    assert (kept.state, "not a mail address" in kept.error) == (OutboxState.UNDONE, True)
    for again in (desk.shift.inbox.undo_reply, desk.outbox.retry):
        with pytest.raises((UndoTooLate, InvalidTransition)):
            await again(entry.id)
    far_end.trouble = None
    await desk.shift.inbox.reply(ticket, back.reply)
    assert await desk.leaves() == 1
    (sent,) = far_end.arrived
    assert (sent.body, far_end.files[sent.message_id]) == (back.reply, (LABEL, MAIL))


async def test_what_came_back_from_a_merged_ticket_is_told_where_it_is_written_now(
    desk: Desk, far_end: MemoryChannel, ticket: TicketId
) -> None:
    other = await desk.shift.customer_writes("And the lamp?", "lamp")
    entry = await desk.shift.inbox.reply(other, "Tighten it.")
    far_end.trouble = NO_ADDRESS
    await desk.leaves()
    await desk.changes.merge(ticket, [other])
    desk.shift.heard.clear()
    await desk.shift.inbox.undo_reply(entry.id)
    assert (await desk.composing.open(ticket)).reply == "Tighten it."
    assert WritingChanged(ticket) in desk.shift.heard


async def test_a_reply_that_may_have_left_is_not_taken_back(desk: Desk, far_end: MemoryChannel, ticket: TicketId) -> None:
    entry = await desk.shift.inbox.reply(ticket, "Here it is.")
    far_end.trouble = ConnectionResetError("gone in the middle")
    await desk.leaves()
    with pytest.raises(InvalidTransition) as refused:
        await desk.shift.inbox.undo_reply(entry.id)
    assert refused.value.state == OutboxState.UNCERTAIN
    assert (await desk.composing.open(ticket)).reply == ""


async def test_an_approved_draft_that_could_not_be_sent_is_written_on_by_hand(desk: Desk, far_end: MemoryChannel) -> None:
    draft_id = await desk.shift.drafted("Hold the button. [1]")
    decided = await desk.shift.review.approve(draft_id, 1, "Hold it for ten seconds. [1]")
    far_end.trouble = NO_ADDRESS
    await desk.leaves()
    assert decided.outbox_id is not None
    assert await desk.shift.inbox.undo_reply(decided.outbox_id) == "Hold it for ten seconds."
    draft = await desk.shift.store.read(lambda records: records.drafts.get(draft_id))
    assert draft.state is DraftState.SUPERSEDED
    with pytest.raises(UndoTooLate):
        await desk.shift.review.undo(decided.decision.id)
    assert draft.ticket_id in await desk.shift.inbox.without_drafts()


async def test_files_go_into_the_mail_and_then_stand_in_the_conversation(
    shift: Shift, tmp_path: Path, ticket: TicketId
) -> None:
    desk = Desk(shift, FolderChannel(tmp_path / "out", None, "Ada", "ada@desk.example"))
    label = tmp_path / "label für Zoë.pdf"
    label.write_bytes(LABEL.content)
    done = await desk.composing.attaching.files(ticket, REPLY, [label, tmp_path, tmp_path / "gone.txt"])
    assert [file.media_type for file in done.files] == ["application/pdf"]
    assert [one.reason for one in done.refused] == ["it is a folder", "it is not there any more"]
    await desk.composing.attaching.content(
        ticket, REPLY, Attachment("mail.eml", "message/rfc822", b"Subject: x\r\n\r\nBcc: e@x\r\n")
    )
    label.unlink()
    entry = await desk.shift.inbox.reply(ticket, "Here it is.")
    assert await desk.leaves() == 1
    (file,) = (tmp_path / "out").glob("*.eml")
    mail = BytesParser(policy=policy.default).parsebytes(file.read_bytes())
    attached = [(part.get_filename(), part.get_content_type()) for part in mail.iter_attachments()]
    assert attached == [("label für Zoë.pdf", "application/pdf"), ("mail.eml", "application/octet-stream")]
    said = (await desk.shift.inbox.open(ticket)).messages[-1]
    assert [file.name for file in said.attachments] == ["label für Zoë.pdf", "mail.eml"]
    (listed,) = await desk.outbox.listed()
    assert (listed.id, listed.state, [file.size for file in listed.attachments]) == (entry.id, OutboxState.SENT, [14, 24])


async def test_files_of_a_note_stay_with_the_note(desk: Desk, far_end: MemoryChannel, ticket: TicketId) -> None:
    await desk.composing.attaching.content(ticket, NOTE, LABEL)
    kept = await desk.composing.attaching.content(ticket, REPLY, LABEL)
    await desk.composing.attaching.remove(kept.id)
    with pytest.raises(NotFound):
        await desk.composing.attaching.remove(kept.id)
    await desk.shift.inbox.add_note(ticket, "The label we sent")
    said = (await desk.shift.inbox.open(ticket)).messages[-1]
    assert (said.kind, [file.name for file in said.attachments]) == (MessageKind.INTERNAL_NOTE, ["label.pdf"])
    await desk.shift.inbox.reply(ticket, "Here it is.")
    await desk.leaves()
    assert list(far_end.files.values()) == [()]


async def test_a_reply_may_solve_the_ticket_or_bring_it_back(desk: Desk, ticket: TicketId) -> None:
    entry = await desk.shift.inbox.reply(ticket, "Done.", Wish(TicketStatus.SOLVED))
    assert (entry.becomes, await desk.status(ticket)) == (TicketStatus.SOLVED, TicketStatus.NEW)
    await desk.leaves()
    assert await desk.status(ticket) is TicketStatus.SOLVED
    await desk.shift.inbox.reply(ticket, "One more thing?", Wish(follow_up_days=2))
    assert await desk.shift.store.read(lambda records: records.panel.follow_up(ticket)) is None
    await desk.leaves()
    due = await desk.shift.store.read(lambda records: records.panel.follow_up(ticket))
    assert due is not None
    assert (due.at, due.unless_answered) == (desk.shift.clock.now() + timedelta(days=2), True)


async def test_a_reply_put_off_leaves_at_its_time_or_at_once_when_asked(desk: Desk, ticket: TicketId) -> None:
    tomorrow = desk.shift.clock.now() + timedelta(days=1)
    entry = await desk.shift.inbox.reply(ticket, "Good morning.", Wish(at=tomorrow))
    assert (entry.not_before, entry.scheduled) == (tomorrow, True)
    assert await desk.leaves(hours=23) == 0
    brought = await desk.composing.send_now(entry.id)
    assert brought.not_before < tomorrow
    assert await desk.leaves() == 1
    with pytest.raises(InvalidTransition):
        await desk.composing.send_now(entry.id)
    with pytest.raises(UndoTooLate):
        await desk.shift.inbox.undo_reply(entry.id)


async def test_a_reply_put_off_goes_back_to_its_editor_when_the_customer_writes_first(
    desk: Desk, far_end: MemoryChannel, ticket: TicketId
) -> None:
    await desk.composing.attaching.content(ticket, REPLY, LABEL)
    tomorrow = desk.shift.clock.now() + timedelta(days=1)
    entry = await desk.shift.inbox.reply(ticket, "Still broken?", Wish(at=tomorrow, signature=SIGNATURE))
    at_once = await desk.shift.inbox.reply(ticket, "We look into it.")
    desk.shift.clock.advance(hours=1)
    answer = desk.shift.customer_writes("It works again, thank you!", "answer")
    await answers(desk, ticket, answer)
    await desk.leaves(days=1)
    assert [sent.id for sent in far_end.arrived] == [at_once.id]
    kept = await desk.shift.store.read(lambda records: records.outbox.get(entry.id))
    assert (kept.state, "customer wrote again" in kept.error) == (OutboxState.UNDONE, True)
    writing = await desk.composing.open(ticket)
    assert (writing.reply, [file.name for file in writing.files]) == ("Still broken?", ["label.pdf"])


async def answers(desk: Desk, ticket: TicketId, arrival: Awaitable[TicketId]) -> None:
    """The customer's message lands on this ticket."""
    other = await arrival
    await desk.changes.merge(ticket, [other])


async def test_a_macro_is_offered_filled_in_and_what_it_does_can_be_undone(desk: Desk, ticket: TicketId) -> None:
    macros = Macros(desk.shift.store, desk.changes)
    actions = [action_of("status: pending"), action_of("tag: Return"), action_of("priority: high")]
    await macros.save("Return label", "Dear {customer}, ticket {ticket}: {subject}. {agent}", "", actions)
    await macros.save("Retourschein", "Hallo {first_name}", "de")
    await macros.save("Only tidy up", "", "", [action_of("status: closed")])
    with pytest.raises(BadInput, match="that is for rules"):
        await macros.save("Bad", "x", "", [action_of("note: hello")])
    offer, *others = await desk.composing.inserting.macros(ticket, "ret")
    assert (offer.macro.name, offer.text, offer.lacking) == ("Return label", f"Dear Grace, ticket {ticket}: Hub. Ada", ())
    assert [one.macro.name for one in others] == ["Retourschein"]
    assert [one.macro.name for one in await desk.composing.inserting.macros(ticket, "")] == [
        "Only tidy up",
        "Return label",
        "Retourschein",
    ]
    done = await desk.composing.inserting.use(ticket, "Return label")
    assert isinstance(done, Operation)
    now = (await desk.shift.inbox.open(ticket)).ticket
    assert (now.status, now.priority, now.tags) == (TicketStatus.PENDING, Priority.HIGH, ("return",))
    assert await desk.outbox.listed() == []
    await desk.changes.undo(done.id)
    before = (await desk.shift.inbox.open(ticket)).ticket
    assert (before.status, before.priority, before.tags) == (TicketStatus.NEW, Priority.NORMAL, ())
    assert await desk.composing.inserting.use(ticket, "Retourschein") is None
    with pytest.raises(NotFound):
        await desk.composing.inserting.use(ticket, "Gone")
    await macros.remove("Return label")
    await desk.changes.undo_last()
    assert (await desk.composing.inserting.macros(ticket, "ret"))[0].macro.actions[1] == action_of("tag: Return")


async def test_a_macro_that_assigns_to_me_gives_the_ticket_to_who_uses_it(desk: Desk, ticket: TicketId) -> None:
    macros = Macros(desk.shift.store, desk.changes)
    await macros.save("Mine", "", "", [action_of("assign: me")])
    await desk.composing.inserting.use(ticket, "Mine")
    agents = await desk.shift.store.read(lambda records: records.people.agents())
    assignee = (await desk.shift.inbox.open(ticket)).ticket.assignee_id
    assert [agent.name for agent in agents if agent.id == assignee] == ["Ada"]


async def test_the_signature_follows_the_language_of_the_ticket(desk: Desk, ticket: TicketId) -> None:
    assert await desk.composing.signature(ticket) == SIGNATURE
    await desk.shift.store.write(lambda records: records.tickets.set_topic(ticket, "", "de"))
    assert await desk.composing.signature(ticket) == "Viele Grüße"


async def test_templates_are_kept_checked_and_filled(desk: Desk) -> None:
    templates = desk.composing.templates
    call = TicketTemplate("  Phone   call ", "Call to {company}", "{agent} was told:\n", Priority.HIGH, ("Phone", "phone", " "))
    assert await templates.save(call)
    assert not await templates.save(call)
    (kept,) = await templates.all()
    assert (kept.name, kept.tags, kept.priority) == ("Phone call", ("phone",), Priority.HIGH)
    assert (templates.filled(kept).subject, templates.filled(kept).body) == ("Call to Northlight", "Ada was told:")
    await desk.changes.undo_last()
    assert await templates.all() == []
    assert await templates.save(call)
    with pytest.raises(BadInput, match="give it a subject, a text or a tag"):
        await templates.save(TicketTemplate("Empty", "", ""))
    await templates.remove("Phone call")
    with pytest.raises(NotFound):
        await templates.remove("Phone call")
