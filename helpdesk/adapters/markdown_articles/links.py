"""Links from an article to other files of its knowledge base."""

import re
from collections.abc import Iterator
from functools import lru_cache
from posixpath import dirname, normpath
from urllib.parse import unquote

from helpdesk.domain.article import ArticleLink

MOST_LINKS = 5_000

_LINK = re.compile(r"\]\(\s{0,9}(?:<([^<>\n]{1,1000})>|([^()\s]{1,1000}))")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^][^\]]{0,500}\]:\s{0,9}<?([^\s<>]{1,1000})")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#|\\\\")
_CONTROL = re.compile("[\x00-\x1f]")
_SUFFIX = re.compile(r"\.(?:md|mdx|markdown)$", re.I)


def links(lines: list[str], code: bytearray, path: str) -> tuple[ArticleLink, ...]:
    """Every file linked, once, by where it is first. `code` flags lines that only show a link."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines):
        if "](" not in line and "]:" not in line:
            continue
        if code[number] or len(found) >= MOST_LINKS:
            continue
        for address in _addresses(line):
            target = within(path, address)
            if target and target != path:
                found.setdefault(target, number + 1)
    return tuple(ArticleLink(target, line) for target, line in found.items())


def _addresses(line: str) -> Iterator[str]:
    for match in _LINK.finditer(line):
        yield match[1] or match[2]
    definition = _DEFINITION.match(line)
    if definition:
        yield definition[1]


def within(path: str, address: str) -> str:
    """Where a link of the file at `path` leads within the base: a markdown file, or a page named without its suffix. Empty for
    addresses elsewhere, pictures, and whatever would lead out of the base."""
    return _within(dirname(path), address)


@lru_cache(maxsize=4_096)
def _within(folder: str, address: str) -> str:
    """The files of a folder name each other again and again."""
    if _ELSEWHERE.match(address):
        return ""
    bare = unquote(re.split(r"[?#]", address, maxsplit=1)[0]).replace("\\", "/").rstrip("/")
    named = bare.rpartition("/")[2]
    if not named.strip(".") or ("." in named and not _SUFFIX.search(named)) or _CONTROL.search(bare):
        return ""
    target = normpath((bare if bare.startswith("/") else f"{folder}/{bare}").lstrip("/"))
    return "" if target.startswith("..") else target
