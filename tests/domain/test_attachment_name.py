"""What to think of a file by its name and its first bytes."""

import pytest

from helpdesk.domain.attachment_name import Doubt, doubts, doubts_of, plain


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("invoice.pdf.exe", Doubt.TWO_ENDINGS),
        ("photo.jpg.lnk", Doubt.TWO_ENDINGS),
        ("setup.EXE", Doubt.RUNS),
        ("report.docm", Doubt.MACROS),
        ("login.html", Doubt.PAGE),
        ("picture.svg", Doubt.PAGE),
        ("invoice\u202efdp.exe", Doubt.RUNS),
        ("note\u200b.txt", Doubt.REORDERED),
        ("photos.zip", Doubt.PACKED),
    ],
)
def test_a_doubtful_name_is_doubted(name: str, first: Doubt) -> None:
    assert doubts(name)[0] is first


@pytest.mark.parametrize("name", ["invoice.pdf", "photo.jpeg", "v1.2 notes.txt", "Rechnung 4.5.2026.pdf", "noending", ""])
def test_an_ordinary_name_is_not(name: str) -> None:
    assert doubts(name) == ()


def test_bytes_that_are_not_what_the_name_says() -> None:
    assert doubts_of("invoice.pdf", b"MZ\x90\0")[0] is Doubt.ANOTHER_KIND
    assert doubts_of("notes.txt", b"\x7fELF")[0] is Doubt.ANOTHER_KIND
    assert doubts_of("invoice.pdf", b"%PDF-1.7") == ()
    assert doubts_of("letter.docx", b"PK\x03\x04") == ()
    assert doubts_of("setup.exe", b"MZ") == (Doubt.RUNS,)


def test_a_name_turned_round_is_shown_as_it_is() -> None:
    assert plain("invoice\u202efdp.exe") == "invoicefdp.exe"
