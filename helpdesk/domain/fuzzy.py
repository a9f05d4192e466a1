"""How well a few typed letters fit the name of something: for finding a command or a place by a hint of its name."""

import unicodedata

BEGINS, NEXT, GAP = 8, 5, 1
"""Worth of a letter that begins a word, of one right after the letter before it, and the cost of each letter jumped over."""


def folded(text: str) -> str:
    """Without case and accents, one character for each of `text` where that can be."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text.casefold())


def fit(typed: str, name: str) -> int | None:
    """Higher is better; None when the letters do not all come in the name, in their order. Each typed word is looked for on its
    own, so that their order does not matter. Nothing typed fits everything equally."""
    target = folded(name)
    total = 0
    for word in folded(typed).split():
        found = _best(word, target)
        if found is None:
            return None
        total += found
    return total


def _best(word: str, target: str) -> int | None:
    starts = [at for at, letter in enumerate(target) if letter == word[0]]
    found = [score for at in starts if (score := _from(word, target, at)) is not None]
    return max(found, default=None)


def _from(word: str, target: str, start: int) -> int | None:
    """The score when the first letter is at `start`: the others where they first come, at a word's beginning if they can."""
    score, at = _worth(target, start), start
    for letter in word[1:]:
        near = target.find(letter, at + 1)
        if near < 0:
            return None
        score += NEXT if near == at + 1 else _worth(target, near) - GAP * min(near - at, NEXT)
        at = near
    return score


def _worth(target: str, at: int) -> int:
    return BEGINS if at == 0 or not target[at - 1].isalnum() else 0
