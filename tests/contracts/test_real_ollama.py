"""The same contract against a real Ollama, where one answers on this computer: `pytest -m ollama`.

The model is made on the spot: a llama whose every next word is known in advance.
"""

import asyncio
import hashlib
import importlib.util
import math
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpdesk.adapters.writers.ollama import saying
from helpdesk.adapters.writers.ollama.said import Said
from helpdesk.adapters.writers.ollama.server import OllamaServer as OurSide
from helpdesk.adapters.writers.prompting import Prompt
from helpdesk.domain.errors import HelpdeskError, PromptTooLong
from helpdesk.domain.model_server import ServedModel
from helpdesk.settings import Settings

pytestmark = pytest.mark.ollama

MAKER = Path(__file__).parents[3] / "shared/ollama/tiny_llama_gguf.py"
NAME = "helpdesk-tiny:latest"
WHOLE = {f"Hello, to reset your password, open Settings and choose {word} [1]." for word in ("Security", "Privacy")}
SHORT = Prompt("rules", "How do I reset my password?", ())


@pytest.fixture
async def ours() -> AsyncIterator[OurSide]:
    side = OurSide(Settings(num_ctx=2048, first_token_seconds=120))
    try:
        await side.listed()
    except HelpdeskError:
        await side.aclose()
        pytest.skip("no model server answers on this computer")
    yield side
    await side.aclose()


@pytest.fixture
async def tiny(ours: OurSide, tmp_path: Path) -> ServedModel:
    if not MAKER.is_file() or importlib.util.find_spec("gguf") is None:
        pytest.skip("the tiny model cannot be made here")
    spec = importlib.util.spec_from_file_location("tiny_llama_gguf", MAKER)
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    file = tmp_path / "tiny.gguf"
    maker.build(str(file))
    digest = f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"
    http = ours.connection.http
    assert (await http.post(f"/api/blobs/{digest}", content=file.read_bytes())).status_code in (200, 201)
    made = await http.post("/api/create", json={"model": NAME, "files": {"tiny.gguf": digest}, "stream": False})
    assert made.status_code == 200, made.text
    return next(model for model in await ours.listed(fresh=True) if model.name == NAME)


async def said(ours: OurSide, model: ServedModel, prompt: Prompt = SHORT) -> Said:
    return await saying.said(ours, model, prompt, saying.request(ours, model, prompt), lambda _: None)


async def test_its_lists_are_understood(ours: OurSide, tiny: ServedModel) -> None:
    assert ours.version
    assert tiny.writes
    assert not tiny.is_remote
    assert any(model.name == NAME for model in await ours.models())


async def test_a_reply_known_in_advance_comes_whole(ours: OurSide, tiny: ServedModel) -> None:
    reply = await said(ours, tiny)
    assert (reply.text.strip() in WHOLE, reply.reason) == (True, "stop")
    assert reply.counts.prompt_tokens
    if reply.sureness.logprobs:
        assert min(reply.sureness.logprobs) == pytest.approx(math.log(0.7), abs=0.4)


async def test_it_is_loaded_once_with_our_window(ours: OurSide, tiny: ServedModel) -> None:
    for _ in range(3):
        await said(ours, tiny)
    loaded = next(one for one in await ours.loaded() if one.name == NAME)
    assert loaded.context in (0, 2048)
    assert (await ours.test(NAME)).tokens_per_second > 0


async def test_a_prompt_too_long_is_refused_and_not_cut(ours: OurSide, tiny: ServedModel) -> None:
    with pytest.raises(PromptTooLong):
        await said(ours, tiny, replace(SHORT, user="reset your password " * 3000))


async def test_a_stop_ends_the_reply_and_the_next_one_comes(ours: OurSide, tiny: ServedModel) -> None:
    work = asyncio.create_task(said(ours, tiny, replace(SHORT, user="loop")))
    await asyncio.sleep(0.2)
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    assert (await said(ours, tiny)).reason == "stop"
