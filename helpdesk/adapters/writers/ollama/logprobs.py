"""How sure the model was of its words, in figures. What was not told has none: missing is not 0."""

from collections.abc import Mapping, Sequence

LOW_SHARE = 0.05


def sureness(logprobs: Sequence[float]) -> Mapping[str, float]:
    """The mean log-probability of the tokens and that of the least sure twentieth; empty without tokens."""
    if not logprobs:
        return {}
    ordered = sorted(logprobs)
    return {
        "logprob_mean": round(sum(ordered) / len(ordered), 4),
        "logprob_p05": round(ordered[int(LOW_SHARE * (len(ordered) - 1))], 4),
    }
