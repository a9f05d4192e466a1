"""The knowledge screen over a real desk: import, look up, search, read."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from helpdesk.domain.article import ArticleRow, ArticleState, Audience, WhenStale
from helpdesk.domain.errors import IndexStale
from helpdesk.domain.events import IndexChanged
from helpdesk.domain.progress import Progress
from helpdesk.ui.kit import Place
from helpdesk.ui.kit.paged_model import ROW
from helpdesk.ui.knowledge import build
from helpdesk.ui.knowledge.article_pane import ArticlePane
from helpdesk.ui.knowledge.article_rows import BaseLine
from helpdesk.ui.knowledge.base_settings import BaseSettings
from helpdesk.ui.knowledge.confirm import ConfirmSheet
from helpdesk.ui.knowledge.jobs_presenter import Job
from helpdesk.ui.knowledge.runs_pane import RunsPane
from helpdesk.ui.knowledge.screen import KnowledgeScreen
from helpdesk.ui.knowledge.synonyms_pane import SynonymsPane
from tests.fakes.inline_window import InlineWindow, drop, unspoken

REFUNDS = """# Refunds

Refunds reach your account within 5 working days.

## Where the money goes

The money goes back to the card the order was paid with.
"""
PARCELS = """# Parcels

A parcel from the zeppelin depot takes two days.
"""
LOCKS = """---
audience: internal
review_by: 2020-01-31
---
# Locks for agents

