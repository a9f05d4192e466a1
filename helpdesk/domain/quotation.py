"""Words put between quotation marks that have some of their own."""

import re

OUTER = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c"}
INNER = str.maketrans({"\u201c": "\u2018", "\u201d": "\u2019", "\u201e": "\u201a"})
"""Double marks as single ones of the same language."""

STRAIGHT = re.compile(r'(?<!\w)"([^"]*)"')
"""A pair; a mark behind a figure is one of inches."""


def within_quotes(words: str) -> str:
    """As it stands between double quotation marks: its own become single ones, and those around all of it go."""
    inside = words[1:-1]
    if len(words) > 1 and OUTER.get(words[0]) == words[-1] and not set(inside) & {words[0], words[-1]}:
        words = inside
    return STRAIGHT.sub(r"'\1'", words.translate(INNER))
