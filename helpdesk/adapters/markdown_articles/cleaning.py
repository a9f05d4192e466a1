"""Documentation as people write it, with the marks of the tool that publishes it, into plain markdown of as many lines.

Line n of the result holds the words of line n of the source, so that a passage and a quote lead to their lines. A file of
plain markdown comes out as it is."""

import re

from helpdesk.adapters.markdown_articles.code_lines import code_lines
from helpdesk.adapters.markdown_articles.html_tables import tables
from helpdesk.adapters.markdown_articles.notes import Cleaned, unmarked
from helpdesk.adapters.markdown_articles.shortcodes import spoken
from helpdesk.adapters.markdown_articles.tags import closed_names, levelled, untagged

_SIGNS = re.compile(
    r"</?[A-Za-z>]|\{ ?[%{:#.<!/\"'\w]|!!!|\?\?\?|=== \"|:::|8<--|@include|\[!|\[\^|\[\[|\[TOC"
    r"|#tabs?/|&[a-zA-Z#]\w{1,8};|:(?:material|octicons|fontawesome|simple)-"
)
_LINE_SIGNS = re.compile(r"^(?:import\b|export\b|[ \t]*\.\. )", re.M)
_IN_LINE_SIGNS = ("import", "export", ".. ")
"""One of them is in every sign that only counts at the beginning of a line."""
_SPAN = re.compile(r"``[^\n]{1,300}?``|`[^`\n]{1,300}`")
_MASK = re.compile("\x01(\\d+)\x02")
_BEGINS_CODE = re.compile(
    r"^([ \t]*)(?:\{%-?[ \t]*highlight[ \t]+(\w*)[^%\n]{0,100}-?%\}"
    r"|\{\{[<%][ \t]*highlight[ \t]+\"?(\w*)[^{}\n]{0,100}[>%]\}\}|<pre>)[ \t]*$",
    re.I,
)
_PRE = re.compile(r">(?<=pre>)", re.I)
_ENDS_CODE = re.compile(
    r"^([ \t]*)(?:\{%-?[ \t]*endhighlight[ \t]*-?%\}|\{\{[<%][ \t]*/[ \t]*highlight[ \t]*[>%]\}\}|</pre>)[ \t]*$", re.I
)


def cleaned(lines: list[str]) -> Cleaned:
    """`lines` holds no control characters."""
    page = Cleaned(lines)
    if not _signed("\n".join(lines)):
        return page
    page.lines = _highlighted(lines)
    unmarked(page)
    closed = closed_names("\n".join(page.lines))
    if closed:
        levelled(page.lines, closed)
    flags = code_lines(page.lines)
    first = 0
    while first < len(page.lines):
        end = flags.find(1, first)
        end = len(page.lines) if end < 0 else end
        if end > first:
            tables(page, first, end)
            page.lines[first:end] = _plainer("\n".join(page.lines[first:end]), closed).split("\n")
        first = end + 1
    return page


def _signed(text: str) -> bool:
    """Whether there may be anything to clean. A pattern that begins with characters is looked for many times as fast as one
    that begins with a line: those of lines are asked for only where there is reason to."""
    if _SIGNS.search(text):
        return True
    return any(sign in text for sign in _IN_LINE_SIGNS) and _LINE_SIGNS.search(text) is not None


def _plainer(text: str, closed: frozenset[str]) -> str:
    """A stretch without code blocks; what stands in backticks is out of reach meanwhile."""
    if not _signed(text):
        return text
    spans: list[str] = []

    def mask(match: re.Match[str]) -> str:
        spans.append(match[0])
        return f"\x01{len(spans) - 1}\x02"

    masked = _SPAN.sub(mask, text) if "`" in text else text
    done = untagged(spoken(masked), closed)
    return _MASK.sub(lambda match: spans[int(match[1])], done) if spans else done


def _highlighted(lines: list[str]) -> list[str]:
    """Blocks that a template highlights become fenced code."""
    text = "\n".join(lines)
    if "highlight" not in text and not _PRE.search(text):
        return list(lines)
    kept = list(lines)
    opened = -1
    for number, line in enumerate(lines):
        begins = _BEGINS_CODE.match(line) if opened < 0 else None
        if begins:
            opened = number
        elif opened >= 0 and _ENDS_CODE.match(line):
            start = _BEGINS_CODE.match(lines[opened])
            named = (start[2] or start[3] or "") if start else ""
            kept[opened], kept[number], opened = f"{start[1] if start else ''}```{named}", f"{start[1] if start else ''}```", -1
    return kept
