"""Words of strangers in a label: whole to read, and copied as they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.ui.kit import Label

LONG = "MAILER-DAEMON@neko-222-2222.vs.example.ne.jp"


def ink(label: Label, room: int) -> int:
    """How dark its letters are together, when it is that wide."""
    label.resize(room, label.heightForWidth(room))
    shown = label.grab().toImage()
    ground = shown.pixelColor(0, 0).lightness()
    return sum(ground - shown.pixelColor(x, y).lightness() for x in range(shown.width()) for y in range(shown.height()))


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("room", "larger"), [(240, 1), (150, 1), (150, 2), (60, 2)])
def test_an_address_too_long_for_its_room_is_whole_to_read_and_copied_as_it_is(
    qtbot: QtBot, way: Qt.LayoutDirection, room: int, larger: int
) -> None:
    QApplication.setLayoutDirection(way)
    try:
        label = Label(LONG, wraps=True, selectable=True)
        qtbot.addWidget(label)
        font = label.font()
        font.setPixelSize(larger * label.fontInfo().pixelSize())
        label.setFont(font)
        whole = ink(label, 2000)
        assert abs(ink(label, room) - whole) < whole / 50, "no letter is cut off"
        label.setSelection(0, len(LONG))
        assert label.selectedText() == label.text() == LONG
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
