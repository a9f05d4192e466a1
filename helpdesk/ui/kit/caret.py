"""Where something stands in a text: Qt counts UTF-16 units, of which an emoji has two, and Python counts characters."""

from PySide6.QtGui import QTextCursor

UTF_16 = "utf-16-le"
HALVES = "surrogatepass"


def units(text: str, place: int) -> int:
    """Qt's count of the first `place` characters. Quick: it is asked of every mark while a draft streams."""
    return place if text.isascii() else len(text[:place].encode(UTF_16, HALVES)) // 2


def place(text: str, unit: int) -> int:
    """The other way round."""
    return min(unit, len(text)) if text.isascii() else len(text.encode(UTF_16, HALVES)[: 2 * unit].decode(UTF_16, HALVES))


def before(cursor: QTextCursor) -> str:
    """What stands on its line before the caret."""
    line = cursor.block().text()
    return line[: place(line, cursor.positionInBlock())]
