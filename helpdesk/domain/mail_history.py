"""Where a mail's own words end and what it repeats begins.

Mail programs mark history by an attribution ('On … wrote:'), a rule ('-----Original Message-----'), a block of headers
('From: … Sent: …') or '>' before lines; people sign below '-- '. History stays in the stored body: this only finds the part
that is new.
"""

import re
from collections.abc import Sequence

_SPAN = 6  # lines an attribution may be folded over
_LONGEST = 500  # characters
_ENOUGH = 50_000  # characters of a body that are looked at: no person writes more above a quote
_QUOTED = re.compile(r"^\s*>(?!>>)")
_RULE = re.compile(
    r"^\W{0,12}(?:original message|reply message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale"
    r"|oorspronkelijk bericht|oprindelig meddelelse|oprindelig besked|original-nachricht)\W*$",
    re.I,
)
_FORWARD = re.compile(
    r"^-{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré)\s*-{2,}\s*$|^begin forwarded message:", re.I
)
_WROTE = (
    r"wrote|sent|schrieb|a écrit|escribió|ha scritto|scrive|schreef|geschreven|skrev|napisał\(?a?\)?|написал\(?а?\)?|пишет"
    r"|đã viết|kirjoitti|escreveu|napsal\(?a?\)?|написав|írta|写道|寫道|님이 작성"
)
_OPENING = r"on|am|le|el|il|op|den|på|em|w dniu|vào|pada|dne|a|dana"
_STARTS = re.compile(
    rf"^[\s>*-]*(?:(?:{_OPENING})\b|在?\s?\d{{1,4}}\s?[-./年년]\s?\d|sent from|von meinem|envoyé de)|^--", re.I
)
_WHEN = re.compile(r"\b(?:19|20)\d\d\b|\d[:.]\d\d|@")
_NAMED = re.compile(rf"^-{{2,}}[^\n]{{1,120}}\b(?:{_WROTE})\b\s*:?\s*-{{2,}}$", re.I)
_DATED_SHAPES = (
    re.compile(rf"^[\s>*-]*(?:{_OPENING})\b.*\b(?:{_WROTE})\s*(?::[-\s]*|-{{2,}})$", re.I),
    re.compile(rf"^[\s>*-]*(?:{_OPENING})\b.*\b(?:schrieb|schreef|skrev|napsala?)\s.{{1,160}}:\s*$", re.I),
    re.compile(r"^\d{2,4}[-./]\d{1,2}[-./]\d{1,4}\b.{0,200}<[^<>]*@[^<>]*>.{0,20}:?\s*$"),
    re.compile(rf"^\d{{1,4}}[-./]\d{{1,2}}[-./]\d{{2,4}}\b.{{0,300}}\b(?:{_WROTE})\s*:\s*$", re.I),
    re.compile(r"^(?:\u5728\s?)?\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일].{0,200}<[^<>]*@[^<>]*>.{0,12}[:：]\s*$"),
    re.compile(rf"^(?:sent from|von meinem|envoyé de)\b.{{0,120}}<[^<>]*@[^<>]*>\s*(?:{_WROTE})\s*:$", re.I),
)
_SHARED_LINE = re.compile(r"(?<=\S)[\s-]{0,9}\bOn (?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,.{4,200}\bwrote:\s*$", re.I)
_HEADER = re.compile(
    r"^\W{0,4}(from|sent|to|cc|date|subject|reply-to|von|gesendet|an|betreff|datum|de|envoyé|à|objet|fra|sendt|til|emne"
    r"|från|skickat|till|ämne|da|inviato|oggetto|para|enviado|asunto|van|verzonden|aan|onderwerp)\s?:\W?\s*\S",
    re.I,
)
_SIGNATURE = re.compile(r"^--\s?$|^_{10,}$")
_SIGNATURE_LINES = 15
_DEVICE = re.compile(
    r"^(?:sent (?:from|with|via) (?:my |mail for |the |outlook|yahoo|gmail|proton|samsung|sparrow)|get outlook for"
    r"|von meinem |gesendet (?:von|mit) |envoyé (?:de|depuis) |enviado desde |inviato da(?:l mio)? |verstuurd vanaf ).{0,80}$",
    re.I,
)


def new_words(body: str) -> str:
    """The message above (and between, and below) what it repeats, without its signature. Never empty when the body is not: a
    mail that only quotes or forwards is all there is to answer."""
    own = _without_signature(_own_lines(body[:_ENOUGH].replace("\r\n", "\n").split("\n")))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(own)).strip()
    return text or body.strip()


def _own_lines(lines: Sequence[str]) -> list[str]:
    own: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if _FORWARD.match(line):
            return [*own, *lines[at:]]
        if _history_starts(lines, at):
            break
        if length := _attribution(lines, at):
            at = _after_quote(lines, at + length)
            continue
        if shared := _SHARED_LINE.search(line[:_LONGEST]):
            own.append(line[: shared.start()])
            break
        if not _QUOTED.match(line):
            own.append(line)
        at += 1
    return own


def _history_starts(lines: Sequence[str], at: int) -> bool:
    """A rule, or at least two mail headers close together, one with an address (or three)."""
    if _RULE.match(lines[at]):
        return True
    if not _HEADER.match(lines[at]):
        return False
    near = [line[:_LONGEST] for line in lines[at : at + 8] if line.strip()][:5]
    named = {match[1].lower() for line in near if (match := _HEADER.match(line))}
    return len(named) >= (2 if "@" in "".join(near) else 3)


def _attribution(lines: Sequence[str], at: int) -> int:
    """How many lines a 'somebody wrote' beginning here takes, 0 when none does."""
    if not _STARTS.match(lines[at]):
        return 0
    folded = ""
    for length, line in enumerate(lines[at : at + _SPAN], start=1):
        folded = f"{folded} {line.strip().lstrip('>').strip()}".strip()
        if len(folded) > _LONGEST:
            return 0
        if _NAMED.match(folded) or (_WHEN.search(folded) and any(shape.match(folded) for shape in _DATED_SHAPES)):
            return length
    return 0


def _after_quote(lines: Sequence[str], at: int) -> int:
    """The first line below the block an attribution announced: people who quote with '>' answer below it; without any '>' the
    rest of the mail is history."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    if at == len(lines) or not lines[at].lstrip().startswith(">"):
        return len(lines)
    while at < len(lines) and (lines[at].lstrip().startswith(">") or _folded_quote(lines, at)):
        at += 1
    return at


def _folded_quote(lines: Sequence[str], at: int) -> bool:
    """A line a mail program broke out of its quote: the next one is quoted again, with no blank line between."""
    following = lines[at + 1] if at + 1 < len(lines) else ""
    return bool(lines[at].strip()) and following.lstrip().startswith(">")


def _without_signature(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        if at and len(lines) - at <= _SIGNATURE_LINES and _SIGNATURE.match(line.strip("\xa0")):
            lines = lines[:at]
            break
    end = len(lines)
    while end and (not lines[end - 1].strip() or _DEVICE.match(lines[end - 1].strip())):
        end -= 1
    return lines[:end]
