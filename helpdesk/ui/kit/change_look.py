"""How changed words look: by colour, and by a line through or under them."""

from PySide6.QtGui import QColor, QTextCharFormat

from helpdesk.ui import theme


def change_look(kind: str) -> QTextCharFormat:
    """`kind` is 'added', 'removed', 'quiet', or anything else for plain text."""
    colours = theme.colours()
    made = QTextCharFormat()
    made.setForeground(QColor({"added": colours.good, "removed": colours.poor, "quiet": colours.muted}.get(kind, colours.text)))
    if kind == "added":
        made.setBackground(QColor(colours.good_soft))
        made.setFontUnderline(True)
    elif kind == "removed":
        made.setBackground(QColor(colours.poor_soft))
        made.setFontStrikeOut(True)
    return made
