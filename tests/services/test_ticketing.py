"""Tickets worked on: everything an agent does to one, and every way back."""

from dataclasses import replace
from datetime import timedelta
from email import policy
from email.parser import BytesParser
from functools import partial

import pytest

from helpdesk.adapters.channels.outgoing import Sender, Unsendable, rendered
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.conversation import IncomingMessage, MessageKind
from helpdesk.domain.custom_field import FieldKind
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.events import TicketWoke
from helpdesk.domain.ids import RequesterId, TicketId
from helpdesk.domain.snoozing import Woke
from helpdesk.domain.ticket import ChannelName, Priority, Ticket, TicketStatus
from helpdesk.domain.ticket_link import LinkedTicket, Relation
from helpdesk.services.changing import Changes
from helpdesk.services.intake import Intake, Joining
from helpdesk.services.ticketing import Bench, Ticketing
from tests.services.conftest import Shift


class NoFiles:
    """No file is read here."""


class Day:
    """Ada at her desk, and Grace who writes."""

    def __init__(self, shift: Shift) -> None:
        self.shift = shift
        self.store, self.clock = shift.store, shift.clock
        self.changes = Changes(shift.store, shift.clock, shift.heard.append, "Ada")
        self.work = Ticketing(Bench(shift.store, self.changes, shift.clock, shift.heard.append, "Ada"))
        asleep = self.work.sleeping
        joining = Joining(stays_asleep=asleep.stays_asleep, heard=asleep.heard)
        self.intake = Intake(shift.store, shift.clock, shift.heard.append, NoFiles(), joining)  # type: ignore[arg-type]

    async def ticket(self, ticket_id: TicketId) -> Ticket:
        return await self.store.read(lambda records: records.tickets.get(ticket_id))

    async def answered(self, body: str = "My hub blinks red") -> TicketId:
        """A ticket with a reply on its way, so that the customer can answer it."""
        ticket_id = await self.shift.customer_writes(body)
        await self.store.write(lambda records: records.outbox.queue(ticket_id, None, "Hold the button.", self.clock.now()))
        await self.store.write(lambda records: records.tickets.set_status(ticket_id, TicketStatus.PENDING))
        return ticket_id

    async def writes_back(self, words: str, automatic: str = "") -> None:
        """On the ticket answered last."""
        ours = (await self.store.read(lambda records: records.outbox.listed(1)))[0].message_id
        at = self.clock.now()
        message = IncomingMessage(
            ChannelName.FOLDER,
            f"{words} {at}",
            "Grace",
            "grace@example.org",
            "Re: Hub",
            words,
            at,
            thread=ours,
            automatic=automatic,
        )
        await self.intake.receive(message)

    async def drafts(self, ticket_id: TicketId) -> int:
        return len(await self.store.read(lambda records: records.drafts.of_ticket(ticket_id)))

    async def undo(self) -> None:
        assert await self.changes.undo_last() is not None


@pytest.fixture
def day(shift: Shift) -> Day:
    return Day(shift)


async def test_tickets_are_given_to_agents_and_back(day: Day) -> None:
    ticket_id = await day.shift.customer_writes()
    await day.work.agents.add("Bob", "bob@desk.example")
    await day.work.agents.assign([ticket_id], "bob")
    await day.work.agents.assign([ticket_id], "me")
    assert (await day.work.sheet(ticket_id)).assignee == await day.work.agents.me()
    assert [(one.agent.name, one.open_tickets) for one in await day.work.agents.loads()] == [("Ada", 1), ("Bob", 0)]
    await day.undo()
    mine = (await day.work.sheet(ticket_id)).assignee
    assert mine is not None
    assert mine.name == "Bob"
    with pytest.raises(NotFound):
        await day.work.agents.assign([ticket_id], "Zed")
    with pytest.raises(BadInput):
        await day.work.agents.add("BOB")


async def test_an_agent_who_leaves_leaves_the_tickets_and_comes_back_with_them(day: Day) -> None:
    tickets = [await day.shift.customer_writes(f"Question {n}") for n in range(3)]
    bob = await day.work.agents.add("Bob")
    await day.work.agents.assign(tickets[:2], "Bob")
    await day.work.agents.change(bob.id, "Robert", "")
    await day.work.agents.remove(bob.id)
    assert [(await day.ticket(one)).assignee_id for one in tickets] == [None, None, None]
    assert "Robert" not in [one.name for one in await day.work.agents.all()]
    await day.undo()
    assert [(await day.ticket(one)).assignee_id for one in tickets] == [bob.id, bob.id, None]
    assert (await day.work.sheet(tickets[0])).assignee is not None


