"""`helpdesk articles` on a real workspace."""

from pathlib import Path

from tests.cli.conftest import REFUNDS, Type


def test_an_article_is_edited_compared_and_rolled_back_in_the_terminal(type_: Type, knowledge: Path, tmp_path: Path) -> None:
    assert type_("import", str(knowledge)).code == 0
    text = tmp_path / "new.md"
    text.write_text(REFUNDS.replace("five", "ten"), "utf-8")
    shown = type_("articles", "edit", "refunds.md", "--file", str(text), "--dry-run", "--json").json
    assert (shown["failure"], shown["impact"]) == (None, [])
    edited = type_("articles", "edit", "refunds.md", "--file", str(text), "--json").json
    assert (knowledge / "refunds.md").read_text("utf-8") == text.read_text("utf-8")
    newest, first = type_("articles", "history", "refunds.md", "--json").json
    assert (newest["id"], newest["kind"], newest["serving"]) == (edited["revision"], "edit", True)
    assert "takes [-five-]{+ten+} working" in type_("articles", "diff", "refunds.md", str(first["id"])).out
    runs = type_("runs", "--json").json
    rolled = type_("articles", "rollback", str(runs[0]["id"]), "--json")
    assert (rolled.code, rolled.json["changed"]) == (0, 1)
    assert type_("articles", "show", "refunds.md").out.strip() == REFUNDS.strip()


def test_statuses_reviews_erasing_and_removing_in_the_terminal(type_: Type, knowledge: Path) -> None:
    assert type_("import", str(knowledge)).code == 0
    assert type_("articles", "status", "refunds.md", "internal", "--json").json["status"] == "internal"
    listed = type_("articles", "list", "--status", "internal", "--json").json
    assert ([row["path"] for row in listed["articles"]], listed["total"]) == (["refunds.md"], 1)
    assert type_("articles", "interval", "northlight", "30", "--when-stale", "exclude", "--json").json["review_days"] == 30
    refused = type_("articles", "erase", "refunds.md")
    assert (refused.code, "add --yes" in refused.err) == (1, True)
    assert type_("articles", "erase", "refunds.md", "--yes").code == 0
    unknown = type_("articles", "show", "refunds.md")
    assert (unknown.code, "no article refunds.md" in unknown.err) == (1, True)
    refused = type_("bases", "remove", "northlight")
    assert (refused.code, "add --yes" in refused.err) == (1, True)
    removed = type_("bases", "remove", "northlight", "--yes", "--json").json
    assert removed == {"kb": "northlight", "articles": 1, "backups": []}
    assert "northlight" not in type_("bases", "list").out
    assert (knowledge / "refunds.md").exists()
