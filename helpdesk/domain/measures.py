"""Figures of merit for retrieval, answers and confidence. Pure; a share is None when there is nothing to take it of."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Outcome = tuple[float, bool]
"""(score in [0, 1], was it right)."""

_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = re.compile(r"[^\w\s]|_")


@dataclass(frozen=True)
class Bin:
    """Drafts of about the same score: how sure they were on average, and what share of them was right."""

    confidence: float
    right: float
    count: int


def share(flags: Sequence[bool]) -> float | None:
    return sum(flags) / len(flags) if flags else None


def mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def reciprocal_rank(rank: int | None, most: int) -> float:
    """`rank` counts from 1; None or beyond `most` is 0."""
    return 1 / rank if rank is not None and rank <= most else 0.0


def normal_tokens(text: str) -> list[str]:
    """As SQuAD compares answers: lower case, no punctuation, no English articles."""
    return _ARTICLES.sub(" ", _PUNCTUATION.sub(" ", text.lower())).split()


def token_f1(answer: str, gold: str) -> float:
    """Harmonic mean of token precision and recall, in [0, 1]."""
    said, wanted = normal_tokens(answer), normal_tokens(gold)
    common = sum((Counter(said) & Counter(wanted)).values())
    if not common:
        return float(not said and not wanted)
    precision, recall = common / len(said), common / len(wanted)
    return 2 * precision * recall / (precision + recall)


def token_recall(text: str, wanted: str) -> float:
    """The share of `wanted`'s tokens found in `text`; 0 when there are none to find."""
    tokens = normal_tokens(wanted)
    return sum((Counter(tokens) & Counter(normal_tokens(text))).values()) / len(tokens) if tokens else 0.0


def auroc(outcomes: Sequence[Outcome]) -> float | None:
    """The chance that a right one scores above a wrong one, ties half; None when all are alike."""
    ordered = sorted(outcomes, key=lambda o: o[0])
    ranks, at = 0.0, 0
    while at < len(ordered):
        after = at
        while after < len(ordered) and ordered[after][0] == ordered[at][0]:
            after += 1
        ranks += sum(right for _, right in ordered[at:after]) * (at + after + 1) / 2
        at = after
    good = sum(right for _, right in ordered)
    bad = len(ordered) - good
    return (ranks - good * (good + 1) / 2) / (good * bad) if good and bad else None


def reliability(outcomes: Sequence[Outcome], bins: int = 10) -> tuple[Bin, ...]:
    """Bins of equal mass, least sure first; fewer when there are fewer outcomes."""
    ordered = sorted(outcomes, key=lambda o: o[0])
    bins = min(bins, len(ordered))
    edges = [round(i * len(ordered) / bins) for i in range(bins + 1)] if bins else []
    return tuple(_bin(ordered[a:b]) for a, b in pairwise(edges) if b > a)


def _bin(part: Sequence[Outcome]) -> Bin:
    return Bin(sum(score for score, _ in part) / len(part), sum(right for _, right in part) / len(part), len(part))


def calibration_error(outcomes: Sequence[Outcome], bins: int = 10) -> float | None:
    """Expected calibration error over bins of equal mass."""
    if not outcomes:
        return None
    return sum(abs(b.confidence - b.right) * b.count for b in reliability(outcomes, bins)) / len(outcomes)


def risk_at(outcomes: Sequence[Outcome], coverage: float) -> float | None:
    """The share of wrong ones among the most confident `coverage` of all."""
    kept = sorted(outcomes, key=lambda o: -o[0])[: max(1, round(coverage * len(outcomes)))]
    return sum(not right for _, right in kept) / len(kept) if kept else None


def risk_curve(outcomes: Sequence[Outcome], points: int = 50) -> tuple[tuple[float, float], ...]:
    """(coverage, risk), from the most confident on."""
    steps = min(points, len(outcomes))
    curve = [(i / steps, risk_at(outcomes, i / steps)) for i in range(1, steps + 1)] if steps else []
    return tuple((coverage, risk) for coverage, risk in curve if risk is not None)


def first_rank(found: Sequence[str], wanted: Callable[[str], bool]) -> int | None:
    """The place, from 1, of the first one wanted."""
    return next((rank for rank, one in enumerate(found, 1) if wanted(one)), None)
