"""`helpdesk gaps` on a real workspace."""

from pathlib import Path

from tests.cli.conftest import Type

MINE = "Goods may be sent back within 14 days of delivery without a reason."
THEIRS = "You have 30 days from delivery to send it back."


def test_two_articles_that_disagree_are_listed_shown_and_reconciled(type_: Type, tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "returns.md").write_text(f"# Returns and refunds\n\n{MINE}\n", "utf-8")
    (folder / "refunds.md").write_text(f"# Refunds\n\n{THEIRS} Any reason will do.\n", "utf-8")
    assert type_("import", str(folder)).code == 0
    listed = type_("gaps", "list", "--json").json
    (one,) = listed["proposals"]
    assert (one["kind"], one["state"], listed["looked"]["troubles"]) == ("contradiction", "open", 0)

    shown = type_("gaps", "show", str(one["id"]))
    assert "Two articles say the same and disagree" in shown.out
    assert "[-14-]{+30+} days" in shown.out
    assert "[-30-]{+14+} days" in shown.out
    done = type_("gaps", "accept", str(one["id"]), "--json").json
    assert done["accepted"] == one["id"]
    texts = [(folder / name).read_text("utf-8") for name in ("returns.md", "refunds.md")]
    assert any("30 days of delivery" in text or "14 days from delivery" in text for text in texts)
    assert type_("gaps", "dismiss", str(one["id"])).code == 1
