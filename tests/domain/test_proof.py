"""What a sentence of a reply stands on, and what makes it stand on nothing."""

import pytest

from helpdesk.domain.ids import PassageId
from helpdesk.domain.proof import Level, Proof, SentenceProof, Why, by_meaning, prove
from helpdesk.domain.signatures import APART
from helpdesk.domain.spans import Source, Sources

RETURNS = Source(
    PassageId(1),
    (1,),
    "Returns",
    "You can return any article within 30 days of delivery. Opened software is never accepted.\n\n"
    "1. Open the **Returns** page.\n2. Enter the order number.\n\n"
    "Refunds reach your account within 5 working days. See https://shop.example/returns for the form RT-12.",
)
HUB = Source(
    PassageId(2), (2,), "Hub", "Always unplug the hub before you clean it. The hub weighs 2 kg and was sold from 2026-03-01 on."
)
GERMAN = Source(PassageId(3), (3,), "Garantie", "Die Garantie gilt nicht für Verschleißteile. Sie beginnt mit dem Kauf.")
EVERY = Sources([RETURNS, HUB, GERMAN], "My order 4711 is late")


def proven(text: str) -> Proof:
    return prove(text, EVERY)


def only(text: str) -> SentenceProof:
    (one,) = proven(text).sentences
    return one


@pytest.mark.parametrize(
    "text",
    [
        "You can return any article within 30 days of delivery. [1]",
        "Any article can be returned within thirty days of delivery.",
        "Opened software is not accepted [1].",
        "Refunds reach your account within five working days. [1]",
        "See https://shop.example/returns for the form RT-12.",
        "The hub was sold from 1 March 2026 on. [2]",
        "Die Garantie gilt nicht für Verschleißteile. [3]",
    ],
)
def test_what_a_source_says_is_supported_also_in_other_words(text: str) -> None:
    assert only(text).level is Level.SUPPORTED


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("You can return any article within 90 days of delivery. [1]", Why.NUMBER),
        ("You can return any article within 5 days of delivery. [1]", Why.NUMBER),
        ("You can return any article within 30 weeks of delivery. [1]", Why.UNIT),
        ("See https://shop.evil/returns for the form RT-12. [1]", Why.ADDRESS),
        ("See https://shop.example/returns for the form RT-13. [1]", Why.NUMBER),
        ("You cannot return any article within 30 days of delivery. [1]", Why.DENIAL),
        ("You can't return any article within 30 days of delivery. [1]", Why.DENIAL),
        ("Opened software is accepted. [1]", Why.DENIAL),
        ("Opened software is always accepted. [1]", Why.DENIAL),
        ("Always unplug the hub after you clean it. [2]", Why.OPPOSITE),
        ("Never unplug the hub before you clean it. [2]", Why.DENIAL),
        ("The hub was sold from 1 May 2026 on. [2]", Why.NUMBER),
        ("Die Garantie gilt für Verschleißteile. [3]", Why.DENIAL),
        ("Our office dog is called Bruno and loves biscuits.", Why.WORDS),
    ],
)
def test_what_no_source_says_or_says_otherwise_is_unsupported(text: str, why: Why) -> None:
    one = only(text)
    assert one.level is Level.UNSUPPORTED
    assert why in one.why
    assert (one.backing == 0) == one.contradicted or one.backing < 0.5


def test_the_customers_own_number_needs_no_source() -> None:
    assert Why.NUMBER not in only("Enter the order number 4711. [1]").why
    assert Why.NUMBER in only("Enter the order number 4712. [1]").why


def test_the_span_is_the_sentence_of_the_passage_that_says_it() -> None:
    one = only("Refunds reach your account within 5 working days. [1]")
    assert one.passage_id == 1
    assert RETURNS.text[slice(*one.span)] == "Refunds reach your account within 5 working days."


