"""Test drafts: one sentence of a true draft made wrong, to learn how many wrong drafts reviewers notice.

What is planted is the kind of thing a model gets wrong: another figure, a denial turned round, a sentence that belongs to
something else, a citation of the other source.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random

from helpdesk.domain.letter_parts import parts_of
from helpdesk.domain.proof import Proof, SentenceProof
from helpdesk.domain.sentences import sentence_spans

ALIKE = 0.5
"""Of a planted sentence's words another one has so many, if it is the same sentence edited."""
LEAST_WORDS = 5
_TOKEN = re.compile(r"\[\d{1,3}\]|\w+(?:[.,:'’]\w+)*")
_MARKS_AHEAD = re.compile(r"(?:\[\d{1,3}\]\s*)*")
_MARK = re.compile(r"\[(\d{1,3})\]")
_FIGURE = re.compile(r"(?<![\w.,:/\[-])(\d{1,6})(?![\w\]]|[.,:/-]\d)")
_LISTED = re.compile(r"\s*\d{1,3}[.)]\s")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
_TURNS = (
    (r"\b(can)not\b", r"\1"),
    (r"\b(is|are|was|do|does|will|must|should|may|has|have) not\b", r"\1"),
    (r"\b(can|is|are|will|must|should|may)\b(?! not\b)(?!['’])", r"\1 not"),
    (r"\balways\b", "never"),
    (r"\bnever\b", "always"),
    (r"\bbefore\b", "after"),
    (r"\bafter\b", "before"),
    (r"\bwithout\b", "with"),
    (r"\bat least\b", "at most"),
    (r"\bat most\b", "at least"),
    (r"\b(kann|ist|sind|wird|werden|muss|müssen|darf) nicht\b", r"\1"),
    (r"\b(kann|ist|sind|wird|darf)\b(?! nicht\b)", r"\1 nicht"),
    (r"\bimmer\b", "nie"),
    (r"\btoujours\b", "jamais"),
    (r"\bsiempre\b", "nunca"),
    (r"\bsempre\b", "mai"),
    (r"\baltijd\b", "nooit"),
    (r"\bzawsze\b", "nigdy"),
)


class PlantKind(StrEnum):
    NUMBER = "number"
    DENIAL = "denial"
    FOREIGN = "foreign"
    CITATION = "citation"


@dataclass(frozen=True)
class Planted:
    """`text` is the draft with the error in it; `wrong` the sentence that holds it and `right` what it says in truth ('' when
    the whole sentence does not belong there)."""

    kind: PlantKind
    text: str
    wrong: str
    right: str


@dataclass(frozen=True)
class Soil:
    """A true letter. `strangers` are sentences true of other things, `articles` what each of its citation marks names."""

    text: str
    signature: str = ""
    strangers: Sequence[str] = ()
    articles: Mapping[int, int] = field(default_factory=dict)


def plant(soil: Soil, chance: Random) -> Planted | None:
    """One error in the body of a letter; None when there is no place for any. The same `chance` plants the same."""
    body, text = parts_of(soil.text, soil.signature).body, soil.text
    said = [one for one in _sentences(body) if len(_tokens(one)) >= LEAST_WORDS and text.count(one) == 1]
    kinds = list(_WAYS)
    chance.shuffle(kinds)
    chance.shuffle(said)
    for kind in kinds:
        for right in said:
            wrong = _WAYS[kind](right, soil, chance)
            if wrong and wrong != right:
                planted = wrong.removeprefix(right).strip() if kind is PlantKind.FOREIGN else wrong
                return Planted(kind, text.replace(right, wrong), planted, "" if kind is PlantKind.FOREIGN else right)
    return None


def is_gone(planted: Planted, text: str) -> bool:
    """Whether what was planted is in `text` no more: the sentence is out, or put right. One that was only reworded around the
    error still has it."""
    wrong, right = Counter(_tokens(planted.wrong)), Counter(_tokens(planted.right))
    found = [Counter(_tokens(one)) for one in _sentences(text)]
    alike = [one for one in found if (one & wrong).total() >= ALIKE * wrong.total()]
    return not any(_has_error(one, wrong, right) for one in alike)


