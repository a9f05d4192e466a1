"""Import runs in a terminal."""

from pathlib import Path

from tests.cli.conftest import Type


def test_an_admin_sees_what_an_import_did_keeps_it_and_tries_again(type_: Type, knowledge: Path, tmp_path: Path) -> None:
    (knowledge / "empty.md").write_text("")
    kept = tmp_path / "import.csv"
    assert type_("import", str(knowledge), "--report", str(kept)).code == 0
    assert "empty.md,,failed," in kept.read_text("utf-8-sig")
    (run,) = type_("runs", "--json").json
    assert (run["state"], run["report"]["added"]) == ("done", 2)
    files = type_("runs", str(run["id"]), "--json").json
    assert [(file["path"], file["state"]) for file in files] == [
        ("empty.md", "failed"),
        ("devices/reset.md", "indexed"),
        ("refunds.md", "indexed"),
    ]
    (knowledge / "empty.md").write_text("# Opening hours\n\nWe open at nine.")
    assert type_("retry", str(run["id"]), "--json").json["added"] == 1
    assert type_("watch", "northlight", "on", "--json").json["watched"] is True
    for unknown in (("runs", "99"), ("resume", "99"), ("watch", "nobody", "on")):
        assert type_(*unknown).code == 1
    assert type_("runs", "--report", str(kept)).code == 2
