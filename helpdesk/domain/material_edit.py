"""What an agent's edit changed in substance, or that it changed the wording alone.

Greeting, closing and the desk's fixed phrases are not compared, nor where a sentence breaks or how a list is numbered. In doubt
an edit is one of substance: that delays a certificate, the other way would let a wrong answer pass for right.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from helpdesk.domain import language
from helpdesk.domain.agreement import Compared, Conflict, conflicts
from helpdesk.domain.blind import body_of
from helpdesk.domain.exact_names import exact_names
from helpdesk.domain.facts import Kind, Token, tokens
from helpdesk.domain.label import Cause
from helpdesk.domain.letter import every_phrases
from helpdesk.domain.markup import flat
from helpdesk.domain.quoting import MARKER
from helpdesk.domain.reply import without_markers
from helpdesk.domain.sentences import sentences
from helpdesk.domain.word_diff import stretches

LARGEST = 0.25
"""Share of the body's words that may change; beyond it another answer was written."""

COUNTERPART = 0.5
"""Share of its words a sentence has in common with the one it was before."""

NEAR_SWAP = 4
"""Tokens of a gap in which a figure took the place of another."""

CURRENCIES = "€$£"
_LISTED = re.compile(r"^\s*(?:\d{1,3}[.)]|[-*+])\s+", re.M)
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W\d_]+)*")
_NAME = re.compile(r"(?<![.!?:\n\"\u201c\u201e(*-] )(?<!^)(?<!\n)\b[^\W\d_a-zß-ÿ][^\W\d_]+|\b\w*[a-z][A-Z]\w*|\b[A-Z]{2,}\b")
_COURTESY = re.compile(r"hesitate|worry|trouble|zögern|hésit|dud(?:ar|e)|esit", re.I)


@dataclass(frozen=True)
class Body:
    """A letter without its frame. `cited` are the articles its marks name."""

    text: str
    cited: frozenset[int] = frozenset()
    known: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        said = (sentence for line in self.text.split("\n") for sentence in sentences(line))
        return tuple(sentence for sentence in said if not _of_frame(" ".join(sentence.split())))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokens("\n".join(self.sentences))

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word.casefold() for word in _WORD.findall(" ".join(self.sentences)))

    @cached_property
    def names(self) -> frozenset[str]:
        """Codes, versions, paths, and words in capitals that do not begin a sentence: products and places."""
        text = "\n".join(self.sentences)
        codes = {token.key for token in self.tokens if token.kind is Kind.CODE}
        proper = () if language.guess(text) == "de" else (name.casefold() for name in _NAME.findall(text))
        return frozenset({*codes, *exact_names(text), *proper}) - self.known


def body(letter: str, articles: Mapping[int, int], signature: str = "", known: str = "") -> Body:
    """`articles` are those behind the marks; `known` are the names that may come and go: the customer's, the desk's."""
    cited = frozenset(articles[int(n)] for n in MARKER.findall(letter) if int(n) in articles)
    inner = body_of(letter, signature)
    told = _LISTED.sub("", f"{inner}\n{_below(without_markers(letter), inner, signature)}")
    bare = "\n".join(flat(line) for line in told.split("\n"))
    return Body(bare, cited, frozenset(word.casefold() for word in _WORD.findall(known)))


def _below(letter: str, inner: str, signature: str) -> str:
    """What stands under the closing and is no signature: a postscript says something too."""
    last = inner.rstrip().rsplit("\n", 1)[-1]
    below = (line.strip() for line in letter[letter.rfind(last) + len(last) :].split("\n"))
    lines = [line for line in below if line and not _of_frame(line)]
    return "\n".join(line for line in lines[1:] if line not in signature)


def material(before: Body, after: Body) -> Cause | None:
    """Why the edit is one of substance; None when only the wording changed."""
    return next((cause for cause, differs in _RULES if differs(before, after)), None)


def _numbers_differ(before: Body, after: Body) -> bool:
    return set(_measured(before.tokens)) != set(_measured(after.tokens)) or _swapped(before, after)


