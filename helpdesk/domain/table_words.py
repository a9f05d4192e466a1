"""Tables of markdown in words, as a plain-text mail can say them."""

import re

from helpdesk.domain.markup import plain
from helpdesk.domain.sentences import BlockKind, blocks

_CELL = re.compile(r"(?<!\\)\|")


def row_words(row: str, header: str) -> str:
    """'column: value' for each cell that has one."""
    pairs = [f"{name}: {value}" if name else value for name, value in zip(_cells(header), _cells(row), strict=False) if value]
    return "; ".join(pairs) + "."


def without_tables(source: str) -> str:
    """The same markdown, each row of a table as a line of words."""
    told, at = [], 0
    for block in blocks(source):
        if block.kind is BlockKind.ROW:
            before = source[at : block.start]
            told += [before.partition(block.header)[0], row_words(source[block.start : block.end], block.header), "\n"]
            at = block.end + 1
    return "".join(told) + source[at:]


def _cells(line: str) -> list[str]:
    return [plain(cell).strip() for cell in _CELL.split(line.strip().strip("|"))]
