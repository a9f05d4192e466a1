"""What a model is told: a fixed beginning, numbered sources, everybody else's words as marked data, the task at the end."""

from dataclasses import replace
from datetime import UTC, datetime

from helpdesk import paths
from helpdesk.adapters.writers.grounding import bound
from helpdesk.adapters.writers.ollama.budget import Budget
from helpdesk.adapters.writers.prompting import SUMMARY_TOKENS, Prompt, build, templates
from helpdesk.domain.macro import Macro, as_passage
from helpdesk.domain.past_answer import PastAnswer
from helpdesk.ports.writing import WritingTask
from tests.fakes.evidence import passage, task

TEXTS = templates(paths.resources() / "prompts")
ROOMY = Budget(4096, 350, 3.0)
RESET = passage(1, "To reset the hub, hold the button for ten seconds.")
INVOICE = passage(2, "You find every invoice under Account > Billing.", "Invoices")
MACRO = Macro(
    3, "Return label", "Dear {customer}, here is your label for ticket {ticket}.", "", datetime(2026, 5, 1, tzinfo=UTC)
)
LABEL = as_passage(MACRO, {"customer": "Grace", "ticket": "7"})


def prompt(wanted: WritingTask, nonce: str = "abcd1234", budget: Budget = ROOMY) -> Prompt:
    return build(wanted, TEXTS, budget, 5, nonce)


def test_the_instructions_are_the_same_to_the_letter_for_every_ticket() -> None:
    """A model server reads again only what changed: whatever differs between tickets comes after them."""
    one = prompt(replace(task("How do I reset my hub?", [RESET]), canary="kept", hint="Be brief", summary="long ago"))
    other = prompt(replace(task("Wo ist meine Rechnung?", [INVOICE], language="de"), canary="kept", macro=LABEL), "99999999")
    assert one.system == other.system
    assert "abcd1234" not in one.system
    assert one.user.splitlines()[0] == "SOURCES abcd1234"


def test_the_best_passage_stands_last_and_the_task_after_everything() -> None:
    said = prompt(task("How do I reset my hub?", [RESET, INVOICE])).user
    assert said.index("[1] Invoices") < said.index("[2] Reset the hub") < said.index("TICKET") < said.index("TASK:")
    assert said.splitlines()[-1].startswith("TASK: write the reply body in English")


def test_tone_and_house_rules_are_told_after_ours_and_make_another_drafter() -> None:
    plain = task("How do I reset my hub?", [RESET])
    ruled = replace(plain, tone="formal", house_rules="Say 'hub', never {{company}}.")
    system = prompt(ruled).system
    assert system.index("Use only facts from SOURCES") < system.index("Be formal") < system.index("RULES OF THIS DESK")
    assert system.endswith("Say 'hub', never {{company}}.")
    versions = {TEXTS.of(*said).version for said in (("formal", ""), ("formal", "Say 'hub'."), ("neutral", ""), ("formal", ""))}
    assert len(versions) == 3


def test_earlier_turns_are_told_in_short_within_their_room() -> None:
    said = prompt(replace(task("And now?", [RESET]), summary="Asked for a refund. " * 200, earlier=("It is a hub.",))).user
    short = said[said.index("EARLIER IN SHORT") : said.index("EARLIER IN THE CONVERSATION")]
    assert ROOMY.tokens(short) < SUMMARY_TOKENS * 1.2
    assert all(line.startswith("^") for line in short.splitlines()[1:])


def test_a_macro_is_a_marked_source_and_cited_as_one() -> None:
    told = prompt(replace(task("I need a return label", [RESET]), macro=LABEL))
    assert (
        "[M1] Return label (macro: Return label, updated 2026-05-01)\nDear Grace, here is your label for ticket 7." in told.user
    )
    text, cited = bound("Here is your label [M1]. Hold the button [1, M1].", told.passages, told.macro)
    assert text == "Here is your label [1]. Hold the button [2][1]."
    assert [(c.path, c.article_id, c.quote in LABEL.text) for c in cited[:1]] == [("macro: Return label", 0, True)]


def test_marks_of_a_macro_or_past_answer_that_is_no_source_are_dropped() -> None:
    text, cited = bound("Hold the button [1]. As always [P1]. Label [M1].", [RESET])
    assert text == "Hold the button [1]. As always. Label."
    assert len(cited) == 1


def test_a_past_answer_is_an_example_and_brings_the_passages_it_stands_on() -> None:
    past = PastAnswer("Hold the button.\nIt helps.", datetime(2026, 11, 2, tzinfo=UTC), (INVOICE,))
    told = prompt(replace(task("How do I reset my hub?", [RESET]), past=past))
    assert "[P1] past answer, 2026-11-02" in told.user
    assert "^Hold the button.\n^It helps." in told.user
    assert {p.id for p in told.passages} == {RESET.id, INVOICE.id}


def test_a_full_prompt_stays_within_its_window() -> None:
    tight = Budget(2048, 350, 3.0)
    long = passage(1, "Hold the button. " * 400)
    past = PastAnswer("It helps. " * 300, datetime(2026, 11, 2, tzinfo=UTC), (passage(9, "Unplug it. " * 300),))
    macro = replace(LABEL, text="Here is your label. " * 300)
    full = replace(
        task("My hub is red. " * 300, [long, INVOICE]),
        earlier=("Long ago. " * 200,),
        summary="In short. " * 200,
        macro=macro,
        past=past,
        house_rules="Rule. " * 100,
        hint="Be kind. " * 50,
    )
    told = prompt(full, budget=tight)
    assert tight.tokens(told.system) + tight.tokens(told.user) <= tight.room
