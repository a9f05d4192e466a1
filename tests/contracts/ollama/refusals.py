"""Cases 25 to 38: requests that are refused, and what becomes of the draft."""

from typing import Any

import pytest

from helpdesk.domain.errors import ModelBusy, ModelCannotWrite, ModelMissing, ModelRefused, ModelUnfit, PromptTooLong
from tests.contracts.ollama.far_end import HELLO, FarEnd
from tests.fakes.ollama_server import JSON, MODEL, model
from tests.fakes.ollama_server.go_json import error
from tests.fakes.ollama_server.prompts import SHORTEN, TOO_LONG


async def refused(far: FarEnd, body: dict[str, Any], status: int, words: str, kind: str = JSON) -> None:
    assert await far.post("/api/chat", body) == (status, kind, error(words))


async def model_gone(far: FarEnd) -> None:
    await refused(far, {**HELLO, "model": "nope"}, 404, "model 'nope' not found")
    await far.ours.listed()
    far.server.models = []
    with pytest.raises(ModelMissing):
        await far.write()
    far.ours.forget()
    far.server.models = [model()]
    await far.ours.listed()
    far.server.models = [model("other:1b")]
    far.server.says("Unplug it [1].")
    assert (await far.write()).model.startswith("other:1b@"), "another one that is there writes"


async def embedder_gone(far: FarEnd) -> None:
    words = 'model "nope" not found, try pulling it first'
    assert await far.post("/api/embed", {"model": "nope", "input": "x"}) == (404, JSON, error(words))
    far.server.refuses(404, words)
    far.server.refuses(404, words)
    with pytest.raises(ModelMissing):
        await far.write()


async def no_request(far: FarEnd) -> None:
    assert await far.post("/api/chat") == (400, JSON, error("missing request body"))
    bad = await far.http.post("/api/chat", content=b"hello")
    assert bad.content == error("invalid character 'h' looking for beginning of value")
    wrong = "json: cannot unmarshal number into Go struct field ChatRequest.model of type string"
    await refused(far, {"model": 7}, 400, wrong)
    far.server.refuses(400, wrong)
    with pytest.raises(ModelRefused):
        await far.write()
    assert len(far.pauses.taken) == 0, "asking again would bring the same"


async def no_name(far: FarEnd) -> None:
    await refused(far, {**HELLO, "model": ""}, 400, "model is required")
    assert await far.post("/api/generate", {"model": ""}) == (404, JSON, error("model '' not found"))


async def wrong_option(far: FarEnd) -> None:
    words = 'option "temperature" must be of type float32'
    await refused(far, {**HELLO, "options": {"temperature": "hot"}}, 500, words)
    far.server.refuses(500, words)
    with pytest.raises(ModelRefused):
        await far.write()
    assert len(far.pauses.taken) == 0


async def too_many_logprobs(far: FarEnd) -> None:
    await refused(far, {**HELLO, "top_logprobs": 21}, 400, "top_logprobs must be between 0 and 20")


async def cannot_think(far: FarEnd) -> None:
    await refused(far, {**HELLO, "think": True}, 400, f'"{MODEL}" does not support thinking')
    levels = '(must be "high", "medium", "low", "max", true, or false)'
    await refused(far, {**HELLO, "think": "lots"}, 400, f'invalid think value: "lots" {levels}')


async def keeps_badly(far: FarEnd) -> None:
    await refused(far, {**HELLO, "keep_alive": "soon"}, 400, 'time: invalid duration "soon"')


async def only_embeds(far: FarEnd) -> None:
    far.server.models = [model("all-minilm:latest", capabilities=["embedding"])]
    await refused(far, {**HELLO, "model": "all-minilm:latest"}, 400, '"all-minilm" does not support chat')
    with pytest.raises(ModelCannotWrite):
        await far.write()


async def wrong_shape(far: FarEnd) -> None:
    words = 'invalid format: "\\"xml\\""; expected "json" or a valid JSON Schema object'
    await refused(far, {**HELLO, "format": "xml"}, 500, words, "application/json")
    raw = (await far.post("/api/chat", {**HELLO, "format": "xml"}))[2]
    assert raw == rb'{"error":"invalid format: \"\\\"xml\\\"\"; expected \"json\" or a valid JSON Schema object"}'


async def full(far: FarEnd) -> None:
    far.server.is_full = True
    await refused(far, HELLO, 503, "server busy, please try again.  maximum pending requests exceeded")
    with pytest.raises(ModelBusy):
        await far.write()
    assert len(far.pauses.taken) == 2
    assert all(0.5 <= pause <= 30 for pause in far.pauses.taken)
    assert far.ours.is_busy()


async def cannot_load(far: FarEnd) -> None:
    for words in (
        "llama-server process has terminated: exit status 1: error loading model: bad magic",
        "model requires more system memory (5.6 GiB) than is available (3.1 GiB)",
        "timed out waiting for llama-server to start - ",
    ):
        far.server.load_failure = words
        await refused(far, HELLO, 500, words)
        with pytest.raises(ModelUnfit) as failed:
            await far.write()
        assert words.strip() in failed.value.detail
    far.server.models.append(model("small:1b", size=900_000_000))
    far.server.load_failure = ""
    far.server.refuses(500, "model requires more system memory (5.6 GiB) than is available (3.1 GiB)")
    far.server.says("Unplug it [1].")
    far.ours.forget()
    assert (await far.write()).model.startswith("small:1b@"), "a smaller one writes"


async def too_long_to_shift(far: FarEnd) -> None:
    long = {"model": MODEL, "messages": [{"role": "user", "content": "word " * 9000}], "shift": False}
    await refused(far, long, 400, SHORTEN)
    far.server.version = "0.20.0"
    await refused(far, {**long, "truncate": False}, 400, TOO_LONG)
    far.server.refuses(400, SHORTEN)
    far.server.says("Unplug it [1].")
    assert (await far.write()).complete, "once more with fewer passages"


async def too_long_inside(far: FarEnd) -> None:
    far.server.prompting.is_fixed = 7900
    raw = (await far.post("/api/chat", {**HELLO, "truncate": False, "options": {"num_ctx": 4096}}))[2]
    assert raw == (
        rb'{"error":"{\"error\":{\"code\":400,\"message\":\"request (7900 tokens) exceeds the available context size '
        rb"(4096 tokens), try increasing it\",\"type\":\"exceed_context_size_error\",\"n_prompt_tokens\":7900,"
        rb'\"n_ctx\":4096}}"}'
    )
    with pytest.raises(PromptTooLong):
        await far.write()
    assert len(far.server.requests) == 3, "raw, and two tries of ours"


CASES = {
    25: model_gone, 26: embedder_gone, 27: no_request, 28: no_name, 29: wrong_option, 30: too_many_logprobs,
    31: cannot_think, 32: keeps_badly, 33: only_embeds, 34: wrong_shape, 35: full, 36: cannot_load,
    37: too_long_to_shift, 38: too_long_inside,
}  # fmt: skip
