"""How sure the model was of its words, in figures. What was not told has none: missing is not 0."""

from collections.abc import Mapping
from dataclasses import dataclass

LOW_SHARE = 0.05
BEGINNING = 10
"""Tokens in which a model settles what it is going to say."""


@dataclass(frozen=True)
class Sureness:
    """Of each token its log-probability, and by how much it was likelier than the next one; either may not have been told."""

    logprobs: tuple[float, ...] = ()
    margins: tuple[float, ...] = ()

    @property
    def figures(self) -> Mapping[str, float]:
        """The mean log-probability, that of the least sure twentieth, and the mean margin of the first tokens."""
        found = {}
        if self.logprobs:
            ordered = sorted(self.logprobs)
            found["logprob_mean"] = round(sum(ordered) / len(ordered), 4)
            found["logprob_p05"] = round(ordered[int(LOW_SHARE * (len(ordered) - 1))], 4)
        if first := self.margins[:BEGINNING]:
            found["first_margin"] = round(sum(first) / len(first), 4)
        return found
