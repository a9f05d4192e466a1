"""An HTML mail as the text a person would have seen: hidden parts dropped, links with their address, blocks as lines."""

import re
from html import unescape
from html.parser import HTMLParser

from helpdesk.domain.html_hiding import Look, Sheet, hides
from helpdesk.domain.parsable_html import closed, uncommented

_NEVER_CLOSED = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param", "frame"}
)
_BLOCKS = frozenset(
    {
        *("p", "div", "ul", "ol", "table", "tr", "blockquote", "pre", "section", "article", "header", "footer", "center"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "li", "form", "fieldset", "address", "main", "aside", "nav"),
        *("details", "summary", "figure", "figcaption", "caption", "legend", "hr"),
    }
)
_SPACED = frozenset({"p", "ul", "ol", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_BLANK = re.compile(r"[ \t\r\n\f]+")
DEPTH_LIMIT = 200
HTML_LIMIT = 2_000_000


class _Reader(HTMLParser):
    """Elements are kept on a stack only to know when a hidden one or a quote ends; unclosed ones end with their parent."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(convert_charrefs=True)
        self._sheet = sheet
        self._looks = [Look()]
        self.lines: list[str] = []
        self._text: list[str] = []
        self._open: list[str] = []
        self._hidden_from: int | None = None
        self._links: list[tuple[str, int]] = []
        self._quotes = 0
        self._kept_blanks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._break(always=True)
        if tag in _BLOCKS:
            self._break(blank=tag in _SPACED)
        if tag in _NEVER_CLOSED or len(self._open) >= DEPTH_LIMIT:
            return
        self._open.append(tag)
        given = {name: value or "" for name, value in attrs}
        style = self._sheet.style(tag, given)
        self._looks.append(self._looks[-1].within(tag, given, style))
        if self._hidden_from is None and hides(tag, given, style):
            self._hidden_from = len(self._open)
        self._enter(tag, given)

    def _enter(self, tag: str, given: dict[str, str]) -> None:
        if tag == "a":
            self._links.append((given.get("href", "").strip(), len(self._text)))
        elif tag == "li":
            self._text.append("- ")
        elif tag == "blockquote":
            self._quotes += 1
        elif tag in {"td", "th"} and "".join(self._text).strip():
            self._text.append(" | ")
        elif tag == "pre":
            self._kept_blanks += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._leave(self._open.pop()) != tag:
                pass
            if self._hidden_from is not None and len(self._open) < self._hidden_from:
                self._hidden_from = None

    def _leave(self, tag: str) -> str:
        self._looks.pop()
        if tag == "a" and self._links:
            self._tell_address(*self._links.pop())
        if tag in _BLOCKS:
            self._break(blank=tag in _SPACED)
        if tag == "blockquote":
            self._quotes -= 1
        elif tag == "pre":
            self._kept_blanks -= 1
        return tag

    def _tell_address(self, address: str, began: int) -> None:
        shown = "".join(self._text[began:])
        bare = address.removeprefix("mailto:").rstrip("/")
        web = address.lower().startswith(("http://", "https://", "mailto:"))
        if web and self._hidden_from is None and bare and bare not in shown:
            self._text.append(f" ({address.removeprefix('mailto:')})")

    def handle_data(self, data: str) -> None:
        if self._hidden_from is not None or not self._looks[-1].is_seen:
            return
        if self._kept_blanks:
            first, *rest = data.replace("\r\n", "\n").split("\n")
            self._text.append(first)
            for line in rest:
                self._break(always=True)
                self._text.append(line)
            return
        self._text.append(_BLANK.sub(" ", data))

    def _break(self, *, blank: bool = False, always: bool = False) -> None:
        """Ends the line; `blank` leaves an empty one below it, `always` also when there is no text on it."""
        line = "".join(self._text)
        line = line.rstrip() if self._kept_blanks else _BLANK.sub(" ", line).strip()
        self._text.clear()
        self._links = [(address, 0) for address, _ in self._links]
        if line and line != "-":
            self.lines.append(f"{'> ' * min(self._quotes, 5)}{line}")
        elif always and self.lines:
            self.lines.append("")
        if blank and self.lines and self.lines[-1]:
            self.lines.append("")

    def finish(self) -> str:
        self.close()
        self._break()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines)).strip()


def visible_text(html: str) -> str:
    """Plain text of at most HTML_LIMIT characters of HTML; what its author hid from the reader is not in it."""
    reader = _Reader(Sheet.of(html[:HTML_LIMIT]))
    reader.feed(closed(uncommented(html[:HTML_LIMIT])))
    return reader.finish()


def bare_text(html: str) -> str:
    """In one linear pass, for HTML the parser could not finish: tags out, nothing else understood."""
    return unescape(re.sub(r"<[^<>]*>", " ", uncommented(html[:HTML_LIMIT]))).strip()
