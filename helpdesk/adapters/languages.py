"""Lingua, told apart among the desk's languages only, and helped by each language's small words.

Its low-accuracy models with small words are nearly as good as its large ones (see the decision on understanding) for 18 MB
instead of 235, and are loaded at the first message. Scripts that only one language uses need no model.
"""

import math
import time
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from helpdesk.domain import language
from helpdesk.domain.understanding import Read

if TYPE_CHECKING:
    from lingua import LanguageDetector

LOOKED_AT = 1_000
"""Characters: lingua takes minutes over a million letters without a space."""
LONGEST_WORD = 40
FEWEST_LETTERS = 3
SMALL_WORD = 2.0
"""Log-odds of one small word that only one language has."""
FLOOR = 0.02
A_WORD = "word"
BREATH = 0.02
"""Seconds in which every other thread gets the interpreter; in a millisecond the window lost the race for it."""
OWN = 0.5
"""Log-odds in favour of the desk's first language."""


class LinguaLanguages:
    """`languages` are ISO 639-1 codes, the desk's own first; those lingua does not know are told by their script alone."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = tuple(languages)

    def read(self, text: str) -> Read:
        if script := language.script(text[:LOOKED_AT]):
            return Read(script, 0.95, "script")
        looked_at = _plain(text)
        if sum(c.isalpha() for c in looked_at) < FEWEST_LETTERS or not self.languages:
            return Read("", 0.0, "too-short")
        shares = self._weighed(looked_at)
        best = max(shares, key=lambda code: (shares[code], code))
        return Read(best, round(shares[best], 3), "letters-and-words")

    @cached_property
    def _detector(self) -> "LanguageDetector | None":
        """Models are loaded with the interpreter held, and stay for every detector after: a language at a time, so that the
        window moves in between."""
        from lingua import IsoCode639_1, LanguageDetectorBuilder

        known = [getattr(IsoCode639_1, code.upper()) for code in self.languages if hasattr(IsoCode639_1, code.upper())]
        if len(known) < 2:
            return None
        for one in known[1:]:
            two = LanguageDetectorBuilder.from_iso_codes_639_1(known[0], one).with_low_accuracy_mode().build()
            two.compute_language_confidence_values(A_WORD)
            time.sleep(BREATH)
        return LanguageDetectorBuilder.from_iso_codes_639_1(*known).with_low_accuracy_mode().build()

    def _weighed(self, text: str) -> Mapping[str, float]:
        """How likely each of the desk's languages is, adding up to 1."""
        letters = self._by_letters(text)
        small = language.small_words(text)
        odds = {
            code: math.log(max(letters.get(code, 0.0), FLOOR)) + SMALL_WORD * small.get(code, 0.0) for code in self.languages
        }
        odds[self.languages[0]] += OWN
        most = max(odds.values())
        parts = {code: math.exp(value - most) for code, value in odds.items()}
        whole = sum(parts.values())
        return {code: part / whole for code, part in parts.items()}

    def _by_letters(self, text: str) -> Mapping[str, float]:
        if self._detector is None:
            return {}
        said = self._detector.compute_language_confidence_values(text)
        return {one.language.iso_code_639_1.name.lower(): one.value for one in said}


def _plain(text: str) -> str:
    """The beginning without what is no word: addresses of the web, numbers, endless letters."""
    words = text[: 10 * LOOKED_AT].split()
    return " ".join(w for w in words if len(w) <= LONGEST_WORD and "://" not in w and "@" not in w)[:LOOKED_AT]
