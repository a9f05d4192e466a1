"""An mbox file into its mails, one at a time, however long it is.

A mail begins at a 'From ' line with a time and a year, below an empty line; lines of a mail that look like one carry a '>'
(mboxo, mboxrd), which is taken off again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_BEGINS = re.compile(rb"^From .*\d{1,2}:\d{2}.*\b(?:19|20)\d{2}\b")
_ESCAPED = re.compile(rb"^>+From ")


@dataclass(frozen=True)
class BoxedMail:
    """`raw` is None when the mail is longer than the limit: its bytes are not held. `end` is the file offset behind it."""

    line: int
    raw: bytes | None
    end: int


def mails(file: BinaryIO, limit: int) -> Iterator[BoxedMail]:
    """Blocking; holds at most one mail."""
    began, size, end, below_empty = 1, 0, 0, True
    held: list[bytes] = []
    for number, line in enumerate(_lines(file), start=1):
        if below_empty and _begins(line, first=number == 1):
            if size:
                yield BoxedMail(began, _mail(held, size, limit), end)
            began, size, held = number, 0, []
        else:
            size += len(line)
            if size <= limit:
                held.append(line[1:] if _ESCAPED.match(line) else line)
            else:
                held.clear()
        end += len(line)
        below_empty = line in {b"\n", b"\r\n"}
    if size:
        yield BoxedMail(began, _mail(held, size, limit), end)


def _begins(line: bytes, *, first: bool) -> bool:
    return line.startswith(b"From ") and (first or bool(_BEGINS.match(line)))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Lines of at most 1 MB: a file without any line end must not be held whole."""
    while line := file.readline(1 << 20):
        yield line


def _mail(held: list[bytes], size: int, limit: int) -> bytes | None:
    """Without the empty line that parts it from the next."""
    if size > limit:
        return None
    if held and held[-1] in {b"\n", b"\r\n"}:
        held = held[:-1]
    return b"".join(held)
