"""What may not leave in a draft unless a source has it."""

import pytest

from helpdesk.domain.output_filter import unsupported_numbers, vetoes

BACKING = (
    "Write to help@northlight.example or see [the page](https://help.northlight.example/a). Call +44 20 7946 0123. "
    "Costs 4.99 EUR."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("See https://evil.example/login", "unsupported-link"),
        ("See www.evil.example", "unsupported-link"),
        ("Write to me@evil.example", "unsupported-email"),
        ("Call +49 30 1234567", "unsupported-phone"),
        ("![x](https://help.northlight.example/a)", "active-content"),
        ("Dear [customer name], hello", "placeholder"),
        ("We will refund you at once", "unsupported-promise"),
    ],
)
def test_what_no_source_has_is_vetoed(text: str, code: str) -> None:
    assert code in vetoes(text, BACKING)


def test_what_the_sources_have_passes() -> None:
    text = "Write to help@northlight.example, see https://help.northlight.example/a. Or call +44 20 7946 0123."
    assert vetoes(text, BACKING) == ()


def test_numbers_must_be_in_the_sources_but_list_numbers_and_marks_need_not() -> None:
    assert unsupported_numbers("1. It costs 4.99 EUR [1].\n2. Done [2].", BACKING) == ()
    assert unsupported_numbers("It costs 5.99 EUR after 14 days, error E17.", BACKING) == ("5.99", "14", "E17")
