"""Places are made part by part, and those nobody went to yet are made ahead, while nobody types or clicks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from helpdesk.ui.main_window.places import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from helpdesk.ui.kit import Screen

A_TURN = 0.005
"""Seconds of making in one turn ahead."""

BETWEEN_MS, REST_MS = 15, 400
"""From turn to turn, and after a key or the mouse."""

BUSY = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
    )
)


def at_once() -> None:
    """Nothing between one part and the next."""


class Making(QObject):
    """`begin` gives a place that is still to be furnished, in its stack. `loaded` is told when the places' code came to stay,
    `grown` in an idle turn after a place did."""

    loaded, grown = Signal(), Signal()

    def __init__(self, window: QWidget, begin: Callable[[str], Screen]) -> None:
        super().__init__(window)
        self._window = window
        self._begin = begin
        self._begun: dict[str, tuple[Screen, Iterator[None]]] = {}
        self._made: dict[str, Screen] = {}
        self._settled, self._ahead = True, False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._turn)

    def whole(self, name: str, turn: Callable[[], object] = at_once) -> Screen:
        """Whoever wants it now gets what is not made yet made at once: keys and clicks that follow are meant for it. After
        each part `turn` is asked."""
        while name not in self._made:
            self._step(name)
            turn()
        return self._made[name]

    def go_ahead(self) -> None:
        """From now on: the places' code was loaded."""
        self._ahead = True
        self.loaded.emit()
        self._watch(True)
        self._timer.start(REST_MS)

    def complete(self, told: Callable[[], object]) -> None:
        """Makes all that is missing, a step a turn, and tells of each place: its keys are then known."""
        name = self._missing()
        if name is not None:
            self._step(name)
            if name in self._made:
                told()
            QTimer.singleShot(0, self, lambda: self.complete(told))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in BUSY:
            self._timer.start(REST_MS)
        return super().eventFilter(watched, event)

    def _missing(self) -> str | None:
        return next((spot.name for spot in EVERYWHERE if spot.name not in self._made), None)

    def _step(self, name: str) -> None:
        """The next part of the place; with none left it is whole."""
        if name not in self._begun:
            begun = self._begin(name)
            self._begun[name] = (begun, begun.furnish())
            return
        made, steps = self._begun[name]
        if next(steps, steps) is steps:
            self._made[name] = made
            self._settled = False
            if not self._timer.isActive():
                self._timer.start(REST_MS)

    def _turn(self) -> None:
        over = time.perf_counter() + A_TURN
        while self._more():
            if time.perf_counter() >= over:
                self._timer.start(BETWEEN_MS)
                return
        self._watch(False)

    def _more(self) -> bool:
        """One more step of what can be done ahead; False when there is none."""
        if not self._settled:
            self._settled = True
            self.grown.emit()
            return True
        name = self._missing() if self._ahead else None
        if name is None:
            return False
        self._step(name)
        return True

    def _watch(self, on: bool) -> None:
        """A window that never was on the screen has no surface, and nobody types there."""
        surface: QObject | None = self._window.windowHandle()
        if surface is not None:
            surface.removeEventFilter(self)
            if on:
                surface.installEventFilter(self)
