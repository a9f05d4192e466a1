"""What a manager signs: of answers sent by themselves at most `alpha` are wrong, with confidence 1 - `delta`, and the evidence.

Theory: Learn-then-Test with a fixed sequence of cut-offs and an anytime-valid e-process, see the handbook's page on confidence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

POOLED = ""
"""The topic of a certificate for all topics of the goal together."""

LONGEST_TOPIC = 40


def tidy_topic(name: str) -> str:
    """As topics are compared: what an admin types names the same one as the folder it comes from."""
    return " ".join(name.lower().split())[:LONGEST_TOPIC].strip()


class Method(StrEnum):
    """How the evidence was weighed: after every label, or once on a sample fixed in advance."""

    ANYTIME = "anytime"
    FIXED_SAMPLE = "fixed-sample"


@dataclass(frozen=True)
class Goal:
    """What an admin asks for. `topics` are those answers may be sent in at all (empty: every topic that is not in `never`); a
    newer goal with other topics starts its evidence anew, which is why it counts from `at`."""

    id: int
    alpha: float
    delta: float
    topics: tuple[str, ...]
    never: tuple[str, ...]
    agent: str
    at: datetime

    def asks_for(self, topic: str) -> bool:
        return topic not in self.never and (not self.topics or topic in self.topics)


class Ended(StrEnum):
    """Why a certificate stands no more; the words for a person are stored beside the code."""

    DRAFTER = "drafter"
    GOAL = "goal"
    EVIDENCE = "evidence"
    DRIFT = "drift"
    WIDER = "wider"
    SCORER = "scorer"


@dataclass(frozen=True)
class Certificate:
    """`cut` is the score from which answers of `topic` may be sent (`topics`: the goal's group when pooled, empty for all but
    the goal's `never`; `out`: those of the group whose own evidence speaks against it). `checked` and `wrong` count the
    evidence at that cut, `bound` is the upper bound on its risk, `coverage` the share of all drafts that reach it,
    `sensitivity` the share of wrong drafts reviewers are known to catch (1: they are taken at their word). `id` is 0 before it
    is stored."""

    id: int
    scorer: str
    writer: str
    fingerprint: str
    topic: str
    topics: tuple[str, ...]
    alpha: float
    delta: float
    sensitivity: float
    cut: float
    checked: int
    wrong: int
    bound: float
    coverage: float
    method: Method
    evidence: Mapping[str, Any]
    granted_at: datetime
    ended_at: datetime | None = None
    ended_why: str = ""
    ended_by: str = ""
    out: tuple[str, ...] = ()

    def speaks_of(self, topic: str) -> bool:
        if self.topic != POOLED:
            return topic == self.topic
        return topic not in self.out and (not self.topics or topic in self.topics)


def in_force(speaking: Sequence[Certificate]) -> Certificate:
    """Of those that speak for an answer, of which there is one at least: the one for all topics together, so that its sentence
    is true of everything that leaves while it stands; else the one of the answer's own topic."""
    return min(speaking, key=lambda one: (one.topic != POOLED, one.cut))
