"""Numbers and tables in the terminal."""

from pathlib import Path

from tests.cli.conftest import Type


def test_numbers_of_a_new_desk_say_what_is_missing(type_: Type) -> None:
    said = type_("insights", "--days", "7")
    assert said.code == 0
    assert "Nothing can be signed yet." in said.out
    assert "Tickets received" in said.out
    told = type_("insights", "--json").json
    assert told["trends"]["days"] == 30 and len(told["trends"]["series"]) == 30
    assert told["judgement"] is None


def test_tickets_leave_as_a_table_with_the_columns_asked_for(type_: Type, tmp_path: Path) -> None:
    type_("tickets", "new", "--email", "ana@customers.example", "--subject", "=1+1", "--body", "Where is it?")
    out = tmp_path / "out.csv"
    told = type_("export", "tickets", str(out), "--columns", "ticket, subject", "--no-bom", "--json").json
    assert (told["tickets"], told["columns"]) == (1, ["ticket", "subject"])
    assert out.read_text("utf-8").splitlines() == ["ticket,subject", "1,'=1+1"]
    type_("fields", "define", "Room")
    type_("fields", "set", "Room", "=B12", "1")
    assert type_("export", "tickets", str(out), "--json").json["columns"][-1] == "custom:room"
    assert out.read_text("utf-8-sig").splitlines()[-1].endswith(",'=B12")
    refused = type_("export", "tickets", str(out), "--columns", "sorrow")
    assert refused.code == 1
    assert "no such column" in refused.err and "first_reply_seconds" in refused.err
