"""Everything in the evidence that could be quoted, and how well each piece answers a question."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.asks import codes, leaning, unframed
from helpdesk.domain.evidence import Evidence, Hit
from helpdesk.domain.markup import flat
from helpdesk.domain.sentences import Block, BlockKind, blocks
from helpdesk.domain.terms import words
from helpdesk.domain.words import content

PASSAGE_PULL = 0.7
"""Weight of the passage's own place in the search against the block's words."""
CONTEXT_SHARE = 0.35
LEANING_SHARE = 0.5
"""Weight of a word of the message around an ask that says enough by itself, and around one that says nothing."""
MOST_TERMS = 20

_POINTING = frozenset({"it", "this", "that", "these", "those", "they", "he", "she", "such", "es", "dies", "cela", "esto"})
_HOW = re.compile(r"^(?:\W*\w+\W+){0,3}?(?:how (?:do|can|to|should)|steps?|wie|comment|cómo)\b|\bhow (?:do|can|to)\b", re.I)
_UNITS = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?)"
_QUANTITIES = (
    (
        re.compile(r"\b(?:how (?:long|soon|quick(?:ly)?|fast|old|late)|wie lange|combien de temps|cuánto tiempo)\b", re.I),
        re.compile(
            rf"\b(?:\d+|one|two|three|four|five|six|ten|twelve|eine?n?|zwei|drei)\b[\w \u2013-]{{0,20}}?\b{_UNITS}\b", re.I
        ),
    ),
    (
        re.compile(r"\b(?:how much|price|costs?|fees?|was kostet|wie viel kostet|combien co\xfbte|cu\xe1nto cuesta)\b", re.I),
        re.compile(r"[£$€¥]\s?\d|\d\s?(?:[£$€¥]|(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?|cents?|pence)\b)|\bfree\b", re.I),
    ),
    (
        re.compile(r"\b(?:how (?:many|often|big|far|much)|what (?:time|date|year)|when|wann|wie viele?)\b", re.I),
        re.compile(r"\d"),
    ),
)
"""What a question of an amount asks by, and what a text that answers it holds."""
AMOUNT_BONUS = 0.12
_IMPERATIVE = re.compile(
    r"^(?:\W*)(?:click|press|select|open|go|choose|tap|hold|enter|install|run|use|set|turn|make|check|add|remove|log|sign"
    r"|connect"
    r"|download|create|navigate|type|wait|unplug|restart|update|drücken|öffnen|wählen|klicken|ouvrez|appuyez|cliquez"
    r"|pulse|abra)\b",
    re.I,
)


@dataclass(frozen=True)
class Candidate:
    """A quotable block: `rank` is its passage's place in the evidence (0 is best), `position` its place in the passage."""

    hit: Hit
    rank: int
    position: int
    block: Block

    @property
    def passage(self) -> Passage:
        return self.hit.passage

    @cached_property
    def source(self) -> str:
        return self.passage.text[self.block.start : self.block.end]

    @cached_property
    def said(self) -> str:
        """Its plain words, with the table header a row needs to be understood."""
        header = f"{self.block.header} " if self.block.header else ""
        return flat(header + self.source)

    @cached_property
    def terms(self) -> frozenset[str]:
        return frozenset(content(self.said))

    @cached_property
    def trail(self) -> frozenset[str]:
        return frozenset(content(f"{self.passage.title} {self.passage.heading} {self.block.heading}"))

    @cached_property
    def leans_back(self) -> bool:
        """Opens with a pronoun whose noun stands in the sentence before."""
        opening = words(self.said)[:1]
        return self.block.kind is BlockKind.SENTENCE and bool(opening) and opening[0] in _POINTING


def quotable(evidence: Evidence) -> list[Candidate]:
    """Every block of the passages customers may see, best passage first."""
    public = [hit for hit in evidence.hits if hit.passage.audience is not Audience.INTERNAL]
    return [
        Candidate(hit, rank, position, block)
        for rank, hit in enumerate(public)
        for position, block in enumerate(blocks(hit.passage.text))
        if content(flat(hit.passage.text[block.start : block.end]))
    ]


class Weights:
    """How telling a word is among these candidates and in the whole knowledge base: rare ones decide."""

    def __init__(self, candidates: Iterable[Candidate], rarity: Mapping[str, float] | None = None) -> None:
        every = list(candidates)
        self._rarity = rarity or {}
        self._count = len(every)
        self._seen = Counter(term for c in every for term in c.terms | c.trail)

    def of(self, term: str) -> float:
        seen = self._seen.get(term, 0)
        here = math.log(1 + (self._count - seen + 0.5) / (seen + 0.5))
        return (here + self._rarity[term]) / 2 if term in self._rarity else here

    def asked(self, ask: str, context: str) -> dict[str, float]:
        """What is looked for, by word: the ask's own words count fully, those of the message around it less and only where a
        candidate has them. Of a long ask the words that the candidates know come first."""
        own, around = set(content(unframed(ask))), (set(content(context)) - set(content(ask))) & self._seen.keys()
        named = set(content(codes(context)))
        share = CONTEXT_SHARE + (LEANING_SHARE - CONTEXT_SHARE) * leaning(ask)
        weighed = {t: self.of(t) * (1.0 if t in own else LEANING_SHARE if t in named else share) for t in own | around}
        kept = sorted(weighed, key=lambda t: (t not in own, t not in self._seen, -weighed[t], t))[:MOST_TERMS]
        return {t: weighed[t] for t in kept}


def answers(ask: str, asked: Mapping[str, float], candidates: Sequence[Candidate]) -> list[tuple[float, Candidate]]:
    """Candidates with how well each answers the ask, best first."""
    if not asked:
        return []
    top = max((c.hit.score for c in candidates), default=0.0) or 1.0
    scored = [(_score(ask, asked, c) + PASSAGE_PULL * max(c.hit.score, 0.0) / top, c) for c in candidates]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].rank, pair[1].position))


def _score(ask: str, asked: Mapping[str, float], candidate: Candidate) -> float:
    whole = sum(asked.values()) or 1.0
    shared = sum(w for t, w in asked.items() if t in candidate.terms)
    by_trail = sum(w for t, w in asked.items() if t in candidate.trail and t not in candidate.terms)
    density = shared / (whole + 0.25 * math.sqrt(len(candidate.terms) or 1))
    position = 0.05 / (1 + candidate.position)
    penalty = 0.12 if candidate.leans_back else 0.0
    return 0.40 * shared / whole + 0.20 * density + 0.15 * by_trail / whole + position + _kind_bonus(ask, candidate) - penalty


def _kind_bonus(ask: str, candidate: Candidate) -> float:
    if any(asked.search(ask) and held.search(candidate.said) for asked, held in _QUANTITIES):
        return AMOUNT_BONUS
    if _HOW.search(ask) and (candidate.block.kind is BlockKind.STEPS or _IMPERATIVE.match(candidate.said)):
        return 0.08
    return 0.0
