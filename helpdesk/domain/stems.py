"""Porter's stemmer (M. F. Porter, 1980), as FTS5's porter tokenizer runs it, so that a word here and a term there are the same.

Everything but a, e, i, o, u (and y) counts as a consonant,
digits and other scripts too. Words of fewer than three letters or more than 64 stay whole.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

VOWELS = frozenset("aeiou")
STEP2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "logi": "log", "bli": "ble",
    "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate",
    "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
STEP3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
STEP4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
)  # fmt: skip


def by_last(endings: Mapping[str, str]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Last letter → the endings with it, in their order: most words have none of them."""
    letters = {ending[-1] for ending in endings}
    return {letter: [pair for pair in endings.items() if pair[0].endswith(letter)] for letter in letters}


BY_LAST_2, BY_LAST_3, BY_LAST_4 = by_last(STEP2), by_last(STEP3), by_last(dict.fromkeys(STEP4, ""))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem of a lower-case word."""
    if not 3 <= len(word) <= 64 or word.isdigit():
        return word
    word = plural(word)
    word = past(word)
    if word.endswith("y") and has_vowel(word[:-1]):
        word = word[:-1] + "i"
    word = swapped(word, BY_LAST_2)
    word = swapped(word, BY_LAST_3)
    return tidy(bare(word))


def consonants(word: str) -> list[bool]:
    flags: list[bool] = []
    for i, letter in enumerate(word):
        flags.append(letter not in VOWELS and not (letter == "y" and i > 0 and flags[i - 1]))
    return flags


def measure(word: str) -> int:
    """How many vowel-consonant turns the word has."""
    flags = consonants(word)
    return sum(1 for before, after in pairwise(flags) if not before and after)


def has_vowel(word: str) -> bool:
    return not all(consonants(word))


def doubled(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and consonants(word)[-1]


def short(word: str) -> bool:
    """Ends consonant, vowel, consonant, the last not w, x or y."""
    flags = consonants(word)
    return len(word) > 2 and flags[-3:] == [True, False, True] and word[-1] not in "wxy"


def plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            root = word[: -len(ending)]
            return mended(root) if has_vowel(root) else word
    return word


def mended(root: str) -> str:
    if root.endswith(("at", "bl", "iz")):
        return root + "e"
    if doubled(root) and root[-1] not in "lsz":
        return root[:-1]
    return root + "e" if measure(root) == 1 and short(root) else root


def swapped(word: str, endings: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    for ending, instead in endings.get(word[-1:], ()):
        if word.endswith(ending):
            root = word[: -len(ending)]
            return root + instead if measure(root) > 0 else word
    return word


def bare(word: str) -> str:
    for ending, _ in BY_LAST_4.get(word[-1:], ()):
        if word.endswith(ending):
            cut = 3 if ending in ("sion", "tion") else len(ending)
            return word[:-cut] if measure(word[:-cut]) > 1 else word
    return word


def tidy(word: str) -> str:
    if word.endswith("e"):
        root = word[:-1]
        if measure(root) > 1 or (measure(root) == 1 and not short(root)):
            word = root
    return word[:-1] if word.endswith("ll") and measure(word) > 1 else word
