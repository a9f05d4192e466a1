"""What a customer wrote newly, apart from what the mail repeats."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.mail_history import new_words

REPLIES = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "emails" / "quoted_replies.jsonl"


@pytest.mark.parametrize(
    "history",
    [
        "On Fri, Nov 20, 2026 at 9:00 AM Ada <ada@desk.example> wrote:\n\n> Tighten the screw.",
        "On Fri, Nov 20, 2026 at 9:00 AM Ada from the long-named company\n<ada@desk.example> wrote:\n> Tighten it.",
        "Am 20.11.2026 um 09:00 schrieb Ada:\n> Zieh die Schraube an.",
        "Le 20 nov. 2026 à 09:00, Ada <ada@desk.example> a écrit :\n> Serrez la vis.",
        "-----Original Message-----\nFrom: Ada\nTighten the screw.",
        "From: Ada [mailto:ada@desk.example]\nSent: Friday\nTo: Zoe\nSubject: Lamp\n\nTighten the screw.",
        "Von: ada@desk.example\nGesendet: Freitag\nBetreff: Lampe\n\nZieh an.",
        "-- \nZoe Quist\nHead of Lamps",
        "Sent from my iPhone",
        "> Tighten the screw.\n> Ada",
    ],
)
def test_what_is_repeated_or_signed_is_left_out(history: str) -> None:
    assert new_words(f"It still hums.\n\n{history}\n") == "It still hums."


def test_answers_between_and_below_quotes_stay() -> None:
    body = "Hi,\n\n> Did you tighten it?\n\nYes.\n\n> Is it new?\n\nNo.\n"
    assert new_words(body) == "Hi,\n\nYes.\n\nNo."


@pytest.mark.parametrize(
    "body",
    [
        "> everything is quoted",
        "FYI\n\n---------- Forwarded message ----------\nFrom: bob@example.com\nSubject: Two\n\nText",
        "On Monday I called and your colleague sent me here.\nOn Tuesday nobody wrote back.\nWhat now?",
        "From: where do I download it?\nThanks",
        ">>> print(1)\nraises an error",
    ],
)
def test_a_message_is_never_lost(body: str) -> None:
    assert new_words(body) == body


@given(st.text(alphabet="On >\n:@-wrote2026From, ", max_size=400))
def test_something_is_left_of_everything(body: str) -> None:
    assert bool(new_words(body)) == bool(body.strip())


@pytest.mark.skipif(not REPLIES.is_file(), reason="the collected replies are not here")
def test_most_collected_replies_are_told_from_their_history() -> None:
    rows = [json.loads(line) for line in REPLIES.read_text("utf-8").splitlines()]
    told = [re.sub(r"\s+", "", new_words(row["body"])) == re.sub(r"\s+", "", row["reply"]) for row in rows]
    assert sum(told) >= 0.85 * len(told)
