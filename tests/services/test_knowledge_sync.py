"""A folder and its knowledge base, kept alike."""

import asyncio
import csv
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpdesk.adapters.folder_watcher import Rhythm, WatchfilesWatcher
from helpdesk.adapters.knowledge_sources import knowledge_source
from helpdesk.adapters.knowledge_sources.files import Entry, read_file
from helpdesk.adapters.knowledge_sources.limits import Allowance
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.article import ArticleFilter, ArticleRow, FileFailure
from helpdesk.domain.errors import BadInput, FolderNotFollowed, NotFound
from helpdesk.domain.events import Event, JobFailed
from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId
from helpdesk.domain.import_run import FileChange, FileState, ImportReport, RunFile, RunKind, RunState
from helpdesk.domain.progress import Progress, Report, unheard
from helpdesk.ports import FoundFile
from helpdesk.services.knowledge import Knowledge
from helpdesk.services.knowledge.placement import Placement
from helpdesk.services.knowledge.runs import Runs
from helpdesk.services.knowledge.survey import Survey
from tests.fakes.clock import FixedClock
from tests.fakes.watched_index import WatchedIndex

LONG = "\n".join(f"Step {n}: turn the wheel of part {n * 7} until the mark {n * 3} shows." for n in range(40))


class Desk:
    """A knowledge room over a folder of real files."""

    def __init__(self, knowledge: Knowledge, index: WatchedIndex, folder: Path, heard: list[Event]) -> None:
        self.knowledge = knowledge
        self.index = index
        self.folder = folder
        self.heard = heard

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    async def bring(self) -> ImportReport:
        return await self.knowledge.import_path(self.folder, None, unheard)

    async def articles(self) -> dict[str, ArticleRow]:
        found, _ = await self.knowledge.store.read(lambda records: records.articles.page(ArticleFilter(), 0, 1000))
        return {row.path: row for row in found}

    async def files(self, run_id: ImportRunId) -> dict[str, RunFile]:
        found, total = await self.knowledge.run_files(run_id, 0, 1000)
        assert total == len(found)
        return {file.path: file for file in found}

    async def base(self) -> KnowledgeBaseId:
        return (await self.knowledge.bases())[0].id

    async def history(self, article_id: ArticleId) -> int:
        return len(await self.knowledge.store.read(lambda records: records.articles.history(article_id)))


@pytest.fixture
async def desk(
    store: SqliteStore, clock: FixedClock, reader: MarkdownArticles, watched: WatchedIndex, tmp_path: Path
) -> AsyncIterator[Desk]:
    heard: list[Event] = []
    watcher = WatchfilesWatcher(Rhythm(quiet=0.05, longest=0.5, alive=0.2, poll=0.1))
    knowledge = Knowledge(store, watched, reader, knowledge_source, clock, heard.append, agent="Ada", watcher=watcher)
    made = Desk(knowledge, watched, tmp_path / "docs", heard)
    made.write("wheel.md", f"# The wheel\n\n{LONG}")
    made.write("valve.md", "# The valve\n\nTurn it left.")
    yield made
    await watcher.aclose()


class TestRenames:
    async def test_a_moved_file_stays_the_article_it_was(self, desk: Desk) -> None:
        await desk.bring()
        before, embedded = (await desk.articles())["wheel.md"], desk.index.embedded
        (desk.folder / "parts").mkdir()
        (desk.folder / "wheel.md").rename(desk.folder / "parts" / "wheel.md")
        report = await desk.bring()
        assert (report.renamed, report.added, report.removed, report.unchanged) == (1, 0, 0, 1)
        after = await desk.articles()
        assert after["parts/wheel.md"].id == before.id
        assert "wheel.md" not in after
        assert (await desk.history(before.id), desk.index.embedded) == (1, embedded)
        (file,) = (await desk.files(report.run_id)).values()
        assert (file.change, file.path_before, file.state) == (FileChange.RENAMED, "wheel.md", FileState.INDEXED)

    async def test_a_file_moved_and_edited_in_one_go_keeps_its_history(self, desk: Desk) -> None:
        await desk.bring()
        before = (await desk.articles())["wheel.md"].id
        (desk.folder / "wheel.md").unlink()
        desk.write("turning.md", f"# Turning the wheel\n\n{LONG}\n\nStop when it is warm.")
        report = await desk.bring()
        assert (report.renamed, report.added, report.removed) == (1, 0, 0)
        assert (await desk.articles())["turning.md"].id == before
        assert await desk.history(before) == 2

    async def test_a_new_file_on_another_matter_is_not_taken_for_a_moved_one(self, desk: Desk) -> None:
        await desk.bring()
        (desk.folder / "wheel.md").unlink()
        desk.write("lamp.md", "# The lamp\n\n" + LONG.replace("wheel", "lamp").replace("Step", "Point").replace("turn", "bend"))
        report = await desk.bring()
        assert (report.renamed, report.added, report.removed) == (0, 1, 1)

    async def test_a_file_may_move_to_where_a_removed_one_was(self, desk: Desk) -> None:
        await desk.bring()
        wheel = (await desk.articles())["wheel.md"].id
        (desk.folder / "valve.md").unlink()
        await desk.bring()
        (desk.folder / "wheel.md").rename(desk.folder / "valve.md")
        assert (await desk.bring()).renamed == 1
        assert (await desk.articles())["valve.md"].id == wheel


