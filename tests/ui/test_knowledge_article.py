"""An article in the knowledge screen: its history, an edit, its standing, what stands on it, and its end."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from helpdesk.domain.article import ArticleStatus
from helpdesk.ui.kit import Place
from helpdesk.ui.knowledge import build
from helpdesk.ui.knowledge.article_pane import EDIT, HISTORY, IMPACT, READ
from helpdesk.ui.knowledge.edit_pane import EditPane
from helpdesk.ui.knowledge.screen import KnowledgeScreen
from tests.fakes.inline_window import InlineWindow, unspoken

BULBS = """# Bulbs

A bulb lasts 15 years when it burns three hours a day.

Hold the reset button of the bulb for ten seconds to pair it again.
"""


@pytest.fixture(scope="module")
def bulbs(window: InlineWindow, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the one article, imported."""
    return window.imports(tmp_path_factory.mktemp("sources") / "lights", bulbs=BULBS) / "bulbs.md"


@pytest.fixture(scope="module")
def knowledge(window: InlineWindow, bulbs: Path) -> KnowledgeScreen:
    made = window.show(build, Place("knowledge"))
    assert isinstance(made, KnowledgeScreen)
    return made


@pytest.fixture
def screen(window: InlineWindow, knowledge: KnowledgeScreen) -> KnowledgeScreen:
    """With the article open, to be read."""
    rows = knowledge.library.pane.articles.rows
    knowledge.article.pane.show_view(READ)
    rows.mark(-1)
    rows.selectRow(0)
    window.settle()
    rows.setFocus()
    return knowledge


def press(window: InlineWindow, screen: KnowledgeScreen, key: Qt.Key) -> None:
    QTest.keyClick(screen.library.pane.articles.rows, key)
    window.settle()


def write(window: InlineWindow, screen: KnowledgeScreen, before: str, after: str) -> None:
    """Changes words in the editor, as typing does."""
    editor = screen.article.pane.edit.editor
    found = editor.document().find(before)
    assert not found.isNull()
    found.insertText(after)
    window.settle()


def test_an_article_that_another_place_leads_to_is_opened_to_be_read(window: InlineWindow, screen: KnowledgeScreen) -> None:
    opened = screen.article.presenter.article
    assert opened is not None
    press(window, screen, Qt.Key.Key_H)
    screen.entered(Place("knowledge", article_id=opened.id))
    window.settle()
    assert screen.article.pane.view() == HISTORY, "who comes back to it goes on where it was left"
    screen.article.close()
    screen.entered(Place("knowledge", article_id=opened.id))
    window.settle()
    assert screen.article.pane.view() == READ
    assert screen.article.presenter.article is not None


