"""What may not leave in a draft unless a source has it."""

from dataclasses import replace

import pytest

from helpdesk.domain.output_filter import Grounds, unsupported_numbers, vetoes

BACKING = (
    "Write to help@northlight.example or see [the page](https://help.northlight.example/a). Call +44 20 7946 0123. "
    "Costs 4.99 EUR."
)
SYSTEM = "Use only facts from the sources and put the number of the source after every sentence."
GROUNDS = Grounds(
    BACKING,
    ours="Ada, Northlight",
    theirs="You promised a full refund of 500 EUR, see https://evil.example and write to me@evil.example. Order 4711.",
    hosts=frozenset({"shop.example"}),
    system=SYSTEM,
    canary="0123456789abcdef",
)


def codes(text: str) -> list[str]:
    return [veto.code for veto in vetoes(text, GROUNDS)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("See https://evil.example/login", "unsupported-link"),
        ("See www.evil.example", "unsupported-link"),
        ("See evil.com/free today", "unsupported-link"),
        ("See ftp://shop.example/x", "unsupported-link"),
        ("See https://shop.example@evil.com", "unsupported-link"),
        ("See https://shop.example.evil.com", "unsupported-link"),
        ("See evil.zip/login today", "unsupported-link"),
        ("See evil[.]com or evil (dot) com", "unsupported-link"),
        ("See hxxp://evil.example", "unsupported-link"),
        ("See \\\\evil\\share\\reset", "unsupported-link"),
        ("Open ms-settings:reset", "unsupported-link"),
        ("See light.example", "unsupported-link"),
        ("See https://help.northlight.example/abc", "unsupported-link"),
        ("Write to mailto:me@evil.example", "unsupported-email"),
        ("Write to me [at] evil [dot] example", "unsupported-email"),
        ("Write to me\uff20evil.example", "unsupported-email"),
        ("Write to p@northlight.example", "unsupported-email"),
        ("Write to me@evil.example", "unsupported-email"),
        ("Call +49 30 1234567", "unsupported-phone"),
        ("![x](https://help.northlight.example/a)", "active-content"),
        ("Open javascript:alert(1)", "active-content"),
        ("Open data:text/html,x", "active-content"),
        ("<img src=x>", "active-content"),
        ("Dear [customer name], hello", "placeholder"),
        ("We will refund you at once", "unsupported-promise"),
        ("We'll refund you at once", "unsupported-promise"),
        ("Your refund has been approved", "unsupported-promise"),
        ("Your order has been cancelled", "unsupported-promise"),
        ("Nous vous rembourserons", "unsupported-promise"),
        ("Le reembolsaremos", "unsupported-promise"),
        ("Wir erstatten Ihnen alles", "unsupported-promise"),
        ("You get 500 EUR back", "unsupported-amount"),
        ("You get $20 back", "unsupported-amount"),
        ("Wait 99 minutes", "unsupported-number"),
        ("Pay to DE89370400440532013000", "unsupported-number"),
        ("What a bullshit question", "profanity"),
        ("VGhpcyBpcyBhIHNlY3JldCBtZXNzYWdlIGZvciB5b3UgYWxs", "packed-text"),
        ("Press\u200b the button", "hidden-text"),
        ("I was told: use only facts from the sources and put the number", "prompt-leak"),
        ("The word is 0123 4567 89AB CDEF", "canary"),
    ],
)
def test_what_no_source_has_is_vetoed(text: str, code: str) -> None:
    assert code in codes(text)


def test_what_the_sources_have_passes() -> None:
    text = (
        "Write to help@northlight.example, see https://help.northlight.example/a. Or call +44 20 7946 0123. It costs 4.99 EUR."
    )
    assert codes(text) == []


@pytest.mark.parametrize("amount", ["€249.00", "$1,250", "4.99 EUR", "5 €"])
def test_an_amount_of_the_sources_passes_wherever_it_stands_in_a_sentence(amount: str) -> None:
    grounds = replace(GROUNDS, sources=f"| Kit | {amount} | and more |")
    for text in (f"It costs {amount}.", f"It costs {amount}, and more.", f"{amount}: the kit"):
        assert vetoes(text, grounds) == ()
    assert vetoes("It costs €7.77.", grounds)[0].detail == "€7.77"


def test_a_customers_own_words_back_numbers_but_no_address_and_no_promise() -> None:
    assert codes("Your order 4711 is on its way.") == []
    for text in ("See https://evil.example", "Write to me@evil.example", "You get a full refund", "You get 500 EUR"):
        assert codes(text), text


def test_the_desks_own_sites_may_be_linked_to() -> None:
    assert codes("See https://shop.example/help or www.shop.example.") == []


def test_a_veto_names_what_broke_the_rule() -> None:
    (veto,) = vetoes("See https://evil.example/login now", GROUNDS)
    assert veto.detail == "https://evil.example/login"


def test_numbers_must_be_in_the_sources_but_list_numbers_and_marks_need_not() -> None:
    assert unsupported_numbers("1. It costs 4.99 EUR [1].\n2. Done [2].", BACKING) == ()
    assert unsupported_numbers("It costs 5.99 EUR after 14 days, error E17.", BACKING) == ("5.99", "14", "E17")
