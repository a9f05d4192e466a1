"""What an agent may ask for beside a draft, on the real store."""

from dataclasses import dataclass, field

import pytest

from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.domain.errors import BadInput, ModelServerDown, NotFound
from helpdesk.domain.events import RewriteGrew
from helpdesk.domain.ids import DraftId, PassageId
from helpdesk.domain.proof import Proof, prove
from helpdesk.domain.rewriting import RULES, Tool, Wish
from helpdesk.domain.spans import Source, Sources
from helpdesk.services.assistance import Rewriting
from helpdesk.services.redacting import Redacting
from tests.fakes.scripted_assistant import ScriptedAssistant
from tests.services.conftest import Shift

SOURCE = "Hold the button of the hub for 10 seconds. The light turns green. The hub keeps its name."
LETTER = (
    "Hi Grace,\n\nthank you for your message.\n\nHold the button of the hub for 10 seconds. [1] The light turns green. [1]"
    " The hub keeps its name. [2]\n\nKind regards\nAda\nOur team\n"
)


@dataclass
class Bench:
    """Rewriting on the shift's desk, with SOURCE behind every reply."""

    shift: Shift
    assistant: ScriptedAssistant = field(default_factory=ScriptedAssistant)

    async def deepened(self, _: DraftId, text: str | None = None) -> Proof:
        return prove(text or "", Sources([Source(PassageId(1), (1, 2), "Reset the hub", SOURCE)]))

    @property
    def rewriting(self) -> Rewriting:
        hiding = Redacting(FormalRecogniser(["GB"]))
        shift = self.shift
        return Rewriting(shift.store, self.assistant, hiding, self, shift.clock, shift.heard.append, shift.settings)

    def says(self, old: str, new: str) -> None:
        self.assistant.says = lambda text: text.replace(old, new)


@pytest.fixture
def bench(shift: Shift) -> Bench:
    return Bench(shift)


def codes(concerns: tuple[object, ...]) -> list[str]:
    return [getattr(one, "code", "") for one in concerns]


async def test_a_friendlier_telling_is_offered_as_changes_to_take_or_leave(bench: Bench) -> None:
    draft = await bench.shift.drafted(LETTER)
    bench.says("The light turns green.", "The light then turns green.")
    found = await bench.rewriting.rewrite(draft, LETTER, Wish(Tool.FRIENDLIER))
    assert [(edit.removed, edit.added.strip()) for edit in found.edits] == [("", "then")]
    assert found.taking({0}) == found.after
    assert found.taking(()) == LETTER
    assert (found.by, found.concerns) == ("small:3b@dddddddddddd", ())
    kept = await bench.shift.store.read(lambda records: records.drafts.get(draft))
    assert (kept.text, kept.edited) == (LETTER, None)


async def test_greeting_closing_and_signature_are_neither_shown_to_the_model_nor_changed(bench: Bench) -> None:
    draft = await bench.shift.drafted(LETTER)
    found = await bench.rewriting.rewrite(draft, LETTER, Wish(Tool.SIMPLER))
    assert "Kind regards" not in bench.assistant.given[0]
    assert found.after.startswith("Hi Grace,\n\nTHANK YOU")
    assert found.after.endswith("\n\nKind regards\nAda\nOur team\n")


async def test_what_a_rewriting_lost_or_invented_is_said(bench: Bench) -> None:
    draft = await bench.shift.drafted(LETTER)
    bench.assistant.says = lambda text: (
        text.replace("10 seconds", "30 seconds").replace("[2]", "[4]") + " See https://hub.example/reset for more."
    )
    found = await bench.rewriting.rewrite(draft, LETTER, Wish(Tool.FRIENDLIER))
    assert {"mark-lost", "mark-invented", "figure-lost", "figure-invented", "link-invented", "unsupported"} <= set(
        codes(found.concerns)
    )
    assert any("“10”" in one.words for one in found.concerns)


async def test_a_promise_nobody_made_is_said(bench: Bench) -> None:
    draft = await bench.shift.drafted(LETTER)
    bench.says("The light turns green.", "The light turns green. We will refund you the hub free of charge.")
    found = await bench.rewriting.rewrite(draft, LETTER, Wish(Tool.FRIENDLIER))
    assert {"unsupported-promise", "unsupported"} == set(codes(found.concerns))


async def test_a_sentence_without_support_that_was_there_before_is_no_news(bench: Bench) -> None:
    text = LETTER.replace("The hub keeps its name.", "Our warehouse burned down last summer.")
    draft = await bench.shift.drafted(text)
    bench.says("The light turns green.", "The light then turns green.")
    found = await bench.rewriting.rewrite(draft, text, Wish(Tool.FRIENDLIER))
    assert found.concerns == ()


