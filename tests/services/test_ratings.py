"""A customer's number finds its way from the mail to those who learn from it, once, and from nobody else."""

import re

import pytest

from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.events import RatingReceived
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName, TicketStatus
from helpdesk.ports import Records
from helpdesk.services.intake import Intake, Joining
from helpdesk.services.learning import Later
from helpdesk.services.outbox import Outbox
from helpdesk.services.ratings import AskingChannel, Ratings
from helpdesk.settings import Settings
from tests.fakes.memory_channel import MemoryChannel
from tests.services.conftest import Shift

ASKS = Settings(agent_name="Ada", agent_email="ada@desk.example", ask_for_rating="every reply", undo_seconds=0)


class Desk:
    """A desk that asks, with the mails that left it."""

    def __init__(self, shift: Shift) -> None:
        shift.settings = ASKS
        self.shift, self.far_end = shift, MemoryChannel()
        store, clock, publish = shift.store, shift.clock, shift.heard.append
        later = Later(store, clock, publish, ASKS)
        self.ratings = Ratings(store, clock, publish, later)
        channel = AskingChannel(self.far_end, store, clock, ASKS)
        self.outbox = Outbox(store, clock, publish, dict.fromkeys(ChannelName, channel))
        joining = Joining(wrote_again=later.wrote_again, ratings=self.ratings)
        self.intake = Intake(store, clock, publish, None, joining)  # type: ignore[arg-type]

    async def answered(self, text: str = "Hold the button.") -> tuple[TicketId, str]:
        """(ticket, the mail the customer gets)."""
        ticket = await self.shift.customer_writes()
        await self.shift.inbox.reply(ticket, text)
        self.shift.clock.advance(seconds=1)
        await self.outbox.flush()
        return ticket, self.far_end.arrived[-1].body

    async def mail(self, body: str, source: str = "r1", email: str = "grace@example.org", **more: str) -> TicketId:
        now = self.shift.clock.now()
        message = IncomingMessage(ChannelName.FOLDER, source, "Grace", email, "Re: Hub", body, now, **more)  # type: ignore[arg-type]
        return (await self.intake.receive(message))[0]

    async def stars(self, ticket: TicketId) -> list[int]:
        return [one.stars for one in await self.ratings.of_ticket(ticket)]

    async def status(self, ticket: TicketId) -> TicketStatus:
        return (await self.shift.store.read(lambda records: records.tickets.get(ticket))).status


@pytest.fixture
def desk(shift: Shift) -> Desk:
    return Desk(shift)


def quoted(mail: str) -> str:
    return "\n".join(f"> {line}" for line in mail.splitlines())


async def test_the_question_goes_under_the_mail_and_not_into_the_conversation(desk: Desk) -> None:
    ticket, mail = await desk.answered()
    assert re.search(r"number from 1 \(poor\) to 5 \(very good\).*\n\[rating [a-z2-7]{32}\]$", mail)
    said = await desk.shift.store.read(lambda records: records.tickets.conversation(ticket))
    assert said.messages[-1].body == "Hold the button."


async def test_a_number_alone_rates_the_answer_and_opens_nothing(desk: Desk) -> None:
    ticket, mail = await desk.answered()
    assert await desk.mail(f"5\n\nThank you!\n\n{quoted(mail)}") == ticket
    assert await desk.stars(ticket) == [5]
    assert await desk.status(ticket) is TicketStatus.PENDING
    assert await desk.shift.store.read(lambda records: records.drafts.latest(ticket)) is None
    assert RatingReceived(ticket, 5) in desk.shift.heard
    found = await desk.ratings.last_days()
    assert (found.asked, found.answered, found.average) == (1, 1, 5.0)


async def test_words_beside_a_bad_number_open_the_ticket_again(desk: Desk) -> None:
    ticket, mail = await desk.answered()
    await desk.mail(f"1\n\nIt still blinks, what now?\n\n{quoted(mail)}")
    assert await desk.stars(ticket) == [1]
    assert await desk.status(ticket) is TicketStatus.OPEN


async def test_it_counts_once(desk: Desk) -> None:
    ticket, mail = await desk.answered()
    await desk.mail(f"4\n\n{quoted(mail)}")
    await desk.mail(f"1\n\n{quoted(mail)}", "r2")
    assert await desk.stars(ticket) == [4]
    await desk.shift.inbox.reply(ticket, "And hold it longer.")
    desk.shift.clock.advance(seconds=1)
    await desk.outbox.flush()
    assert "[rating" not in desk.far_end.arrived[-1].body, "who has answered is not asked again"


async def test_the_mark_in_another_hand_is_worth_nothing(desk: Desk) -> None:
    ticket, mail = await desk.answered()
    other = await desk.mail(f"1\n\n{quoted(mail)}", email="mallory@example.org")
    assert other != ticket
    assert await desk.stars(ticket) == []
    guessed = await desk.mail("5\n\n[rating abcdefghijklmnopqrstuvwxyz234567]", "r2")
    assert guessed != ticket


async def test_without_the_mark_a_number_counts_only_as_the_answer_to_that_mail(desk: Desk) -> None:
    ticket, _ = await desk.answered()
    thread = desk.far_end.arrived[-1].message_id
    assert await desk.mail("3", thread=thread) == ticket
    assert await desk.stars(ticket) == [3]
    assert await desk.mail("3", "r2") != ticket


async def test_the_mark_is_not_readable_in_the_store(desk: Desk) -> None:
    _, mail = await desk.answered()
    found = re.search(r"\[rating ([a-z2-7]+)\]", mail)
    assert found is not None

    async def kept(records: Records) -> bool:
        return await records.ratings.by_token(found[1]) is None

    assert await desk.shift.store.read(kept)


async def test_a_reply_that_is_tried_again_carries_a_mark_that_counts(desk: Desk) -> None:
    desk.far_end.refusals.append("the disk is full")
    ticket = await desk.shift.customer_writes()
    await desk.shift.inbox.reply(ticket, "Hold the button.")
    desk.shift.clock.advance(seconds=1)
    await desk.outbox.flush()
    desk.shift.clock.advance(minutes=2)
    await desk.outbox.flush()
    await desk.mail(f"2\n{quoted(desk.far_end.arrived[-1].body)}")
    assert await desk.stars(ticket) == [2]
    assert (await desk.ratings.last_days()).asked == 1
