"""Answers taken from a public set's own documents, and the same with one sentence made wrong. Deterministic."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from helpdesk.domain.ids import PassageId
from helpdesk.domain.markup import plain, unlinked
from helpdesk.domain.sentences import BlockKind, blocks
from helpdesk.domain.spans import Source
from helpdesk.domain.words import content
from helpdesk.services.question_sets import Question, QuestionSet

PASSAGE_WORDS, PASSAGES = 180, 8
SENTENCES = 4
WORDS = range(7, 45)
SPOILT = ("number", "swapped number", "negation", "opposite", "foreign")
SOUND = ("verbatim", "shortened", "reworded")

_NUMBER = re.compile(r"(?<![\w.,:/-])\d+(?:[.,]\d+)*(?![\w/:-]|[.,]\d)")
_VERB = re.compile(r"\b(is|are|can|will|should|must|may|was|were|would|could|do|does|has|have)\b(?! not|n't| be able)", re.I)
_DENIED = re.compile(
    r"\b(is|are|can|will|should|must|may|was|were|would|could|do|does|has|have) ?(?:not|n't)\b|\bcannot\b", re.I
)
_OPPOSITES = (
    ("always", "never"), ("all", "no"), ("every", "no"), ("must", "must never"), ("before", "after"), ("after", "before"),
    ("more", "less"), ("with", "without"), ("enabled", "disabled"), ("enable", "disable"), ("increase", "decrease"),
    ("maximum", "minimum"), ("minimum", "maximum"), ("first", "last"), ("include", "exclude"), ("allowed", "forbidden"),
    ("above", "below"), ("higher", "lower"), ("most", "least"), ("left", "right"), ("right", "left"),
)  # fmt: skip
_OTHER_WORDS = (
    ("in order to", "to"), ("you can", "it is possible to"), ("must", "has to"), ("such as", "like"), ("use", "employ"),
    ("for example", "for instance"), ("select", "choose"), ("choose", "pick"), ("need to", "have to"), ("contact", "reach"),
    ("if", "in case"), ("because", "since"), ("also", "in addition"), ("begin", "start"), ("help", "assist"),
    ("get", "receive"), ("show", "display"), ("allow", "let"), ("people", "persons"), ("may", "might"), ("about", "around"),
    ("currently", "now"),
)  # fmt: skip
_ASIDE = re.compile(r"\s*\([^()]{3,80}\)|, (?:such as|for example|including|which)[^,.;]{4,90}(?=[,.;])")


@dataclass(frozen=True)
class Case:
    """An answer and its sources. The sentence `text[place]` is not verbatim, `kind` says what was done to it."""

    kind: str
    text: str
    place: tuple[int, int]
    sources: tuple[Source, ...]


def cases(one: QuestionSet, questions: Sequence[Question]) -> Iterator[Case]:
    """Of every question one case a kind that its answer's sentences allow."""
    passages = {path.name: list(_passages(path.read_text("utf-8", "replace"))) for path in sorted(one.kb.glob("*.md"))}
    for question in questions:
        chance = random.Random(f"{one.name} {question.id}")
        names = [doc for doc in sorted(question.documents) if passages.get(doc)]
        if not question.answerable or not names:
            continue
        gold = _golden(passages[names[0]], question)
        said = _answer(gold, question)
        if len(said) < 2:
            continue
        others = _nearest(question, {name: found for name, found in passages.items() if name not in question.documents})
        sources = tuple(
            Source(PassageId(n), (1,) if n == 1 else (n,), "", text)
            for n, text in enumerate([gold, *others[: PASSAGES - 1]], 1)
        )
        there = {s for source in sources for s in _sentences(source.text)}
        foreign = [s for text in others[PASSAGES : PASSAGES + 40] for s in _sentences(text) if s not in there]
        for kind, change in changes(gold, foreign, chance).items():
            if case := _case(kind, said, change, sources, chance):
                yield case


def _case(
    kind: str, said: Sequence[str], change: Callable[[str], str], sources: tuple[Source, ...], chance: random.Random
) -> Case | None:
    order = list(range(len(said)))
    chance.shuffle(order)
    for at in order:
        changed = change(said[at])
        if changed and (kind == "verbatim" or changed != said[at]):
            every = [f"{changed if i == at else sentence} [1]" for i, sentence in enumerate(said)]
            begin = len(" ".join([*every[:at], ""]))
            return Case(kind, " ".join(every), (begin, begin + len(every[at])), sources)
    return None


