"""The knowledge screen over a real desk: import, look up, search, read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpdesk.domain.article import ArticleState
from helpdesk.domain.errors import IndexStale
from helpdesk.domain.events import IndexChanged
from helpdesk.domain.progress import Progress
from helpdesk.ui.kit import Place
from helpdesk.ui.knowledge import build
from helpdesk.ui.knowledge.screen import KnowledgeScreen
from tests.fakes.inline_window import InlineWindow, drop, inline_window, unspoken

REFUNDS = """# Refunds

Refunds reach your account within 5 working days.

## Where the money goes

The money goes back to the card the order was paid with.
"""
PARCELS = """# Parcels

A parcel from the zeppelin depot takes two days.
"""


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    """One desk for all: starting its index process is what takes time. The tests come in the order of a working day."""
    with inline_window(tmp_path_factory.mktemp("desk") / "workspace") as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sources") / "acme"
    made.mkdir()
    (made / "refunds.md").write_text(REFUNDS, "utf-8")
    (made / "parcels.md").write_text(PARCELS, "utf-8")
    (made / "broken.md").write_bytes(b"\x00\x01\x02" * 400)
    return made


def show(window: InlineWindow, place: Place | None = None) -> KnowledgeScreen:
    screen = window.show(build, place or Place("knowledge"))
    assert isinstance(screen, KnowledgeScreen)
    return screen


def titles(screen: KnowledgeScreen) -> list[str]:
    model = screen.articles_presenter.model
    rows = [model.row(number) for number in range(model.rowCount())]
    return [row.title for row in rows if row is not None]


def test_without_knowledge_the_screen_says_how_to_get_some(window: InlineWindow) -> None:
    screen = show(window)
    assert "No knowledge yet" in screen.library._empty.words()
    assert unspoken(screen) == []


def test_a_folder_is_imported_and_what_failed_is_named(window: InlineWindow, folder: Path) -> None:
    screen = show(window)
    screen.import_paths([folder])
    window.settle()
    assert screen.work.currentWidget() is screen.result
    assert "2 added" in screen.result.words()
    assert "broken.md" in screen.result.words()
    assert {"Refunds", "Parcels"} <= set(titles(screen))
    assert "in order" in screen.library.health_words()
    assert screen.library.base.count() == 2
    model = screen.articles_presenter.model
    spoken = [model.index(number, 0).data() for number in range(model.rowCount())]
    assert any("could not be read" in words for words in spoken)
    screen.import_paths([folder])
    window.settle()
    assert "2 unchanged" in screen.result.words()


def test_a_question_finds_passages_and_opens_the_article_there(window: InlineWindow) -> None:
    screen = show(window)
    QTest.keyClicks(screen.library.search, "zeppelin depot")
    window.settle()
    assert "by words and meaning" in screen.library.found_words()
    hit = screen.search_presenter.hit(0)
    assert hit is not None
    assert hit.passage.title == "Parcels"
    assert hit.lexical > 0
    assert screen.search_presenter.model.index(0, 0).data().startswith("Parcels")
    QTest.keyClick(screen.library.search, Qt.Key.Key_Return)
    window.settle()
    assert screen.library.hits.hasFocus()
    assert screen.work.currentWidget() is screen.reader
    assert "zeppelin depot" in screen.reader.marked_text()
    screen.library.search.setText("?!")
    window.settle()
    assert "Nothing found" in screen.library._empty.words()
    screen.library.search.setText("")
    window.settle()
    assert screen.library.current_list() is screen.library.articles


def test_an_article_is_read_from_the_list_by_keys(window: InlineWindow) -> None:
    screen = show(window)
    screen.library.articles.setFocus()
    QTest.keyClick(screen.library.articles, Qt.Key.Key_Down)
    window.settle()
    assert screen.library.articles.current() == 0
    rows = screen.articles_presenter.model
    screen.library.articles.selectRow(rows.find(lambda row: row.state is ArticleState.FAILED))
    assert "broken.md" in screen._unreadable.words()
    assert screen.work.currentWidget() is screen._unreadable
    screen.library.articles.selectRow(rows.find(lambda row: row.title == "Refunds"))
    assert screen.work.currentWidget() is screen.reader
    QTest.keyClick(screen.library.articles, Qt.Key.Key_Slash)
    assert screen.library.search.hasFocus()


def test_a_folder_may_be_dropped_and_a_lost_one_is_said(window: InlineWindow, folder: Path) -> None:
    screen = show(window)
    assert drop(screen, QUrl.fromLocalFile(str(folder)))
    window.settle()
    assert "2 unchanged" in screen.result.words()
    screen.import_paths([folder / "gone"])
    window.settle()
    assert [type(error).__name__ for error in window.reported] == ["BadInput"]
    assert not screen.jobs.busy


def test_rebuilding_the_index_is_asked_for_and_said(window: InlineWindow) -> None:
    screen = show(window)
    screen.library.reindex.click()
    window.settle()
    assert "built anew" in window.toasts.words()
    assert screen.library.reindex.isEnabled()


def test_an_untrusted_index_and_trouble_are_said_in_place(window: InlineWindow) -> None:
    screen = show(window)
    window.bridge.publish(IndexChanged(False, "the manifest does not fit"))
    assert "the manifest does not fit" in screen.library.health_words()
    screen.show_search_trouble(IndexStale("the process ended"))
    assert "the process ended" in screen.library._banner.words()


def test_a_running_job_shows_where_it_is_and_stops_when_told(window: InlineWindow) -> None:
    screen = show(window)
    screen.jobs._start(Progress(0, None, "Reading acme"))
    screen._feed.report(Progress(30, 30, "Embedding"))
    assert "Embedding" in screen.library._strip.words()
    assert not screen.library.reindex.isEnabled()
    screen.jobs._running = window.bridge.listen(lambda _: None)
    screen.library.job_cancelled.emit()
    assert screen.library._strip.isHidden()
    assert "What was finished stays" in window.toasts.words()
    screen._feed.report(Progress(31, 31, "Too late"))
    assert screen.library._strip.isHidden()


def test_a_base_for_agents_only_is_marked_so(window: InlineWindow) -> None:
    screen = show(window)
    screen.library.base.setCurrentIndex(1)
    window.settle()
    assert screen.library.internal.isVisibleTo(screen)
    screen.library.internal.click()
    window.settle()
    screen.articles_presenter.load()
    window.settle()
    assert screen.library.internal.isChecked()
    screen.library.internal.click()
    screen.library.base.setCurrentIndex(0)
    window.settle()
    assert not screen.library.internal.isVisibleTo(screen)
