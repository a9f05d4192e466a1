"""Files into words. Runs in the worker; nothing here opens a file or a socket, and the limits hold whatever a file says."""

import io
import logging
import zipfile
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from xml.etree import ElementTree

from charset_normalizer import from_bytes

LONGEST = 400_000
"""Characters read of a file; the rest of a long one is not found."""

MOST_PAGES = 300
MOST_UNPACKED = 40_000_000
"""Bytes of the text part of a document, unpacked."""

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SILENT = ("script", "style", "template", "svg", "math", "head")


def plain(content: bytes) -> str:
    best = from_bytes(content[: 4 * LONGEST]).best()
    return content[: 4 * LONGEST].decode("utf-8", "replace") if best is None else str(best)


class _Said(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in SILENT))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def html(content: bytes) -> str:
    said = _Said()
    said.feed(plain(content))
    return " ".join(said.parts)


def pdf(content: bytes) -> str:
    from pypdf import PdfReader  # only the worker needs it

    # What is damaged in a customer's file is no news for the terminal the program was started in.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages: list[str] = []
    for page in PdfReader(io.BytesIO(content), strict=False).pages[:MOST_PAGES]:
        pages.append(page.extract_text())
        if sum(map(len, pages)) > LONGEST:
            break
    return "\n".join(pages)


def docx(content: bytes) -> str:
    """Paragraphs of the text part. A document that declares entities is none that a word processor wrote."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed, packed.open("word/document.xml") as part:
        raw = part.read(MOST_UNPACKED + 1)
    text = raw.decode("utf-8-sig")
    if len(raw) > MOST_UNPACKED or "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("not a document of a word processor")
    paragraphs: list[str] = []
    for _, element in ElementTree.iterparse(io.BytesIO(raw)):
        if element.tag == f"{WORD}p":
            paragraphs.append("".join(text.text or "" for text in element.iter(f"{WORD}t")))
            element.clear()
    return "\n".join(paragraphs)


FORMATS: Mapping[str, Callable[[bytes], str]] = {
    **dict.fromkeys(("txt", "csv", "tsv", "md", "log", "json", "xml", "yaml", "ini"), plain),
    **dict.fromkeys(("html", "htm"), html),
    "pdf": pdf,
    "docx": docx,
}


def words_of(kind: str, content: bytes) -> str:
    return FORMATS[kind](content)[:LONGEST]
