"""Personal data as typed placeholders, and back.

A `Vault` is what is hidden in one ticket and by what name. It is computed anew from the conversation whenever it is needed
(the numbers follow the order in which things first appear) and is neither stored nor logged.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a placeholder stands for; patterns of the desk add names of their own. TEXT is what somebody wrote that only looks
    like a placeholder."""

    EMAIL = "EMAIL"
    PHONE = "PHONE"
    IBAN = "IBAN"
    CARD = "CARD"
    TAX = "TAX"
    ID = "ID"
    NAME = "NAME"
    TEXT = "TEXT"


@dataclass(frozen=True)
class Finding:
    """`text[start:end]` is personal data of this kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Restored:
    """`unresolved` are placeholders that stand for nothing known in this ticket; they are still in the text."""

    text: str
    unresolved: tuple[str, ...]


_TOKEN = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u04ff]+|\S")
_NAMED = re.compile(r"\{\s*([A-Za-z][A-Za-z ]*(?:_[A-Za-z ]+)*?)[\s_-]*(\d{1,5})\s*\}")
_BARE = re.compile(r"\b([A-Z]+(?:_[A-Z]+)*)_([1-9]\d{0,4})\b")
Key = tuple[str, ...]
Known = dict[str, dict[Key, str]]
"""First token, folded → the token sequences that begin with it → their kind."""


@dataclass(frozen=True)
class Vault:
    """`by_surface` is what was written → its placeholder, `by_key` the same for other spellings of it (spaces, case)."""

    by_surface: dict[str, str]
    by_key: dict[Key, str]
    known: Known
    kinds: frozenset[str]

    @classmethod
    def of(cls, texts: Sequence[str], found: Callable[[str], Iterable[Finding]], kinds: Iterable[str] = ()) -> "Vault":
        """Of everything said on a ticket, oldest first: what is said later adds names and changes none. `kinds` are the names
        the desk's own patterns may give."""
        named = frozenset((*Kind, *kinds))
        vault = cls({}, {}, {}, named)
        counts: dict[str, int] = {}
        for number, text in enumerate(texts):
            fresh = sorted((*found(text), *_look_alikes(text, named)), key=lambda f: (f.start, -f.end))
            learned = [vault._learn(_covering(text, finding), finding.kind, counts) for finding in fresh]
            for said in texts[: number + 1] if any(learned) else (text,):
                for start, end, kind in _places(said, vault.known):
                    vault._name(said[start:end], kind, counts)
        return vault

    def _learn(self, surface: str, kind: str, counts: dict[str, int]) -> bool:
        """Whether it was unknown."""
        key = _key(surface, kind)
        if not key or key in self.known.get(key[0].casefold(), {}):
            return False
        self.known.setdefault(key[0].casefold(), {})[key] = kind
        self._name(surface, kind, counts)
        return True

    def _name(self, surface: str, kind: str, counts: dict[str, int]) -> None:
        if surface not in self.by_surface:
            counts[kind] = counts.get(kind, 0) + 1
            self.by_surface[surface] = f"{{{kind}_{counts[kind]}}}"
        self.by_key.setdefault(_key(surface, kind), self.by_surface[surface])

    def hide(self, text: str) -> str:
        """The text with a placeholder for everything known."""
        return self._replaced(text, lambda surface, kind: self.by_surface.get(surface) or self.by_key[_key(surface, kind)])

    def masked(self, text: str) -> str:
        """For a log, an export or a memory that outlives the ticket: the kind alone, so that it can never be restored."""
        return self._replaced(text, lambda _, kind: f"{{{kind}}}")

    def restore(self, text: str, literal: Collection[str] = ()) -> Restored:
        """Placeholders as what they stand for, also when a model changed their case or spacing; those in `literal` (as
        placeholders_in tells them) are meant as they stand."""
        values = {name: surface for surface, name in self.by_surface.items()}
        unresolved: list[str] = []

        def back(match: re.Match[str]) -> str:
            kind, name = _kind(match), _name(match)
            value = None if name in literal else values.get(name)
            if value is None and kind in self.kinds:
                unresolved.append(match[0])
            return match[0] if value is None else value

        restored, at = [], 0
        for match in _NAMED.finditer(text):
            restored += [self._noted(text[at : match.start()], unresolved), back(match)]
            at = match.end()
        restored.append(self._noted(text[at:], unresolved))
        return Restored("".join(restored), tuple(dict.fromkeys(unresolved)))

    def _noted(self, between: str, unresolved: list[str]) -> str:
        """What a model made of a placeholder by dropping its braces."""
        unresolved += [match[0] for match in _BARE.finditer(between) if match[1] in self.kinds]
        return between

    def _replaced(self, text: str, name: Callable[[str, str], str]) -> str:
        hidden, at = [], 0
        for start, end, kind in _places(text, self.known):
            hidden += [text[at:start], name(text[start:end], kind)]
            at = end
        return "".join([*hidden, text[at:]])


def placeholders_in(text: str) -> frozenset[str]:
    """What restoring would take for placeholders, in our spelling."""
    return frozenset(_name(match) for match in _NAMED.finditer(text))


def defused(text: str) -> str:
    """Words of our own as a model may repeat them: what looks like a placeholder in them is none when it comes back."""
    return _NAMED.sub(_sample, text)


def _sample(match: re.Match[str]) -> str:
    ours = _kind(match) in Kind.__members__ or match[1].isupper()
    return f"{{sample {match[1].strip()} {match[2]}}}" if ours else match[0]


def _kind(match: re.Match[str]) -> str:
    return re.sub(r"\s+", "_", match[1].strip()).upper()


def _name(match: re.Match[str]) -> str:
    return f"{{{_kind(match)}_{int(match[2])}}}"


def _look_alikes(text: str, kinds: frozenset[str]) -> Iterator[Finding]:
    """What would be taken for a placeholder when the reply is restored."""
    for pattern in (_NAMED, _BARE):
        for match in pattern.finditer(text):
            if _kind(match) in kinds:
                yield Finding(match.start(), match.end(), Kind.TEXT)


def _covering(text: str, finding: Finding) -> str:
    """What was found, with the rest of a word it begins or ends in."""
    start, end = finding.start, finding.end
    while start > 0 and _TOKEN.fullmatch(text[start - 1 : start + 1]):
        start -= 1
    while end < len(text) and _TOKEN.fullmatch(text[end - 1 : end + 1]):
        end += 1
    return text[start:end]


def _key(surface: str, kind: str) -> Key:
    """Names keep their case: Will is not will."""
    tokens = _TOKEN.findall(surface)
    return tuple(tokens if kind == Kind.NAME else (token.casefold() for token in tokens))


def _places(text: str, known: Known) -> Iterator[tuple[int, int, str]]:
    """Where something known stands, the longest first at each place; never overlapping."""
    if not known:
        return
    tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text)]
    at = 0
    while at < len(tokens):
        length, kind = _longest(tokens, at, known.get(tokens[at][2].casefold(), {}))
        if length:
            yield tokens[at][0], tokens[at + length - 1][1], kind
        at += length or 1


def _longest(tokens: Sequence[tuple[int, int, str]], at: int, keys: dict[Key, str]) -> tuple[int, str]:
    best, found = 0, ""
    for length in sorted({len(key) for key in keys}, reverse=True):
        exact = tuple(token for _, _, token in tokens[at : at + length])
        for key in (exact, tuple(token.casefold() for token in exact)):
            if len(exact) == length > best and key in keys and (keys[key] == Kind.NAME) <= (key == exact):
                best, found = length, keys[key]
    return best, found
