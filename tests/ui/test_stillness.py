"""What keeps the window from standing still while much goes on behind it."""

import asyncio
import os
import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from helpdesk.ui.bridge import ThreadBridge
from helpdesk.ui.kit.paint_later import paint_later


def behind() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


async def both_behind() -> tuple[int, int]:
    return behind(), await asyncio.to_thread(behind)


@pytest.mark.skipif(sys.platform != "linux", reason="only there threads are weighed one by one")
def test_the_window_gets_the_processor_before_what_works_for_it(qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    bridge = ThreadBridge(lambda _: None)
    bridge.start()
    bridge.call(both_behind, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert bridge.close()
    assert all(steps > behind() for steps in heard[0])


class Painted(QWidget):
    """Counts how often it was painted."""

    times = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.times += 1


def test_what_is_painted_later_is_painted_after_clocks_that_came_due(qtbot: QtBot) -> None:
    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: widget.times > 0)
    before = widget.times
    seen: list[int] = []
    QTimer.singleShot(1, lambda: seen.append(widget.times))
    QTest.qSleep(5)
    paint_later(widget)
    paint_later(widget)
    widget.update()
    qtbot.waitUntil(lambda: widget.times > before)
    assert seen == [before]
    assert widget.updatesEnabled()
