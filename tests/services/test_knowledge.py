"""Importing knowledge into the real store and the real index."""

import asyncio
import zipfile
from collections.abc import AsyncIterator, Callable, Container, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from helpdesk.adapters.knowledge_sources import knowledge_source
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.article import ArticleFilter, ArticleRow, ArticleState, FileFailure, ReadArticle
from helpdesk.domain.errors import BadInput, DiskFull, EmbedderUnusable, IndexStale, ReadOnly
from helpdesk.domain.events import Event, IndexChanged, KnowledgeChanged
from helpdesk.domain.import_run import RunKind
from helpdesk.domain.progress import Progress, Report, unheard
from helpdesk.ports import FoundFile, IndexQuestion, KnowledgeSource, Records
from helpdesk.ports.knowledge import Opened
from helpdesk.services.knowledge import Knowledge
from helpdesk.services.knowledge.embedding import MOST_BATCH, Size
from helpdesk.services.knowledge.pace import Pace
from helpdesk.services.knowledge.survey import opened_here
from tests.fakes.clock import FixedClock
from tests.fakes.watched_index import WatchedIndex


@dataclass
class Room:
    knowledge: Knowledge
    index: WatchedIndex
    store: SqliteStore
    folder: Path
    heard: list[Event] = field(default_factory=list)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    async def bring(self, path: Path | None = None, kb: str | None = None, report: Report = unheard) -> tuple[int, ...]:
        """(added, changed, removed, unchanged, failed)"""
        done = await self.knowledge.import_path(path or self.folder, kb, report)
        return done.added, done.changed, done.removed, done.unchanged, len(done.failed)

    async def best(self, question: str) -> str:
        found = (await self.index.search(IndexQuestion(question))).candidates
        best = max(found, key=lambda candidate: (candidate.cosine or 0.0) + candidate.bm25)
        (passage,) = await self.store.read(lambda records: records.knowledge.passages([best.passage_id]))
        return passage.path

    async def rows(self) -> list[ArticleRow]:
        return (await self.store.read(lambda records: records.articles.page(ArticleFilter(), 0, 1000)))[0]

    async def states(self) -> dict[str, ArticleState]:
        return {row.path: row.state for row in await self.rows()}


@pytest.fixture
async def room(store: SqliteStore, clock: FixedClock, reader: MarkdownArticles, watched: WatchedIndex, tmp_path: Path) -> Room:
    heard: list[Event] = []
    knowledge = Knowledge(store, watched, reader, knowledge_source, clock, heard.append)
    made = Room(knowledge, watched, store, tmp_path / "docs", heard)
    made.write("reset.md", "# Reset a password\n\nOpen Settings and choose Security.")
    made.write("billing/refunds.md", "# Refunds\n\nWe refund within fourteen days.")
    for n in range(20):
        made.write(f"parts/part-{n}.md", f"# Part {n}\n\nThe spare part number {n} weighs {n} kilograms.")
    return made


async def test_a_folder_becomes_articles_that_are_found(room: Room, store: SqliteStore) -> None:
    assert await room.bring() == (22, 0, 0, 0, 0)
    assert set((await room.states()).values()) == {ArticleState.INDEXED}
    assert await room.best("how can I reset my password") == "reset.md"
    (base,) = await room.knowledge.bases()
    assert (base.name, base.articles, base.passages) == ("docs", 22, 22)
    assert (await room.knowledge.index_state()).trusted
    assert isinstance(room.heard[-1], KnowledgeChanged)
    assert any(isinstance(event, IndexChanged) and event.trusted for event in room.heard)
    rows, _ = await store.read(lambda records: records.articles.page(ArticleFilter(base.id), 0, 1))
    article = await room.store.read(lambda records: records.articles.opened(rows[0].id))
    assert article.source == (room.folder / article.path).read_text()


async def test_importing_again_does_only_what_changed(room: Room) -> None:
    await room.bring()
    embedded = room.index.embedded
    assert await room.bring() == (0, 0, 0, 22, 0)
    room.write("reset.md", "# Reset a password\n\nCall the help line.")
    room.write("new.md", "# Opening hours\n\nWe open at nine.")
    (room.folder / "billing/refunds.md").unlink()
    assert await room.bring() == (1, 1, 1, 20, 0)
    assert (room.index.embedded - embedded, room.index.updates, room.index.rebuilds) == (2, 1, 1)
    assert await room.best("when do you open") == "new.md"
    assert "billing/refunds.md" not in await room.states()


