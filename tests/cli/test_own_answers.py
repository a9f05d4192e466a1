"""Macros and remembered answers in the terminal."""

from pathlib import Path

from tests.cli.conftest import Type


def test_a_macro_is_set_from_a_file_listed_and_removed(type_: Type, tmp_path: Path) -> None:
    text = tmp_path / "label.txt"
    text.write_text("Here is your label for ticket {ticket}, {customer}.", "utf-8")
    assert "No macros yet." in type_("macros", "list").out
    assert "Added: Return label" in type_("macros", "set", "Return label", str(text)).out
    do = ("--do", "tag: return", "--language", "en")
    assert "'dance' is nothing" in type_("macros", "set", "Return label", str(text), "--do", "dance: now").err
    assert "Changed" in type_("macros", "set", "Return label", str(text), *do).out
    (macro,) = type_("macros", "list", "--json").json
    assert (macro["name"], macro["language"], macro["actions"]) == ("Return label", "en", [{"kind": "tag", "value": "return"}])
    assert "Return label" in type_("macros", "list").out

    text.write_text("Your order\nis {order}", "utf-8")
    refused = type_("macros", "set", "Order", str(text))
    assert refused.code == 1
    assert "line 2: {order} stands for nothing" in refused.err
    missing = type_("macros", "set", "Order", str(tmp_path / "none.txt"))
    assert "cannot be read" in missing.err

    assert type_("macros", "remove", "Return label", "--json").json == {"removed": "Return label"}
    assert type_("macros", "remove", "Return label").code == 1


def test_the_desk_says_that_it_learns_nothing(type_: Type) -> None:
    said = type_("memory", "list")
    assert said.code == 0
    assert "use_past_answers" in said.err
    assert type_("memory", "list", "--json").json == []
    gone = type_("memory", "forget", "7")
    assert gone.code == 1
    assert "past answer" in gone.err
