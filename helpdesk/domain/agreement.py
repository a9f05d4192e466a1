"""Whether a sentence and the span it stands on say the same, beyond sharing words: figures and denials must agree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, pairwise

from helpdesk.domain.facts import Kind, Token
from helpdesk.domain.stems import stem
from helpdesk.domain.word_diff import matches

CONTENT = frozenset((Kind.WORD, Kind.NUMBER, Kind.CODE, Kind.MONTH, Kind.UNIT, Kind.ADDRESS))
FIGURES = frozenset((Kind.NUMBER, Kind.CODE, Kind.MONTH))
NEAR = 5
"""Words around a figure or a denial that say what it is about."""

_OPPOSED = (
    ("yes ja oui sí tak", "no nein non"),
    ("always immer toujours siempre sempre", "never nie niemals jamais nunca rarely selten sometimes occasionally"),
    ("all every each alle jeder jede jedes tous toutes todos todas tutti", "none no kein keine aucun ningún nessun few"),
    ("must required mandatory muss müssen", "may optional darf"),
    ("before vor avant antes prima", "after nach après después dopo"),
    ("more mehr más più", "less fewer weniger moins menos meno"),
    ("most highest maximum largest longest", "least lowest minimum smallest shortest"),
    ("with mit avec", "without ohne sans"),
    ("enable enabled activate aktivieren", "disable disabled deactivate deaktivieren"),
    ("on", "off"),
    ("open", "close closed"),
    ("increase raise increases", "decrease reduce lower"),
    ("higher above over", "lower below under"),
    ("include including", "exclude excluding"),
    ("allow allowed permit permitted", "forbid forbidden prohibit prohibited deny"),
    ("accept", "reject refuse"),
    ("left", "right"),
    ("first", "last"),
    ("add", "remove delete"),
    ("upper top", "bottom"),
    ("public", "private internal"),
    ("import", "export"),
    ("early earlier", "late later"),
    ("success succeed", "fail failure"),
)


def _stems(words: str) -> frozenset[str]:
    return frozenset(key for word in words.split() for key in (word, stem(word)))


OPPOSITES = tuple((_stems(a), _stems(b)) for a, b in _OPPOSED)
_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "de")


class Conflict(StrEnum):
    """What a sentence says otherwise than its source."""

    NUMBER = "number"
    UNIT = "unit"
    ADDRESS = "address"
    DENIAL = "denial"
    OPPOSITE = "opposite"


@dataclass(frozen=True)
class Compared:
    """A sentence beside a span: `pairs` are places of equal tokens in order (in the sentence → in the span)."""

    said: Sequence[Token]
    span: Sequence[Token]
    pairs: Mapping[int, int]

    @classmethod
    def of(cls, said: Sequence[Token], span: Sequence[Token]) -> "Compared":
        found = matches([token.key for token in said], [token.key for token in span])
        return cls(said, span, {a + i: b + i for a, b, size in found for i in range(size)})

    def covers(self) -> set[str]:
        return {token.key for token in self.span}


def conflicts(
    compared: Compared, around: Sequence[Sequence[Token]], known: frozenset[str], *, alike: bool = True
) -> tuple[Conflict, ...]:
    """What disagrees. `around` are the other spans of the sources, where a figure may stand too; `known` are keys that need no
    source: what the customer wrote. Only of texts that are `alike` can be told that one denies the other."""
    found = []
    if any(not _figure_stands(compared, i, around, known) for i, t in enumerate(compared.said) if t.kind in FIGURES):
        found.append(Conflict.NUMBER)
    if _units_differ(compared):
        found.append(Conflict.UNIT)
    everywhere = {t.key for t in chain(compared.span, *around) if t.kind is Kind.ADDRESS} | known
    if any(t.key not in everywhere for t in compared.said if t.kind is Kind.ADDRESS):
        found.append(Conflict.ADDRESS)
    if alike and _denials_differ(compared):
        found.append(Conflict.DENIAL)
    if alike and _opposed(compared):
        found.append(Conflict.OPPOSITE)
    return tuple(found)


def _figure_stands(compared: Compared, at: int, around: Sequence[Sequence[Token]], known: frozenset[str]) -> bool:
    token = compared.said[at]
    if at in compared.pairs or token.key in known:
        return True
    if _replaces_another(compared, at):
        return False
    if token.key in compared.covers() or f"#{token.key}" in compared.covers():
        return True
    about = _about(compared.said, at)
    return any(
        about & _about(span, j) or not about for span in around for j, other in enumerate(span) if other.key == token.key
    )


def _replaces_another(compared: Compared, at: int) -> bool:
    """Whether the span has another figure in its place: between the same two neighbours."""
    before = max((i for i in compared.pairs if i < at), default=-1)
    after = min((i for i in compared.pairs if i > at), default=-1)
    if before < 0 and after < 0:
        return False
    start = compared.pairs[before] + 1 if before >= 0 else max(0, compared.pairs[after] - (after - at) - 1)
    stop = compared.pairs[after] if after >= 0 else min(len(compared.span), start + (at - before) + 1)
    close = (before < 0 or at - before <= 2) and (after < 0 or after - at <= 2)
    kind = compared.said[at].kind
    return close and stop - start <= NEAR and any(t.kind is kind for t in compared.span[start:stop])


def _about(tokens: Sequence[Token], at: int) -> set[str]:
    near = chain(tokens[max(0, at - NEAR) : at], tokens[at + 1 : at + 1 + NEAR])
    return {token.key for token in near if token.kind is Kind.WORD}


def _units_differ(compared: Compared) -> bool:
    ours, theirs = _measured(compared.said), _measured(compared.span)
    return any(key in theirs and unit not in theirs[key] for key, units in ours.items() for unit in units)


def _measured(tokens: Sequence[Token]) -> dict[str, set[str]]:
    """The units each number is given with."""
    found: dict[str, set[str]] = {}
    for at, token in enumerate(tokens):
        if token.kind is not Kind.NUMBER:
            continue
        units = [t.key for t in tokens[max(0, at - 1) : at] if t.kind is Kind.UNIT and t.key in "€$£"]
        units += [t.key for t in tokens[at + 1 : at + 3] if t.kind is Kind.UNIT][:1]
        if units:
            found.setdefault(token.key, set()).update(units)
    return found


def _denials_differ(compared: Compared) -> bool:
    """Whether a denial of one side has none on the other, although what it denies stands there too."""
    said, span = compared.said, compared.span
    ours = [(i, _governed(said, i)) for i, t in enumerate(said) if t.kind is Kind.DENIAL]
    theirs = [(j, _governed(span, j)) for j, t in enumerate(span) if t.kind is Kind.DENIAL]
    places = [_places(compared, governed) for _, governed in ours]
    waiting = dict(theirs)
    for near in sorted(
        (abs(place - governed), at, j)
        for at, found in enumerate(places)
        for j, governed in theirs
        for place in found
        if governed is not None and abs(place - governed) <= NEAR
    ):
        _, at, j = near
        if j in waiting and places[at]:
            del waiting[j]
            places[at] = []
    if any(places):
        return True
    answered = set(compared.pairs.values())
    return any(governed in answered for governed in waiting.values())


def _places(compared: Compared, at: int | None) -> list[int]:
    """Where the span has the word at that place of the sentence."""
    if at is None:
        return []
    if at in compared.pairs:
        return [compared.pairs[at]]
    return [j for j, token in enumerate(compared.span) if token.key == compared.said[at].key]


def _governed(tokens: Sequence[Token], at: int) -> int | None:
    """The word a denial is about: the next telling one of its clause, else the one before it."""
    clause = tokens[at].clause
    ahead = (i for i in range(at + 1, min(len(tokens), at + 1 + NEAR)) if tokens[i].clause == clause)
    found = next((i for i in ahead if tokens[i].kind in CONTENT), None)
    if found is not None:
        return found
    behind = (i for i in range(at - 1, max(-1, at - 1 - NEAR), -1) if tokens[i].clause == clause)
    return next((i for i in behind if tokens[i].kind in CONTENT), None)


def _opposed(compared: Compared) -> bool:
    """A word in the place of its opposite: both stand between the same two words that agree."""
    for ours, theirs in _gaps(compared):
        swapped = any((ours & a and theirs & b) or (ours & b and theirs & a) for a, b in OPPOSITES)
        if swapped or _prefixed(ours, theirs) or _prefixed(theirs, ours):
            return True
    return False


def _gaps(compared: Compared) -> Iterator[tuple[set[str], set[str]]]:
    """What stands on either side between one agreement and the next; before the first and after the last only what is near."""
    said, span = compared.said, compared.span
    places = sorted(compared.pairs.items())
    if not places:
        return
    (first, first_there), (last, last_there) = places[0], places[-1]
    begin = (max(0, first - NEAR) - 1, max(0, first_there - NEAR) - 1)
    end = (min(len(said), last + 1 + NEAR), min(len(span), last_there + 1 + NEAR))
    for (i, j), (next_i, next_j) in pairwise([begin, *places, end]):
        if next_i > i + 1 and next_j > j + 1:
            yield {t.key for t in said[i + 1 : next_i]}, {t.key for t in span[j + 1 : next_j]}


def _prefixed(ours: set[str], theirs: set[str]) -> bool:
    return any(word.startswith(p) and word[len(p) :] in theirs for word in ours for p in _PREFIXES if len(word) > len(p) + 3)
