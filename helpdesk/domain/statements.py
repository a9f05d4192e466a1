"""What of a reply states something that could be true or false, sentence by sentence.

Greeting, closing, signature, courtesies, headings and questions to the customer state nothing and are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from helpdesk.domain.letter import every_phrases
from helpdesk.domain.markup import flat
from helpdesk.domain.quoting import MARKER
from helpdesk.domain.sentences import sentence_spans
from helpdesk.domain.signatures import APART
from helpdesk.domain.words import content

FEW_WORDS = 3
"""A sentence with fewer meaningful words states nothing that could be checked, unless it names a number or says what is."""

_ITEM = re.compile(r"^[ \t]*(?:[-*+\u2022\u2013]|\d{1,3}[.)])[ \t]+")
_LEADING_MARK = re.compile(MARKER.pattern + r"\s*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|sehr geehrte\w*|liebe\w*"
    r"|bonjour|hola|buenos d[ií]as|ciao|buongiorno)\b[^.?!\n]{0,60}[,!.:]?$",
    re.I,
)
_COURTESY = re.compile(
    r"\b(?:(?:i|we) hope (?:this|that|it)\b|hope (?:this|that) helps|let (?:me|us) know\b|feel free\b|(?:do not|don.t) hesitate"
    r"|(?:any|further|other|more) questions\b|thank(?:s| you)\b|(?:i.m|we.re|i am|we are) (?:so |very |really )?sorry\b"
    r"|sorry (?:for|about|to)\b|apologi[sz]e for\b|(?:happy|glad|pleased) to help|reply to this (?:message|mail|e-?mail)"
    r"|have a (?:nice|great|good)\b|understand (?:your|how|that this)\b|great question"
    r"|vielen dank|danke für|bei (?:weiteren )?fragen|tut (?:mir|uns) leid|ich hoffe|wir hoffen|melden sie sich"
    r"|merci (?:pour|de)|n.hésitez pas|désolée?s?\b|j.espère|nous espérons"
    r"|gracias por|no dude en|lamentamos|espero que|esperamos que|grazie per|non esiti|ci dispiace|spero che|speriamo)",
    re.I,
)
_CLOSING = re.compile(
    r"(?:(?:kind|best|warm|many)? ?(?:regards|wishes)|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|cheers"
    r"|(?:many |kind )?thanks|thank you|mit freundlichen grüßen|(?:viele|beste|freundliche) grüße|cordialement"
    r"|bien à vous|(?:un cordial )?saludos?|atentamente|(?:cordiali|distinti) saluti)",
    re.I,
)
_DIGIT = re.compile(r"\d")
_BEING = re.compile(
    r"\b(?:is|are|was|were|will|can|must|may|has|have|isn't|aren't|can't|won't|ist|sind|wird|kann|muss|est|sont|peut|es|son"
    r"|puede|è|sono|può)\b",
    re.I,
)
COURTEOUS_WORDS = 9
"""A longer sentence with a courteous turn in it says something else besides."""


@dataclass(frozen=True)
class Statement:
    """`text[start:end]` of a reply, its marks within; `bare` is what it says without marks and list number; `marks` are the
    numbers of the sources it names itself, or that the line above its list names."""

    start: int
    end: int
    bare: str
    marks: tuple[int, ...]


def statements(text: str, signature: str = "") -> tuple[Statement, ...]:
    """In order. Below the closing only what stands under a signature of ours, a postscript, is one; `signature` is what may
    stand there, one or several APART."""
    return tuple(said for said in _sentences(text, signature) if _states(said.bare, flat(signature)))


def _sentences(text: str, signature: str) -> Iterator[Statement]:
    begin, end = 0, len(text)
    for start, until in _split(text, 0, len(text), _PARAGRAPH):
        if _closes(text[start:until]):
            begin, end = _below(text, start, signature), start
            break
    for first, last in ((0, end), (begin, len(text) if begin else 0)):
        for start, until in _split(text, first, last, _PARAGRAPH):
            yield from _in_paragraph(text, start, until)


def _below(text: str, closing: int, signature: str) -> int:
    """Where the signature under the closing ends; 0 when none of ours stands there."""
    signed = (one.strip() for one in signature.split(APART))
    return max((text.find(one, closing) + len(one) for one in signed if one and one in text[closing:]), default=0)


def _split(text: str, start: int, end: int, between: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = start
    for gap in between.finditer(text, start, end):
        if text[at : gap.start()].strip():
            yield at, gap.start()
        at = gap.end()
    if text[at:end].strip():
        yield at, end


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Statement]:
    """Items of a list one by one, and the sentences of what is none. The marks of a line that leads a list are its items'."""
    lead: tuple[int, ...] = ()
    for a, b, item in _pieces(text, start, end):
        said = list(_in_prose(text, a, b))
        if item:
            yield from (replace(one, marks=one.marks or lead) for one in said)
            continue
        lead = said[-1].marks if said else ()
        yield from said


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """(start, end, is an item of a list): what lies between two beginnings of items, with the lines that go on below."""
    begins, at = [], start
    for line in text[start:end].splitlines(keepends=True):
        if number := _ITEM.match(line):
            begins.append((at, at + number.end()))
        at += len(line)
    if not begins:
        yield start, end, False
        return
    if begins[0][0] > start:
        yield start, begins[0][0], False
    ends = [*(opened for opened, _ in begins[1:]), end]
    yield from ((inside, until, True) for (_, inside), until in zip(begins, ends, strict=True))


def _in_prose(text: str, start: int, end: int) -> Iterator[Statement]:
    """A mark after a full stop belongs to the sentence before it."""
    waiting: Statement | None = None
    for from_, to in sentence_spans(text[start:end]):
        at, until = start + from_, start + to
        while waiting and (mark := _LEADING_MARK.match(text, at, until)):
            waiting = replace(waiting, end=at + len(mark[0].rstrip()), marks=(*waiting.marks, int(mark[1])))
            at = mark.end()
        if at >= until:
            continue
        if waiting:
            yield waiting
        sentence = text[at:until]
        marks = tuple(int(n) for n in MARKER.findall(sentence))
        waiting = Statement(at, until, flat(MARKER.sub("", sentence)), marks)
    if waiting:
        yield waiting


def _states(bare: str, signature: str) -> bool:
    if bare.endswith(("?", "\uff1f")) or (signature and bare and bare in signature):
        return False
    telling = len(content(bare))
    if telling < FEW_WORDS and not (telling and _DIGIT.search(bare)) and not (telling == FEW_WORDS - 1 and _BEING.search(bare)):
        return False
    courteous = _COURTESY.search(bare) and len(bare.split()) <= COURTEOUS_WORDS and not _DIGIT.search(bare)
    return not (courteous or _GREETING.match(bare) or any(frame.fullmatch(bare) for frame in _frames()))


def _closes(paragraph: str) -> bool:
    first = flat(paragraph.strip().splitlines()[0]).rstrip(",. ").casefold()
    return bool(_CLOSING.fullmatch(first)) or first in _closings()


@lru_cache(maxsize=1)
def _closings() -> frozenset[str]:
    return frozenset(words.closing.casefold() for words in every_phrases())


@lru_cache(maxsize=1)
def _frames() -> tuple[re.Pattern[str], ...]:
    """The sentences of a letter's frame in every language, with anything in their slots."""
    sayings = dict.fromkeys(flat(said) for words in every_phrases() for said in vars(words).values())
    single = dict.fromkeys(part for said in sayings for part in (said, *(said[a:b] for a, b in sentence_spans(said))))
    return tuple(re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(said)), re.I | re.S) for said in single)
