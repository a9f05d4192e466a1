"""Patterns a desk adds for what only it would call personal: customer numbers, contract numbers, badge ids.

One `NAME = regex` a line; lines that begin with # are notes. A pattern must not be able to run wild on a hostile mail, so
repeats of repeats and back-references are refused, and each line of a text is looked at in pieces.
"""

import re
from dataclasses import dataclass

from helpdesk.domain.redaction import Kind

MOST_PATTERNS = 50
LONGEST_PATTERN = 200
MOST_LONG, MOST_SHORT, SHORT = 2, 3, 12
"""Repeats of unknown length a pattern may have: long ones, and short ones of at most SHORT times."""

PIECE, OVERLAP = 160, 60
"""Characters looked at together. A value is at most OVERLAP long."""

_NAME = re.compile(r"[A-Z][A-Z_]{1,23}$")
_QUANTIFIER = re.compile(r"[*+?]|\{\d*,?\d*\}")
_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?[a-z]*[:=!<]?[=!]?|[()|]|.", re.S)


@dataclass(frozen=True)
class OwnPattern:
    name: str
    regex: re.Pattern[str]

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where it matches; never an empty place."""
        found = []
        for at, line in _lines(text):
            for offset in range(0, max(1, len(line) - OVERLAP), PIECE - OVERLAP):
                piece = line[offset : offset + PIECE]
                found += [(at + offset + m.start(), at + offset + m.end()) for m in self.regex.finditer(piece) if m[0].strip()]
        return list(dict.fromkeys(found))


class BadPattern(ValueError):
    """`line` counts from 1, `why` says what is wrong and what helps."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"line {line}: {why}")
        self.line = line
        self.why = why


def own_patterns(text: str) -> tuple[OwnPattern, ...]:
    """Raises BadPattern."""
    made: list[OwnPattern] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            made.append(_pattern(number, line))
    if len(made) > MOST_PATTERNS:
        raise BadPattern(MOST_PATTERNS + 1, f"there may be at most {MOST_PATTERNS} patterns")
    return tuple(made)


def _pattern(number: int, line: str) -> OwnPattern:
    name, equals, source = (part.strip() for part in line.partition("="))
    if not equals or not source:
        raise BadPattern(number, "write NAME = pattern, like CUSTOMER = NL-[0-9]{6}")
    if not _NAME.match(name):
        raise BadPattern(number, f"{name!r} is no name: use 2 to 24 capital letters, like CUSTOMER_NO")
    if name in set(Kind):
        raise BadPattern(number, f"{name} is a built-in kind; choose another name")
    if why := _dangerous(source):
        raise BadPattern(number, why)
    try:
        regex = re.compile(source)
    except re.error as error:
        raise BadPattern(number, f"not a regular expression: {error}") from error
    if regex.search(""):
        raise BadPattern(
            number, "it matches nothing at all as well, so it would hide everywhere; ask for at least one character"
        )
    return OwnPattern(name, regex)


def _dangerous(source: str) -> str:
    """Why a pattern could take for ever on some text; '' when it cannot."""
    if len(source) > LONGEST_PATTERN:
        return f"longer than {LONGEST_PATTERN} characters; split it into two patterns"
    atoms = _ATOM.findall(source)
    if any(re.match(r"\\[1-9]|\(\?P=", atom) for atom in atoms) or "(?P=" in source:
        return "back-references are not allowed; repeat the part instead"
    return _wild(source)


def _wild(source: str) -> str:
    """Walks over the pattern with the open groups: whether each holds a repeat or a choice, and so must not be repeated."""
    varies: list[bool] = [False]
    long, short, at = 0, 0, 0
    while at < len(source):
        atom = _ATOM.match(source, at)
        said = atom[0] if atom else source[at]
        at += len(said)
        if said.startswith("("):
            varies.append(False)
            continue
        group_varies = varies.pop() if said == ")" and len(varies) > 1 else False
        repeat = _QUANTIFIER.match(source, at)
        at += len(repeat[0]) if repeat else 0
        most = _most(repeat[0]) if repeat else 1
        if group_varies and most > 1:
            return "a repeat within a repeated group can take for ever; write the repeats one after the other"
        open_ended = repeat is not None and not repeat[0][1:-1].isdigit() and most > 1
        long, short = long + (open_ended and most > SHORT), short + (open_ended and most <= SHORT)
        varies[-1] = varies[-1] or group_varies or open_ended or said == "|"
    if long > MOST_LONG or short > MOST_SHORT:
        return f"more than {MOST_LONG} open repeats (* or +); say how often, like {{6}} or {{1,9}}"
    return ""


def _most(repeat: str) -> int:
    """How often a quantifier repeats at most."""
    if repeat == "?":
        return 1
    last = repeat.strip("{}").rpartition(",")[2]
    return int(last) if last.isdigit() else 1_000


def _lines(text: str) -> list[tuple[int, str]]:
    at, found = 0, []
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found
