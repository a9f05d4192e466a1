"""markdown-it's rules of blocks, each asked only at lines that begin as its blocks do, and without what stands in the blocks.

The library asks every rule at every line, reads each paragraph twice and keeps every cell: that was half of the time an
article takes. What is found is the same."""

import re
from collections.abc import Callable, Mapping

from markdown_it.common.utils import mdTrim
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock, blockquote, code, fence, heading, hr, list_block, reference, table

Rule = Callable[[StateBlock, int, int, bool], bool]
Asked = Mapping[str, tuple[Rule, ...]]

MOST_MISSING_CELLS = 1 << 16
"""Of all rows of a table together, as the library has it."""

_BAR = re.compile(r"(?<!\\)\|")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
_LINES = {"=": "h1", "-": "h2"}
_BELOW_A_HEAD = frozenset("|-:")

_ENDS_ENTRY: Asked = {">": (blockquote,), **dict.fromkeys("`~", (fence,)), **dict.fromkeys("*-_", (hr,))}
_ENDS_QUOTE: Asked = {
    **_ENDS_ENTRY,
    **dict.fromkeys("*-", (hr, list_block)),
    **dict.fromkeys("+0123456789", (list_block,)),
    "#": (heading,),
}
_BEGINS: Asked = {**_ENDS_QUOTE, "[": (reference,)}


def block_rules() -> Ruler[Rule]:
    rules = Ruler[Rule]()
    rules.push("code", _block)
    rules.push("ends_text", _ends_text, {"alt": ["paragraph", "reference"]})
    rules.push("ends_quote", _ends_quote, {"alt": ["blockquote"]})
    rules.push("ends_entry", _ends_entry, {"alt": ["list"]})
    return rules


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


def _paragraph(state: StateBlock, start: int, end: int) -> bool:
    """A paragraph, or a heading when it is underlined. After a paragraph the library leaves its kind behind as that of the
    parent, and goes by that when a list ends it."""
    parent, state.parentType = state.parentType, "paragraph"
    line = start + 1
    while line < state.lineMax and not state.isEmpty(line):
        if state.sCount[line] - state.blkIndent <= 3:
            if line < end and (tag := _underlining(state, line)):
                state.line, state.parentType = line + 1, parent
                state.push("heading_underlined", tag, 0).map = [start, state.line]
                return True
            if state.sCount[line] >= 0 and _ends_text(state, line, state.lineMax, True):
                break
        line += 1
    state.line = line
    state.push("paragraph", "p", 0).map = [start, line]
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
    state.push("table", "table", 0).map = [start, line]
    return True


def _row(state: StateBlock, line: int) -> str:
    return mdTrim(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])


def _cells(row: str) -> int:
    """Bars at the ends of a row enclose it."""
    bars = [match.start() for match in _BAR.finditer(row)]
    return len(bars) + 1 - (0 in bars) - (len(row) - 1 in bars)