def _measured(said: tuple[Token, ...]) -> Iterator[tuple[str, str]]:
    """(number, unit) of each; the unit is '' when none stands by it."""
    for at, token in enumerate(said):
        if token.kind is Kind.NUMBER:
            after = (t.key for t in said[at + 1 : at + 3] if t.kind is Kind.UNIT)
            ahead = (t.key for t in said[max(0, at - 1) : at] if t.kind is Kind.UNIT and t.key in CURRENCIES)
            yield token.key, next(ahead, next(after, ""))


def _swapped(before: Body, after: Body) -> bool:
    """Whether a figure stands where another stood, though both texts have both."""
    figures = {t.key for t in (*before.tokens, *after.tokens) if t.kind is Kind.NUMBER}
    gaps = stretches([t.key for t in before.tokens], [t.key for t in after.tokens])
    short = ((set(a) & figures, set(b) & figures) for a, b, _ in gaps if max(len(a), len(b)) <= NEAR_SWAP)
    return any(ours and theirs and ours != theirs for ours, theirs in short)


def _of_kind(kind: Kind) -> Callable[[Body, Body], bool]:
    def differs(before: Body, after: Body) -> bool:
        ours, theirs = ({t.key for t in one.tokens if t.kind is kind} for one in (before, after))
        return ours != theirs

    return differs


def _names_differ(before: Body, after: Body) -> bool:
    """A name counts when the other text does not have its word at all, in whatever spelling."""
    ours, theirs = frozenset(before.words), frozenset(after.words)
    gone = {name for name in before.names - after.names if not _words_of(name) <= theirs}
    come = {name for name in after.names - before.names if not _words_of(name) <= ours}
    return bool(gone or come)


def _words_of(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name))


def _denials_differ(before: Body, after: Body) -> bool:
    return _denied(before, after) or _denied(after, before)


def _denied(one: Body, other: Body) -> bool:
    """Whether a sentence denies what its counterpart does not, or denies something and has no counterpart."""
    known = [(sentence, tokens(sentence)) for sentence in other.sentences]
    for sentence in one.sentences:
        said = tokens(sentence)
        if _COURTESY.search(sentence) or any(text == sentence for text, _ in known):
            continue
        compared = max((Compared.of(said, there) for _, there in known), key=lambda c: len(c.pairs), default=None)
        if compared is None or len(compared.pairs) < COUNTERPART * len(said):
            if any(token.kind is Kind.DENIAL for token in said):
                return True
        elif {Conflict.DENIAL, Conflict.OPPOSITE} & set(conflicts(compared, (), frozenset())):
            return True
    return False


def _cites_differ(before: Body, after: Body) -> bool:
    return before.cited != after.cited


def _rewritten(before: Body, after: Body) -> bool:
    gone = come = 0
    for removed, added, _ in stretches(before.words, after.words):
        gone, come = gone + len(removed), come + len(added)
    return max(gone, come) > LARGEST * max(1, len(before.words))


@lru_cache(maxsize=1)
def _fixed() -> frozenset[str]:
    """What the frame says inside a body, in every language."""
    return frozenset(said for p in every_phrases() for said in (p.thanks, p.more, p.nothing, p.later))


@lru_cache(maxsize=1)
def _abouts() -> frozenset[tuple[str, str]]:
    return frozenset((head, tail) for head, _, tail in (phrases.about.partition("{ask}") for phrases in every_phrases()))


def _of_frame(sentence: str) -> bool:
    return sentence in _fixed() or any(
        sentence.startswith(head.strip()) and sentence.endswith(tail.strip()) for head, tail in _abouts() if head.strip()
    )


_RULES: tuple[tuple[Cause, Callable[[Body, Body], bool]], ...] = (
    (Cause.NUMBER, _numbers_differ),
    (Cause.DATE, _of_kind(Kind.MONTH)),
    (Cause.ADDRESS, _of_kind(Kind.ADDRESS)),
    (Cause.NAME, _names_differ),
    (Cause.DENIAL, _denials_differ),
    (Cause.CITATION, _cites_differ),
    (Cause.REWRITTEN, _rewritten),
)
