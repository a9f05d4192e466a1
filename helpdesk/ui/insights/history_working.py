"""Judging blind, and timing replies: one old ticket after the other, each answer kept before the next one comes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from helpdesk.services.history import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.domain.certificate import Certificate
    from helpdesk.domain.history import BlindPair, TimedTask
    from helpdesk.domain.ids import HistoryId
    from helpdesk.services.history import Judging, Sides, Timing
    from helpdesk.ui.bridge import Bridge


class JudgingView(Protocol):
    def show_pair(self, pair: BlindPair) -> None: ...

    def show_all_judged(self, certificate: Certificate | None) -> None:
        """`certificate` is what the last judgement earned, just now."""
        ...

    def show_trouble(self, error: Exception) -> None: ...


class TimingView(Protocol):
    def show_task(self, task: TimedTask) -> None: ...

    def show_all_timed(self) -> None: ...

    def show_trouble(self, error: Exception) -> None: ...


class JudgingPresenter:
    def __init__(self, view: JudgingView, bridge: Bridge) -> None:
        self._view = view
        self._bridge = bridge
        self._judging: Judging | None = None
        self._history_id: HistoryId | None = None
        self._pair: BlindPair | None = None
        self._certificate: Certificate | None = None

    def begin(self, judging: Judging, history_id: HistoryId) -> None:
        self._judging, self._history_id = judging, history_id
        self._next()

    def said(self, better: Sides, right: Sides) -> None:
        judging, pair = self._judging, self._pair
        if judging is not None and pair is not None:
            self._pair = None
            said = Said(better, right)
            self._bridge.call(lambda: judging.say(pair.id, said), self._kept, self._view.show_trouble, keep=True)

    def take_back(self) -> None:
        """The latest judgement, which is asked for anew."""
        judging, history_id = self._judging, self._history_id
        if judging is not None and history_id is not None:
            work = lambda: judging.take_back(history_id)  # noqa: E731 - made where it runs
            self._bridge.call(work, lambda _: self._next(), self._view.show_trouble, keep=True)

    def _kept(self, certificate: Certificate | None) -> None:
        self._certificate = certificate
        self._next()

    def _next(self) -> None:
        judging, history_id = self._judging, self._history_id
        if judging is not None and history_id is not None:
            self._bridge.call(lambda: judging.next(history_id), self._shown, self._view.show_trouble)

    def _shown(self, pair: BlindPair | None) -> None:
        self._pair = pair
        if pair is None:
            self._view.show_all_judged(self._certificate)
        else:
            self._view.show_pair(pair)


class TimingPresenter:
    """`seconds` is the clock; it starts when a ticket is on display."""

    def __init__(self, view: TimingView, bridge: Bridge, seconds: Callable[[], float] = time.monotonic) -> None:
        self._view = view
        self._bridge = bridge
        self._seconds = seconds
        self._timing: Timing | None = None
        self._history_id: HistoryId | None = None
        self._task: TimedTask | None = None
        self._begun = 0.0

    def begin(self, timing: Timing, history_id: HistoryId) -> None:
        self._timing, self._history_id = timing, history_id
        self._next()

    def done(self) -> None:
        """What stands there would be sent now."""
        timing, task, seconds = self._timing, self._task, self._seconds() - self._begun
        if timing is not None and task is not None:
            self._task = None
            self._bridge.call(lambda: timing.done(task.id, seconds), lambda _: self._next(), self._failed, keep=True)

    def leave(self) -> None:
        """The ticket on display is not timed."""
        self._task = None

    def _next(self) -> None:
        timing, history_id = self._timing, self._history_id
        if timing is not None and history_id is not None:
            self._bridge.call(lambda: timing.next(history_id), self._shown, self._view.show_trouble)

    def _shown(self, task: TimedTask | None) -> None:
        self._task = task
        if task is None:
            self._view.show_all_timed()
        else:
            self._view.show_task(task)
            self._begun = self._seconds()

    def _failed(self, error: Exception) -> None:
        self._view.show_trouble(error)
        self._next()
