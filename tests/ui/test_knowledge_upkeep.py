"""What the knowledge screen keeps through a crash, and what it takes away for good."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpdesk.domain.article import ArticleRow, Audience, WhenStale
from helpdesk.domain.draft import Route
from helpdesk.domain.errors import NotFound
from helpdesk.ui.kit import Place
from helpdesk.ui.knowledge import build
from helpdesk.ui.knowledge.article_pane import EDIT, READ
from helpdesk.ui.knowledge.screen import KnowledgeScreen
from tests.fakes.inline_window import InlineWindow, unspoken

LAMPS = "# Lamps\n\nA lamp lasts 15 years.\n"


@pytest.fixture(scope="module")
def lamps(window: InlineWindow, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return window.imports(tmp_path_factory.mktemp("sources") / "lamps", lamps=LAMPS) / "lamps.md"


def opened(window: InlineWindow) -> KnowledgeScreen:
    """As a window begun anew shows it, with the only article open to be read."""
    made = window.show(build, Place("knowledge"))
    assert isinstance(made, KnowledgeScreen)
    made.article.pane.show_view(READ)
    made.library.pane.articles.rows.selectRow(0)
    window.settle()
    return made


def typed(window: InlineWindow, screen: KnowledgeScreen, before: str, after: str) -> None:
    screen.article.go_to(EDIT)
    editor = screen.article.pane.edit.editor
    editor.document().find(before).insertText(after)
    window.settle()


def test_what_was_typed_before_a_crash_is_offered_and_goes_on(window: InlineWindow, lamps: Path) -> None:
    typed(window, opened(window), "15 years", "20 years")
    window.toasts.clear()
    screen = opened(window)
    assert "unsaved changes of" in window.toasts.words()
    assert "“Lamps”" in window.toasts.words()
    assert window.toasts.act()
    assert window.went[-1].article_id is not None
    pane = screen.article.pane
    assert "Your unsaved changes of" in pane.unsaved.words()
    assert unspoken(screen) == []
    pane.unsaved.act()
    window.settle()
    assert pane.view() == EDIT
    assert "20 years" in pane.edit.editor.text()
    assert "Your unsaved changes of" in pane.edit.words()
    assert pane.unsaved.isHidden()
    assert lamps.read_text("utf-8") == LAMPS
    QTest.keyClick(pane.edit.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert "20 years" in lamps.read_text("utf-8")
    assert window.bridge.run(window.desk.articles.unsaved()) == []
    assert opened(window).article.pane.unsaved.isHidden()


def test_what_was_undone_is_not_offered_again(window: InlineWindow, lamps: Path) -> None:
    screen = opened(window)
    typed(window, screen, "20 years", "30 years")
    assert len(window.bridge.run(window.desk.articles.unsaved())) == 1
    screen.article.pane.edit.revert.click()
    window.settle()
    assert window.bridge.run(window.desk.articles.unsaved()) == []
    typed(window, screen, "20 years", "40 years")
    screen.article.pane.edit.editor.undo()
    window.settle()
    assert window.bridge.run(window.desk.articles.unsaved()) == []


def test_an_internal_base_is_named_as_the_reason(window: InlineWindow, lamps: Path) -> None:
    (base,) = window.bridge.run(window.desk.knowledge.bases())
    window.bridge.run(window.desk.knowledge.set_audience(base.id, Audience.INTERNAL))
    pane = opened(window).article.pane
    assert pane.status.currentText() == "As its file says: public"
    assert "Internal: its whole base is for agents only" in pane.words()
    window.bridge.run(window.desk.knowledge.set_audience(base.id, Audience.PUBLIC))
    window.settle()
    assert "Internal" not in pane.words()


def test_a_base_is_removed_only_when_its_name_was_typed(window: InlineWindow, lamps: Path) -> None:
    screen = opened(window)
    article = screen.article.presenter.article
    assert article is not None
    ask(window)
    screen.library.pane.bases.choose(0)
    screen.library.open_settings()
    screen.library.settings.remove.click()
    window.settle()
    sheet = screen.sheet
    assert "Remove “lamps”?" in sheet.words()
    assert "1 article with every version" in sheet.words()
    assert "1 draft stands on it" in sheet.words()
    assert sheet.typed.hasFocus()
    QTest.keyClick(sheet.typed, Qt.Key.Key_Return)
    assert not sheet.confirm.isEnabled()
    assert unspoken(screen) == []
    QTest.keyClicks(sheet.typed, "lamps")
    QTest.keyClick(sheet.typed, Qt.Key.Key_Return)
    window.settle()
    assert sheet.isHidden()
    assert "Removed: nothing of “lamps” is left" in window.toasts.words()
    assert screen.work.currentWidget() is not screen.article.pane
    assert "No knowledge yet" in screen.library.pane.words()
    assert lamps.exists()
    with pytest.raises(NotFound):
        window.bridge.run(window.desk.articles.article(article.id))


def test_after_erasing_the_reader_shows_the_article_that_is_marked(window: InlineWindow, tmp_path: Path) -> None:
    window.imports(
        tmp_path / "three", bells="# Bells\n\nThey ring.\n", doors="# Doors\n\nThey open.\n", locks="# Locks\n\nFast.\n"
    )
    screen = opened(window)
    rows = screen.library.pane.articles.rows
    for erased, shown in (("Doors", "Locks"), ("Locks", "Bells")):
        rows.selectRow(screen.library.list.model.find(partial(is_named, erased)))
        window.settle()
        screen.article.pane.erase.setFocus()
        screen.article.pane.erase.click()
        window.settle()
        screen.sheet.confirm.click()
        window.settle()
        marked, article = screen.library.list.row(rows.current()), screen.article.presenter.article
        assert screen.work.currentWidget() is screen.article.pane
        assert marked is not None and article is not None
        assert (marked.id, article.title) == (article.id, shown)
        assert rows.hasFocus()  # Not the button that would erase the next one.


def test_a_draft_without_an_answer_names_the_stale_article_it_would_have_stood_on(window: InlineWindow, tmp_path: Path) -> None:
    desk = window.desk
    window.imports(
        tmp_path / "fuses", fuse="---\nreview_by: 2020-01-31\n---\n# Fuses\n\nThe fuse of the awning is rated 16 ampere.\n"
    )
    base = next(one for one in window.bridge.run(desk.knowledge.bases()) if one.name == "fuses")
    window.bridge.run(desk.articles.set_review(base.id, 0, WhenStale.EXCLUDE))
    window.bridge.run(desk.knowledge.ensure_index(lambda _: None))
    question = "How many ampere is the fuse of the awning rated?"
    ticket = window.bridge.run(desk.intake.new_ticket("Cora Customer", "cora@example.org", "Awning", question))
    assert window.bridge.run(desk.pipeline.next())
    item = window.bridge.run(desk.review.open_latest(ticket))
    assert item is not None
    draft = item.draft
    assert draft.route is Route.ESCALATE
    assert "“Fuses” was left out: its review is overdue" in [reason.words for reason in draft.reasons]


def is_named(title: str, row: ArticleRow) -> bool:
    return row.title == title


def ask(window: InlineWindow) -> None:
    """A customer asks, and the draft cites the article."""
    desk, question = window.desk, "How many years does a lamp last?"
    window.bridge.run(desk.knowledge.ensure_index(lambda _: None))
    window.bridge.run(desk.intake.new_ticket("Cora Customer", "cora@example.org", question, question))
    assert window.bridge.run(desk.pipeline.next())
