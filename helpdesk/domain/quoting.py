"""From a piece of a passage to a citation of it: the literal quote and the lines it stands in."""

import re
from functools import lru_cache

from helpdesk.domain.article import Passage
from helpdesk.domain.draft import Citation
from helpdesk.domain.markup import flat
from helpdesk.domain.sentences import Block, BlockKind, blocks
from helpdesk.domain.words import content

_FENCED = re.compile(r"^\s*(?:`{3,}|~{3,})[^\n]*\n(.*?)(?:\n\s*(?:`{3,}|~{3,})\s*)?\Z", re.M | re.S)
MARKER = re.compile(r"\[(\d{1,3})\]")


def cited(passage: Passage, block: Block, n: int) -> Citation:
    """`quote` is literally in the passage's text and `lines`, within the passage's own, hold it.

    Of a table or code that had to be split, later passages repeat what came first (the header, the fence), so their text has
    more lines than the source: then rows are counted from behind the repeated header, and other lines are told a little wide.
    """
    first, last = passage.lines
    repeated = max(0, passage.text.count("\n") + 1 - (last - first + 1))
    start, end = _unfenced(passage.text, block) if repeated else (block.start, block.end)
    above = first + passage.text.count("\n", 0, start) - repeated
    below = first + passage.text.count("\n", 0, end) - (repeated if block.kind is BlockKind.ROW else 0)
    return Citation(
        n=n,
        article_id=passage.article_id,
        revision_id=passage.revision_id,
        passage_id=passage.id,
        path=passage.path,
        title=passage.title,
        heading=passage.heading,
        lines=(min(max(above, first), last), min(max(below, first), last)),
        quote=passage.text[start:end],
    )


def _unfenced(text: str, block: Block) -> tuple[int, int]:
    """The code of a block without the fence lines, which may not stand in the source there."""
    inner = _FENCED.search(text, block.start, block.end) if block.kind is BlockKind.CODE else None
    return inner.span(1) if inner and inner[1].strip() else (block.start, block.end)


def best_block(sentence: str, passage: Passage) -> Block:
    """The block that shares most of a written sentence's words; the passage's first when none shares any."""
    wanted = set(content(MARKER.sub("", sentence)))

    def shared(found: tuple[Block, frozenset[str]]) -> float:
        _, has = found
        return len(wanted & has) / ((len(wanted) + len(has)) or 1)

    return max(_blocks_of(passage.text), key=shared)[0]


@lru_cache(maxsize=64)
def _blocks_of(text: str) -> tuple[tuple[Block, frozenset[str]], ...]:
    """A passage's blocks, each with its words: most sentences of a reply stand on the same one."""
    found = blocks(text) or (Block(BlockKind.SENTENCE, 0, len(text)),)
    return tuple((block, frozenset(content(flat(text[block.start : block.end])))) for block in found)
