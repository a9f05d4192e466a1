"""Numbers that are a person's, by their form; and numbers that only look so."""

import pytest

from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.domain.own_patterns import own_patterns

FORMAL = FormalRecogniser(("US", "DE"), own_patterns("CUSTOMER = NL-[0-9]{6}"))


def found(text: str) -> list[tuple[str, str]]:
    return [(f.kind, text[f.start : f.end]) for f in sorted(FORMAL.found(text), key=lambda f: f.start)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Write to anna.nowak+hub@mail.example.org.", "EMAIL", "anna.nowak+hub@mail.example.org"),
        ("Call me at (415) 555-0132 please", "PHONE", "(415) 555-0132"),
        ("E-Mail:anna@mail.example", "EMAIL", "anna@mail.example"),
        ("<mailto:anna@mail.example>", "EMAIL", "anna@mail.example"),
        ("anna\uff20mail.example", "EMAIL", "anna\uff20mail.example"),
        ("Tel.: 030 1234567", "PHONE", "030 1234567"),
        ("Tel.:030 1234567", "PHONE", "030 1234567"),
        ("tel:+442079460123", "PHONE", "+442079460123"),
        ("or +44 20 7946 0123.", "PHONE", "+44 20 7946 0123"),
        ("IBAN DE89 3704 0044 0532 0130 00, thanks", "IBAN", "DE89 3704 0044 0532 0130 00"),
        ("my card 4454 7945 1139 0933 was charged", "CARD", "4454 7945 1139 0933"),
        ("His social security number is 853-37-1694", "ID", "853-37-1694"),
        ("my passport number is M123A4567", "ID", "M123A4567"),
        ("my driver's license number is 2270-66-1551", "ID", "2270-66-1551"),
        ("Codice fiscale RSSMRA85T10A562S", "ID", "RSSMRA85T10A562S"),
        ("PESEL 44051401359", "ID", "44051401359"),
        ("USt-IdNr. DE136695976", "TAX", "DE136695976"),
        ("Steuernummer 181/815/08155", "TAX", "181/815/08155"),
        ("Meine Steuernummer lautet 93/815/08152", "TAX", "93/815/08152"),
        ("Steuer-Identifikationsnummer: 12 345 678 903", "TAX", "12 345 678 903"),
        ("my passport (C01X00T47) expired", "ID", "C01X00T47"),
        ("Reisepassnummer: C01X00T47", "ID", "C01X00T47"),
        ("SSN 078051121", "ID", "078051121"),
        ("NINO QQ123456C", "ID", "QQ123456C"),
        ("Mi NIF es 1111111G", "TAX", "1111111G"),
        ("carte d'identité n° 880692310285", "ID", "880692310285"),
        ("routing number 121000358", "ID", "121000358"),
        ("Sozialversicherungsnummer 65 170839 J 003", "ID", "65 170839 J 003"),
        ("여권 S87654321", "ID", "S87654321"),
        ("I am NL-123456", "CUSTOMER", "NL-123456"),
    ],
)
def test_what_belongs_to_a_person_is_found_whole(text: str, kind: str, value: str) -> None:
    assert (kind, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Order 4454794511390933 has not arrived",
        "Order #100023457 of 2026-11-21 10:20:39",
        "Version 2.4.6.1 of build 10.0.19045",
        "Ping 192.168.100.100 and 10.0.0.1/24",
        "It costs 1 299.00 EUR or $1,299,000",
        "Error 0x80070005 at line 12345678",
        "See MDVA-42326 and KB-360045124",
        "GB29NWBK60161331926818 has a wrong check digit",
        "@2x: icon@2x.png",
        "commit 5b8ebb4e994da588027289",
        "between 2025-01-01 and 31.12.2026",
        "Device ID: 0011223344, session id 99887766, order id 123456789",
        "see https://video.example/player?id=283f5ccb-3cbb-48c5-b50d",
        "license key 12345-67890-ABCDE",
        "https://me:secret@host.example/x and https://me@host.example/x",
        "took 12:0301234567 and 7:0301234567",
        "I pass 12345 steps, sin 123456 pedidos",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert found(text) == []
