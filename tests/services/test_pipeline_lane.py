"""Which draft is written when, who may stop it, and what is written anew when the model is back."""

import asyncio
from dataclasses import dataclass, replace

import pytest

from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.app import WAKES
from helpdesk.domain.draft import Draft, DraftState, WrittenReply
from helpdesk.domain.draft_step import Outcome, Step
from helpdesk.domain.errors import InvalidTransition, ModelServerDown, ModelStopped
from helpdesk.domain.events import DraftReady, DraftRequested, DraftTextGrew, Event
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.ports import Records
from helpdesk.services.drafting import REMEMBERED_SECONDS
from helpdesk.services.lanes import Lane, Lanes
from helpdesk.services.pipeline import Pipeline
from tests.fakes.scripted_writer import ScriptedWriter
from tests.fakes.spine import TEXT, Spine

pytestmark = pytest.mark.usefixtures("knowledge")


class Strained:
    def __init__(self, why: str = "the computer runs on battery") -> None:
        self.why = why

    def strained(self) -> str:
        return self.why


class Gated(ScriptedWriter):
    """Says a word, then waits for its gate."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = asyncio.Event()
        self.gate = asyncio.Event()

    async def write(self, task, on_text):  # type: ignore[no-untyped-def]
        on_text("To reset")
        self.begun.set()
        await self.gate.wait()
        return await super().write(task, on_text)


@pytest.fixture
async def knowledge(spine: Spine) -> None:
    await spine.knows(TEXT)


@dataclass(frozen=True)
class Halfway:
    """A draft whose model has said a word, and says the rest when `gate` is opened."""

    pipeline: Pipeline
    ticket_id: TicketId
    draft_id: DraftId
    writing: "asyncio.Task[Draft]"
    gate: asyncio.Event


@pytest.fixture
async def halfway(spine: Spine, knowledge: None) -> Halfway:
    ticket_id, draft_id = await spine.requested()
    spine.writers["ollama"] = gated = Gated()
    pipeline = spine.pipeline
    writing = asyncio.create_task(pipeline.answer(draft_id))
    await gated.begun.wait()
    return Halfway(pipeline, ticket_id, draft_id, writing, gated.gate)


async def state(spine: Spine, draft_id: DraftId) -> DraftState:
    return (await spine.draft(draft_id)).state


async def test_every_step_is_written_down_with_the_draft_s_own_mark(spine: Spine) -> None:
    _, draft_id = await spine.requested()
    draft = await spine.pipeline.answer(draft_id)
    steps = await spine.pipeline.steps(draft_id)
    assert [step.step for step in steps] == list(Step)
    assert {step.correlation for step in steps} == {draft.correlation}
    assert len(draft.correlation) == 12
    assert {step.step: step.outcome for step in steps}[Step.ESCALATE] is Outcome.SKIPPED
    assert "reset the hub" not in str([dict(step.details) for step in steps]).lower()


async def test_a_crash_while_the_model_writes_leaves_what_went_before_and_the_draft_to_be_written(
    spine: Spine, halfway: Halfway
) -> None:
    draft_id = halfway.draft_id
    halfway.writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await halfway.writing
    assert await state(spine, draft_id) is DraftState.REQUESTED
    assert [step.step for step in await spine.pipeline.steps(draft_id)] == [Step.UNDERSTAND, Step.RETRIEVE, Step.REDACT]
    halfway.gate.set()
    assert (await spine.pipeline.answer(draft_id)).state is DraftState.IN_REVIEW


async def test_the_ticket_an_agent_looks_at_is_answered_first_then_the_newest(spine: Spine) -> None:
    first, old = await spine.requested("How do I reset the hub?")
    spine.clock.advance(minutes=1)
    _, middle = await spine.requested("How long do I hold the button of the hub?")
    spine.clock.advance(minutes=1)
    _, newest = await spine.requested("Where is the button of the hub?")
    pipeline = spine.pipeline
    pipeline.look(first)
    assert [draft for draft, _ in await pipeline.waiting()] == [old, newest, middle]
    await pipeline.next()
    assert await state(spine, old) is DraftState.IN_REVIEW
    await pipeline.next()
    assert (await state(spine, newest), await state(spine, middle)) == (DraftState.IN_REVIEW, DraftState.REQUESTED)


async def test_a_follow_up_waits_a_moment_so_that_a_burst_of_messages_makes_one_draft(spine: Spine) -> None:
    ticket_id, first = await spine.requested()
    second = await spine.store.write(lambda records: records.drafts.request(ticket_id, settle=30))
    third = await spine.store.write(lambda records: records.drafts.request(ticket_id, settle=30))
    assert not await spine.pipeline.next()
    spine.clock.advance(seconds=31)
    assert await spine.pipeline.next()
    states = [await state(spine, one) for one in (first, second, third)]
    assert states == [DraftState.SUPERSEDED, DraftState.SUPERSEDED, DraftState.IN_REVIEW]


async def test_a_newer_message_ends_the_writing_of_the_older_draft(spine: Spine, halfway: Halfway) -> None:
    newer = await spine.store.write(lambda records: records.drafts.request(halfway.ticket_id))
    halfway.pipeline.heed(DraftRequested(newer, halfway.ticket_id))
    with pytest.raises(InvalidTransition):
        await halfway.writing
    assert await state(spine, halfway.draft_id) is DraftState.SUPERSEDED


async def test_an_agent_who_stops_the_model_gets_the_knowledge_base_quoted(halfway: Halfway) -> None:
    halfway.pipeline.stop(halfway.draft_id)
    draft = await halfway.writing
    assert draft.fingerprint is not None
    assert (draft.fingerprint.writer, draft.improvable) == ("excerpts", False)
    assert any("an agent stopped the model" in reason.words for reason in draft.reasons)


async def test_what_was_quoted_while_the_model_was_away_is_written_anew_when_it_is_back(spine: Spine) -> None:
    model = ScriptedWriter()
    model.obstacle = ModelServerDown("http://127.0.0.1:11434")
    spine.writers["ollama"] = model
    ticket_id, draft_id = await spine.requested()
    pipeline = spine.pipeline
    quoted = await pipeline.answer(draft_id)
    assert quoted.improvable
    assert not await pipeline.improve()
    model.obstacle = None
    spine.clock.advance(seconds=REMEMBERED_SECONDS + 1)
    spine.heard.clear()
    assert await pipeline.improve()
    draft = await spine.draft(draft_id)
    assert draft.fingerprint is not None
    assert (draft.state, draft.revision, draft.fingerprint.writer) == (DraftState.IN_REVIEW, 2, "ollama")
    assert spine.heard[-1] == DraftReady(draft_id, ticket_id)
    assert not await pipeline.improve()


async def test_a_draft_the_model_cannot_finish_does_not_hold_up_the_others(spine: Spine) -> None:
    class Choosy(ScriptedWriter):
        async def write(self, task, on_text):  # type: ignore[no-untyped-def]
            if "press" in task.message:
                raise ModelStopped("the connection was cut")
            return await super().write(task, on_text)

    model = Choosy()
    model.obstacle = ModelServerDown("http://127.0.0.1:11434")
    spine.writers["ollama"] = model
    pipeline = spine.pipeline
    _, easy = await spine.requested("How long do I hold the button?")
    _, hard = await spine.requested("How often do I press the button?")
    await pipeline.answer(easy)
    await pipeline.answer(hard)
    model.obstacle = None
    spine.clock.advance(seconds=REMEMBERED_SECONDS + 1)
    for _ in range(3):
        assert await pipeline.improve()
    assert not await pipeline.improve()
    assert [(await spine.draft(one)).revision for one in (hard, easy)] == [1, 2]


async def test_what_the_model_writes_worse_than_what_was_quoted_does_not_take_its_place(spine: Spine) -> None:
    made_up = WrittenReply("Pay 900 dollars at http://pay.example now.", (), False, "", True, "ollama", "m@1", "p")
    model = ScriptedWriter(script=[made_up])
    model.obstacle = ModelServerDown("http://127.0.0.1:11434")
    spine.writers["ollama"] = model
    _, draft_id = await spine.requested()
    pipeline = spine.pipeline
    quoted = await pipeline.answer(draft_id)
    model.obstacle = None
    spine.clock.advance(seconds=REMEMBERED_SECONDS + 1)
    assert await pipeline.improve()
    draft = await spine.draft(draft_id)
    assert (draft.text, draft.improvable) == (quoted.text, False)


@pytest.mark.parametrize("begun", ["edited", "claimed", "looked at"])
async def test_a_draft_an_agent_has_begun_to_work_on_stays_as_it_is(spine: Spine, begun: str) -> None:
    model = ScriptedWriter()
    model.obstacle = ModelServerDown("http://127.0.0.1:11434")
    spine.writers["ollama"] = model
    ticket_id, draft_id = await spine.requested()
    pipeline = spine.pipeline
    quoted = await pipeline.answer(draft_id)
    model.obstacle = None
    spine.clock.advance(seconds=REMEMBERED_SECONDS + 1)
    await begin(spine, begun, draft_id)
    pipeline.look(ticket_id if begun == "looked at" else None)
    assert not await pipeline.improve()
    draft = await spine.draft(draft_id)
    assert (draft.text, draft.revision) == (quoted.text, 1)


async def begin(spine: Spine, how: str, draft_id: DraftId) -> None:
    now = spine.clock.now()

    async def work(records: Records) -> None:
        if how == "edited":
            await records.drafts.keep_edit(draft_id, 1, "My own words")
        if how == "claimed":
            await records.drafts.claim(draft_id, "Ada", now, now.replace(hour=now.hour + 1))

    await spine.store.write(work)


async def test_on_battery_the_model_waits_except_for_the_ticket_being_looked_at(spine: Spine) -> None:
    spine.writers["ollama"] = ScriptedWriter()
    spine.machine = Strained()
    ticket_id, draft_id = await spine.requested()
    pipeline = spine.pipeline
    assert not await pipeline.next()
    outlook = await pipeline.outlook()
    assert (outlook.waiting, outlook.paused) == (1, "the computer runs on battery")
    pipeline.look(ticket_id)
    assert await pipeline.next()
    assert await state(spine, draft_id) is DraftState.IN_REVIEW


async def test_on_battery_the_draft_of_a_ticket_somebody_opens_is_begun_at_once(spine: Spine) -> None:
    spine.writers["ollama"] = ScriptedWriter()
    spine.machine = Strained()
    ticket_id, draft_id = await spine.requested()

    def heard(event: Event) -> None:
        lanes.wake(WAKES.get(type(event), ""))

    pipeline = Pipeline(spine.store, spine.steps, spine.clock, heard, spine.machine)
    lanes = Lanes([Lane("drafting", pipeline.next, 3600.0)], heard)
    await lanes.start()
    try:
        async with asyncio.timeout(10):
            while not (await pipeline.outlook()).paused:
                await asyncio.sleep(0.01)
            pipeline.look(ticket_id)
            while await state(spine, draft_id) is not DraftState.IN_REVIEW:
                await asyncio.sleep(0.01)
    finally:
        await lanes.stop()


async def test_why_quoted_drafts_are_not_yet_written_anew_is_told(spine: Spine) -> None:
    model = ScriptedWriter()
    model.obstacle = ModelServerDown("http://127.0.0.1:11434")
    spine.writers["ollama"] = model
    await spine.requested()
    away = spine.pipeline
    await away.next()
    spine.machine = Strained("the computer is busy with other work")
    assert not await away.improve()
    assert (await away.outlook()).paused_anew == "", "the model is not even back"
    model.obstacle = None
    spine.clock.advance(seconds=REMEMBERED_SECONDS + 1)
    back = spine.pipeline
    assert not await back.improve()
    assert (await back.outlook()).paused_anew == "the computer is busy with other work"
    spine.machine = None
    calm = spine.pipeline
    assert await calm.improve()
    assert (await calm.outlook()).paused_anew == ""


async def test_a_draft_somebody_asked_for_is_written_on_battery_too(spine: Spine) -> None:
    spine.writers["ollama"] = ScriptedWriter()
    spine.machine = Strained()
    ticket_id, _ = await spine.requested()
    await spine.store.write(lambda records: records.drafts.request(ticket_id, urgent=True))
    assert await spine.pipeline.next()


async def test_quoting_costs_nothing_and_goes_on_while_the_computer_is_busy(spine: Spine) -> None:
    spine.machine = Strained("the computer is busy with other work")
    spine.settings = replace(spine.settings, writer="excerpts")
    await spine.requested()
    assert await spine.pipeline.next()


async def test_how_long_the_waiting_drafts_will_take_is_learned_from_the_last_ones(spine: Spine) -> None:
    class Slow(ExcerptsWriter):
        async def write(self, task, on_text):  # type: ignore[no-untyped-def]
            spine.clock.advance(seconds=12)
            return await super().write(task, on_text)

    spine.writers = {"excerpts": Slow()}
    pipeline = spine.pipeline
    await spine.requested("How do I reset the hub?")
    assert (await pipeline.outlook()).seconds is None
    await pipeline.next()
    await spine.requested("How long do I hold the button?")
    await spine.requested("Where is the button?")
    assert (await pipeline.outlook()).seconds == pytest.approx(24)


async def test_a_stream_says_how_fast_it_comes(spine: Spine) -> None:
    class Chatty(ScriptedWriter):
        async def write(self, task, on_text):  # type: ignore[no-untyped-def]
            for length in range(1, 21):
                on_text("x" * length)
                spine.clock.advance(milliseconds=50)
            return await super().write(task, lambda _: None)

    spine.writers["ollama"] = Chatty()
    _, draft_id = await spine.requested()
    await spine.pipeline.answer(draft_id)
    told = [event for event in spine.heard if isinstance(event, DraftTextGrew)]
    assert told[-1].speed == pytest.approx(20, abs=2)


async def test_what_customers_wrote_reaches_the_model_without_their_data_and_comes_back_with_it(spine: Spine) -> None:
    model = ScriptedWriter()
    spine.writers["ollama"] = model
    _, draft_id = await spine.requested("How do I reset the hub? Write to jo.miller@example.com please.")
    await spine.pipeline.answer(draft_id)
    assert "jo.miller@example.com" not in str(model.tasks[0].message)
    assert "{EMAIL_2}" in model.tasks[0].message


async def test_what_a_mail_repeats_is_not_answered_again(spine: Spine) -> None:
    model = ScriptedWriter()
    spine.writers["ollama"] = model
    history = "On Mon, 2 Nov 2026 at 10:00, Support <s@desk.example> wrote:\n> Hold the button for ten seconds."
    _, draft_id = await spine.requested(f"It still blinks.\n\n{history}")
    await spine.pipeline.answer(draft_id)
    assert model.tasks[0].message == "It still blinks."


async def test_the_mail_that_leaves_carries_the_draft_s_mark(spine: Spine) -> None:
    _, draft_id = await spine.requested()
    draft = await spine.pipeline.answer(draft_id)

    async def queue(records: Records) -> str:
        made = await records.outbox.queue(draft.ticket_id, draft_id, "Hello", spine.clock.now())
        return made.correlation

    assert await spine.store.write(queue) == draft.correlation


@pytest.mark.logs("stumbled over")
async def test_what_nobody_foresaw_is_logged_with_the_name_of_its_draft(spine: Spine, caplog: pytest.LogCaptureFixture) -> None:
    model = ScriptedWriter()
    model.fault = ZeroDivisionError("Jo Miller, jo@example.org")
    spine.writers["ollama"] = model
    _, draft_id = await spine.requested()
    lanes = Lanes([Lane("drafting", spine.pipeline.next, 3600.0)], spine.heard.append)
    await lanes.start()
    async with asyncio.timeout(10):
        while not caplog.records:
            await asyncio.sleep(0.01)
    await lanes.stop()
    draft = await spine.store.read(lambda records: records.drafts.get(draft_id))
    assert draft.correlation
    assert draft.correlation in caplog.text
    assert "Miller" not in caplog.text
