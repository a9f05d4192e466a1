"""Signatures by language, as a person writes them down: a code in brackets on a line of its own, and what follows is its."""

import re
from typing import TYPE_CHECKING

from helpdesk.domain.language import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD = re.compile(r"^\s*\[\s*([A-Za-z]{2})\s*\]\s*$")
LONGEST = 1_000
APART = "\f"
"""Between signatures of which a letter may have any."""


def signatures(text: str) -> dict[str, str]:
    """By language code. Raises ValueError naming the line."""
    found: dict[str, list[str]] = {}
    at = ""
    for number, line in enumerate(text.splitlines(), 1):
        head = _HEAD.match(line)
        if head:
            at = head[1].lower()
            if at not in NAMES:
                raise ValueError(f"line {number}: [{head[1]}] is no language known here; use one of {', '.join(sorted(NAMES))}")
            if at in found:
                raise ValueError(f"line {number}: [{at}] is there twice")
            found[at] = []
        elif at:
            found[at].append(line.rstrip())
        elif line.strip():
            raise ValueError(f"line {number}: begin with a language in brackets, like [de]")
    return {code: _checked(code, "\n".join(lines).strip()) for code, lines in found.items()}


def chosen(text: str, language: str, usual: str) -> str:
    """The signature for that language; `usual` when there is none of its own."""
    known: Mapping[str, str] = signatures(text)
    return known.get(language) or usual


def every(text: str, usual: str) -> str:
    """All of them, APART."""
    return APART.join(dict.fromkeys((usual, *signatures(text).values())))


def _checked(code: str, signature: str) -> str:
    if not signature:
        raise ValueError(f"[{code}] has no text under it")
    if len(signature) > LONGEST:
        raise ValueError(f"[{code}] may have {LONGEST:,} characters, not {len(signature):,}")
    return signature
