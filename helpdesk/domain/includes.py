"""Marks that put the words of another file into an article, in the notations of several documentation tools."""

import re
from collections.abc import Iterable
from functools import lru_cache
from posixpath import dirname, normpath

MARKS = (
    re.compile(r"\[!INCLUDE[ \t]{0,3}\[([^\]\n]{0,200})\]\(([^)\n]{0,500})\)[ \t]{0,3}\]", re.I),
    re.compile(r"^([ \t]*)-{1,2}8<-{1,2}[ \t]+[\"']([^\"'\n]{1,300})[\"'][ \t]*$", re.M),
    re.compile(r"^([ \t]*)\.\.[ \t]+(?:literal)?include::[ \t]+(\S{1,300})[ \t]*$", re.M),
    re.compile(
        r"^([ \t]*)(?:\{\{#(?:rustdoc_)?include[ \t]+|\{!>?[ \t]*|@include\()([^\s{}!()]{1,300})[ \t]*(?:\}\}|!\}|\))[ \t]*$",
        re.M,
    ),
)
"""The second group of each is the file. The first ones stand within a line, the others have one to themselves."""

_SIGNS = (("[!i", "[!I"), ("8<-",), ("include::",), ("{{#", "{!", "@include"))
"""One of them is in every mark of that kind. Looked for one by one, which is many times as quick as a pattern."""

_SUFFIX = re.compile(r"\.(?:md|mdx|markdown)$", re.I)
MOST = 200


def marks_in(text: str) -> list[re.Pattern[str]]:
    """The kinds of marks that the text may hold."""
    return [mark for mark, signs in zip(MARKS, _SIGNS, strict=True) if any(sign in text for sign in signs)]


def targets(text: str) -> tuple[str, ...]:
    """The markdown files a text includes, as it names them, each once."""
    found = dict.fromkeys(match[2].strip() for mark in marks_in(text) for match in mark.finditer(text))
    return tuple(target for target in found if _SUFFIX.search(bare(target)))[:MOST]


def bare(target: str) -> str:
    return re.split(r"[?#]", target, maxsplit=1)[0].replace("\\", "/")


def places(path: str, target: str) -> tuple[str, ...]:
    """Where a file that the one at `path` includes may lie in the base, the likeliest first: beside it, else below the root.
    Empty for what would lead out of the base."""
    return tuple(place for place in _places_from(dirname(path), target) if place != path)


@lru_cache(maxsize=4_096)
def _places_from(folder: str, target: str) -> tuple[str, ...]:
    """Articles of a folder often include the same files."""
    named = bare(target)
    below = [normpath(named.removeprefix("~").lstrip("/"))]
    beside = [] if named.startswith(("/", "~")) else [normpath(f"{folder}/{named}".lstrip("/"))]
    return tuple(dict.fromkeys(place for place in (*beside, *below) if not place.startswith("..")))


def all_places(path: str, found: Iterable[str]) -> tuple[str, ...]:
    """Of every one of them."""
    return tuple(dict.fromkeys(place for target in found for place in places(path, target)))
