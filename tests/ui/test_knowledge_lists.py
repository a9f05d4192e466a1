"""What the knowledge screen's lists say and ask for, whatever their length, and how a comparison of two texts is laid out."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.domain.article import ArticleFilter, ArticleRow, ArticleState, ArticleStatus, Audience, KnowledgeBase
from helpdesk.domain.article_history import Impact, ImportPreview
from helpdesk.domain.errors import DiskFull
from helpdesk.domain.evidence import Evidence, Hit, SearchPath, SecondLooked
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId
from helpdesk.domain.import_run import FileChange, FileState, ImportReport, RunFile
from helpdesk.domain.progress import Progress
from helpdesk.domain.word_diff import word_diff
from helpdesk.ui.bridge import HandDelays, InlineBridge, ThreadBridge
from helpdesk.ui.kit.paged_model import PAGE, PagedModel
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.knowledge.article_rows import BaseLine, article_look, base_lines, base_look, spoken_article, spoken_base
from helpdesk.ui.knowledge.articles_pane import ArticlesPane
from helpdesk.ui.knowledge.confirm import impact_heading
from helpdesk.ui.knowledge.diff_lines import diff_lines, folded, spoken_totals
from helpdesk.ui.knowledge.diff_view import DiffView
from helpdesk.ui.knowledge.found_pane import found_words
from helpdesk.ui.knowledge.history_rows import file_look
from helpdesk.ui.knowledge.jobs_presenter import JobsPresenter, counts
from helpdesk.ui.knowledge.library import preview_words
from helpdesk.ui.knowledge.list_presenter import ListPresenter
from helpdesk.ui.knowledge.search_presenter import corrections

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

TOTAL = 20_000
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def article(number: int, **changed: object) -> ArticleRow:
    known: dict[str, object] = {
        "id": ArticleId(number),
        "kb_id": KnowledgeBaseId(1),
        "kb": "Shop",
        "path": f"guides/{number}.md",
        "title": f"Guide {number}",
        "state": ArticleState.INDEXED,
        "audience": Audience.PUBLIC,
        "passages": 3,
        "updated_at": NOW,
        "failure": "",
    }
    return ArticleRow(**{**known, **changed})  # type: ignore[arg-type]


@dataclass
class ManyArticles:
    """A desk with twenty thousand articles that notes what it is asked for."""

    asked: list[tuple[ArticleFilter, int, int]] = field(default_factory=list)
    failing: Exception | None = None

    async def page(self, wanted: ArticleFilter, offset: int, limit: int) -> tuple[list[ArticleRow], int]:
        self.asked.append((wanted, offset, limit))
        if self.failing is not None:
            raise self.failing
        return [article(number) for number in range(offset, min(offset + limit, TOTAL))], TOTAL


@dataclass
class Heard:
    totals: list[tuple[int, bool]] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)

    def show_article_total(self, total: int, filtered: bool) -> None:
        self.totals.append((total, filtered))

    def show_list_trouble(self, error: Exception) -> None:
        self.troubles.append(error)


@pytest.fixture
def many() -> ManyArticles:
    return ManyArticles()


def test_twenty_thousand_articles_are_asked_for_only_where_one_looks(qtbot: QtBot, many: ManyArticles) -> None:
    """From the first row to the last in one leap: a handful of pages, however long the list."""
    bridge, heard = InlineBridge(), Heard()
    model: PagedModel[ArticleRow] = PagedModel(spoken_article)
    presenter = ListPresenter(heard, model, bridge, HandDelays())
    pane = ArticlesPane(model)
    qtbot.addWidget(pane)
    pane.resize(440, 700)
    pane.show()
    presenter.desk_ready(cast("Desk", SimpleNamespace(articles=many)))
    QApplication.processEvents()
    assert model.rowCount() == TOTAL
    pane.rows.setFocus()
    chosen: list[int] = []
    pane.article_chosen.connect(chosen.append)
    pane.rows.step(1)
    QTest.keyClick(pane.rows, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert chosen == [0, TOTAL - 1]
    assert model.index(TOTAL - 1, 0).data() == "Guide 19999, Shop, searchable"
    assert len(many.asked) <= 4
    assert all(limit == PAGE for _, _, limit in many.asked)
    assert set(heard.totals) == {(TOTAL, False)}
    bridge.close()


def test_a_list_that_cannot_be_had_says_so_and_comes_when_asked_again(qtbot: QtBot, many: ManyArticles) -> None:
    bridge, heard = InlineBridge(), Heard()
    model: PagedModel[ArticleRow] = PagedModel(spoken_article)
    presenter = ListPresenter(heard, model, bridge, HandDelays())
    many.failing = DiskFull(path=None)  # type: ignore[arg-type]
    presenter.desk_ready(cast("Desk", SimpleNamespace(articles=many)))
    QApplication.processEvents()
    assert [type(error) for error in heard.troubles] == [DiskFull]
    many.failing = None
    presenter.load()
    QApplication.processEvents()
    assert heard.totals == [(TOTAL, False)]
    bridge.close()


def test_an_article_says_its_standing_and_how_its_drafts_fared() -> None:
    stale = article(1, status=ArticleStatus.INTERNAL, stale=True, cited=7, approved=5)
    assert spoken_article(stale) == "Guide 1, Shop, searchable, internal, stale, cited 7 times, 5 approved"
    look = article_look(stale)
    assert [tag.words for tag in look.upper][1:] == ["Internal", "Stale"]
    assert look.lower[0].words == "cited 7× · approved 5×"
    failed = article_look(article(2, state=ArticleState.FAILED, failure="line 3: is not text"))
    assert failed.below.words == "✕ guides/2.md: line 3: is not text"
    unread = article_look(article(3, title="", state=ArticleState.FAILED, failure="is not text"))
    assert (unread.title, unread.below.words) == ("guides/3.md", "✕ Shop: is not text")


def test_several_bases_have_a_line_for_all_of_them() -> None:
    first = KnowledgeBase(KnowledgeBaseId(1), "Shop", "/kb/shop", 10, 40, NOW, failed=1)
    second = KnowledgeBase(KnowledgeBaseId(2), "Agents", "/kb/agents", 5, 9, NOW, stale=2)
    lines = base_lines([first, second])
    assert (lines[0].name, lines[0].articles, lines[0].failed, lines[0].stale) == ("All 2 knowledge bases", 15, 1, 2)
    assert [line.health for line in lines] == ["has failures", "has failures", "needs a look"]
    assert BaseLine(None, "x", 0, 0, 0, 0, 0).health == "empty"
    assert len(base_lines([first])) == 1


def test_a_base_that_is_not_all_searchable_yet_is_not_said_to_be_in_order() -> None:
    (line,) = base_lines([KnowledgeBase(KnowledgeBaseId(1), "Shop", "/kb/shop", 10, 40, NOW, stale=1, waiting=3)])
    assert line.health == "not all searchable yet"
    assert "3 not searchable yet" in [tag.words for tag in base_look(line).upper]
    assert "3 not searchable yet" in spoken_base(line)


def test_a_file_of_a_run_says_where_and_why() -> None:
    failed = RunFile("a.md", FileState.FAILED, FileChange.ADDED, 7, "is not text", 3, None, None, None, "", NOW)
    assert file_look(failed).spoken == "a.md, Could not be read, Added, line 7: is not text (3 times)"
    renamed = RunFile("b.md", FileState.INDEXED, FileChange.RENAMED, 0, "", 1, None, None, None, "old.md", NOW)
    assert file_look(renamed).below.words == "was old.md"
    gone = RunFile("c.md", FileState.INDEXED, FileChange.REMOVED, 0, "", 1, None, None, None, "", NOW)
    assert [tag.words for tag in file_look(gone).upper] == ["Removed"]


def test_what_an_import_did_and_what_one_would_do_is_said_in_numbers() -> None:
    report = ImportReport(1, "Shop", 2, 1, 0, 40, 3, 1, 210, 4.2)  # type: ignore[arg-type]
    assert counts(report) == "2 added, 1 changed, 3 renamed, 1 held back, 40 unchanged; 210 passages in all, 4 s"
    assert counts(ImportReport(2, "Shop", changed=1)) == "1 changed"  # type: ignore[arg-type]
    assert counts(ImportReport(3, "Shop", 1, passages=1)) == "1 added; 1 passage in all, 0 s"  # type: ignore[arg-type]
    would = ImportPreview(tuple(f"{n}.md" for n in range(8)), (), ("old.md",), (("a.md", "b.md"),), ("h.md",), 12, (), ())
    words, touched = preview_words(would)
    assert words.startswith(
        "8 added (0.md, 1.md, 2.md, 3.md, 4.md, 5.md and 2 more), 1 renamed (a.md → b.md), 1 removed (old.md)"
    )
    assert touched == 10


def test_who_stands_on_a_change_is_counted() -> None:
    impacts = [
        Impact(1, 2, "Hub", "in-review", "a.md", "Hold it.", False),
        Impact(2, 3, "Hub", "sent", "a.md", "Hold it.", True),
    ]
    assert impact_heading(impacts) == "1 draft and 1 sent answer stand on it; of 1 the quoted words are gone"
    assert impact_heading(impacts[:1]) == "1 draft stands on it"
    assert impact_heading([]) == "No draft and no answer stands on it"


@dataclass
class Strip:
    """What the screen showed of the jobs."""

    said: list[str] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)
    reports: int = 0
    busy: bool = False

    def show_job_progress(self, progress: Progress, pausable: bool) -> None:
        self.busy = True

    def end_job(self) -> None:
        self.busy = False

    def show_import_reports(self, reports: Sequence[tuple[str, ImportReport]]) -> None:
        self.reports += len(reports)

    def article_gone(self, article_id: ArticleId) -> None: ...

    def base_gone(self, name: str) -> None: ...

    def say(self, words: str) -> None:
        self.said.append(words)

    def report(self, error: Exception) -> None:
        self.troubles.append(error)


def test_an_import_cut_short_by_a_change_of_settings_goes_on_in_the_next_desk(qtbot: QtBot, tmp_path: Path) -> None:
    bridge, strip, began = ThreadBridge(strip_crash), Strip(), threading.Event()

    async def hang(*_: object) -> None:
        began.set()
        await asyncio.Event().wait()

    async def import_path(*_: object) -> ImportReport:
        return ImportReport(1, "Shop")  # type: ignore[arg-type]

    def desk(work: Callable[..., object]) -> "Desk":
        return cast("Desk", SimpleNamespace(knowledge=SimpleNamespace(import_path=work)))

    jobs = JobsPresenter(strip, bridge, ProgressFeed())
    bridge.start()
    jobs.desk_ready(desk(hang))
    jobs.import_paths([tmp_path])
    assert began.wait(10)
    bridge.let_go(lambda: jobs.desk_ready(desk(import_path)))
    qtbot.waitUntil(lambda: strip.reports == 1)
    assert not strip.busy
    assert not jobs.busy
    assert not strip.troubles
    assert bridge.close()


def strip_crash(error: BaseException) -> None:
    raise AssertionError(error)


def test_a_corrected_word_is_said_once() -> None:
    hit = Hit(None, 1.0, 1.0, 1.0, corrected=(("ruoter", "router"),))  # type: ignore[arg-type]
    evidence = Evidence("my ruoter", (hit, hit), SearchPath.INDEX, 1.0, 1.0)
    assert corrections(evidence) == "Searched for “router” instead of “ruoter”."
    assert corrections(Evidence("router", (), SearchPath.INDEX, 0.0, 0.0)) == ""


def test_what_came_of_a_second_look_is_said_below_what_was_found() -> None:
    found = Evidence("router", (), SearchPath.INDEX, 0.0, 0.0)
    assert "second" not in found_words(found)
    assert found_words(replace(found, second=SecondLooked.DONE)).endswith("looked at a second time")
    assert "took too long" in found_words(replace(found, second=SecondLooked.LATE))
    failed = replace(found, second=SecondLooked.FAILED, failure="model.onnx is missing")
    assert found_words(failed).endswith("no second look: model.onnx is missing")


def test_every_changed_line_bears_a_sign_and_what_did_not_change_is_folded() -> None:
    older = "\n".join(["one", "two", "three", *(f"same {n}" for n in range(20)), "tail"])
    newer = older.replace("two", "two and a half").replace("tail\n", "").replace("one\n", "") + "\nnew end"
    lines = diff_lines(word_diff(older, newer))
    assert [line.mark for line in lines if line.changed] == ["−", "+", "+"]
    assert "".join(text for line in lines for kind, text in line.pieces if kind == "removed") == "one"
    short = folded(lines)
    assert any(line.folded for line in short)
    assert len(short) < len(lines)
    assert spoken_totals(word_diff("a b", "a b")) == "No words changed"
    assert spoken_totals(word_diff("a b", "a c d")) == "2 words added, 1 word removed"


def test_an_emptied_line_does_not_vanish_unseen() -> None:
    assert [line.mark for line in diff_lines(word_diff("a\n\nb\n", "a\nb\n"))] == [" ", "−", " "]


def test_a_comparison_shows_signs_and_disarms_what_deceives(qtbot: QtBot) -> None:
    view = DiffView("Changes")
    qtbot.addWidget(view)
    view.show_changes(word_diff("safe <b>\u202eold\n", "safe <b>new\n"))
    assert view.toPlainText().startswith("± safe <b>")
    assert "\u202e" not in view.toPlainText()
    assert view.document().isUndoRedoEnabled() is False
