"""A customer's number comes back by mail however the mail program treats it, and nothing else is taken for one."""

import pytest

from helpdesk.domain.rating import kept_form, new_token, says_only_stars, stars_in, summed, tokens_in, with_line

TOKEN = "abcdefghijklmnopqrstuvwxyz234567"


@pytest.mark.parametrize(
    ("body", "stars"),
    [
        ("5", 5),
        ("  4/5 \n\nThank you!", 4),
        ("5 stars!", 5),
        ("★★★", 3),
        ("⭐⭐⭐⭐⭐", 5),
        ("2 von 5\nDie Antwort half nicht.", 2),
        ("1.\n\n> Old words\n> 5\n", 1),
        ("Hello,\n\n3\n\nBest regards\nAda", 3),
        ("6", None),
        ("0", None),
        ("15", None),
        ("5 of my items are missing", None),
        ("My order 5 did not come", None),
        ("Thanks!\n5", None),
        ("> 5", None),
        ("", None),
    ],
)
def test_the_first_line_of_the_customers_own_words_is_the_number(body: str, stars: int | None) -> None:
    assert stars_in("Re: Refund", body) == stars


def test_a_number_in_the_subject_counts_only_beside_the_mark() -> None:
    assert stars_in(f"Re: 4 [rating {TOKEN}]", "") == 4
    assert stars_in("Re: 4", "") is None


def test_the_mark_is_found_in_quotes_in_capitals_and_broken_over_lines() -> None:
    asked = with_line("Dear Ada,\n\nsend it back.\n", TOKEN, "de")
    assert asked.startswith("Dear Ada,\n\nsend it back.\n\nWie war diese Antwort?")
    quoted = "\n".join(f"> {line}" for line in asked.splitlines())
    assert tokens_in("", f"5\n\n{quoted}") == (TOKEN,)
    assert tokens_in(f"Re: [RATING {TOKEN.upper()}]", "") == (TOKEN,)
    assert tokens_in("", f"> [rating\n> {TOKEN}]") == (TOKEN,)
    assert tokens_in("", f"[rating {TOKEN}x]", "[rating short]") == ()


@pytest.mark.parametrize(
    ("body", "only"),
    [
        ("5", True),
        ("5\n\nThank you so much!", True),
        ("1\n\nThis did not help, I still cannot log in.", False),
        ("5\n\nHow do I change my address?", False),
        ("2\n\nWhen will it be here?", False),
        ("5\n\nVielen Dank!", True),
        (f"4\n[rating {TOKEN}]", True),
    ],
)
def test_a_question_beside_the_number_still_wants_an_answer(body: str, only: bool) -> None:
    assert says_only_stars(body) is only


def test_tokens_cannot_be_guessed_nor_read_from_the_store() -> None:
    made = {new_token() for _ in range(1000)}
    assert len(made) == 1000
    assert all(tokens_in(f"[rating {one}]") == (one,) for one in made)
    assert kept_form(TOKEN) == kept_form(TOKEN.upper())
    assert TOKEN not in kept_form(TOKEN)


def test_satisfaction_is_the_mean_of_what_was_answered() -> None:
    found = summed(10, [5, 5, 2])
    assert (found.answered, found.average, found.by_stars) == (3, 4.0, (0, 1, 0, 0, 2))
    assert summed(3, []).average is None
