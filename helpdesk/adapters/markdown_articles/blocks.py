"""A markdown text as a tree of blocks with their exact lines."""

import functools
import re
from bisect import bisect_left, bisect_right
from enum import StrEnum
from typing import NamedTuple

from markdown_it import MarkdownIt

from helpdesk.adapters.markdown_articles.block_rules import Blocks, Mark, Outline
from helpdesk.adapters.markdown_articles.code_lines import code_lines
from helpdesk.adapters.markdown_articles.notes import Cleaned
from helpdesk.domain.markup import flat

LONGEST_HEADING = 200

OPENING, CLOSING = "<!--", "-->"
_BARE = re.compile(r"[A-Za-z0-9 ,.:()'?/-]*")


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ENTRY = "entry"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    RULE = "rule"


KINDS = {
    "heading": BlockKind.HEADING,
    "paragraph": BlockKind.PARAGRAPH,
    "bullet_list_open": BlockKind.LIST,
    "ordered_list_open": BlockKind.LIST,
    "list_item_open": BlockKind.ENTRY,
    "blockquote_open": BlockKind.QUOTE,
    "table": BlockKind.TABLE,
    "fence": BlockKind.CODE,
    "code_block": BlockKind.CODE,
    "hr": BlockKind.RULE,
}


class Block(NamedTuple):
    """Lines `first` to `last` (from 0, both included). `parts` are the blocks inside a list, entry or quote; `level` and
    `words` are a heading's depth and plain text; `fenced` says that a code block has fence lines; `head` is the last
    line of the header row of a table that consists of parts."""

    kind: BlockKind
    first: int
    last: int
    parts: tuple["Block", ...] = ()
    level: int = 0
    words: str = ""
    fenced: bool = False
    head: int = -1


@functools.cache
def parser() -> MarkdownIt:
    """For blocks only: what stands inside a line is never parsed here, so no line can make the parser slow. It keeps nothing of
    a text it parsed."""
    markdown = MarkdownIt("zero")
    markdown.block = Blocks()
    outline("its rules are compiled now: a text that is stopped half way must not leave some of them out", markdown)
    return markdown


def outline(text: str, markdown: MarkdownIt) -> list[Mark]:
    found = Outline(text, markdown)
    markdown.block.tokenize(found, 0, found.lineMax)
    return found.root.parts


def blocks(lines: list[str]) -> tuple[Block, ...]:
    """The blocks of the text in order; a line in none of them is blank or defines a link."""
    return _blocks(outline("\n".join(lines), parser()), lines)


def _blocks(marks: list[Mark], lines: list[str]) -> tuple[Block, ...]:
    return tuple([_block(mark, lines, _blocks(mark.parts, lines) if mark.parts else ()) for mark in marks])


def grouped(tree: tuple[Block, ...], page: Cleaned) -> tuple[Block, ...]:
    """The tree with the blocks of each note and each table that is none of markdown's as parts of one, innermost first; no
    heading is ever among them."""
    stretches = [(first, last, -1) for first, last in page.together]
    stretches += [(first, last, head) for first, head, last in page.tables]
    out = list(tree)
    for first, last, head in sorted(stretches, key=lambda stretch: stretch[1] - stretch[0]):
        start = bisect_left(out, first, key=lambda block: block.first)
        end = bisect_right(out, last, lo=start, key=lambda block: block.last)
        held = tuple(out[start:end])
        if len(held) > 1 and not any(block.kind is BlockKind.HEADING for block in held):
            kind = BlockKind.QUOTE if head < 0 else BlockKind.TABLE
            out[start:end] = [Block(kind, held[0].first, held[-1].last, held, head=head)]
    return tuple(out)


def _block(token: Mark, lines: list[str], parts: tuple[Block, ...]) -> Block:
    first, end = token.map or (0, 1)
    last = min(end, len(lines)) - 1
    while last > first and not lines[last].strip():
        last -= 1
    kind = KINDS[token.type]
    if kind is BlockKind.HEADING:
        return _heading(token, lines, first, last)
    return Block(kind, first, last, parts, fenced=token.type == "fence")


def _heading(token: Mark, lines: list[str], first: int, last: int) -> Block:
    """Text right above a rule reads as a heading to markdown; several lines or a very long one were not meant as such."""
    underlined = not token.markup
    written = lines[first:last] if underlined else [lines[first].strip().lstrip("#").rstrip("# ")]
    said = " ".join(written)
    words = " ".join(said.split()) if _BARE.fullmatch(said) else flat(said)
    if len(written) > 1 or len(words) > LONGEST_HEADING:
        return Block(BlockKind.PARAGRAPH, first, last - 1 if underlined else last)
    return Block(BlockKind.HEADING, first, last, level=int(token.tag[1:]), words=words)


def without_comments(lines: list[str]) -> list[str]:
    """The same lines with what an author commented out left blank: a note to colleagues must not reach a customer. Comments
    shown as code stay."""
    text = "\n".join(lines)
    if OPENING not in text:
        return lines
    code = code_lines(lines)
    kept: list[str] = []
    at = line = stop = 0
    while (start := text.find(OPENING, at)) >= 0:
        if stop < start + len(OPENING):
            stop = text.find(CLOSING, start + len(OPENING))
        if stop < 0:
            break
        line += text.count("\n", at, start)
        shown = bool(code[line]) or _quotes_code(text, start)
        end = start + len(OPENING) if shown else stop + len(CLOSING)
        breaks = text.count("\n", start, end)
        kept += [text[at:end]] if shown else [text[at:start], "\n" * breaks]
        line, at = line + breaks, end
    return "".join([*kept, text[at:]]).split("\n")


def _quotes_code(text: str, at: int) -> bool:
    """Whether a backtick is open on the line at that place."""
    near = max(0, at - 500)
    return text.count("`", max(near, text.rfind("\n", near, at)), at) % 2 == 1