async def test_the_model_never_sees_who_the_customer_is_and_the_agent_gets_the_words_back(bench: Bench) -> None:
    draft = await bench.shift.drafted(LETTER, body="Call me at +44 20 7946 0018 or write to grace.hopper@navy.example")
    text = LETTER.replace("The hub keeps its name.", "We wrote to grace.hopper@navy.example.")
    found = await bench.rewriting.rewrite(draft, text, Wish(Tool.INSTRUCTION, instruction="thank grace.hopper@navy.example"))
    assert "navy.example" not in bench.assistant.given[0]
    assert "{EMAIL_" in bench.assistant.given[0]
    assert "GRACE.HOPPER@NAVY.EXAMPLE" in found.after.upper()
    grown = [event for event in bench.shift.heard if isinstance(event, RewriteGrew)]
    assert grown
    assert all("EMAIL_" not in event.text for event in grown)


async def test_a_placeholder_that_stands_for_nothing_is_said(bench: Bench) -> None:
    draft = await bench.shift.drafted(LETTER)
    bench.says("The light", "Dear {NAME_9}, the light")
    found = await bench.rewriting.rewrite(draft, LETTER, Wish(Tool.FRIENDLIER))
    assert "placeholder" in codes(found.concerns)


async def test_a_reply_the_model_did_not_finish_says_so(bench: Bench) -> None:
    draft = await bench.shift.drafted(LETTER)
    bench.assistant.complete = False
    assert "incomplete" in codes((await bench.rewriting.rewrite(draft, LETTER, Wish(Tool.SIMPLER))).concerns)


async def test_a_translation_gets_the_frame_of_its_language_and_says_that_it_cannot_be_compared(bench: Bench) -> None:
    draft = await bench.shift.drafted(LETTER)
    german = "Halten Sie die Taste des Hubs 10 Sekunden gedrückt. [1] Die Lampe ist grün und der Hub hat den Namen. [1] [2]"
    bench.assistant.says = lambda _: german
    found = await bench.rewriting.rewrite(draft, LETTER, Wish(Tool.TRANSLATE, "de"))
    assert found.after.startswith(f"Guten Tag Grace,\n\n{german}")
    assert "Mit freundlichen Grüßen\nAda" in found.after
    assert codes(found.concerns) == ["not-proved"]
    bench.assistant.says = lambda text: text
    assert "language" in codes((await bench.rewriting.rewrite(draft, LETTER, Wish(Tool.TRANSLATE, "de"))).concerns)


async def test_without_a_model_a_reply_is_shortened_by_what_it_can_do_without(bench: Bench) -> None:
    bench.assistant.obstacle = ModelServerDown("http://127.0.0.1:11434")
    steps = "To reset the hub:\n\n1. Unplug the hub. [1]\n2. Hold the button.\n\n"
    text = LETTER.replace(
        "Hold the button of the hub", f"{steps}We sell many lamps and cables in our shops. [3]\n\nHold the button of the hub"
    )
    draft = await bench.shift.drafted(text, body="How do I reset the hub? It blinks red. Which button?")
    found = await bench.rewriting.rewrite(draft, text, Wish(Tool.SHORTER))
    assert found.by == RULES
    assert steps.strip() in found.after
    assert "We sell many lamps" not in found.after
    assert "Hold the button of the hub for 10 seconds. [1]" in found.after
    assert "mark-lost" in codes(found.concerns)


async def test_nothing_to_leave_out_is_no_change(bench: Bench) -> None:
    bench.assistant.obstacle = ModelServerDown("")
    draft = await bench.shift.drafted("Hold the button. [1]")
    found = await bench.rewriting.rewrite(draft, "Hold the button. [1]", Wish(Tool.SHORTER))
    assert found.is_same
    assert found.edits == ()


async def test_without_a_model_the_other_tools_say_why_not(bench: Bench) -> None:
    bench.assistant.obstacle = ModelServerDown("http://127.0.0.1:11434")
    offers = {offer.tool: offer.obstacle for offer in await bench.rewriting.tools()}
    assert offers[Tool.SHORTER] is None
    assert isinstance(offers[Tool.FRIENDLIER], ModelServerDown)
    draft = await bench.shift.drafted(LETTER)
    with pytest.raises(ModelServerDown):
        await bench.rewriting.rewrite(draft, LETTER, Wish(Tool.FRIENDLIER))


@pytest.mark.parametrize("wish", [Wish(Tool.TRANSLATE), Wish(Tool.TRANSLATE, "klingon"), Wish(Tool.INSTRUCTION, "", "  ")])
async def test_a_wish_that_says_too_little_is_refused_with_what_is_missing(bench: Bench, wish: Wish) -> None:
    draft = await bench.shift.drafted(LETTER)
    with pytest.raises(BadInput):
        await bench.rewriting.rewrite(draft, LETTER, wish)


async def test_a_draft_that_is_gone_is_not_found(bench: Bench) -> None:
    with pytest.raises(NotFound):
        await bench.rewriting.rewrite(DraftId(99), LETTER, Wish(Tool.SHORTER))
