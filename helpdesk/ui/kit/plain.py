"""Text of strangers made safe to lay out: no control or direction characters, no endless lines, no endless texts."""

import unicodedata

LINE_LIMIT = 2000
TEXT_LIMIT = 200_000
KEPT_CONTROLS = "\n\t"
# Bidirectional overrides and isolates reorder what is read; zero-width characters and tags hide it.
HIDDEN = frozenset(
    "\u200b\u200e\u200f\u2060\ufeff\u061c\u2028\u2029" + "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
)


def printable(text: str, limit: int = TEXT_LIMIT) -> str:
    """At most `limit` characters, lines hard-wrapped at 2,000. Joiners stay: scripts and emoji need them."""
    kept = "".join(c for c in text[:limit].replace("\r\n", "\n").replace("\r", "\n") if shown(c))
    if any(len(line) > LINE_LIMIT for line in kept.split("\n")):
        kept = "\n".join(piece for line in kept.split("\n") for piece in wrapped(line))
    return kept


def one_line(text: str, limit: int = 300) -> str:
    """The same for a place that has one line."""
    return " ".join(printable(text, limit).split())


def shown(character: str) -> bool:
    if character in KEPT_CONTROLS:
        return True
    if character in HIDDEN or 0xE0000 <= ord(character) <= 0xE007F:
        return False
    return unicodedata.category(character) not in ("Cc", "Cs")


def wrapped(line: str) -> list[str]:
    return [line[at : at + LINE_LIMIT] for at in range(0, len(line), LINE_LIMIT)] or [""]
