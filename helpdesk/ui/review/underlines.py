"""How a sentence's support is drawn in the editor: three kinds of line, told apart without their colours."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from helpdesk.domain.proof import Level, Proof
from helpdesk.ui import theme

STYLES = {
    Level.SUPPORTED: QTextCharFormat.UnderlineStyle.DotLine,
    Level.WEAK: QTextCharFormat.UnderlineStyle.DashUnderline,
    Level.UNSUPPORTED: QTextCharFormat.UnderlineStyle.WaveUnderline,
}


def underlines(document: QTextDocument, proof: Proof) -> list[QTextEdit.ExtraSelection]:
    """One selection a sentence; their cursors move along while the text around them is edited."""
    colours = theme.colours()
    ink = {Level.SUPPORTED: colours.good, Level.WEAK: colours.fair, Level.UNSUPPORTED: colours.poor}
    drawn = []
    for one in proof.sentences:
        selection = QTextEdit.ExtraSelection()
        look = selection.format
        look.setUnderlineStyle(STYLES[one.level])
        look.setUnderlineColor(QColor(ink[one.level]))
        selection.cursor = QTextCursor(document)
        selection.cursor.setPosition(units(proof.text, one.start))
        selection.cursor.setPosition(units(proof.text, one.end), QTextCursor.MoveMode.KeepAnchor)
        drawn.append(selection)
    return drawn


def units(text: str, place: int) -> int:
    """Qt counts UTF-16 units, of which an emoji has two."""
    return place + sum(ord(letter) > 0xFFFF for letter in text[:place])


def place(text: str, unit: int) -> int:
    """The other way round."""
    at = 0
    for letter in text:
        if unit <= 0:
            break
        unit -= 2 if ord(letter) > 0xFFFF else 1
        at += 1
    return at
