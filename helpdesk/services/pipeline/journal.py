"""What the steps of one draft did, in order, until it is written to the store."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from helpdesk.domain.draft import Draft
from helpdesk.domain.draft_step import ORDER, DraftStep, Outcome, Step
from helpdesk.ports.clock import Clock


class Journal:
    def __init__(self, draft: Draft, clock: Clock) -> None:
        self._draft = draft
        self._clock = clock
        self._steps: list[DraftStep] = []

    @contextmanager
    def step(self, step: Step) -> Iterator[dict[str, Any]]:
        """Times what is done inside; what is put into the dictionary becomes the step's details. Whatever is raised makes it
        FAILED by that error's name, and goes on."""
        begun, details = self._clock.seconds(), dict[str, Any]()
        try:
            yield details
        except BaseException as error:
            self._add(step, Outcome.FAILED, begun, {**details, "error": type(error).__name__})
            raise
        self._add(step, Outcome.DONE, begun, details)

    def skipped(self, step: Step, why: str) -> None:
        self._add(step, Outcome.SKIPPED, self._clock.seconds(), {"why": why})

    def taken(self) -> list[DraftStep]:
        """What has not been handed out yet, in the order of the steps: some of them are taken beside each other."""
        steps, self._steps = self._steps, []
        return sorted(steps, key=lambda one: ORDER[one.step])

    def _add(self, step: Step, outcome: Outcome, begun: float, details: Mapping[str, Any]) -> None:
        took = max(0.0, self._clock.seconds() - begun)
        made = DraftStep(self._draft.id, self._draft.correlation, step, outcome, round(took, 4), details, self._clock.now())
        self._steps.append(made)
