"""The desk's own answers: kept and checked, found for a message, and quoted when no article answers."""

from dataclasses import replace

import pytest

from helpdesk.domain.draft import Route
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.macro import is_macro
from helpdesk.services.changing import Changes
from helpdesk.services.macro_choice import MacroChoice
from helpdesk.services.macros import Macros
from tests.fakes.clock import FixedClock
from tests.fakes.library import Library
from tests.fakes.scripted_writer import ScriptedWriter
from tests.fakes.spine import Spine

LABEL = "Dear {customer},\n\nhere is the return label for ticket {ticket}.\n\nPut it on the parcel.\n\nKind regards\n{agent}"
ASKED = "Please send me a return label for my parcel."


async def test_a_macro_is_kept_changed_and_removed(spine: Spine) -> None:
    macros = spine.macros
    assert await macros.save("Return label", LABEL)
    assert not await macros.save("  Return   label ", "Here it is.", "EN")
    assert [(one.name, one.text, one.language) for one in await macros.all()] == [("Return label", "Here it is.", "en")]
    await macros.remove("Return label")
    assert await macros.all() == []
    with pytest.raises(NotFound):
        await macros.remove("Return label")


@pytest.mark.parametrize(
    ("name", "text", "language", "line", "reason"),
    [
        ("", "Hello", "", 0, "give it a name"),
        ("x" * 81, "Hello", "", 0, "at most 80 characters"),
        ("Label", " \n", "", 0, "write a text"),
        ("Label", "x" * 4001, "", 0, "this one has 4001"),
        ("Label", "Hello\nyour {order}", "", 2, r"\{order\} stands for nothing; use \{customer\}"),
        ("Label", "Hello {customer", "", 1, "a brace is opened or closed alone"),
        ("Label", "Hello", "xx", 0, "its language must be empty or one of ar, cs, da"),
    ],
)
async def test_a_macro_that_cannot_be_used_is_refused_with_its_line(
    spine: Spine, name: str, text: str, language: str, line: int, reason: str
) -> None:
    with pytest.raises(BadInput, match=reason) as refused:
        await spine.macros.save(name, text, language)
    assert refused.value.line == line
    assert await spine.macros.all() == []


async def test_the_macro_that_fits_is_found_by_words_and_meaning(library: Library, clock: FixedClock) -> None:
    macros = Macros(library.store, Changes(library.store, clock, lambda _: None, "Ada"))
    choice = MacroChoice(library.store, library.index)
    await macros.save("Return label", LABEL)
    await macros.save("Opening hours", "We are here from nine to five, Monday to Friday.")
    await macros.save("Retourschein", "Hier ist Ihr Retourschein.", "de")
    for message, language, name in [
        (ASKED, "en", "Return label"),
        ("What are your opening hours on Friday?", "en", "Opening hours"),
        ("Ich brauche einen Retourschein", "de", "Retourschein"),
        ("Ich brauche einen Retourschein", "en", None),
        ("My hub blinks red and the app crashes", "en", None),
        ("", "en", None),
    ]:
        found = await choice.best(message, language)
        assert (found.name if found else None) == name, message


async def test_a_macro_answers_when_no_article_does_and_a_person_reads_it(spine: Spine) -> None:
    await spine.macros.save("Return label", LABEL)
    ticket_id, draft_id = await spine.requested(ASKED)
    draft = await spine.pipeline.answer(draft_id)
    assert draft.text.startswith("Hi Jo,\n\n")
    assert f"here is the return label for ticket {ticket_id}. [1]\n\nPut it on the parcel. [1]" in draft.text
    assert draft.text.count("Kind regards") == 1
    cited = draft.citations[0]
    assert (cited.path, cited.article_id, is_macro(cited)) == ("macro: Return label", 0, True)
    assert "Dear Jo Miller," in cited.quote
    assert draft.route is not Route.SEND
    assert "The draft quotes a macro, not an article: Return label" in [reason.words for reason in draft.reasons]


async def test_an_article_that_answers_goes_before_a_macro(spine: Spine) -> None:
    await spine.knows("To reset the hub, hold its button for ten seconds.")
    await spine.macros.save("Reset the hub", "Please call us about resetting the hub.")
    _, draft_id = await spine.requested("How do I reset the hub?")
    draft = await spine.pipeline.answer(draft_id)
    assert [cited.path for cited in draft.citations] == ["hub/reset.md"]


async def test_a_model_is_shown_no_name_of_the_customer_by_a_macro(spine: Spine) -> None:
    await spine.macros.save("Return label", LABEL)
    spine.writers["ollama"] = writer = ScriptedWriter()
    spine.settings = replace(spine.settings, writer="ollama")
    _, draft_id = await spine.requested(ASKED)
    await spine.pipeline.answer(draft_id)
    told = writer.tasks[-1].macro
    assert told is not None
    assert "Dear {NAME_1}," in told.text
    assert "Jo" not in told.text
