"""What the local intent classifier works out: the desk's own embedder and plain words, class prototypes that softmax
regression refines.

With a handful of examples a prototype (their mean) is the best there is; the regression starts at the prototypes and moves away
from them only as examples grow. What lies far from every prototype is out of scope; how far is far is learned by leaving out
each class in turn: its examples then are what an out-of-scope message looks like.
"""

import math
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from helpdesk.domain.stems import stem
from helpdesk.domain.terms import words
from helpdesk.domain.understanding import UNCLEAR, Read
from helpdesk.ports.understanding import Example

Floats = NDArray[np.float32]
Places = NDArray[np.int_]

SLOTS = 768
LONGEST = 4_000
"""Characters of a message that are read."""
WORDS_SHARE = 0.7
"""How much words weigh beside the embedder's vector of length 1."""
START = 13.0
"""How sharply a difference in cosine is taken when the regression begins."""
SHARPNESS = (9.0, 13.0, 18.0, 25.0, 35.0, 50.0)
USUAL = 18.0
MOST_STEPS, FEWEST_STEPS, WORK = 30, 6, 1e10
"""A step costs about four times examples × features × classes; more steps than FEWEST only within WORK."""
PULL = 0.001
"""Back to the prototypes."""
FEWEST_SEEN = 10
POWERS = 8
UNHEARD = 0.5
"""Weight of a word no example has, beside that of the rarest one that some have."""
NEARER = 0.8
"""Messages are longer and looser than examples: their line of scope lies nearer to zero."""
LEAST_EDGE = 0.08
"""What is like nothing at all is out of scope, however unlike each other the intents are."""
SPREAD = 0.04
"""How quickly, in cosine, a message passes from out of scope to in scope."""


@dataclass(frozen=True)
class Learned:
    """`weights` (features × classes) give log-odds, `prototypes` cosines; from cosine `edge` on a message is in scope."""

    names: tuple[str, ...]
    rarity: dict[str, float]
    prototypes: Floats
    weights: Floats
    edge: float


class Prototypes:
    """From probability `clear_from` on an intent is named; below the message is unclear."""

    def __init__(self, clear_from: float) -> None:
        self._clear_from = clear_from
        self._learned: Learned | None = None

    def learn(self, examples: Sequence[Example]) -> None:
        told = sorted({(e.intent, e.text, e.vector) for e in examples})
        if not told:
            self._learned = None
            return
        intents, texts, vectors = zip(*told, strict=True)
        names = tuple(sorted(set(intents)))
        said = [_grams(text) for text in texts]
        rarity = _rarity(said)
        x = _features(said, vectors, rarity)
        y = np.array([names.index(intent) for intent in intents])
        prototypes = _unit(_sums(x, y, len(names))).T
        own, other = _left_out(x, y, prototypes)
        weights = _refined(x, y, START * prototypes) * (_sharpness(own, y) / START)
        self._learned = Learned(
            names, rarity, prototypes, weights, max(LEAST_EDGE, NEARER * float(np.median(other.max(axis=1))))
        )

    def read(self, text: str, vector: bytes = b"") -> Read:
        known = self._learned
        if known is None:
            return Read(UNCLEAR, 0.0, "nothing-learned")
        x = _placed(text, vector, known)
        chances = _chances(x @ known.weights)
        best = int(chances.argmax())
        within = 1 / (1 + np.exp((known.edge - float((x @ known.prototypes).max())) / SPREAD))
        sure = float(chances[best] * within)
        if sure < self._clear_from:
            return Read(UNCLEAR, round(1 - sure, 3), "examples")
        return Read(known.names[best], round(sure, 3), "examples")


def _placed(text: str, vector: bytes, known: Learned) -> Floats:
    """A message's features; a vector of another length than the examples' is left out."""
    width = len(known.weights) - SLOTS
    (x,) = _features([_grams(text)], [vector if len(vector) == 4 * width else bytes(4 * width)], known.rarity)
    return np.asarray(x, np.float32)


