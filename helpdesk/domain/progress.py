"""What a long job says of itself while it runs."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """`done` of `total` units; `total` is None while unknown, `seconds_left` None until it can be told honestly."""

    done: int
    total: int | None
    label: str
    seconds_left: float | None = None


Report = Callable[[Progress], None]


def unheard(_: Progress) -> None:
    """A listener for callers that do not watch."""
