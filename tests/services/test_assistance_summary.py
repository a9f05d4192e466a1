"""A long conversation in short: taken from its own words, or told by a model that is held to them."""

import pytest

from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.errors import ModelServerDown, NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.domain.thread_summary import LineKind, Summary, of_older
from helpdesk.services.assistance import Summaries
from helpdesk.services.redacting import Redacting
from tests.fakes.scripted_assistant import ScriptedAssistant
from tests.services.conftest import Shift

REPLY = "Hi Grace,\n\nHold the button for 10 seconds. [1] The light turns green. [1]\n\nKind regards\nAda"

AGAIN = "I have tried that twice. It still blinks. Can you send me a new one to grace@home.example?"


@pytest.fixture
def assistant() -> ScriptedAssistant:
    return ScriptedAssistant(lambda _: "The customer's hub blinks red; holding the button for 10 seconds did not help.")


@pytest.fixture
def summaries(shift: Shift, assistant: ScriptedAssistant) -> Summaries:
    return Summaries(shift.store, assistant, Redacting(FormalRecogniser(["GB"])))


async def says(shift: Shift, ticket_id: TicketId, kind: MessageKind, body: str) -> None:
    author = "Grace" if kind is MessageKind.CUSTOMER else "Ada"
    await shift.store.write(lambda records: records.tickets.add_message(ticket_id, kind, author, body))


async def talked(shift: Shift) -> TicketId:
    ticket_id = await shift.customer_writes("Hello,\n\nhow do I reset my hub? It blinks red.")
    said = (
        (MessageKind.PUBLIC_REPLY, REPLY),
        (MessageKind.INTERNAL_NOTE, "This one is always angry, and phoned at 5 am."),
        (MessageKind.CUSTOMER, AGAIN),
    )
    for kind, body in said:
        shift.clock.advance(days=1)
        await says(shift, ticket_id, kind, body)
    return ticket_id


async def told(summaries: Summaries, ticket_id: TicketId, *, ask_model: bool = False) -> Summary:
    found = await summaries.of(ticket_id, ask_model=ask_model)
    assert found is not None
    return found


async def test_it_says_what_was_asked_tried_and_answered_and_who_waits(shift: Shift, summaries: Summaries) -> None:
    found = await told(summaries, await talked(shift))
    assert [line.kind for line in found.lines] == [LineKind.ASKED, LineKind.ANSWERED, LineKind.TRIED, LineKind.ASKS_NOW]
    asked, answered, tried, now = (line.text for line in found.lines)
    assert "how do I reset my hub?" in asked
    assert answered == "Hold the button for 10 seconds. (and 1 more)"
    assert tried == "I have tried that twice."
    assert "send me a new one" in now
    assert (found.messages, found.waits_for_us, found.told) == (3, True, "")
    assert (found.until - found.since).days == 3


async def test_internal_notes_are_left_out(shift: Shift, summaries: Summaries, assistant: ScriptedAssistant) -> None:
    ticket_id = await talked(shift)
    found = await told(summaries, ticket_id, ask_model=True)
    assert "angry" not in f"{found}"
    assert "angry" not in assistant.given[0]


async def test_a_model_tells_it_without_knowing_who_it_is_about_and_only_once(
    shift: Shift, summaries: Summaries, assistant: ScriptedAssistant
) -> None:
    ticket_id = await talked(shift)
    first = await told(summaries, ticket_id, ask_model=True)
    again = await told(summaries, ticket_id)
    assert first.told.startswith("The customer's hub blinks red")
    assert first.by == "small:3b@dddddddddddd"
    assert again == first
    assert len(assistant.given) == 1
    assert "home.example" not in assistant.given[0]


async def test_when_the_conversation_goes_on_the_old_summary_is_gone(shift: Shift, summaries: Summaries) -> None:
    ticket_id = await talked(shift)
    await told(summaries, ticket_id, ask_model=True)
    await shift.store.write(
        lambda records: records.tickets.add_message(ticket_id, MessageKind.PUBLIC_REPLY, "Ada", "It is sent.")
    )
    found = await told(summaries, ticket_id)
    assert (found.told, found.waits_for_us, found.messages) == ("", False, 4)


async def test_a_model_that_makes_things_up_is_not_believed(
    shift: Shift, summaries: Summaries, assistant: ScriptedAssistant
) -> None:
    assistant.says = lambda _: "The customer wants 250 euros back."
    found = await told(summaries, await talked(shift), ask_model=True)
    assert found.told == ""
    assert "250" in found.why_not


async def test_without_a_model_it_says_why_it_tells_it_itself(
    shift: Shift, summaries: Summaries, assistant: ScriptedAssistant
) -> None:
    assistant.obstacle = ModelServerDown("http://127.0.0.1:11434")
    found = await told(summaries, await talked(shift), ask_model=True)
    assert found.why_not == "no model server answers at http://127.0.0.1:11434"
    assert found.lines


async def test_a_ticket_that_does_not_exist_is_not_found(summaries: Summaries) -> None:
    with pytest.raises(NotFound):
        await summaries.of(TicketId(99))


async def test_a_prompt_gets_only_the_turns_it_does_not_have_and_never_more_than_its_share(shift: Shift) -> None:
    ticket_id = await talked(shift)
    for number in range(12):
        shift.clock.advance(hours=1)
        said = f"I tried cable number {number} now, " + "and then another one " * 12 + "without luck. What else can I do?"
        await says(shift, ticket_id, MessageKind.CUSTOMER, said)
    conversation = await shift.store.read(lambda records: records.tickets.conversation(ticket_id))
    short = of_older(conversation, 2)
    assert short.startswith("2026-11-20, the customer wrote: how do I reset my hub?")
    assert len(short.encode()) <= 600
    assert "number 11" not in short
    assert "number 10" not in short
    assert of_older(conversation, 99) == ""
