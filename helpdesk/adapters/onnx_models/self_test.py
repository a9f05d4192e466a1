"""Does a model do what an embedder must: the same vector for the same words, and related words nearer than strangers."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from pathlib import Path
from typing import Protocol

import numpy as np

from helpdesk.adapters.onnx_models.folder import unusable

PAIRS = (
    ("How do I reset my password?", "I forgot my password and cannot log in"),
    ("The parcel has not arrived yet.", "Where is my order? Delivery is late."),
    ("Please send me a copy of the invoice.", "I need the bill for my last payment"),
    ("The heating stays cold in the living room.", "My radiator does not get warm"),
)
GOLDEN = tuple(first for first, _ in PAIRS)
NEARER = 0.02
"""How much nearer paraphrases must be than strangers, on average: a sound model reaches ten times that."""

SAME = 0.9999
STILL_SAME = 0.99
"""Another processor or runtime rounds a quantised model's numbers differently; another model is far away."""


class Vectoring(Protocol):
    """An embedder that need not have been tested."""

    @property
    def folder(self) -> Path: ...

    def vectors(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]: ...


def passed(model: Vectoring) -> float:
    """How much nearer paraphrases are than strangers. Raises EmbedderUnusable naming the test that failed."""
    texts = [text for pair in PAIRS for text in pair]
    vectors, again = matrix(model.vectors(texts)), matrix(model.vectors(texts[::-1]))[::-1]
    if not np.isfinite(vectors).all() or not np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3):
        raise unusable(model.folder, "self-test: it does not give finite vectors of length one")
    if float((vectors * again).sum(axis=1).min()) < SAME:
        raise unusable(model.folder, "self-test: the same sentence gets another vector the second time")
    near = [float(vectors[2 * i] @ vectors[2 * i + 1]) for i in range(len(PAIRS))]
    far = [float(vectors[2 * i] @ vectors[2 * j + 1]) for i, j in combinations(range(len(PAIRS)), 2)]
    likeness = float(np.mean(near) - np.mean(far))
    if likeness < NEARER:
        raise unusable(
            model.folder,
            f"self-test: sentences that mean the same ({np.mean(near):.2f}) are no nearer than strangers ({np.mean(far):.2f})",
        )
    return likeness


def golden_vectors(model: Vectoring) -> list[bytes]:
    return model.vectors(GOLDEN)


def still_the_same(golden: Sequence[bytes], model: Vectoring) -> bool:
    """A cheap look at one of them."""
    if not golden:
        return False
    now = model.vectors(GOLDEN[:1])[0]
    return len(now) == len(golden[0]) and float(matrix([now])[0] @ matrix(golden[:1])[0]) >= STILL_SAME


def matrix(vectors: Sequence[bytes]) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    lengths = {len(vector) for vector in vectors}
    assert all(first == second for first, second in pairwise(lengths))
    return np.frombuffer(b"".join(vectors), "<f4").reshape(len(vectors), -1)
