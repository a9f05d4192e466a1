"""Filling a part of the window and painting it are two turns: a key pressed meanwhile need not wait for both."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def paint_later(widget: QWidget) -> None:
    """What the widget shows stays as it was until keys and clocks that came due had their turn."""
    if widget.updatesEnabled():
        widget.setUpdatesEnabled(False)
        turn = QTimer(widget, singleShot=True, interval=0)
        turn.timeout.connect(partial(_painted, widget, turn))
        turn.start()


def _painted(widget: QWidget, turn: QTimer) -> None:
    turn.deleteLater()
    widget.setUpdatesEnabled(True)
