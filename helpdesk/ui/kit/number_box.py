"""Boxes for numbers."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractSpinBox

from helpdesk.ui import theme

Box = TypeVar("Box", bound=QAbstractSpinBox)


def number_box(made: Box) -> Box:
    """Its figure keeps away from the frame: the padding of a style sheet does not reach into such a box."""
    made.lineEdit().setTextMargins(theme.XS, 0, theme.XS, 0)
    return made
