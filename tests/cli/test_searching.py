"""Search and synonyms as an agent types them."""

from pathlib import Path

from tests.cli.conftest import Type


def test_a_search_explains_itself_and_keeps_to_what_it_is_told(type_: Type, tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "refunds.md").write_text("# Refunds\n\nA refund is paid to the card within fourteen days.\n", "utf-8")
    (folder / "limits.md").write_text(
        "---\naudience: internal\n---\n# Limits\n\nA refund above 50 euros needs a second agent, with card or without.\n",
        "utf-8",
    )
    assert type_("import", str(folder)).code == 0

    shown = type_("search", "refnud to my card", "--audience", "public").out
    assert "Searched for “refunds” instead of “refnud”." in shown
    assert "has card" in shown
    assert "left out: Limits (shop: limits.md): it is not public" in shown

    unknown = type_("search", "refund", "--kb", "cars")
    assert unknown.code == 1
    assert "cars" in unknown.err
    assert type_("search", "refund", "--language", "xx").code == 2

    assert type_("synonyms", "set", "refund", "money back", "--json").json == {"refund": ["money back"]}
    found = type_("search", "money back please", "--kb", "shop", "-k", "1", "--json").json
    assert found["hits"][0]["article"] in {"refunds.md", "limits.md"}
    assert found["hits"][0]["lexical"] == 1.0
    assert "back → refunds" in type_("search", "money back please", "--kb", "shop", "-k", "1").out
    listed = type_("synonyms", "set", "refund", "money back, reimbursement", "--json").json
    assert listed == {"refund": ["money back", "reimbursement"]}
    gone = type_("synonyms", "remove", "reimbursement")
    assert gone.code == 1
    assert "synonyms list" in gone.err


def test_words_that_came_with_the_desk_are_listed_and_switched_off(type_: Type, tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "refunds.md").write_text("# Refunds\n\nA refund is paid to the card within fourteen days.\n", "utf-8")
    (folder / "lamps.md").write_text("# Lamps\n\nThe lamp is red while the hub starts.\n", "utf-8")
    (folder / "valves.md").write_text("# Valves\n\nTurn the valve until it closes.\n", "utf-8")
    assert type_("import", str(folder)).code == 0
    assert "has reimbursement → refunds" in type_("search", "my reimbursement", "-k", "1").out
    listed = type_("synonyms", "shipped", "--off", "refund", "--json").json["shipped"]
    assert [line["words"][0] for line in listed if not line["on"]] == ["refund"]
    assert "→" not in type_("search", "my reimbursement", "-k", "1").out
    assert not any(line["on"] for line in type_("synonyms", "shipped", "--off", "all", "--json").json["shipped"])
    assert "refund, reimbursement" in type_("synonyms", "shipped", "--on", "all", "--on", "refund").out
    assert "has reimbursement → refunds" in type_("search", "my reimbursement", "-k", "1").out
    wrong = type_("synonyms", "shipped", "--off", "nonsense")
    assert wrong.code == 1
    assert "no shipped line begins with “nonsense”" in wrong.err
