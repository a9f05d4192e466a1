"""Import runs and synonyms in the knowledge screen: what a run did, trying again, keeping a report, taking it all back."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from helpdesk.domain.import_run import FileState, RunFile, RunKind, RunState
from helpdesk.domain.progress import Progress, unheard
from helpdesk.ui.kit import Place
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.knowledge import build
from helpdesk.ui.knowledge.history_rows import file_look
from helpdesk.ui.knowledge.runs_pane import RunsPane
from helpdesk.ui.knowledge.screen import KnowledgeScreen
from helpdesk.ui.knowledge.synonyms_pane import SynonymsPane
from helpdesk.ui.language import day_and_clock
from tests.fakes.inline_window import InlineWindow, unspoken


@pytest.fixture(scope="module")
def folder(window: InlineWindow, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Imported: two articles, and a file that is none."""
    made = tmp_path_factory.mktemp("sources") / "garden"
    made.mkdir()
    (made / "rakes.md").write_bytes(b"\x00\x01\x02" * 400)
    roses = "# Roses\n\nCut roses in March, before the buds open.\n"
    hoses = "# Hoses\n\nA hose lasts ten years when it is kept dry.\n"
    return window.imports(made, roses=roses, hoses=hoses)


@pytest.fixture(scope="module")
def screen(window: InlineWindow, folder: Path) -> KnowledgeScreen:
    shown = window.show(build, Place("knowledge"))
    assert isinstance(shown, KnowledgeScreen)
    return shown


def open_runs(window: InlineWindow, screen: KnowledgeScreen) -> None:
    screen.library.pane.articles.rows.setFocus()
    QTest.keyClick(screen.library.pane.articles.rows, Qt.Key.Key_U)
    window.settle()


def files(screen: KnowledgeScreen) -> list[RunFile]:
    model = screen.runs.pane.files_model
    rows = [model.row(number) for number in range(model.rowCount())]
    return [row for row in rows if row is not None]


def run_words(screen: KnowledgeScreen) -> list[str]:
    model = screen.runs.pane.runs_model
    return [str(model.index(number, 0).data()) for number in range(model.rowCount())]


def test_every_run_says_what_it_did_to_which_file_and_why_one_failed(window: InlineWindow, screen: KnowledgeScreen) -> None:
    open_runs(window, screen)
    assert screen.work.currentWidget() is screen.runs.pane
    assert unspoken(screen) == []
    (words,) = run_words(screen)
    assert "garden" in words
    assert "2 added" in words
    assert "1 failed" in words
    assert [file.path for file in files(screen)] == ["rakes.md", "hoses.md", "roses.md"]
    assert files(screen)[0].state is FileState.FAILED
    assert "is not text" in str(screen.runs.pane.files_model.index(0, 0).data())
    assert "3 files" in screen.runs.pane.words()


def test_nothing_can_be_done_with_a_run_before_one_is_chosen(qtbot: QtBot) -> None:
    pane = RunsPane(PagedModel(lambda _: ""), PagedModel(lambda _: ""), file_look)
    qtbot.addWidget(pane)
    assert [made for made in (pane.retry, pane.go_on, pane.report, pane.roll_back) if made.isEnabled()] == []


def test_a_file_of_a_run_leads_to_its_article(window: InlineWindow, screen: KnowledgeScreen) -> None:
    open_runs(window, screen)
    screen.runs.pane.files.selectRow(2)
    QTest.keyClick(screen.runs.pane.files, Qt.Key.Key_Return)
    window.settle()
    assert screen.work.currentWidget() is screen.article.pane
    assert "Roses" in screen.article.pane.words()


def test_a_report_of_a_run_is_kept_as_a_table(window: InlineWindow, screen: KnowledgeScreen, tmp_path: Path) -> None:
    open_runs(window, screen)
    screen.runs.save_report(str(tmp_path / "garden.csv"))
    window.settle()
    assert "Report saved" in window.toasts.words()
    with (tmp_path / "garden.csv").open(encoding="utf-8-sig", newline="") as table:
        assert any("rakes.md" in row for row in csv.reader(table))


