"""Two answers to the same question side by side: a draft's facts against those of the reply a person sent. Pure.

It sorts, it does not judge: whether a draft is right is for a person to say. What it promises is that a figure the two differ
in is named.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from helpdesk.domain.agreement import Compared, Conflict, conflicts
from helpdesk.domain.facts import Kind, Token, tokens
from helpdesk.domain.markup import plain
from helpdesk.domain.measures import token_f1, token_recall
from helpdesk.domain.reply import without_markers
from helpdesk.domain.sentences import sentences

LONGEST = 12_000
"""Characters of a reply that are compared."""
MOST_SENTENCES = 60
MOST_FACTS = 150
NEAR = 4
"""Words around a bare number that say what it counts."""
SAME_WORDS, PARTLY_WORDS, TOLD_WORDS = 0.55, 0.25, 0.4
SAME_MEANING, PARTLY_MEANING = 0.82, 0.6
ALIKE = 0.6
"""Share of a sentence's telling words another must have before one of them can be said to deny the other."""
TOLD = frozenset((Kind.NUMBER, Kind.CODE, Kind.MONTH, Kind.ADDRESS))
_SIGNS = frozenset("€$£%")
_LIST_NUMBER = frozenset("123456789")


class Reading(StrEnum):
    """The comparison in one word; wording belongs to those who show it."""

    SAME = "same"
    PARTLY = "partly"
    OTHER = "other"
    DIFFERS = "differs"
    NO_DRAFT = "no-draft"


@dataclass(frozen=True)
class Comparison:
    """`agreeing` facts stand in both, `missing` only in the human's reply, `extra` only in the draft; numbers carry their
    unit. `clashes` are the pairs that contradict each other (human's | draft's). `words` is the F1 of their words in [0, 1],
    `meaning` the cosine of the two (None without an embedder), `cited` how many passages the draft quotes."""

    reading: Reading
    agreeing: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    words: float = 0.0
    meaning: float | None = None
    cited: int = 0

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


NOTHING = Comparison(Reading.NO_DRAFT)


@dataclass(frozen=True)
class Fact:
    """`value` with its `unit` ('' without) and the stems `about` it."""

    kind: Kind
    value: str
    unit: str
    about: frozenset[str]

    @property
    def said(self) -> str:
        return f"{self.value} {self.unit}".strip()


def compared(human: str, draft: str, cited: int = 0, meaning: float | None = None) -> Comparison:
    """Both without greeting and signature; an empty draft is no draft."""
    theirs, ours = (plain(without_markers(text[:LONGEST])) for text in (human, draft))
    if not ours.strip():
        return NOTHING
    wanted, given = facts(theirs), facts(ours)
    missing = [fact for fact in wanted if not _among(fact, given)]
    extra = [fact for fact in given if not _among(fact, wanted)]
    clashes = (*_clashes(missing, extra), *_denials(theirs, ours))
    words = round(token_f1(ours, theirs), 4)
    return Comparison(
        reading=_reading(_Likeness(bool(clashes), bool(missing), words, token_recall(ours, theirs), meaning or 0.0)),
        agreeing=_named(fact.said for fact in wanted if _among(fact, given)),
        missing=_named(fact.said for fact in missing),
        extra=_named(fact.said for fact in extra),
        clashes=clashes,
        words=words,
        meaning=None if meaning is None else round(meaning, 4),
        cited=cited,
    )


def from_json(told: Mapping[str, Any]) -> Comparison:
    """What `as_json` gave; nothing at all is a ticket without a draft."""
    if not told:
        return NOTHING
    names = ("agreeing", "missing", "extra", "clashes")
    return Comparison(**{**told, "reading": Reading(told["reading"]), **{name: tuple(told[name]) for name in names}})


