"""A block cut to size: whole where it fits, else torn only where a reader would turn the page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from helpdesk.adapters.markdown_articles.blocks import Block, BlockKind
from helpdesk.adapters.markdown_articles.measure import Page
from helpdesk.domain.sentences import sentence_spans

_WORD = re.compile(r"[^\W_]+|[^\w\s]+|_+")
_LINE = re.compile(r"[^\n]+")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


@dataclass(frozen=True)
class Room:
    """Tokens a passage should have, and may have when a list, a table or code is that long."""

    aim: int
    most: int

    @property
    def paragraph(self) -> int:
        """Above this running text is cut between sentences."""
        return min(self.aim + self.aim // 4, self.most)

    @property
    def crumb(self) -> int:
        return self.aim // 5


class Piece(NamedTuple):
    """A stretch of the source: lines `first` to `last` (from 0, both included). `text` is those lines, or the part of them
    that fits; a piece of a split table or of split code begins with its header again. `leads` says that it introduces what
    follows."""

    first: int
    last: int
    text: str
    tokens: int
    leads: bool = False


def slice_of(page: Page, first: int, last: int) -> Piece:
    return Piece(first, last, page.text(first, last), page.cost(first, last))


def cost_together(a: Piece, b: Piece, page: Page) -> int:
    """With what stands between them and is no block: rules, definitions of links."""
    return a.tokens + page.cost(a.last + 1, b.first - 1) + b.tokens


def joined(a: Piece, b: Piece, page: Page) -> Piece:
    """Both with the lines between them, as they stand in the source."""
    between = page.lines[a.last + 1 : b.first]
    return Piece(a.first, b.last, "\n".join([a.text, *between, b.text]), cost_together(a, b, page), b.leads)


def packed(pieces: Iterable[Piece], page: Page, room: Room) -> list[Piece]:
    """Neighbours together as far as they fit; a last crumb goes to the one before it."""
    out: list[Piece] = []
    for piece in pieces:
        if out and cost_together(out[-1], piece, page) <= room.aim:
            out[-1] = joined(out[-1], piece, page)
        else:
            out.append(piece)
    if len(out) > 1 and out[-1].tokens < room.crumb and cost_together(out[-2], out[-1], page) <= room.most:
        out[-2:] = [joined(out[-2], out[-1], page)]
    return out


def cut(block: Block, page: Page, room: Room) -> list[Piece]:
    """The block in pieces of at most `room.most` tokens, a whole block in one where it fits."""
    whole = slice_of(page, block.first, block.last)
    if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        if block.kind is BlockKind.PARAGRAPH and whole.text.rstrip("*_ \t").endswith((":", "：")):
            whole = whole._replace(leads=True)
        return [whole] if whole.tokens <= room.paragraph else _sentences(whole, page, room)
    if whole.tokens <= room.most:
        return [whole]
    if block.kind is BlockKind.TABLE:
        return _rows(block, page, room)
    if block.kind is BlockKind.CODE:
        return _code(block, page, room)
    return _parts(block, page, room)


def _parts(block: Block, page: Page, room: Room) -> list[Piece]:
    """Between entries, and inside an entry that is too long between its own blocks. Every line goes to one part."""
    if not block.parts:
        return _sentences(slice_of(page, block.first, block.last), page, room)
    starts = [block.first, *(part.first for part in block.parts[1:])]
    ends = [*(start - 1 for start in starts[1:]), block.last]
    found: list[Piece] = []
    for part, first, end in zip(block.parts, starts, ends, strict=True):
        last = end
        while last > first and not page.lines[last].strip():
            last -= 1
        if last >= first:
            found += cut(Block(part.kind, first, last, part.parts, fenced=part.fenced), page, room)
    return packed(found, page, room)


def _rows(block: Block, page: Page, room: Room) -> list[Piece]:
    """Every piece with the header in front of its rows."""
    head = block.first + 1 if block.head < 0 else block.head
    cost = page.cost(block.first, head)
    if cost > room.most // 2:
        return _sentences(slice_of(page, block.first, block.last), page, room)
    header = page.text(block.first, head)
    rest = Room(max(room.aim - cost, room.aim // 2), room.most - cost)
    if block.head < 0:
        rows = [piece for at in range(head + 1, block.last + 1) for piece in _lines_fitting(at, page, rest)]
    else:
        header += "\n"
        rows = [piece for part in block.parts if part.first > head for piece in cut(part, page, rest)]
    return [
        Piece(block.first if n == 0 else g.first, g.last, f"{header}\n{g.text}", g.tokens + cost)
        for n, g in enumerate(packed(rows, page, rest))
    ]


def _code(block: Block, page: Page, room: Room) -> list[Piece]:
    """Between lines; each piece is fenced again so that it stays code."""
    fence = _FENCE.match(page.lines[block.first]) if block.fenced else None
    opening = page.lines[block.first][:200] if fence else ""
    closed = fence is not None and block.last > block.first and page.lines[block.last].strip().startswith(fence[1])
    close = fence[1][:20] if fence else ""
    cost = sum(page.counts([opening, close])) if fence else 0
    rest = Room(max(room.aim - cost, room.aim // 2), max(room.most - cost, room.most // 2))
    body = range(block.first + 1 if fence else block.first, block.last if closed else block.last + 1)
    pieces = [piece for at in body for piece in _lines_fitting(at, page, rest)]
    groups = [group for group in packed(pieces, page, rest) if group.text.strip()]
    if not fence:
        return groups
    fenced = [Piece(g.first, g.last, f"{opening}\n{g.text}\n{close}", g.tokens + cost) for g in groups]
    if fenced:
        fenced[0] = fenced[0]._replace(first=block.first)
        fenced[-1] = fenced[-1]._replace(last=block.last)
    return fenced


def _lines_fitting(at: int, page: Page, room: Room) -> list[Piece]:
    piece = slice_of(page, at, at)
    return [piece] if piece.tokens <= room.aim else _sentences(piece, page, room)


def _sentences(piece: Piece, page: Page, room: Room) -> list[Piece]:
    """Running text between sentences; a sentence without end between lines, else between words, a word without end anywhere."""
    groups: list[tuple[int, int, int]] = []
    for start, end, cost in _stretches(piece.text, page, room.aim):
        if groups and groups[-1][2] + cost <= room.aim:
            groups[-1] = (groups[-1][0], end, groups[-1][2] + cost)
        else:
            groups.append((start, end, cost))
    if len(groups) > 1 and groups[-1][2] < room.crumb and groups[-2][2] + groups[-1][2] <= room.most:
        (start, _, a), (_, end, b) = groups[-2:]
        groups[-2:] = [(start, end, a + b)]
    return list(_placed(piece, groups))


def _placed(piece: Piece, groups: list[tuple[int, int, int]]) -> Iterator[Piece]:
    """(start, end, tokens) within the piece's text as pieces with their lines."""
    line = piece.first
    behind = 0
    for number, (start, end, cost) in enumerate(groups):
        last = number == len(groups) - 1
        line += piece.text.count("\n", behind, start)
        text = piece.text[start : len(piece.text) if last else end]
        below = line + text.count("\n")
        yield Piece(line, below, text, cost, piece.leads and last)
        line, behind = below, end