def test_failed_files_are_tried_again(window: InlineWindow, screen: KnowledgeScreen, folder: Path) -> None:
    open_runs(window, screen)
    assert screen.runs.pane.retry.isEnabled()
    (folder / "rakes.md").write_text("# Rakes\n\nA rake gathers leaves.\n", "utf-8")
    screen.runs.pane.retry.click()
    window.settle()
    assert screen.work.currentWidget() is screen.runs.pane
    assert len(run_words(screen)) == 2
    assert screen.library.list.model.find(lambda row: row.title == "Rakes") >= 0


def test_an_unfinished_run_goes_on(
    window: InlineWindow, screen: KnowledgeScreen, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that was paused is named on the button and in the list until it has gone on; nothing says that it finished."""
    (folder / "tulips.md").write_text("# Tulips\n\nTulips want sun.\n", "utf-8")
    knowledge = window.desk.knowledge
    reads = knowledge.import_path
    with monkeypatch.context() as patched:
        patched.setattr(knowledge, "import_path", lambda path, kb, _: reads(path, kb, lambda _: knowledge.pause()))
        screen.import_paths([folder])
        window.settle()
    assert screen.work.currentWidget() is not screen.result
    assert "1 unfinished" in screen.library.pane.runs.text()
    open_runs(window, screen)
    assert "Paused" in run_words(screen)[0]
    screen.runs.pane.runs.selectRow(0)
    assert not screen.runs.pane.roll_back.isEnabled()
    assert screen.runs.pane.go_on.isEnabled()
    screen.runs.pane.go_on.click()
    window.settle()
    assert "unfinished" not in screen.library.pane.runs.text()
    assert screen.library.list.model.find(lambda row: row.title == "Tulips") >= 0


def test_files_of_a_stopped_run_become_searchable_before_ones_eyes(
    window: InlineWindow, screen: KnowledgeScreen, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that was stopped before its files were in the index is on display; when the index has followed, so has the list."""
    (folder / "asters.md").write_text("# Asters\n\nAsters bloom in autumn.\n", "utf-8")
    knowledge = window.desk.knowledge
    reads = knowledge.import_path

    def stops(progress: Progress) -> None:
        if progress.label == "Embedding":
            knowledge.pause()

    with monkeypatch.context() as patched:
        patched.setattr(knowledge, "import_path", lambda path, kb, _: reads(path, kb, stops))
        screen.import_paths([folder])
        window.settle()
    open_runs(window, screen)
    screen.runs.pane.runs.selectRow(0)
    window.settle()
    assert [file.state for file in files(screen) if file.path == "asters.md"] == [FileState.READ]
    window.bridge.run(knowledge.ensure_index(unheard))
    window.settle()
    assert [file.state for file in files(screen) if file.path == "asters.md"] == [FileState.INDEXED]
    screen.runs.pane.go_on.click()
    window.settle()


def test_a_run_is_rolled_back_after_a_question(window: InlineWindow, screen: KnowledgeScreen, folder: Path) -> None:
    (folder / "roses.md").write_text("# Roses\n\nNever cut roses.\n", "utf-8")
    screen.import_paths([folder])
    window.settle()
    open_runs(window, screen)
    assert "1 changed" in run_words(screen)[0]
    screen.runs.pane.runs.selectRow(0)
    window.settle()
    screen.runs.pane.roll_back.click()
    window.settle()
    assert "Roll this run back?" in screen.sheet.words()
    asked = screen.sheet._words
    assert asked.height() >= asked.heightForWidth(asked.width()), "every line of the question is seen at its first asking"
    screen.sheet.confirm.click()
    window.settle()
    assert screen.work.currentWidget() is screen.runs.pane
    newest, before = screen.runs.pane.runs_model.row(0), screen.runs.pane.runs_model.row(1)
    assert newest is not None
    assert newest.kind is RunKind.ROLLBACK
    assert newest.state is RunState.DONE
    assert before is not None
    assert before.rolled_back_at is not None
    screen.runs.pane.runs.selectRow(1)
    window.settle()
    assert not screen.runs.pane.roll_back.isEnabled()
    files = screen.runs.pane.files_model
    assert "roses.md, Taken back, Changed" in [files.index(row, 0).data() for row in range(files.rowCount())]
    screen.runs.pane.runs.selectRow(0)
    window.settle()
    assert f"It took back the run of {day_and_clock(before.started_at)}" in screen.runs.pane.words()


def test_escape_leads_back_to_the_list(window: InlineWindow, screen: KnowledgeScreen) -> None:
    open_runs(window, screen)
    QTest.keyClick(screen.runs.pane.runs, Qt.Key.Key_Escape)
    assert screen.work.currentWidget() is not screen.runs.pane
    assert screen.library.pane.articles.rows.hasFocus()


def fill(pane: SynonymsPane, column: int, words: str) -> None:
    cell = pane.table.item(0, column)
    assert cell is not None
    cell.setText(words)


def test_synonyms_are_kept_and_a_line_that_cannot_be_is_named(window: InlineWindow, screen: KnowledgeScreen) -> None:
    screen.library.pane.synonyms.click()
    window.settle()
    pane = screen.synonyms.pane
    assert screen.work.currentWidget() is pane
    assert unspoken(screen) == []
    fill(pane, 0, "Hose")
    pane.save.click()
    window.settle()
    assert "Line 1" in pane.words()
    assert "no word that means the same" in pane.words()
    fill(pane, 1, "pipe, garden tube")
    pane.save.click()
    window.settle()
    assert "1 line saved" in pane.words()
    assert pane.lines() == [("Hose", "pipe, garden tube")]
    again = window.show(build, Place("knowledge"))
    assert isinstance(again, KnowledgeScreen)
    again.synonyms.enter()
    assert again.synonyms.pane.lines() == [("Hose", "pipe, garden tube")]
    again.synonyms.pane.table.setCurrentCell(0, 0)
    again.synonyms.pane.remove.click()
    again.synonyms.pane.save.click()
    assert "No synonyms are kept" in again.synonyms.pane.words()


def test_words_that_came_with_the_desk_are_seen_and_switched_off(window: InlineWindow, screen: KnowledgeScreen) -> None:
    screen.synonyms.enter()
    window.settle()
    pane = screen.synonyms.pane
    fill(pane, 0, "reimbursement")
    fill(pane, 1, "allowance")
    assert pane.shipped.whole.isChecked()
    assert unspoken(screen) == []
    assert pane.shipped.lines.item(0).text().startswith("refund, reimbursement")
    pane.shipped.lines.item(0).setCheckState(Qt.CheckState.Unchecked)
    pane.save.click()
    window.settle()
    assert "your lines go before this one: reimbursement" in pane.shipped.lines.item(0).text()
    assert pane.shipped.off() == ["refund"]
    pane.shipped.whole.click()
    pane.save.click()
    again = window.show(build, Place("knowledge"))
    assert isinstance(again, KnowledgeScreen)
    again.synonyms.enter()
    window.settle()
    assert not again.synonyms.pane.shipped.whole.isChecked()
    assert not again.synonyms.pane.shipped.lines.isEnabled()
    assert again.synonyms.pane.shipped.lines.item(0).checkState() is Qt.CheckState.Unchecked
    assert again.synonyms.pane.shipped.lines.item(1).checkState() is Qt.CheckState.Checked


def test_a_run_that_could_read_nothing_does_not_say_that_there_was_nothing_to_do(window: InlineWindow, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "pages.md").write_bytes(b"\x00\x01\x02" * 400)
    window.imports(tmp_path / "broken")
    again = window.show(build, Place("knowledge"))
    assert isinstance(again, KnowledgeScreen)
    open_runs(window, again)
    words = run_words(again)[0]
    assert "1 failed" in words
    assert "nothing taken in" in words
    assert "nothing to do" not in words


def test_an_import_tells_its_result_also_where_only_runs_of_another_base_are_listed(
    window: InlineWindow, folder: Path, tmp_path: Path
) -> None:
    again = window.show(build, Place("knowledge"))
    assert isinstance(again, KnowledgeScreen)
    bases = again.library.pane.bases.rows
    names = [str(bases.model().index(row, 0).data()) for row in range(bases.model().rowCount())]
    bases.setCurrentIndex(bases.model().index(next(n for n, name in enumerate(names) if folder.name in name), 0))
    window.settle()
    open_runs(window, again)
    assert all(folder.name in words for words in run_words(again))
    (tmp_path / "kitchen").mkdir()
    (tmp_path / "kitchen" / "pans.md").write_text("# Pans\n\nDry a pan at once.\n", "utf-8")
    again.import_paths([tmp_path / "kitchen"])
    window.settle()
    assert again.work.currentWidget() is again.result
    assert "1 added" in again.result.words()