def changes(gold: str, foreign: Sequence[str], chance: random.Random) -> dict[str, Callable[[str], str]]:
    return {
        "verbatim": lambda s: s,
        "shortened": _shortened,
        "reworded": _reworded,
        "number": lambda s: _numbered(s, gold, chance),
        "swapped number": lambda s: _swapped(s, gold, chance),
        "negation": lambda s: _denied(s, chance),
        "opposite": _opposite,
        "foreign": lambda s: _foreign(s, gold, foreign, chance),
    }


def _passages(source: str) -> Iterator[str]:
    text = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.S)
    kept: list[str] = []
    for part in re.split(r"\n\s*\n", text):
        if kept and len(" ".join([*kept, part]).split()) > PASSAGE_WORDS:
            yield "\n\n".join(kept)
            kept = []
        kept.append(part)
    if kept:
        yield "\n\n".join(kept)


@lru_cache(maxsize=100_000)
def _sentences(passage: str) -> list[str]:
    found = [b for b in blocks(passage) if b.kind is BlockKind.SENTENCE]
    flat = [" ".join(plain(unlinked(passage[b.start : b.end])).split()) for b in found]
    return [s for s in flat if len(s.split()) in WORDS and s[0].isupper() and s.endswith(".") and "[" not in s]


def _golden(passages: Sequence[str], question: Question) -> str:
    wanted = set(content(" ".join(question.spans)))
    return max(passages, key=lambda text: len(wanted & set(content(text))))


def _answer(gold: str, question: Question) -> list[str]:
    """Neighbouring sentences of the passage, those first that the set calls the answer."""
    found = _sentences(gold)
    wanted = set(content(" ".join(question.spans)))
    best = max(range(len(found)), key=lambda i: len(wanted & set(content(found[i]))), default=0)
    start = max(0, min(best - 1, len(found) - SENTENCES))
    return found[start : start + SENTENCES]


def _nearest(question: Question, passages: dict[str, list[str]]) -> list[str]:
    wanted = set(content(question.text))
    every = [text for found in passages.values() for text in found]
    return sorted(every, key=lambda text: (-len(wanted & _content(text)), text))


@lru_cache(maxsize=100_000)
def _content(text: str) -> frozenset[str]:
    return frozenset(content(text))


def _numbered(said: str, gold: str, chance: random.Random) -> str:
    """A number that the passage does not have."""
    found = list(_NUMBER.finditer(said))
    if not found:
        return ""
    at = chance.choice(found)
    value = int(re.sub(r"\D", "", at[0]))
    theirs = set(re.findall(r"\d+", gold))
    other = next(str(n) for n in count(value + 1) if str(n) not in theirs)
    return said[: at.start()] + other + said[at.end() :]


def _swapped(said: str, gold: str, chance: random.Random) -> str:
    """Another number of the same passage."""
    found, theirs = list(_NUMBER.finditer(said)), sorted(set(_NUMBER.findall(gold)))
    for at in chance.sample(found, len(found)):
        others = [n for n in theirs if n != at[0]]
        if others:
            return f"{said[: at.start()]}{chance.choice(others)}{said[at.end() :]}"
    return ""


def _denied(said: str, chance: random.Random) -> str:
    if gone := _DENIED.search(said):
        verb = gone[1] or "can"
        return said[: gone.start()] + verb + said[gone.end() :]
    if not (verbs := list(_VERB.finditer(said))):
        return ""
    verb = chance.choice(verbs)
    return f"{said[: verb.end()]} not{said[verb.end() :]}"


def _opposite(said: str) -> str:
    for word, other in _OPPOSITES:
        if match := re.search(rf"\b{word}\b", said, re.I):
            put = other.capitalize() if match[0][0].isupper() else other
            return said[: match.start()] + put + said[match.end() :]
    return ""


def _foreign(said: str, gold: str, foreign: Sequence[str], chance: random.Random) -> str:
    strangers = [s for s in foreign if s not in gold]
    return chance.choice(strangers) if strangers else ""


def _shortened(said: str) -> str:
    """Without an aside or what follows its first comma or conjunction, when enough stays."""
    bare = _ASIDE.sub("", said)
    if bare != said and len(bare.split()) >= 5:
        return bare
    first, comma, _ = said.partition(", ")
    if not comma:
        first, comma, _ = said.partition(" and ")
    return f"{first.rstrip(',.')}." if comma and len(first.split()) >= 5 else ""


def _reworded(said: str) -> str:
    changed, times = said, 0
    for words, others in _OTHER_WORDS:
        changed, n = re.subn(rf"\b{words}\b", others, changed, count=1, flags=re.I)
        times += n
    front, comma, back = changed.rstrip(".").partition(", ")
    if comma and len(front.split()) > 3 and len(back.split()) > 3:
        return f"{back[0].upper()}{back[1:]}, {front[0].lower()}{front[1:]}."
    return changed if times >= 2 else ""
