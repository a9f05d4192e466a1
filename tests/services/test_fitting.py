"""When the embedder learns from the passages, and what happens to what it learned before."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from helpdesk.adapters.index import EmbedderRecipe, LocalIndex, engine
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.article import ArticleFilter, Audience, ReadArticle
from helpdesk.domain.progress import Progress, unheard
from helpdesk.ports import IndexQuestion
from helpdesk.ports.learned_records import Learned
from helpdesk.services.knowledge.fitting import Fitting
from tests.fakes.clock import FixedClock
from tests.fakes.knowledge import article, bare, embed, put, rebuild
from tests.fakes.lending import lent_index

BUILT_IN = EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder", learns=True)
ANOTHER_MODEL = "fastembed/another-model"


class LearningIndex(LocalIndex):
    """The real index, which counts how often it learned and stops on the way when told to."""

    fits = 0
    stuck: asyncio.Event | None = None

    async def learn(self, texts: AsyncIterator[Sequence[str]]) -> bytes:
        if self.stuck is not None:
            self.stuck.set()
            await asyncio.Event().wait()
        self.fits += 1
        return await super().learn(texts)


@pytest.fixture
async def index(tmp_path: Path, index_worker: WorkerProcess) -> AsyncIterator[LearningIndex]:
    async with lent_index(LearningIndex(tmp_path / "index", BUILT_IN, index_worker)) as made:
        yield made


@pytest.fixture
def fitting(store: SqliteStore, index: LearningIndex, clock: FixedClock) -> Fitting:
    return Fitting(store, index, clock, "built-in")


ROUTERS = "The router with serial {n} blinks red until firmware {n} is installed and the cable is plugged in."
FRUIT = "Apples, pears and quinces of harvest {n} ripen slowly in cool orchards; prune trees before winter frost."


def manual(name: str, text: str, size: int, first: int = 0) -> list[ReadArticle]:
    return [article(f"{name}-{n}.md", f"{name} {n}", (f"Part {n}", text.format(n=n))) for n in range(first, first + size)]


async def fits_after(fitting: Fitting, index: LearningIndex) -> int:
    """How often it learned anew just now."""
    before = index.fits
    await fitting.settle(unheard)
    return index.fits - before


async def kept(store: SqliteStore) -> Learned:
    learned = await store.read(lambda records: records.learned.newest("built-in"))
    assert learned is not None
    return learned


async def test_it_learns_once_there_is_something_to_learn_from(
    store: SqliteStore, index: LearningIndex, fitting: Fitting
) -> None:
    assert await fits_after(fitting, index) == 0
    unfitted = await index.embedder_fingerprint()
    await put(store, "manual", manual("router", ROUTERS, 20))
    heard: list[Progress] = []
    await fitting.settle(heard.append)
    assert (heard[0].done, heard[-1].done, heard[-1].seconds_left) == (0, heard[-1].total, 0.0)
    learned = await kept(store)
    assert learned.passages == 20
    assert await index.embedder_fingerprint() == learned.fingerprint != unfitted
    assert await fits_after(fitting, index) == 0


async def test_it_learns_from_what_customers_may_read(store: SqliteStore, index: LearningIndex, fitting: Fitting) -> None:
    await put(store, "shop", manual("router", ROUTERS, 100))
    inside = await put(store, "inside", manual("apple", FRUIT, 30))
    await store.write(lambda records: records.knowledge.set_audience(inside, Audience.INTERNAL))
    assert await fits_after(fitting, index) == 1
    assert (await kept(store)).passages == 100


async def test_the_next_start_goes_on_with_what_was_learned(
    store: SqliteStore, index: LearningIndex, fitting: Fitting, tmp_path: Path, index_worker: WorkerProcess
) -> None:
    await put(store, "manual", manual("router", ROUTERS, 20))
    await fitting.settle(unheard)
    again = LearningIndex(tmp_path / "elsewhere", BUILT_IN, index_worker)
    await Fitting(store, again, fitting.clock, "built-in").settle(unheard)
    assert again.fits == 0
    assert await again.embedder_fingerprint() == (await kept(store)).fingerprint
    await index_worker.call(engine.leave, again._place)


async def test_a_few_new_articles_change_nothing(store: SqliteStore, index: LearningIndex, fitting: Fitting) -> None:
    await put(store, "manual", manual("router", ROUTERS, 40))
    await fitting.settle(unheard)
    await put(store, "manual", manual("apple", FRUIT, 3))
    assert await fits_after(fitting, index) == 0
    await put(store, "manual", manual("router", ROUTERS, 12, first=40))
    assert await fits_after(fitting, index) == 0


async def test_a_base_that_grew_or_shrank_by_half_is_learned_anew(
    store: SqliteStore, index: LearningIndex, fitting: Fitting
) -> None:
    kb = await put(store, "manual", manual("router", ROUTERS, 20))
    await fitting.settle(unheard)
    await put(store, "manual", manual("router", ROUTERS, 10, first=20))
    assert await fits_after(fitting, index) == 1
    gone = [f"router-{n}.md" for n in range(15)]
    await store.write(lambda records: records.knowledge.remove_articles(kb, gone))
    assert await fits_after(fitting, index) == 1
    assert (await kept(store)).passages == 15


async def test_a_subject_of_its_own_is_learned(store: SqliteStore, index: LearningIndex, fitting: Fitting) -> None:
    await put(store, "manual", manual("router", ROUTERS, 40))
    await fitting.settle(unheard)
    await put(store, "orchard", manual("apple", FRUIT, 12))
    assert await fits_after(fitting, index) == 1
    assert await fits_after(fitting, index) == 0


async def test_what_was_seen_to_fit_is_looked_at_again_once_other_articles_are_there(
    store: SqliteStore, index: LearningIndex, fitting: Fitting
) -> None:
    kb = await put(store, "manual", manual("router", ROUTERS, 40))
    await fitting.settle(unheard)
    await put(store, "manual", manual("router", ROUTERS, 12, first=40))
    assert await fits_after(fitting, index) == 0
    assert await fits_after(fitting, index) == 0
    gone = [f"router-{n}.md" for n in range(40, 52)]
    await store.write(lambda records: records.knowledge.remove_articles(kb, gone))
    await put(store, "orchard", manual("apple", FRUIT, 12))
    assert await fits_after(fitting, index) == 1


async def test_learning_that_was_cancelled_leaves_what_was_there(
    store: SqliteStore, index: LearningIndex, fitting: Fitting
) -> None:
    await put(store, "manual", manual("router", ROUTERS, 20))
    await fitting.settle(unheard)
    before = await kept(store)
    await put(store, "orchard", manual("apple", FRUIT, 20))
    index.stuck = asyncio.Event()
    job = asyncio.create_task(fitting.settle(unheard))
    await index.stuck.wait()
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    assert await kept(store) == before
    assert await index.embedder_fingerprint() == before.fingerprint
    index.stuck = None
    assert await fits_after(fitting, index) == 1


async def test_a_kill_between_two_fits_loses_neither(
    store: SqliteStore, index: LearningIndex, fitting: Fitting, tmp_path: Path, index_worker: WorkerProcess
) -> None:
    """The old fit goes on serving after the next start, and what was embedded with the new one is not embedded again."""
    await put(store, "manual", manual("router", ROUTERS, 8))
    await fitting.settle(unheard)
    old = (await rebuild(store, index)).embedder
    await put(store, "orchard", manual("apple", FRUIT, 8))
    await fitting.settle(unheard)
    new = await index.embedder_fingerprint()
    vectors = [(passage.hash, b"\0" * 2048) for passage in (await bare(store, new))[:6]]
    await store.write(lambda records: records.knowledge.put_vectors(new, vectors))
    await index_worker.call(engine.leave, index._place)

    again = LearningIndex(tmp_path / "index", BUILT_IN, index_worker)
    state = await again.state()
    assert (state.trusted, state.embedder) == (True, old)
    assert (await again.search(IndexQuestion("which router blinks red"))).candidates
    assert await fits_after(Fitting(store, again, fitting.clock, "built-in"), again) == 0
    assert await again.embedder_fingerprint() == new
    assert await store.read(lambda records: records.knowledge.without_vectors_count(new)) == 10
    assert (await rebuild(store, again)).embedder == new
    await index_worker.call(engine.leave, again._place)


async def test_learning_of_another_version_or_damaged_is_made_anew(
    store: SqliteStore, index: LearningIndex, fitting: Fitting
) -> None:
    await put(store, "manual", manual("router", ROUTERS, 20))
    bad = Learned("built-in/1:512:old", 20, (await store.read(lambda r: r.learned.sample(0, 50)))[-1][0], b"old bytes")  # type: ignore[arg-type]
    await store.write(lambda records: records.learned.keep("built-in", bad))
    assert await fits_after(fitting, index) == 1
    assert await index.embedder_fingerprint() == (await kept(store)).fingerprint != bad.fingerprint


async def test_what_was_learned_from_an_erased_article_is_forgotten(
    store: SqliteStore, index: LearningIndex, fitting: Fitting
) -> None:
    unfitted = await index.embedder_fingerprint()
    await put(store, "manual", manual("router", ROUTERS, 1))
    await fitting.settle(unheard)
    (row,), _ = await store.read(lambda records: records.articles.page(ArticleFilter(), 0, 1))
    await store.write(lambda records: records.articles.erase(row.id))
    assert await fits_after(fitting, index) == 0
    assert await index.embedder_fingerprint() == unfitted


async def test_an_embedder_with_weights_learns_nothing(store: SqliteStore, index: LearningIndex, clock: FixedClock) -> None:
    await put(store, "manual", manual("router", ROUTERS, 5))
    assert await fits_after(Fitting(store, index, clock, ""), index) == 0


class TestPruning:
    async def counts(self, store: SqliteStore) -> dict[str, int]:
        return dict(await store.read(lambda records: records.learned.vector_counts()))

    async def written(self, store: SqliteStore, embedder: str, *hashes: str) -> None:
        vectors = [(digest, b"\0" * 8) for digest in hashes]
        await store.write(lambda records: records.knowledge.put_vectors(embedder, vectors))

    async def test_vectors_of_superseded_fits_go_once_the_new_one_serves(
        self, store: SqliteStore, index: LearningIndex, fitting: Fitting
    ) -> None:
        await put(store, "manual", manual("router", ROUTERS, 10))
        unfitted = await embed(store, index)
        await fitting.settle(unheard)
        fitted = await embed(store, index)
        assert await self.counts(store) == {fitted: 10, unfitted: 10}
        assert await fitting.prune(unfitted) == 0
        assert await fitting.prune(fitted) == 10
        assert await self.counts(store) == {fitted: 10}

    async def test_of_other_models_the_last_one_stays(self, store: SqliteStore, fitting: Fitting) -> None:
        await put(store, "manual", manual("router", ROUTERS, 1))
        await self.written(store, "fastembed/long-gone", "a", "b")
        await self.written(store, ANOTHER_MODEL, "a")
        await self.written(store, "built-in/2:512:x", "a")
        assert await fitting.prune("built-in/2:512:x") == 2
        assert set(await self.counts(store)) == {ANOTHER_MODEL, "built-in/2:512:x"}

    async def test_while_nothing_serves_nothing_goes(self, store: SqliteStore, fitting: Fitting) -> None:
        await self.written(store, "built-in/2:512:x", "a")
        assert await fitting.prune("") == 0

    async def test_vectors_without_a_passage_go_when_they_are_many(
        self, store: SqliteStore, index: LearningIndex, fitting: Fitting
    ) -> None:
        await put(store, "manual", manual("router", ROUTERS, 4))
        await fitting.settle(unheard)
        serving = await embed(store, index)
        await self.written(store, serving, *map(str, range(8)))
        assert await fitting.prune(serving) == 0
        await self.written(store, serving, "one more")
        assert await fitting.prune(serving) == 9
        assert await self.counts(store) == {serving: 4}


@pytest.mark.parametrize("harm", ["gone with its folder", "damaged", "damaged and started again"])
async def test_what_the_index_lost_of_it_comes_back_from_the_store(
    store: SqliteStore, index: LearningIndex, fitting: Fitting, tmp_path: Path, index_worker: WorkerProcess, harm: str
) -> None:
    await put(store, "manual", manual("router", ROUTERS, 20))
    await fitting.settle(unheard)
    await rebuild(store, index)
    if harm == "gone with its folder":
        shutil.rmtree(tmp_path / "index")
    else:
        for file in [path for path in (tmp_path / "index").rglob("*") if path.is_file()]:
            file.write_bytes(b"not what it was" * 50)
    again = index
    if harm == "damaged and started again":
        await index_worker.call(engine.leave, index._place)
        again = LearningIndex(tmp_path / "index", BUILT_IN, index_worker)
    await Fitting(store, again, fitting.clock, "built-in").settle(unheard)
    assert again.fits == (1 if again is index else 0), "what is stored is not learned again"
    assert await again.embedder_fingerprint() == (await kept(store)).fingerprint
    state = await rebuild(store, again)
    assert (state.trusted, state.passages) == (True, 20)
