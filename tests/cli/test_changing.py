"""Changes and merges in the terminal."""

from pathlib import Path

from tests.cli.conftest import Type

TICKETS = "name,email,subject,body\nAna,ana@customers.example,My hub blinks,Red\nKim,kim@customers.example,Invoice,Where?\n"


def test_a_merge_is_made_and_taken_back(type_: Type, tmp_path: Path) -> None:
    (tmp_path / "two.csv").write_text(TICKETS, "utf-8")
    type_("tickets", "import", str(tmp_path / "two.csv"))
    merged = type_("merge", "2", "1")
    assert "#1 into #2" in merged.out
    assert "replies will not reach Kim any more" in merged.err
    assert "Taken back: Merged #1 into #2" in type_("changes", "undo").out