def unsuspecting(proof: Proof, truth: Proof, planted: Planted) -> Proof:
    """The proof of a text with the error in it, as that of a wrong draft no rule held back looks: the sentence is judged as the
    true one is, or as the one before it. The editor shall not give away what it would not know of a real one. What the sentence
    is said to stand on is shown as it is."""
    at = proof.text.find(planted.wrong)
    if at < 0:
        return proof
    right = truth.text.find(planted.right) if planted.right else -1
    alike = _overlapping(truth, right, len(planted.right)) or [one for one in proof.sentences if one.end <= at][-1:]
    hidden = _overlapping(proof, at, len(planted.wrong))
    judged = [_judged_as(one, alike[0]) if alike and one in hidden else one for one in proof.sentences]
    return replace(proof, sentences=tuple(judged))


def _overlapping(proof: Proof, start: int, length: int) -> list[SentenceProof]:
    return [one for one in proof.sentences if start >= 0 and one.start < start + length and one.end > start]


def _judged_as(one: SentenceProof, other: SentenceProof) -> SentenceProof:
    return replace(other, start=one.start, end=one.end, marks=one.marks)


def _has_error(said: Counter[str], wrong: Counter[str], right: Counter[str]) -> bool:
    if not right:
        return True
    came, went = wrong - right, right - wrong
    return (said & came) == came and (said & went) != went if came else (said & went) != went


def _sentences(text: str) -> Iterator[str]:
    """Each with the citation marks behind its full stop."""
    for line in text.splitlines():
        spans: list[tuple[int, int]] = []
        for start, end in sentence_spans(line):
            marks = _MARKS_AHEAD.match(line, start, end)
            begin = marks.end() if marks and spans else start
            if begin > start:
                spans[-1] = (spans[-1][0], len(line[:begin].rstrip()))
            if begin < end:
                spans.append((begin, end))
        yield from (line[start:end] for start, end in spans)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold())


def _number(right: str, soil: Soil, chance: Random) -> str:
    listed, bare = _LISTED.match(right), _ADDRESS.sub(lambda found: " " * len(found[0]), right)
    found = [one for one in _FIGURE.finditer(bare) if listed is None or one.start() >= listed.end()]
    if not found:
        return ""
    one = chance.choice(found)
    value = int(one[1])
    others = [str(n) for n in _others(value) if n != value and n > 0 and not re.search(rf"(?<!\d){n}(?!\d)", soil.text)]
    return right[: one.start()] + chance.choice(others) + right[one.end() :] if others else ""


def _others(value: int) -> tuple[int, ...]:
    """What the figure may be taken for: as plausible as itself."""
    if 1900 <= value <= 2100:
        return value - 1, value + 1, value + 2
    return (value * 2, value + 2, value // 2, value + 5 if value > 5 else value + 1)


def _denial(right: str, _: Soil, chance: Random) -> str:
    turned = [re.sub(pattern, instead, right, count=1, flags=re.I) for pattern, instead in _TURNS]
    changed = [one for one in turned if one != right]
    return chance.choice(changed) if changed else ""


def _foreign(right: str, soil: Soil, chance: Random) -> str:
    """After a true sentence, with its citation, so that it looks as well backed."""
    known = set(_tokens(soil.text))
    fit = [one for one in soil.strangers if _stands_alone(one) and len(set(_tokens(one)) - known) >= LEAST_WORDS]
    if not fit or _LISTED.match(right):
        return ""
    mark = _MARK.search(right)
    stranger = _MARK.sub("", chance.choice(fit)).strip()
    return f"{right} {stranger} {mark[0]}" if mark else f"{right} {stranger}"


def _stands_alone(sentence: str) -> bool:
    words = len(_tokens(sentence))
    return LEAST_WORDS < words <= 30 and sentence[:1].isupper() and sentence[-1:] == "." and "\n" not in sentence


def _citation(right: str, soil: Soil, chance: Random) -> str:
    own = [int(mark) for mark in _MARK.findall(right)]
    others = [mark for mark, article in sorted(soil.articles.items()) if own and article != soil.articles.get(own[0])]
    if len(own) != 1 or not others:
        return ""
    return right.replace(f"[{own[0]}]", f"[{chance.choice(others)}]")


_WAYS: dict[PlantKind, Callable[[str, Soil, Random], str]] = {
    PlantKind.NUMBER: _number,
    PlantKind.DENIAL: _denial,
    PlantKind.FOREIGN: _foreign,
    PlantKind.CITATION: _citation,
}
