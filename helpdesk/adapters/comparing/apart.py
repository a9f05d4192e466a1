"""What the comparing process does. It lets every other process go first."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from helpdesk.adapters.processes import give_way
from helpdesk.domain.article import Passage
from helpdesk.domain.contradictions import Disagreement, disagreements
from helpdesk.ports.comparing import HeldPassage

if TYPE_CHECKING:
    from helpdesk.adapters.comparing.held import Held

LAST = 5
"""Steps behind the other children of the desk."""

_holding: list[HeldPassage] = []


class Forgotten(Exception):
    """This process holds nothing: it took the place of one that was lost."""


def hold(passages: Sequence[HeldPassage]) -> None:
    _goes_last()
    _holding.extend(passages)


def nearest(at_once: int) -> dict[bytes, bytes]:
    if not _holding:
        raise Forgotten
    return _held().next(at_once)


def compared(pairs: Sequence[tuple[Passage, Passage]]) -> list[tuple[Disagreement, ...]]:
    _goes_last()
    return [disagreements(one, other) for one, other in pairs]


@cache
def _held() -> "Held":
    from helpdesk.adapters.comparing.held import Held

    return Held(_holding)


@cache
def _goes_last() -> None:
    give_way(LAST)
