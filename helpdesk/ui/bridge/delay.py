"""Doing something a little later, once, however often it was asked for."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer


class Delay(Protocol):
    def start(self) -> None:
        """Acts within the delay; asking again meanwhile changes nothing, so the delay is a promise, not a hope for a pause."""
        ...

    def flush(self) -> None:
        """Acts now if it was going to."""
        ...

    def stop(self) -> None: ...


Delays = Callable[[int, Callable[[], None]], Delay]


class QtDelay:
    def __init__(self, milliseconds: int, act: Callable[[], None], parent: QObject | None = None) -> None:
        self._act = act
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(act)

    def start(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._act()

    def stop(self) -> None:
        self._timer.stop()


class QtDelays:
    """`QtDelays(parent)(250, save)`: a Delay on the GUI thread's clock that ends with `parent`."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._parent = parent

    def __call__(self, milliseconds: int, act: Callable[[], None]) -> Delay:
        return QtDelay(milliseconds, act, self._parent)


class HandDelay:
    def __init__(self, milliseconds: int, act: Callable[[], None]) -> None:
        self.milliseconds = milliseconds
        self.waiting = False
        self._act = act

    def start(self) -> None:
        self.waiting = True

    def flush(self) -> None:
        if self.waiting:
            self.waiting = False
            self._act()

    def stop(self) -> None:
        self.waiting = False


class HandDelays:
    """Delays that pass when a test says so: `delays.pass_()`."""

    def __init__(self) -> None:
        self.made: list[HandDelay] = []

    def __call__(self, milliseconds: int, act: Callable[[], None]) -> Delay:
        delay = HandDelay(milliseconds, act)
        self.made.append(delay)
        return delay

    def pass_(self) -> None:
        for delay in self.made:
            delay.flush()
