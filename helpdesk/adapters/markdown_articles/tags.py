"""HTML and JSX within markdown: the tags go, what they show stays, line by line."""

import html
import re
from collections.abc import Set as AbstractSet

from helpdesk.adapters.markdown_articles.code_lines import fenced
from helpdesk.adapters.markdown_articles.shortcodes import without
from helpdesk.domain.markup import GAP, HTML_BLOCKS, HTML_INLINE, parted

_TAG = re.compile(r"<(/?)([A-Za-z][\w.-]{0,40})(?=[\s/>])((?:=>|(?>\{[^{}]{0,300}\}|[^<>])){0,2000})>")
"""An attribute's value in braces may hold a tag of its own; it is taken whole, and never looked at in another way."""
_FRAGMENT = re.compile(r"</?>")
_UNSHOWN = (
    (re.compile(r"<script\b[^<>]{0,500}>", re.I), re.compile(r"</script\s{0,9}>", re.I)),
    (re.compile(r"<style\b[^<>]{0,500}>", re.I), re.compile(r"</style\s{0,9}>", re.I)),
)
_WORDED = re.compile(
    r"\b(?:alt|title|label|summary|caption|header|heading|text|description)\s{0,9}=\s{0,9}"
    r"(?:\"([^\"]{1,2000})\"|'([^']{1,2000})'|\{\s{0,9}[\"'`]([^\"'`]{1,2000})[\"'`]\s{0,9}\})"
)
_SOURCE = re.compile(
    r"\b(?:src|href|to|url)\s{0,9}=\s{0,9}(?:\"([^\"\s]{1,1000})\"|'([^'\s]{1,1000})'|\{\s{0,9}[\"'`]([^\"'`\s]{1,1000})[\"'`]\s{0,9}\})"
)
_ANCHOR = re.compile(r"<a\b(?=[\s>])([^<>]{0,1000})>([^<>]{1,500})</a\s{0,9}>", re.I)
_CODE = re.compile(r"<(code|tt|samp|var)>([^<>`\n]{1,300})</\1>", re.I)
_SUMMARY = re.compile(r"<summary\b[^<>]{0,300}>[ \t]*([^<>\n]{1,500}?)[ \t]*</summary\s{0,9}>", re.I)
_CLOSING = re.compile(r"</([A-Za-z][\w.-]{0,40})\s{0,9}>")
_HEADING = re.compile(r"^[ \t]*<h([1-6])\b[^<>]{0,300}>[ \t]*(.{1,300}?)[ \t]*</h\1>[ \t]*$", re.M | re.I)
_BREAK = re.compile(r"[ \t]*<br\s{0,9}/?\s{0,9}>", re.I)
_ENTRY = re.compile(r"^[ \t]*(?:<[uo]l[^<>]{0,200}>[ \t]*)?<li\b[^<>]{0,200}>[ \t]*", re.M | re.I)
_CELL = re.compile(r"</t[dh]\s{0,9}>[ \t]*(?=<t[dh]\b)", re.I)
_ENTITY = re.compile(
    r"&(?:nbsp|ensp|emsp|thinsp|mdash|ndash|hellip|copy|reg|trade|bull|middot|rarr|larr|laquo|raquo|deg|times|euro"
    r"|[lr][sd]quo|[aouAOU]uml|szlig|eacute|egrave|agrave|ccedil|#160|#x[aA]0|#39|quot|apos);"
)
KNOWN = HTML_BLOCKS | HTML_INLINE
_OFTEN_LEFT_OPEN = "p li hr td th tr dd dt option source summary h1 h2 h3 h4 h5 h6"
ENCLOSING = HTML_BLOCKS - frozenset(_OFTEN_LEFT_OPEN.split())


def closed_names(text: str) -> frozenset[str]:
    """The names of elements that are closed somewhere: those are tags, whatever they are called."""
    return frozenset(match[1] for match in _CLOSING.finditer(text)) if "</" in text else frozenset()