async def test_priority_and_tags_of_many_at_once_and_back(day: Day) -> None:
    tickets = [await day.shift.customer_writes(f"Question {n}") for n in range(3)]
    await day.work.set_priority(tickets, Priority.HIGH)
    await day.work.tag(tickets, add=["  Billing ", "vip"])
    assert (await day.ticket(tickets[1])).tags == ("billing", "vip")
    assert await day.work.tags("bil") == ["billing"]
    await day.work.tag(tickets[:1], remove=["billing"])
    await day.undo()
    await day.undo()
    assert [((await day.ticket(one)).tags, (await day.ticket(one)).priority) for one in tickets] == [((), Priority.HIGH)] * 3


async def test_fields_of_the_desk_are_filled_kept_and_found_again(day: Day) -> None:
    ticket_id = await day.shift.customer_writes()
    await day.work.fields.define("Plan", FieldKind.CHOICE, ("Basic", "Plus"))
    await day.work.fields.define("Seats", FieldKind.NUMBER)
    await day.work.fields.put([ticket_id], "plan", "plus")
    await day.work.fields.put([ticket_id], "Seats", "12,0")
    sheet = await day.work.sheet(ticket_id)
    assert [(one.field.name, one.value) for one in sheet.fields] == [("Plan", "Plus"), ("Seats", "12")]
    with pytest.raises(BadInput):
        await day.work.fields.put([ticket_id], "plan", "Gold")
    await day.work.fields.put([ticket_id], "plan", "")
    await day.undo()
    await day.work.fields.remove("plan")
    assert [one.field.name for one in (await day.work.sheet(ticket_id)).fields] == ["Seats"]
    await day.undo()
    assert [one.value for one in (await day.work.sheet(ticket_id)).fields] == ["Plus", "12"]
    with pytest.raises(BadInput):
        await day.work.fields.define("Plan", FieldKind.TEXT)


async def test_a_checklist_is_worked_off_and_every_step_can_be_taken_back(day: Day) -> None:
    ticket_id = await day.shift.customer_writes()
    first, second = await day.work.checklist.add(ticket_id, "Call back\n\n  Send the label ")
    await day.work.checklist.tick(first.id, True)
    await day.work.checklist.remove(second.id)
    assert [(one.text, one.done) for one in await day.work.checklist.of(ticket_id)] == [("Call back", True)]
    await day.undo()
    sheet = await day.work.sheet(ticket_id)
    assert [one.text for one in sheet.open_steps] == ["Send the label"]
    await day.undo()
    await day.undo()
    assert await day.work.checklist.of(ticket_id) == []
    with pytest.raises(NotFound):
        await day.work.checklist.tick(first.id, True)


async def test_linked_tickets_are_seen_from_both_sides_once(day: Day) -> None:
    one, other = await day.shift.customer_writes("One"), await day.shift.customer_writes("Other")
    await day.work.links.add(one, Relation.BLOCKS, other)
    assert await day.work.links.add(other, Relation.BLOCKED_BY, one) is None
    assert await day.work.links.of(one) == [LinkedTicket(other, "Hub", TicketStatus.NEW, Relation.BLOCKS)]
    assert await day.work.links.of(other) == [LinkedTicket(one, "Hub", TicketStatus.NEW, Relation.BLOCKED_BY)]
    await day.work.links.remove(other, Relation.BLOCKED_BY, one)
    await day.undo()
    assert len(await day.work.links.of(one)) == 1
    with pytest.raises(BadInput):
        await day.work.links.add(one, Relation.RELATED, one)
    with pytest.raises(NotFound):
        await day.work.links.add(one, Relation.RELATED, TicketId(99))


async def test_copies_are_addresses_and_nothing_else(day: Day) -> None:
    ticket_id = await day.shift.customer_writes()
    await day.work.copies.add(ticket_id, "Boss@Example.org", "Boss")
    assert [one.address for one in await day.work.copies.of(ticket_id)] == ["boss@example.org"]
    for refused in ("boss", "a@b, c@d", "a@b\r\nBcc: x@y", "bö@example.org"):
        with pytest.raises(BadInput):
            await day.work.copies.add(ticket_id, refused)
    await day.work.copies.remove(ticket_id, "boss@example.org")
    await day.undo()
    assert len(await day.work.copies.of(ticket_id)) == 1


async def test_an_address_may_come_with_its_name_or_as_a_link(day: Day) -> None:
    ticket_id = await day.shift.customer_writes()
    await day.work.copies.add(ticket_id, "Rita Moon <Rita@moon.example>")
    await day.work.copies.add(ticket_id, "mailto:joe@two.example?bcc=x@evil.example")
    assert {one.address for one in await day.work.copies.of(ticket_id)} == {"rita@moon.example", "joe@two.example"}


