"""Replies by hand, their versions and templates, typed at a terminal."""

from pathlib import Path

import pytest

from tests.cli.conftest import Type


def test_a_reply_is_sent_with_a_file_taken_back_and_found_among_its_versions(type_: Type, tmp_path: Path) -> None:
    label, text = tmp_path / "label.pdf", tmp_path / "reply.txt"
    label.write_bytes(b"%PDF")
    text.write_text("Here is your label.", "utf-8")
    ticket = type_("tickets", "new", "--email", "ada@example.org", "--subject", "Hub", "--body", "Help?", "--json").json[
        "ticket"
    ]
    refused = type_("reply", str(ticket), str(text), "--attach", str(label), "--attach", str(tmp_path))
    assert (refused.code, "it is a folder" in refused.err) == (1, True)
    refused = type_("reply", str(ticket), str(tmp_path / "gone.txt"))
    assert (refused.code, "it cannot be read (No such file" in refused.err) == (1, True)
    sent = type_("reply", str(ticket), str(text), "--attach", str(label), "--becomes", "solved", "--json").json
    assert (sent["becomes"], [file["name"] for file in sent["attachments"]]) == ("solved", ["label.pdf"])
    assert sent["body"].startswith("Here is your label.\n\n")
    assert type_("take-back", str(sent["id"])).out.strip() == "Here is your label."
    assert type_("take-back", str(sent["id"])).code == 1
    assert [one["text"] for one in type_("versions", str(ticket), "--json").json] == ["Here is your label."]


def test_a_reply_that_could_not_be_sent_is_taken_back(type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_UNDO_SECONDS", "0")
    text = tmp_path / "reply.txt"
    text.write_text("Here is your label.", "utf-8")
    made = type_("tickets", "new", "--email", "zoë@mächine.example", "--subject", "Hub", "--body", "Help?", "--json")
    sent = type_("reply", str(made.json["ticket"]), str(text), "--attach", str(text), "--json").json
    (failed,) = type_("outbox", "send", "--json").json
    assert failed["state"] == "failed"
    assert type_("take-back", str(sent["id"])).out.strip() == "Here is your label."
    (undone,) = type_("outbox", "--json").json
    assert (undone["state"], "not a mail address" in undone["error"]) == ("undone", True)
    assert type_("outbox", "retry", str(sent["id"])).code == 1


def test_a_message_is_forwarded_with_what_is_said_against_it(type_: Type, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("Please look.", "utf-8")
    made = type_(
        "tickets", "new", "--email", "ada@example.org", "--subject", "Hub", "--body", "IBAN DE89370400440532013000", "--json"
    )
    ticket = str(made.json["ticket"])
    own = type_("forward", ticket, "ada@example.org")
    assert (own.code, "the customer's own address" in own.err) == (1, True)
    held = type_("forward", ticket, "lin@vendor.example", str(words))
    assert (held.code, "bank account number" in held.err) == (1, True)
    sent = type_("forward", ticket, "lin@vendor.example", str(words), "--all-the-same", "--json").json
    assert (sent["kind"], sent["recipient"], sent["body"][:12]) == ("forward", "lin@vendor.example", "Please look.")
    assert type_("take-back", str(sent["id"])).out.startswith("Please look.")
    busy = type_("forward", ticket, "lin@vendor.example")
    assert (busy.code, "send or discard it in the window" in busy.err) == (1, True)


def test_templates_are_set_listed_and_removed(type_: Type) -> None:
    assert "Added: Call" in type_("templates", "set", "Call", "--subject", "Call to {company}", "--tag", "Phone").out
    (kept,) = type_("templates", "list", "--json").json
    assert (kept["subject"], kept["tags"], kept["priority"]) == ("Call to {company}", ["phone"], "normal")
    assert "Removed: Call" in type_("templates", "remove", "Call").out
    assert type_("templates", "remove", "Call").code == 1