def test_an_edit_is_previewed_and_written_to_the_file(window: InlineWindow, screen: KnowledgeScreen, bulbs: Path) -> None:
    edit = screen.article.pane.edit
    press(window, screen, Qt.Key.Key_E)
    assert screen.article.pane.view() == EDIT
    assert edit.editor.hasFocus()
    assert not edit.save.isEnabled()
    assert unspoken(screen) == []
    write(window, screen, "15 years", "**20\u00a0years**")
    assert "A bulb lasts 20" in edit.preview.toPlainText()
    assert "Not saved yet" in edit.words()
    edit.editor.moveCursor(QTextCursor.MoveOperation.End)
    assert bulbs.read_text("utf-8") == BULBS
    QTest.keyClick(edit.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert bulbs.read_text("utf-8") == BULBS.replace("15 years", "**20\u00a0years**")
    assert "Saved to bulbs.md" in window.toasts.words()
    assert "No change" in edit.words()
    assert edit.editor.textCursor().atEnd()


def test_the_preview_is_there_before_the_text_was_read_as_an_article(qtbot: QtBot) -> None:
    pane = EditPane()
    qtbot.addWidget(pane)
    pane.show_edit("---\ntitle: Bulbs\n---\n# Bulbs\n\nThey last **long**.\n")
    assert pane.preview.toPlainText() == "Bulbs\nThey last long."
    pane.show_edit("# Lamps\n\nThey hum.\n")
    assert pane.preview.toPlainText() == "Lamps\nThey hum."


def test_the_history_shows_who_changed_which_words(window: InlineWindow, screen: KnowledgeScreen) -> None:
    history = screen.article.pane.history
    press(window, screen, Qt.Key.Key_H)
    assert screen.article.pane.view() == HISTORY
    assert history.rows.model().rowCount() == 2
    assert "Edited here" in history.rows.model().index(0, 0).data()
    assert "In force" in history.rows.model().index(0, 0).data()
    assert "±" in history.diff.toPlainText()
    assert "added" in history.words()
    assert not history.restore.isEnabled()
    history.rows.selectRow(1)
    window.settle()
    assert "first version" in history.words()
    assert "+ A bulb lasts 15 years" in history.diff.toPlainText()
    history.against.segment(1).click()
    window.settle()
    assert "20" in history.diff.toPlainText()
    assert unspoken(screen) == []


def test_what_was_typed_waits_while_one_looks_elsewhere(window: InlineWindow, screen: KnowledgeScreen, bulbs: Path) -> None:
    press(window, screen, Qt.Key.Key_E)
    write(window, screen, "three hours", "four hours")
    press(window, screen, Qt.Key.Key_R)
    assert screen.article.pane.view() == READ
    screen.left()
    assert "Not saved yet" in window.toasts.words()
    press(window, screen, Qt.Key.Key_E)
    assert "four hours" in screen.article.pane.edit.editor.toPlainText()
    screen.article.pane.edit.revert.click()
    assert "three hours" in screen.article.pane.edit.editor.toPlainText()
    assert "No change" in screen.article.pane.edit.words()
    assert "three hours" in bulbs.read_text("utf-8")


def test_a_text_that_is_no_article_says_so_and_is_not_saved(window: InlineWindow, screen: KnowledgeScreen, bulbs: Path) -> None:
    edit = screen.article.pane.edit
    before = bulbs.read_text("utf-8")
    press(window, screen, Qt.Key.Key_E)
    edit.editor.selectAll()
    edit.editor.insertPlainText("<!-- nothing here -->\n")
    window.settle()
    assert "Not an article yet" in edit.words()
    edit.save.click()
    window.settle()
    assert "Not saved" in window.toasts.words()
    assert bulbs.read_text("utf-8") == before
    edit.revert.click()
    window.settle()
    assert "Not an article yet" not in edit.words()


def test_a_change_on_disk_is_shown_and_never_overwritten(window: InlineWindow, screen: KnowledgeScreen, bulbs: Path) -> None:
    edit = screen.article.pane.edit
    press(window, screen, Qt.Key.Key_E)
    write(window, screen, "ten seconds", "twelve seconds")
    theirs = bulbs.read_text("utf-8").replace("three hours", "five hours")
    bulbs.write_text(theirs, "utf-8")
    edit.save.click()
    window.settle()
    assert edit.in_conflict()
    assert bulbs.read_text("utf-8") == theirs
    laid_open = edit.conflict.words()
    assert "twelve" in laid_open
    assert "five" in laid_open
    edit.conflict.keep.click()
    window.settle()
    assert not edit.in_conflict()
    assert "twelve seconds" in edit.editor.toPlainText()
    edit.save.click()
    window.settle()
    assert "twelve seconds" in bulbs.read_text("utf-8")
    press(window, screen, Qt.Key.Key_H)
    assert screen.article.pane.history.rows.model().rowCount() == 4


def test_their_text_may_be_taken_instead(window: InlineWindow, screen: KnowledgeScreen, bulbs: Path) -> None:
    edit = screen.article.pane.edit
    press(window, screen, Qt.Key.Key_E)
    write(window, screen, "twelve seconds", "thirteen seconds")
    bulbs.write_text(bulbs.read_text("utf-8").replace("twelve", "eleven"), "utf-8")
    edit.save.click()
    window.settle()
    QTest.keyClick(edit.conflict.diff, Qt.Key.Key_Escape)
    assert not edit.in_conflict()
    edit.save.click()
    window.settle()
    edit.conflict.take.click()
    window.settle()
    assert "eleven seconds" in edit.editor.toPlainText()
    assert "No change" in edit.words()


def test_typing_goes_on_undisturbed_when_the_file_changes_meanwhile(
    window: InlineWindow, screen: KnowledgeScreen, bulbs: Path
) -> None:
    edit = screen.article.pane.edit
    press(window, screen, Qt.Key.Key_E)
    write(window, screen, "A bulb", "Every bulb")
    at = edit.editor.textCursor().position()
    bulbs.write_text(bulbs.read_text("utf-8").replace("eleven", "nine"), "utf-8")
    window.imports(bulbs.parent)
    window.settle()
    assert "changed meanwhile" in edit.words()
    assert "Every bulb" in edit.editor.text()
    assert edit.editor.textCursor().position() == at
    edit.revert.click()
    window.settle()
    assert "nine seconds" in edit.editor.text()


def test_an_older_version_is_restored_after_a_question(window: InlineWindow, screen: KnowledgeScreen, bulbs: Path) -> None:
    history = screen.article.pane.history
    press(window, screen, Qt.Key.Key_H)
    history.rows.selectRow(history.rows.model().rowCount() - 1)
    window.settle()
    history.restore.click()
    window.settle()
    assert "Restore the version of" in screen.sheet.words()
    assert screen.sheet.confirm.hasFocus()
    QTest.keyClick(screen.sheet.confirm, Qt.Key.Key_Tab)
    assert screen.sheet.cancel.hasFocus()
    screen.sheet.confirm.click()
    window.settle()
    assert bulbs.read_text("utf-8") == BULBS
    assert "Restored" in history.rows.model().index(0, 0).data()


def test_a_status_set_here_wins_until_it_is_taken_back(window: InlineWindow, screen: KnowledgeScreen) -> None:
    status = screen.article.pane.status
    assert status.currentText() == "As its file says: public"
    status.activated.emit(status.findData(ArticleStatus.INTERNAL))
    window.settle()
    assert status.currentText() == "Internal"
    assert "Internal" in screen.article.pane.words()
    row = screen.library.list.row(0)
    assert row is not None
    assert row.status is ArticleStatus.INTERNAL
    status.activated.emit(0)
    window.settle()
    assert status.currentText() == "As its file says: public"


def test_what_stands_on_an_article_is_listed_and_asked_about(window: InlineWindow, screen: KnowledgeScreen) -> None:
    press(window, screen, Qt.Key.Key_M)
    assert screen.article.pane.view() == IMPACT
    assert "Nothing stands on it" in screen.article.pane.impact.words()
    ask(window)
    press(window, screen, Qt.Key.Key_M)
    impact = screen.article.pane.impact
    assert "1 draft stands on it" in impact.words()
    impact.rows.selectRow(0)
    QTest.keyClick(impact.rows, Qt.Key.Key_Return)
    assert window.went[-1].screen == "inbox"
    assert window.went[-1].ticket_id is not None
    status = screen.article.pane.status
    status.activated.emit(status.findData(ArticleStatus.ARCHIVED))
    window.settle()
    assert "Take this article out of use?" in screen.sheet.words()
    assert "How do I pair a bulb again?" in screen.sheet.words()
    QTest.keyClick(screen.sheet.confirm, Qt.Key.Key_Escape)
    window.settle()
    assert status.currentText() == "As its file says: public"


def test_erasing_is_asked_about_and_final(window: InlineWindow, screen: KnowledgeScreen) -> None:
    screen.article.pane.erase.click()
    window.settle()
    assert "This cannot be undone" in screen.sheet.words()
    assert screen.sheet.cancel.hasFocus()
    screen.sheet.confirm.click()
    window.settle()
    assert screen.work.currentWidget() is not screen.article.pane
    assert "Erased" in window.toasts.words()
    assert screen.library.list.model.rowCount() == 0


def ask(window: InlineWindow) -> None:
    """A customer asks something the article answers, and the draft cites it. The desk's lanes rest here: they would have
    brought the index in step after the edits."""
    desk, question = window.desk, "How do I pair a bulb again? How long do I hold the reset button of the bulb?"
    window.bridge.run(desk.knowledge.ensure_index(lambda _: None))
    window.bridge.run(desk.intake.new_ticket("Cora Customer", "cora@example.org", "How do I pair a bulb again?", question))
    assert window.bridge.run(desk.pipeline.next())
