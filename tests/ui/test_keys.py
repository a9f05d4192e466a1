"""Keys a person chooses: refused where they clash, in force at once, there again the next day."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.ui.inbox.listing.view_button import ShownView
from helpdesk.ui.inbox.listing.views_rail import ViewsRail
from helpdesk.ui.kit import Shortcuts, ShortcutSheet, button
from helpdesk.ui.kit.keymap import Keymap
from helpdesk.ui.kit.shortcuts import Intent, may_be_chosen
from helpdesk.ui.preferences.keys_card import KeysCard


class Desktop:
    """A window with two screens, of which the first is on display."""

    def __init__(self, qtbot: QtBot, file: Path) -> None:
        self.done: list[str] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.inbox, self.review = QWidget(self.window), QWidget(self.window)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.inbox)
        self.plain = button("Reply", key="R")
        self.editor = QPlainTextEdit()
        inside = QVBoxLayout(self.inbox)
        inside.addWidget(self.plain)
        inside.addWidget(self.editor)
        self.review.hide()
        self.shortcuts = Shortcuts(Keymap(file))
        self._add(self.shortcuts, self.window, Intent("keys", ("?",), "This list", "Places"))
        inbox = self.shortcuts.of("inbox")
        self._add(inbox, self.inbox, Intent("reply", ("R", "I"), "Write a reply", "Ticket"))
        self._add(inbox, self.inbox, Intent("note", ("M",), "Write a note", "Ticket"))
        self._add(self.shortcuts.of("review"), self.review, Intent("reject", ("R",), "Reject", "Decide"))
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.plain.setFocus()

    def press(self, key: Qt.Key) -> list[str]:
        self.done.clear()
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        return list(self.done)

    def _add(self, shortcuts: Shortcuts, scope: QWidget, intent: Intent) -> None:
        shortcuts.add(scope, intent, lambda: self.done.append(intent.name))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


@pytest.fixture
def desktop(qtbot: QtBot, file: Path) -> Desktop:
    return Desktop(qtbot, file)


def test_another_key_is_in_force_at_once_and_the_old_one_rests(desktop: Desktop) -> None:
    assert desktop.shortcuts.rebind("inbox.reply", ("Y",)) is None
    assert desktop.press(Qt.Key.Key_Y) == ["reply"]
    assert desktop.press(Qt.Key.Key_R) == []
    assert desktop.plain.toolTip() == "Reply (Y)"


def test_a_view_names_the_key_that_shows_it_now(desktop: Desktop, qtbot: QtBot) -> None:
    rail = ViewsRail()
    qtbot.addWidget(rail)
    rail.key_of = lambda _: desktop.shortcuts.of("inbox").first_key("reply")
    rail.show_views([ShownView(1, "Mine")])

    def tip() -> str:
        QApplication.sendEvent(rail.button("Mine"), QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint()))
        return rail.button("Mine").toolTip()

    assert tip() == "Mine (R)"
    desktop.shortcuts.rebind("inbox.reply", ("Y",))
    assert tip() == "Mine (Y)"
    desktop.shortcuts.rebind("inbox.reply", ())
    assert tip() == "Mine"


def test_it_is_there_again_the_next_day_and_can_be_given_back(desktop: Desktop, qtbot: QtBot, file: Path) -> None:
    desktop.shortcuts.rebind("inbox.reply", ("Y",))
    tomorrow = Desktop(qtbot, file)
    assert tomorrow.press(Qt.Key.Key_Y) == ["reply"]
    tomorrow.shortcuts.rebind("inbox.reply", None)
    assert tomorrow.press(Qt.Key.Key_I) == ["reply"]
    assert tomorrow.plain.toolTip() == "Reply (R)"
    assert file.read_text("utf-8").strip() == "{}"


def test_a_key_that_means_something_there_is_refused_and_one_of_another_screen_is_free(desktop: Desktop) -> None:
    taken = desktop.shortcuts.rebind("inbox.note", ("R",))
    assert taken is not None
    assert taken.intent.words == "Write a reply"
    assert desktop.shortcuts.rebind("inbox.note", ("?",)) is not None
    assert desktop.press(Qt.Key.Key_M) == ["note"]
    assert desktop.shortcuts.rebind("review.reject", ("M",)) is None


def test_giving_a_key_back_is_refused_while_another_has_it(desktop: Desktop) -> None:
    desktop.shortcuts.rebind("inbox.note", ())
    desktop.shortcuts.rebind("inbox.reply", ("M",))
    assert desktop.shortcuts.rebind("inbox.note", None) is not None
    desktop.shortcuts.as_ours()
    assert desktop.press(Qt.Key.Key_M) == ["note"]
    assert desktop.press(Qt.Key.Key_R) == ["reply"]


def test_the_keys_of_lists_and_fields_cannot_be_chosen() -> None:
    assert not any(map(may_be_chosen, ("Down", "Return", "Tab", "")))
    assert all(map(may_be_chosen, ("X", "Ctrl+Down", "F9", ",", "Ctrl+,")))


def test_a_broken_file_leaves_our_keys_and_is_not_written_over(qtbot: QtBot, file: Path) -> None:
    file.write_text('{"inbox.reply": "Y"}', "utf-8")
    desktop = Desktop(qtbot, file)
    assert desktop.shortcuts.book.keymap.trouble is not None
    assert desktop.press(Qt.Key.Key_R) == ["reply"]
    desktop.shortcuts.rebind("inbox.reply", ("Y",))
    assert file.with_suffix(".unread").read_text("utf-8") == '{"inbox.reply": "Y"}'
    assert Desktop(qtbot, file).press(Qt.Key.Key_Y) == ["reply"]


def test_the_sheet_shows_what_is_in_force(desktop: Desktop) -> None:
    desktop.shortcuts.rebind("inbox.reply", ("Y", "Ctrl+Y"))
    desktop.shortcuts.rebind("inbox.note", ())
    sheet = ShortcutSheet(desktop.window, desktop.shortcuts)
    sheet.toggle()
    shown = [label.text() for label in sheet.findChildren(QLabel)]
    assert shown[shown.index("Write a reply") + 1] == "Y or Ctrl+Y"
    assert shown[shown.index("Write a note") + 1] == "–"
    assert "Reject" not in shown


def test_the_sheet_of_keys_shows_at_once_what_it_showed_before_and_anew_what_changed(host: QWidget) -> None:
    shortcuts = Shortcuts()
    shortcuts.add(host, Intent("approve", ("A",), "Approve", "Decide"), host.update)
    sheet = ShortcutSheet(host, shortcuts)

    def shown() -> list[QLabel]:
        sheet.toggle()
        labels = sheet.findChildren(QLabel)
        sheet.toggle()
        return labels

    first = shown()
    assert shown() == first
    shortcuts.add(host, Intent("later", ("L",), "Decide later", "Decide"), host.update)
    assert [label.text() for label in shown()] == ["Keyboard shortcuts", "Decide", "Approve", "A", "Decide later", "L"]


def test_keys_are_changed_in_the_preferences(desktop: Desktop, qtbot: QtBot) -> None:
    card = KeysCard(desktop.shortcuts)
    qtbot.addWidget(card)
    card.show()
    QTest.keyClicks(card.search, "write note")
    card.rows.selectRow(0)
    QTest.keyClick(card.field, Qt.Key.Key_R)
    assert card.field.text() == "R"
    assert "Write a reply" in card.words()
    QTest.mouseClick(card.use, Qt.MouseButton.LeftButton)
    assert "Write a reply" in card.words()
    QTest.keyClick(card.field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(card.also, Qt.MouseButton.LeftButton)
    assert card.words() == "Write a note: M or Ctrl+N"
    card.search.setText("ctrl+n")
    assert card.model.rowCount() == 1
    card.rows.selectRow(0)
    QTest.mouseClick(card.all_ours, Qt.MouseButton.LeftButton)
    assert not any(button.isEnabled() for button in card.findChildren(QPushButton) if button.text() == "All as they were")


def test_the_sheet_of_keys_may_be_opened_at_any_width_and_the_program_goes_on() -> None:
    """In a program of its own: a layout that goes otherwise than with its widget is remembered, and what comes to lie in its
    place takes the program along later."""
    program = """
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from helpdesk.ui.kit import Label, Shortcuts, ShortcutSheet
from helpdesk.ui.kit.shortcuts import Intent
app, host, shortcuts = QApplication([]), QWidget(), Shortcuts()
host.show()
for number in range(60):
    words = f"{number}: do something that takes many words to tell"
    shortcuts.add(host, Intent(f"deed-{number}", (), words, f"Group {number // 9}"), host.update)
sheet = ShortcutSheet(host, shortcuts)
for width in range(500, 512):
    host.resize(width, 600)
    sheet.toggle()
    sheet.toggle()
    for _ in range(300):
        frame, inner = QFrame(host), QHBoxLayout()
        QVBoxLayout(frame).addLayout(inner)
        inner.addWidget(Label("One of many that come and go"))
        frame.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()
print("still there")
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "still there\n"), ran.stderr
