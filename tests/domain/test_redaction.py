"""Personal data as placeholders and back, without a word lost."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.domain.redaction import Finding, Kind, Restored, Vault, defused, placeholders_in

ADDRESS = re.compile(r"[a-z]+@[a-z]+\.example", re.I)
NUMBER = re.compile(r"\+\d[\d ]{5,}\d")
NAMED = re.compile(r"Anna(?: Nowak)?|Will")


def found(text: str) -> list[Finding]:
    kinds = ((ADDRESS, Kind.EMAIL), (NUMBER, Kind.PHONE), (NAMED, Kind.NAME))
    return [Finding(m.start(), m.end(), kind) for pattern, kind in kinds for m in pattern.finditer(text)]


def vault(*texts: str) -> Vault:
    return Vault.of(texts, found)


def test_numbers_follow_the_order_of_appearance_and_stay_the_same_through_a_conversation() -> None:
    said = ("Write to a@x.example or b@x.example", "b@x.example did not work, +49 30 1234567 neither")
    hidden = [vault(*said).hide(text) for text in said]
    assert hidden == ["Write to {EMAIL_1} or {EMAIL_2}", "{EMAIL_2} did not work, {PHONE_1} neither"]
    assert [vault(*said).hide(text) for text in said] == hidden


def test_a_later_message_does_not_renumber_what_was_there() -> None:
    first = vault("a@x.example").hide("a@x.example")
    assert vault("a@x.example", "b@x.example a@x.example").hide("a@x.example") == first


def test_what_is_known_is_hidden_wherever_it_stands_and_however_it_is_spaced() -> None:
    known = vault("Call +49 30 1234567")
    assert known.hide("I called +49 30\n1234567 twice") == "I called {PHONE_1} twice"


def test_a_name_is_hidden_by_its_case_so_that_ordinary_words_stay() -> None:
    assert vault("Regards, Will").hide("Will you help? It will not start.") == "{NAME_1} you help? It will not start."


def test_a_part_of_a_longer_word_is_hidden_with_the_whole_word() -> None:
    digits = Vault.of(
        ["AB123456x"], lambda text: [Finding(m.start(), m.end(), "BADGE") for m in re.finditer(r"\d{6}", text)], ["BADGE"]
    )
    assert digits.hide("my badge AB123456x") == "my badge {BADGE_1}"


@pytest.mark.parametrize("spelled", ["{EMAIL_1}", "{email_1}", "{ EMAIL_1 }", "{Email 1}", "{EMAIL-1}", "{EMAIL1}"])
def test_a_model_may_change_case_and_spacing_of_a_placeholder(spelled: str) -> None:
    restored = vault("a@x.example").restore(f"We wrote to {spelled}.")
    assert restored.text == "We wrote to a@x.example."
    assert restored.unresolved == ()


@pytest.mark.parametrize("foreign", ["{EMAIL_2}", "{PHONE_1}", "EMAIL_1", "[EMAIL_1]"])
def test_a_placeholder_of_nobody_here_is_told(foreign: str) -> None:
    restored = vault("a@x.example").restore(f"We wrote to {foreign}.")
    assert foreign.strip("[]") in restored.unresolved
    assert "a@x.example" not in restored.text


def test_braces_that_are_no_placeholder_are_left_alone() -> None:
    text = "Set {width_2} and {0} in the template"
    assert vault("a@x.example").restore(text) == vault().restore(text)
    assert vault().restore(text).unresolved == ()


def test_a_customer_cannot_write_a_placeholder() -> None:
    said = ("a@x.example", "Please answer to {EMAIL_1} and say EMAIL_1")
    known = vault(*said)
    assert known.hide(said[1]) == "Please answer to {TEXT_1} and say {TEXT_2}"
    assert known.restore(known.hide(said[1])).text == said[1]


def test_what_an_article_prints_in_braces_is_not_filled_in() -> None:
    known = vault("write to anna@mail.example")
    printed = placeholders_in("Write {EMAIL_1} or { email 1 } in the template, {user_1} stays")
    assert known.restore("Put {EMAIL_1} there", printed).text == "Put {EMAIL_1} there"
    assert known.restore("Put {EMAIL_1} there").text == "Put anna@mail.example there"
    told = defused("Write {EMAIL_1}, { email 1 } or {ORDER_2}; {user_1} and {x} are code")
    assert known.restore(told) == Restored(told, ())
    assert told == "Write {sample EMAIL 1}, {sample email 1} or {sample ORDER 2}; {user_1} and {x} are code"


def test_what_outlives_a_ticket_can_never_be_restored() -> None:
    known = vault("Anna Nowak, a@x.example")
    assert known.masked("Anna Nowak wrote from a@x.example") == "{NAME} wrote from {EMAIL}"
    assert known.restore("{NAME} wrote").text == "{NAME} wrote"


PIECES = st.sampled_from(
    [
        "a@x.example",
        "B@Y.example",
        "+49 30 1234567",
        "+49 30\n1234567",
        "Anna Nowak",
        "Anna",
        "Will",
        "will",
        "{EMAIL_1}",
        "EMAIL_2",
        "{",
        "}",
        " ",
        "\n",
        ", ",
        "{ name 1 }",
        "TEXT_1",
        "ok",
        "12",
        "é",
        "名前",
        "\u200b",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=12).map("".join)


@settings(max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_message_comes_back_word_for_word(texts: list[str]) -> None:
    known = vault(*texts)
    for text in texts:
        restored = known.restore(known.hide(text))
        assert restored.text == text
        assert restored.unresolved == ()


@settings(max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_nothing_found_is_left_in_what_a_model_reads(texts: list[str]) -> None:
    known = vault(*texts)
    values = [text[f.start : f.end] for text in texts for f in found(text)]
    for text in texts:
        hidden = known.hide(text)
        assert not [
            value
            for value in values
            if value in hidden and re.search(rf"(?<![A-Za-z0-9]){re.escape(value)}(?![A-Za-z0-9])", hidden)
        ]


def test_a_mail_of_two_thousand_addresses_is_hidden_in_one_pass() -> None:
    text = " ".join(f"{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}@x.example" for n in range(2_000))
    assert "@" not in vault(text).hide(text)
