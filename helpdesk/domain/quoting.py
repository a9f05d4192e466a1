"""From a piece of a passage to a citation of it: the literal quote and the lines it stands in."""

import re

from helpdesk.domain.article import Passage
from helpdesk.domain.draft import Citation
from helpdesk.domain.markup import flat
from helpdesk.domain.sentences import Block, BlockKind, blocks
from helpdesk.domain.words import content

MARKER = re.compile(r"\[(\d{1,3})\]")


def cited(passage: Passage, block: Block, n: int) -> Citation:
    """`quote` is literally in the passage's text; `lines` are those of the quote, within the passage's own."""
    first, last = passage.lines
    start = first + passage.text.count("\n", 0, block.start)
    end = first + passage.text.count("\n", 0, block.end)
    return Citation(
        n=n,
        article_id=passage.article_id,
        revision_id=passage.revision_id,
        passage_id=passage.id,
        path=passage.path,
        title=passage.title,
        heading=passage.heading,
        lines=(min(start, last), min(end, last)),
        quote=passage.text[block.start : block.end],
    )


def best_block(sentence: str, passage: Passage) -> Block:
    """The block that shares most of a written sentence's words; the passage's first when none shares any."""
    wanted = set(content(MARKER.sub("", sentence)))
    found = blocks(passage.text) or (Block(BlockKind.SENTENCE, 0, len(passage.text)),)

    def shared(block: Block) -> float:
        has = set(content(flat(passage.text[block.start : block.end])))
        return len(wanted & has) / ((len(wanted) + len(has)) or 1)

    return max(found, key=shared)
