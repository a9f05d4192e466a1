"""The outline of an article is the one that the markdown library itself finds, however its lines are looked through."""

from collections.abc import Iterator, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from helpdesk.adapters.markdown_articles.blocks import Block, BlockKind, blocks

SAID = "a;b c;- ;* ;+ ;1. ;2) ;12. ;> ;>;#; ## ;```;~~~;---;===;- - -;***;___;[x]: y;[x]:;[;    ;\t;  ; ;=;-;10) x;<div>;![;'t'"
TABLED = "a|b;|-|-|;---|---;| a | b |;\\|;:-:|:-;|--|;a | b;|;||;"
MARKS = [*SAID.split(";"), *TABLED.split(";")]
LINES = st.lists(st.lists(st.sampled_from(MARKS), max_size=4).map("".join), min_size=1, max_size=14)

KINDS = {
    "heading": BlockKind.HEADING,
    "paragraph": BlockKind.PARAGRAPH,
    "bullet_list": BlockKind.LIST,
    "ordered_list": BlockKind.LIST,
    "list_item": BlockKind.ENTRY,
    "blockquote": BlockKind.QUOTE,
    "table": BlockKind.TABLE,
    "fence": BlockKind.CODE,
    "code_block": BlockKind.CODE,
    "hr": BlockKind.RULE,
}


def library() -> MarkdownIt:
    markdown = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False, "maxNesting": 20})
    markdown.enable(["table"]).disable(["html_block"])
    markdown.core.ruler.enableOnly(["normalize", "block"])
    return markdown


LIBRARY = library()


def found_by_library(lines: Sequence[str]) -> list[tuple[BlockKind, int, int]]:
    """Several lines above a rule are no heading here: they were not meant as one."""
    found = []
    for token in LIBRARY.parse("\n".join(lines)):
        kind, (first, end) = KINDS.get(token.type.removesuffix("_open")), token.map or [0, 1]
        if kind is BlockKind.HEADING and token.markup in "-=" and end - first > 2:
            kind, end = BlockKind.PARAGRAPH, end - 1
        if kind and token.nesting >= 0:
            found.append((kind, first, last_said(lines, first, end)))
    return found


def last_said(lines: Sequence[str], first: int, end: int) -> int:
    return max((at for at in range(first, min(end, len(lines))) if lines[at].strip()), default=first)


def flat(tree: Sequence[Block]) -> Iterator[tuple[BlockKind, int, int]]:
    for block in tree:
        yield block.kind, block.first, block.last
        yield from flat(block.parts)


@settings(max_examples=400, deadline=None)
@given(LINES)
def test_every_block_is_where_the_library_sees_it(lines: list[str]) -> None:
    assert list(flat(blocks(lines))) == found_by_library(lines)


def test_a_row_with_a_bar_in_its_words_ends_no_table() -> None:
    text = ["Intro", "| a \\| b | c |", "|--|--|", "| 1 | 2 | 3 |", "4 \\| 5", "", "After", "---"]
    assert list(flat(blocks(text))) == [
        (BlockKind.PARAGRAPH, 0, 0),
        (BlockKind.TABLE, 1, 4),
        (BlockKind.HEADING, 6, 7),
    ]
