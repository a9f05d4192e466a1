"""The text of an article that is proposed."""

from helpdesk.domain import gap_text
from helpdesk.domain.gap_text import UNWRITTEN, article, file_name, lines_around, shortened, title_of, usable


def test_an_article_begins_with_its_front_matter_and_quotes_what_would_break_it() -> None:
    text = article('Hub: "red" light', "Why is it red?", "Press it.", ["hub", "light"])
    assert text.startswith('---\ntitle: "Hub: \\"red\\" light"\ntags: ["hub", "light"]\naudience: public\n---\n\n# Hub')
    assert text.endswith("## Why is it red?\n\nPress it.\n")
    assert UNWRITTEN in article("Hub", "", "", [])


def test_of_a_sent_answer_only_what_is_for_everybody_stays() -> None:
    sent = (
        "Hi Grace,\n\nDear {NAME}, hold the button for ten seconds. [1]\nThen wait a minute. I have refunded your order."
        "\n\n1. Unplug the hub from its adapter.\n2. Plug it in.\n\nKind regards\nAda\n"
    )
    text, left = usable(sent)
    assert text == "Then wait a minute.\n\n1. Unplug the hub from its adapter.\n2. Plug it in."
    assert left == 2
    assert usable("It takes nine days.\n\nBest\n{NAME}") == ("It takes nine days.", 0)
    assert gap_text.states_something(text)
    assert not gap_text.states_something("Thank you!")


def test_a_title_is_the_subject_where_it_says_something() -> None:
    assert title_of("Re: AW: shipping to Norway!", "How long?") == "Shipping to Norway"
    assert title_of("Hello", "How long does a parcel to Norway take?") == "How long does a parcel to Norway take?"
    assert title_of("", "") == "A question of customers"
    assert shortened("one two three four", 12) == "one two…"
    assert file_name("Größe & Gewicht: 5 kg?") == "grosse-gewicht-5-kg"
    assert file_name("…") == "new-article"


def test_lines_are_taken_whole_and_only_where_they_stand_once() -> None:
    source = "# A\n\nOne. Two.\nThree.\n\nOne. Two.\n"
    assert lines_around(source, "Three.") == "Three."
    assert lines_around(source, "Two.\nThree.") == "One. Two.\nThree."
    assert lines_around(source, "One. Two.\n\n") == ""
    assert lines_around("x\nOne. Two.\ny\nOne. Two.", "One.") == ""
    assert lines_around(source, "") == ""
