"""Names that mean only themselves: error codes, versions, part numbers, paths, settings. They are compared letter by letter."""

import re
from collections.abc import Iterable
from functools import lru_cache

from helpdesk.domain.terms import words

LONGEST = 80
LONGEST_TEXT = 4_000
"""Beyond it a message is a log: its first lines say what it is about."""

_NAME = re.compile(
    r"""
    (?<![\w./\\-])
    (?:
      (?:[A-Za-z]:)?[/\\](?:[\w.-]+[/\\])*[\w.-]*\w                   # a path from the root: C:\Temp\log.txt, /etc/hosts
    | [\w.-]+(?:[/\\][\w.-]+){2,}                                     # a path within something: app/code/Vendor
    | [vV]?\d+(?:\.\d+){1,4}(?:-?[a-z]{1,5}\d*)?                      # a version: 2.4.1, v1.9.0-rc1
    | 0[xX][0-9A-Fa-f]{2,16}                                          # 0x80070005
    | (?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)* # E-17, ERR_404, WPA2
    | \w+(?:_\w+)+                                                    # max_upload_size
    | \w+(?:\.\w+)*\.[a-z]{2,5}                                       # settings.toml
    )
    (?![\w\\/])
    """,
    re.VERBOSE,
)
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?|\d+(?:st|nd|rd|th|am|pm|k|m|gb|mb|kg|cm|mm|km|h|s|ms)", re.I)


def exact_names(text: str) -> list[str]:
    """Distinct, case-folded, in order of appearance. Dates, amounts and ordinals are none."""
    found = (match[0].casefold() for match in _NAME.finditer(text[:LONGEST_TEXT]))
    return list(dict.fromkeys(name for name in found if 2 < len(name) <= LONGEST and not _DATE.fullmatch(name)))


def whole_again(said: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """The words, the pieces of a name put together: "e" and "02" are "e-02". A letter left over tells nobody anything."""
    known = list(said)
    pieces = {name: set(words(name)) for name in names}
    whole = {piece: name for name, parts in pieces.items() if parts <= set(known) for piece in parts}
    return tuple(dict.fromkeys(whole.get(one, one) for one in known if one in whole or len(one) > 1 or not one.isascii()))


def holds(lowered: str, name: str) -> bool:
    """Whether the case-folded text has the name as a whole: "2.4" is not in "2.4.1"."""
    return name in lowered and _whole(name).search(lowered) is not None


@lru_cache(maxsize=512)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w]){re.escape(name)}(?!\w|[.-]\w)")
