"""Customers of solved tickets are asked by a mail of its own: once, when time has passed, and not when it is not over."""

import re

import pytest

from helpdesk.domain.conversation import IncomingMessage, Letter, OutboxState
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName, TicketStatus
from helpdesk.domain.understanding import YES, Read
from helpdesk.ports import Records
from helpdesk.services.intake import Intake, Joining
from helpdesk.services.learning import Later
from helpdesk.services.outbox import Outbox
from helpdesk.services.ratings import AskingChannel, RatingMail, Ratings
from helpdesk.settings import Settings
from tests.fakes.memory_channel import MemoryChannel
from tests.services.conftest import Shift

ASKS = Settings(
    agent_name="Ada",
    company="Northlight",
    agent_email="ada@desk.example",
    ask_for_rating="a mail of its own",
    rating_hours=24,
    rating_mail="[de]\nWar {company} gut zu Ihnen? 1 bis 5, bitte.",
    undo_seconds=10,
)


class Desk:
    def __init__(self, shift: Shift) -> None:
        shift.settings = ASKS
        self.shift, self.far_end = shift, MemoryChannel()
        store, clock, publish = shift.store, shift.clock, shift.heard.append
        self.mailing = RatingMail(store, clock, publish, ASKS)
        self.ratings = Ratings(store, clock, publish, Later(store, clock, publish, ASKS))
        channel = AskingChannel(self.far_end, store, clock, ASKS)
        self.outbox = Outbox(store, clock, publish, dict.fromkeys(ChannelName, channel))
        self.intake = Intake(store, clock, publish, None, Joining(ratings=self.ratings))  # type: ignore[arg-type]

    async def solved(self, body: str = "My hub blinks red", *, answered: bool = True) -> TicketId:
        ticket = await self.shift.customer_writes(body)
        if answered:
            await self.shift.inbox.reply(ticket, "Hold the button.")
            await self.passes(seconds=11)
        self.shift.clock.advance(seconds=1)
        await self.shift.inbox.set_status(ticket, TicketStatus.SOLVED)
        return ticket

    async def passes(self, **time: float) -> list[str]:
        """What of rating mails arrived meanwhile, by their words."""
        self.shift.clock.advance(**time)
        while await self.mailing.next():
            self.shift.clock.advance(seconds=11)
        await self.outbox.flush()
        return [mail.body for mail in self.far_end.arrived if mail.kind is Letter.RATING]

    async def status(self, ticket: TicketId) -> TicketStatus:
        return (await self.shift.inbox.open(ticket)).ticket.status

    async def mail(self, ticket: TicketId, body: str, automatic: str = "") -> TicketId:
        thread = next(m.message_id for m in self.far_end.arrived if m.kind is Letter.RATING and m.ticket_id == ticket)
        now = self.shift.clock.now()
        said = IncomingMessage(
            ChannelName.FOLDER, body, "Grace", "grace@example.org", "Re:", body, now, thread=thread, automatic=automatic
        )
        return (await self.intake.receive(said))[0]


@pytest.fixture
def desk(shift: Shift) -> Desk:
    return Desk(shift)


async def test_a_day_after_solving_the_customer_is_asked_once(desk: Desk) -> None:
    ticket = await desk.solved()
    assert await desk.passes(hours=23) == []
    (body,) = await desk.passes(hours=2)
    assert re.search(r"request “Hub” as solved\. How did we do\?.*\n\nAda\nNorthlight\n\[rating [a-z2-7]{32}\]$", body, re.S)
    assert await desk.passes(hours=24) == [body]
    seen = await desk.shift.inbox.open(ticket)
    assert (seen.ticket.status, len(seen.messages)) == (TicketStatus.SOLVED, 2)
    assert await desk.mail(ticket, "5") == ticket
    assert [one.stars for one in await desk.ratings.of_ticket(ticket)] == [5]
    assert await desk.status(ticket) is TicketStatus.SOLVED


async def test_opening_the_ticket_again_withdraws_the_question(desk: Desk) -> None:
    ticket = await desk.solved()
    desk.shift.clock.advance(hours=25)
    assert await desk.mailing.next()
    await desk.shift.inbox.set_status(ticket, TicketStatus.OPEN)
    desk.shift.clock.advance(seconds=11)
    await desk.outbox.flush()
    newest = (await desk.outbox.listed())[0]
    assert (newest.kind, newest.state, newest.error) == (
        Letter.RATING,
        OutboxState.UNDONE,
        "the ticket was opened again before its time came",
    )
    await desk.shift.inbox.set_status(ticket, TicketStatus.SOLVED)
    assert len(await desk.passes(hours=25)) == 1


async def test_an_absence_note_for_the_question_opens_nothing(desk: Desk) -> None:
    ticket = await desk.solved()
    await desk.passes(hours=25)
    await desk.mail(ticket, "I am away", automatic="an absence note")
    assert await desk.status(ticket) is TicketStatus.SOLVED
    await desk.mail(ticket, "It broke again!")
    assert await desk.status(ticket) is TicketStatus.OPEN


async def test_who_is_not_asked(desk: Desk) -> None:
    await desk.solved("never answered", answered=False)
    spam = await desk.solved("buy my backlinks")

    async def is_spam(records: Records) -> None:
        first = (await records.tickets.conversation(spam)).messages[0]
        await records.understandings.keep(spam, first.id, {"spam": Read(YES, 0.9, "words")})

    await desk.shift.store.write(is_spam)
    taken_back = await desk.solved("taken back by hand")
    desk.shift.clock.advance(hours=25)
    assert await desk.mailing.next()
    (entry,) = [one for one in await desk.outbox.listed() if one.kind is Letter.RATING]
    assert entry.ticket_id == taken_back
    assert await desk.shift.inbox.undo_reply(entry.id) == ""
    assert await desk.passes(hours=1) == []
    await desk.solved("solved long before it was switched on")
    assert await desk.passes(days=9) == []


async def test_the_desks_own_words_in_the_customers_language(desk: Desk) -> None:
    ticket = await desk.solved()
    await desk.shift.store.write(lambda records: records.tickets.set_topic(ticket, "", "de"))
    (body,) = await desk.passes(hours=25)
    assert body.startswith("War Northlight gut zu Ihnen? 1 bis 5, bitte.\n\n")
    assert desk.far_end.arrived[-1].subject == "Wie waren wir? Hub"