def _stretches(text: str, page: Page, most: int) -> Iterator[tuple[int, int, int]]:
    """(start, end, tokens) of sentences that fit, else of their lines, else of words."""
    spans = sentence_spans(text)
    for (start, end), cost in zip(spans, page.counts([text[a:b] for a, b in spans]), strict=True):
        if cost <= most:
            yield start, end, cost
            continue
        lines = [match.span() for match in _LINE.finditer(text, start, end)]
        for (first, last), size in zip(lines, page.counts([text[a:b] for a, b in lines]), strict=True):
            if size <= most:
                yield first, last, size
            else:
                yield from _torn(text, page, most, (first, last))


def _torn(text: str, page: Page, most: int, span: tuple[int, int]) -> list[tuple[int, int, int]]:
    """Between words, and inside a word that alone is too long."""
    longest = max(1, most // 8)
    spans = [
        (at, min(at + longest, match.end()))
        for match in _WORD.finditer(text, *span)
        for at in range(match.start(), match.end(), longest)
    ]
    found: list[tuple[int, int, int]] = []
    for (start, stop), size in zip(spans, page.counts([text[a:b] for a, b in spans]), strict=True):
        if found and found[-1][2] + size <= most:
            found[-1] = (found[-1][0], stop, found[-1][2] + size)
        else:
            found.append((start, stop, size))
    return found
