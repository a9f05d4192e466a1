"""A block cut to size: whole where it fits, else torn only where a reader would turn the page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from helpdesk.adapters.markdown_articles.blocks import Block, BlockKind
from helpdesk.domain.sentences import sentence_spans

TARGET = 200
"""Tokens a passage should have."""
MOST = 400
"""Tokens a passage may have, when a list, a table or code is that long."""
LONGEST_PARAGRAPH = 250
"""Tokens above which running text is cut between sentences: embedding models stop reading at 256."""

_WORD = re.compile(r"[^\W_]+|[^\w\s]+|_+")
_LINE = re.compile(r"[^\n]+")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


@dataclass(frozen=True)
class Piece:
    """A stretch of the source: lines `first` to `last` (from 0, both included). `text` is those lines, or the part of them
    that fits; a piece of a split table or of split code begins with its header again. `leads` says that it introduces what
    follows."""

    first: int
    last: int
    text: str
    tokens: int
    leads: bool = False


def tokens(text: str) -> int:
    """About what a word-piece tokenizer makes of it: a mark or a short word is one, letters outside ASCII count singly."""
    count = 0
    for word in _WORD.findall(text):
        if not word[0].isalnum():
            count += len(word)
        elif word.isascii():
            count += (len(word) + 5) // 6 if len(word) > 7 else 1
        else:
            foreign = sum(1 for c in word if c > "\x7f")
            count += foreign + (len(word) - foreign + 5) // 6
    return count


def slice_of(lines: list[str], first: int, last: int) -> Piece:
    text = "\n".join(lines[first : last + 1])
    return Piece(first, last, text, tokens(text))


def joined(a: Piece, b: Piece, lines: list[str]) -> Piece:
    """Both with the lines between them, as they stand in the source."""
    between = lines[a.last + 1 : b.first]
    gap = "\n".join(between)
    return Piece(a.first, b.last, "\n".join([a.text, *between, b.text]), a.tokens + tokens(gap) + b.tokens, b.leads)


def packed(pieces: Iterable[Piece], lines: list[str], room: int = TARGET) -> list[Piece]:
    """Neighbours together as far as they fit; a last crumb goes to the one before it."""
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].tokens + piece.tokens <= room:
            out[-1] = joined(out[-1], piece, lines)
        else:
            out.append(piece)
    if len(out) > 1 and out[-1].tokens < room // 5 and out[-2].tokens + out[-1].tokens <= MOST:
        out[-2:] = [joined(out[-2], out[-1], lines)]
    return out


def cut(block: Block, lines: list[str]) -> list[Piece]:
    """The block in pieces of at most `MOST` tokens, a whole block in one where it fits."""
    whole = slice_of(lines, block.first, block.last)
    if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        leads = block.kind is BlockKind.PARAGRAPH and whole.text.rstrip("*_ \t").endswith((":", "："))
        whole = replace(whole, leads=leads)
        return [whole] if whole.tokens <= LONGEST_PARAGRAPH else _sentences(whole)
    if whole.tokens <= MOST:
        return [whole]
    if block.kind is BlockKind.TABLE:
        return _rows(block, lines)
    if block.kind is BlockKind.CODE:
        return _code(block, lines)
    return _parts(block, lines)


def _parts(block: Block, lines: list[str]) -> list[Piece]:
    """Between entries, and inside an entry that is too long between its own blocks. Every line goes to one part."""
    if not block.parts:
        return _sentences(slice_of(lines, block.first, block.last))
    starts = [block.first, *(part.first for part in block.parts[1:])]
    ends = [*(start - 1 for start in starts[1:]), block.last]
    found: list[Piece] = []
    for part, first, end in zip(block.parts, starts, ends, strict=True):
        last = end
        while last > first and not lines[last].strip():
            last -= 1
        if last >= first:
            found += cut(Block(part.kind, first, last, part.parts, fenced=part.fenced), lines)
    return packed(found, lines)


def _rows(block: Block, lines: list[str]) -> list[Piece]:
    header = "\n".join(lines[block.first : block.first + 2])
    cost = tokens(header)
    if cost > TARGET:
        return _sentences(slice_of(lines, block.first, block.last))
    rows = [piece for at in range(block.first + 2, block.last + 1) for piece in _lines_fitting(slice_of(lines, at, at))]
    groups = packed(rows, lines, TARGET - cost if cost < TARGET // 2 else TARGET)
    return [
        Piece(block.first if n == 0 else g.first, g.last, f"{header}\n{g.text}", g.tokens + cost) for n, g in enumerate(groups)
    ]


def _code(block: Block, lines: list[str]) -> list[Piece]:
    """Between lines; each piece is fenced again so that it stays code."""
    fence = _FENCE.match(lines[block.first]) if block.fenced else None
    opening = lines[block.first][:200] if fence else ""
    closed = fence is not None and block.last > block.first and lines[block.last].strip().startswith(fence[1])
    body = range(block.first + 1 if fence else block.first, block.last if closed else block.last + 1)
    pieces = [piece for at in body for piece in _lines_fitting(slice_of(lines, at, at))]
    groups = [group for group in packed(pieces, lines) if group.text.strip()]
    if not fence:
        return groups
    cost, close = tokens(opening) + len(fence[1]), fence[1]
    fenced = [Piece(g.first, g.last, f"{opening}\n{g.text}\n{close}", g.tokens + cost) for g in groups]
    if fenced:
        fenced[0] = replace(fenced[0], first=block.first)
        fenced[-1] = replace(fenced[-1], last=block.last)
    return fenced


def _lines_fitting(piece: Piece) -> list[Piece]:
    return [piece] if piece.tokens <= TARGET else _sentences(piece)


def _sentences(piece: Piece) -> list[Piece]:
    """Running text between sentences; a sentence without end between lines, else between words, a word without end anywhere."""
    spans = [part for start, end in sentence_spans(piece.text) for part in _fitting(piece.text, start, end)]
    groups: list[tuple[int, int, int]] = []
    for start, end, cost in spans:
        if groups and groups[-1][2] + cost <= TARGET:
            groups[-1] = (groups[-1][0], end, groups[-1][2] + cost)
        else:
            groups.append((start, end, cost))
    if len(groups) > 1 and groups[-1][2] < TARGET // 5:
        (start, _, a), (_, end, b) = groups[-2:]
        groups[-2:] = [(start, end, a + b)]
    ends = [*(end for _, end, _ in groups[:-1]), len(piece.text)]
    found: list[Piece] = []
    line = piece.first
    for number, ((start, _, _), end) in enumerate(zip(groups, ends, strict=True)):
        line += piece.text.count("\n", ends[number - 1] if number else 0, start)
        text = piece.text[start:end]
        below = line + text.count("\n")
        found.append(Piece(line, below, text, tokens(text), piece.leads and number == len(groups) - 1))
        line = below
    return found


def _fitting(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """(start, end, tokens) of stretches that fit."""
    cost = tokens(text[start:end])
    if cost <= TARGET:
        return [(start, end, cost)]
    found: list[tuple[int, int, int]] = []
    for line in _LINE.finditer(text, start, end):
        cost = tokens(line[0])
        found += [(line.start(), line.end(), cost)] if cost <= TARGET else _torn(text, line.start(), line.end())
    return found


def _torn(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for match in _WORD.finditer(text, start, end):
        for at in range(match.start(), match.end(), TARGET):
            stop = min(at + TARGET, match.end())
            size = tokens(text[at:stop])
            if found and found[-1][2] + size <= TARGET:
                found[-1] = (found[-1][0], stop, found[-1][2] + size)
            else:
                found.append((at, stop, size))
    return found
