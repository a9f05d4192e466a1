"""What a score is made of: about twenty figures in four groups, each in [0, 1], and how an agent reads them.

A signal that cannot be had is absent, never 0: what it would have told has no pull, and its absence has a weight of its own.
"""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    RETRIEVAL = "retrieval"
    GROUNDEDNESS = "groundedness"
    MODEL = "model"
    CONTEXT = "context"


@dataclass(frozen=True)
class Signal:
    """What it measures, as an agent reads it when it raises (`high`) or lowers (`low`) the score. `missing` says that it could
    not be had; empty when it always can, and a draft without it cannot be judged."""

    name: str
    group: Group
    high: str
    low: str
    missing: str = ""


def _group(group: Group, *rows: tuple[str, ...]) -> tuple[Signal, ...]:
    return tuple(Signal(row[0], group, *row[1:]) for row in rows)


SIGNALS = (
    *_group(
        Group.RETRIEVAL,
        ("margin", "One article stands out", "Several articles fit about equally well"),
        (
            "agreement",
            "Search by words and by meaning agree",
            "Search by words and by meaning disagree",
            "Search by meaning was not available",
        ),
        (
            "cosine",
            "The best passage means what was asked",
            "No passage found means quite what was asked",
            "Search by meaning was not available",
        ),
        ("lexical", "The best passage has the question's rare words", "No passage found has the question's rare words"),
        ("coverage", "The passages have nearly all words of the question", "Words of the question are in no passage found"),
        ("quoted-words", "The quotes speak of what was asked", "The quotes share few words with the question"),
        ("word-pairs", "The sources use the question's own phrases", "The question's words stand apart in the sources"),
        ("title-fit", "The cited article is about what was asked", "The cited article's title is about something else"),
    ),
    *_group(
        Group.GROUNDEDNESS,
        ("support-mean", "The sentences are backed by their sources", "Sentences are weakly backed by their sources"),
        ("support-min", "No sentence stands without backing", "At least one sentence has no source, or hardly any backing"),
        ("share-cited", "Every statement is cited", "Some statements carry no citation"),
        ("numbers-backed", "All numbers are in the sources", "A number, date or code is not in the sources"),
        ("sources-agree", "The articles found agree", "Two articles disagree"),
    ),
    *_group(
        Group.MODEL,
        (
            "sureness",
            "The model was sure of its words",
            "The model was unsure of its words",
            "The model server does not say how sure the model was",
        ),
        (
            "sureness-low",
            "The model hesitated nowhere",
            "The model hesitated at some words",
            "The model server does not say where the model hesitated",
        ),
        (
            "first-margin",
            "The model knew at once how to begin",
            "The model could as well have begun otherwise",
            "The model server does not say what else the model would have written",
        ),
    ),
    *_group(
        Group.CONTEXT,
        ("answered", "Every question is answered", "Not every question is answered"),
        ("brevity", "The question says very little", "The question is detailed"),
        (
            "language-match",
            "Sources and customer use one language",
            "The sources are in another language than the customer's",
        ),
        ("many-asks", "Several questions in one message", "A single question"),
        (
            "intent-record",
            "Drafts for such questions were mostly right",
            "Drafts for such questions were often wrong",
            "Nobody has judged a draft for such a question yet",
        ),
        (
            "article-record",
            "Drafts from the cited article were mostly right",
            "Drafts from the cited article were often wrong",
            "Nobody has judged a draft from the cited article yet",
        ),
        (
            "past-likeness",
            "A very similar question was answered before",
            "The nearest question answered before is another one",
            "No similar question was answered before",
        ),
    ),
)
BY_NAME = {signal.name: signal for signal in SIGNALS}
NAMES = tuple(BY_NAME)
