"""Words that stand in for one the knowledge base does not have: what else it is called in everyday support."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from helpdesk.domain.stems import stem
from helpdesk.domain.synonyms import Phrase, stems_of
from helpdesk.domain.terms import telling_words, words

EVERY = "*"
"""Stands for all shipped lines where those switched off are named."""


@dataclass(frozen=True)
class ShippedLine:
    """Words that mean the same, as they came with the desk. It is known by its first. `overruled` names those of its words
    that lines of the desk speak of: these go before it."""

    language: str
    words: tuple[str, ...]
    on: bool = True
    overruled: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.words[0]


@dataclass(frozen=True)
class Synonyms:
    """The desk's `own` lines, those that came with it, and the names of those switched `off`."""

    own: Mapping[str, tuple[str, ...]]
    shipped: tuple[ShippedLine, ...]
    off: frozenset[str]


class Known(NamedTuple):
    """All stems of a phrase, those of them that tell something, and the words that may stand in for it."""

    phrase: Phrase
    telling: Phrase
    others: tuple[str, ...]


@dataclass(frozen=True)
class StandIns:
    """`phrases` by their first stem."""

    phrases: Mapping[str, Sequence["Known"]] = field(default_factory=dict)

    def offered(self, text: str) -> dict[str, tuple[str, ...]]:
        """A stem of the text → single words that may stand in for it, should nobody have written it."""
        said = tuple(map(stem, words(text)))
        found: dict[str, tuple[str, ...]] = {}
        for place, first in enumerate(said):
            for known in self.phrases.get(first, ()):
                if said[place : place + len(known.phrase)] == known.phrase:
                    for one in known.telling:
                        found[one] = tuple(dict.fromkeys((*found.get(one, ()), *known.others)))
        return found


def stand_ins(lines: Iterable[tuple[Sequence[str], Sequence[str]]]) -> StandIns:
    """Of lines: the words they are asked by, and all that mean the same. Of several words only one that tells can stand in."""
    phrases: dict[str, list[Known]] = {}
    for asked, alike in lines:
        single = {one: telling_words(one)[0] for one in alike if len(telling_words(one)) == 1}
        for one in asked:
            phrase = tuple(map(stem, words(one)))
            others = tuple(dict.fromkeys(word for word in single.values() if stem(word) not in phrase))
            if phrase and others:
                phrases.setdefault(phrase[0], []).append(Known(phrase, stems_of(one), others))
    return StandIns(phrases)


def standing_in(offered: Mapping[str, Sequence[str]], times: Callable[[str], int]) -> dict[str, tuple[str, ...]]:
    """For stems of which `times` says that they stand nowhere: those of the words offered whose stems do, the most frequent
    first."""
    found = {}
    for one, others in offered.items():
        if not times(one):
            known = {word: often for word in others if (often := times(stem(word)))}
            found[one] = tuple(sorted(known, key=lambda word: -known[word]))
    return {one: chosen for one, chosen in found.items() if chosen}
