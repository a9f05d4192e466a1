"""A reply made shorter without a model: sentences that have little to do with the question are left out.

What stays keeps its order and its words. Steps, lists and code stay whole; of every question that is answered by itself (under
its own 'About …:') at least one piece stays.
"""

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from helpdesk.domain.quoting import MARKER
from helpdesk.domain.sentences import BlockKind, blocks
from helpdesk.domain.statements import statements
from helpdesk.domain.terms import telling_stems

SHARE_KEPT = 0.6
"""Of the words of a group."""

WEAK = 0.4
"""A sentence that has less than this share of the best one's bearing on the question is left out first."""
STEPS_BONUS = 0.5
FIRST_BONUS = 0.05
_MARKS = re.compile(rf"(?:[ \t]*{MARKER.pattern})+")
_GAPS = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class _Piece:
    """`text[start:end]`. A `head` ends in a colon and leads what follows; what states nothing is a courtesy."""

    start: int
    end: int
    kind: BlockKind
    words: int
    relevance: float
    head: bool
    states: bool


def shortened(body: str, question: str) -> str:
    """The same text when nothing can be left out."""
    asked = frozenset(telling_stems(question))
    pieces = list(_pieces(body, asked))
    kept = [piece for group in _groups(pieces) for piece in _kept(group)]
    if len(kept) == len(pieces):
        return body
    return _joined(body, pieces, {piece.start for piece in kept})


def _pieces(body: str, asked: Collection[str]) -> Iterator[_Piece]:
    said = {one.start for one in statements(body)}
    for start, end, kind in _units(body):
        words = telling_stems(MARKER.sub("", body[start:end]))
        shared = sum(1 for word in words if word in asked)
        relevance = shared / math.sqrt(len(words)) if words else 0.0
        led = kind is not BlockKind.SENTENCE
        states = led or any(start <= at < end for at in said)
        head = not led and MARKER.sub("", body[start:end]).rstrip().endswith(":")
        yield _Piece(start, end, kind, len(body[start:end].split()), relevance + STEPS_BONUS * led, head, states)


def _units(body: str) -> list[tuple[int, int, BlockKind]]:
    """Blocks, with the marks behind a full stop belonging to what they are behind."""
    units: list[tuple[int, int, BlockKind]] = []
    for block in blocks(body):
        start = block.start
        marks = _MARKS.match(body, start, block.end)
        if marks and units and "\n" not in body[units[-1][1] : start]:
            units[-1] = (units[-1][0], marks.end(), units[-1][2])
            start = marks.end()
            while start < block.end and body[start].isspace():
                start += 1
        if start < block.end:
            units.append((start, block.end, block.kind))
    return units


def _groups(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """What stands under one head."""
    group: list[_Piece] = []
    for piece in pieces:
        if piece.head and group:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _kept(group: Sequence[_Piece]) -> list[_Piece]:
    """The best pieces until there is no room, in reading order; courtesies go first."""
    worth = [piece for piece in group if piece.states and not piece.head]
    if not worth:
        return list(group)
    room = SHARE_KEPT * sum(piece.words for piece in group)
    ranked = sorted(worth, key=lambda piece: (piece.relevance + FIRST_BONUS * (piece is worth[0]), -piece.start), reverse=True)
    least = WEAK * max((piece.relevance for piece in worth if piece.kind is BlockKind.SENTENCE), default=0.0)
    chosen = [ranked[0]]
    for piece in ranked[1:]:
        fits = piece.relevance >= least and sum(one.words for one in chosen) + piece.words <= room
        if fits or piece.kind is not BlockKind.SENTENCE:
            chosen.append(piece)
    return [piece for piece in group if piece.head or piece in chosen]


def _joined(body: str, pieces: Sequence[_Piece], kept: Collection[int]) -> str:
    """The kept pieces with the white space that stood before them; a paragraph break when one stood between."""
    text, gap, at = "", "", 0
    for piece in pieces:
        between = body[at : piece.start]
        gap = between if between.count("\n") >= gap.count("\n") else gap
        if piece.start in kept:
            text += (gap if text else "") + body[piece.start : piece.end]
            gap = ""
        at = piece.end
    return _GAPS.sub("\n\n", text)