The zeppelin depot opens its lockers with the grey key.
"""
ALL, FAILED, STALE, INTERNAL, UNUSED, NEVER_CITED = range(6)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sources") / "acme"
    made.mkdir()
    (made / "refunds.md").write_text(REFUNDS, "utf-8")
    (made / "parcels.md").write_text(PARCELS, "utf-8")
    (made / "locks.md").write_text(LOCKS, "utf-8")
    (made / "broken.md").write_bytes(b"\x00\x01\x02" * 400)
    return made


def show(window: InlineWindow) -> KnowledgeScreen:
    """One screen for all, as in the window: the user comes back to it."""
    for screen in window.host.findChildren(KnowledgeScreen):
        screen.entered(Place("knowledge"))
        window.settle()
        return screen
    made = window.show(build, Place("knowledge"))
    assert isinstance(made, KnowledgeScreen)
    return made


def rows(screen: KnowledgeScreen) -> list[ArticleRow]:
    model = screen.library.list.model
    found = [model.row(number) for number in range(model.rowCount())]
    return [row for row in found if row is not None]


def titles(screen: KnowledgeScreen) -> set[str]:
    return {row.title for row in rows(screen)}


def choose(window: InlineWindow, screen: KnowledgeScreen, kind: int) -> set[str]:
    screen.library.pane.articles.quick.segment(kind).click()
    window.settle()
    return titles(screen)


def shown_bases(screen: KnowledgeScreen) -> list[BaseLine]:
    model = screen.library.pane.bases.rows.model()
    found = [model.index(number, 0).data(ROW) for number in range(model.rowCount())]
    return [line for line in found if isinstance(line, BaseLine)]


def test_without_knowledge_the_screen_says_how_to_get_some(window: InlineWindow) -> None:
    screen = show(window)
    assert "No knowledge yet" in screen.library.pane.words()
    assert not screen.library.pane.base_settings.isEnabled()
    assert unspoken(screen) == []


def test_a_folder_is_imported_and_what_failed_is_named(window: InlineWindow, folder: Path) -> None:
    screen = show(window)
    screen.import_paths([folder])
    window.settle()
    assert screen.work.currentWidget() is screen.result
    assert "3 added" in screen.result.words()
    assert "broken.md" in screen.result.words()
    assert {"Refunds", "Parcels", "Locks for agents"} <= titles(screen)
    assert "in order" in screen.library.pane.words()
    model = screen.library.list.model
    spoken = [model.index(number, 0).data() for number in range(model.rowCount())]
    assert any("could not be read" in words for words in spoken)
    assert any("internal" in words and "stale" in words for words in spoken)
    screen.import_paths([folder])
    window.settle()
    assert "3 unchanged" in screen.result.words()


def test_a_base_shows_at_a_glance_how_it_is(window: InlineWindow) -> None:
    screen = show(window)
    (line,) = shown_bases(screen)
    assert (line.name, line.failed, line.stale) == ("acme", 1, 1)
    assert line.health == "has failures"
    spoken = screen.library.pane.bases.rows.model().index(0, 0).data()
    assert "1 failed" in spoken
    assert "1 stale" in spoken


def test_quick_filters_show_what_needs_care(window: InlineWindow) -> None:
    screen = show(window)
    assert choose(window, screen, FAILED) == {row.title for row in rows(screen) if row.state is ArticleState.FAILED}
    assert len(rows(screen)) == 1
    assert choose(window, screen, STALE) == {"Locks for agents"}
    assert choose(window, screen, INTERNAL) == {"Locks for agents"}
    assert choose(window, screen, UNUSED) == set()
    assert "None here" in screen.library.pane.articles.words()
    assert {"Refunds", "Parcels"} <= choose(window, screen, NEVER_CITED)
    QTest.keyClicks(screen.library.pane.articles.filter, "refu")
    window.settle()
    assert titles(screen) == {"Refunds"}
    assert "1 article of this kind" in screen.library.pane.words()
    screen.library.pane.articles.show_all()
    window.settle()
    assert len(rows(screen)) == 4


def test_a_question_finds_passages_and_opens_the_article_there(window: InlineWindow) -> None:
    screen = show(window)
    pane = screen.library.pane
    QTest.keyClicks(pane.search, "zeppelin depot parcel")
    window.settle()
    assert "by words and meaning" in pane.words()
    hit = screen.library.searching.hit(0)
    assert hit is not None
    assert hit.passage.title == "Parcels"
    assert hit.lexical > 0
    assert screen.library.searching.model.index(0, 0).data().startswith("Parcels")
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    window.settle()
    assert pane.found.rows.hasFocus()
    assert screen.work.currentWidget() is screen.article.pane
    assert "zeppelin depot" in screen.article.pane.marked_text()
    pane.search.setText("?!")
    window.settle()
    assert "Nothing found" in pane.found.words()
    pane.search.setText("")
    window.settle()
    assert pane.current_list() is pane.articles.rows
    assert "4 articles" in pane.words()


def test_a_search_may_be_narrowed_and_says_why_something_is_left_out(window: InlineWindow) -> None:
    screen = show(window)
    pane = screen.library.pane
    pane.search.setText("zeppelin depot grey key")
    window.settle()
    found = screen.library.searching
    assert {row.passage.title for row in map(found.hit, range(found.model.rowCount())) if row} >= {"Locks for agents"}
    pane.found.audience.setCurrentIndex(pane.found.audience.findData(Audience.PUBLIC))
    window.settle()
    hits = [row.passage.title for row in map(found.hit, range(found.model.rowCount())) if row]
    assert "Locks for agents" not in hits
    assert "left out" in pane.words()
    spoken = [found.model.index(number, 0).data() for number in range(found.model.rowCount())]
    assert any(words.startswith("Left out: Locks for agents") for words in spoken)
    pane.found.widen()
    pane.search.setText("")
    window.settle()


def test_an_article_is_read_from_the_list_by_keys(window: InlineWindow) -> None:
    screen = show(window)
    listed = screen.library.pane.articles.rows
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    window.settle()
    assert listed.current() == 0
    model = screen.library.list.model
    listed.selectRow(model.find(lambda row: row.state is ArticleState.FAILED))
    window.settle()
    assert "broken.md" in screen.article.unreadable.words()
    assert screen.work.currentWidget() is screen.article.unreadable
    listed.selectRow(model.find(lambda row: row.title == "Refunds"))
    assert screen.work.currentWidget() is screen.article.pane
    assert unspoken(screen) == []
    QTest.keyClick(listed, Qt.Key.Key_Slash)
    assert screen.library.pane.search.hasFocus()
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_F)
    assert screen.library.pane.articles.filter.hasFocus()


def test_a_folder_may_be_dropped_and_a_lost_one_is_said(window: InlineWindow, folder: Path) -> None:
    screen = show(window)
    assert drop(screen, QUrl.fromLocalFile(str(folder)), QUrl.fromLocalFile("/a/picture.png"))
    assert "picture.png is no knowledge" in window.toasts.words()
    window.settle()
    assert "3 unchanged" in screen.result.words()
    screen.import_paths([folder / "gone"])
    window.settle()
    assert [type(error).__name__ for error in window.reported] == ["BadInput"]
    assert not screen.jobs.busy
    window.reported.clear()


def test_rebuilding_the_index_is_asked_for_and_said(window: InlineWindow) -> None:
    screen = show(window)
    screen.library.pane.reindex.click()
    window.settle()
    assert "built anew" in window.toasts.words()
    assert screen.library.pane.reindex.isEnabled()


def test_an_untrusted_index_and_trouble_are_said_in_place(window: InlineWindow) -> None:
    screen = show(window)
    window.bridge.publish(IndexChanged(False, "the manifest does not fit"))
    assert "the manifest does not fit" in screen.library.pane.words()
    screen.library.show_search_trouble(IndexStale("the process ended"))
    assert "the process ended" in screen.library.pane.words()
    screen.library.pane.retry_requested.emit()
    window.settle()
    assert "in order" in screen.library.pane.words()


def test_a_running_job_shows_where_it_is_and_stops_when_told(window: InlineWindow) -> None:
    screen = show(window)
    strip = screen.library.pane.strip
    screen.jobs._now = Job("read", "Reading acme", lambda desk, report: desk.knowledge.bases(), print)
    screen._feed.report(Progress(30, 30, "Embedding"))
    assert "Embedding" in strip.words()
    assert not screen.library.pane.reindex.isEnabled()
    screen.jobs._running = window.bridge.listen(lambda _: None)
    screen.library.pane.job_cancelled.emit()
    assert strip.isHidden()
    assert "What was finished stays" in window.toasts.words()
    screen._feed.report(Progress(31, 31, "Too late"))
    assert strip.isHidden()


def test_how_a_base_is_kept_is_set_in_one_place(window: InlineWindow, folder: Path) -> None:
    screen = show(window)
    pane, settings = screen.library.pane, screen.library.settings
    listed = pane.articles.rows
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_B)
    assert settings.isVisibleTo(screen)
    assert unspoken(settings) == []
    settings.audience.setCurrentIndex(settings.audience.findData(Audience.INTERNAL))
    settings.audience.activated.emit(settings.audience.currentIndex())
    settings.days.setCurrentIndex(settings.days.findData(90))
    settings.days.activated.emit(settings.days.currentIndex())
    settings.when_stale.setCurrentIndex(settings.when_stale.findData(WhenStale.EXCLUDE))
    settings.when_stale.activated.emit(settings.when_stale.currentIndex())
    window.settle()
    (base,) = screen.library.shelf.bases
    assert (base.audience, base.review_days, base.when_stale) == (Audience.INTERNAL, 90, WhenStale.EXCLUDE)
    assert all(row.audience is Audience.INTERNAL for row in rows(screen) if row.state is ArticleState.INDEXED)
    settings.audience.setCurrentIndex(settings.audience.findData(Audience.PUBLIC))
    settings.audience.activated.emit(settings.audience.currentIndex())
    settings.days.setCurrentIndex(settings.days.findData(0))
    settings.days.activated.emit(settings.days.currentIndex())
    window.settle()
    QTest.keyClick(settings, Qt.Key.Key_Escape)
    assert not settings.isVisibleTo(screen)


def test_a_folder_is_looked_through_again_after_saying_what_would_change(window: InlineWindow, folder: Path) -> None:
    screen = show(window)
    (folder / "parcels.md").write_text(PARCELS.replace("two days", "three days"), "utf-8")
    (folder / "keys.md").write_text("# Keys\n\nThe grey key hangs at the door.\n", "utf-8")
    screen.library.open_settings()
    screen.library.settings.rescan.click()
    window.settle()
    assert "1 added (keys.md)" in screen.sheet.words()
    assert "1 changed (parcels.md)" in screen.sheet.words()
    assert "Keys" not in titles(screen)
    screen.sheet.confirm.click()
    window.settle()
    assert "1 added, 1 changed" in screen.result.words()
    assert "Keys" in titles(screen)
    screen.library.open_settings()
    screen.library.settings.rescan.click()
    window.settle()
    assert "in step with its folder" in window.toasts.words()


def test_a_followed_folder_is_marked_so(window: InlineWindow) -> None:
    screen = show(window)
    screen.library.open_settings()
    screen.library.settings.watch.click()
    window.settle()
    assert "followed" in screen.library.pane.bases.rows.model().index(0, 0).data()
    screen.library.settings.watch.click()
    window.settle()
    assert "followed" not in screen.library.pane.bases.rows.model().index(0, 0).data()


def test_models_are_one_step_away(window: InlineWindow) -> None:
    screen = show(window)
    screen.library.pane.models.click()
    assert window.went[-1] == Place("preferences", section="Knowledge")


def test_what_nobody_has_looked_at_is_not_made_yet(window: InlineWindow) -> None:
    screen = window.show(build, Place("knowledge"))
    assert isinstance(screen, KnowledgeScreen)
    unseen = (ArticlePane, RunsPane, SynonymsPane, ConfirmSheet, BaseSettings)
    assert not any(screen.findChildren(kind) for kind in unseen)
    screen.runs.enter()
    window.settle()
    assert screen.runs.pane.isVisible()
    QTest.keyClick(screen.runs.pane.runs, Qt.Key.Key_Escape)
    assert not screen.runs.pane.isVisible()
    screen.library.open_settings()
    assert screen.library.settings.isVisible()
    assert not any(screen.findChildren(kind) for kind in (ArticlePane, SynonymsPane, ConfirmSheet))


def test_return_waits_for_what_is_found(window: InlineWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = show(window)
    pane, ask = screen.library.pane, window.bridge.call
    held: list[tuple[Any, ...]] = []
    with monkeypatch.context() as patched:
        patched.setattr(window.bridge, "call", lambda *asked, **_: held.append(asked))
        pane.search.setFocus()
        pane.search.setText("how long does a refund take")
        QTest.keyClick(pane.search, Qt.Key.Key_Return)
        assert pane.search.hasFocus()
    ask(*held[-1])
    window.settle()
    assert pane.current_list() is pane.found.rows
    assert pane.found.rows.hasFocus()
    assert pane.found.rows.current() == 0
    pane.search.clear()
