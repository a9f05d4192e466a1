"""Cases 1 to 8, 49 to 52 and 5: what it is, what it has, what it fetches."""

import json

import pytest

import ollama
from helpdesk.domain.errors import ModelServerDown, PullFailed
from helpdesk.domain.model_server import ServerStatus
from helpdesk.domain.progress import Progress, unheard
from tests.contracts.ollama.far_end import FarEnd
from tests.fakes.ollama_server import DIGEST, JSON, MODEL, STREAM, TEXT, model
from tests.fakes.ollama_server.go_json import error, go, pulling


async def root(far: FarEnd) -> None:
    assert await far.get("/") == (200, TEXT, b"Ollama is running")
    head = await far.http.head("/")
    assert (head.status_code, head.content) == (200, b"")


async def version(far: FarEnd) -> None:
    for said, logprobs in (("0.32.15", True), ("0.0.0", True), ("0.33.0-rc2", True), ("0.12.10", False), ("odd", True)):
        far.server.version = said
        assert await far.get("/api/version") == (200, JSON, go({"version": said}))
        far.ours.version = ""
        await far.ours.listed(fresh=True)
        far.server.says("Unplug it [1].")
        await far.write()
        assert ("logprobs" in far.server.requests[-1]) is logprobs


async def no_models(far: FarEnd) -> None:
    far.server.models = []
    assert await far.get("/api/tags") == (200, JSON, b'{"models":[]}')
    assert (await far.ours.state()).status is ServerStatus.NO_MODEL


async def models(far: FarEnd) -> None:
    status, kind, raw = await far.get("/api/tags")
    (listed,) = json.loads(raw)["models"]
    assert (status, kind) == (200, JSON)
    assert raw.startswith(
        b'{"models":[{"name":"llama3.2:3b","model":"llama3.2:3b","modified_at":"2026-08-21T18:48:22.123456789+02:00"'
    )
    assert list(listed) == ["name", "model", "modified_at", "size", "digest", "details", "capabilities"]
    (known,) = await far.ours.models()
    assert (known.name, known.digest, known.size) == (MODEL, DIGEST, 2019393189)
    assert (known.parameters, known.quantization, known.context) == ("3.2B", "Q4_K_M", 131072)
    old = model("old:latest", details={"format": "gguf", "family": "llama", "families": None})
    del old["capabilities"]
    far.server.models = [old]
    (known,) = await far.ours.models()
    assert known.writes
    assert known.context == 131072, "an older server tells it with the model's description only"


async def running(far: FarEnd) -> None:
    assert await far.get("/api/ps") == (200, JSON, b'{"models":[]}')
    assert await far.ours.loaded() == ()
    far.server.says("Unplug it [1].")
    await far.write()
    _, _, raw = await far.get("/api/ps")
    assert list(json.loads(raw)["models"][0]) == [
        "name", "model", "size", "digest", "details", "expires_at", "size_vram", "context_length",
    ]  # fmt: skip
    (loaded,) = await far.ours.loaded()
    assert (loaded.name, loaded.memory, loaded.graphics, loaded.context) == (MODEL, 3338801152, 0, 4096)


async def show(far: FarEnd) -> None:
    status, kind, raw = await far.post("/api/show", {"model": MODEL})
    assert (status, kind) == (200, JSON)
    assert {"details", "model_info", "capabilities", "modified_at"} <= set(json.loads(raw))
    assert json.loads(raw)["model_info"]["llama.context_length"] == 131072


async def show_unknown(far: FarEnd) -> None:
    assert await far.post("/api/show", {"model": "nope"}) == (404, JSON, error("model 'nope:latest' not found"))
    assert await far.post("/api/show", {}) == (400, JSON, error("model is required"))


async def strange_path(far: FarEnd) -> None:
    assert (await far.get("/api/nothing"))[::2] == (404, b"404 page not found")
    assert (await far.get("/api/chat"))[::2] == (405, b"405 method not allowed")
    far.server.tags = (404, "text/plain", b"404 page not found")
    with pytest.raises(ModelServerDown):
        await far.ours.models()


async def embed(far: FarEnd) -> None:
    client = ollama.AsyncClient(host=far.server.host)
    far.server.at_end.append(client.close)
    assert (await client.embed(MODEL, "hello")).embeddings == [[0.6, 0.8]]
    assert await far.post("/api/embed", {"model": MODEL, "input": []}) == (200, JSON, go({"model": MODEL, "embeddings": []}))
    assert await far.post("/api/embed", {"model": MODEL, "input": 7}) == (400, JSON, error("invalid input type"))
    long = {"model": MODEL, "input": "x" * 9000, "truncate": False}
    assert await far.post("/api/embed", long) == (400, JSON, error("the input length exceeds the context length"))


async def pull(far: FarEnd) -> None:
    lines = pulling([("8eeb52dfb3bb", 4661211424)])
    far.server.pulls = lines
    status, kind, raw = await far.post("/api/pull", {"model": "new:1b"})
    assert (status, kind, raw) == (200, STREAM, b"".join(lines))
    assert b'"total":4661211424}\n' in raw, "the first line of a part has no `completed`"
    heard: list[Progress] = []
    await far.ours.pull("new:1b", heard.append)
    assert (heard[-1].done, heard[-1].total) == (4661211424, 4661211424)
    assert "new:1b" in [one.name for one in await far.ours.models()]
    far.server.pulls = lines[:3]
    with pytest.raises(PullFailed) as cut:
        await far.ours.pull("new:1b", unheard)
    assert "ended before" in cut.value.detail


async def pull_offline(far: FarEnd) -> None:
    for words in ("pull model manifest: dial tcp: no such host", "pull model manifest: file does not exist"):
        far.server.pulls = [go({"status": "pulling manifest"}) + b"\n", error(words) + b"\n"]
        assert (await far.post("/api/pull", {"model": "nope"}))[0] == 200
        assert await far.post("/api/pull", {"model": "nope", "stream": False}) == (500, "application/json", error(words))
        with pytest.raises(PullFailed) as failed:
            await far.ours.pull("nope", unheard)
        assert failed.value.detail == words


async def strange_host(far: FarEnd) -> None:
    assert await far.get("/") == (200, TEXT, b"Ollama is running")
    response = await far.http.get("/api/tags", headers={"Host": "evil.example:11434"})
    assert (response.status_code, response.content) == (403, b"")
    far.server.tags = (403, "", b"")
    assert (await far.ours.state()).status is ServerStatus.NOT_RUNNING


CASES = {
    1: root, 2: version, 3: no_models, 4: models, 5: running, 6: show, 7: show_unknown, 8: strange_path,
    49: embed, 50: pull, 51: pull_offline, 52: strange_host,
}  # fmt: skip
