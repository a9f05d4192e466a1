"""Markdown as a customer reads it in a mail."""

import pytest

from helpdesk.domain.markup import clean, plain
from helpdesk.domain.table_words import without_tables


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("Press **reset** and _wait_", "Press reset and wait"),
        ('See [the page](https://x.example/a "title")', "See the page (https://x.example/a)"),
        ("See [https://x.example](https://x.example)", "See https://x.example"),
        ("See [reset](../reset.md)", "See reset"),
        ("Write to <mailto:a@b.example>", "Write to mailto:a@b.example"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("Use `hub_d --now`", "Use hub_d --now"),
        ("![picture](a.png)Text<br>more &amp; more", "Text more & more"),
        ("**More**<p>One.</p><p>**Two** (three)</p>, un<b>think</b>able", "More One. Two (three), unthinkable"),
        ("1. one\n2. two", "1. one\n2. two"),
        ("```sh\na_b_c *x*\n```", "a_b_c *x*"),
        ("5 \\* 3", "5 * 3"),
    ],
)
def test_plain(source: str, read: str) -> None:
    assert plain(source) == read


def test_clean_strips_what_is_not_text() -> None:
    assert clean("a\x00b\x1b[31mred\x1b[0m\u202e\u200bc\r\nd\U000e0041") == "abredc\nd"


def test_a_table_is_told_in_words_and_what_stands_around_it_stays() -> None:
    table = "| Light | Do |\n|---|---|\n| **Red** | wait \\| call |\n| Off | |\n"
    said = without_tables(f"Look here:\n\n{table}\nThen **wait**.\n\n{table}")
    assert said.split("\n") == [
        "Look here:",
        "",
        *(rows := ["Light: Red; Do: wait | call.", "Light: Off."]),
        "",
        "Then **wait**.",
        "",
        *rows,
        "",
    ]
    assert without_tables("a | b\n") == "a | b\n"
