"""How a draft came about, and the same done again."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.domain.conversation import Conversation, MessageKind
from helpdesk.domain.draft import Draft, Fingerprint, Reason, Route, Verdict, WrittenReply
from helpdesk.domain.draft_step import BROKEN_OFF, DraftStep, Outcome, Step, Trace
from helpdesk.domain.errors import BadInput, ModelServerDown, NotFound
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.ports import Records
from helpdesk.services.redacting import Redacting
from helpdesk.services.why import Why
from helpdesk.ui import why_words
from tests.fakes.scripted_assistant import ScriptedAssistant
from tests.fakes.spine import Spine
from tests.services.conftest import Shift

ASKED = "My hub blinks red, call me at grace@home.example"
TRACE = Trace(
    "ollama",
    "small:3b",
    "d" * 64,
    "reply-1",
    "You write the body of a support reply.",
    "SOURCES\n[1] Hold the button.\n^My hub blinks red, call me at {EMAIL_2}",
    "Hold the button. [1] We write to {EMAIL_2}.",
    {"num_ctx": 4096, "seed": 7},
    (),
    {"seconds": 2.0, "reply_tokens": 9.0},
)


@dataclass
class Desk:
    shift: Shift
    assistant: ScriptedAssistant = field(default_factory=lambda: ScriptedAssistant(lambda _: TRACE.said))
    quoted_of: list[Conversation] = field(default_factory=list)

    @property
    def why(self) -> Why:
        return Why(self.shift.store, self.assistant, Redacting(FormalRecogniser(["GB"])), self, self.shift.clock)

    async def quoted(self, draft: Draft, conversation: Conversation) -> WrittenReply:
        self.quoted_of.append(conversation)
        return WrittenReply("Press the new button. [1]", (), False, "", True, "excerpts", "", "excerpts-1")

    async def drafted(self, trace: Trace | None = TRACE) -> tuple[TicketId, DraftId]:
        ticket_id = await self.shift.customer_writes(ASKED)

        async def work(records: Records) -> DraftId:
            draft_id = await records.drafts.request(ticket_id)
            said = "Hold the button. [1] We write to grace@home.example."
            reply = WrittenReply(said, (), False, "", True, "ollama", "small:3b", "reply-1", trace=trace)
            reasons = (Reason("unsupported-number", "A number is in no source", 0.0), Reason("covered", "All is answered", 1.2))
            verdict = Verdict(0.7, Route.REVIEW, reasons, {"coverage": 0.9}, ("unsupported-number",))
            await records.drafts.answered(draft_id, reply, verdict, Fingerprint("ollama", "small:3b", "reply-1", "e", "c", "s"))
            draft = await records.drafts.get(draft_id)
            if trace is not None:
                await records.steps.keep_trace(draft_id, 1, trace)
            steps = ((Step.RETRIEVE, {"found": [[77, 0.9, 0.8, 0.7]]}), (Step.COMPLY, {"vetoes": ["unsupported-number"]}))
            now = self.shift.clock.now()
            await records.steps.add(
                [DraftStep(draft_id, draft.correlation, step, Outcome.DONE, 0.25, details, now) for step, details in steps]
            )
            return draft_id

        return ticket_id, await self.shift.store.write(work)

    async def improved(self, draft_id: DraftId) -> None:
        """Another reply takes its place."""
        reply = WrittenReply("Unplug it. [1]", (), False, "", True, "ollama", "small:3b", "reply-1")
        by, verdict = Fingerprint("ollama", "small:3b", "reply-1", "e", "c", "s"), Verdict(0.7, Route.REVIEW, (), {}, ())

        async def work(records: Records) -> None:
            draft, now = await records.drafts.get(draft_id), self.shift.clock.now()
            await records.drafts.improved(draft, reply, verdict, by, now)

        await self.shift.store.write(work)


@pytest.fixture
def desk(shift: Shift) -> Desk:
    return Desk(shift)


async def test_everything_that_shaped_a_draft_is_told(desk: Desk) -> None:
    _, draft_id = await desk.drafted()
    story = await desk.why.of(draft_id)
    assert [step.step for step in story.steps] == [Step.RETRIEVE, Step.COMPLY]
    assert story.seconds == 0.5
    assert story.trace == TRACE
    assert [reason.code for reason in story.vetoes] == ["unsupported-number"]
    assert [(seen.passage_id, seen.passage, seen.scores) for seen in story.passages] == [(77, None, (0.9, 0.8, 0.7))]
    told = {part.title: part for part in why_words.sections(story)}
    assert told["What it was told"].text == TRACE.prompt
    assert story.draft.correlation in " ".join(told["In short"].lines)
    assert "num_ctx = 4096" in told["Model and options"].lines
    assert told["What keeps it from being sent without a person"].lines == ("A number is in no source (unsupported-number)",)
    assert any("gone since" in line and "0.90" in line for line in told["Passages"].lines)


async def test_what_was_searched_for_is_told_in_words(desk: Desk) -> None:
    _, draft_id = await desk.drafted()
    story = await desk.why.of(draft_id)
    assert not story.searched
    around = "Hub\nMy hub blinks red, call me at {EMAIL_2}"
    kept = {"around": around, "asks": [["reset  hub", 0.65], ["", 1.0]], "corrected": [["rest", "reset"]]}
    step = replace(
        story.steps[0], step=Step.REDACT, details={"searched": {**kept, "kept_out": 2, "overdue": 1, "path": "index"}}
    )
    told = {
        part.title: part.lines for part in why_words.sections(replace(story, steps=(story.steps[0], step, *story.steps[1:])))
    }
    assert told["What was searched for (personal data is hidden)"] == (
        "“reset hub”, drawn by 65% to what the conversation around it brings",
        "The conversation around it, as it was searched: “Hub My hub blinks red, call me at {EMAIL_2}”",
        "“rest” was taken for “reset”, for the knowledge base has no such word",
        "In all knowledge bases and languages, by words and meaning",
        "2 articles stayed out: drafts, or archived",
        "1 article stayed out: its review is overdue",
    )
    assert not any("around" in line for line in told["What was done"])


async def test_a_passage_brought_along_is_not_given_a_score_it_never_had(desk: Desk) -> None:
    _, draft_id = await desk.drafted()
    story = await desk.why.of(draft_id)
    told = why_words.sections(replace(story, passages=(replace(story.passages[0], scores=(0.23, 0.0, 0.0)),)))
    (line,) = next(part for part in told if part.title == "Passages").lines
    assert line.endswith(", beside one that was found")
    assert "0.00" not in line


async def test_a_passage_found_by_the_conversation_around_the_question_is_told_as_such(desk: Desk) -> None:
    _, draft_id = await desk.drafted()
    now, draft = desk.shift.clock.now(), (await desk.why.of(draft_id)).draft
    details = {"found": [[77, 0.4, 0.0, 0.0], [78, 0.3, 0.0, 0.0]], "brought": [78]}
    step = DraftStep(draft_id, draft.correlation, Step.RETRIEVE, Outcome.DONE, 0.1, details, now)
    await desk.shift.store.write(lambda records: records.steps.add([step]))
    told = why_words.sections(await desk.why.of(draft_id))
    lines = next(part for part in told if part.title == "Passages").lines
    assert [line.rpartition(", ")[2] for line in lines] == [
        "found by the conversation around the question",
        "beside one that was found",
    ]


async def test_a_step_is_told_in_words(desk: Desk) -> None:
    _, draft_id = await desk.drafted()
    now = desk.shift.clock.now()
    done = [
        DraftStep(draft_id, "d-1", Step.UNDERSTAND, Outcome.DONE, 0.5, {"language": "de", "intent": "unclear", "asks": 2}, now),
        DraftStep(draft_id, "d-1", Step.ESCALATE, Outcome.SKIPPED, 0, {"why": "review"}, now),
    ]
    await desk.shift.store.write(lambda records: records.steps.add(done))
    lines = [line for part in why_words.sections(await desk.why.of(draft_id)) for line in part.lines]
    assert "The message was read: 0.500 s (German, intent unclear, questions in it 2)" in lines
    assert "It was handed to a person, not needed" in lines


async def test_each_writing_of_a_draft_is_told_by_itself(desk: Desk) -> None:
    _, draft_id = await desk.drafted()
    done: tuple[tuple[tuple[Step, dict[str, object]], ...], ...] = (
        ((Step.DELIVER, {}),),
        ((Step.UNDERSTAND, {}), (Step.RETRIEVE, {"found": []})),
        ((Step.UNDERSTAND, {}), (Step.COMPLY, {"vetoes": []}), (Step.DELIVER, {"revision": 2})),
    )

    async def steps(records: Records) -> None:
        for run in done:
            now = desk.shift.clock.now()
            await records.steps.add([DraftStep(draft_id, "d-1", step, Outcome.DONE, 0.5, told, now) for step, told in run])

    await desk.shift.store.write(steps)
    await desk.improved(draft_id)
    story = await desk.why.of(draft_id)
    assert ([run.revision for run in story.runs], story.seconds) == ([1, None, 2], 1.5)
    assert [part.title for part in why_words.sections(story) if part.title.startswith("What was done")] == [
        "What was done for revision 2",
        "What was done without result",
        "What was done for revision 1",
    ]


async def test_what_a_model_had_said_before_it_broke_off_is_shown_and_is_no_variant(desk: Desk) -> None:
    _, draft_id = await desk.drafted(replace(TRACE, said="Hold the but", figures={BROKEN_OFF: 1.0}))
    told = {part.title: part for part in why_words.sections(await desk.why.of(draft_id))}
    assert told["How the model broke off"].lines == (why_words.BROKEN,)
    assert told["What it had said when it broke off"].text == "Hold the but"
    assert "Measured" not in told
    await desk.improved(draft_id)
    assert [one.text for one in await desk.why.variants(draft_id)] == []


async def test_what_an_article_prints_in_braces_stays_as_it_is(desk: Desk, spine: Spine) -> None:
    await spine.knows("Put {EMAIL_2} into the field and save.")
    said = "Put {EMAIL_2} into the field. [1]"
    _, draft_id = await desk.drafted(replace(TRACE, said=said, passages=tuple(int(p.id) for p in spine.known.passages)))
    desk.assistant.says = lambda _: said
    assert (await desk.why.replay(draft_id)).before == said
    await desk.improved(draft_id)
    assert said in [one.text for one in await desk.why.variants(draft_id)]


async def test_a_draft_nobody_has_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        await desk.why.of(DraftId(99))


async def test_replaying_says_the_exact_prompt_again_and_stores_nothing(desk: Desk) -> None:
    _, draft_id = await desk.drafted()
    done = await desk.why.replay(draft_id)
    assert desk.assistant.given == [f"{TRACE.system}\n{TRACE.prompt}"]
    assert desk.assistant.asked_models == [""]
    assert done.is_same
    assert done.before == "Hold the button. [1] We write to grace@home.example."
    assert (done.figures[0]["seconds"], done.figures[1]["seconds"]) == (2.0, 1.5)
    assert "num_ctx was 4096 then and is not set now" in done.notes
    kept = await desk.shift.store.read(lambda records: records.drafts.get(draft_id))
    assert kept.revision == 1
    assert len(await desk.shift.store.read(lambda records: records.steps.traces(draft_id))) == 1


async def test_another_model_is_compared_word_by_word(desk: Desk) -> None:
    _, draft_id = await desk.drafted()
    desk.assistant.says = lambda _: "Press the button. [1] We write to {EMAIL_2}."
    done = await desk.why.replay(draft_id, "large:8b")
    assert desk.assistant.asked_models == ["large:8b"]
    assert [change.text for change in done.changes if change.kind != "same"] == ["Hold", "Press"]
    said = "\n".join(part.text for part in why_words.replayed(done))
    assert "[-Hold-]{+Press+} the button. [1] We write to grace@home.example." in said


async def test_a_quoted_draft_is_quoted_again_from_what_was_said_until_then(desk: Desk) -> None:
    ticket_id, draft_id = await desk.drafted(None)
    desk.shift.clock.advance(days=1)
    later = desk.shift.clock.now() + timedelta(minutes=1)
    await desk.shift.store.write(lambda r: r.tickets.add_message(ticket_id, MessageKind.CUSTOMER, "Grace", f"Hello? {later}"))
    done = await desk.why.replay(draft_id)
    assert [message.body for message in desk.quoted_of[0].messages] == [ASKED]
    assert done.after == "Press the new button. [1]"
    with pytest.raises(BadInput):
        await desk.why.replay(draft_id, "large:8b")


async def test_without_a_server_there_is_nothing_to_replay_with(desk: Desk) -> None:
    _, draft_id = await desk.drafted()
    assert await desk.why.models() == ("small:3b", "large:8b")
    desk.assistant.obstacle = ModelServerDown("http://127.0.0.1:11434")
    assert await desk.why.models() == ()
    with pytest.raises(ModelServerDown):
        await desk.why.replay(draft_id)


async def test_variants_are_what_the_reply_was_before_since_the_customer_last_wrote(desk: Desk) -> None:
    ticket_id, first = await desk.drafted()
    assert await desk.why.variants(first) == ()
    desk.shift.clock.advance(minutes=5)

    async def improved(records: Records) -> DraftId:
        second = await records.drafts.request(ticket_id)
        reply = WrittenReply("Unplug the hub. [1]", (), False, "", True, "excerpts", "", "p")
        fingerprint = Fingerprint("excerpts", "", "p", "e", "c", "s")
        verdict = Verdict(0.7, Route.REVIEW, (), {}, ())
        await records.drafts.answered(second, reply, verdict, fingerprint)
        await records.steps.keep_trace(second, 1, replace(TRACE, said="Unplug {EMAIL_2}. [1]"))
        draft = await records.drafts.get(second)
        written = replace(reply, text="Hi Grace,\n\nReset it. [1]\n\nKind regards\nAda")
        await records.drafts.improved(draft, written, verdict, fingerprint, desk.shift.clock.now())
        return second

    second = await desk.shift.store.write(improved)
    found = await desk.why.variants(second)
    assert [(one.draft_id, one.revision, one.text) for one in found] == [
        (second, 1, "Hi Grace,\n\nUnplug grace@home.example. [1]\n\nKind regards\nAda"),
        (first, 1, "Hold the button. [1] We write to grace@home.example."),
    ]
    assert [why_words.variant_line(one) for one in found][1].endswith("by small:3b (replaced)")
    desk.shift.clock.advance(minutes=5)
    await desk.shift.store.write(lambda r: r.tickets.add_message(ticket_id, MessageKind.CUSTOMER, "Grace", "And now?"))
    assert await desk.why.variants(second) == ()
