"""Two answers made alike: neither their frame nor their order tells who wrote which."""

import pytest

from helpdesk.domain.blind import body_of, draft_first, lot

HUMANS = [
    "Hi Ann,\n\nplease reset it.\n\nBest regards,\nJo\nAcme Support",
    "Dear Ms Miller:\nplease reset it.\nThanks\nJo",
    "Hallo Frau Miller,\n\nplease reset it.\n\nMit freundlichen Grüßen\nJo",
    "please reset it.",
    "Hi,\n\nplease reset it.\n\nAnn",
    "Hello Jo,\n\nthank you for your message.\n\nplease reset it.\n",
    "Bonjour,\n\nplease reset it.\n\nCordialement\n",
]


@pytest.mark.parametrize("letter", HUMANS)
def test_greeting_and_signature_are_gone(letter: str) -> None:
    assert body_of(letter) == "please reset it."


def test_so_is_the_frame_of_the_desk_and_its_citations() -> None:
    assert body_of("Hello Ann,\n\nHold it. [1]\n\nKind regards\nAda\nNorthlight", "Ada\nNorthlight") == "Hold it."


def test_a_reply_of_a_greeting_alone_is_not_emptied() -> None:
    assert body_of("Thanks!") == "Thanks!"


def test_a_sentence_that_only_begins_like_a_closing_stays() -> None:
    assert "Best to unplug it first." in body_of("Unplug it.\n\nBest to unplug it first.")


def test_the_order_is_drawn_and_stays() -> None:
    first = [draft_first("secret", str(n)) for n in range(2000)]
    assert first == [draft_first("secret", str(n)) for n in range(2000)]
    assert 900 < sum(first) < 1100
    assert first != [draft_first("another", str(n)) for n in range(2000)]


def test_one_lot_says_nothing_of_another() -> None:
    control = [lot("secret", "control", str(n)) < 0.1 for n in range(5000)]
    sample = [lot("secret", "sample", str(n)) for n in range(5000)]
    among = [place for place, is_control in zip(sample, control, strict=True) if is_control]
    assert 400 < len(among) < 600
    assert 0.45 < sum(among) / len(among) < 0.55
