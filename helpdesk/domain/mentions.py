"""Who is named in a note: @ and a name the desk knows."""

import re
from collections.abc import Iterable

_AT = re.compile(r"(?<![\w.@])@")
_BEING_TYPED = re.compile(r"(?<![\w.@])@([^\n@]{0,40})\Z")


def named_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names, as the desk writes them, in the order they are mentioned; of names that begin alike the longest."""
    longest = sorted((name for name in names if name.strip()), key=len, reverse=True)
    found = (_named(text[at.end() :], longest) for at in _AT.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name))


def _named(rest: str, names: list[str]) -> str:
    lowered = rest.casefold()
    for name in names:
        told = name.casefold()
        if lowered.startswith(told) and not lowered[len(told) : len(told) + 1].isalnum():
            return name
    return ""


def being_typed(before: str) -> str | None:
    """What stands between the last @ and the caret, None when no name is being typed there."""
    found = _BEING_TYPED.search(before[-60:])
    return found[1] if found and not found[1].startswith(" ") else None


def fitting(typed: str, names: Iterable[str]) -> tuple[str, ...]:
    """Names one part of which begins with what was typed."""
    wanted = typed.casefold()
    return tuple(n for n in names if n.casefold().startswith(wanted) or any(p.startswith(wanted) for p in n.casefold().split()))
