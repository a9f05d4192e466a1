"""Words that mean the same: the desk's own lines, and those that came with it."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from helpdesk import paths
from helpdesk.domain.errors import BadInput
from helpdesk.domain.stand_ins import EVERY, ShippedLine, StandIns, stand_ins

FILE = "synonyms.toml"


@lru_cache(maxsize=1)
def shipped() -> tuple[ShippedLine, ...]:
    told = tomllib.loads((paths.resources() / FILE).read_text("utf-8"))
    return tuple(
        ShippedLine(language, tuple(word.strip() for word in line.split(",")))
        for language, lines in told.items()
        for line in lines
    )


def lines_now(own: Mapping[str, Sequence[str]], off: Collection[str]) -> tuple[ShippedLine, ...]:
    """The shipped ones as they stand on this desk."""
    ours = {one.casefold() for word, means in own.items() for one in (word, *means)}
    return tuple(
        replace(
            line,
            on=EVERY not in off and line.name not in off,
            overruled=tuple(word for word in line.words if word.casefold() in ours),
        )
        for line in shipped()
    )


def words_of_the_desk(own: Mapping[str, Sequence[str]], off: Collection[str]) -> StandIns:
    """Of its `own` lines and of the shipped ones that are not `off`."""
    return _read(tuple((word, *means) for word, means in own.items()), frozenset(off))


@lru_cache(maxsize=4)
def _read(own: tuple[tuple[str, ...], ...], off: frozenset[str]) -> StandIns:
    """Kept: it is asked with every search and seldom changes."""
    ours = [(line, line) for line in own]
    lines = lines_now({word: means for word, *means in own}, off)
    came = [(tuple(word for word in line.words if word not in line.overruled), line.words) for line in lines if line.on]
    return stand_ins([*ours, *came])


def checked_off(wanted: Collection[str]) -> tuple[str, ...]:
    """The names of lines, once each and in order. Raises BadInput naming one that there is not."""
    names = {line.name for line in shipped()}
    if wrong := next((one for one in wanted if one != EVERY and one not in names), ""):
        raise BadInput("synonyms", 0, f"no shipped line begins with “{wrong}”; `helpdesk synonyms shipped` shows them")
    return tuple(sorted(set(wanted)))
