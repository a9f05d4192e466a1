"""Text of strangers made safe to lay out: no control or direction characters, no endless lines, no endless texts."""

import re

LINE_LIMIT = 2000
TEXT_LIMIT = 200_000
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"  # controls but for the line and the tab, and halves of letters
    "\u200b\u200e\u200f\u2028\u2029\u2060\ufeff\u061c\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
"""Bidirectional overrides and isolates reorder what is read; zero-width characters and tags hide it."""


PATH = re.compile(r"(?<![\w./:\\])/(?=[\w.])")
OPENED = re.compile(r"(?<!\S)[\"'“‘«„(\[]+(?=[A-Za-z])")
ENDED = re.compile(r"(?<=[A-Za-z])[!?…\"'”’»)\]]+(?!\S)")


def read_from_the_left(text: str) -> str:
    """For a line from right to left: a path in it keeps its first slash before it, and does not seem to end with one; words
    that run from the left keep the marks that open and end them."""
    return ENDED.sub("\\g<0>\u200e", OPENED.sub("\u200e\\g<0>", PATH.sub("\u200e/", text)))


def printable(text: str, limit: int = TEXT_LIMIT) -> str:
    """At most `limit` characters, lines hard-wrapped at 2,000. Joiners stay: scripts and emoji need them."""
    kept = UNSEEN.sub("", text[:limit].replace("\r\n", "\n").replace("\r", "\n"))
    if any(len(line) > LINE_LIMIT for line in kept.split("\n")):
        kept = "\n".join(piece for line in kept.split("\n") for piece in wrapped(line))
    return kept


def one_line(text: str, limit: int = 300) -> str:
    """The same for a place that has one line."""
    return " ".join(printable(text, limit).split())


def wrapped(line: str) -> list[str]:
    return [line[at : at + LINE_LIMIT] for at in range(0, len(line), LINE_LIMIT)] or [""]
