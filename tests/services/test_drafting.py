"""Who writes a draft, and what happens when that writer cannot."""

import pytest

from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.domain.breaker import BreakerPhase
from helpdesk.domain.errors import ModelBusy, ModelMissing, ModelRefused, ModelServerDown, ModelStopped, NotReady, PromptTooLong
from helpdesk.services.drafting import REMEMBERED_SECONDS, Drafting
from helpdesk.services.model_rest import ModelRest
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


@pytest.mark.parametrize("obstacle", [ModelServerDown("http://h"), ModelMissing("m"), ModelStopped("x"), ModelBusy("x")])
async def test_what_was_quoted_because_the_model_was_away_can_be_written_anew(clock: FixedClock, obstacle: NotReady) -> None:
    model = ScriptedWriter()
    model.obstacle = obstacle
    drafts = drafting(model, clock)
    assert (await drafts.write(ASK, lambda _: None)).instead
    assert not await drafts.can_improve()
    model.obstacle = None
    clock.advance(seconds=REMEMBERED_SECONDS + 40)
    assert await drafts.can_improve()
    assert not (await drafts.write(ASK, lambda _: None)).instead


async def test_what_would_fail_again_is_not_written_anew(clock: FixedClock) -> None:
    model = ScriptedWriter()
    model.fault = PromptTooLong(2048)
    reply = await drafting(model, clock).write(ASK, lambda _: None)
    assert (reply.writer, reply.instead) == ("excerpts", False)
    assert "too long for the 2048 tokens" in reply.fallback


async def test_who_stops_the_model_gets_the_knowledge_base_quoted(clock: FixedClock) -> None:
    reply = await drafting(ScriptedWriter(), clock).quoted(ASK, lambda _: None, "you stopped it")
    assert (reply.writer, reply.fallback, reply.instead) == ("excerpts", "you stopped it", False)


async def test_a_model_that_fails_again_and_again_is_left_alone_for_a_while(clock: FixedClock) -> None:
    model = ScriptedWriter()
    drafts = drafting(model, clock)
    model.fault = ModelStopped("x")
    for _ in range(3):
        await drafts.write(ASK, lambda _: None)
    asked = len(model.tasks)
    reply = await drafts.write(ASK, lambda _: None)
    assert reply.fallback == "the model stopped (x); it is left alone and tried again in 30 seconds"
    assert reply.instead
    assert len(model.tasks) == asked
    assert not await drafts.can_improve()
    clock.advance(seconds=31)
    model.fault = None
    assert (await drafts.write(ASK, lambda _: None)).writer == "ollama"
    assert drafts.breaker.state().phase is BreakerPhase.CLOSED


async def test_a_server_nobody_started_is_no_failure(clock: FixedClock) -> None:
    model = ScriptedWriter()
    model.obstacle = ModelServerDown("http://h")
    drafts = drafting(model, clock)
    for _ in range(5):
        await drafts.write(ASK, lambda _: None)
        clock.advance(seconds=REMEMBERED_SECONDS + 1)
    assert drafts.breaker.state().failures == 0


async def test_a_server_that_dies_under_a_draft_is_a_failure_and_said(clock: FixedClock) -> None:
    model = ScriptedWriter()
    model.fault = ModelServerDown("http://h")
    drafts = drafting(model, clock)
    reply = await drafts.write(ASK, lambda _: None)
    assert reply.fallback == "no model server answers at http://h (it answered a moment ago)"
    assert (reply.instead, drafts.breaker.state().failures) == (True, 1)


async def test_a_server_that_hangs_is_soon_not_asked_any_more(clock: FixedClock) -> None:
    model = ScriptedWriter()
    model.obstacle = ModelServerDown("http://h", "nothing came within 3 seconds")
    drafts = drafting(model, clock)
    for _ in range(3):
        await drafts.write(ASK, lambda _: None)
        clock.advance(seconds=REMEMBERED_SECONDS + 1)
    await drafts.write(ASK, lambda _: None)
    assert model.asked == 3


@pytest.mark.logs("the model server refused a request: HTTP 400$")
async def test_a_request_refused_is_noted_without_the_servers_words(clock: FixedClock) -> None:
    model = ScriptedWriter()
    model.fault = ModelRefused("HTTP 400: secret words of a customer")
    reply = await drafting(model, clock).write(ASK, lambda _: None)
    assert (reply.writer, reply.instead) == ("excerpts", False)


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


async def test_a_rest_outlasts_the_program_and_holds_for_that_server_and_model_only(
    clock: FixedClock, store: SqliteStore
) -> None:
    async def opened(model: ScriptedWriter, name: str = "m:3b") -> Drafting:
        settings = Settings(writer="ollama", ollama_model=name)
        rest = ModelRest(store, clock, settings)
        desk = Drafting({"excerpts": ExcerptsWriter(), "ollama": model}, settings, clock.seconds, rest)
        await desk.recover()
        return desk

    failing = ScriptedWriter()
    failing.fault = ModelStopped("HTTP 500")
    for failures in (1, 2, 3):
        desk = await opened(failing)
        await desk.write(ASK, lambda _: None)
        assert desk.breaker.state().failures == failures
    clock.advance(seconds=10)
    desk = await opened(ScriptedWriter())
    assert (desk.breaker.state().phase, desk.breaker.state().seconds_left) == (BreakerPhase.OPEN, 20)
    assert "HTTP 500" in (await desk.write(ASK, lambda _: None)).fallback
    assert (await opened(ScriptedWriter(), "other:1b")).breaker.state().phase is BreakerPhase.CLOSED
    clock.advance(seconds=-3600)
    assert (await opened(failing)).breaker.state().seconds_left == 30
    clock.advance(seconds=3630)
    desk = await opened(ScriptedWriter())
    assert desk.breaker.state().phase is BreakerPhase.TRIAL
    assert (await desk.write(ASK, lambda _: None)).writer == "ollama"
    assert (await opened(ScriptedWriter())).breaker.state() == desk.breaker.state()