async def test_a_reply_goes_to_those_who_get_copies_and_to_nobody_else(day: Day) -> None:
    ticket_id = await day.shift.customer_writes()
    await day.work.copies.add(ticket_id, "boss@example.org")
    await day.work.copies.add(ticket_id, "grace@example.org")
    entry = await day.store.write(lambda records: records.outbox.queue(ticket_id, None, "Hold it.", day.clock.now()))
    await day.work.copies.remove(ticket_id, "boss@example.org")
    mail = BytesParser(policy=policy.default).parsebytes(rendered(entry, Sender("Ada", "help@desk.example"), day.clock.now()))
    assert (mail["To"], mail["Cc"]) == ("Grace <grace@example.org>", "boss@example.org")
    later = await day.store.write(lambda records: records.outbox.queue(ticket_id, None, "Again.", day.clock.now()))
    assert later.copies == ()
    with pytest.raises(Unsendable):
        rendered(
            replace(entry, copies=("boss@example.org\r\nBcc: x@y.example",)), Sender("Ada", "a@b.example"), day.clock.now()
        )


async def test_a_snoozed_ticket_comes_back_open_and_on_top_with_what_was_noted(day: Day) -> None:
    ticket_id = await day.answered()
    await day.work.sleeping.snooze([ticket_id], day.clock.now() + timedelta(hours=2), "Ask the carrier")
    day.clock.advance(hours=1)
    assert not await day.work.sleeping.wake_due()
    day.clock.advance(hours=1)
    assert await day.work.sleeping.wake_due()
    assert not await day.work.sleeping.wake_due()
    sheet = await day.work.sheet(ticket_id)
    assert (sheet.snoozed_until, sheet.ticket.status, sheet.ticket.updated_at) == (None, TicketStatus.OPEN, day.clock.now())
    assert TicketWoke(ticket_id, Woke.TIME, "Ask the carrier") in day.shift.heard
    said = (await day.shift.inbox.open(ticket_id)).messages[-1]
    assert (said.kind, said.author, said.body) == (MessageKind.INTERNAL_NOTE, "Ada", "Ask the carrier")
    with pytest.raises(BadInput):
        await day.work.sleeping.snooze([ticket_id], day.clock.now())


@pytest.mark.parametrize(
    ("words", "automatic", "sleeps"),
    [
        ("Vielen Dank!", "", True),
        ("Thanks Ada, have a nice weekend", "", True),
        ("I am away until Monday.", "auto-reply", True),
        ("Thanks, but it still fails", "", False),
        ("Any news?", "", False),
    ],
)
async def test_mere_thanks_and_machines_wake_nobody(day: Day, words: str, automatic: str, sleeps: bool) -> None:
    ticket_id = await day.answered()
    until = day.clock.now() + timedelta(days=1)
    await day.work.sleeping.snooze([ticket_id], until)
    before = await day.ticket(ticket_id)
    day.clock.advance(hours=1)
    await day.writes_back(words, automatic)
    sheet = await day.work.sheet(ticket_id)
    assert (await day.shift.inbox.open(ticket_id)).messages[-1].body == words
    assert sheet.snoozed_until == (until if sleeps else None)
    assert sheet.ticket.status == (TicketStatus.PENDING if sleeps else TicketStatus.OPEN)
    assert (sheet.ticket.updated_at == before.updated_at) == sleeps
    assert await day.drafts(ticket_id) == (0 if sleeps else 1)


async def test_a_follow_up_waits_for_an_answer(day: Day) -> None:
    ticket_id = await day.answered()
    in_two_days = day.clock.now() + timedelta(days=2)
    await day.work.sleeping.follow_up(ticket_id, in_two_days, "Did it help?")
    await day.writes_back("Thanks!")
    assert (await day.work.sheet(ticket_id)).follow_up is not None
    day.clock.advance(days=2)
    await day.work.sleeping.wake_due()
    sheet = await day.work.sheet(ticket_id)
    assert (sheet.follow_up, sheet.ticket.status) == (None, TicketStatus.OPEN)
    assert TicketWoke(ticket_id, Woke.FOLLOW_UP, "Did it help?") in day.shift.heard

    await day.work.sleeping.follow_up(ticket_id, day.clock.now() + timedelta(days=1))
    await day.writes_back("It blinks again, what now?")
    assert (await day.work.sheet(ticket_id)).follow_up is None


