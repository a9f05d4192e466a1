"""Cases 39 to 48: what goes wrong on the way, and is never taken for a reply."""

import asyncio
from dataclasses import replace

import pytest

from helpdesk.adapters.writers.ollama.wire import Patience
from helpdesk.domain.errors import ModelLoading, ModelRefused, ModelServerDown, ModelStopped, NotReady, PromptTooLong
from tests.contracts.ollama.far_end import HELLO, FarEnd
from tests.fakes.ollama_server import JSON, MODEL, STREAM, line, spoken
from tests.fakes.ollama_server.go_json import error
from tests.fakes.ollama_writing import ASK

BROKE = "an error was encountered while running the model: unexpected EOF"
REPEATED = "prediction aborted, token repeat limit reached"


async def stops(far: FarEnd, words: str) -> None:
    with pytest.raises(ModelStopped) as stopped:
        await far.write()
    assert words in stopped.value.detail


async def cut_in_silence(far: FarEnd) -> None:
    long = {"model": MODEL, "messages": [{"role": "user", "content": "word " * 9000}], "options": {"num_ctx": 4096}}
    assert b'"prompt_eval_count":2050' in (await far.post("/api/chat", long))[2]
    far.ours.settings = replace(far.ours.settings, num_ctx=2048)
    far.server.version, far.server.prompting.is_fixed = "0.12.5", 9000
    far.server.says("Unplug it [1].")
    with pytest.raises(PromptTooLong):
        await far.write()
    assert len(far.server.requests) == 3, "raw, and two tries of ours"


async def breaks_in_the_middle(far: FarEnd) -> None:
    far.server.script = [line("Un"), line("plug"), error(BROKE) + b"\n"]
    assert (await far.post("/api/chat", HELLO))[:2] == (200, STREAM)
    await stops(far, "unexpected EOF")
    assert len(far.pauses.taken) == 1


async def breaks_at_once(far: FarEnd) -> None:
    for status in (500, 400):
        far.server.refusals = [(status, "application/json", error(BROKE))] * 3
        assert await far.post("/api/chat", HELLO) == (status, "application/json", error(BROKE))
        with pytest.raises(ModelStopped if status == 500 else ModelRefused):
            await far.write()


async def repeats_itself(far: FarEnd) -> None:
    far.server.script = [line(" the")] * 31
    assert b'"done":true' not in (await far.post("/api/chat", HELLO))[2]
    await stops(far, "ended before the reply was done")
    far.server.script = [*[line(" the")] * 31, error(REPEATED) + b"\n"]
    await stops(far, REPEATED)


async def cut_off(far: FarEnd) -> None:
    far.server.script, far.server.cut = [line("Un")], True
    await stops(far, "the connection was cut")


async def slow(far: FarEnd) -> None:
    far.ours.patience = Patience(0.05, 5)
    far.server.may_load.clear()
    with pytest.raises(ModelLoading):
        await far.write()
    assert far.server.loads_broken_off == 0, "the load goes on although nobody waits for it"
    far.server.may_load.set()
    far.ours.patience = Patience(5, 0.05)
    far.server.script = [line("Un"), None]
    await stops(far, "no word for 0 seconds")
    assert far.server.loads == 1
    far.ours.patience = Patience(0.05, 5)
    far.server.script = None
    far.server.may_speak.clear()
    await stops(far, "no word for 0 seconds")


async def client_leaves(far: FarEnd) -> None:
    far.server.script = [line("Un"), None]
    began = asyncio.Event()
    writing = asyncio.create_task(far.writer.write(ASK, lambda _: began.set()))
    await began.wait()
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    await asyncio.wait_for(far.server.left.wait(), 5)
    far.server.loaded.clear()
    far.server.may_load.clear()
    loading = asyncio.create_task(far.http.post("/api/chat", json=HELLO))
    async with asyncio.timeout(30):
        while far.server.loads < 2:
            await asyncio.sleep(0.01)
        loading.cancel()
        while not far.server.loads_broken_off:
            await asyncio.sleep(0.01)
    assert (far.server.loads, far.server.loads_broken_off) == (2, 1)
    far.server.may_load.set()
    far.server.script = None
    assert (await far.http.post("/api/chat", json=HELLO)).status_code == 200
    assert far.server.loads == 3, "from zero"


async def one_after_the_other(far: FarEnd) -> None:
    far.server.reply = "Unplug it [1]."
    far.server.may_speak.clear()
    both = [asyncio.create_task(far.write()), asyncio.create_task(far.write())]
    while not far.server.requests:
        await asyncio.sleep(0)
    assert len(far.server.requests) == 1, "the second waits here, not there"
    assert far.ours.is_busy()
    far.server.may_speak.set()
    assert all(reply.complete for reply in await asyncio.gather(*both))


async def never_loaded_anew(far: FarEnd) -> None:
    far.server.says("Unplug it [1].")
    await far.ours.load((await far.ours.models())[0])
    for _ in range(3):
        await far.write()
    await far.ours.test(MODEL)
    assert far.server.loads == 1
    await far.post("/api/chat", {**HELLO, "options": {"num_ctx": 8192}})
    assert far.server.loads == 2


async def strangers(far: FarEnd) -> None:
    far.server.refusals = [(502, "text/html", b"<html>Bad gateway</html>")] * 2
    await stops(far, "HTTP 502")
    far.server.refusals = [(500, JSON, b'["x"]')] * 2
    await stops(far, "HTTP 500")
    far.server.script = []
    await stops(far, "ended before")
    far.server.script = [b"\n", *spoken("Unplug it [1].")]
    assert (await far.write()).complete, "a blank line is nothing"
    far.ours.connection.host = "http://127.0.0.1:1"
    await far.ours.connection.aclose()
    far.ours.forget()
    with pytest.raises(ModelServerDown) as down:
        await far.write()
    assert down.value.detail == ""
    assert isinstance(down.value, NotReady)


CASES = {
    39: cut_in_silence, 40: breaks_in_the_middle, 41: breaks_at_once, 42: repeats_itself, 43: cut_off, 44: slow,
    45: client_leaves, 46: one_after_the_other, 47: never_loaded_anew, 48: strangers,
}  # fmt: skip
