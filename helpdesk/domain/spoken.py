"""Words asked for in a text: each whole, in any grammatical form, or begun."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

from helpdesk.domain.stems import stem
from helpdesk.domain.terms import placed_words, words

SHORTEST_BEGINNING = 2
"""Letters from which a word is taken for the beginning of longer ones as well."""


SIGNS = re.compile(r"[^\w\s\"]+")
Marks = tuple[tuple[int, int], ...]
"""Beginnings and ends of places in a text, in order."""
APART = "\f"
"""Between texts that are looked through together: no piece reaches across it."""


@dataclass(frozen=True)
class Piece:
    """Words that must stand one after the other. The last one may go on unless the piece is `exact`."""

    words: tuple[str, ...]
    exact: bool

    @property
    def may_go_on(self) -> bool:
        return not self.exact and len(self.words[-1]) >= SHORTEST_BEGINNING


def pieces(asked: str) -> list[Piece]:
    """In quotes it is one phrase; else each part between blanks is a piece (INV-2024 is two words in a row)."""
    asked = asked.strip()
    if len(asked) > 2 and asked[0] == asked[-1] == '"':
        phrase = tuple(words(asked))
        return [Piece(phrase, exact=True)] if phrase else []
    return [Piece(found, exact=False) for part in asked.split() if (found := tuple(words(part)))]


def says(text: str, asked: Sequence[str], *, stemmed: bool = True) -> bool:
    """Whether it has any of what is asked: all pieces of one. With `stemmed` a word stands for all its grammatical forms."""
    parts = [[stem(word) for word in words(part)] if stemmed else words(part) for part in text.split(APART)]
    return any(
        wanted and all(any(_has(part, one, stemmed) for part in parts) for one in wanted) for wanted in map(pieces, asked)
    )


def marks(text: str, asked: Sequence[str]) -> Marks:
    """Where the words of what is asked stand in the text, in any grammatical form: whole words, and phrases as one."""
    there = placed_words(text) if asked else []
    forms = [stem(word) for word, _, _ in there]
    wanted = [piece for one in asked for piece in pieces(one)]
    found = {(there[at][1], there[at + len(one.words) - 1][2]) for one in wanted for at in _starts(forms, one, True)}
    return tuple(sorted(found))


def _has(forms: Sequence[str], piece: Piece, stemmed: bool) -> bool:
    return next(_starts(forms, piece, stemmed), None) is not None


def _starts(forms: Sequence[str], piece: Piece, stemmed: bool) -> Iterator[int]:
    """At which of the words it begins."""
    wanted = [stem(word) for word in piece.words] if stemmed else list(piece.words)
    size = len(wanted)
    for start in range(len(forms) - size + 1):
        there = forms[start : start + size]
        last = there[-1].startswith(wanted[-1]) if piece.may_go_on else there[-1] == wanted[-1]
        if last and list(there[:-1]) == wanted[:-1]:
            yield start


def unsaid_signs(asked: str) -> tuple[str, ...]:
    """Emoji and other pictures in it, which are no words and never found."""
    return tuple(dict.fromkeys(run[0] for run in SIGNS.finditer(asked) if any(category(one) == "So" for one in run[0])))
