"""The values of a query exchanged for other words that mean the same; all else in it stays as it was typed."""

import re
from collections.abc import Callable
from functools import partial

from helpdesk.domain.search_words import LONGEST, VALUE, tokens

TO_QUOTE = set(' ,:"')


def exchanged(text: str, other: Callable[[str, str], str]) -> str:
    """`other` says of a field and a value, without its quotes, what to write instead; '' leaves it."""
    parts, at = [], 0
    typed = text[:LONGEST]
    for token in tokens(typed):
        if token.name:
            begin = token.at + len(token.text) - len(token.value)
            parts += [typed[at:begin], VALUE.sub(partial(_other, other, token.name), token.value)]
            at = begin + len(token.value)
    return "".join((*parts, typed[at:]))


def _other(other: Callable[[str, str], str], field: str, part: re.Match[str]) -> str:
    said = other(field, part[0].strip('"').strip())
    if not said:
        return part[0]
    return f'"{said}"' if set(said) & TO_QUOTE else said
