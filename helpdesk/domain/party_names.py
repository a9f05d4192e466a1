"""Names of the people on a ticket, from the places where mails name them: headers, greetings, introductions, signatures.

No model of what a name looks like: a capitalised word counts only where such a place says it is one. Once it was found, a
`Vault` hides it everywhere on the ticket.
"""

import re
from collections.abc import Iterator

from helpdesk.domain.name_cues import ADDRESSED, BLOCK, CUES, INTRODUCED, LIKE_WORDS, LOWER, MENTIONED, NO_NAME, PARTICLES
from helpdesk.domain.redaction import Finding, Kind

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_GAP = re.compile(r"[ \t]+|\.[ \t]*(?=[^\W\d_])")
MOST_WORDS = 4
_REACHED = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|^\W*(?:phone|tel|mobile|cell|fax|e-?mail|telefon|handy|mobil)\w*\W|\A\s*\d{1,6} [^\W\d_]",
    re.I | re.M,
)
CONTACT_LINES = 10


def found(text: str) -> list[Finding]:
    """Every name a place in the text announces, whole and by its parts."""
    places = {*_cued(text), *_introduced(text), *_addressed(text), *_above_contacts(text)}
    return [finding for start, end in sorted(places) for finding in _whole_and_parts(text, start, end)]


def of_person(name: str) -> list[Finding]:
    """The same for a text that is nothing but a person's name."""
    place = _name_at(name, len(name) - len(name.lstrip(" \"'")))
    return _whole_and_parts(name, *place) if place else []


def _cued(text: str) -> Iterator[tuple[int, int]]:
    for cue in CUES:
        for match in cue.finditer(text):
            if place := _name_at(text, match.end()):
                yield place


def _introduced(text: str) -> Iterator[tuple[int, int]]:
    for cue in (INTRODUCED, MENTIONED):
        for match in cue.finditer(text):
            place = _name_at(text, match.end())
            if place and (" " in text[slice(*place)] or match[0].rstrip().endswith(".")):
                yield place
    for match in LOWER.finditer(text):
        words = match[1].split()
        if match[1][0].islower() and words[0].lower() not in NO_NAME:
            end = match.start(1) + len(match[1] if words[-1].lower() not in NO_NAME else words[0])
            yield match.start(1), end


def _addressed(text: str) -> Iterator[tuple[int, int]]:
    """`Name <address>`, also `Surname, First <address>`."""
    for match in ADDRESSED.finditer(text):
        at = match.start(1)
        for part in match[1].split(","):
            lead = len(part) - len(part.lstrip())
            if place := _name_at(text, at + lead):
                yield place
            at += len(part) + 1


def _above_contacts(text: str) -> Iterator[tuple[int, int]]:
    """A line that is nothing but a name, with an address or number of its owner in the lines below it."""
    for match in BLOCK.finditer(text):
        end = text.find("\n", match.end())
        place = _name_at(text, match.end())
        if place and end >= 0 and not text[place[1] : end].strip() and " " in text[slice(*place)]:
            below = "\n".join(text[end : end + 600].split("\n")[:CONTACT_LINES])
            if _REACHED.search(below):
                yield place


def _name_at(text: str, start: int) -> tuple[int, int] | None:
    """The name that begins exactly here: up to four capitalised words, initials and particles among them."""
    at, end, count = start, start, 0
    while count < MOST_WORDS and (word := _WORD.match(text, at)):
        said = word[0]
        particle = said.lower() in PARTICLES and count > 0 and not said[0].isupper()
        if not particle and (
            not said[0].isupper()
            or said.lower() in NO_NAME
            or (said.isupper() and len(said) > 1 and count == 0 and len(said) < 4)
        ):
            break
        count += 1
        end = end if particle else word.end()
        gap = _GAP.match(text, word.end())
        if not gap or (gap[0].startswith(".") and len(said) > 1):
            break
        at = gap.end()
    return (start, end) if end - start > 1 else None


def _whole_and_parts(text: str, start: int, end: int) -> list[Finding]:
    whole = [Finding(start, end, Kind.NAME)]
    parts = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    if len(parts) < 2:
        return whole
    return whole + [Finding(a, b, Kind.NAME) for a, b in parts if b - a > 2 and text[a:b].lower() not in LIKE_WORDS | PARTICLES]
