"""A letter taken apart again: what the frame put around its body, in whatever language it was framed."""

import re
from dataclasses import dataclass
from functools import lru_cache

from helpdesk.domain.letter import every_phrases
from helpdesk.domain.signatures import APART

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
LONGEST_GREETING = 90


@dataclass(frozen=True)
class LetterParts:
    """Joined they are the letter, every space included. `greeting` and `closing` (with the signature) may be empty."""

    greeting: str
    body: str
    closing: str


def parts_of(text: str, signature: str = "") -> LetterParts:
    """`signature` is what may stand under it, one or several APART."""
    start = _after_greeting(text)
    end = max(start, _before_closing(text, signature))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return LetterParts(text[:start], text[start:end], text[end:])


def _after_greeting(text: str) -> int:
    first = text.lstrip().split("\n", 1)[0].strip()
    if not first or len(first) > LONGEST_GREETING or not any(greeting.fullmatch(first) for greeting in _greetings()):
        return 0
    return text.index(first) + len(first)


def _before_closing(text: str, signature: str) -> int:
    """Where the last paragraph that begins with a closing begins; else where the signature does."""
    starts = [0, *(gap.end() for gap in _PARAGRAPH.finditer(text))]
    for start in reversed(starts):
        if text[start:].lstrip().split("\n", 1)[0].strip().rstrip(",").casefold() in _closings():
            return start
    signed = text.rstrip()
    ends = (one.strip() for one in signature.split(APART))
    return min((len(signed) - len(end) for end in ends if end and signed.endswith(end)), default=len(text))


@lru_cache(maxsize=1)
def _greetings() -> tuple[re.Pattern[str], ...]:
    said = {form for words in every_phrases() for form in (words.greeting, words.greeting_unnamed)}
    return tuple(re.compile(re.escape(form).replace(r"\{name\}", r".{1,60}"), re.I) for form in sorted(said))


@lru_cache(maxsize=1)
def _closings() -> frozenset[str]:
    return frozenset(words.closing.casefold() for words in every_phrases())
