"""A passage at a glance: its words on one line as a person reads them, without what markdown is written with."""

import re
from functools import lru_cache

from helpdesk.domain.markup import clean, plain
from helpdesk.domain.table_words import without_tables

_FENCE = re.compile(r"^[ \t>]*(?:`{3,}|~{3,}).*$", re.M)
_RULE = re.compile(r"^[ \t>|:-]*-[ \t|:-]*-[ \t|:-]*$|^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:_[ \t]*){3,}$|^={3,}[ \t]*$", re.M)
_HEADING = re.compile(r"^(\s{0,3}#{1,6}\s+.*?[^\s#.:!?])\s*#*\s*$", re.M)
_BULLET = re.compile(r"^(\s*(?:>\s*)*)[-*+]\s+(?:\[[ xX]\]\s+)?", re.M)
_ALERT = re.compile(r"\[!(\w+)\]")


@lru_cache(maxsize=512)
def glance(source: str) -> str:
    """Commands stay as they are typed, tables are told in words; a piece cut anywhere is read likewise."""
    around = _FENCE.split(source)
    told = [clean(part) if inside % 2 else _read(part) for inside, part in enumerate(around)]
    return re.sub(r"\s+", " ", " ".join(told)).strip()


def _read(part: str) -> str:
    words = _RULE.sub("", without_tables(part))
    words = _BULLET.sub(r"\1• ", _HEADING.sub(r"\1:", words))
    words = _ALERT.sub(lambda found: f"{found[1].capitalize()}:", words)
    return plain(words).replace("|", " ")