def facts(text: str) -> tuple[Fact, ...]:
    """Numbers with their units, months and weekdays, codes, addresses, each once. The numbers of a list are none."""
    found = tokens(text)
    once: dict[str, Fact] = {}
    for at, token in enumerate(found):
        if token.kind in TOLD and not _counts_steps(text, token):
            fact = Fact(token.kind, token.key, _unit(found, at), _about(found, at))
            before = once.get(fact.said)
            once[fact.said] = fact if before is None else replace(before, about=before.about | fact.about)
        if len(once) >= MOST_FACTS:
            break
    return tuple(once.values())


def _counts_steps(text: str, token: Token) -> bool:
    """The "2." at the begin of a line."""
    line = text[text.rfind("\n", 0, token.start) + 1 : token.start]
    return token.key in _LIST_NUMBER and not line.strip(" -*>") and text[token.end : token.end + 1] in (".", ")")


def _unit(found: Sequence[Token], at: int) -> str:
    if found[at].kind is not Kind.NUMBER:
        return ""
    before = [t.key for t in found[max(0, at - 1) : at] if t.kind is Kind.UNIT and t.key in _SIGNS]
    after = [t.key for t in found[at + 1 : at + 2] if t.kind is Kind.UNIT]
    working = [t for t in found[at + 1 : at + 3] if t.kind is Kind.UNIT]
    return next(iter((*before, *after, *(t.key for t in working))), "")


def _about(found: Sequence[Token], at: int) -> frozenset[str]:
    near = (*found[max(0, at - NEAR) : at], *found[at + 1 : at + 1 + NEAR])
    return frozenset(t.key for t in near if t.kind is Kind.WORD)


def _among(fact: Fact, others: Sequence[Fact]) -> bool:
    """A unit that one side leaves out is no disagreement."""
    return any(fact.value == other.value and (fact.unit == other.unit or not (fact.unit and other.unit)) for other in others)


def _clashes(missing: Sequence[Fact], extra: Sequence[Fact]) -> tuple[str, ...]:
    """Different values where the same thing is told: of the same unit, or of the same words around them."""
    found = [
        f"{theirs.said} | {ours.said}"
        for theirs in missing
        for ours in extra
        if theirs.kind is ours.kind and theirs.kind is not Kind.ADDRESS and _same_thing(theirs, ours)
    ]
    return tuple(dict.fromkeys(found))


def _same_thing(theirs: Fact, ours: Fact) -> bool:
    if theirs.unit or ours.unit:
        return theirs.unit == ours.unit
    return bool(theirs.about & ours.about)


def _denials(human: str, draft: str) -> tuple[str, ...]:
    """Sentences of the draft that deny, or turn into its opposite, the human's sentence most like them."""
    theirs = [found for said in sentences(human)[:MOST_SENTENCES] if (found := tokens(said))]
    clashing = []
    for said in sentences(draft)[:MOST_SENTENCES]:
        ours = tokens(said)
        like = max(theirs, key=lambda other: _shared(ours, other), default=None)
        if like is None or _shared(ours, like) < ALIKE or _shared(like, ours) < ALIKE:
            continue
        if {Conflict.DENIAL, Conflict.OPPOSITE} & set(conflicts(Compared.of(ours, like), (), frozenset())):
            clashing.append(" ".join(said.split())[:160])
    return tuple(clashing)


def _shared(one: Sequence[Token], other: Sequence[Token]) -> float:
    telling = {t.key for t in one if t.kind is Kind.WORD}
    return len(telling & {t.key for t in other}) / len(telling) if telling else 0.0


@dataclass(frozen=True)
class _Likeness:
    """`told` is the share of the human's words that the draft has too."""

    clashes: bool
    lacks: bool
    words: float
    told: float
    meaning: float


def _reading(like: _Likeness) -> Reading:
    """An embedder that knows few texts finds all of them alike: meaning alone never makes two answers the same."""
    if like.clashes:
        return Reading.DIFFERS
    means_it = like.meaning >= SAME_MEANING and like.told >= TOLD_WORDS
    if not like.lacks and (like.words >= SAME_WORDS or means_it):
        return Reading.SAME
    return Reading.PARTLY if like.words >= PARTLY_WORDS or like.meaning >= PARTLY_MEANING else Reading.OTHER


def _named(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(said)))
