"""What of a stranger's HTML may be shown: tags, attributes, schemes and sizes. One place, for the cleaner and its tests."""

from dataclasses import dataclass

TAGS = frozenset(
    {
        *("p", "br", "div", "span", "b", "i", "u", "em", "strong", "a", "ul", "ol", "li", "blockquote", "pre", "code"),
        *("table", "thead", "tbody", "tr", "td", "th", "h1", "h2", "h3", "h4", "hr"),
    }
)
TABLE_TAGS = frozenset({"table", "thead", "tbody", "tr", "td", "th"})
DROPPED_WHOLE = frozenset({"script", "style", "title", "head", "template", "svg", "math"})
SCHEMES = frozenset({"http", "https", "mailto"})
MOST_SPANNED = 100
"""Columns or rows a cell may take."""

SOURCE_LIMIT = 512 * 1024
SHOWN_LIMIT = 200_000
DEPTH_LIMIT = 64
TABLE_DEPTH_LIMIT = 6
LINE_LIMIT = 2_000
ELEMENTS_LIMIT = 4_000
LINES_LIMIT = 20_000
LIST_LINES_LIMIT = 2_000
"""The document class lays lists out in quadratic time: 2,000 lines take a tenth of a second, 10,000 two and a half."""
PARAGRAPH_LIMIT = 2_000
"""Elements within one block: so many changes of type in one paragraph are laid out in less than a fifth of a second."""


@dataclass(frozen=True)
class SafeHtml:
    """Markup the cleaner made, the only kind the viewer takes. `cut`: there is more than is shown; `simplified`: it was nested
    or laid out in a way that would keep the window busy, and stands there simpler."""

    markup: str
    cut: bool = False
    simplified: bool = False
