"""A field for one line."""

from PySide6.QtWidgets import QLineEdit

USUAL = 500
"""Letters: more than anyone types, less than a paste that stops the window."""


def line_edit(name: str, hint: str = "", longest: int = USUAL, *, clears: bool = False) -> QLineEdit:
    """`clears`: a button in it takes everything away, as in fields that search."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setMaxLength(longest)
    made.setClearButtonEnabled(clears)
    return made
