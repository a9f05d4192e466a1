"""The keyboard comes back to the screen when what had it goes away."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from helpdesk.ui.kit.screen import Screen


class StrayKeyboard(QObject):
    """Qt hands the keyboard of a control that is hidden or put to rest to the next in the Tab order. Where that is the rail,
    where nobody went, the keys of the screen would be dead."""

    def __init__(self, rail: QWidget, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._rail = rail
        self._stack = stack
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        gone = old is not None and not (old.isVisible() and old.isEnabled())
        if gone and new is not None and self._rail.isAncestorOf(new):
            QTimer.singleShot(0, self, self._bring_back)

    def _bring_back(self) -> None:
        """Unless the screen has taken it meanwhile."""
        screen, focused = self._stack.currentWidget(), QApplication.focusWidget()
        if isinstance(screen, Screen) and focused is not None and self._rail.isAncestorOf(focused):
            home = screen.keyboard_home()
            (home if home.isVisible() else screen).setFocus()
