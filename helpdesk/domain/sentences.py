"""A passage cut into what may be quoted: sentences, and blocks that lose their meaning when torn (lists, table rows, code).

Every block is a slice of the passage's own text, so a quote of it is verbatim by construction.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_END = re.compile(r"[.!?\u2026\u3002\uff01\uff1f]+[\"'\u201d\u2019)\]*_]*(?=\s|$)|\n\s*\n")
_ABBREVIATIONS = frozenset(
    {"e.g", "i.e", "etc", "vs", "nr", "dr", "mr", "mrs", "ms", "st", "inc", "ltd", "approx", "fig", "z.b", "d.h", "u.a", "bzw"}
    | {"ca", "ggf", "inkl", "evtl", "usw", "p.ex", "env", "cf", "sra"}
)
_LIST = re.compile(r"^\s{0,3}(?:[-*+]|\d{1,4}[.)])\s+\S")
_ORDERED = re.compile(r"^\s{0,3}\d{1,4}[.)]\s")
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.+?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^\s{0,3}(=+|-{2,})\s*$")
_RULE = re.compile(r"^\s{0,3}([-*_])(\s*\1){2,}\s*$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")

LONGEST_LIST = 900
"""Characters; a longer bullet list is offered item by item. Numbered steps are never torn."""


class BlockKind(StrEnum):
    SENTENCE = "sentence"
    STEPS = "steps"
    LIST = "list"
    ROW = "row"
    CODE = "code"


@dataclass(frozen=True)
class Block:
    """`text[start:end]` of the passage. `heading` is the nearest heading above it inside the passage, `header` a table row's
    header line."""

    kind: BlockKind
    start: int
    end: int
    heading: str = ""
    header: str = ""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of every sentence, without the white space around it. Paragraph breaks end sentences too."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _is_abbreviation(text, match):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [trimmed for a, b in spans if (trimmed := _trim(text, a, b))[0] < trimmed[1]]


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in sentence_spans(text)]


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    if not match[0].startswith("."):
        return False
    before = re.search(r"[\w.]+$", text[max(0, match.start() - 12) : match.start()])
    word = before[0].lower() if before else ""
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return True
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return line.strip().isdigit()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str


def blocks(text: str) -> tuple[Block, ...]:
    """Every quotable block in order. A sentence that ends in a colon leads the list or code after it and is part of it."""
    return tuple(_with_leads(text, list(_Scanner(text).scan())))


_LED = frozenset({BlockKind.STEPS, BlockKind.LIST, BlockKind.CODE})


def _with_leads(text: str, found: list[Block]) -> Iterator[Block]:
    lead: Block | None = None
    for block in found:
        if lead and block.kind in _LED and not text[lead.end : block.start].strip():
            yield Block(block.kind, lead.start, block.end, block.heading, block.header)
            lead = None
            continue
        if lead:
            yield lead
        lead = block if block.kind is BlockKind.SENTENCE and text[block.start : block.end].rstrip("*_ ").endswith(":") else None
        if lead is None:
            yield block
    if lead:
        yield lead


class _Scanner:
    """Walks the lines once; each taker consumes one kind of construct and leaves `at` behind it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[_Line] = []
        offset = 0
        for raw in text.splitlines(keepends=True):
            self.lines.append(_Line(offset, offset + len(raw.rstrip("\r\n")), raw.rstrip("\r\n")))
            offset += len(raw)
        self.at = 0
        self.heading = ""

    def scan(self) -> Iterator[Block]:
        while self.at < len(self.lines):
            line = self.lines[self.at].text
            if not line.strip() or _RULE.match(line):
                self.at += 1
            elif match := _HEADING.match(line):
                self.heading = match[1]
                self.at += 1
            elif _FENCE.match(line):
                yield self._code(line)
            elif self._opens_table():
                yield from self._table()
            elif _LIST.match(line):
                yield from self._list()
            else:
                yield from self._paragraph()

    def _block(self, kind: BlockKind, first: int, last: int, header: str = "") -> Block:
        start, end = _trim(self.text, self.lines[first].start, self.lines[last].end)
        return Block(kind, start, end, self.heading, header)

    def _code(self, line: str) -> Block:
        match = _FENCE.match(line)
        fence = match[1] if match else "```"
        first = self.at
        self.at += 1
        while self.at < len(self.lines) and not self.lines[self.at].text.strip().startswith(fence):
            self.at += 1
        last = min(self.at, len(self.lines) - 1)
        self.at = last + 1
        return self._block(BlockKind.CODE, first, last)

    def _opens_table(self) -> bool:
        below = self.lines[self.at + 1].text if self.at + 1 < len(self.lines) else ""
        return "|" in self.lines[self.at].text and "|" in below + "|" and bool(_TABLE_RULE.match(below)) and "-" in below

    def _table(self) -> Iterator[Block]:
        header = self.lines[self.at].text
        self.at += 2
        while self.at < len(self.lines) and "|" in self.lines[self.at].text:
            yield self._block(BlockKind.ROW, self.at, self.at, header)
            self.at += 1

    def _list(self) -> Iterator[Block]:
        first = self.at
        ordered = bool(_ORDERED.match(self.lines[first].text))
        items = [first]
        self.at += 1
        while self.at < len(self.lines) and self._continues_list():
            if _LIST.match(self.lines[self.at].text):
                items.append(self.at)
            self.at += 1
        last = self.at - 1
        whole = self._block(BlockKind.STEPS if ordered else BlockKind.LIST, first, last)
        if ordered or whole.end - whole.start <= LONGEST_LIST:
            yield whole
            return
        for item, after in zip(items, [*items[1:], last + 1], strict=True):
            yield self._block(BlockKind.LIST, item, after - 1)

    def _continues_list(self) -> bool:
        line = self.lines[self.at].text
        if _HEADING.match(line):
            return False
        if line.strip():
            above = self.lines[self.at - 1].text.strip()
            return bool(_LIST.match(line)) or line.startswith(("  ", "\t")) or bool(above)
        below = next((later.text for later in self.lines[self.at + 1 :] if later.text.strip()), "")
        return bool(_LIST.match(below)) or below.startswith(("   ", "\t"))

    def _paragraph(self) -> Iterator[Block]:
        first = self.at
        self.at += 1
        while self.at < len(self.lines) and not self._ends_paragraph():
            self.at += 1
        if self.at < len(self.lines) and _UNDERLINE.match(self.lines[self.at].text):
            self.heading = self.lines[self.at - 1].text.strip()
            self.at += 1
            return
        base, end = self.lines[first].start, self.lines[self.at - 1].end
        for start, stop in sentence_spans(self.text[base:end]):
            yield Block(BlockKind.SENTENCE, base + start, base + stop, self.heading)

    def _ends_paragraph(self) -> bool:
        line = self.lines[self.at].text
        if not line.strip() or _UNDERLINE.match(line):
            return True
        return bool(_HEADING.match(line) or _FENCE.match(line) or _LIST.match(line)) or self._opens_table()
