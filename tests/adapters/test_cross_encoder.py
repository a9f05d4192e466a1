"""The second look at what was found: right when there is time, absent when there is none, never in the way."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from helpdesk.adapters.onnx_models.cross_encoder import OnnxReranker
from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.errors import EmbedderUnusable
from helpdesk.domain.evidence import SecondLooked
from helpdesk.domain.fusion import Scored
from helpdesk.domain.ids import ArticleId, PassageId, RevisionId
from helpdesk.services.retrieval.second_look import SecondLook
from tests.fakes.onnx_folders import meanings, write_embedder, write_reranker

QUESTION = "how do I reset my password"
TEXTS = ("the weather is fine", "log in and reset the password", "your parcel")
PLENTY = 30.0


@pytest.fixture
async def reranker(tmp_path: Path) -> AsyncIterator[OnnxReranker]:
    made = OnnxReranker(write_reranker(tmp_path / "tiny"), 1)
    yield made
    await made.aclose()


async def test_it_reads_again_what_was_found_when_there_is_time(reranker: OnnxReranker) -> None:
    assert await reranker.rerank(QUESTION, TEXTS, PLENTY) is None, "a search does not wait for the model to load"
    await reranker.check()
    scores = await reranker.rerank(QUESTION, TEXTS, PLENTY)
    assert scores is not None
    assert scores[1] > scores[2] > scores[0]
    assert all(0.0 <= score <= 1.0 for score in scores)
    assert await reranker.rerank(QUESTION, TEXTS, -1.0) is None, "out of time"
    assert await reranker.rerank(QUESTION, (), PLENTY) == []
    assert reranker.failure == ""

    passages = {PassageId(number): passage(number, text) for number, text in enumerate(TEXTS)}
    found = [Scored(PassageId(number), 0.6 - number / 100, 0.0, 0.0, 0.0, 0.0) for number in range(3)]
    looked = await SecondLook(reranker, PLENTY).over(QUESTION, found, passages)
    again = looked.scored
    assert looked.came is SecondLooked.DONE
    assert [one.second for one in again] == sorted((one.second or 0.0 for one in again), reverse=True), "each says its own"
    late = await SecondLook(reranker, -1.0).over(QUESTION, found, passages)
    assert (late.scored, late.came) == (found, SecondLooked.LATE)
    assert [one.passage_id for one in again] == [1, 2, 0]
    assert [one.score for one in again] == [one.score for one in found], "the scale stays"
    assert (await SecondLook().over(QUESTION, found, passages)).scored is found


async def test_a_lost_process_is_replaced_and_loads_again(reranker: OnnxReranker) -> None:
    await reranker.check()
    reranker._worker._kill()
    while await reranker.rerank(QUESTION, TEXTS, PLENTY) is not None:
        continue
    await reranker.check()
    assert await reranker.rerank(QUESTION, TEXTS, PLENTY) is not None


async def test_a_folder_without_a_model_is_told_and_searches_go_on(tmp_path: Path) -> None:
    reranker = OnnxReranker(tmp_path, 1, patient=True)
    try:
        with pytest.raises(EmbedderUnusable, match=r"model\.onnx is missing"):
            await reranker.check()
        assert await reranker.rerank(QUESTION, TEXTS, PLENTY) is None
        assert reranker.failure == "model.onnx is missing"
        passages = {PassageId(number): passage(number, text) for number, text in enumerate(TEXTS)}
        found = [Scored(PassageId(number), 0.6, 0.0, 0.0, 0.0, 0.0) for number in range(3)]
        looked = await SecondLook(reranker, PLENTY).over(QUESTION, found, passages)
        assert (looked.scored, looked.came, looked.failure) == (found, SecondLooked.FAILED, "model.onnx is missing")
    finally:
        await reranker.aclose()


async def test_an_embedder_is_no_reranker(tmp_path: Path) -> None:
    reranker = OnnxReranker(write_embedder(tmp_path / "embedder", np.abs(meanings())), 1)
    try:
        with pytest.raises(EmbedderUnusable, match="no number a pair"):
            await reranker.check()
    finally:
        await reranker.aclose()


def passage(number: int, text: str) -> Passage:
    key = PassageId(number)
    return Passage(
        key,
        ArticleId(1),
        RevisionId(1),
        "kb",
        "a.md",
        "A",
        "",
        text,
        (1, 1),
        5,
        "",
        Audience.PUBLIC,
        datetime(2026, 11, 21, tzinfo=UTC),
    )
