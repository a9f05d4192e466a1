"""HTML tables as markdown's: a row stays in the lines it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from helpdesk.adapters.markdown_articles.notes import Cleaned

_OPENING = re.compile(r"<table\b[^<>]{0,500}>", re.I)
_CLOSING = re.compile(r"</table\s{0,9}>", re.I)
_ROW = re.compile(r"<tr\b", re.I)
_ROW_END = re.compile(r"</tr\s{0,9}>", re.I)
_CELL = re.compile(r"<t[dh]\b[^<>]{0,500}>", re.I)
_CELL_END = re.compile(r"</t[dh]\s{0,9}>[ \t]*$", re.I)
_TAG = re.compile(r"<[^<>]{1,500}>")
_FRAME = re.compile(r"</?(?:table|thead|tbody|tfoot|tr|t[dh]|colgroup|col)\b[^<>]{0,500}>", re.I)


@dataclass(frozen=True)
class Row:
    """Lines `first` to `last`, both included."""

    first: int
    last: int


def tables(page: Cleaned, first: int, end: int) -> None:
    """Those between two lines; `end` is not included."""
    text = "\n".join(page.lines[first:end])
    at = 0
    while start := _OPENING.search(text, at):
        stop = _CLOSING.search(text, start.end())
        if stop is None:
            return
        at = stop.end()
        if not _OPENING.search(text, start.end(), stop.start()):
            top = first + text.count("\n", 0, start.start())
            _table(page, top, top + text.count("\n", start.start(), at))


def _table(page: Cleaned, top: int, bottom: int) -> None:
    rows = list(_rows(page.lines, top, bottom))
    if not rows:
        return
    if all(row.first == row.last for row in rows) and len({row.first for row in rows}) == len(rows) > 1:
        _as_markdown(page, top, rows)
    else:
        _cell_by_cell(page, rows)


def _rows(lines: list[str], top: int, bottom: int) -> Iterator[Row]:
    first = -1
    for number in range(top, bottom + 1):
        if first < 0 and _ROW.search(lines[number]):
            first = number
        if first >= 0 and (number == bottom or _ROW_END.search(lines[number]) or _ROW.search(lines[number + 1])):
            yield Row(first, number)
            first = -1


def _as_markdown(page: Cleaned, top: int, rows: list[Row]) -> None:
    """Rows of one line each. The rule below the header takes a line that held no row, right above the second one."""
    places = [row.first for row in rows]
    gap = places[1] - places[0]
    header = places[1] - 2
    contiguous = all(b - a == 1 for a, b in pairwise(places[1:]))
    no_room = header < top or (gap == 1 and bool(_ROW.search(page.lines[header])))
    if not contiguous or no_room or _says_more(page.lines, places, header):
        _cell_by_cell(page, rows)
        return
    cells = [[cell.replace("|", "\\|") for cell in _cells(page.lines[place])] for place in places]
    for number in range(min(places[0], header), places[1]):
        page.lines[number] = ""
    page.lines[header] = _row(cells[0])
    page.lines[header + 1] = "|" + "---|" * len(cells[0])
    page.moved[header] = places[0]
    for place, row in zip(places[1:], cells[1:], strict=True):
        page.lines[place] = _row(row)


def _says_more(lines: list[str], places: list[int], header: int) -> bool:
    """Whether there are words beside the cells, as of a caption, that the table has no place for."""
    beside = [lines[number] for number in range(min(places[0], header), places[1]) if number != places[0]]
    beside += [_CELL.split(lines[place], maxsplit=1)[0] for place in places]
    return any(_TAG.sub("", text).strip() for text in beside)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cells(line: str) -> list[str]:
    before, *cells = (_FRAME.sub("", cell).strip() for cell in _CELL.split(line))
    return [before, *cells] if before or not cells else cells


def _cell_by_cell(page: Cleaned, rows: list[Row]) -> None:
    """A row in its own lines, its cells between bars."""
    page.tables.append((rows[0].first, rows[0].last, rows[-1].last))
    for row in rows:
        if row.last > row.first:
            page.together.append((row.first, row.last))
        for number in range(row.first, row.last + 1):
            line = page.lines[number]
            more = any(_CELL.search(page.lines[below]) for below in range(number + 1, row.last + 1))
            said = " | ".join(cell for cell in _cells(line) if cell) if _CELL.search(line) else _FRAME.sub("", line).strip()
            page.lines[number] = said + (" |" if said and more and _CELL_END.search(line) else "")