class TestCost:
    async def test_an_unchanged_file_is_not_even_opened_once_its_clock_has_settled(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("helpdesk.adapters.knowledge_sources.files.SETTLED_SECONDS", 0.0)
        await desk.bring()
        (desk.folder / "valve.md").write_text("# The valve\n\nTurn it right.")
        (desk.folder / "wheel.md").chmod(0o600)
        os.utime(desk.folder / "wheel.md", ns=(0, 0))
        await desk.bring()
        opened: list[str] = []

        def watched(entry: Entry, allowance: Allowance) -> FoundFile | FileFailure:
            opened.append(entry.path)
            return read_file(entry, allowance)

        monkeypatch.setattr("helpdesk.adapters.knowledge_sources.folder.read_file", watched)
        assert (await desk.bring()).unchanged == 2
        assert opened == []
        (desk.folder / "valve.md").write_text("# The valve\n\nTurn it up...")
        report = await desk.bring()
        assert (report.changed, report.unchanged, set(opened)) == (1, 1, {"valve.md"})

    async def test_readers_are_started_by_what_is_to_be_read_and_by_nothing_else(self, desk: Desk, clock: FixedClock) -> None:
        await desk.bring()
        workers = [WorkerProcess("reader-one"), WorkerProcess("reader-two")]
        readers = MarkdownArticles(workers=workers)
        later = Knowledge(desk.knowledge.store, desk.index, readers, knowledge_source, clock, desk.heard.append, agent="Ada")
        try:
            assert (await later.import_path(desk.folder, None, unheard)).unchanged == 2
            assert [worker.pid for worker in workers] == [None, None]
            desk.write("wheel.md", "# The wheel\n\nTurn it right.")
            assert (await later.import_path(desk.folder, None, unheard)).changed == 1
            assert all(worker.pid for worker in workers), "the second one too, before there is work for it"
        finally:
            await readers.aclose()

    async def test_a_changed_file_embeds_only_the_passages_that_changed(self, desk: Desk) -> None:
        sections = [f"## Part {n}\n\n" + f"The part number {n} is kept on shelf {n}. " * 30 for n in range(8)]
        desk.write("parts.md", "# Parts\n\n" + "\n\n".join(sections))
        await desk.bring()
        embedded = desk.index.embedded
        sections[3] += "It is blue."
        desk.write("parts.md", "# Parts\n\nAn introduction.\n\n" + "\n\n".join(sections))
        report = await desk.bring()
        assert report.changed == 1
        assert 0 < desk.index.embedded - embedded < 5

    async def test_a_copy_of_an_article_in_another_base_costs_no_embedding(self, desk: Desk, tmp_path: Path) -> None:
        await desk.bring()
        embedded = desk.index.embedded
        other = tmp_path / "copies"
        other.mkdir()
        (other / "wheel.md").write_text((desk.folder / "wheel.md").read_text())
        report = await desk.knowledge.import_path(other, None, unheard)
        assert (report.added, desk.index.embedded) == (1, embedded)


class TestRuns:
    async def test_a_run_tells_what_became_of_every_file(self, desk: Desk, tmp_path: Path) -> None:
        desk.write("empty.md", "")
        first = await desk.bring()
        files = await desk.files(first.run_id)
        assert {path: (f.change, f.state) for path, f in files.items()} == {
            "empty.md": (None, FileState.FAILED),
            "valve.md": (FileChange.ADDED, FileState.INDEXED),
            "wheel.md": (FileChange.ADDED, FileState.INDEXED),
        }
        (run,) = await desk.knowledge.runs()
        assert (run.state, run.kind, run.agent, run.source) == (RunState.DONE, RunKind.IMPORT, "Ada", str(desk.folder))
        assert run.report == first
        await desk.knowledge.save_report(first.run_id, tmp_path / "report.csv")
        rows = list(csv.reader((tmp_path / "report.csv").read_text("utf-8-sig").splitlines()))
        assert [row[0] for row in rows[:4]] == ["file", "empty.md", "valve.md", "wheel.md"]
        assert rows[1][2:5] == ["failed", "", files["empty.md"].reason]
        assert ["total added", "2"] in rows
        with pytest.raises(BadInput):
            await desk.knowledge.save_report(first.run_id, tmp_path / "missing" / "report.csv")
        with pytest.raises(NotFound):
            await desk.knowledge.save_report(ImportRunId(99), tmp_path / "report.csv")

    async def test_a_name_that_is_a_formula_stays_text_in_the_report(self, desk: Desk, tmp_path: Path) -> None:
        desk.write("=cmd.md", "# Formula\n\nText.")
        report = await desk.bring()
        await desk.knowledge.save_report(report.run_id, tmp_path / "report.csv")
        assert "\n'=cmd.md," in (tmp_path / "report.csv").read_text("utf-8-sig")

    async def test_a_file_known_to_be_bad_is_not_parsed_again_unless_asked(self, desk: Desk) -> None:
        (desk.folder / "binary.md").write_bytes(bytes(range(256)) * 10)
        first = await desk.bring()
        read: list[str] = []
        inner = desk.knowledge.reader.read

        async def heard(files):  # type: ignore[no-untyped-def]
            read.extend(file.path for file in files)
            return await inner(files)

        desk.knowledge.reader.read = heard  # type: ignore[method-assign]
        try:
            again = await desk.bring()
            assert (read, again.failed) == ([], first.failed)
            retried = await desk.knowledge.retry(first.run_id, unheard)
        finally:
            desk.knowledge.reader.read = inner  # type: ignore[method-assign]
        assert (read, [failure.path for failure in retried.failed]) == (["binary.md"], ["binary.md"])
        desk.write("binary.md", "# Not any more")
        assert (await desk.knowledge.retry(first.run_id, unheard)).added == 1

    async def test_a_paused_run_goes_on_where_it_was(self, desk: Desk) -> None:
        def pause_at_embedding(progress: Progress) -> None:
            if progress.label == "Embedding":
                desk.knowledge.pause()

        paused = await desk.knowledge.import_path(desk.folder, None, pause_at_embedding)
        assert (paused.paused, paused.added) == (True, 2)
        (run,) = await desk.knowledge.runs()
        assert run.state is RunState.PAUSED
        embedded = desk.index.embedded
        await desk.knowledge.keep_in_step()
        assert desk.index.embedded == embedded
        done = await desk.knowledge.resume(run.id, unheard)
        assert (done.run_id, done.paused, done.added, done.unchanged) == (run.id, False, 2, 0)
        assert {file.state for file in (await desk.files(run.id)).values()} == {FileState.INDEXED}
        assert [run.state for run in await desk.knowledge.runs()] == [RunState.DONE]

    async def test_the_seconds_of_every_stretch_of_a_run_are_counted(self, desk: Desk, clock: FixedClock) -> None:
        def worked_on(seconds: float, *, pause: bool = False) -> Report:
            def heard(progress: Progress) -> None:
                if progress.label == "Embedding" and not progress.done:
                    clock.advance(seconds=seconds)
                    if pause:
                        desk.knowledge.pause()

            return heard

        paused = await desk.knowledge.import_path(desk.folder, None, worked_on(40, pause=True))
        clock.advance(hours=8)
        again = await desk.knowledge.resume(paused.run_id, worked_on(30, pause=True))
        clock.advance(hours=8)
        done = await desk.knowledge.resume(paused.run_id, worked_on(20))
        assert (paused.seconds, again.seconds, done.seconds) == (40, 70, 90)
        (run,) = await desk.knowledge.runs()
        assert run.report == done

    async def test_the_seconds_of_a_killed_stretch_are_counted_until_a_file_was_last_heard_of(
        self, desk: Desk, clock: FixedClock
    ) -> None:
        paused = await desk.knowledge.import_path(desk.folder, None, lambda _: desk.knowledge.pause())
        for seconds in (60, 15):
            (before,) = await desk.knowledge.runs()
            runs, place = Runs(desk.knowledge.store, clock, "Ada"), Placement(before.kb, before.source)
            going_on = await runs.begin(place, Survey(folder=before.source), before.kind, before)
            clock.advance(seconds=seconds)
            (file, *_) = (await desk.files(paused.run_id)).values()
            await runs.note(going_on, [replace(file, updated_at=clock.now())])
            clock.advance(hours=1)
            assert await desk.knowledge.recover() == 1
        done = await desk.knowledge.resume(paused.run_id, unheard)
        assert done.seconds == paused.seconds + 75

    async def test_a_killed_run_is_found_at_the_next_start_and_ended_by_the_next_import(self, desk: Desk) -> None:
        kb_id = await desk.knowledge.store.write(lambda records: records.knowledge.base("docs", str(desk.folder)))
        killed = await desk.knowledge.store.write(
            lambda records: records.runs.begin(kb_id, str(desk.folder), RunKind.IMPORT, "Ada")
        )
        assert await desk.knowledge.recover() == 1
        assert [run.state for run in await desk.knowledge.runs(kb_id)] == [RunState.PAUSED]
        assert (await desk.bring()).run_id == killed
        assert [run.state for run in await desk.knowledge.runs(kb_id)] == [RunState.DONE]

    async def test_going_on_with_one_file_reads_that_file_only(self, desk: Desk) -> None:
        one = await desk.knowledge.import_path(desk.folder / "valve.md", None, lambda _: desk.knowledge.pause())
        assert one.paused
        assert (await desk.knowledge.resume(one.run_id, unheard)).run_id == one.run_id
        assert set(await desk.articles()) == {"valve.md"}

    async def test_a_passage_that_ends_the_embedder_holds_nobody_up(self, desk: Desk) -> None:
        desk.write("poison.md", "# Poison\n\nThis one is deadly.")
        desk.index.deadly = "deadly"
        report = await desk.bring()
        assert report.added == 3
        states = await desk.articles()
        assert "stops the embedder" in states["poison.md"].failure
        assert (await desk.knowledge.index_state()).passages == sum(row.passages for row in states.values())


class TestFollowing:
    async def test_a_followed_folder_is_read_when_it_changes(self, desk: Desk) -> None:
        await desk.bring()
        await desk.knowledge.watch(await desk.base(), True)
        await self.until(desk, lambda: True, rounds=2)
        desk.write("new.md", "# News\n\nOf today.")
        await self.until(desk, lambda: "new.md" in self.paths)
        runs = await desk.knowledge.runs()
        assert [run.kind for run in runs] == [RunKind.WATCH, RunKind.IMPORT]

    async def test_a_folder_that_goes_away_takes_nothing_with_it_and_is_followed_again_when_it_is_back(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        await desk.bring()
        await desk.knowledge.watch(await desk.base(), True)
        await self.until(desk, lambda: True, rounds=2)
        desk.folder.rename(tmp_path / "away")
        await self.until(desk, lambda: any(isinstance(event, JobFailed) for event in desk.heard))
        said = [event.error for event in desk.heard if isinstance(event, JobFailed)]
        assert isinstance(said[0], FolderNotFollowed)
        assert len(await desk.articles()) == 2
        (tmp_path / "away").rename(desk.folder)
        desk.write("back.md", "# Back\n\nAgain.")
        await self.until(desk, lambda: "back.md" in self.paths)

    async def test_a_base_filled_from_several_places_cannot_follow_one(self, desk: Desk, tmp_path: Path) -> None:
        await desk.bring()
        other = tmp_path / "other"
        other.mkdir()
        (other / "x.md").write_text("# X\n\nText.")
        await desk.knowledge.import_path(other, "docs", unheard)
        with pytest.raises(BadInput):
            await desk.knowledge.watch(await desk.base(), True)

    paths: set[str]

    async def until(self, desk: Desk, reached, rounds: int = 100) -> None:  # type: ignore[no-untyped-def]
        """Lets the lane work until that holds; every round waits for news, or for the turn of the switch."""
        for _ in range(rounds):
            async with asyncio.timeout(60):
                await desk.knowledge.follow()
            self.paths = set(await desk.articles())
            if reached():
                return
