"""A field for several lines of plain text."""

from PySide6.QtWidgets import QPlainTextEdit

LEAST_HEIGHT = 64


def plain_editor(name: str, hint: str) -> QPlainTextEdit:
    """Pasted text loses its looks; Tab leads to the next field."""
    made = QPlainTextEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(LEAST_HEIGHT)
    return made
