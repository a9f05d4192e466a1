"""From a requested draft to an answered one, on the real store."""

import asyncio
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.domain.draft import DraftState, Route
from helpdesk.domain.draft_step import Outcome, Step
from helpdesk.domain.errors import InvalidTransition, ModelServerDown, NotFound
from helpdesk.domain.events import DraftReady, DraftTextGrew
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.ids import DraftId
from tests.fakes.evidence import task
from tests.fakes.scripted_writer import ScriptedWriter
from tests.fakes.spine import TEXT, KnownPassages, Spine


async def test_a_requested_draft_is_written_cited_scored_and_ready(spine: Spine) -> None:
    await spine.knows(TEXT)
    ticket_id, draft_id = await spine.requested()
    draft = await spine.pipeline.answer(draft_id)
    assert draft.state is DraftState.IN_REVIEW
    assert "2. Hold the button for 10 seconds." in draft.text
    assert [c.path for c in draft.citations] == ["hub/reset.md"]
    assert draft.citations[0].quote in TEXT
    assert draft.route is Route.SEND
    assert draft.signals["coverage"] == 1
    assert draft.fingerprint is not None
    assert (draft.fingerprint.writer, draft.fingerprint.embedder, draft.fingerprint.chunker) == (
        "excerpts",
        "built-in-1",
        "md-1",
    )
    assert spine.heard[-1] == DraftReady(draft_id, ticket_id)
    ticket = await spine.store.read(lambda records: records.tickets.get(ticket_id))
    assert (ticket.topic, ticket.language) == ("hub", "en")


async def test_an_empty_knowledge_base_gives_an_honest_abstention(spine: Spine) -> None:
    _, draft_id = await spine.requested()
    draft = await spine.pipeline.answer(draft_id)
    assert (draft.state, draft.abstained, draft.route) == (DraftState.IN_REVIEW, True, Route.ESCALATE)
    assert draft.missing


