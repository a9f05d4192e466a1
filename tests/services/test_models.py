"""Choosing the model that searches by meaning: what it is, what another costs, and switching without losing a thing."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpdesk.app import open_desk
from helpdesk.domain.embedding_model import BUILT_IN
from helpdesk.domain.errors import EmbedderUnusable
from helpdesk.domain.progress import Progress, unheard
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import Settings
from tests.fakes.onnx_folders import DIMENSION, meanings, write_embedder

PLAIN = Settings(writer="excerpts", threads=1)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return write_embedder(tmp_path / "tiny")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    for number in range(12):
        (folder / f"a{number:02d}.md").write_text(f"# Article {number}\n\nReset the password of parcel {number}.\n")
    (folder / "long.md").write_text(
        "# Long\n\n" + "\n\n".join(f"The radiator {n} is cold and the heating is late. " * 6 for n in range(9))
    )
    return folder


@pytest.fixture
async def desk(workspace: Workspace) -> AsyncIterator[Desk]:
    async with open_desk(PLAIN, workspace, lambda _: None) as opened:
        yield opened


async def test_a_look_at_other_models_says_everything_and_changes_nothing(
    desk: Desk, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = await desk.models.state()
    assert (state.name, state.folder, state.failure, state.lacking) == (BUILT_IN, "", "", 0)
    assert state.dimension > 0
    found = await desk.models.check(tiny)
    assert found.ok
    assert (found.dimension, found.limit, found.pooling) == (DIMENSION, 64, "mean")
    assert {file.name for file in found.files} == {"model.onnx", "config.json", "tokenizer.json", "tokenizer_config.json"}
    assert all(len(file.sha256) == 64 for file in found.files)
    assert (await desk.models.estimate(str(tmp_path))).check.failure == "model.onnx is missing"
    monkeypatch.setattr("helpdesk.adapters.onnx_models.checking.examined", ends)
    assert "ended the process that tried it" in (await desk.models.check(tiny)).failure
    assert (await desk.models.state()).name == BUILT_IN


async def test_switching_embeds_beside_can_be_cancelled_and_leaves_nothing_to_embed(
    workspace: Workspace, knowledge: Path, tiny: Path
) -> None:
    async with open_desk(PLAIN, workspace, lambda _: None) as desk:
        await desk.knowledge.import_path(knowledge, None, unheard)
        whole = await desk.models.estimate(str(tiny))
        assert whole.check.ok
        assert whole.passages > 12
        assert whole.seconds > 0
        await cancelled_midway(desk, tiny)
        assert (await desk.models.state()).lacking == 0
        half, before = (await desk.models.estimate(str(tiny))).passages, await embedded(desk)
        told: list[Progress] = []
        await desk.models.prepare(str(tiny), told.append)
        assert half == await embedded(desk) - before, "the estimate of a switch that was half done is what is left of it"
        assert told[-1].done == told[-1].total
        left = await desk.models.estimate(str(tiny))
        assert left.passages == 0
        assert left.seconds > 0, "the articles are still cut anew"
    labels: set[str] = set()
    other = replace(PLAIN, embedder="fastembed", model_folder=str(tiny))
    async with open_desk(other, workspace, lambda _: None) as desk:
        await desk.knowledge.ensure_index(lambda progress: labels.add(progress.label))
        assert "Embedding" not in labels
        state = await desk.models.state()
        assert (state.name, state.failure, state.lacking) == ("tiny", "", 0)
        assert "password" in (await desk.retrieval.find("I forgot my login", limit=3)).hits[0].passage.text


async def test_the_way_back_to_the_built_in_embedder_counts_what_it_has_to_learn_and_keeps_nothing_of_the_trial(
    workspace: Workspace, knowledge: Path, tiny: Path
) -> None:
    other = replace(PLAIN, embedder="fastembed", model_folder=str(tiny))
    async with open_desk(other, workspace, lambda _: None) as desk:
        await desk.knowledge.import_path(knowledge, None, unheard)
        before = await embedded(desk)
        first = await desk.models.estimate(BUILT_IN)
        assert first.passages > 12
        assert await desk.models.store.read(lambda records: records.learned.newest(BUILT_IN)) is None
        assert await embedded(desk) == before
        await desk.models.prepare(BUILT_IN, unheard)
        again = await desk.models.estimate(BUILT_IN)
        assert again.passages == 0, "what was learned is known, and so is what was embedded with it"


async def test_a_switch_tells_how_far_it_is_also_within_the_articles_it_has_in_hand(
    workspace: Workspace, knowledge: Path, tiny: Path
) -> None:
    long = "\n\n".join(f"## Part {n}\n\nSay {n} times: " + f"number {n} of the parts. " * 60 for n in range(50))
    for name in ("a", "b"):
        (knowledge / f"{name}.md").write_text(f"# Long {name}\n\n{long}\n", "utf-8")
    told: list[Progress] = []
    async with open_desk(PLAIN, workspace, lambda _: None) as desk:
        await desk.knowledge.import_path(knowledge, None, unheard)
        await desk.models.prepare(str(tiny), told.append)
    counted = [progress.done for progress in told if progress.label == "Preparing new passages"]
    articles = counted[-1]
    assert articles < 32
    assert len([done for done in counted if 0 < done < articles]) > 1
    assert counted == sorted(counted)


async def embedded(desk: Desk) -> int:
    """Vectors that were ever made."""
    return sum((await desk.models.store.read(lambda records: records.learned.vector_counts())).values())


async def cancelled_midway(desk: Desk, tiny: Path) -> None:
    begun = asyncio.Event()

    def heard(progress: Progress) -> None:
        if progress.total and progress.done:
            begun.set()

    running = asyncio.create_task(desk.models.prepare(str(tiny), heard))
    await begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_a_model_changed_under_a_desk_is_named_and_taken_only_anew(
    workspace: Workspace, knowledge: Path, tiny: Path
) -> None:
    other = replace(PLAIN, embedder="fastembed", model_folder=str(tiny))
    async with open_desk(other, workspace, lambda _: None) as desk:
        await desk.knowledge.import_path(knowledge, None, unheard)
    write_embedder(tiny, meanings(seed=2))
    async with open_desk(other, workspace, lambda _: None) as desk:
        assert "model.onnx changed since this folder was adopted" in (await desk.models.state()).failure
        with pytest.raises(EmbedderUnusable):
            await desk.knowledge.ensure_index(unheard)
        assert (await desk.retrieval.find("password", limit=1)).hits
        check = await desk.models.check(tiny)
        assert check.ok
        assert check.changed == ("model.onnx",)
        await desk.models.prepare(str(tiny), unheard)
    async with open_desk(other, workspace, lambda _: None) as desk:
        assert (await desk.models.state()).failure == ""


def ends(*_: object) -> None:
    import os

    os._exit(3)


async def test_the_catalogue_asks_nobody(desk: Desk) -> None:
    listed = await desk.models.catalogue()
    names = [model.name for model in listed]
    assert "sentence-transformers/all-MiniLM-L6-v2" in names
    assert [model.size for model in listed] == sorted(model.size for model in listed)
    assert all(model.licence and model.host and model.about for model in listed)
