"""Which way the window and its words run. A language from right to left mirrors what has a beginning and an end."""

import re
from functools import lru_cache

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QGuiApplication

from helpdesk.ui.kit.plain import read_from_the_left

FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
RIGHT_TO_LEFT_MARK = "\u200f"


def reads_from_right() -> bool:
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def runs(text: str) -> Qt.LayoutDirection:
    """Words of one direction run in it, whatever the window's language; mixed ones as the window does."""
    mirrored = reads_from_right()
    if text.isascii() and not mirrored:
        return Qt.LayoutDirection.LeftToRight
    own = own_direction(text)
    return (Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight) if own is None else own


@lru_cache(maxsize=1024)
def own_direction(text: str) -> Qt.LayoutDirection | None:
    """Of all its letters; None when they differ or there are none. Every line of every row that is painted asks."""
    ways = {bool(FROM_RIGHT.match(letter)) for letter in text if letter.isalpha()}
    if len(ways) != 1:
        return None
    return Qt.LayoutDirection.RightToLeft if ways.pop() else Qt.LayoutDirection.LeftToRight


def laid(text: str) -> str:
    """As the direction of the window wants it: mixed words begin where it does, though the first are of the other."""
    if not reads_from_right():
        return text
    told = read_from_the_left(text)
    first = next((letter for letter in told if letter.isalpha()), "")
    mixed = first and not FROM_RIGHT.match(first) and FROM_RIGHT.search(told)
    return f"{RIGHT_TO_LEFT_MARK}{told}" if mixed else told


def edges(start: int, top: int, end: int, bottom: int) -> QMargins:
    """Margins by where reading begins and ends: a layout mirrors what it holds, not its margins."""
    return QMargins(end, top, start, bottom) if reads_from_right() else QMargins(start, top, end, bottom)
