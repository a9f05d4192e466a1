"""What was read is learned from and embedded while other files are still being read."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from helpdesk.adapters.index import EmbedderRecipe
from helpdesk.adapters.knowledge_sources import knowledge_source
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.article import FileFailure, ReadArticle
from helpdesk.domain.errors import IndexStale
from helpdesk.domain.import_run import RunState
from helpdesk.domain.progress import unheard
from helpdesk.ports import FoundFile
from helpdesk.services.knowledge import Knowledge, alongside
from helpdesk.services.knowledge.embedding import Speed
from helpdesk.services.knowledge.reading import A_TURN, turns
from tests.fakes.clock import FixedClock
from tests.fakes.lending import lent_index
from tests.fakes.watched_index import BUILT_IN, WatchedIndex

FILES = 130
LEARNING = EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder", learns=True)


@dataclass
class HeldReader:
    """The real reader, which gives its second batch only once something else happened."""

    reader: MarkdownArticles
    wait_for: asyncio.Event
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    batches: int = 0

    @property
    def chunker(self) -> str:
        return self.reader.chunker

    async def read(self, files: Sequence[FoundFile]) -> list[ReadArticle | FileFailure]:
        self.batches += 1
        if self.batches > 1:
            self.reached.set()
            await asyncio.wait_for(self.wait_for.wait(), 60)
        return await self.reader.read(files)

    async def ready(self) -> None:
        await self.reader.ready()

    async def with_included(self, file: FoundFile) -> str | FileFailure:
        return await self.reader.with_included(file)


@dataclass
class Room:
    knowledge: Knowledge
    index: WatchedIndex
    reader: HeldReader
    folder: Path


async def furnished(store: SqliteStore, reader: MarkdownArticles, index: WatchedIndex, folder: Path) -> Room:
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:03}.md").write_text(
            f"# Part {number}\n\nTurn wheel {number} to the mark of valve {number}.", "utf-8"
        )
    held = HeldReader(reader, asyncio.Event())
    index.on_embed = held.wait_for.set
    learner = "built-in" if index._place.recipe.learns else ""
    knowledge = Knowledge(store, index, held, knowledge_source, FixedClock(), lambda _: None, learner=learner)
    return Room(knowledge, index, held, folder)


@pytest.fixture(params=[BUILT_IN, LEARNING], ids=["with weights", "learning"])
async def room(
    request: pytest.FixtureRequest,
    store: SqliteStore,
    reader: MarkdownArticles,
    index_worker: WorkerProcess,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Room]:
    monkeypatch.setattr(alongside, "A_ROUND", 20)
    monkeypatch.setattr(alongside, "ENOUGH", 40)
    async with lent_index(WatchedIndex(tmp_path / "index", request.param, index_worker)) as index:
        yield await furnished(store, reader, index, tmp_path / "docs")


async def test_embedding_begins_before_the_last_file_is_read(room: Room) -> None:
    report = await room.knowledge.import_path(room.folder, None, unheard)

    assert (report.added, report.failed) == (FILES, ())
    assert (await room.knowledge.index_state()).passages == FILES


async def test_an_index_that_fails_meanwhile_holds_up_no_file(room: Room) -> None:
    def gone() -> None:
        room.reader.wait_for.set()
        if room.reader.batches < 3:
            raise IndexStale("the index process ended")

    room.index.on_embed = gone

    report = await room.knowledge.import_path(room.folder, None, unheard)

    assert (report.added, report.failed) == (FILES, ())
    assert (await room.knowledge.index_state()).passages == FILES


async def test_a_cancelled_import_leaves_nothing_working_on(room: Room) -> None:
    room.index.on_embed = None
    task = asyncio.create_task(room.knowledge.import_path(room.folder, None, unheard))
    await room.reader.reached.wait()

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    counted = room.index.embedded
    room.reader.wait_for.set()
    (run,) = await room.knowledge.runs()

    assert run.state is RunState.CANCELLED
    report = await room.knowledge.import_path(room.folder, None, unheard)
    assert report.added + report.unchanged == FILES
    assert room.index.embedded <= FILES + counted  # a batch that was on its way may come again


def test_what_is_read_first_of_many_files_is_drawn_from_all_of_them() -> None:
    paths = [f"{folder}/{number}.md" for folder in ("billing", "network", "office", "safety") for number in range(1_000)]

    parts = turns(paths)

    assert sorted(path for part in parts for path in part) == sorted(paths)
    drawn = [path.partition("/")[0] for path in parts[0]]
    assert len(drawn) == A_TURN and min(drawn.count(folder) for folder in set(drawn)) > A_TURN / 8 and len(set(drawn)) == 4
    assert turns(paths[:10]) == [set(paths[:10])]


class HeldIndex(WatchedIndex):
    """Embeds only once a rebuild was given its first vectors."""

    def __init__(self, folder: Path, recipe: EmbedderRecipe, worker: WorkerProcess) -> None:
        super().__init__(folder, recipe, worker)
        self.given = asyncio.Event()

    async def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        await asyncio.wait_for(self.given.wait(), 60)
        return await super().embed(texts, query=query)

    async def _later(self, vectors: AsyncIterator[Sequence[bytes]]) -> AsyncIterator[Sequence[bytes]]:
        async for batch in super()._later(vectors):
            self.given.set()
            yield batch


async def test_vectors_that_are_there_are_indexed_while_others_are_made(
    store: SqliteStore, reader: MarkdownArticles, index_worker: WorkerProcess, tmp_path: Path
) -> None:
    async with lent_index(HeldIndex(tmp_path / "index", BUILT_IN, index_worker)) as index:
        index.given.set()
        room = await furnished(store, reader, index, tmp_path / "docs")
        room.reader.wait_for.set()
        await room.knowledge.import_path(room.folder, None, unheard)
        index.given.clear()
        for number in range(FILES):
            (room.folder / f"more-{number:03}.md").write_text(f"# More {number}\n\nOil the hinge of door {number}.", "utf-8")

        await room.knowledge.import_path(room.folder, None, unheard)

        state = await room.knowledge.index_state()
        assert (state.trusted, state.passages) == (True, 2 * FILES)


@pytest.mark.parametrize(
    ("embedder", "tokens", "passages"), [("quick", 200, 64), ("quick", 20, 320), ("quick", 400, 32), ("another", 20, 32)]
)
def test_a_round_begins_with_as_many_passages_as_the_embedder_took_lately(embedder: str, tokens: int, passages: int) -> None:
    assert Speed("quick", 25_600.0).batch(embedder, tokens) == passages
