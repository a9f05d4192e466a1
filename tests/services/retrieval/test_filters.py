"""A search keeps to what it was told, and says what it left out."""

import shutil
from dataclasses import replace
from pathlib import Path

from helpdesk.adapters.index import LocalIndex, engine
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.domain.article import ArticleStatus, Audience
from helpdesk.domain.evidence import SearchFilter, SearchPath
from helpdesk.ports.store import Store
from helpdesk.services.retrieval import Retrieval
from tests.fakes.knowledge import article, put, stocked
from tests.services.retrieval.conftest import paths, shop


async def test_a_search_keeps_to_an_audience_and_says_what_it_left_out(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    await stocked(store, index, {"shop": shop()})
    found = await retrieval.find("chargeback fraud desk", limit=3, within=SearchFilter(audience=Audience.PUBLIC))
    assert "internal/fraud.md" not in paths(found)
    assert [(left.path, left.reason) for left in found.left_out] == [("internal/fraud.md", "it is not public")]
    internal = await retrieval.find("reset password", limit=9, within=SearchFilter(audience=Audience.INTERNAL))
    assert set(paths(internal)) == {"internal/fraud.md"}


async def test_a_search_keeps_to_a_language(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    german = replace(article("passwort.md", "Passwort", ("", "Reset password: Passwort zurücksetzen.")), language="de")
    await stocked(store, index, {"shop": [*shop(), german]})
    assert set(paths(await retrieval.find("reset password", limit=9, within=SearchFilter(language="de")))) == {"passwort.md"}


async def test_a_withdrawn_article_is_found_by_nobody_and_named(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    norway = (await retrieval.find("parcels to Norway", limit=1)).hits[0].passage.article_id
    await store.write(lambda records: records.articles.set_status(norway, ArticleStatus.ARCHIVED))
    found = await retrieval.find("parcels to Norway", limit=3)
    assert "shipping.md" not in paths(found)
    assert [(left.path, left.reason) for left in found.left_out] == [("shipping.md", "it is a draft or archived")]
    _, evidence = await retrieval.gather("", "How long do parcels to Norway take?", ())
    assert "shipping.md" not in paths(evidence[0])


async def test_filters_hold_without_the_index_too(
    store: Store, index: LocalIndex, retrieval: Retrieval, worker: WorkerProcess, tmp_path: Path
) -> None:
    await stocked(store, index, {"shop": shop()})
    await worker.call(engine.leave, index._place)
    shutil.rmtree(tmp_path / "index")
    found = await retrieval.find("chargeback fraud desk", limit=9, within=SearchFilter(audience=Audience.PUBLIC))
    assert found.path is SearchPath.FALLBACK
    assert found.hits
    assert "internal/fraud.md" not in paths(found)


async def test_filters_hold_for_what_the_index_does_not_know_yet(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    secret = article("internal/till.md", "Till", ("", "The till code is kept by the shift lead."), audience=Audience.INTERNAL)
    await put(store, "shop", [secret])
    assert "internal/till.md" in paths(await retrieval.find("till code", limit=5))
    public = await retrieval.find("till code", limit=5, within=SearchFilter(audience=Audience.PUBLIC))
    assert "internal/till.md" not in paths(public)
