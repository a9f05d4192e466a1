"""The words of the window in the person's language.

English stands in the code; `tr` says it in the language in force. Words that stand in a constant are marked with `mark` where
they are written and go through `tr` where they are shown, for a constant is made before the language is known.
"""

from PySide6.QtCore import QCoreApplication

CONTEXT = "desk"


def tr(text: str, /, **values: object) -> str:
    """`text` in the language in force, its {names} filled in afterwards; what a value holds is never read as a name."""
    said = QCoreApplication.translate(CONTEXT, text)
    return said.format(**values) if values else said


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """The form for `n` things; {n} stands for the number as the language writes it."""
    said = QCoreApplication.translate(CONTEXT, one if n == 1 else many)
    return said.format(n=f"{n:,}", **values)


def mark(text: str) -> str:
    """The text itself: it is to be translated where it is shown."""
    return text