async def test_many_files_are_looked_into_elsewhere_and_a_few_here(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.adapters.knowledge_sources.files.SETTLED_SECONDS", 0.0)
    asked: list[int] = []

    async def apart(source: KnowledgeSource, wanted: Container[str]) -> AsyncIterator[Sequence[Opened | FileFailure]]:
        asked.append(source.count())
        async for some in opened_here(source, wanted):
            yield some

    room.knowledge = replace(room.knowledge, opening=apart)
    for n in range(80):
        room.write(f"more/part-{n}.md", f"# More {n}\n\nAnother part.")
    assert (await room.bring())[0] == 102
    assert asked == [102]
    room.write("reset.md", "# Reset a password\n\nCall the help line.")
    assert await room.bring() == (0, 1, 0, 101, 0)
    assert await room.bring() == (0, 0, 0, 102, 0)
    assert asked == [102]


async def test_what_cannot_be_read_is_reported_and_healed_by_the_next_import(room: Room) -> None:
    room.write("empty.md", "")
    (room.folder / "binary.md").write_bytes(bytes(range(256)) * 10)
    room.write("reset.md", "")
    report = await room.knowledge.import_path(room.folder, None, unheard)
    assert {f.path: f.reason.split(":")[0] for f in report.failed}.keys() == {"empty.md", "binary.md", "reset.md"}
    assert report.added == 21
    assert (await room.states())["empty.md"] is ArticleState.FAILED
    room.write("empty.md", "# Not any more")
    room.write("reset.md", "# Reset\n\nText.")
    (room.folder / "binary.md").unlink()
    assert await room.bring() == (2, 0, 0, 21, 0)
    assert set((await room.states()).values()) == {ArticleState.INDEXED}


async def test_a_file_that_breaks_keeps_its_last_good_text_in_service(room: Room) -> None:
    await room.bring()
    room.write("reset.md", "")
    assert await room.bring() == (0, 0, 0, 21, 1)
    assert (await room.states())["reset.md"] is ArticleState.FAILED
    assert await room.best("how can I reset my password") == "reset.md"
    room.write("reset.md", "# Reset a password\n\nOpen Settings and choose Security.")
    assert await room.bring() == (0, 1, 0, 21, 0)


async def test_a_folder_that_cannot_be_looked_into_loses_nothing(room: Room, tmp_path: Path) -> None:
    await room.bring()
    (room.folder / "billing").rename(tmp_path / "elsewhere")
    (room.folder / "billing").symlink_to(tmp_path / "elsewhere")
    assert await room.bring() == (0, 0, 0, 21, 1)
    assert "billing/refunds.md" in await room.states()


async def test_nothing_to_import_changes_nothing(room: Room, tmp_path: Path) -> None:
    await room.bring()
    for path in (*room.folder.rglob("*.md"),):
        path.unlink()
    for path in (room.folder, tmp_path / "missing"):
        with pytest.raises(BadInput):
            await room.bring(path)
    assert len(await room.states()) == 22


class TestBases:
    async def test_one_corrected_file_takes_its_old_place(self, room: Room) -> None:
        await room.bring(kb="Handbook")
        room.write("billing/refunds.md", "# Refunds\n\nWe refund within thirty days.")
        assert await room.bring(room.folder / "billing" / "refunds.md") == (0, 1, 0, 0, 0)
        assert [(base.name, base.articles) for base in await room.knowledge.bases()] == [("Handbook", 22)]
        assert await room.bring() == (0, 0, 0, 22, 0)

    async def test_two_folders_of_one_name_are_two_bases(self, room: Room, tmp_path: Path) -> None:
        await room.bring()
        other = tmp_path / "other" / "docs"
        other.mkdir(parents=True)
        (other / "reset.md").write_text("# Another product")
        assert await room.bring(other) == (1, 0, 0, 0, 0)
        assert await room.bring(other) == (0, 0, 0, 1, 0)
        assert {base.name: base.articles for base in await room.knowledge.bases()} == {"docs": 22, "docs 2": 1}

    async def test_a_moved_folder_stays_the_base_it_was(self, room: Room, tmp_path: Path) -> None:
        await room.bring()
        moved = tmp_path / "moved" / "docs"
        moved.parent.mkdir()
        room.folder.rename(moved)
        (moved / "reset.md").unlink()
        assert await room.bring(moved) == (0, 0, 1, 21, 0)
        assert len(await room.knowledge.bases()) == 1

    async def test_another_folder_under_an_old_name_adds_and_removes_nothing(self, room: Room, tmp_path: Path) -> None:
        await room.bring(kb="All")
        other = tmp_path / "faq"
        other.mkdir()
        (other / "faq.md").write_text("# Questions\n\nAnd answers.")
        assert await room.bring(other, kb="All") == (1, 0, 0, 0, 0)
        assert await room.bring(other, kb="All") == (0, 0, 0, 1, 0)
        assert await room.bring(kb="All") == (0, 0, 0, 22, 0)
        assert [base.articles for base in await room.knowledge.bases()] == [23]

    async def test_an_archive_is_imported_like_its_folder(self, room: Room, tmp_path: Path) -> None:
        packed = tmp_path / "docs.zip"
        with zipfile.ZipFile(packed, "w") as archive:
            for path in sorted(room.folder.rglob("*.md")):
                archive.write(path, path.relative_to(tmp_path))
        assert await room.bring(packed) == (22, 0, 0, 0, 0)
        assert [base.name for base in await room.knowledge.bases()] == ["docs"]
        assert "billing/refunds.md" in await room.states()


class TestInterruption:
    async def test_a_cancelled_import_keeps_what_it_has_and_goes_on_from_there(self, room: Room, store: SqliteStore) -> None:
        def stop_at_embedding(progress: Progress) -> None:
            if progress.label == "Embedding" and (task := asyncio.current_task()):
                task.cancel()

        with pytest.raises(asyncio.CancelledError):
            await room.bring(report=stop_at_embedding)
        assert set((await room.states()).values()) == {ArticleState.READ}
        assert not (await room.knowledge.index_state()).trusted
        assert await room.bring() == (0, 0, 0, 22, 0)
        assert set((await room.states()).values()) == {ArticleState.INDEXED}

    async def test_what_was_embedded_before_a_stop_is_not_embedded_again(self, room: Room) -> None:
        for n in range(60):
            room.write(f"more/{n}.md", f"# More {n}\n\nThe thing number {n} is of another kind.")
        batches = iter(range(100))

        def gone_from_the_second_batch_on() -> None:
            if next(batches):
                raise IndexStale("the index process ended")

        room.index.on_embed = gone_from_the_second_batch_on
        assert await room.bring() == (82, 0, 0, 0, 0)
        assert room.index.embedded == 32
        assert not (await room.knowledge.index_state()).trusted
        room.index.on_embed = None
        state = await room.knowledge.ensure_index(unheard)
        assert (state.trusted, state.passages, room.index.embedded) == (True, 82, 82)

    async def test_without_an_embedder_the_import_stands_and_words_are_found(self, room: Room, store: SqliteStore) -> None:
        room.index.trouble = EmbedderUnusable("/models/gone", "model.onnx is missing")
        assert await room.bring() == (22, 0, 0, 0, 0)
        said = [event for event in room.heard if isinstance(event, IndexChanged)]
        assert [event.trusted for event in said] == [False]
        assert "model.onnx is missing" in said[0].words
        assert await store.read(lambda records: records.knowledge.words("password", (), 5))
        with pytest.raises(EmbedderUnusable):
            await room.knowledge.ensure_index(unheard)
        room.index.trouble = None
        assert (await room.knowledge.ensure_index(unheard)).trusted
        assert set((await room.states()).values()) == {ArticleState.INDEXED}

    async def test_a_full_disk_fails_the_run_and_loses_nothing(self, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
        for n in range(78):
            room.write(f"zz/{n}.md", f"# More {n}\n\nText.")
        write, writes = room.store.write, iter(range(100))

        async def full(work: Callable[[Records], object]) -> object:
            if next(writes) == 3:
                raise DiskFull(room.folder)
            return await write(work)  # type: ignore[arg-type]

        with monkeypatch.context() as patched:
            patched.setattr(room.store, "write", full)
            with pytest.raises(DiskFull):
                await room.bring()
        assert len(await room.states()) == 64
        assert await room.bring() == (36, 0, 0, 64, 0)

    async def test_an_index_process_that_dies_half_way_through_a_rebuild_is_given_everything_again(self, room: Room) -> None:
        assert await room.bring() == (22, 0, 0, 0, 0)
        rebuilds = room.index.rebuilds
        room.index.dies_once = True
        state = await room.knowledge.reindex(unheard)
        assert (state.trusted, state.passages, room.index.rebuilds) == (True, 22, rebuilds + 2)

    async def test_an_article_that_goes_while_the_index_is_built_is_not_in_it(self, room: Room) -> None:
        await room.bring()
        base = (await room.knowledge.bases())[0].id
        rebuilds = room.index.rebuilds
        room.index.meanwhile = lambda: room.store.write(lambda records: records.knowledge.remove_articles(base, ["reset.md"]))
        state = await room.knowledge.reindex(unheard)
        assert (state.trusted, state.passages, room.index.rebuilds) == (True, 21, rebuilds + 2)
        assert await room.best("reset a password") != "reset.md"

    async def test_an_index_folder_nobody_may_write_costs_no_import(self, room: Room, store: SqliteStore) -> None:
        room.index.trouble = ReadOnly(room.folder)
        assert await room.bring() == (22, 0, 0, 0, 0)
        assert [event.trusted for event in room.heard if isinstance(event, IndexChanged)] == [False]
        assert await store.read(lambda records: records.knowledge.words("password", (), 5))
        room.index.trouble = None
        assert (await room.knowledge.ensure_index(unheard)).trusted

    async def test_a_full_disk_does_not_keep_a_desk_with_an_unfinished_run_shut(
        self, room: Room, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def full(_: object) -> None:
            raise DiskFull(room.folder)

        await room.bring()
        base = (await room.knowledge.bases())[0].id
        await room.store.write(lambda records: records.runs.begin(base, str(room.folder), RunKind.IMPORT, ""))
        with monkeypatch.context() as patched:
            patched.setattr(room.store, "write", full)
            assert await room.knowledge.recover() == 0
        assert await room.knowledge.recover() == 1
        assert await room.knowledge.recover() == 0

    async def test_two_imports_at_once_take_turns(self, room: Room) -> None:
        heard: list[Progress] = []
        first, second = await asyncio.gather(room.bring(), room.bring(report=heard.append))
        assert (first, second) == ((22, 0, 0, 0, 0), (0, 0, 0, 22, 0))
        assert heard[0] == Progress(0, None, "Waiting for the index to be brought in step")


class TestIndex:
    async def test_ensuring_is_cheap_when_nothing_is_to_do(self, room: Room) -> None:
        await room.bring()
        room.heard.clear()
        before = await room.knowledge.index_state()
        assert await room.knowledge.ensure_index(unheard) == before
        assert (room.index.rebuilds, room.index.updates, room.heard) == (1, 0, [])

    async def test_an_empty_desk_gets_an_index_too(self, room: Room) -> None:
        state = await room.knowledge.ensure_index(unheard)
        assert (state.trusted, state.passages) == (True, 0)

    async def test_reindexing_builds_anew_without_embedding(self, room: Room) -> None:
        await room.bring()
        embedded, before = room.index.embedded, await room.knowledge.index_state()
        after = await room.knowledge.reindex(unheard)
        assert after.trusted
        assert after.epoch != before.epoch
        assert (room.index.embedded, room.index.rebuilds) == (embedded, 2)


class TestProgress:
    async def test_every_stage_is_named_and_counted_to_its_end(self, room: Room) -> None:
        heard: list[Progress] = []
        await room.bring(report=heard.append)
        labels = list(dict.fromkeys(progress.label for progress in heard))
        assert labels == ["Comparing", "Reading", "Embedding", "Indexing"]
        last = {progress.label: progress for progress in heard}
        assert all((p.done, p.total, p.seconds_left) == (22, 22, 0.0) for p in last.values())

    def test_the_estimate_waits_until_it_can_be_honest(self, clock: FixedClock) -> None:
        heard: list[Progress] = []
        pace = Pace("Reading", 100, clock, heard.append)
        clock.advance(seconds=1)
        pace.reached(10)
        clock.advance(seconds=9)
        pace.reached(1)
        pace.reached(20)
        pace.reached(120)
        assert [p.seconds_left for p in heard] == [None, None, None, 40.0, 0.0]
        assert heard[-1].total == 120

    def test_batches_grow_while_they_are_brisk_and_shrink_when_a_kill_would_cost_much(self) -> None:
        def after(now: int, seconds: float, passages: int) -> int:
            size = Size(now)
            size.took(passages, seconds)
            return size.now

        assert [after(32, seconds, 32) for seconds in (0.1, 1.0, 10.0)] == [64, 32, 16]
        assert (after(MOST_BATCH, 0.1, MOST_BATCH), after(16, 10.0, 16)) == (MOST_BATCH, 16)
        assert (after(64, 0.1, 32), after(16, 10.0, 32)) == (64, 16), "read before the size last changed"


async def test_new_rules_cut_the_stored_articles_anew_without_the_files(room: Room, reader: MarkdownArticles) -> None:
    await room.bring()
    before = {row.id: row.passages for row in await room.rows()}
    embedded, change = room.index.embedded, await room.store.read(lambda records: records.knowledge.change())
    for path in room.folder.rglob("*.md"):
        path.unlink()

    class OtherRules(MarkdownArticles):
        @property
        def chunker(self) -> str:
            return "md-0"

        async def read(self, files: Sequence[FoundFile]) -> list[ReadArticle | FileFailure]:
            read = await super().read(files)
            return [replace(one, title=one.title.upper()) if isinstance(one, ReadArticle) else one for one in read]

    room.knowledge = Knowledge(
        room.store, room.index, OtherRules(workers=reader._workers), knowledge_source, FixedClock(), room.heard.append
    )
    assert (await room.knowledge.ensure_index(unheard)).trusted
    assert {row.id: row.passages for row in await room.rows()} == before
    assert room.index.embedded - embedded == 22
    assert await room.store.read(lambda records: records.knowledge.change()) > change
    assert await room.best("how can I reset my password") == "reset.md"
    embedded = room.index.embedded
    assert (await room.knowledge.ensure_index(unheard)).trusted
    assert room.index.embedded == embedded
