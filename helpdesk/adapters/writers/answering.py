"""By what the excerpts writer decides whether to answer at all: part of the writer, which a newly fitted score leaves alone."""

from helpdesk.domain.scoring import Weights

ANSWERING = Weights(
    at_usual=1.1,
    by_signal={
        "margin": 2.4,
        "agreement": 0.7,
        "coverage": 1.1,
        "quoted-words": 0.4,
        "word-pairs": 1.7,
        "title-fit": 2.4,
        "several-articles": -0.5,
        "brevity": -0.9,
        "answered": 1.0,
    },
    usual={
        "margin": 0.23,
        "agreement": 0.85,
        "coverage": 0.85,
        "quoted-words": 0.76,
        "word-pairs": 0.46,
        "title-fit": 0.37,
        "several-articles": 0.52,
        "brevity": 0.16,
        "answered": 1.0,
    },
    when_missing={"agreement": -0.9},
)
"""Fitted on public question sets."""
