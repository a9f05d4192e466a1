"""Bank accounts and payment cards, by their check digits."""

import re
from collections.abc import Iterator, Sequence

from stdnum import iban, luhn

from helpdesk.adapters.personal_data.surroundings import before, names_other_number
from helpdesk.domain.redaction import Finding, Kind

_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){10,30}(?![A-Za-z0-9])")
_IBAN_END = re.compile(r"(?<=[A-Za-z0-9])(?=[ -]|$)")
_CARD = re.compile(r"(?<![\w.,/+=-])\d(?:[ -]?\d){11,18}(?![\w=/]|[.,-]\d)")
_CARD_WORDS = re.compile(
    r"\b(?:cards?|cc|visa|master ?card|amex|american express|maestro|discover|diners|jcb|debit|kreditkarte\w*"
    r"|karte\w*|carte|tarjeta"
    r"|carta|cartão|kaart|kart\w*|kort)\b",
    re.I,
)
_ISSUERS = re.compile(
    r"4\d{12}(?:\d{3}){0,2}$|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}$|3[47]\d{13}$"
    r"|(?:6011|65\d\d|64[4-9]\d)\d{12}$|3(?:0[0-5]|[68]\d)\d{11}$|35(?:2[89]|[3-8]\d)\d{12}$|(?:2131|1800)\d{11}$"
    r"|62\d{14,17}$|(?:6[37]|5[0678])\d{14}$"
)
_TEST_CARDS = frozenset({"4111111111111111", "4444333322221111", "4242424242424242", "5555555555554444", "378282246310005"})
"""Printed in every payment service's documentation: nobody's card when the text says that it is a test."""
_TESTING = re.compile(r"\b(?:test|sandbox|dummy|example)\b", re.I)


def found(text: str, _: Sequence[str]) -> Iterator[Finding]:
    yield from _ibans(text)
    yield from _cards(text)


def _ibans(text: str) -> Iterator[Finding]:
    for match in _IBAN.finditer(text):
        said = match[0]
        for end in sorted({m.end() for m in _IBAN_END.finditer(said)}, reverse=True):
            if iban.is_valid(said[:end], check_country=False):
                yield Finding(match.start(), match.start() + end, Kind.IBAN)
                break


def _cards(text: str) -> Iterator[Finding]:
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        announced = bool(_CARD_WORDS.search(before(text, match.start())))
        likely = announced or (_ISSUERS.match(digits) and not names_other_number(text, match.start()))
        tested = digits in _TEST_CARDS and _TESTING.search(text[max(0, match.start() - 100) : match.start()])
        if likely and not tested and luhn.is_valid(digits):
            yield Finding(match.start(), match.end(), Kind.CARD)