def untagged(text: str, closed: frozenset[str]) -> str:
    """The text without tags. What only looks like one ('<server name>') stays, for it is a word to its reader."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]).replace("\xa0", " "), text)
    if "<" not in text:
        return text
    for opening, closing in _UNSHOWN:
        text = without(text, opening, closing)
    lowered = text.lower()
    if "</h" in lowered:
        text = _HEADING.sub(lambda match: f"{'#' * int(match[1])} {match[2]}", text)
    text = _ANCHOR.sub(_anchor, _CODE.sub(r"`\2`", _SUMMARY.sub(rf"{GAP}**\1**{GAP}", text)))
    if "<li" in lowered:
        text = _ENTRY.sub("- ", text)
    text = _CELL.sub(" | ", text)
    if "<b" in text or "<B" in text:
        text = _BREAK.sub(" ", text)
    return parted(_FRAGMENT.sub("", _TAG.sub(lambda match: _shown(match) if _is_tag(match, closed) else match[0], text)))


def _is_tag(match: re.Match[str], closed: AbstractSet[str]) -> bool:
    slash, name, rest = match[1], match[2], match[3]
    if slash or name in closed or "=" in rest or rest.endswith("/"):
        return True
    return name.lower() in KNOWN and (len(name) > 1 or not rest.strip())


def _shown(match: re.Match[str]) -> str:
    """An image as markdown's, of any other tag the words its attributes show; in as many lines as it took."""
    name, rest = match[2].lower(), match[3]
    gap = GAP if _parts(match, name) else ""
    breaks = gap + "\n" * match[0].count("\n")
    if match[1]:
        return breaks
    words = " ".join(" ".join(next(filter(None, found)).split()) for found in _WORDED.findall(rest))
    if name == "img":
        return f"![{words}]({_address(rest)}){breaks}" if words else breaks
    if name in ("a", "abbr", "input", "link", "iframe", "object", "embed"):
        return breaks
    return gap + _set_apart(match, words) + breaks


def _parts(match: re.Match[str], name: str) -> bool:
    """Whether what stands before the tag and after it are two words. Of an element that is none of HTML's nobody can tell:
    they are where another tag follows at once, as after a step or a tab."""
    return name in HTML_BLOCKS or (name not in HTML_INLINE and match.string[match.end() : match.end() + 1] == "<")


def _set_apart(match: re.Match[str], words: str) -> str:
    """In bold at the beginning of a line: it titles what follows. Never grown into the word after it."""
    text = match.string
    leads = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
    after = text[match.end() : match.end() + 1]
    space = " " if words and after.isalnum() else ""
    return (f"**{words}**" if words and leads else words) + space


def _address(rest: str) -> str:
    match = _SOURCE.search(rest)
    return next(filter(None, match.groups()), "") if match else ""


def _anchor(match: re.Match[str]) -> str:
    address, words = _address(match[1]), match[2]
    return f"[{words}]({address})" if address and "\n" not in words else words


def levelled(lines: list[str], closed: AbstractSet[str]) -> None:
    """What stands inside an element is indented for its source's looks; to markdown that would be code. It comes out level
    with the element. A heading at the margin ends whatever was left open."""
    flags = fenced(lines)
    opened: list[tuple[int, int]] = []  # the element's own column as it comes out, and the column of what stands in it
    for number, line in enumerate(lines):
        stripped = line.lstrip()
        if not stripped:
            continue
        column = len(line) - len(stripped)
        if not column and line[0] == "#" and not flags[number]:
            opened.clear()
        if opened and opened[-1][1] < 0:
            opened[-1] = (opened[-1][0], column)
        if opened:
            column = opened[-1][0] + max(0, column - opened[-1][1])
            lines[number] = " " * column + stripped
        if "<" in line and not flags[number]:
            _follow(line, column, closed, opened)


def _follow(line: str, column: int, closed: AbstractSet[str], opened: list[tuple[int, int]]) -> None:
    """Takes the elements that the line opens and closes."""
    for match in _TAG.finditer(line):
        name = match[2]
        if match[3].endswith("/") or (name.lower() not in ENCLOSING and (name not in closed or name.lower() in KNOWN)):
            continue
        if not match[1]:
            opened.append((column, -1))
        elif opened:
            opened.pop()
