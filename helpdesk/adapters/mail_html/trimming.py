"""HTML of any shape into balanced HTML of bounded size and depth.

The sanitiser's parser and the viewer's layout both take time that grows with the square, or worse, of what a sender nests:
fifty tables in each other, a hundred thousand open elements, a list of ten thousand lines. So only tags of the policy are
written, each closed, none too deep, none too many; where a bound is reached the tags go and the words stay.
"""

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from helpdesk.domain.html_hiding import Look, Sheet, hides
from helpdesk.domain.parsable_html import closed, uncommented
from helpdesk.domain.safe_html import (
    DEPTH_LIMIT,
    DROPPED_WHOLE,
    ELEMENTS_LIMIT,
    LINE_LIMIT,
    LINES_LIMIT,
    LIST_LINES_LIMIT,
    PARAGRAPH_LIMIT,
    SHOWN_LIMIT,
    SOURCE_LIMIT,
    TABLE_DEPTH_LIMIT,
    TABLE_TAGS,
    TAGS,
)

VOID = frozenset({"br", "hr"})
NEVER_CLOSED = frozenset(
    {*VOID, "area", "base", "basefont", "bgsound", "col", "embed", "frame", "img", "input", "link", "meta", "param", "source"}
    | {"track", "wbr"}
)
INLINE = frozenset({"a", "b", "i", "u", "em", "strong", "span", "code"})
KEPT = {"a": ("href",), "td": ("colspan", "rowspan"), "th": ("colspan", "rowspan")}
_LONG = re.compile(rf"\S{{{LINE_LIMIT}}}")
OPEN_LIMIT = 400


@dataclass(frozen=True)
class Trimmed:
    markup: str
    cut: bool
    simplified: bool


def trimmed(source: str) -> Trimmed:
    """What its sender hid from the reader's eyes is not in it, as it is not in the plain text."""
    taken = source[:SOURCE_LIMIT]
    writer = _Writer(Sheet.of(taken))
    try:
        writer.feed(closed(uncommented(taken)))
        writer.close()
    except _Enough:
        writer.cut = True
    writer.close_all()
    return Trimmed("".join(writer.written), writer.cut or len(source) > SOURCE_LIMIT, writer.simplified)


class _Enough(Exception):
    """All that is shown has been written."""


class _Writer(HTMLParser):
    """`_open` holds every element that is open, with whether its tag was written."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self.cut = self.simplified = False
        self._sheet = sheet
        self._looks = [Look()]
        self._open: list[tuple[str, bool]] = []
        self._hidden_from: int | None = None
        self._left = SHOWN_LIMIT
        self._elements = self._list_lines = self._in_paragraph = self._lines = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in NEVER_CLOSED:
            if tag in VOID and self._hidden_from is None and self._counted(tag):
                self.written.append(f"<{tag}>")
            return
        if len(self._open) >= OPEN_LIMIT:
            self.simplified = True
            return
        given = {name: value or "" for name, value in attrs}
        style = self._sheet.style(tag, given)
        if self._hidden_from is None and (tag in DROPPED_WHOLE or hides(tag, given, style)):
            self._hidden_from = len(self._open) + 1
        written = self._hidden_from is None and tag in TAGS and self._allowed(tag)
        self._open.append((tag, written))
        self._looks.append(self._looks[-1].within(tag, given, style))
        if written:
            self.written.append(_opening(tag, given))

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _ in reversed(self._open)):
            return
        while self._leave() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._hidden_from is not None or not self._looks[-1].is_seen:
            return
        shown = _LONG.sub(lambda long: f"{long[0]}\n", data[: self._left])
        self.written.append(escape(shown))
        self._left -= len(data)
        self._lines += data.count("\n")
        if self._left <= 0 or self._lines > LINES_LIMIT:
            raise _Enough

    def close_all(self) -> None:
        while self._open:
            self._leave()

    def _leave(self) -> str:
        tag, written = self._open.pop()
        self._looks.pop()
        if written:
            self.written.append(f"</{tag}>")
        if self._hidden_from is not None and len(self._open) < self._hidden_from:
            self._hidden_from = None
        return tag

    def _allowed(self, tag: str) -> bool:
        """Whether one more of these fits; what does not loses its tag, not its words."""
        tables = sum(1 for name, written in self._open if written and name == "table")
        deep = sum(1 for _, written in self._open if written) >= DEPTH_LIMIT
        if deep or (tag in TABLE_TAGS and tables + (tag == "table") > TABLE_DEPTH_LIMIT):
            self.simplified = True
            return False
        return self._counted(tag)

    def _counted(self, tag: str) -> bool:
        self._elements += 1
        self._list_lines += tag == "li"
        self._in_paragraph = self._in_paragraph + 1 if tag in INLINE else 0
        if self._elements > ELEMENTS_LIMIT:
            self._end_markup()
        many = self._elements > ELEMENTS_LIMIT or self._list_lines > LIST_LINES_LIMIT or self._in_paragraph > PARAGRAPH_LIMIT
        self.simplified |= many
        if many and tag not in INLINE and self.written[-1:] != ["<br>"]:
            self.written.append("<br>")
        return not many

    def _end_markup(self) -> None:
        """From here on there are only words and line ends: words of a table without its cells would be moved before it."""
        self.written += [f"</{tag}>" for tag, written in reversed(self._open) if written]
        self._open = [(tag, False) for tag, _ in self._open]


def _opening(tag: str, given: dict[str, str]) -> str:
    kept = "".join(f' {name}="{escape(given[name])}"' for name in KEPT.get(tag, ()) if name in given)
    return f"<{tag}{kept}>"