async def test_a_follow_up_on_a_solved_ticket_is_moot_unless_it_is_wanted_in_any_case(day: Day) -> None:
    moot, wanted = await day.answered("One"), await day.answered("Two")
    soon = day.clock.now() + timedelta(hours=1)
    await day.work.sleeping.follow_up(moot, soon)
    await day.work.sleeping.follow_up(wanted, soon, unless_answered=False)
    for one in (moot, wanted):
        await day.shift.inbox.set_status(one, TicketStatus.SOLVED)
    day.clock.advance(hours=2)
    await day.work.sleeping.wake_due()
    assert [(await day.ticket(one)).status for one in (moot, wanted)] == [TicketStatus.SOLVED, TicketStatus.OPEN]
    assert [event.ticket_id for event in day.shift.heard if isinstance(event, TicketWoke)] == [wanted]


async def test_what_was_put_aside_goes_on_where_the_ticket_was_merged_into(day: Day) -> None:
    kept, gone = await day.answered("One"), await day.answered("Two")
    soon = day.clock.now() + timedelta(hours=1)
    await day.work.sleeping.snooze([gone], soon)
    await day.work.sleeping.follow_up(gone, soon, "Ask again")
    await day.changes.merge(kept, [gone])
    day.clock.advance(hours=2)
    await day.work.sleeping.wake_due()
    assert [(await day.ticket(one)).status for one in (kept, gone)] == [TicketStatus.OPEN, TicketStatus.CLOSED]
    assert [event.ticket_id for event in day.shift.heard if isinstance(event, TicketWoke)] == [kept]
    assert (await day.shift.inbox.open(kept)).messages[-1].body == "Ask again"
    assert not await day.work.sleeping.wake_due()


async def test_the_history_knows_what_woke_a_ticket(day: Day) -> None:
    ticket_id = await day.answered()
    await day.work.sleeping.snooze([ticket_id], day.clock.now() + timedelta(days=1))
    await day.writes_back("Still broken.")
    kinds = [one.kind for one in await day.changes.of_ticket(ticket_id)]
    assert "woke.message" in kinds
    assert "snooze" in kinds


async def person(store: SqliteStore, ticket_id: TicketId) -> RequesterId:
    return (await store.read(lambda records: records.tickets.get(ticket_id))).requester_id


async def writes_as(day: Day, name: str, email: str, body: str) -> TicketId:
    message = IncomingMessage(ChannelName.FOLDER, body, name, email, body, body, day.clock.now())
    return (await day.store.write(partial(received, message)))[0]


async def received(message: IncomingMessage, records: object) -> tuple[TicketId, bool]:
    return await records.tickets.receive(message)  # type: ignore[attr-defined, no-any-return]


async def test_two_identities_become_one_person_and_two_again(day: Day) -> None:
    work = await writes_as(day, "Grace Hopper", "grace@navy.example", "Compiler")
    home = await writes_as(day, "Grace Hopper", "g@home.example", "Lamp")
    people = day.work.requesters
    at_work, at_home = await person(day.store, work), await person(day.store, home)
    await people.note(at_work, "Prefers mail.")
    await people.note(at_home, "Has a dog.")
    assert [one.email for one in (await people.sheet(at_work)).maybe_same] == ["g@home.example"]

    await people.merge(at_work, at_home)
    for asked in (at_work, at_home):
        sheet = await people.sheet(asked)
        assert [one.requester.email for one in sheet.identities] == ["grace@navy.example", "g@home.example"]
        assert ([one.subject for one in sheet.tickets], sheet.total, sheet.unsolved) == (["Lamp", "Compiler"], 2, 2)
        assert sheet.note is not None
        assert sheet.note.text == "Prefers mail.\n\nHas a dog."
        assert sheet.maybe_same == ()
    assert (await day.shift.inbox.open(home)).requester.email == "g@home.example"
    assert await people.merge(at_home, at_work) is None

    await day.undo()
    apart = await people.sheet(at_home)
    assert ([one.subject for one in apart.tickets], apart.note and apart.note.text) == (["Lamp"], "Has a dog.")


async def test_a_namesake_who_is_somebody_else_is_not_offered_again(day: Day) -> None:
    one = await person(day.store, await writes_as(day, "John Smith", "john@one.example", "A"))
    other = await person(day.store, await writes_as(day, "John Smith", "john@two.example", "B"))
    await day.work.requesters.not_the_same(one, other)
    assert (await day.work.requesters.sheet(one)).maybe_same == ()
    assert (await day.work.requesters.sheet(other)).maybe_same == ()
    assert [who.id for who in await day.work.requesters.find("john@t")] == [other]
    await day.work.requesters.merge(one, other)
    await day.work.requesters.separate(other)
    assert len((await day.work.requesters.sheet(one)).identities) == 1
