"""Bytes of unknown or untrue charset into text, and mail headers into one line. Nothing here raises."""

import base64
import binascii
import re
from collections.abc import Iterable

from helpdesk.domain.plain_text import one_line

# What is declared and what is meant: the superset that decodes both.
_MEANT = {
    "us-ascii": "",
    "ascii": "",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "iso-8859-8-i": "iso-8859-8",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "tis-620": "cp874",
}
# Text codecs of Python that are no charset of any mail; idna takes quadratic time.
_NO_CHARSET = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})
_SHIFTED = re.compile(rb"\x1b(?:\$[@B]|\([BJI])")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"(?<=\?=)\s+(?==\?)")
HEADER_LIMIT = 64 * 1024


def decoded(raw: bytes, declared: str = "") -> str:
    """In the declared charset when that holds, else in the one that fits: UTF-8, shifted Japanese, Windows Western."""
    name = declared.strip().strip("\"'").lower().replace("_", "-") if declared else ""
    name = _MEANT.get(name, _MEANT.get(name.replace("-", "_"), name))
    for candidate in dict.fromkeys((name, *_guesses(raw))):
        if (text := _strictly(raw, candidate)) is not None:
            return text
    if name in {"utf-8", "utf8"} and raw.decode("utf-8", "replace").count("�") * 20 < len(raw):
        return raw.decode("utf-8", "replace")
    return raw.decode("cp1252", "replace")


def _guesses(raw: bytes) -> Iterable[str]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16"
    if _SHIFTED.search(raw):
        yield "iso-2022-jp"
    yield "utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "utf-8"
    yield "cp1252"


def _strictly(raw: bytes, charset: str) -> str | None:
    if not charset or charset in _NO_CHARSET or charset.replace("-", "_") in _NO_CHARSET:
        return None
    try:
        return raw.decode(charset)
    except (LookupError, ValueError, TypeError):
        return None


def header_text(value: object) -> str:
    """A header's value as people read it: 8-bit bytes guessed, encoded words decoded (also inside quotes), folding undone."""
    text = unescaped(str(value)[:HEADER_LIMIT])
    if "=?" in text:
        text = joined_words(_BETWEEN_WORDS.sub("", text))
    return one_line(text, 2000)


def unescaped(value: str) -> str:
    """Bytes the mail parser carried as surrogates, as text."""
    if value.isascii():
        return value
    return decoded(value.encode("utf-8", "surrogateescape"))


def joined_words(text: str) -> str:
    """Neighbouring encoded words of one charset are joined as bytes first: some mailers cut inside a character."""
    out: list[str] = []
    held, held_charset, end = b"", "", 0
    for word in _WORD.finditer(text):
        raw = _word_bytes(word[2], word[3])
        charset = word[1].partition("*")[0].lower()
        if held and (word.start() != end or charset != held_charset):
            out.append(decoded(held, held_charset))
            held = b""
        if word.start() != end:
            out.append(text[end : word.start()])
        held, held_charset, end = held + raw, charset, word.end()
    if held:
        out.append(decoded(held, held_charset))
    return "".join(out) + text[end:]


def _word_bytes(encoding: str, content: str) -> bytes:
    plain = content.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(plain, header=True)
    try:
        return base64.b64decode(plain + b"=" * (-len(plain) % 4))
    except (binascii.Error, ValueError):
        return plain
