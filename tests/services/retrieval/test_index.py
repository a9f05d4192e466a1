"""Without the index, behind it, or when it breaks: a search goes on."""

import os
import shutil
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from helpdesk.adapters.index import LocalIndex, engine
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.domain.errors import DiskFull, ReadOnly
from helpdesk.domain.evidence import SearchFilter, SearchPath
from helpdesk.ports.store import Store
from helpdesk.services.retrieval import Retrieval
from helpdesk.settings import Settings
from tests.fakes.knowledge import article, put, stocked
from tests.services.retrieval.conftest import BUILT_IN, NO_MODEL, Heard, paths, shop


async def test_without_an_index_the_store_answers_and_healing_is_asked_for(
    store: Store, index: LocalIndex, retrieval: Retrieval, heal: Heard, worker: WorkerProcess, tmp_path: Path
) -> None:
    await stocked(store, index, {"shop": shop()})
    with_index = await retrieval.find("How do I reset my password?", limit=5)
    await worker.call(engine.leave, index._place)
    shutil.rmtree(tmp_path / "index")
    without = await retrieval.find("How do I reset my password?", limit=5)
    assert (without.path, heal.count) == (SearchPath.FALLBACK, 1)
    assert [h.passage.id for h in without.hits] == [h.passage.id for h in with_index.hits]
    assert without.hits[0].cosine == pytest.approx(with_index.hits[0].cosine, abs=1e-4)


async def test_the_fallback_keeps_to_the_asked_bases(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await put(store, "shop", shop())
    cars = await put(store, "cars", [article("tyres.md", "Tyres", ("", "Reset the tyre sensor."))])
    assert set(paths(await retrieval.find("reset password", limit=9, within=SearchFilter(kb_ids=(cars,))))) == {"tyres.md"}


async def test_without_index_and_embedder_words_answer_alone(
    store: Store, index: LocalIndex, worker: WorkerProcess, tmp_path: Path, heal: Heard
) -> None:
    await stocked(store, index, {"shop": shop()})
    blind = Retrieval(store, LocalIndex(tmp_path / "index", NO_MODEL, worker), Settings(embedder="fastembed"), heal)
    evidence = await blind.find("refunds to the card", limit=3)
    assert evidence.path is SearchPath.WORDS_ONLY
    assert evidence.hits[0].passage.title == "Refunds"
    assert evidence.agreement == 0.0
    assert heal.count == 0, "a rebuild would not bring the model back"


async def test_a_killed_index_process_costs_no_question(store: Store, tmp_path: Path, heal: Heard) -> None:
    index = LocalIndex(tmp_path / "own", BUILT_IN)
    try:
        retrieval = Retrieval(store, index, Settings(), heal)
        await stocked(store, index, {"shop": shop()})
        assert index.pid is not None
        os.kill(index.pid, signal.SIGKILL)
        assert (await retrieval.find("parcels to Norway", limit=1)).hits[0].passage.path == "shipping.md"
        assert (await retrieval.find("parcels to Norway", limit=1)).path is SearchPath.INDEX
    finally:
        await index.aclose()


async def test_what_was_written_since_the_index_was_made_is_found_and_what_went_is_not(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    await stocked(store, index, {"shop": shop()})
    await put(
        store,
        "shop",
        [
            article("shipping.md", "Shipping", ("Norway", "Parcels to Norway take nine working days by sledge.")),
            article("zwieback.md", "Zwieback", ("", "Zwieback keeps for a year.")),
        ],
    )
    norway = await retrieval.find("How long do parcels to Norway take?", limit=5)
    assert norway.path is SearchPath.INDEX
    assert [h.passage.text for h in norway.hits if h.passage.path == "shipping.md"] == [
        "Parcels to Norway take nine working days by sledge."
    ]
    assert norway.hits[0].passage.path == "shipping.md"
    new = await retrieval.find("How long does zwieback keep?", limit=3)
    assert (new.hits[0].passage.path, new.hits[0].corrected) == ("zwieback.md", ())
    assert new.coverage > 0.6
    _, evidence = await retrieval.gather("", "How long does zwieback keep?", ())
    assert evidence[0].hits[0].passage.path == "zwieback.md"


async def test_an_index_all_of_whose_passages_are_gone_hides_nothing(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    many = [article(f"{n}.md", f"Refunds {n}", ("", f"Refunds of kind {n} are paid by card.")) for n in range(120)]
    await stocked(store, index, {"shop": many})
    again = [replace(one, passages=tuple(replace(p, text=p.text + " Always.") for p in one.passages)) for one in many]
    await put(store, "shop", [replace(one, source=one.source + " Always.", content_hash=f"{one.path}-2") for one in again])
    found = await retrieval.find("Are refunds paid by card?", limit=5)
    assert [h.passage.text.endswith("Always.") for h in found.hits] == [True] * 5


@pytest.mark.parametrize("trouble", [DiskFull, ReadOnly])
async def test_an_index_that_cannot_be_written_costs_no_answer(
    store: Store,
    index: LocalIndex,
    retrieval: Retrieval,
    heal: Heard,
    monkeypatch: pytest.MonkeyPatch,
    trouble: type[DiskFull | ReadOnly],
) -> None:
    async def refuse(*_: object, **__: object) -> list[bytes]:
        raise trouble(Path("/index"))

    await stocked(store, index, {"shop": shop()})
    monkeypatch.setattr(index, "search_all", refuse)
    assert (await retrieval.find("parcels to Norway", limit=1)).path is SearchPath.FALLBACK
    monkeypatch.setattr(index, "embed", refuse)
    found = await retrieval.find("parcels to Norway", limit=1)
    assert (found.path, heal.count) == (SearchPath.WORDS_ONLY, 2)
    assert found.hits[0].passage.path == "shipping.md"
