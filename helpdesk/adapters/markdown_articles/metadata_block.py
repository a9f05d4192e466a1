"""The block at the top of a file that says what it is: YAML between '---', TOML between '+++', a JSON object."""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

import yaml

MOST_CHARACTERS = 32_000
MOST_ALIASES = 20

_SIMPLE = re.compile(r"^[\"']?([A-Za-z][\w.-]*)[\"']?[ \t]*[:=][ \t]*(\S.*?)[ \t]*,?$")
_KEY = re.compile(r"[A-Za-z][\w.-]*[ \t]*:")
_PLAIN = re.compile(r"([A-Za-z][\w.-]{0,99}):(?: +([A-Za-z0-9][^\t:#]*)?)?")
"""A line of YAML in which nothing can mean more than it says."""
_METADATA_LINE = re.compile(r"^(?:\s*#.*|\s+.*|\s*-\s.*|[A-Za-z][\w.-]*[ \t]*:.*|)$")

Values = Mapping[str, Any]


class Words(yaml.SafeLoader):
    """The safe loader with every scalar left as the words it was written in ('no' is a language, '2026-13-45' no error), and
    an end to aliases."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._aliases = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            self._aliases += 1
            if self._aliases > MOST_ALIASES:
                raise yaml.YAMLError("too many aliases")
        return super().compose_node(parent, index)


class PlainWords(yaml.CSafeLoader if yaml.__with_libyaml__ else Words):  # type: ignore[misc]
    """The same in C, many times faster, for texts in which nothing can be an alias."""


Words.yaml_implicit_resolvers = {}
PlainWords.yaml_implicit_resolvers = {}


def metadata(source: list[str]) -> tuple[int, Values] | None:
    """(number of lines it takes, what it says with lower-case keys). What is broken is read line by line for what can be saved;
    a block that is no metadata at all counts as text: None."""
    first = source[0].rstrip() if source else ""
    if first == "---":
        return _between(source, ("---", "..."), _yaml)
    if first == "+++":
        return _between(source, ("+++",), _toml)
    if first.startswith("{") and not first.startswith(("{%", "{{", "{#", "{:")):
        return _json(source)
    return None


def _between(source: list[str], closing: tuple[str, ...], parse: Any) -> tuple[int, Values] | None:
    end = _closing(source, closing)
    if end is None:
        return None
    inside = source[1:end]
    values = parse("\n".join(inside))
    if values is None:
        if not any(_SIMPLE.match(line) or _KEY.match(line) for line in inside):
            return None
        if parse is _yaml and not all(_METADATA_LINE.match(line) for line in inside):
            return None
        values = saved(inside)
    return end + 1, values


def _closing(source: list[str], closing: tuple[str, ...]) -> int | None:
    size = 0
    for number, line in enumerate(source[1:], start=1):
        size += len(line) + 1
        if line.rstrip() in closing:
            return number
        if size > MOST_CHARACTERS:
            return None
    return None


def _yaml(text: str) -> Values | None:
    """The mapping; None when it is not one. An empty block is an empty mapping."""
    if not text.strip():
        return {}
    plain = _plain(text)
    if plain is not None:
        return lower(plain)
    loader = None
    try:
        loader = Words(text) if "*" in text else PlainWords(text)
        return lower(loader.get_single_data())
    except (yaml.YAMLError, RecursionError, ValueError, TypeError):
        return None
    finally:
        if loader is not None:
            loader.dispose()


def _plain(text: str) -> Values | None:
    """As the YAML parser has it, in a tenth of the time; None when there is more to it than a word and a value a line, as
    in few files."""
    found = [_PLAIN.fullmatch(line) for line in text.split("\n") if line.strip(" ")]
    if None in found:
        return None
    return {match[1]: (match[2] or "").rstrip(" ") for match in found if match}


def _toml(text: str) -> Values | None:
    try:
        return lower(tomllib.loads(text))
    except (ValueError, RecursionError):
        return None


def _json(source: list[str]) -> tuple[int, Values] | None:
    """An object that begins in the first line and ends at a line's end. Broken ones are text: nobody writes prose in braces,
    but nobody can tell where such a block ends either."""
    text = "\n".join(source)[:MOST_CHARACTERS]
    try:
        found, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    values = lower(found)
    behind = text[end:].split("\n", 1)[0]
    if not values or behind.strip():
        return None
    return text.count("\n", 0, end) + 1, values


def lower(found: object) -> Values | None:
    return {str(key).lower(): value for key, value in found.items()} if isinstance(found, dict) else None


def saved(lines: list[str]) -> Values:
    found = (_SIMPLE.match(line) for line in lines)
    return {match[1].lower(): match[2].strip("\"'") for match in found if match}
