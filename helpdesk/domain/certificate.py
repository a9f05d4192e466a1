"""What a manager signs: of answers sent by themselves at most `alpha` are wrong, with confidence 1 - `delta`, and the evidence.

Theory: Learn-then-Test with a fixed sequence of cut-offs and an anytime-valid e-process, see the handbook's page on confidence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from helpdesk.domain.ids import DraftId

POOLED = ""
"""The topic of a certificate for all topics of the goal together."""


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


@dataclass(frozen=True)
class Checked:
    """One answer a person judged: the only kind of row a certificate may stand on. `flagged` was drawn by lot before the score
    was known; `scorer` and `fingerprint` are of the drafter that wrote it; `sendable` says that no rule held it back."""

    draft_id: DraftId
    score: float | None
    wrong: bool
    flagged: bool
    sendable: bool
    scorer: str
    fingerprint: str
    topic: str
    at: datetime


@dataclass(frozen=True)
class Certificate:
    """`cut` is the score from which answers of `topic` may be sent (`topics`: the goal's group when pooled). `checked` and
    `wrong` count the evidence at that cut, `bound` is the exact upper bound on its risk, `coverage` the share of all drafts
    that reach it, `sensitivity` the share of wrong drafts reviewers are known to catch."""

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
