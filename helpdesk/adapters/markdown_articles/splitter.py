"""Blocks into passages: about 200 tokens, at most 400, each under the trail of headings it stands below."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpdesk.adapters.markdown_articles.blocks import Block, BlockKind
from helpdesk.adapters.markdown_articles.pieces import LONGEST_PARAGRAPH, MOST, TARGET, Piece, cut, joined, packed, slice_of
from helpdesk.domain.article import ReadPassage

TINY = 30
"""Tokens below which a section has too little to be found by and joins its neighbour."""

MOST_SECTIONS = TARGET // 2
"""Tokens up to which sections of different headings share a passage: larger ones are better found by their own heading."""


@dataclass(frozen=True)
class Section:
    """A heading (None above the first one) with the blocks under it; `trail` includes its own words."""

    trail: tuple[str, ...]
    heading: Block | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Cut:
    """A passage in the making. `opening` is the line of the heading that its first line stands right below, None when it begins
    in the middle of a section."""

    trail: tuple[str, ...]
    opening: int | None
    piece: Piece


def passages(tree: tuple[Block, ...], lines: list[str], title: str) -> tuple[ReadPassage, ...]:
    """Every block in exactly one passage. `lines` of a passage count from 1."""
    cuts: list[Cut] = []
    listed = list(sections(tree, title))
    for number, section in enumerate(listed):
        below = listed[number + 1].trail if number + 1 < len(listed) else ()
        for found in _cuts(section, below, lines):
            together = _together(cuts[-1], found, lines) if cuts else None
            if together:
                cuts[-1] = together
            else:
                cuts.append(found)
    return tuple(
        ReadPassage(" > ".join(c.trail), _trimmed(c.piece.text), (c.piece.first + 1, c.piece.last + 1), c.piece.tokens)
        for c in cuts
    )


def _trimmed(text: str) -> str:
    return text.strip("\n").rstrip()


def sections(tree: tuple[Block, ...], title: str) -> Iterator[Section]:
    """In order. The heading that repeats the title opens no level of its own."""
    stack: list[tuple[int, str]] = []
    heading: Block | None = None
    held: list[Block] = []
    for block in tree:
        if block.kind is not BlockKind.HEADING:
            held.append(block)
            continue
        if heading or held:
            yield Section(_trail(stack), heading, tuple(held))
        while stack and stack[-1][0] >= block.level:
            stack.pop()
        stack.append((block.level, "" if block.words.casefold() == title.casefold() else block.words))
        heading, held = block, []
    if heading or held:
        yield Section(_trail(stack), heading, tuple(held))


def _trail(stack: list[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(words for _, words in stack if words)


def _cuts(section: Section, below: tuple[str, ...], lines: list[str]) -> Iterator[Cut]:
    """A heading without text is a passage only when no section below carries its words on."""
    opening = section.heading.first if section.heading else None
    pieces = [piece for block in section.blocks if block.kind is not BlockKind.RULE for piece in cut(block, lines)]
    if pieces:
        for number, piece in enumerate(packed(_led(pieces, lines), lines)):
            yield Cut(section.trail, opening if number == 0 else None, piece)
    elif section.heading and (below[: len(section.trail)] != section.trail or below == section.trail):
        yield Cut(section.trail, opening, slice_of(lines, section.heading.first, section.heading.last))


def _led(pieces: list[Piece], lines: list[str]) -> list[Piece]:
    """A sentence that introduces a list, a table or code stays with it."""
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].leads and out[-1].tokens + piece.tokens <= MOST:
            out[-1] = joined(out[-1], piece, lines)
        else:
            out.append(piece)
    return out


def _together(a: Cut, b: Cut, lines: list[str]) -> Cut | None:
    """Both as one passage when one is tiny and they are siblings or parent and child: under the trail they share, with the
    headings that this trail does not tell kept in the text. None when they belong apart."""
    if min(a.piece.tokens, b.piece.tokens) >= TINY:
        return None
    shared = _shared(a.trail, b.trail)
    if len(shared) < max(len(a.trail), len(b.trail)) - 1:
        return None
    left = a.piece
    if len(shared) < len(a.trail):
        if a.opening is None:
            return None
        if a.opening < left.first:
            left = joined(slice_of(lines, a.opening, a.opening), left, lines)
    both = joined(left, b.piece, lines)
    if both.tokens > (LONGEST_PARAGRAPH if a.trail == b.trail else MOST_SECTIONS):
        return None
    return Cut(shared, a.opening if shared == a.trail else None, replace(both, leads=False))


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    length = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[:length]
