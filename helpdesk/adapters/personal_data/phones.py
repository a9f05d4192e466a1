"""Phone numbers, by the numbering plans of the world and of the desk's own countries."""

import re
from collections.abc import Iterator, Sequence

from phonenumbers import Leniency, PhoneNumberMatch, PhoneNumberMatcher, is_valid_number

from helpdesk.adapters.personal_data.surroundings import before, names_other_number
from helpdesk.domain.redaction import Finding, Kind

LONGEST = 20_000
"""Characters in which a matcher looks at once."""

TITLE = 12
"""Characters before a number in which a word may name it without a space."""

_PHONE_WORDS = re.compile(
    r"\b(?:phones?|tel|telephone|mobile|cell(?:phone)?|fax|call(?:ed|ing)?|ring|dial|whatsapp|sms|text|(?:desk"
    r"|direct|office|home|work|signal|reach(?: me)?(?: at| on)?)(?=\W{0,3}$)"
    r"|answering at|messages to|(?:number|one)(?= is\W{0,3}$)|registered(?=\W{0,3}$)|telefon\w*|handy\w*|mobil\w*"
    r"|ruf\w*|anruf\w*|durchwahl|téléphone|portable|appel\w*|"
    r"teléfono|móvil|llam\w+|cellulare|telefono|chiam\w+|telefone|telemóvel|celular|telefoon|bel|komórk\w*|telefonu?)\b",
    re.I,
)
_DATE = re.compile(r"(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}(?!\d)|\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d$")
_VERSION = re.compile(r"[1-9]\d{0,2}(?:\.\d{1,3}){3,}$")
_NATIONAL = re.compile(r"\(?0\d|\(\d{3}\)|(?:1[-. ])?\d{3}[-. ]\d{3}[-. ]\d{4}$")
"""Forms a national number is written in for itself: with its trunk prefix, in brackets, or as in North America."""
_GROUPS = re.compile(r"\d+")
_UNIT_AFTER = re.compile(r"\s?(?:%|€|\$|£|eur|usd|gbp|px|ms|kb|mb|gb|kg|mm|cm|hz|x\d)(?!\w)", re.I)
_MONEY_BEFORE = re.compile(r"[$€£]\s?$")
_SEPARATED = re.compile(r"(?<![\w./-])\(?\d{2,4}\)?(?:[ .-]\d{2,4}){2,4}(?![\w/-]|\.\d)")
"""National numbers of countries the desk does not name: taken only where the words before say that it is a phone."""


def found(text: str, regions: Sequence[str]) -> Iterator[Finding]:
    for offset in range(0, len(text), LONGEST):
        part = text[offset : offset + LONGEST]
        seen = {place for region in regions or ("ZZ",) for place in _matched(part, region)} | set(_announced(part))
        for start, end in sorted(seen):
            yield Finding(offset + start, offset + end, Kind.PHONE)


def _matched(text: str, region: str) -> Iterator[tuple[int, int]]:
    for match in PhoneNumberMatcher(text, region, leniency=Leniency.POSSIBLE, max_tries=2_000):
        if _is_phone(text, match):
            start = match.start - 1 if match.start and text[match.start - 1] == "+" else match.start
            yield start, match.end


def _is_phone(text: str, match: PhoneNumberMatch) -> bool:
    raw = match.raw_string
    if _impossible(text, match.start, match.end):
        return False
    if _announces(text, match.start):
        return True
    groups = _GROUPS.findall(raw)
    written_as_one = raw.lstrip("(")[:1] == "+" or (
        len(groups) > 1 and _NATIONAL.match(raw) and not _continues(text, match.start)
    )
    return bool(written_as_one) and len(set(groups)) > 1 and is_valid_number(match.number)


def _continues(text: str, start: int) -> bool:
    """Whether groups of another number stand right before, as in an account number nobody could verify."""
    return bool(re.search(r"\d[A-Z0-9]*[ -](?:[A-Z]{4} )?$", text[max(0, start - 12) : start]))


def _announced(text: str) -> Iterator[tuple[int, int]]:
    for match in _SEPARATED.finditer(text):
        digits = sum(c.isdigit() for c in match[0])
        if 7 <= digits <= 15 and _announces(text, match.start()) and not _impossible(text, match.start(), match.end()):
            yield match.start(), match.end()


def _announces(text: str, start: int) -> bool:
    return bool(_PHONE_WORDS.search(before(text, start))) and not names_other_number(text, start)


def _is_tied(text: str, start: int) -> bool:
    """Whether it hangs on what stands before it; `Tel.:` and `phone:` only say what it is."""
    ahead = text[start - 1 : start]
    says = ahead in (":", ".") and _PHONE_WORDS.search(before(text, start)[-TITLE:])
    return bool(ahead) and ahead in "/=_\\&?.,:@#-" and not says


def _impossible(text: str, start: int, end: int) -> bool:
    """Dates, addresses of machines, prices, and parts of longer things are no phone numbers."""
    raw, after = text[start:end], text[end : end + 8]
    joined = _is_tied(text, start) or after[:1] in ("/", "=", "_", "@", "\\") or text[max(0, start - 1) : start].isalnum()
    joined = joined or after[:1].isalnum() or bool(re.match(r"[-.]\w", after))
    digits = sum(c.isdigit() for c in raw)
    return (
        joined
        or not 7 <= digits <= 15
        or "/" in raw
        or bool(_DATE.match(raw) or _VERSION.match(raw) or _UNIT_AFTER.match(after) or _MONEY_BEFORE.search(text[:start][-3:]))
        or names_other_number(text, start)
    )
