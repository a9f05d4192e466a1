"""Finding tickets in the terminal."""

from tests.cli.conftest import Type


def test_everything_is_found_and_listed_from_the_terminal(type_: Type) -> None:
    for number, (name, subject) in enumerate((("Ada", "Refund of order 17"), ("Bo", "Printer hums"))):
        new = ("tickets", "new", "--email", f"c{number}@example.org", "--name", name, "--subject", subject, "--tag", "vip")
        type_(*new, "--body", f"About {subject}, please help.")
    found = type_("find", "refnud", "--json").json
    assert [hit["row"]["subject"] for hit in found["tickets"]] == ["Refund of order 17"]
    assert found["corrected"] == [["refnud", "refund"]]
    assert "Searched for “refund” instead of “refnud”." in type_("find", "refnud").out
    refused = type_("find", "statsu:open")
    assert refused.code == 1
    assert "Did you mean status" in refused.err
    listed = type_("tickets", "list", "--view", "to do", "-q", "from:ada tag:vip", "--group", "status", "--json").json
    assert (listed["total"], listed["groups"]) == (1, [{"value": "new", "name": "new", "count": 1}])
    newest_last = type_("tickets", "list", "--view", "to do", "-q", "sort:created", "--json").json
    assert [row["id"] for row in newest_last["tickets"]] == [1, 2]
    assert type_("views", "save", "Printers", "subject:printer is:unsolved", "--json").json["tickets"] == 1
    assert "Printers: 1 ticket" in type_("views", "save", "Printers", "subject:printer is:unsolved").out.splitlines()
    assert "Printers" in type_("views", "list").out
    type_("views", "remove", "Printers")
    type_("changes", "undo")
    assert type_("tickets", "list", "--view", "Printers", "--json").json["total"] == 1
    assert type_("tickets", "list", "--view", "no such view").code == 1
