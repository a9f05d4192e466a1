"""The words of other files put where an article includes them, in one line each: line n stays line n."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from helpdesk.adapters.markdown_articles.blocks import without_comments
from helpdesk.adapters.markdown_articles.code_lines import fenced
from helpdesk.adapters.markdown_articles.decoding import Unreadable, text_of
from helpdesk.adapters.markdown_articles.front_matter import front_matter
from helpdesk.domain.article import ArticleStatus
from helpdesk.domain.includes import MARKS, marks_in
from helpdesk.ports.knowledge import Included

LONGEST = 4_000
"""Characters of a file that another one takes in; what is longer is an article of its own, and stays a link."""

MOST = 100_000
"""Characters all includes may add to one article."""

_FRAME = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|[-*+][ \t]+)?")
_ALERT = re.compile(r"\[!(\w{1,20})\]")
_RULE = re.compile(r"[ \t]*(?:[-*_][ \t]*){3,}|[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|?[ \t]*")


def with_included(lines: list[str], included: Sequence[Included]) -> list[str]:
    """What is in a block of code, not there, too long or not for customers stays as it is."""
    words = {one.target: said for one in included if (said := in_one_line(one))}
    if not words:
        return lines
    flags, left = fenced(lines), MOST
    told = list(lines)
    for number in sorted({number for target in words for number, line in enumerate(lines) if target in line}):
        if not flags[number] and left > 0:
            told[number] = _told(lines[number], words)
            left -= len(told[number]) - len(lines[number])
    return told


def _told(line: str, words: Mapping[str, str]) -> str:
    for mark in marks_in(line):
        line = mark.sub(lambda match: _in_place(match, words.get(match[2].strip())), line)
    return line


def _in_place(match: re.Match[str], words: str | None) -> str:
    if words is None:
        return match[0]
    in_table = match.string.lstrip().startswith("|")
    indent = "" if match[0].startswith("[") else match[1]
    return indent + (words.replace("|", "\\|") if in_table else words)


@lru_cache(maxsize=2_000)
def in_one_line(one: Included) -> str:
    """Without the frames that only make sense in lines of their own. Empty when it cannot or must not be taken in."""
    try:
        lines = text_of(one.content or b"").split("\n")
    except Unreadable:
        return ""
    about = front_matter(lines)
    if about.status is not ArticleStatus.PUBLIC:
        return ""
    own = with_included(without_comments(lines[about.lines :]), one.inner)
    said = " ".join(filter(None, (_plain(line) for line in own)))
    return said if len(said) <= LONGEST and "```" not in said else ""


def _plain(line: str) -> str:
    if _RULE.fullmatch(line):
        return ""
    bare = _FRAME.sub("", line).strip()
    nested = MARKS[0].sub(r"\1", bare)
    return _ALERT.sub(lambda match: f"**{match[1].capitalize()}:**", nested)
