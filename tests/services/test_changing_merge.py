"""One matter on several tickets becomes one ticket, and several again."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.domain.change import AddTag, SetPriority
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import BadInput
from helpdesk.domain.ids import TicketId
from helpdesk.domain.progress import unheard
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.services.intake import Intake
from tests.fakes.changing_desk import ChangingDesk
from tests.fakes.listing import listed


@pytest.fixture
async def reader() -> AsyncIterator[TicketFiles]:
    made = TicketFiles()
    yield made
    await made.aclose()


async def shown(desk: ChangingDesk) -> set[TicketId]:
    return {row.id for row in await listed(desk.shift.store)}


async def three(desk: ChangingDesk) -> list[TicketId]:
    tickets = []
    for words in ("It blinks", "It still blinks", "Why does nobody answer?"):
        desk.clock.advance(minutes=1)
        tickets.append(await desk.ticket(words))
    return tickets


async def test_merged_tickets_are_one_conversation_and_undoing_gives_every_message_back(changing: ChangingDesk) -> None:
    first, second, third = await three(changing)
    await changing.changes.apply([second], [AddTag("angry")])
    await changing.shift.inbox.compose(second, "half a sentence")
    before = [await changing.now(one) for one in (first, second, third)]
    preview = await changing.changes.merge_preview(first, [second, third])
    assert (preview.messages, preview.others, preview.half_typed) == (2, (), False)
    operation = await changing.changes.merge(first, [second, third])
    assert await changing.said(first) == ["It blinks", "It still blinks", "Why does nobody answer?"]
    assert (await changing.now(first)).tags == ("angry",)
    opened = await changing.shift.inbox.open(third)
    assert (opened.ticket.id, opened.composed) == (first, "half a sentence")
    assert await shown(changing) == {first}
    undone = await changing.changes.undo(operation.id)
    assert (undone.kept, undone.stayed) == ((), 0)
    assert [await changing.now(one) for one in (first, second, third)] == before
    assert [await changing.said(one) for one in (first, second, third)] == [
        ["It blinks"],
        ["It still blinks"],
        ["Why does nobody answer?"],
    ]
    assert (await changing.shift.inbox.open(second)).composed == "half a sentence"
    await changing.changes.redo_last()
    assert len(await changing.said(first)) == 3


async def test_while_it_was_merged_a_ticket_says_into_which(changing: ChangingDesk) -> None:
    first, second = (await three(changing))[:2]
    operation = await changing.changes.merge(first, [second])
    merged = changing.clock.now()
    changing.clock.advance(hours=1)
    await changing.changes.undo(operation.id)
    then = await changing.changes.at(second, merged)
    assert (then.merged_into, then.not_yet, then.conversation.messages) == (first, False, ())


async def test_what_came_since_a_merge_stays_with_the_ticket_and_is_said(changing: ChangingDesk) -> None:
    first, second = (await three(changing))[:2]
    entry = await changing.shift.inbox.reply(second, "Hold the button.")
    operation = await changing.changes.merge(first, [second])
    await changing.sent(entry.id)
    assert await changing.said(first) == ["It blinks", "It still blinks", "Hold the button."]
    changing.clock.advance(hours=1)
    answer = IncomingMessage(
        ChannelName.FOLDER,
        "a1",
        "Grace",
        "grace@example.org",
        "Re: Hub",
        "Thanks, but no.",
        changing.clock.now(),
        thread=entry.message_id,
    )
    landed, _ = await changing.shift.store.write(lambda records: records.tickets.receive(answer))
    assert landed == first
    undone = await changing.changes.undo(operation.id)
    assert undone.stayed == 2
    assert await changing.said(first) == ["It blinks", "Hold the button.", "Thanks, but no."]
    assert await changing.said(second) == ["It still blinks"]


async def test_a_wrong_merge_gives_each_ticket_its_draft_again(changing: ChangingDesk) -> None:
    theirs = await changing.shift.drafted(body="It blinks")
    other = await changing.ticket("Where is my invoice?", email="kim@example.org")
    merged = (await changing.draft(theirs)).ticket_id
    operation = await changing.changes.merge(other, [merged])
    assert (await changing.draft(theirs)).state is DraftState.SUPERSEDED
    together = await changing.shift.store.read(lambda r: r.drafts.latest(other))
    assert together is not None
    assert together.state is DraftState.REQUESTED
    await changing.changes.undo(operation.id)
    assert (await changing.draft(theirs)).state is DraftState.IN_REVIEW
    again = await changing.shift.store.read(lambda r: r.drafts.latest(other))
    assert again is not None
    assert (again.id != together.id, again.state) == (True, DraftState.REQUESTED)


async def test_the_requester_who_would_hear_nothing_any_more_is_named_before_a_merge(changing: ChangingDesk) -> None:
    first, second = await changing.ticket("one"), await changing.ticket("two", email="kim@example.org")
    assert (await changing.changes.merge_preview(first, [second])).others == ("Grace",)


async def test_a_ticket_is_not_merged_into_itself_nor_twice(changing: ChangingDesk) -> None:
    first, second, third = await three(changing)
    with pytest.raises(BadInput):
        await changing.changes.merge(first, [first])
    await changing.changes.merge(first, [second])
    with pytest.raises(BadInput, match="#2 was merged into #1"):
        await changing.changes.merge(third, [second])
    await changing.changes.merge(third, [first])
    assert (await changing.shift.inbox.open(second)).ticket.id == third


async def test_some_messages_become_a_ticket_of_their_own_and_come_back(changing: ChangingDesk) -> None:
    first, second, _ = await three(changing)
    await changing.changes.merge(first, [second])
    conversation = await changing.shift.inbox.open(first)
    made = (await changing.changes.split(first, [conversation.messages[1].id], "Still blinking")).words["target"]
    assert (await changing.now(made)).subject == "Still blinking"
    assert (await changing.said(first), await changing.said(made)) == (["It blinks"], ["It still blinks"])
    assert made in await shown(changing)
    await changing.changes.undo_last()
    assert await changing.said(first) == ["It blinks", "It still blinks"]
    assert made not in await shown(changing)
    with pytest.raises(BadInput):
        await changing.changes.split(first, [m.id for m in conversation.messages], "")


async def test_what_another_customer_wrote_is_split_off_as_theirs_however_far_it_was_merged(changing: ChangingDesk) -> None:
    first, _, _ = await three(changing)
    theirs = await changing.ticket("My valve drips", email="jonas@example.org")
    between = await changing.ticket("The same again", email="jonas@example.org")
    await changing.changes.merge(between, [theirs])
    await changing.changes.merge(first, [between])
    going = [m.id for m in (await changing.shift.inbox.open(first)).messages if m.body != "It blinks"]
    made = (await changing.changes.split(first, going, "Valve")).words["target"]
    opened = await changing.shift.inbox.open(made)
    assert opened.requester.email == "jonas@example.org", "the answer would go to somebody else"
    await changing.changes.undo_last()
    both = await changing.shift.inbox.open(first)
    stays = both.requester.email
    third = await changing.ticket("And mine?", email=stays)
    await changing.changes.merge(first, [third])
    mixed = [m.id for m in (await changing.shift.inbox.open(first)).messages if m.body in ("My valve drips", "And mine?")]
    made = (await changing.changes.split(first, mixed, "Both")).words["target"]
    assert (await changing.shift.inbox.open(made)).requester.email == stays


async def test_a_ticket_is_shown_as_it_was_before_it_was_merged(changing: ChangingDesk) -> None:
    first, second, _ = await three(changing)
    before = changing.clock.now()
    changing.clock.advance(hours=1)
    await changing.changes.merge(first, [second])
    then = await changing.changes.at(second, before)
    assert ([m.body for m in then.conversation.messages], then.merged_into) == (["It still blinks"], 0)
    assert then.conversation.ticket.status is TicketStatus.NEW
    assert [m.body for m in (await changing.changes.at(first, before)).conversation.messages] == ["It blinks"]


async def test_an_import_is_taken_back_but_for_what_somebody_worked_on(
    changing: ChangingDesk, tmp_path: Path, reader: TicketFiles
) -> None:
    intake = Intake(changing.shift.store, changing.clock, changing.shift.heard.append, reader)
    file = tmp_path / "three.csv"
    file.write_text("email,subject,body\na@example.org,one,1\nb@example.org,two,2\nc@example.org,three,3\n", "utf-8")
    await intake.import_files([file], unheard, agent="Ada")
    assert len(await shown(changing)) == 3
    worked_on = min(await shown(changing))
    await changing.of("Kim").apply([worked_on], [SetPriority(Priority.HIGH)], "priority")
    undone = await changing.changes.undo_last()
    assert undone is not None
    assert [(kept.step.spot.ticket_id, kept.why) for kept in undone.kept] == [(worked_on, "worked-on")]
    assert await shown(changing) == {worked_on}
    numbers = await changing.shift.store.read(lambda records: records.insights.numbers(changing.clock.now()))
    assert numbers.open_tickets == 1
    assert await changing.shift.inbox.without_drafts() == []
    again = await intake.import_files([file], unheard, agent="Ada")
    assert (again.received, again.duplicates) == (2, 1)
    assert len(await shown(changing)) == 3
