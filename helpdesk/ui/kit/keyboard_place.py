"""Where the keyboard was before something opened over it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class KeyboardPlace:
    """Remembered only while that something is open: what is shown beneath comes and goes, and nothing here keeps it."""

    def __init__(self, host: QWidget) -> None:
        self._host = host
        self._place: QWidget | None = None

    def remember(self) -> None:
        self._place = self._host.window().focusWidget()

    def forget(self) -> None:
        self._place = None

    def give_back(self) -> None:
        """To nobody, if what had it is there no more."""
        place, self._place = self._place, None
        if place is not None and isValid(place):
            place.setFocus(Qt.FocusReason.OtherFocusReason)
