"""From signals to one score: a logistic whose weights were fitted offline and ship with the program.

The score is the estimated chance that the draft is right. It is neither calibrated to this desk nor certified: it orders the
queue and recommends. Signals are in [0, 1]; a missing one is 0 and has its own indicator.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

SCORER = "fitted-3"
"""Names signals and weights together; a change of either is another scorer."""


@dataclass(frozen=True)
class Signal:
    """What it measures, as an agent reads it when it raises (`high`) or lowers (`low`) the score."""

    name: str
    high: str
    low: str


SIGNALS = (
    Signal("margin", "One article stands out", "Several articles fit about equally well"),
    Signal("agreement", "Search by words and by meaning agree", "Search by words and by meaning disagree"),
    Signal("coverage", "The passages have nearly all words of the question", "Words of the question are in no passage found"),
    Signal("quoted-words", "The quotes speak of what was asked", "The quotes share few words with the question"),
    Signal("word-pairs", "The sources use the question's own phrases", "The question's words stand apart in the sources"),
    Signal("title-fit", "The cited article is about what was asked", "The cited article's title is about something else"),
    Signal("several-articles", "It draws on several articles", "It stands on one article"),
    Signal("brevity", "The question says very little", "The question is detailed"),
    Signal("answered", "Every question is answered", "Not every question is answered"),
    Signal("support-mean", "The sentences are backed by their sources", "Sentences are weakly backed by their sources"),
    Signal("support-min", "No sentence stands without backing", "At least one sentence has no backing in its source"),
    Signal("share-cited", "Every statement is cited", "Some statements carry no citation"),
    Signal("numbers-backed", "All numbers are in the sources", "A number, date or code is not in the sources"),
    Signal(
        "language-match", "Sources and customer use one language", "The sources are in another language than the customer's"
    ),
    Signal("many-asks", "Several questions in one message", "A single question"),
    Signal("severity", "The message is urgent or angry", "The message is calm"),
    Signal("no-cosine", "Search by meaning was not available", "Search by meaning was available"),
)
NAMES = tuple(signal.name for signal in SIGNALS)


@dataclass(frozen=True)
class Weights:
    """`by_signal` multiplies the distance of a signal from its `usual` value; `at_usual` is the log-odds when all are usual."""

    at_usual: float
    by_signal: Mapping[str, float]
    usual: Mapping[str, float]


USUAL = {
    "margin": 0.23,
    "agreement": 0.85,
    "coverage": 0.85,
    "quoted-words": 0.76,
    "word-pairs": 0.46,
    "title-fit": 0.37,
    "several-articles": 0.52,
    "brevity": 0.16,
    "answered": 1.0,
    "support-mean": 1.0,
    "support-min": 1.0,
    "share-cited": 1.0,
    "numbers-backed": 1.0,
    "language-match": 1.0,
    "many-asks": 0.0,
    "severity": 0.0,
    "no-cosine": 0.0,
}
_FITTED = {
    "margin": 2.4,
    "agreement": 0.7,
    "coverage": 1.1,
    "quoted-words": 0.4,
    "word-pairs": 1.7,
    "title-fit": 2.4,
    "several-articles": -0.5,
    "brevity": -0.9,
}
_BY_HAND = {"answered": 1.0, "language-match": 1.0, "many-asks": -0.5, "severity": -0.3, "no-cosine": -0.3}
_OF_A_MODEL = {"support-mean": 2.0, "support-min": 1.5, "share-cited": 1.0, "numbers-backed": 1.5}
WEIGHTS: Mapping[str, Weights] = {
    "excerpts": Weights(1.1, {**_FITTED, **_BY_HAND}, USUAL),
    "ollama": Weights(1.1, {**_FITTED, **_BY_HAND, **_OF_A_MODEL}, {**USUAL, "support-mean": 0.8, "support-min": 0.6}),
    "abstained": Weights(-0.8, {"coverage": -0.5}, USUAL),
}


def weights_for(writer: str, abstained: bool) -> Weights:
    """An unknown writer is judged as a model is: by its grounding."""
    return WEIGHTS["abstained"] if abstained else WEIGHTS.get(writer, WEIGHTS["ollama"])


def pulls(signals: Mapping[str, float], weights: Weights) -> dict[str, float]:
    """Each signal's pull on the score in log-odds, against its usual value."""
    return {
        name: weight * (signals.get(name, 0.0) - weights.usual[name])
        for name, weight in weights.by_signal.items()
        if not math.isnan(signals.get(name, 0.0))
    }


def score(signals: Mapping[str, float], weights: Weights) -> float:
    """In (0, 1). A signal that is no number lowers the score to 0: what cannot be judged is not trusted."""
    if any(math.isnan(signals.get(name, 0.0)) for name in weights.by_signal):
        return 0.0
    z = weights.at_usual + sum(pulls(signals, weights).values())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