async def test_spam_gets_no_reply_suggested(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested("We offer SEO services and 500 backlinks")
    draft = await spine.pipeline.answer(draft_id)
    assert (draft.abstained, draft.text) == (True, "")
    assert "no reply suggested" in draft.reasons[0].words


async def test_a_veto_is_in_the_activity_log_by_its_rule_and_without_words(spine: Spine, tmp_path: Path) -> None:
    await spine.knows(TEXT)
    quoted = await ExcerptsWriter().write(task("How do I reset the hub?", spine.known.passages), lambda _: None)
    spine.writers |= {"ollama": ScriptedWriter(script=[replace(quoted, text=f"{quoted.text}\nSee https://evil.example/x")])}
    spine.settings = replace(spine.settings, writer="ollama")
    _, draft_id = await spine.requested()
    draft = await spine.pipeline.answer(draft_id)
    assert draft.route is Route.REVIEW
    with closing(sqlite3.connect(tmp_path / "workspace" / "desk.sqlite3")) as db:
        logged = db.execute("SELECT ticket_id, details FROM activity WHERE kind = 'draft-vetoed'").fetchall()
    ((ticket_id, details),) = logged
    assert ticket_id == draft.ticket_id
    assert json.loads(details) == {"rules": ["unsupported-link", "unsupported-sentence"], "correlation": draft.correlation}


async def test_a_newsroom_is_answered_by_people(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested(
        "I am a journalist with the Evening Post. How do I reset the hub? We go to print at six."
    )
    draft = await spine.pipeline.answer(draft_id)
    assert draft.route is Route.ESCALATE
    assert "press" in {reason.code for reason in draft.reasons}


async def test_the_lane_takes_the_newest_and_says_when_none_waits(spine: Spine) -> None:
    await spine.knows(TEXT)
    await spine.requested()
    spine.clock.advance(minutes=1)
    _, newest = await spine.requested("How long do I hold the button of the hub?")
    assert await spine.pipeline.next()
    assert (await spine.store.read(lambda records: records.drafts.get(newest))).state is DraftState.IN_REVIEW
    assert await spine.pipeline.next()
    assert not await spine.pipeline.next()


async def test_a_draft_superseded_while_it_is_written_is_not_stored(spine: Spine) -> None:
    await spine.knows(TEXT)
    ticket_id, draft_id = await spine.requested()

    class Slow(ExcerptsWriter):
        async def write(self, task, on_text):  # type: ignore[no-untyped-def]
            await spine.store.write(lambda records: records.drafts.request(ticket_id))
            return await super().write(task, on_text)

    spine.writers = {"excerpts": Slow()}
    draft = await spine.pipeline.answer(draft_id)
    assert (draft.state, draft.text) == (DraftState.SUPERSEDED, "")
    assert not any(isinstance(event, DraftReady) for event in spine.heard)


async def test_a_written_draft_is_not_written_twice(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested()
    await spine.pipeline.answer(draft_id)
    with pytest.raises(InvalidTransition):
        await spine.pipeline.answer(draft_id)
    with pytest.raises(NotFound):
        await spine.pipeline.answer(DraftId(999))


async def test_a_fault_in_one_draft_fails_that_draft_and_not_the_queue(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested()
    broken = ScriptedWriter("excerpts")
    broken.fault = ZeroDivisionError()
    spine.writers = {"excerpts": broken}
    with pytest.raises(ZeroDivisionError):
        await spine.pipeline.answer(draft_id)
    failed = await spine.store.read(lambda records: records.drafts.get(draft_id))
    assert (failed.state, failed.failure) == (DraftState.FAILED, "unexpected ZeroDivisionError")
    assert not await spine.pipeline.next()


async def test_when_a_search_fails_nothing_of_its_draft_goes_on(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested()

    class Broken(KnownPassages):
        async def gather(self, *_: object) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
            raise ZeroDivisionError

    spine.known = Broken(())
    before = asyncio.all_tasks()
    with pytest.raises(ZeroDivisionError):
        await spine.pipeline.answer(draft_id)
    assert asyncio.all_tasks() == before
    steps = await spine.store.read(lambda records: records.steps.of(draft_id))
    assert {one.step for one in steps if one.outcome is Outcome.FAILED} >= {Step.UNDERSTAND, Step.RETRIEVE}


async def test_cancelling_leaves_the_draft_requested(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested()
    begun = asyncio.Event()

    class Endless(ExcerptsWriter):
        async def write(self, task, on_text):  # type: ignore[no-untyped-def]
            begun.set()
            await asyncio.Event().wait()

    spine.writers = {"excerpts": Endless()}
    writing = asyncio.create_task(spine.pipeline.answer(draft_id))
    await begun.wait()
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    assert (await spine.store.read(lambda records: records.drafts.get(draft_id))).state is DraftState.REQUESTED


async def test_growing_text_is_told_thirty_times_a_second_at_most_and_to_the_end(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested()

    class Chatty(ScriptedWriter):
        async def write(self, task, on_text):  # type: ignore[no-untyped-def]
            for length in range(1, 101):
                spine.clock.advance(milliseconds=10)
                on_text("x" * length)
            return await super().write(task, lambda _: None)

    spine.writers = {"excerpts": ExcerptsWriter(), "ollama": Chatty()}
    await spine.pipeline.answer(draft_id)
    told = [event.text for event in spine.heard if isinstance(event, DraftTextGrew)]
    assert 20 <= len(told) <= 31
    assert told[-1] == "x" * 100


async def test_the_agents_hint_joins_the_search_but_not_the_asks(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested(hint="Mention the button?")
    draft = await spine.pipeline.answer(draft_id)
    assert spine.known.asked[0][1] == "How do I reset the hub?\nMention the button?"
    assert "Mention" not in draft.text


async def test_without_an_embedder_the_draft_is_still_written(spine: Spine) -> None:
    await spine.knows(TEXT)
    spine.embedder_is_there = False
    _, draft_id = await spine.requested()
    draft = await spine.pipeline.answer(draft_id)
    assert draft.state is DraftState.IN_REVIEW
    assert draft.fingerprint is not None
    assert draft.fingerprint.embedder == ""


async def test_a_lost_model_is_told_in_the_reasons(spine: Spine) -> None:
    await spine.knows(TEXT)
    model = ScriptedWriter()
    model.obstacle = ModelServerDown("http://127.0.0.1:11434")
    spine.writers = {"excerpts": ExcerptsWriter(), "ollama": model}
    spine.settings = replace(spine.settings, writer="ollama")
    _, draft_id = await spine.requested()
    draft = await spine.pipeline.answer(draft_id)
    assert any("no model server answers at http://127.0.0.1:11434" in reason.words for reason in draft.reasons)


async def test_a_question_is_answered_without_a_ticket_and_nothing_is_stored(spine: Spine) -> None:
    await spine.knows(TEXT)
    answer = await spine.pipeline.ask("How do I reset the hub?")
    assert answer.reply.text.startswith("To reset the hub: [1]")
    assert answer.verdict.score > 0.5
    assert await spine.pipeline.waiting() == []


async def test_a_question_without_a_ticket_may_have_been_spoken_of_before(spine: Spine) -> None:
    await spine.knows(TEXT)
    await spine.pipeline.ask("And how do I do that?", ["I want to reset the hub."])
    assert spine.known.asked[-1] == ("", "And how do I do that?", ("I want to reset the hub.",))
