"""What a message is read as, in the terminal."""

from tests.cli.conftest import Type


def test_a_ticket_is_read_corrected_and_teaches(type_: Type) -> None:
    made = type_(
        "tickets", "new", "--email", "jo@x.example", "--subject", "Lampe", "--body", "Die Lampe summt ein Lied", "--json"
    )
    ticket = str(made.json["ticket"])
    told = type_("understand", ticket)
    assert "Language: German, " in told.out
    assert "Severity: normal severity" in told.out
    assert type_("intents", "add", "humming", "A lamp that hums", "--example", "My lamp hums", "--never-auto").code == 0
    read = type_("intents", "correct", ticket, "humming", "--json").json
    assert (read["intent"]["corrected"], read["person_decides"]) == ("humming", True)
    listed = {one["name"]: one for one in type_("intents", "list", "--json").json}
    assert listed["humming"]["examples"] == 2


def test_what_cannot_be_is_refused_in_words(type_: Type) -> None:
    type_("tickets", "new", "--email", "jo@x.example", "--subject", "Lamp", "--body", "It hums")
    refused = type_("intents", "correct", "1", "dancing")
    assert refused.code == 1
    assert "'dancing' is none of" in refused.err
    assert type_("intents", "remove", "dancing").code == 1
    assert type_("intents", "remove", "praise").out.strip() == "removed: praise"
