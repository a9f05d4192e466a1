"""Bytes into text that can be shown, indexed and cited by line.

What comes out has line ends as \\n only, so that every way of counting lines agrees, and nothing a reader cannot see: hidden
characters carry instructions to a model past the person who reviews.
"""

import re

from helpdesk.adapters.markdown_articles.encodings import decoded

BINARY_SHARE = 0.05
"""Share of control characters above which a file is no text."""

SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"Rar!", "a rar archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"MZ\x90", "a program"),
)

_BREAKING = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_UNCOMMON = re.compile("[^\t\n\r -~\xa0-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e]")
"""Nearly every text has none of them, and then nothing to be looked for."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufe00-\ufe0e\ufff0-\ufffb\ufffe\uffff"  # selectors, annotations, noncharacters
    "\U000e0000-\U000e0fff]"  # tags and further selectors
)
# Joiners shape the script or the picture before them (Persian, Hindi, families of emoji); anywhere else they only hide.
_JOINER = re.compile("(?<![\u0600-\u0dff\u1000-\u109f\u1780-\u17ff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]")


class Unreadable(Exception):
    """A file that gives no article; `reason` says why and what to do, `line` is 0 when no line is to blame."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def text_of(content: bytes) -> str:
    """The file's text, cleaned. Raises Unreadable when it holds none."""
    for signature, what in SIGNATURES:
        if content.startswith(signature):
            raise Unreadable(f"is {what}, not text: export it as markdown")
    text = decoded(content)
    if not text.strip():
        raise Unreadable("is empty: write something into it or delete it")
    if not _UNCOMMON.search(text):
        return _lines_fed(text)
    controls = len(_CONTROL.findall(text))
    if controls > BINARY_SHARE * len(text):
        raise Unreadable(f"is not text ({100 * controls // len(text)}% control characters): save it as UTF-8 text")
    cleaned = clean(text)
    if not cleaned.strip():
        raise Unreadable("holds nothing that can be seen: write something into it or delete it")
    return cleaned


def clean(text: str) -> str:
    """Nothing unseen is left but spaces, tabs and line feeds."""
    text = _UNSEEN.sub("", _BREAKING.sub(" ", _lines_fed(text)))
    return _JOINER.sub("", text) if "\u200c" in text or "\u200d" in text else text


def _lines_fed(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