def _grams(text: str) -> list[str]:
    stems = [stem(word) for word in words(text[:LONGEST])]
    return [*stems, *(f"{one} {two}" for one, two in pairwise(stems))]


def _rarity(said: Sequence[Sequence[str]]) -> dict[str, float]:
    """Weight of what occurs in the examples; '' is that of what never did."""
    seen = Counter(gram for grams in said for gram in set(grams))
    most = math.log(len(said) + 1)
    return {gram: math.log((len(said) + 1) / (count + 0.5)) for gram, count in seen.items()} | {"": UNHEARD * most}


def _features(said: Sequence[Sequence[str]], vectors: Sequence[bytes], rarity: dict[str, float]) -> Floats:
    """Rows of length 1: the vector (zeros where it lacks), then hashed words."""
    spoken = np.zeros((len(said), SLOTS), np.float32)
    for row, grams in zip(spoken, said, strict=True):
        for gram in grams:
            place = zlib.crc32(gram.encode())
            row[place % SLOTS] += rarity.get(gram, rarity[""]) * (1 if place >> 31 else -1)
    width = max(len(vector) for vector in vectors)
    meant = np.zeros((len(said), width // 4), np.float32)
    for row, vector in zip(meant, vectors, strict=True):
        if len(vector) == width:
            row[:] = np.frombuffer(vector, "<f4")
    return _unit(np.hstack([meant, WORDS_SHARE * _unit(spoken)]))


def _unit(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), np.float32)


def _sums(x: Floats, y: Places, classes: int) -> Floats:
    return np.asarray(np.eye(classes, dtype=np.float32)[y].T @ x, np.float32)


def _left_out(x: Floats, y: Places, prototypes: Floats) -> tuple[Floats, Floats]:
    """Cosines with every prototype: `own` as if the example were not in its class, `other` as if its class were not there."""
    rows = np.arange(len(y))
    own = x @ prototypes
    other = own.copy()
    other[rows, y] = -1
    own[rows, y] = (_unit(_sums(x, y, prototypes.shape[1])[y] - x) * x).sum(axis=1)
    return own, other


def _sharpness(own: Floats, y: Places) -> float:
    """The temperature that makes the prototypes' chances honest on examples they have not seen."""
    seen = np.bincount(y)[y] > 1
    if seen.sum() < FEWEST_SEEN:
        return USUAL
    rows = np.arange(int(seen.sum()))

    def surprise(sharpness: float) -> float:
        return -float(np.log(_chances(sharpness * own[seen])[rows, y[seen]] + 1e-9).mean())

    return min(SHARPNESS, key=surprise)


def _refined(x: Floats, y: Places, start: Floats) -> Floats:
    """Softmax regression by Nesterov's steps, held to where it starts."""
    wanted = np.eye(start.shape[1], dtype=np.float32)[y]
    steps = int(min(MOST_STEPS, max(FEWEST_STEPS, WORK / (4 * x.size * start.shape[1]))))
    rate = 1 / (0.5 * _largest(x) / len(y) + PULL)
    weights = ahead = start
    for step in range(steps):
        slope = x.T @ (_chances(x @ ahead) - wanted) / len(y) + PULL / start.shape[1] * (ahead - start)
        moved: Floats = (ahead - rate * slope).astype(np.float32)
        ahead = (moved + step / (step + 3) * (moved - weights)).astype(np.float32)
        weights = moved
    return weights


def _largest(x: Floats) -> float:
    """The largest eigenvalue of x'x, from above by a little."""
    along = np.ones(x.shape[1], np.float32)
    for _ in range(POWERS):
        along = x.T @ (x @ along)
        along /= max(float(np.linalg.norm(along)), 1e-9)
    return 1.1 * float(np.linalg.norm(x @ along)) ** 2


def _chances(odds: Floats) -> Floats:
    raised = np.exp(odds - odds.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), np.float32)
