"""How alike a question and a passage are worded: the neighbouring words they share, what the title says, and exact names.

BM25 counts words wherever they stand and an embedder blurs them; that question and passage both say "free school meals" is
seen by neither.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse, pairwise
from typing import TypeVar

from helpdesk.domain.asks import unframed
from helpdesk.domain.exact_names import exact_names, holds
from helpdesk.domain.stems import stem
from helpdesk.domain.terms import STOP_WORDS, words

SMALL_STEMS = frozenset(stem(word) for word in STOP_WORDS)
SMALL_RARITY = 0.5
"""Weight of a word that is in every text, where a rare one weighs 5 and more."""
MOST_WORDS = 400
MOST_NAMES = 12
FEW = 5
"""A name that more of the candidates hold tells them apart no better than any word."""
Run = tuple[str, ...]
R = TypeVar("R", bound=Run)


@dataclass(frozen=True)
class Likeness:
    """Shares in [0, 1] by weight of what the question has: `pairs` of telling neighbours, `runs` of two and `triples` of three
    words as they stand, small ones too. `heading`: the share of the title's telling words the question has. `codes`: the
    share of the question's exact names."""

    pairs: float = 0.0
    runs: float = 0.0
    triples: float = 0.0
    heading: float = 0.0
    codes: float = 0.0


class Asked:
    """A question as passages' wordings are compared with it. `rarity` gives a stem's weight, `corrected` the stem that a
    misspelt one stands for."""

    def __init__(self, question: str, rarity: Callable[[str], float], corrected: Mapping[str, str]) -> None:
        said = [corrected.get(one, one) for one in stems_in(question)[:MOST_WORDS]]
        bare = [corrected.get(one, one) for one in stems_in(unframed(question))[:MOST_WORDS]]
        telling = [one for one in bare if one not in SMALL_STEMS]

        def weight(run: Run) -> float:
            return sum(SMALL_RARITY if one in SMALL_STEMS else rarity(one) for one in run) / len(run)

        self._runs = {run: weight(run) for run in pairwise(said)}
        self._triples = {run: weight(run) for run in zip(said, said[1:], said[2:], strict=False)}
        self._pairs = {pair: min(map(rarity, pair)) for pair in pairwise(telling)}
        self._telling = frozenset(telling)
        self._names = exact_names(question)[:MOST_NAMES]

    def names_in(self, texts: Iterable[str]) -> dict[str, float]:
        """The question's exact names that few of the texts hold, each with its weight: the fewer texts, the more."""
        if not self._names:
            return {}
        lowered = [text.casefold() for text in texts]
        found = {name: sum(holds(text, name) for text in lowered) for name in self._names}
        return {name: 1 / count for name, count in found.items() if 0 < count <= FEW}

    def like(self, text: str, names: Mapping[str, float]) -> Likeness:
        """How alike the embedded text of a passage (trail, newline, text) is. `names` as `names_in` gave them."""
        said = wording_of(text)
        lowered = text.casefold() if names else ""
        held = sum(weight for name, weight in names.items() if holds(lowered, name))
        runs = share(self._runs, said.said, pairwise(said.stems))
        three = zip(said.stems, said.stems[1:], said.stems[2:], strict=False)
        return Likeness(
            pairs=share(self._pairs, said.said, pairwise(said.telling)),
            runs=runs,
            triples=share(self._triples, said.said, three) if runs else 0.0,
            heading=len(said.titled & self._telling) / len(said.titled) if said.titled else 0.0,
            codes=held / sum(names.values()) if names else 0.0,
        )


def share(asked: Mapping[R, float], words: frozenset[str], said: Iterable[R]) -> float:
    """The share, by weight, of the asked runs that were said. `words` are all that occur in `said`: where they lack one of
    every asked run, which is nearly everywhere, nobody has to look for the runs."""
    found = set(filter(words.issuperset, asked))
    if found:
        found.intersection_update(said)
    whole = sum(asked.values()) if found else 0.0
    return sum(asked[run] for run in found) / whole if whole > 0 else 0.0


@dataclass(frozen=True)
class Wording:
    """A passage's `stems` in order, those of them that are not small words, the telling ones of its title and headings, and all
    of them once."""

    stems: tuple[str, ...]
    telling: tuple[str, ...]
    titled: frozenset[str]
    said: frozenset[str]


@lru_cache(maxsize=4096)
def wording_of(text: str) -> Wording:
    """Of an embedded text (trail, newline, text). Kept for the passages that are found again and again."""
    heading, _, body = text.partition("\n")
    titled = stems_in(heading)
    said = titled + stems_in(body)
    telling = tuple(filterfalse(SMALL_STEMS.__contains__, said))
    return Wording(said, telling, frozenset(titled) - SMALL_STEMS, frozenset(said))


def stems_in(text: str) -> tuple[str, ...]:
    """Every word's stem, in order."""
    return tuple(map(stem, words(text)))
