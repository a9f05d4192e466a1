"""markdown-it's rules of blocks, each asked only at lines that begin as its blocks do, and without what stands in the blocks.

The library asks every rule at every line, reads each paragraph twice, keeps every cell and makes several tokens of a block:
that was more than half of the time an article takes. What is found is the same."""

import re
from collections.abc import Callable, Mapping
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock, blockquote, code, fence, hr, list_block, reference, table
from markdown_it.token import Token

Rule = Callable[[StateBlock, int, int, bool], bool]
Asked = Mapping[str, tuple[Rule, ...]]

MOST_NESTED = 20
MOST_MISSING_CELLS = 1 << 16
"""Of all rows of a table together, as the library has it."""

_BAR = re.compile(r"(?<!\\)\|")
_HASHES = re.compile(r"#{1,6}(?=[ \t]|\Z)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
_LINES = {"=": "h1", "-": "h2"}
_BELOW_A_HEAD = frozenset("|-:")


class Mark(Token):
    """Of a token no more than a block is made of, and those inside it."""

    def __init__(self, kind: str, tag: str) -> None:
        self.type = kind
        self.tag = tag
        self.map = None
        self.markup = ""
        self.parts: list[Mark] = []


class Outline(StateBlock):
    """What the library finds of a text, as a tree under `root`."""

    def __init__(self, text: str, markdown: MarkdownIt) -> None:
        super().__init__(text, markdown, {}, [])
        self.root = Mark("", "")
        self.defines = "]:" in text
        self._opened = [self.root]

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if nesting < 0:
            self.level -= 1
            return self._opened.pop()
        mark = Mark(ttype, tag)
        self._opened[-1].parts.append(mark)
        if nesting > 0:
            self.level += 1
            self._opened.append(mark)
        return mark


class Blocks(ParserBlock):
    """Whether a list stands close together, which the library asks besides, is of no account here."""

    def __init__(self) -> None:
        self.ruler = Ruler[Rule]()
        self.ruler.push("code", _block)
        self.ruler.push("ends_text", _ends_text, {"alt": ["paragraph", "reference"]})
        self.ruler.push("ends_quote", _ends_quote, {"alt": ["blockquote"]})
        self.ruler.push("ends_entry", _ends_entry, {"alt": ["list"]})

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - as the library calls them
        line = startLine
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= MOST_NESTED:
                state.line = endLine
                break
            _block(state, line, endLine, False)
            line = state.line
            if line < endLine and state.isEmpty(line):
                state.line = line = line + 1


def _block(state: StateBlock, line: int, end: int, _silent: bool) -> bool:
    """Whatever begins at the line: a paragraph where nothing else does."""
    if _may_head_table(state, line, end) and _table(state, line, end):
        return True
    if state.is_code_block(line):
        return code(state, line, end, False)
    return _asked(_BEGINS, state, line, end, False) or _paragraph(state, line, end)


def _ends_text(state: StateBlock, line: int, end: int, _silent: bool) -> bool:
    return _ends_quote(state, line, end, True) or (_may_head_table(state, line, end) and table(state, line, end, True))


def _ends_quote(state: StateBlock, line: int, end: int, _silent: bool) -> bool:
    return _asked(_ENDS_QUOTE, state, line, end, True)


def _ends_entry(state: StateBlock, line: int, end: int, _silent: bool) -> bool:
    return _asked(_ENDS_ENTRY, state, line, end, True)


def _asked(rules: Asked, state: StateBlock, line: int, end: int, silent: bool) -> bool:
    asked = rules.get(_first(state, line))
    return asked is not None and any(rule(state, line, end, silent) for rule in asked)


def _first(state: StateBlock, line: int) -> str:
    at = state.bMarks[line] + state.tShift[line]
    return state.src[at : at + 1]


def _may_head_table(state: StateBlock, line: int, end: int) -> bool:
    return line + 2 <= end and _first(state, line + 1) in _BELOW_A_HEAD


def _heading(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    found = _HASHES.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    if not found or state.is_code_block(line):
        return False
    if not silent:
        state.line = line + 1
        _mark(state, "heading", f"h{len(found[0])}", line).markup = "#"
    return True


def _reference(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    return isinstance(state, Outline) and state.defines and reference(state, line, end, silent)


def _mark(state: StateBlock, kind: str, tag: str, first: int) -> Token:
    """A block from the line up to where the state is."""
    mark = state.push(kind, tag, 0)
    mark.map = [first, state.line]
    return mark


def _paragraph(state: StateBlock, start: int, end: int) -> bool:
    """A paragraph, or a heading when it is underlined. After a paragraph the library leaves its kind behind as that of the
    parent, and goes by that when a list ends it."""
    parent, state.parentType = state.parentType, "paragraph"
    line = start + 1
    while line < state.lineMax and not state.isEmpty(line):
        if state.sCount[line] - state.blkIndent <= 3:
            if line < end and (tag := _underlining(state, line)):
                state.line, state.parentType = line + 1, parent
                _mark(state, "heading", tag, start)
                return True
            if state.sCount[line] >= 0 and _ends_text(state, line, state.lineMax, True):
                break
        line += 1
    state.line = line
    _mark(state, "paragraph", "p", start)
    return True


def _underlining(state: StateBlock, line: int) -> str:
    """The heading that the line makes of those above it; empty for none."""
    if _first(state, line) not in _LINES or state.sCount[line] < state.blkIndent:
        return ""
    found = _UNDERLINE.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    return _LINES[found[0][0]] if found else ""


def _table(state: StateBlock, start: int, end: int) -> bool:
    if not table(state, start, end, True):
        return False
    parent, state.parentType = state.parentType, "table"
    columns, missing, line = _cells(_row(state, start)), 0, start + 2
    while line < end and state.sCount[line] >= state.blkIndent and not _ends_quote(state, line, end, True):
        row = _row(state, line)
        if not row or state.is_code_block(line):
            break
        missing += columns - _cells(row)
        if missing > MOST_MISSING_CELLS:
            break
        line += 1
    state.line, state.parentType = line, parent
    _mark(state, "table", "table", start)
    return True


def _row(state: StateBlock, line: int) -> str:
    return mdTrim(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])


def _cells(row: str) -> int:
    """Bars at the ends of a row enclose it."""
    if "\\|" not in row:
        return row.count("|") + 1 - row.startswith("|") - row.endswith("|")
    bars = [match.start() for match in _BAR.finditer(row)]
    return len(bars) + 1 - (0 in bars) - (len(row) - 1 in bars)


_ENDS_ENTRY: Asked = {">": (blockquote,), **dict.fromkeys("`~", (fence,)), **dict.fromkeys("*-_", (hr,))}
_ENDS_QUOTE: Asked = {
    **_ENDS_ENTRY,
    **dict.fromkeys("*-", (hr, list_block)),
    **dict.fromkeys("+0123456789", (list_block,)),
    "#": (_heading,),
}
_BEGINS: Asked = {**_ENDS_QUOTE, "[": (_reference,)}
