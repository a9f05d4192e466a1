"""Two passages that tell the same and disagree: another number or date, or a denial, in sentences that are otherwise alike.

A false alarm costs more trust than a find that was missed: every doubt whether both speak of the same thing speaks against it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from helpdesk.domain.agreement import Compared, Conflict, conflicts
from helpdesk.domain.article import Passage
from helpdesk.domain.facts import CALENDAR, Kind, Token, tokens
from helpdesk.domain.sentences import BlockKind, blocks, sentence_spans
from helpdesk.domain.stems import stem

RULES = "1"
"""Another with every change of what is found: what was compared by other rules is compared anew."""

WORDED_ALIKE, ALMOST_WORD_FOR_WORD = 0.72, 0.86
"""Shares of the telling words of both sentences that they have in common: from the first a measured figure is comparable, from
the second a bare number or a denial is."""
FEWEST_SHARED = 4
NEAR = 3
USUAL_COMPANY = frozenset(map(stem, ("within", "working", "business", "calendar", "least", "most", "approximately", "first")))
"""Words that stand beside any figure."""
REFERRED = frozenset(
    map(stem, ("step", "scenario", "section", "chapter", "page", "table", "figure", "part", "option", "version"))
)
"""Words whose number is a name: what stands under it elsewhere is no contradiction."""
MEASURING = tuple([word] for word in ("more", "less", "later", "longer", "earlier"))
_EXAMPLE = re.compile(r"\b(?:examples?|sample|beispiele?|exemples?|ejemplos?)\b", re.I)
_UNSAID = re.compile(r"!\[[^\]]*\]\([^)]*\)|(?<=\])\([^)\s]*\)|(?<!\S)[-\u2013] \d+ [-\u2013](?!\S)")
"""Pictures, addresses behind links, and page numbers that a conversion left."""
_NUMBERED = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])(?=[ \t])")
_NAME = re.compile(r"(?<=[\w,;)] )[A-Z][A-Za-z]+")
_TELLING = (Kind.WORD, Kind.CODE)
_FIGURES = (Kind.NUMBER, Kind.MONTH)


@dataclass(frozen=True)
class Disagreement:
    """`one[…]` and `other[…]` are the places of the two sentences in the texts of their passages; `figures` what each says
    (empty where one denies what the other says)."""

    what: Conflict
    one: tuple[int, int]
    other: tuple[int, int]
    figures: tuple[str, str]


def disagreements(one: Passage, other: Passage) -> tuple[Disagreement, ...]:
    """In the order of the first passage. A sentence that several of the other passage disagree with is of something else. Who
    compares one passage with many gives it as the first: what is read of it is kept, and a glance rules out most others."""
    if any(_EXAMPLE.search(f"{passage.title} {passage.heading}") for passage in (one, other)):
        return ()
    if _subjects(other) - _known(one) or _subjects(one) - _known(other):
        return ()
    subject, theirs, found = Subject(_trail(one), _trail(other)), _sentences(other), []
    for ours in _sentences(one):
        if not any(_agree(ours, said) for said in theirs):
            judged = [made for said in theirs if (made := _judged(ours, said, subject))]
            found += judged if len(judged) == 1 else []
    return tuple(found)


def measured(passage: Passage, place: tuple[int, int], figure: str) -> str:
    """A figure of that sentence with its unit, as it stands there: “30 days”."""
    said = _said(passage.text, *place)
    at = next((at for at in said.figures if said.figure(at) == figure), None)
    return figure if at is None else " ".join(said.measure(at).split())


@dataclass(frozen=True)
class _Said:
    """A sentence, `start` to `end` of its passage. `names` are things it names as such, `figures` places among its tokens."""

    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    telling: frozenset[str]
    names: frozenset[str]
    figures: tuple[int, ...]

    def figure(self, at: int) -> str:
        return self.text[self.tokens[at].start : self.tokens[at].end]

    def unit(self, at: int) -> str:
        before = self.tokens[at - 1] if at else None
        if before is not None and before.kind is Kind.UNIT and before.key in "€$£":
            return before.key
        return next((t.key for t in self.tokens[at + 1 : at + 3] if t.kind is Kind.UNIT), "")

    def measure(self, at: int) -> str:
        """The figure with the unit before or behind it."""
        before, behind = self.tokens[max(0, at - 1) : at], self.tokens[at + 1 : at + 3]
        start = next((t.start for t in before if t.kind is Kind.UNIT and t.key in "€$£"), self.tokens[at].start)
        end = next((t.end for t in behind if t.kind is Kind.UNIT), self.tokens[at].end)
        return self.text[start:end]

    def around(self, at: int) -> frozenset[str]:
        near = (*self.tokens[max(0, at - NEAR) : at], *self.tokens[at + 1 : at + 1 + NEAR])
        return frozenset(t.key for t in near if t.kind is Kind.WORD) - USUAL_COMPANY


@dataclass(frozen=True)
class Subject:
    """The words of the titles and headings above either passage."""

    ours: frozenset[str]
    theirs: frozenset[str]

    def apart(self, our: _Said, their: _Said) -> bool:
        """Whether a word that tells the titles apart tells the sentences apart too."""
        only_ours, only_theirs = our.telling - their.telling, their.telling - our.telling
        return bool(only_ours & (self.ours - self.theirs) or only_theirs & (self.theirs - self.ours))


@lru_cache(maxsize=16)
def _sentences(passage: Passage) -> tuple[_Said, ...]:
    """Of prose, lists and table rows; a row stays whole, and what is left of a table nobody recognised is none."""
    text, found = passage.text, []
    for block in blocks(text):
        whole = block.kind is BlockKind.ROW
        spans = [(0, block.end - block.start)] if whole else sentence_spans(text[block.start : block.end])
        if block.kind is not BlockKind.CODE:
            found += [_said(text, block.start + start, block.start + end) for start, end in spans]
    return tuple(said for said in found if said.telling and not ("|" in said.text and "\n" in said.text))


def _said(text: str, start: int, end: int) -> _Said:
    said = text[start:end]
    bare = tokens(_NUMBERED.sub(_blank, _UNSAID.sub(_blank, said)))
    figures = tuple(at for at, t in enumerate(bare) if t.kind in _FIGURES)
    codes = frozenset(t.key for t in bare if t.kind is Kind.CODE)
    telling = frozenset(t.key for t in bare if t.kind in _TELLING) - USUAL_COMPANY
    return _Said(start, end, said, bare, telling, codes | _names(said), figures)


def _agree(ours: _Said, theirs: _Said) -> bool:
    """Word for word, as far as anything matters."""
    return [t.key for t in ours.tokens if t.kind is not Kind.SMALL] == [
        t.key for t in theirs.tokens if t.kind is not Kind.SMALL
    ]


def _judged(ours: _Said, theirs: _Said, subject: Subject) -> Disagreement | None:
    if ours.names ^ theirs.names:
        return None
    shared = len(ours.telling & theirs.telling)
    alike = 2 * shared / (len(ours.telling) + len(theirs.telling))
    if shared >= FEWEST_SHARED and alike >= WORDED_ALIKE:
        found = None if subject.apart(ours, theirs) else _by_figures(ours, theirs, bare=alike >= ALMOST_WORD_FOR_WORD)
        return found or _by_denial(ours, theirs)
    return _by_measure(ours, theirs) if shared >= 2 and subject.ours & subject.theirs else None


def _by_figures(ours: _Said, theirs: _Said, *, bare: bool) -> Disagreement | None:
    """One figure differs, in the same place of the sentence and of the same unit; all others agree."""
    pair = _differing(ours, theirs)
    if pair is None or not (bare or ours.unit(pair[0])):
        return None
    compared = Compared.of(ours.tokens, theirs.tokens)
    return _made(ours, theirs, pair) if Conflict.NUMBER in conflicts(compared, (), frozenset()) else None


def _by_measure(ours: _Said, theirs: _Said) -> Disagreement | None:
    """Worded otherwise, but the one measure both give is of the same."""
    pair = _differing(ours, theirs)
    if pair is None or not ours.unit(pair[0]) or len(ours.figures) > 1 or len(theirs.figures) > 1:
        return None
    return _made(ours, theirs, pair) if ours.around(pair[0]) & theirs.around(pair[1]) else None


def _by_denial(ours: _Said, theirs: _Said) -> Disagreement | None:
    """The same words in the same order, and one of them denied on one side alone."""
    said = [[t.key for t in one.tokens if t.kind not in (Kind.SMALL, Kind.DENIAL)] for one in (ours, theirs)]
    if said[0] != said[1] or len(ours.telling) <= FEWEST_SHARED or {_denials(ours), _denials(theirs)} != {0, 1}:
        return None
    there, back = (Compared.of(a.tokens, b.tokens) for a, b in ((ours, theirs), (theirs, ours)))
    both = all(Conflict.DENIAL in conflicts(compared, (), frozenset()) for compared in (there, back))
    places = (ours.start, ours.end), (theirs.start, theirs.end)
    return Disagreement(Conflict.DENIAL, *places, ("", "")) if both else None


def _denials(said: _Said) -> int:
    """Without those of "whether or not" and "no more than"."""
    keys = [t.key for t in said.tokens]
    every = (at for at, t in enumerate(said.tokens) if t.kind is Kind.DENIAL)
    return sum(keys[max(0, at - 1) : at] != ["or"] and keys[at + 1 : at + 2] not in MEASURING for at in every)


def _differing(ours: _Said, theirs: _Said) -> tuple[int, int] | None:
    """The places of the only figure of each that the other lacks, of one kind and unit."""
    mine = [at for at in ours.figures if ours.tokens[at].key not in _figure_keys(theirs)]
    its = [at for at in theirs.figures if theirs.tokens[at].key not in _figure_keys(ours)]
    if len(mine) != 1 or len(its) != 1 or len(ours.figures) != len(theirs.figures):
        return None
    if _is_reference(ours, mine[0]) or _is_reference(theirs, its[0]):
        return None
    same_kind = ours.tokens[mine[0]].kind is theirs.tokens[its[0]].kind
    return (mine[0], its[0]) if same_kind and ours.unit(mine[0]) == theirs.unit(its[0]) else None


def _is_reference(said: _Said, at: int) -> bool:
    return any(t.key in REFERRED for t in said.tokens[max(0, at - 1) : at])


def _figure_keys(said: _Said) -> frozenset[str]:
    return frozenset(said.tokens[at].key for at in said.figures)


def _made(ours: _Said, theirs: _Said, pair: tuple[int, int]) -> Disagreement:
    places = (ours.start, ours.end), (theirs.start, theirs.end)
    return Disagreement(Conflict.NUMBER, *places, (ours.figure(pair[0]), theirs.figure(pair[1])))


@lru_cache(maxsize=256)
def _subjects(passage: Passage) -> frozenset[str]:
    """What a passage says it is about: names, numbers, codes and what it is without, in its title and headings."""
    trail = f"{passage.title} {passage.heading}"
    given = frozenset(t.key for t in tokens(trail) if t.kind in (Kind.NUMBER, Kind.CODE, Kind.MONTH, Kind.DENIAL))
    names = _names(passage.text)
    return given | frozenset(t.key for t in tokens(trail) if t.key in names)


@lru_cache(maxsize=256)
def _known(passage: Passage) -> frozenset[str]:
    return frozenset(t.key for t in tokens(passage.embedded_text))


@lru_cache(maxsize=256)
def _trail(passage: Passage) -> frozenset[str]:
    return frozenset(t.key for t in tokens(f"{passage.title} {passage.heading}") if t.kind is Kind.WORD)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _names(text: str) -> frozenset[str]:
    """Words written with a capital where no sentence begins."""
    found = (name.lower() for name in _NAME.findall(text))
    return frozenset(stem(name) for name in found if name not in CALENDAR)
