"""A trial on old tickets in the terminal."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Type


@pytest.fixture
def old(tmp_path: Path) -> Path:
    rows = [
        {
            "id": n,
            "email": f"jo{n}@home.example",
            "subject": "Hub",
            "body": f"How do I reset hub {n}?",
            "answer": "Hold the button.",
        }
        for n in range(12)
    ]
    file = tmp_path / "old.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows) + "{torn\n", "utf-8")
    return file


def test_from_files_to_a_report(
    type_: Type, knowledge: Path, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELPDESK_WRITER", "excerpts")
    type_("import", str(knowledge))
    read = type_("history", "import", str(old))
    assert read.code == 0
    assert "12 questions with the reply a person sent; 1 left out" in read.out
    assert "old.jsonl, line 13: not a JSON object" in read.err
    assert type_("history", "run", "--json").json["drafted"] == 12
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n=\nno such key\n2\nx\nq\n"))
    judged = type_("history", "judge", "--sample", "5")
    assert "2 of 5 judged" in judged.out
    assert "Which is right in what it says?" in judged.err
    report = tmp_path / "report.html"
    assert type_("report", str(report)).code == 0
    assert "Every number" in type_("report", "--check", str(report)).out
    report.write_text(report.read_text("utf-8").replace("&quot;read&quot;: 12", "&quot;read&quot;: 13"), "utf-8")
    forged = type_("report", "--check", str(report))
    assert forged.code == 1
    assert "tickets.read: the report says 13, the store says 12" in forged.out
    assert type_("history", "list", "--json").json[0]["counts"]["tickets"] == 12
    assert type_("history", "remove", "1").code == 0


def test_a_report_wants_one_thing_or_the_other(type_: Type) -> None:
    assert type_("report").code == 2
