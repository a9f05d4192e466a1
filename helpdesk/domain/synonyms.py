"""The desk's own synonyms: words its customers use for the same thing. Each means the other, whichever was written first."""

from collections.abc import Mapping, Sequence

from helpdesk.domain.errors import BadInput
from helpdesk.domain.stems import stem
from helpdesk.domain.terms import telling_stems, words

MOST = 2_000
MOST_ALIKE = 12
LONGEST = 60

Phrase = tuple[str, ...]


def checked(synonyms: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Trimmed, without repetition. Raises BadInput naming the word."""
    if len(synonyms) > MOST:
        raise BadInput("synonyms", 0, f"are {len(synonyms)}; at most {MOST} words can have some")
    made: dict[str, tuple[str, ...]] = {}
    for written, means in synonyms.items():
        word = " ".join(written.split())
        alike = tuple(dict.fromkeys(" ".join(one.split()) for one in means))
        alike = tuple(one for one in alike if one and one.casefold() != word.casefold())
        for one in (word, *alike):
            if not words(one):
                raise BadInput("synonyms", 0, f"“{one}” has no letter or digit that could be searched for")
            if len(one) > LONGEST:
                raise BadInput("synonyms", 0, f"“{one[:LONGEST]}…” is longer than {LONGEST} characters")
        if not alike:
            raise BadInput("synonyms", 0, f"“{word}” has no other word that means the same")
        if len(alike) > MOST_ALIKE:
            raise BadInput("synonyms", 0, f"“{word}” has more than {MOST_ALIKE} words that mean the same")
        made[word] = alike
    return made


def by_stem(synonyms: Mapping[str, Sequence[str]]) -> dict[Phrase, tuple[str, ...]]:
    """Phrase of stems → stems of everything that means the same."""
    found: dict[Phrase, list[str]] = {}
    for word, means in synonyms.items():
        group = [stems_of(one) for one in (word, *means)]
        for phrase in group:
            found.setdefault(phrase, []).extend(one for other in group if other != phrase for one in other)
    return {phrase: tuple(dict.fromkeys(alike)) for phrase, alike in found.items() if phrase}


def meant(
    question: Sequence[str] | Mapping[str, str], synonyms: Mapping[Phrase, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """A stem of the question → stems meant as well. What a phrase means stands at its last word."""
    asked = set(question)
    found: dict[str, tuple[str, ...]] = {}
    for phrase, alike in synonyms.items():
        if asked.issuperset(phrase):
            new = tuple(one for one in alike if one not in phrase)
            found[phrase[-1]] = tuple(dict.fromkeys((*found.get(phrase[-1], ()), *new)))
    return {one: alike for one, alike in found.items() if alike}


def stems_of(text: str) -> Phrase:
    return tuple(telling_stems(text)) or tuple(stem(word) for word in words(text))
