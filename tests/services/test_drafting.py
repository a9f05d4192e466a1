"""Who writes a draft, and what happens when that writer cannot."""

import pytest

from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.domain.conversation import Conversation, Message, MessageKind
from helpdesk.domain.errors import ModelMissing, ModelServerDown, ModelStopped, NotReady
from helpdesk.domain.ids import MessageId, RequesterId, TicketId
from helpdesk.domain.people import Requester
from helpdesk.domain.ticket import ChannelName, Priority, Ticket, TicketStatus
from helpdesk.services.drafting import REMEMBERED_SECONDS, Drafting, reply_language
from helpdesk.settings import Settings
from tests.fakes.clock import FixedClock
from tests.fakes.evidence import passage, task
from tests.fakes.scripted_writer import ScriptedWriter

ASK = task("How do I reset the hub?", [passage(1, "To reset the hub, hold its button for 10 seconds.")])


def drafting(model: ScriptedWriter, clock: FixedClock, writer: str = "auto") -> Drafting:
    return Drafting({"excerpts": ExcerptsWriter(), "ollama": model}, Settings(writer=writer), clock.seconds)


async def test_auto_asks_the_model_when_it_is_there(clock: FixedClock) -> None:
    reply = await drafting(ScriptedWriter(), clock).write(ASK, lambda _: None)
    assert (reply.writer, reply.fallback) == ("ollama", "")


async def test_auto_quotes_without_fuss_when_there_is_no_model(clock: FixedClock) -> None:
    model = ScriptedWriter()
    model.obstacle = ModelServerDown("http://127.0.0.1:11434")
    reply = await drafting(model, clock).write(ASK, lambda _: None)
    assert (reply.writer, reply.fallback) == ("excerpts", "")


@pytest.mark.parametrize(
    ("obstacle", "words"),
    [
        (
            ModelServerDown("http://h", "nothing came within 3 seconds"),
            "no model server answers at http://h (nothing came within",
        ),
        (ModelMissing(""), "the model server has no model that can write here"),
    ],
)
async def test_auto_says_when_the_model_server_does_not_do_its_work(clock: FixedClock, obstacle: NotReady, words: str) -> None:
    model = ScriptedWriter()
    model.obstacle = obstacle
    reply = await drafting(model, clock).write(ASK, lambda _: None)
    assert reply.writer == "excerpts"
    assert reply.fallback.startswith(words)


async def test_a_wanted_model_that_is_missing_is_named(clock: FixedClock) -> None:
    model = ScriptedWriter()
    model.obstacle = ModelMissing("qwen3")
    reply = await drafting(model, clock, "ollama").write(ASK, lambda _: None)
    assert (reply.writer, reply.fallback) == ("excerpts", "the model qwen3 is not installed")


async def test_a_model_that_stops_midway_is_replaced_and_that_is_said(clock: FixedClock) -> None:
    model = ScriptedWriter()
    model.fault = ModelStopped("the connection was cut")
    grown: list[str] = []
    reply = await drafting(model, clock).write(ASK, grown.append)
    assert reply.writer == "excerpts"
    assert reply.fallback == "the model stopped (the connection was cut)"
    assert grown[-1] == reply.text


async def test_a_queue_of_drafts_asks_for_the_model_once_in_a_while(clock: FixedClock) -> None:
    model = ScriptedWriter()
    model.obstacle = ModelServerDown("x")
    drafts = drafting(model, clock)
    for _ in range(5):
        await drafts.write(ASK, lambda _: None)
    assert model.asked == 1
    model.obstacle = None
    clock.advance(seconds=REMEMBERED_SECONDS + 1)
    assert (await drafts.write(ASK, lambda _: None)).writer == "ollama"


async def test_after_a_failure_the_model_is_asked_for_anew(clock: FixedClock) -> None:
    model = ScriptedWriter()
    drafts = drafting(model, clock)
    model.fault = ModelStopped("x")
    await drafts.write(ASK, lambda _: None)
    model.fault, model.obstacle = None, ModelServerDown("x")
    await drafts.write(ASK, lambda _: None)
    assert model.asked == 2


async def test_excerpts_by_setting_never_asks_the_model(clock: FixedClock) -> None:
    model = ScriptedWriter()
    assert (await drafting(model, clock, "excerpts").write(ASK, lambda _: None)).writer == "excerpts"
    assert model.asked == 0


@pytest.mark.parametrize(
    ("message", "subject", "code"),
    [("Wie geht das mit der App?", "", "de"), ("E17", "Mein Hub ist aus", "de"), ("E17", "", "en")],
)
def test_the_reply_is_in_the_customers_language(message: str, subject: str, code: str) -> None:
    assert reply_language(message, subject) == code


def test_what_a_mail_repeats_is_not_answered_again(clock: FixedClock) -> None:
    repeated = (
        "It still blinks.\n\nOn Mon, 2 Nov 2026 at 10:00, Support <s@desk.example> wrote:\n> Hold the button for ten seconds."
    )
    requester = Requester(RequesterId(1), "Grace", "grace@example.org")
    ticket = Ticket(
        id=TicketId(1),
        subject="Hub",
        requester_id=requester.id,
        status=TicketStatus.OPEN,
        priority=Priority.NORMAL,
        channel=ChannelName.FILE,
        topic="",
        language="en",
        tags=(),
        assignee_id=None,
        source=None,
        created_at=clock.now(),
        updated_at=clock.now(),
    )
    said = Message(MessageId(1), ticket.id, MessageKind.CUSTOMER, "Grace", repeated, clock.now())
    wanted = drafting(ScriptedWriter(), clock).task(Conversation(ticket, requester, (said,)), (), ())
    assert wanted.message == "It still blinks."
