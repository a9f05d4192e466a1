"""Blocks into passages of about the rule's length, each under the trail of headings it stands below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from helpdesk.adapters.markdown_articles.blocks import Block, BlockKind
from helpdesk.adapters.markdown_articles.measure import Page
from helpdesk.adapters.markdown_articles.pieces import Piece, Room, cost_together, cut, joined, packed, slice_of
from helpdesk.domain.article import ReadPassage, embedded_text
from helpdesk.domain.passage_rule import TokenRule

TINY = 0.15
"""Share of the aim below which a section has too little to be found by and joins its neighbour."""

SMALL = 0.6
"""Share of the aim up to which a section shares a passage with a sibling or its parent: larger ones are better found by
their own heading."""

MIXED = 0.5
"""Share of the aim up to which a tiny stretch joins a neighbour that is not small itself."""

MORE = "…"
SMALLEST_LIMIT = 48
"""Tokens: below that a limit is not kept, there is no room for a trail and a sentence."""


class Section(NamedTuple):
    """A heading (None above the first one) with the blocks under it; `trail` includes its own words."""

    trail: tuple[str, ...]
    heading: Block | None
    blocks: tuple[Block, ...]


class Cut(NamedTuple):
    """A passage in the making. `opening` is the line of the heading that its first line stands right below, None when it begins
    in the middle of a section; `largest` are the tokens of the largest section in it, 0 when it does not hold whole ones."""

    trail: tuple[str, ...]
    opening: int | None
    piece: Piece
    largest: int


def passages(tree: tuple[Block, ...], page: Page, title: str, rule: TokenRule) -> tuple[ReadPassage, ...]:
    """Every block in exactly one passage. `lines` of a passage count from 1. Costs of parts add up to the whole's but for a
    token here and there: where that breaks the limit, everything is cut a little shorter."""
    within = rule
    while True:
        found = _passages(tree, page, title, within)
        over = _over(found, page, title, rule)
        if not over or within.limit - over < SMALLEST_LIMIT:
            return found
        within = replace(within, limit=within.limit - over)


def _over(found: Sequence[ReadPassage], page: Page, title: str, rule: TokenRule) -> int:
    """By how many tokens the longest embedded text passes the limit."""
    if not rule.limit:
        return 0
    near = [p for p in found if 2 * p.tokens > rule.limit or 4 * len(p.heading) > rule.limit]
    texts = [embedded_text(title, passage.heading, passage.text) for passage in near]
    return max(0, max(page.counts(texts), default=0) + page.measure.special - rule.limit)


def _passages(tree: tuple[Block, ...], page: Page, title: str, rule: TokenRule) -> tuple[ReadPassage, ...]:
    cuts: list[Cut] = []
    listed = fitted(list(sections(tree, title)), page, title, rule)
    rooms = _rooms(listed, page, title, rule)
    for number, (section, room) in enumerate(zip(listed, rooms, strict=True)):
        below = listed[number + 1].trail if number + 1 < len(listed) else ()
        for found in _cuts(section, below, page, room):
            together = _together(cuts[-1], found, page, room) if cuts else None
            if together:
                cuts[-1] = together
            else:
                cuts.append(found)
    return tuple(
        ReadPassage(" > ".join(c.trail), _trimmed(c.piece.text), _lines(c.piece, page), c.piece.tokens)
        for c in cuts
        if c.piece.text.strip()
    )


def _lines(piece: Piece, page: Page) -> tuple[int, int]:
    return page.moved.get(piece.first, piece.first) + 1, piece.last + 1


def _rooms(listed: Sequence[Section], page: Page, title: str, rule: TokenRule) -> list[Room]:
    """What the trail leaves of the limit, section by section."""
    if not rule.limit:
        return [Room(rule.aim, rule.most)] * len(listed)
    trails = [embedded_text(title, " > ".join(section.trail), "") for section in listed]
    left = [max(rule.limit - page.measure.special - cost, SMALLEST_LIMIT // 4) for cost in page.counts(trails)]
    return [Room(min(rule.aim, room), min(rule.most, room)) for room in left]


def fitted(listed: list[Section], page: Page, title: str, rule: TokenRule) -> list[Section]:
    """With trails of at most half the limit: what is nearest to the text says most of it."""
    if not rule.limit:
        return listed
    costs = page.counts([embedded_text(title, " > ".join(section.trail), "") for section in listed])
    return [
        section if 2 * cost <= rule.limit else section._replace(trail=_nearest(section.trail, page, title, rule.limit // 2))
        for section, cost in zip(listed, costs, strict=True)
    ]


def _nearest(trail: tuple[str, ...], page: Page, title: str, most: int) -> tuple[str, ...]:
    while trail and page.counts([embedded_text(title, " > ".join(trail), "")])[0] > most:
        words = trail[0].split()
        trail = trail[1:] if len(trail) > 1 else (f"{' '.join(words[: len(words) // 2])}{MORE}",) if len(words) > 1 else ()
    return trail


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
        stack.append((block.level, "" if _repeats(block.words, title) else block.words))
        heading, held = block, []
    if heading or held:
        yield Section(_trail(stack), heading, tuple(held))


def _repeats(words: str, title: str) -> bool:
    if title.endswith(MORE):
        return words.casefold().startswith(title.removesuffix(MORE).casefold())
    return words.casefold() == title.casefold()


def _trail(stack: list[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(words for _, words in stack if words)


def _cuts(section: Section, below: tuple[str, ...], page: Page, room: Room) -> Iterator[Cut]:
    """A heading without text is a passage only when no section below carries its words on."""
    opening = section.heading.first if section.heading else None
    pieces = [piece for block in section.blocks if block.kind is not BlockKind.RULE for piece in cut(block, page, room)]
    told_below = below[: len(section.trail)] == section.trail and below != section.trail
    if not pieces and section.heading and not told_below:
        pieces = cut(section.heading, page, room)
    found = packed(_led(pieces, page, room), page, room)
    for number, piece in enumerate(found):
        yield Cut(section.trail, opening if number == 0 else None, piece, piece.tokens if len(found) == 1 else 0)


def _led(pieces: list[Piece], page: Page, room: Room) -> list[Piece]:
    """A sentence that introduces a list, a table or code stays with it."""
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].leads and cost_together(out[-1], piece, page) <= room.most:
            out[-1] = joined(out[-1], piece, page)
        else:
            out.append(piece)
    return out


def _together(a: Cut, b: Cut, page: Page, room: Room) -> Cut | None:
    """Both as one passage when they are small siblings, or when one is tiny and the other its parent: under the trail they
    share, with the headings that this trail does not tell kept in the text. None when they belong apart."""
    shared = _shared(a.trail, b.trail)
    if len(shared) < max(len(a.trail), len(b.trail)) - 1:
        return None
    left = a.piece
    if len(shared) < len(a.trail):
        if a.opening is None:
            return None
        if a.opening < left.first:
            left = joined(slice_of(page, a.opening, a.opening), left, page)
    if cost_together(left, b.piece, page) > _most(a, b, room):
        return None
    largest = max(a.largest, b.largest) if a.largest and b.largest else 0
    both = joined(left, b.piece, page)
    return Cut(shared, a.opening if shared == a.trail else None, both._replace(leads=False) if both.leads else both, largest)


def _most(a: Cut, b: Cut, room: Room) -> float:
    """How many tokens the two may have together; 0 when neither is small enough to give up its own trail."""
    if min(a.piece.tokens, b.piece.tokens) < TINY * room.aim and a.trail == b.trail:
        return room.paragraph
    if 0 < a.largest <= SMALL * room.aim and 0 < b.largest <= SMALL * room.aim:
        return room.aim
    return MIXED * room.aim if min(a.piece.tokens, b.piece.tokens) < TINY * room.aim else 0


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    for n, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return a[:n]
    return a[: len(b)]
