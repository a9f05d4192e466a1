"""How alike a question and a passage are worded: the neighbouring words they share, what the title says, and exact names.

BM25 counts words wherever they stand and an embedder blurs them; that question and passage both say "free school meals" is
seen by neither.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse, pairwise

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
    misspelt one stands for; `names` are the exact names it says."""

    def __init__(self, question: str, rarity: Callable[[str], float], corrected: Mapping[str, str]) -> None:
        said = [corrected.get(one, one) for one in stems_in(question)[:MOST_WORDS]]
        bare = [corrected.get(one, one) for one in stems_in(unframed(question))[:MOST_WORDS]]
        telling = [one for one in bare if one not in SMALL_STEMS]

        def weight(run: Run) -> float:
            return sum(SMALL_RARITY if one in SMALL_STEMS else rarity(one) for one in run) / len(run)

        self._runs = Runs({run: weight(run) for run in pairwise(said)})
        self._triples = Runs({run: weight(run) for run in zip(said, said[1:], said[2:], strict=False)})
        self._pairs = Runs({pair: min(map(rarity, pair)) for pair in pairwise(telling)})
        self._telling = frozenset(telling)
        self.names = names_of(question)

    def names_in(self, texts: Iterable[str]) -> dict[str, float]:
        """The question's exact names that few of the texts hold, each with its weight: the fewer texts, the more."""
        if not self.names:
            return {}
        lowered = [text.casefold() for text in texts]
        found = {name: sum(holds(text, name) for text in lowered) for name in self.names}
        return {name: 1 / count for name, count in found.items() if 0 < count <= FEW}

    def like(self, text: str, names: Mapping[str, float]) -> Likeness:
        """How alike the embedded text of a passage (trail, newline, text) is. `names` as `names_in` gave them."""
        said = wording_of(text)
        lowered = text.casefold() if names else ""
        held = sum(weight for name, weight in names.items() if holds(lowered, name))
        runs = self._runs.share(said.said, said.line)
        return Likeness(
            pairs=self._pairs.share(said.said, said.telling),
            runs=runs,
            triples=self._triples.share(said.said, said.line) if runs else 0.0,
            heading=len(said.titled & self._telling) / len(said.titled) if said.titled else 0.0,
            codes=held / sum(names.values()) if names else 0.0,
        )


def names_of(question: str) -> list[str]:
    """The exact names it says, as far as they are looked for."""
    return exact_names(question)[:MOST_NAMES]


class Runs:
    """Neighbouring stems that a question asks for, each with its weight."""

    def __init__(self, weights: Mapping[Run, float]) -> None:
        self._asked = [(run, joined(run), weight) for run, weight in weights.items()]
        self._whole = sum(weights.values())

    def share(self, words: frozenset[str], line: str) -> float:
        """The share of them, by weight, that stands in a line of stems. `words` are all that occur in it: where they lack one
        of every run, which is nearly everywhere, nobody has to look for the runs."""
        has = words.issuperset
        said = sum([weight for run, spoken, weight in self._asked if has(run) and spoken in line])
        return said / self._whole if said > 0 else 0.0


def joined(stems: Iterable[str]) -> str:
    """One line in which a run of stems is found as a piece of text."""
    return f" {' '.join(stems)} "


@dataclass(frozen=True)
class Wording:
    """A passage's stems as `joined` in order, those of them that are not small words too, the telling ones of its title and
    headings, and all of them once."""

    line: str
    telling: str
    titled: frozenset[str]
    said: frozenset[str]


@lru_cache(maxsize=256)
def wording_of(text: str) -> Wording:
    """Of an embedded text (trail, newline, text). Kept for the passages that are found again and again;
    of all that a day finds it would be megabytes that nobody asks for any more."""
    heading, _, body = text.partition("\n")
    titled = stems_in(heading)
    said = titled + stems_in(body)
    telling = filterfalse(SMALL_STEMS.__contains__, said)
    return Wording(joined(said), joined(telling), frozenset(titled) - SMALL_STEMS, frozenset(said))


def stems_in(text: str) -> tuple[str, ...]:
    """Every word's stem, in order."""
    return tuple(map(stem, words(text)))
