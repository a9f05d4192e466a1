"""The desk in a terminal: stable JSON on stdout, words on stderr, exit codes that can be relied on."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.cli.conftest import REFUNDS, Type


def test_a_customers_message_becomes_a_sent_reply(type_: Type, knowledge: Path, tmp_path: Path) -> None:
    """The whole flow, a command at a time."""
    done = type_("import", str(knowledge), "--json")
    assert done.code == 0
    assert done.json.keys() >= {"added", "changed", "renamed", "removed", "unchanged", "skipped", "failed", "passages"}
    assert (done.json["added"], done.json["failed"]) == (2, [])

    hits = type_("search", "light blinks red", "-k", "1", "--json").json["hits"]
    assert hits[0].keys() >= {"article", "title", "heading", "lines", "text", "score", "lexical", "vector"}
    assert hits[0]["article"] == "devices/reset.md"
    first, last = hits[0]["lines"]
    assert "ten seconds" in "\n".join((knowledge / "devices" / "reset.md").read_text("utf-8").splitlines()[first - 1 : last])

    answer = type_("ask", "How long does a refund take?", "--json").json
    assert list(answer) == ["id", "text", "citations", "confidence", "route", "reasons", "writer", "abstained", "seconds"]
    assert "five working days" in answer["text"]
    assert answer["citations"][0]["quote"] in REFUNDS
    assert (answer["writer"], answer["abstained"]) == ("excerpts", False)

    made = type_(
        "tickets", "new", "--email", "ada@example.org", "--subject", "Hub", "--body", "The light blinks red. Help?", "--json"
    )
    ticket = made.json["ticket"]
    drafted = type_("draft", "--all", "--json").json
    assert [row["ticket"] for row in drafted["drafts"]] == [ticket]
    draft = type_("queue", "--json").json[0]["draft_id"]
    decided = type_("review", str(draft), "approve", "--json").json
    assert (decided["decision"]["kind"], type_("review", str(draft), "undo").code) == ("approve", 0)
    edited = type_("review", str(draft), "edit", "--text", "Hold the button for ten seconds. [1]", "--json").json
    assert edited["decision"]["after"] == "Hold the button for ten seconds. [1]"
    assert type_("outbox", "send", "--json").json[0]["state"] == "queued"
    assert list((tmp_path / "workspace" / "outbox").glob("*.eml")) == []

    shown = type_("tickets", "show", str(ticket), "--json").json
    assert [d["kind"] for d in shown["decisions"]] == ["approve", "edit"]
    assert type_("tickets", "list", "--search", "blinks", "--json").json["total"] == 1
    a_reply_is_judged_later(type_, ticket, draft)


def a_reply_is_judged_later(type_: Type, ticket: int, draft: int) -> None:
    assert type_("label", str(draft), "wrong").code == 2, "why is needed"
    found = type_("label", str(draft), "wrong", "--why", "It is the other button", "--json").json
    assert (found["draft_id"], found["wrong"]) == (draft, True)
    assert "counts as wrong" in type_("label", str(draft)).out
    assert type_("rate", str(ticket), "2", "--json").json == {"ticket": ticket, "stars": 2, "label": None}
    listed = type_("scorers", "list", "--json").json
    assert [(one["scorer"]["writer"], one["state"], one["new_labels"]) for one in listed] == [
        ("excerpts", "live", 1),
        ("ollama", "live", 0),
    ]


def test_questions_in_a_file_are_answered_a_line_each(type_: Type, knowledge: Path, tmp_path: Path) -> None:
    type_("import", str(knowledge))
    batch = tmp_path / "questions.jsonl"
    batch.write_text('{"id": "a", "question": "refund time"}\n\n{"id": "b", "question": "blinking light"}\n', "utf-8")
    found = type_("search", "--batch", str(batch), "-k", "2").lines
    assert [line["id"] for line in found] == ["a", "b"]
    assert found[0]["hits"][0]["article"] == "refunds.md"
    assert [line["id"] for line in type_("ask", "--batch", str(batch)).lines] == ["a", "b"]
    batch.write_text('{"id": "a", "question": "x"}\n{"id": "b"}\n', "utf-8")
    broken = type_("search", "--batch", str(batch))
    assert broken.code == 1
    assert "line 2" in broken.err
    assert "question" in broken.err


def test_importing_again_reads_only_what_changed(type_: Type, knowledge: Path) -> None:
    type_("import", str(knowledge), "--kb", "northlight")
    (knowledge / "refunds.md").write_text(REFUNDS.replace("five", "seven"), "utf-8")
    (knowledge / "devices" / "reset.md").unlink()
    (knowledge / "broken.md").write_bytes(b"\x00\x01\x02" * 400)
    again = type_("import", str(knowledge), "--kb", "northlight", "--json")
    assert [again.json[name] for name in ("added", "changed", "removed", "unchanged")] == [0, 1, 1, 0]
    assert [failure["path"] for failure in again.json["failed"]] == ["broken.md"]
    assert "broken.md" in again.err or again.code == 0
    assert "seven working days" in type_("ask", "How long does a refund take?", "--json").json["text"]


def test_a_backup_comes_back_with_everything(type_: Type, tmp_path: Path) -> None:
    type_("tickets", "new", "--email", "ada@example.org", "--subject", "Keep me", "--body", "hello")
    kept = tmp_path / "kept.helpdesk"
    assert type_("backup", str(kept), "--json").json["verified"] is True
    other = ("--workspace", str(tmp_path / "other"))
    assert type_("restore", str(kept), *other).code == 0
    assert (tmp_path / "other" / "autosend.stopped").exists()
    assert type_("tickets", "list", "--json", *other).json["tickets"][0]["subject"] == "Keep me"
    (tmp_path / "other" / "autosend.stopped").unlink()
    kept.write_bytes(kept.read_bytes()[:-400])
    refused = type_("restore", str(kept), *other)
    assert refused.code == 1
    assert "kept.helpdesk" in refused.err
    assert not (tmp_path / "other" / "autosend.stopped").exists()
    assert type_("tickets", "list", "--json", *other).json["total"] == 1


def test_doctor_says_what_is_there_and_what_to_do(type_: Type) -> None:
    findings = {one["name"]: one for one in type_("doctor", "--json").json}
    assert findings["store"]["ok"]
    assert findings["knowledge"]["ok"] is False
    assert "helpdesk import" in findings["knowledge"]["remedy"]
    assert findings["drafting"]["ok"]
    assert "quote the knowledge base" in findings["drafting"]["words"]


def test_a_setting_that_cannot_be_used_is_refused_in_words(
    type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELPDESK_OLLAMA_HOST", " ")
    refused = type_("doctor")
    assert refused.code == 1
    assert "HELPDESK_OLLAMA_HOST: ollama_host: ' ' is no address of a server" in refused.err
    monkeypatch.delenv("HELPDESK_OLLAMA_HOST")
    monkeypatch.setenv("HELPDESK_DROP_FOLDER", str(tmp_path))
    monkeypatch.setenv("HELPDESK_OUTBOX_FOLDER", str(tmp_path / "gone"))
    told = type_("doctor", "--json")
    assert told.code == 1
    findings = {one["name"]: one for one in told.json}
    assert findings["drop folder"]["ok"]
    assert findings["outbox folder"]["ok"] is False
    assert findings["outbox folder"]["words"].endswith("gone: there is no such folder")


def test_wrong_use_is_told_from_failure(type_: Type, tmp_path: Path) -> None:
    assert type_("search").code == 2
    assert type_("review", "1", "reject").code == 2
    assert type_("review", "1", "edit").code == 2
    assert type_("outbox", "retry").code == 2
    assert type_("draft").code == 2
    missing = type_("import", str(tmp_path / "nowhere"))
    assert missing.code == 1
    assert "nowhere" in missing.err
    gone = type_("review", "77", "approve")
    assert (gone.code, gone.out) == (1, "")
    assert "77" in gone.err


def test_settings_that_cannot_be_read_are_named(type_: Type, tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "settings.toml").write_text("undo_seconds = 15\nthis is not toml\n", "utf-8")
    refused = type_("queue")
    assert refused.code == 1
    assert "settings.toml" in refused.err
    (folder / "settings.toml").write_text("undo_seconds = 100000\n", "utf-8")
    refused = type_("queue")
    assert refused.code == 1
    assert "undo_seconds must be between 0 and 600" in refused.err


def test_customers_cannot_write_on_the_terminal(type_: Type) -> None:
    type_(
        "tickets",
        "new",
        "--email",
        "m@example.org",
        "--subject",
        "\x1b[31mred\x1b[2J",
        "--body",
        "a\x1b]0;title\x07b [bold]c[/bold]",
    )
    listed = type_("tickets", "list")
    assert "\x1b" not in listed.out
    shown = type_("tickets", "show", "1")
    assert "\x1b" not in shown.out
    assert "[bold]c[/bold]" in shown.out


def test_json_output_is_one_document(type_: Type) -> None:
    for command in (("queue",), ("outbox",), ("tickets", "list"), ("models",), ("doctor",)):
        json.loads(type_(*command, "--json").out)


def test_a_desk_of_an_older_version_says_what_it_waits_for(type_: Type, tmp_path: Path) -> None:
    """Over a million tickets it waits for minutes."""
    type_("tickets", "new", "--email", "ada@example.org", "--subject", "Hub", "--body", "The light blinks red.")
    with closing(dbapi2.connect(str(tmp_path / "workspace" / "desk.sqlite3"))) as older:
        older.executescript("DROP INDEX attachment_words_of_ticket; DROP INDEX messages_by_own_id")
        older.execute("UPDATE alembic_version SET version_num = '0018'")
        older.commit()
    listed = type_("tickets", "list", "--json")
    assert (listed.code, listed.json["total"]) == (0, 1)
    assert listed.err.index("Keeping a copy of the desk") < listed.err.index("Bringing the desk to this version")
    assert "this version" not in type_("tickets", "list").err
