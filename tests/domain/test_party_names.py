"""Names from the places where mails name people, and nowhere else."""

import pytest

from helpdesk.domain.party_names import found, of_person


def names(text: str) -> set[str]:
    return {text[f.start : f.end] for f in found(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dear Mrs. O'Neil,\nthe hub blinks.", "O'Neil"),
        ("Hi Jana,\nmy hub blinks", "Jana"),
        ("Sehr geehrte Frau Dr. Müller-Lüdenscheid,\n", "Müller-Lüdenscheid"),
        ("Bonjour Madame Dupont,\n", "Dupont"),
        ("It blinks.\n\nBest regards,\nAnna Nowak", "Anna Nowak"),
        ("Es blinkt.\n\nMit freundlichen Grüßen\n\nMax Mustermann", "Max Mustermann"),
        ("It blinks. Thanks, Bob", "Bob"),
        ("It blinks\n-- \nAnna van der Berg\nSales", "Anna van der Berg"),
        ("From: Anna Nowak <anna@x.example>\nSent: Monday", "Anna Nowak"),
        ('To: "Nowak, Anna" <anna@x.example>', "Nowak"),
        ("On Mon, 3 Mar 2026 at 10:12, Anna Nowak <anna@x.example> wrote:", "Anna Nowak"),
        ("Hello, my name is Aantje Mourik and my hub blinks", "Aantje Mourik"),
        ("my name is borna jerković but it blinks", "borna jerković"),
        ("Ich heiße Ana Čuk.", "Ana Čuk"),
        ("I'm Naomi Ryan and it blinks", "Naomi Ryan"),
        ("Please add Ms. Marcela to it", "Marcela"),
        ("Name: Toshimi Arata\nPhone: 0490 75 40 81", "Toshimi Arata"),
        ("Julcsa Kárpáthy\nMhealthcoach\nMobile: 03.93.92.16.85", "Julcsa Kárpáthy"),
    ],
)
def test_a_place_that_names_somebody_is_seen(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dear Support Team,\nmy hub blinks.",
        "Hello,\nThe Aurora Hub 2 blinks since Monday.",
        "I am Furious about this!",
        "Thank you,\nSales Team",
        "My name is not on the invoice.",
        "Dear Sir or Madam,\n",
        "Open Settings > Network and press Reset Hub.",
    ],
)
def test_products_teams_and_moods_are_nobody(text: str) -> None:
    assert names(text) == set()


def test_a_person_is_known_by_every_part_of_a_name_but_ordinary_words() -> None:
    assert {f.end - f.start for f in of_person("Anna Nowak")} == {10, 4, 5}
    assert [f.end - f.start for f in of_person("Will Rose")] == [9]