def test_each_step_of_a_long_list_stands_on_its_own_line() -> None:
    steps = "\n".join(f"{n}. Turn the gasket by {15 * n} degrees and wait {n} minutes." for n in range(1, 13))
    source = Source(PassageId(4), (1,), "Gasket", f"Twice a year:\n\n{steps}")
    proof = prove(f"{steps}\n13. Turn the gasket by 15 degrees and wait 9 minutes.", Sources([source]))
    assert [one.level for one in proof.sentences] == [Level.SUPPORTED] * 12 + [Level.UNSUPPORTED]
    assert [source.text[slice(*one.span)].partition(". ")[0] for one in proof.sentences[:12]] == [str(n) for n in range(1, 13)]


def test_a_table_row_with_its_header_is_a_quotation_and_one_that_turns_it_round_is_not() -> None:
    table = "| Type | Use it? |\n|---|---|\n| Alkaline 1.5 V | yes |\n| NiMH 1.2 V | **no**: the valve reports empty |"
    sources = Sources([Source(PassageId(5), (1,), "Batteries", table)])
    proof = prove(
        "Type: NiMH 1.2 V; Use it?: no: the valve reports empty. [1]\n\nType: Alkaline 1.5 V; Use it?: no. [1]", sources
    )
    assert [one.level for one in proof.sentences] == [Level.SUPPORTED, Level.UNSUPPORTED]


def test_another_source_than_the_one_named_makes_it_weak() -> None:
    one = only("Always unplug the hub before you clean it. [1]")
    assert (one.level, one.why, one.passage_id) == (Level.WEAK, (Why.OTHER_SOURCE,), 2)


def test_the_frame_of_a_letter_is_not_judged() -> None:
    reply = (
        "Hi Ana,\n\nthank you for your message. I am sorry to hear that! You can return any article within 30 days of "
        "delivery. [1] Would you like a label?\n\nTo return it:\n1. Open the Returns page. [1]\n"
        "2. Enter the order number. [1]\n\n"
        "I hope this helps. Let us know if you have any further questions.\n\n"
        "Kind regards\nBruno Bauer, Head of Support Office\n"
        "The best shop in the whole wide world"
    )
    proof = proven(reply)
    assert [proof.said(one) for one in proof.sentences] == [
        "You can return any article within 30 days of delivery. [1]",
        "Open the Returns page. [1]",
        "Enter the order number. [1]",
    ]
    assert [one.level for one in proof.sentences] == [Level.SUPPORTED] * 3


def test_a_postscript_under_the_signature_is_judged_like_the_letter() -> None:
    signatures = f"Ada\nNorthlight{APART}Ada\nNordlicht"
    letter = "Hello Jo,\n\nYou can return any article within 30 days of delivery. [1]\n\nKind regards,\nAda\nNorthlight"
    assert len(prove(letter, EVERY, signatures).sentences) == 1
    for gap in ("\n", "\n\n"):
        found = prove(f"{letter}{gap}PS: The hub costs 77 pounds.", EVERY, signatures)
        assert [one.level for one in found.sentences] == [Level.SUPPORTED, Level.UNSUPPORTED]


def test_without_sources_nothing_is_judged() -> None:
    assert prove("The moon is made of green cheese.", Sources([])).sentences == ()


def test_meaning_moves_words_but_never_figures_or_denials() -> None:
    far = only("Our office dog is called Bruno and loves biscuits.")
    assert by_meaning(far, 0.8).level is Level.WEAK
    weak = by_meaning(far, 0.8)
    assert by_meaning(weak, 0.95).level is Level.SUPPORTED
    assert by_meaning(weak, 0.1).level is Level.UNSUPPORTED
    wrong = only("You can return any article within 90 days of delivery. [1]")
    assert by_meaning(wrong, 1.0) == wrong


@pytest.mark.parametrize(
    "text", ["", "[1]", "🙂 [99] ((((", "1. \n2. \n- ", "a" * 30_000, "not not not never no 3 3 3 30 days 30"]
)
def test_any_text_can_be_judged(text: str) -> None:
    for one in proven(text).sentences:
        assert 0 <= one.start < one.end <= len(text)
