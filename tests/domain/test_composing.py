"""Versions of a text, names and sizes of files, signatures."""

from datetime import datetime, timedelta

import pytest

from helpdesk.domain.composing import (
    LARGEST_FILE,
    LONGEST_NAME,
    MOST_FILES,
    OutgoingFile,
    Version,
    WritingKind,
    begins_anew,
    fault_in,
    joined,
    shown_name,
    signed,
    unsigned,
)
from helpdesk.domain.signatures import chosen, signatures
from tests.fakes.clock import FixedClock

NOW: datetime = FixedClock().now()
LETTER = "Dear Ana, we are looking for your parcel and will write to you tomorrow before noon."


def version(text: str, began: timedelta = timedelta(seconds=5)) -> Version:
    return Version(1, WritingKind.REPLY, text, "Ada", NOW - began, NOW)


@pytest.mark.parametrize(
    ("now", "anew"),
    [
        (f"{LETTER} Kind regards", False),
        (LETTER.replace("tomorrow ", ""), False),
        (LETTER[:-10], False),
        ("Dear Ana,", True),
        ("No.", True),
        ("Hello Bo, the invoice was sent twice and the second one is void, sorry.", True),
    ],
)
def test_what_takes_words_away_begins_a_version_and_typing_on_does_not(now: str, anew: bool) -> None:
    assert begins_anew(version(LETTER), now, NOW, LETTER) is anew


def test_a_version_lasts_a_minute_and_the_first_text_is_one() -> None:
    longer = f"{LETTER} Yours"
    assert begins_anew(None, "D", NOW, "")
    assert begins_anew(version(LETTER, timedelta(seconds=60)), longer, NOW, LETTER)


@pytest.mark.parametrize("stood", ["Dear Grace,", None])
def test_not_a_letter_goes_of_what_another_window_wrote_meanwhile(stood: str | None) -> None:
    assert begins_anew(version("Dear Grace, yes"), "Dear Grace, no", NOW, stood)
    assert not begins_anew(version("Dear Grace, yes"), "Dear Grace, no", NOW, "Dear Grace, yes")
    assert not begins_anew(version("Dear Grace, yes"), "Dear Grace, yes!", NOW, stood)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ada\\label.pdf", "label.pdf"),
        ("gnp\u202efdp.exe", "gnpfdp.exe"),
        ('a"b<c>|d?.txt', "a_b_c__d_.txt"),
        ("  ..  ", "file"),
        ("two\nlines.txt", "two lines.txt"),
        ("résumé für Zoë.pdf", "résumé für Zoë.pdf"),
    ],
)
def test_a_file_goes_out_under_a_name_that_is_only_a_name(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_a_long_name_keeps_its_ending() -> None:
    name = shown_name("x" * 300 + ".tar.gz")
    assert len(name) == LONGEST_NAME
    assert name.endswith("x.gz")


def test_files_that_no_mail_would_take_are_refused_with_the_reason() -> None:
    large = OutgoingFile(1, WritingKind.REPLY, "film.mp4", "video/mp4", LARGEST_FILE)
    assert fault_in(1, ()) == ""
    assert fault_in(0, ()) == "it is empty"
    assert "it has 20.0 MB" in fault_in(LARGEST_FILE + 1, ())
    assert "all files together would have 26.0 MB" in fault_in(6_000_000, (large,))
    assert fault_in(1, (large,) * MOST_FILES) == "20 files are attached already"


def test_a_text_is_signed_once_and_comes_back_as_it_was_typed() -> None:
    sent = signed("It comes tomorrow.\n", "Ada\nNorthlight")
    assert sent == "It comes tomorrow.\n\nAda\nNorthlight"
    assert signed(sent, "Ada\nNorthlight") == sent
    assert unsigned(sent, "Ada\nNorthlight") == "It comes tomorrow."
    assert signed("Bye", "") == unsigned("Bye", "") == "Bye"
    assert joined("It comes tomorrow.", "\n") == "It comes tomorrow."
    assert joined("It comes tomorrow.", "PS: thanks") == "It comes tomorrow.\n\nPS: thanks"


def test_each_language_may_have_its_own_signature() -> None:
    written = "[de]\nViele Grüße\nDein Team\n\n[FR]\nCordialement"
    assert signatures(written) == {"de": "Viele Grüße\nDein Team", "fr": "Cordialement"}
    assert [chosen(written, code, "Ada") for code in ("de", "fr", "en", "")] == [
        "Viele Grüße\nDein Team",
        "Cordialement",
        "Ada",
        "Ada",
    ]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("Ada\n[de]\nAda", "line 1: begin with a language in brackets"),
        ("[xx]\nAda", r"line 1: \[xx\] is no language known here"),
        ("[de]\nAda\n[de]\nBo", r"line 3: \[de\] is there twice"),
        ("[de]\n\n[fr]\nBo", r"\[de\] has no text under it"),
    ],
)
def test_signatures_that_cannot_be_told_apart_name_their_line(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        signatures(written)
