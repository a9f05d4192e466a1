"""What every journey through bad input does: make a ticket, see a refusal, see that what was there still is."""

from tests.cli.conftest import Type, Typed


def still_answers(type_: Type) -> None:
    """What was there before is there."""
    assert "five working days" in type_("ask", "How long does a refund take?", "--json").json["text"]


def ticket(type_: Type) -> int:
    made = type_(
        "tickets", "new", "--email", "ada@example.org", "--subject", "Hub", "--body", "The light blinks red. Help?", "--json"
    )
    return int(made.json["ticket"])


def tickets(type_: Type) -> int:
    return int(type_("tickets", "list", "--json").json["total"])


def refused(said: Typed, *words: str) -> None:
    """Exit 1, nothing on stdout, and a sentence with these words and no traceback."""
    assert (said.code, said.out) == (1, ""), said
    assert "Traceback" not in said.err
    for one in words:
        assert one in said.err, said.err
