"""The manual in the window: without a network, without a knowledge base, without a desk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from helpdesk import paths
from helpdesk.domain import errors
from helpdesk.paths import Workspace
from helpdesk.settings import Settings
from helpdesk.ui.bridge import HandDelays, InlineBridge
from helpdesk.ui.help.manual import matching, read_manual
from helpdesk.ui.help.screen import INTENTS, HelpScreen
from helpdesk.ui.kit import Place
from helpdesk.ui.main_window.rooms import Rooms, Start
from helpdesk.ui.main_window.window import MainWindow
from helpdesk.ui.theme import DARK, palette
from tests.fakes.inline_window import unspoken


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    bridge = InlineBridge()
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    start = Start(bridge, HandDelays(), Settings, lambda settings: None, Workspace(tmp_path))
    made.furnish(Rooms(made, start))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    bridge.close()


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def opened(window: MainWindow) -> HelpScreen:
    press(window, Qt.Key.Key_F1)
    made = window.rooms.screens["help"]
    assert isinstance(made, HelpScreen)
    assert made.isVisible()
    return made


def test_f1_opens_the_manual_and_esc_leads_back(window: MainWindow) -> None:
    window.go(Place("insights"))
    screen = opened(window)
    assert "What Helpdesk is" in screen.words()
    press(window, Qt.Key.Key_F1)
    press(window, Qt.Key.Key_Escape)
    assert not screen.isVisible()
    assert window.rooms.screens["insights"].isVisible()


def test_who_looks_something_up_in_the_middle_of_a_sentence_writes_on_after_it(window: MainWindow) -> None:
    window.go(Place("knowledge"))
    line = next(
        one for one in window.rooms.screens["knowledge"].findChildren(QLineEdit) if one.isVisible() and not one.hasFocus()
    )
    line.setFocus()
    QTest.keyClicks(line, "val")
    opened(window)
    press(window, Qt.Key.Key_Escape)
    assert line.hasFocus()
    QTest.keyClicks(line, "ve")
    assert line.text() == "valve"


def test_the_rail_opens_it_too(window: MainWindow) -> None:
    window.rail.chosen.emit("help")
    assert window.rooms.screens["help"].isVisible()


def test_every_page_is_listed_once_under_its_chapter(window: MainWindow) -> None:
    screen = opened(window)
    pages = read_manual(paths.manual())
    assert screen.titles() == [page.title for page in pages]
    assert len(pages) == len(list(paths.manual().rglob("*.md")))
    listed = [screen.contents.item(at).text() for at in range(screen.contents.count())]
    assert {page.chapter for page in pages} <= set(listed)
    assert listed[0] == "Getting started"
    assert not any(title.startswith(('"', "'")) for title in screen.titles())


def test_words_typed_find_pages_by_title_first_and_by_text(window: MainWindow) -> None:
    screen = opened(window)
    QTest.keyClicks(screen.search, "backup")
    assert screen.titles()[0] == "Backup and restore"
    assert len(screen.titles()) > 2
    assert "Back up" in screen.words()
    press(window, Qt.Key.Key_Return)
    assert screen.contents.hasFocus()
    press(window, Qt.Key.Key_J)
    assert screen.contents.currentItem().text() == screen.titles()[1]
    press(window, Qt.Key.Key_K)
    assert screen.contents.currentItem().text() == screen.titles()[0]


def test_nothing_found_says_so(window: MainWindow) -> None:
    screen = opened(window)
    QTest.keyClicks(screen.search, "xylophone")
    assert screen.titles() == []
    assert not screen.page.isVisible()
    screen.search.clear()
    assert screen.page.isVisible()


def test_pages_are_set_in_plain_words_with_their_tables(window: MainWindow) -> None:
    screen = opened(window)
    for page in read_manual(paths.manual()):
        screen.page.show_page(page)
        shown = screen.words()
        assert shown.startswith(page.body.splitlines()[0].lstrip("# "))
        assert "**" not in shown
        assert "](" not in shown
        assert "|--" not in shown
    QTest.keyClicks(screen.search, "keyboard shortcuts")
    assert "approve and send" in screen.words()


def test_markup_in_a_page_stays_text(window: MainWindow, tmp_path: Path) -> None:
    screen = opened(window)
    folder = tmp_path / "manual"
    folder.mkdir()
    (folder / "odd.md").write_text("# Odd\n\n![x](file:///etc/hostname) `<img src=file:///etc/hostname>`\n\n| a |\n", "utf-8")
    (folder / "not-text.md").write_bytes(b"\xff\xfe\x00")
    (page,) = read_manual(folder)
    screen.page.show_page(page)
    assert "\ufffc" not in screen.words()
    assert "<img src=file:///etc/hostname>" in screen.words()
    assert screen.page.document().isUndoRedoEnabled() is False


def test_a_missing_manual_says_where_it_should_be(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "manual", lambda: tmp_path / "nowhere")
    screen = opened(window)
    assert screen.titles() == []
    assert matching(read_manual(tmp_path / "nowhere"), "backup") == ()


def test_it_opens_when_the_desk_does_not(window: MainWindow) -> None:
    window.open_failed(errors.StoreCorrupt(Path("/desk/desk.sqlite3"), "page 7"))
    screen = opened(window)
    press(window, Qt.Key.Key_Escape)
    assert not screen.isVisible()
    assert window.rooms.failure.isVisible()


def test_it_can_be_read_in_the_dark_and_heard(window: MainWindow, qapp: QApplication) -> None:
    screen = opened(window)
    before, words = qapp.palette(), screen.words()
    qapp.setPalette(palette(DARK))
    assert screen.words() == words
    qapp.setPalette(before)
    assert unspoken(screen) == []


def test_every_key_of_it_is_in_the_manual() -> None:
    told: Any = (paths.manual() / "review/keyboard-shortcuts.md").read_text("utf-8")
    section = told.partition("## Keys on the Help screen")[2]
    assert all(key in section for intent in INTENTS for key in intent.keys)
