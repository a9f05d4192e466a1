"""The lines between two '---' at the top of a file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from helpdesk.domain.article import Audience

MOST_CHARACTERS = 32_000
MOST_ALIASES = 20
MOST_TAGS = 50
LONGEST_TITLE = 300

_SIMPLE = re.compile(r"^([A-Za-z][\w.-]*)[ \t]*:[ \t]+(\S.*?)[ \t]*$")
_KEY = re.compile(r"[A-Za-z][\w.-]*[ \t]*:")
_METADATA_LINE = re.compile(r"^(?:\s*#.*|\s+.*|\s*-\s.*|[A-Za-z][\w.-]*[ \t]*:.*|)$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_INTERNAL = frozenset(("internal", "private", "agents", "agent", "staff"))


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


Words.yaml_implicit_resolvers = {}


@dataclass(frozen=True)
class FrontMatter:
    """`lines` is how many lines of the file it takes, both fences included; 0 when there is none."""

    lines: int = 0
    title: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    audience: Audience = Audience.PUBLIC


def front_matter(source: list[str]) -> FrontMatter:
    """What the file says of itself. Broken YAML is read line by line for what can be saved; a block that is no metadata at all
    counts as text."""
    end = closing(source)
    if end is None:
        return FrontMatter()
    inside = source[1:end]
    values = parsed("\n".join(inside))
    if values is None:
        if not any(_KEY.match(line) for line in inside) or not all(_METADATA_LINE.match(line) for line in inside):
            return FrontMatter()
        values = saved(inside)
    return FrontMatter(
        lines=end + 1,
        title=one_line(values.get("title")),
        language=language(values),
        tags=tags(values),
        audience=audience(values),
    )


def closing(source: list[str]) -> int | None:
    """The index of the closing fence."""
    if not source or source[0].rstrip() != "---":
        return None
    size = 0
    for number, line in enumerate(source[1:], start=1):
        size += len(line) + 1
        if line.rstrip() in ("---", "..."):
            return number
        if size > MOST_CHARACTERS:
            return None
    return None


def parsed(text: str) -> Mapping[str, Any] | None:
    """The mapping, with lower-case keys; None when it is not one. An empty block is an empty mapping."""
    loader = None
    try:
        loader = Words(text)
        found = loader.get_single_data()
    except (yaml.YAMLError, RecursionError, ValueError, TypeError):
        return None
    finally:
        if loader is not None:
            loader.dispose()
    if not text.strip():
        return {}
    if not isinstance(found, dict):
        return None
    return {str(key).lower(): value for key, value in found.items()}


def saved(lines: list[str]) -> Mapping[str, Any]:
    found = (_SIMPLE.match(line) for line in lines)
    return {match[1].lower(): match[2].strip("\"'") for match in found if match}


def one_line(value: object) -> str:
    return " ".join(value.split())[:LONGEST_TITLE] if isinstance(value, str) else ""


def language(values: Mapping[str, Any]) -> str:
    named = next((values[key] for key in ("language", "lang", "locale") if isinstance(values.get(key), str)), "")
    match = _LANGUAGE.fullmatch(named.strip())
    return match[0] if match else ""


def tags(values: Mapping[str, Any]) -> tuple[str, ...]:
    """From a list, or from words between commas."""
    named = values.get("tags", values.get("keywords", ()))
    several = named.strip("[]").split(",") if isinstance(named, str) else named
    if not isinstance(several, list):
        return ()
    words = (one_line(word).strip("\"'")[:100] for word in several)
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_TAGS]


def audience(values: Mapping[str, Any]) -> Audience:
    """Internal when the file says so in any of the usual ways: a doubt must not send an internal text to a customer."""
    for key in ("audience", "visibility"):
        said = values.get(key)
        named = said if isinstance(said, list) else [said]
        if any(isinstance(word, str) and word.strip().lower() in _INTERNAL for word in named):
            return Audience.INTERNAL
    flagged = str(values.get("internal", "")).strip().lower() in ("true", "yes", "1", "on")
    return Audience.INTERNAL if flagged else Audience.PUBLIC
