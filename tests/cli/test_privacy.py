"""`helpdesk redact`: an admin sees what is hidden."""

from pathlib import Path

import pytest

from tests.cli.conftest import Type


def test_a_file_is_shown_with_its_placeholders(type_: Type, tmp_path: Path) -> None:
    file = tmp_path / "mail.txt"
    file.write_text("Call (415) 555-0132 or write to anna@mail.example. Order 4711.", "utf-8")
    shown = type_("redact", str(file))
    assert "Call {PHONE_1} or write to {EMAIL_1}. Order 4711." in shown.out
    assert "anna@mail.example" in shown.out.split("stands for")[1]
    assert type_("redact", str(file), "--json").json["hidden"] == {
        "{PHONE_1}": "(415) 555-0132",
        "{EMAIL_1}": "anna@mail.example",
    }


def test_a_ticket_is_shown_message_by_message(type_: Type) -> None:
    made = type_(
        "tickets",
        "new",
        "--email",
        "anna@mail.example",
        "--subject",
        "Hub",
        "--name",
        "Anna Nowak",
        "--body",
        "It is Anna.",
        "--json",
    )
    texts = type_("redact", str(made.json["ticket"]), "--json").json["texts"]
    assert texts == ["Hub", "It is {NAME_2}."]


def test_the_desks_own_patterns_count(type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mail.txt"
    file.write_text("I am NL-123456", "utf-8")
    monkeypatch.setenv("HELPDESK_REDACT_PATTERNS", "CUSTOMER = NL-[0-9]{6}")
    assert "I am {CUSTOMER_1}" in type_("redact", str(file)).out
    monkeypatch.setenv("HELPDESK_REDACT_PATTERNS", "CUSTOMER = (a+)+")
    refused = type_("redact", str(file))
    assert refused.code == 1
    assert "line 1" in refused.err


def test_what_is_no_text_is_refused_in_words(type_: Type, tmp_path: Path) -> None:
    file = tmp_path / "mail.bin"
    file.write_bytes(b"\xff\xfe\x00")
    assert "not a text file" in type_("redact", str(file)).err
    assert "cannot be read" in type_("redact", str(tmp_path / "none.txt")).err
