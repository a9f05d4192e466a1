"""Lingua, helped by each language's small words. Beside the desk's own languages stand the others this program has a name for,
at a disadvantage: without them, Czech was taken for surely Polish where Polish is the nearest language of the desk.

Its low-accuracy models with small words are nearly as good as its large ones (see the decision on understanding). They are
loaded with the interpreter held, for longer than a window may stand still, so they live in a worker process, begun by the first
message that needs them: not one in a script of its own language, nor one whose small words are enough.
"""

import logging
import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain import language
from helpdesk.domain.understanding import Read

if TYPE_CHECKING:
    from lingua import LanguageDetector

log = logging.getLogger(__name__)

SECONDS = 60.0
"""A text takes a millisecond. The first waits for the models, for half a minute on a slow machine that has other work: given up
earlier, each text would begin to load them anew."""
MEGABYTES = 512
LOOKED_AT = 1_000
"""Characters: lingua takes minutes over a million letters without a space."""
LONGEST_WORD = 40
FEWEST_LETTERS = 3
SMALL_WORD = 2.0
"""Log-odds of one small word that only one language has."""
FLOOR = 0.02
OWN = 0.5
"""Log-odds in favour of the desk's first language."""
FOREIGN = 2.0
"""Log-odds against a language that is none of the desk's."""

Shares = Mapping[str, float]
"""How likely each language is, adding up to 1."""


class LinguaLanguages:
    """`languages` are ISO 639-1 codes, the desk's own first; those lingua does not know are told by their script alone.
    `aclose` ends the worker."""

    def __init__(self, languages: Sequence[str], worker: WorkerProcess | None = None) -> None:
        self.languages = tuple(languages)
        self._told_apart = told_apart(self.languages)
        self._worker = worker or WorkerProcess("languages", memory_mb=MEGABYTES)

    async def aclose(self) -> None:
        await self._worker.aclose()

    async def read(self, text: str) -> Read:
        if script := language.script(text[:LOOKED_AT]):
            return Read(script, 0.95, "script")
        looked_at = _plain(text)
        if sum(c.isalpha() for c in looked_at) < FEWEST_LETTERS or not self.languages:
            return Read("", 0.0, "too-short")
        shares = await self._shares(looked_at)
        best = max(shares, key=lambda code: (shares[code], code))
        return Read(best, round(shares[best], 3), "letters-and-words")

    async def _shares(self, text: str) -> Shares:
        """The worker is not asked where nothing it says could change what is read: where the small words outweigh even letters
        that spoke for the strongest rival alone."""
        small = language.small_words(text)
        told = self._weighed(small, {})
        best, *rivals = sorted(told, key=lambda code: -told[code])
        least = self._weighed(small, {rivals[0]: 1.0}) if rivals else told
        if round(least[best], 3) == 1:
            return least
        try:
            return self._weighed(small, await self._worker.call(by_letters, self._told_apart, text, seconds=SECONDS))
        except (WorkerLost, WorkerLate, RuntimeError, MemoryError, ImportError) as error:
            log.warning("languages are told by small words alone for once: %r", error)
            return told

    def _weighed(self, small: Mapping[str, float], letters: Shares) -> Shares:
        odds = {
            code: math.log(max(letters.get(code, 0.0), FLOOR)) + SMALL_WORD * small.get(code, 0.0) for code in self._told_apart
        }
        odds[self.languages[0]] += OWN
        for code in self._told_apart[len(self.languages) :]:
            odds[code] -= FOREIGN
        most = max(odds.values())
        parts = {code: math.exp(value - most) for code, value in odds.items()}
        whole = sum(parts.values())
        return {code: part / whole for code, part in parts.items()}


def told_apart(languages: Sequence[str]) -> tuple[str, ...]:
    """The desk's, then those beside them; a desk of one language takes everything for that."""
    others = [code for code in language.written_alike() if code not in languages]
    return (*languages, *others) if len(languages) > 1 else tuple(languages)


@cache
def detector(languages: Sequence[str]) -> "LanguageDetector | None":
    """None where lingua has nothing to tell apart."""
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    known = [getattr(IsoCode639_1, code.upper()) for code in languages if hasattr(IsoCode639_1, code.upper())]
    if len(known) < 2:
        return None
    return LanguageDetectorBuilder.from_iso_codes_639_1(*known).with_low_accuracy_mode().build()


def by_letters(languages: tuple[str, ...], text: str) -> Shares:
    """What lingua says, in the worker."""
    telling = detector(languages)
    said = telling.compute_language_confidence_values(text) if telling is not None else []
    return {one.language.iso_code_639_1.name.lower(): one.value for one in said}


def _plain(text: str) -> str:
    """The beginning without what is no word: addresses of the web, numbers, endless letters."""
    words = text[: 10 * LOOKED_AT].split()
    return " ".join(w for w in words if len(w) <= LONGEST_WORD and "://" not in w and "@" not in w)[:LOOKED_AT]
