"""Words of attachments: whatever somebody sends, its words are found or the reason why not is kept."""

import io
import zipfile
from collections.abc import AsyncIterator

import pytest
from pypdf import PdfWriter

from helpdesk.adapters.attachment_text import AttachmentFiles
from helpdesk.adapters.attachment_text.formats import words_of
from helpdesk.adapters.attachment_text.reader import LARGEST, kind_of


@pytest.fixture
async def files() -> AsyncIterator[AttachmentFiles]:
    opened = AttachmentFiles()
    yield opened
    await opened.aclose()


def document(*paragraphs: str, before: str = "") -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    said = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f'<?xml version="1.0"?>{before}<w:document {space}>{said}</w:document>')
    return packed.getvalue()


def page(text: str) -> bytes:
    """A page with one line of text, written by hand: a writer of pages is not among our tools."""
    stream = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    return made + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        start,
    )


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("txt", "Grüße, order 17".encode("latin-1"), "Grüße, order 17"),
        ("csv", b"order;price\n17;20", "order;price\n17;20"),
        ("html", b"<head><title>x</title></head><p>The <b>hub</b> hums<script>evil()</script>", "The  hub  hums"),
        ("docx", document("First", "Second &amp; last"), "First\nSecond & last"),
        ("pdf", page("Invoice 4711"), "Invoice 4711"),
    ],
)
def test_the_words_of_a_file_are_found(kind: str, content: bytes, words: str) -> None:
    assert words_of(kind, content).strip() == words


def test_a_document_that_declares_entities_is_not_read() -> None:
    bomb = document("&a;", before='<!DOCTYPE x [<!ENTITY a "boom">]>')
    with pytest.raises(ValueError, match="not a document"):
        words_of("docx", bomb)


@pytest.mark.parametrize(
    ("name", "media_type", "kind"),
    [
        ("Invoice.PDF", "", "pdf"),
        ("scan", "application/pdf; x=y", "pdf"),
        ("photo.png", "image/png", ""),
        ("a.docx.exe", "", ""),
    ],
)
def test_a_file_is_what_its_name_ends_with(name: str, media_type: str, kind: str) -> None:
    assert kind_of(name, media_type) == kind


async def test_hostile_files_have_no_words_and_the_next_file_is_read(files: AttachmentFiles) -> None:
    empty = io.BytesIO()
    PdfWriter().write(empty)
    for name, content in (
        ("a.pdf", b"%PDF-1.7 broken"),
        ("b.docx", b"PK\x03\x04 not really"),
        ("c.pdf", empty.getvalue()[:200]),
    ):
        assert (await files.words(name, "", content)).words == ""
    assert "MB" in (await files.words("d.txt", "", b"x" * (LARGEST + 1))).reason
    assert "kind" in (await files.words("e.png", "image/png", b"\x89PNG")).reason
    assert (await files.words("f.txt", "", b"still here")).words == "still here"
