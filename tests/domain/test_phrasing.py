"""How alike a question and a passage are worded."""

import pytest

from helpdesk.domain.exact_names import exact_names, holds
from helpdesk.domain.fusion import Mix, fused, rarity, refined, said_once
from helpdesk.domain.ids import PassageId
from helpdesk.domain.phrasing import Asked, Likeness

NEUTRAL: dict[str, str] = {}


def like(question: str, text: str, corrected: dict[str, str] = NEUTRAL) -> Likeness:
    asked = Asked(question, lambda _: 3.0, corrected)
    return asked.like(text, asked.names_in([text]))


def test_the_same_words_in_the_same_order_are_more_alike_than_scattered_ones() -> None:
    question = "Who gets free school meals?"
    together = like(question, "Meals\nFree school meals are for children whose parents get Universal Credit.")
    scattered = like(question, "School\nEvery school is free. Hot meals cost two pounds.")
    assert together.pairs > scattered.pairs
    assert together.triples > scattered.triples
    assert scattered.triples == 0.0


def test_inflection_does_not_part_what_is_worded_alike() -> None:
    assert like("resetting passwords", "Account\nReset the password.").runs == 0.0
    assert like("resetting passwords", "Account\nReset password links are mailed.").runs == 1.0


def test_a_title_that_is_the_question_fits_wholly() -> None:
    assert like("How does the virus spread?", "How does the virus spread?\nBy droplets.").heading == 1.0
    assert like("How does the virus spread?", "Virus tests and vaccines\nAsk your doctor.").heading == pytest.approx(1 / 3)


def test_a_misspelt_word_is_compared_as_it_was_meant() -> None:
    assert like("pasword reset", "A\nThe password reset mail.").runs == 0.0
    assert like("pasword reset", "A\nThe password reset mail.", {"pasword": "password"}).runs == 1.0


@pytest.mark.parametrize("text", ["", "?!", "the of and", "\0", "漢字" * 500, "a" * 5000])
def test_any_text_can_be_compared(text: str) -> None:
    assert 0.0 <= like(text, f"{text}\n{text}").runs <= 1.0


def test_exact_names_are_codes_versions_paths_and_settings() -> None:
    text = r"Since 2.4.1 it shows E-17, see C:\Temp\log.txt, /etc/hosts and max_upload_size in settings.toml (0x80070005)."
    assert exact_names(text) == [
        "2.4.1",
        "e-17",
        r"c:\temp\log.txt",
        "/etc/hosts",
        "max_upload_size",
        "settings.toml",
        "0x80070005",
    ]


@pytest.mark.parametrize("text", ["On 12.11.2026 at 5pm I paid 20GB and/or went home.", "Is it the 3rd? Yes, HDMI/USB.", ""])
def test_dates_amounts_and_alternatives_are_no_names(text: str) -> None:
    assert exact_names(text) == []


def test_a_name_is_found_whole_or_not_at_all() -> None:
    assert holds("needs version 2.4.", "2.4")
    assert not holds("needs version 2.4.1", "2.4")
    assert not holds("error e-170", "e-17")


def test_a_leg_that_cannot_tell_passages_apart_has_little_to_say() -> None:
    found = [(PassageId(1), 6.0, 0.500), (PassageId(2), 3.0, 0.505), (PassageId(3), 0.0, 0.499)]
    assert fused(found, Mix(0.4, 0.6))[0].passage_id == 2
    assert fused(found, Mix(0.4, 0.6, spread=0.3))[0].passage_id == 1


def test_words_have_little_to_say_where_no_passage_says_much_of_the_question() -> None:
    found = [(PassageId(1), 2.0, 0.5), (PassageId(2), 1.0, 0.7), (PassageId(3), 0.0, 0.4)]
    asked = dict.fromkeys(("till", "freezes", "after", "update", "nobody knows"), 2) | {"nobody knows": 0}
    once = said_once(asked, 1_000)
    assert once == pytest.approx(4 * rarity(2, 1_000), rel=0.01)
    assert said_once({"the": 700}, 1_000) == 0.0, "a word of most passages says nothing"
    assert fused(found, Mix(0.6, 0.4), once)[0].passage_id == 1
    assert fused(found, Mix(0.6, 0.4, said=0.5), once)[0].passage_id == 2
    assert fused(found, Mix(0.6, 0.4, said=0.5), 4.0)[0].lexical == 1.0, "a passage that says half of it is trusted"


def test_an_exact_name_counts_as_much_as_all_the_rest() -> None:
    found = fused([(PassageId(1), 9.0, 0.9), (PassageId(2), 1.0, 0.1)], Mix(0.5, 0.5))
    again = refined(found, {PassageId(1): Likeness(pairs=0.9), PassageId(2): Likeness(codes=1.0)}, Mix(0.5, 0.5, pairs=0.5))
    assert [one.passage_id for one in again] == [2, 1]
    assert all(0.0 <= one.score <= 1.0 for one in again)
