"""What was done for a draft, step by step: written down as it happens, so that anybody can tell how a reply came about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from helpdesk.domain.ids import DraftId


class Step(StrEnum):
    """In the order they are taken."""

    UNDERSTAND = "understand"
    RETRIEVE = "retrieve"
    REDACT = "redact"
    GENERATE = "generate"
    COMPLY = "comply"
    DELIVER = "deliver"
    ESCALATE = "escalate"
    AUDIT = "audit"


ORDER = {step: place for place, step in enumerate(Step)}


class Outcome(StrEnum):
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class DraftStep:
    """`correlation` is the draft's, and stands in the log, the decision and the mail too. `seconds` is how long it took.
    `details` are counts and codes; words of a message stand there with personal data as placeholders only."""

    draft_id: DraftId
    correlation: str
    step: Step
    outcome: Outcome
    seconds: float
    details: Mapping[str, Any]
    at: datetime


@dataclass(frozen=True)
class Run:
    """One writing of a draft. `revision` is the one it brought, None when nothing came of it."""

    steps: tuple[DraftStep, ...]
    revision: int | None


def runs(steps: Sequence[DraftStep]) -> tuple[Run, ...]:
    """All steps of a draft, in order, parted where they begin anew."""
    parted: list[list[DraftStep]] = []
    for step in steps:
        if not parted or ORDER[step.step] <= ORDER[parted[-1][-1].step]:
            parted.append([])
        parted[-1].append(step)
    return tuple(Run(tuple(one), _brought(one)) for one in parted)


def _brought(steps: Sequence[DraftStep]) -> int | None:
    delivered = (one for one in steps if one.step is Step.DELIVER and one.outcome is Outcome.DONE)
    return next((int(one.details.get("revision", 1)) for one in delivered), None)


BROKEN_OFF = "broken_off"


@dataclass(frozen=True)
class Trace:
    """What a writer was told and said, word for word, with personal data as placeholders. `passages` are the passages it saw,
    in order; `options` what it was run with; `figures` what was measured (tokens, seconds, log-probabilities), by name."""

    writer: str
    model: str
    digest: str
    prompt_version: str
    system: str
    prompt: str
    said: str
    options: Mapping[str, Any]
    passages: tuple[int, ...]
    figures: Mapping[str, float]

    @property
    def is_broken_off(self) -> bool:
        """The model never got to its end: somebody else wrote the reply."""
        return BROKEN_OFF in self.figures


@dataclass(frozen=True)
class KeptTrace:
    """The trace of one revision of a draft."""

    revision: int
    trace: Trace
    at: datetime
