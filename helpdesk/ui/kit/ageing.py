"""'now' becomes '1 min' while nobody touches anything."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

HALF_A_MINUTE = 30_000


class Ageing(QTimer):
    """Has ages told anew from time to time, while `owner` is to be seen."""

    def __init__(self, owner: QWidget, tell: Callable[[], object]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._tell = tell
        self.setInterval(HALF_A_MINUTE)
        self.timeout.connect(self._pass)
        self.start()

    def _pass(self) -> None:
        if self._owner.isVisible():
            self._tell()
