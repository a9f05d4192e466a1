"""Greeting and closing: in the customer's language, in the desk's tone, and known again afterwards."""

from pathlib import Path

import pytest

from helpdesk.domain.errors import BadInput
from helpdesk.domain.letter import LANGUAGES, Tone, first_name, framed, full_name
from helpdesk.domain.letter_parts import parts_of
from helpdesk.domain.statements import statements
from helpdesk.settings import Settings, load


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_is_taken_apart_again_however_it_was_framed(language: str, tone: Tone) -> None:
    text = framed("Hold the button for ten seconds.", "Grace Miller", language, "Ada\nNorthlight", tone)
    parts = parts_of(text, "Ada\nNorthlight")
    assert "Grace" in parts.greeting
    assert parts.body == "Hold the button for ten seconds."
    assert [one.bare for one in statements(text, "Ada\nNorthlight")] == ["Hold the button for ten seconds."]


def test_tone_changes_how_a_letter_begins_and_ends() -> None:
    neutral, friendly, formal = (framed("Yes.", "Grace Miller", "en", "Ada", tone) for tone in Tone)
    assert neutral == "Hi Grace,\n\nYes.\n\nKind regards\nAda\n"
    assert friendly == "Hi Grace,\n\nYes.\n\nAll the best\nAda\n"
    assert formal == "Dear Grace Miller,\n\nYes.\n\nYours sincerely\nAda\n"
    assert framed("Ja.", "", "de", "Ada", Tone.FORMAL).startswith("Sehr geehrte Damen und Herren,\n")


def test_dutch_portuguese_and_polish_customers_are_greeted_in_their_language() -> None:
    assert framed("Ja.", "Jan", "nl", "Ada") == "Dag Jan,\n\nJa.\n\nMet vriendelijke groet\nAda\n"
    assert framed("Sim.", "Rui", "pt", "Ada") == "Olá, Rui,\n\nSim.\n\nCom os melhores cumprimentos\nAda\n"
    assert framed("Tak.", "Ewa", "pl", "Ada") == "Dzień dobry, Ewa,\n\nTak.\n\nZ poważaniem\nAda\n"


def test_a_language_without_phrases_is_framed_in_english() -> None:
    assert framed("Ja.", "Ove", "sv", "Ada", Tone.FORMAL) == "Dear Ove,\n\nJa.\n\nYours sincerely\nAda\n"


def test_names_are_told_from_what_is_none() -> None:
    assert (first_name("Miller, Grace"), full_name("Miller, Grace")) == ("Grace", "Grace Miller")
    assert (first_name("grace@example.org"), full_name("Northlight Ltd. 2 go now please")) == ("", "")


@pytest.mark.parametrize(
    "sender",
    ["Newsroom, The Harrowmere Ledger", "Accounts, Fennimore Lodge", "Support Admin", "Marketing Team", "Growth Team", "M."],
)
def test_an_office_is_greeted_without_a_name(sender: str) -> None:
    assert framed("Yes.", sender, "en", "Ada").startswith("Hello,\n")


def test_house_rules_are_bounded() -> None:
    assert load_with("Say 'hub', never 'device'.").house_rules.startswith("Say")
    with pytest.raises(BadInput, match="at most 600 characters; these are 601"):
        load_with("x" * 601)


def load_with(rules: str) -> Settings:
    return load(Path("nowhere"), {"HELPDESK_HOUSE_RULES": rules})


def test_a_signature_of_any_language_is_no_part_of_what_is_said() -> None:
    settings = Settings(signature="Ada\nNorthlight", signatures="[de]\nIhr Kundendienst\nSeit 1998 in Kiel\n[fr]\nÀ bientôt")
    for signed in ("Ihr Kundendienst\nSeit 1998 in Kiel", "Ada\nNorthlight", "À bientôt"):
        letter = f"Die Lampe blinkt rot.\n\n{signed}\n"
        assert parts_of(letter, settings.every_signature).body == "Die Lampe blinkt rot."
        assert [one.bare for one in statements(letter, settings.every_signature)] == ["Die Lampe blinkt rot."]


def test_a_signature_that_closes_the_letter_is_its_closing() -> None:
    assert framed("Yes.", "Jan", "en", "Best wishes,\nKim") == "Hi Jan,\n\nYes.\n\nBest wishes,\nKim\n"
    assert framed("Ja.", "Jan", "de", "Liebe Grüße\nKim").endswith("Ja.\n\nLiebe Grüße\nKim\n")
    assert framed("Yes.", "Jan", "en", "Best Western Hotels").endswith("Kind regards\nBest Western Hotels\n")
    assert framed("Yes.", "Jan", "en", "") == "Hi Jan,\n\nYes.\n\nKind regards\n"
