"""How a sentence's support is drawn in the editor: three kinds of line, told apart without their colours."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from helpdesk.domain.proof import Level, Proof
from helpdesk.ui import theme
from helpdesk.ui.kit.caret import units

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
