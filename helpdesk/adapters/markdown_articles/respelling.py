"""Edited text back into the bytes of its file: what nobody touched stays byte for byte as it was."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from helpdesk.adapters.markdown_articles.decoding import Unreadable, text_of
from helpdesk.adapters.markdown_articles.encodings import MARKS, PLAUSIBLE, decoded
from helpdesk.domain.word_diff import matches

LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


def respelled(source: str, over: bytes) -> bytes:
    """The text in the encoding of `over`, each line it had before with its own bytes and line end. Raises Unreadable for a
    character that encoding lacks, or when it is none that can be written."""
    mark, encoding = encoding_of(over)
    old, ends = lines_of(over[len(mark) :].decode(encoding, "surrogateescape"))
    shown = shown_lines(over)
    usual = Counter(end for end in ends if end).most_common(1)
    end = usual[0][0] if usual else "\n"
    known = len(shown) == len(old)
    new = source.split("\n")
    kept = dict(pairs(new, shown)) if known else {}
    pieces = []
    for at, line in enumerate(new):
        before = kept.get(at)
        text, its_end = (line, end) if before is None else (old[before], ends[before] or end)
        pieces.append(text if at == len(new) - 1 else text + its_end)
    return mark + encoded(pieces, encoding)


def encoding_of(content: bytes) -> tuple[bytes, str]:
    """(byte order mark, encoding) by which the reader understood these bytes. Raises Unreadable."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return mark, encoding
    read = decoded(content)
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", *PLAUSIBLE):
        if content.decode(encoding, "replace") == read:
            return b"", encoding
    raise Unreadable("has an encoding that cannot be written back: save it as UTF-8 with a text editor first")


def lines_of(text: str) -> tuple[list[str], list[str]]:
    """The lines and the end of each; the last has none, and is empty after a final line end."""
    found = [match.groups() for match in LINE.finditer(text)]
    if len(found) > 1 and found[-2][1] == "" and found[-1] == ("", ""):
        found.pop()  # the empty match behind a last line without an end
    return [line for line, _ in found], [end for _, end in found]


def shown_lines(content: bytes) -> list[str]:
    try:
        return text_of(content).split("\n")
    except Unreadable:
        return []


def pairs(new: Sequence[str], old: Sequence[str]) -> Iterator[tuple[int, int]]:
    """new line → the old line it is."""
    for at, before, count in matches(new, old):
        yield from ((at + i, before + i) for i in range(count))


def encoded(lines: Sequence[str], encoding: str) -> bytes:
    """Raises Unreadable with the line at fault."""
    try:
        return "".join(lines).encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        pass
    for number, line in enumerate(lines, 1):
        try:
            line.encode(encoding, "surrogateescape")
        except UnicodeEncodeError as error:
            lacking = line[error.start : error.end][:1]
            reason = (
                f"“{lacking}” does not exist in the file's encoding ({encoding}): save the file as UTF-8 first, or leave it out"
            )
            raise Unreadable(reason, number) from error
    raise Unreadable(f"cannot be written in the file's encoding ({encoding}): save it as UTF-8 first")
