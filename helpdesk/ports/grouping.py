"""Which of many vectors lie together. Blocking and busy: call it off the loop."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Groups:
    """By place in what was given. `joined` are the members of each seed, nearest first; `fresh` groups begin with their most
    typical member, the largest group first."""

    joined: tuple[tuple[int, ...], ...]
    fresh: tuple[tuple[int, ...], ...]


class Grouping(Protocol):
    """Vectors are little-endian float32, L2-normalised and of one length. The same vectors give the same answer."""

    def groups(self, vectors: Sequence[bytes], seeds: Sequence[bytes], least: float) -> Groups:
        """Every vector joins the seed nearest to it, if its cosine is at least `least`; what is left forms groups whose members
        are all that near to the group's most typical one. A vector near to nothing is a group of its own; one of zeros is in
        none."""
        ...

    def cosines(self, asked: bytes, vectors: Sequence[bytes]) -> list[float]:
        """Of one vector with each of the others, which are as long."""
        ...
