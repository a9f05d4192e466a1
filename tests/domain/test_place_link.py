"""Links into the program, what it is started with, what a copied text says of a ticket."""

import pytest

from helpdesk.domain.clip import LONGEST_SUBJECT, Clip, clip
from helpdesk.domain.errors import BadInput
from helpdesk.domain.place_link import PlaceLink, Target, place_link
from helpdesk.domain.starting import Starting, starting


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("helpdesk://ticket/123", PlaceLink(Target.TICKET, 123)),
        ("helpdesk://article/3/", PlaceLink(Target.ARTICLE, 3)),
        ("draft/5", PlaceLink(Target.DRAFT, 5)),
        ("123", PlaceLink(Target.TICKET, 123)),
        (" #123 ", PlaceLink(Target.TICKET, 123)),
        ("helpdesk://clipboard", PlaceLink(Target.CLIPBOARD)),
    ],
)
def test_a_link_leads_to_one_place(said: str, meant: PlaceLink) -> None:
    assert place_link(said) == meant
    assert place_link(str(meant)) == meant


@pytest.mark.parametrize(
    "said", ["", "helpdesk://", "ticket/", "ticket/0", "ticket/-1", "ticket/1/../2", "https://x/1", "９", "1" * 40, "delete/3"]
)
def test_anything_else_is_refused(said: str) -> None:
    with pytest.raises(BadInput, match="a ticket's number"):
        place_link(said)


def test_the_window_is_told_apart_from_commands() -> None:
    assert starting([]) == Starting()
    assert starting(["--workspace", "/a", "--minimised"]) == Starting("/a", minimised=True)
    assert starting(["--workspace=/a", "--goto", "12"]) == Starting("/a", "12")
    assert starting(["helpdesk://ticket/12"]) == Starting(link="helpdesk://ticket/12")
    assert starting(["open", "12", "--workspace", "/a"]) == Starting("/a", "12")
    assert starting(["clipboard"]) == Starting(link="helpdesk://clipboard")
    assert starting(["open", "nothing"]) is None
    assert starting(["open", "--help"]) is None
    assert starting(["tickets", "list"]) is None
    assert starting(["--workspace"]) is None
    assert starting(["--version"]) is None


def test_a_copied_mail_fills_in_who_and_what() -> None:
    mail = "From: Ada Brown <ada@example.org>\r\nTo: us\r\nSubject: =?utf-8?q?Hub_blinks?=\r\n\r\nIt blinks red.\r\n"
    assert clip(mail) == Clip("Ada Brown", "ada@example.org", "Hub blinks", "It blinks red.")


def test_an_address_alone_is_who_and_nothing_of_what() -> None:
    assert clip("Ada Brown <ada@example.org>") == Clip("Ada Brown", "ada@example.org", "", "")
    assert clip("ada@example.org") == Clip("", "ada@example.org", "", "")
    link = "mailto:ada@example.org?subject=Hub%20blinks&body=Red.%0AHelp&attach=/etc/passwd"
    assert clip(link) == Clip("", "ada@example.org", "Hub blinks", "Red.\nHelp")
    assert clip("mailto:") == Clip("", "", "mailto:", "mailto:")


def test_copied_words_are_a_guess() -> None:
    words = "Hub blinks red\nPlease help. Ada Brown <ada@example.org>"
    assert clip(words) == Clip("Ada Brown", "ada@example.org", "Hub blinks red", words)
    assert clip("It hurts") == Clip("", "", "It hurts", "It hurts")
    assert clip(" \n ") is None
    long = clip("x" * 5000)
    assert long is not None
    assert len(long.subject) == LONGEST_SUBJECT
