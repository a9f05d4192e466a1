"""Cases 9 to 24: replies that are what they should be."""

import json
import math

import pytest

from helpdesk.domain.errors import ModelStopped
from tests.contracts.ollama.far_end import HELLO, FarEnd
from tests.fakes.ollama_server import JSON, MODEL, STREAM, line, spoken
from tests.fakes.ollama_server.go_json import WHEN, chat, go, logprob


async def streamed(far: FarEnd) -> None:
    far.server.reply, far.server.prompting.is_fixed = "Hel", 26
    status, kind, raw = await far.post("/api/chat", HELLO)
    first, last, nothing = raw.split(b"\n")
    assert (status, kind, nothing) == (200, STREAM, b"")
    head = f'{{"model":"{MODEL}","created_at":"{WHEN}","message":{{"role":"assistant","content":"'
    assert first.decode() == head + 'Hel"},"done":false}'
    assert last.decode() == head + (
        '"},"done":true,"done_reason":"stop","total_duration":4883583458,"load_duration":1334875,"prompt_eval_count":26,'
        '"prompt_eval_duration":342546000,"eval_count":1,"eval_duration":4535599000}'
    )
    far.server.prompting.is_fixed = 0
    far.server.says("Unplug it [1].")
    reply = await far.write()
    assert reply.complete
    assert reply.trace is not None
    assert reply.trace.figures["reply_tokens"] == 2
    assert reply.trace.figures["load_seconds"] == 0.001334875


async def in_one_piece(far: FarEnd) -> None:
    far.server.reply = "Hello there, all of you."
    status, kind, raw = await far.post("/api/chat", {**HELLO, "stream": False})
    whole = json.loads(raw)
    assert (status, kind, raw[-1:]) == (200, JSON, b"}")
    assert (whole["message"]["content"], whole["done"], whole["done_reason"]) == ("Hello there, all of you.", True, "stop")


async def split_inside_a_character(far: FarEnd) -> None:
    raw = b"".join(spoken("Größe \U0001f600 [1]."))
    far.server.script = [raw[i : i + 1] for i in range(len(raw))]
    assert "Größe \U0001f600 [1]." in (await far.write()).text


async def escaped(far: FarEnd) -> None:
    far.server.reply = "<b>&"
    assert b"\\u003cb\\u003e\\u0026" in (await far.post("/api/chat", HELLO))[2]
    far.server.says("Press <b> & wait [1].")
    reply = await far.write()
    assert reply.trace is not None
    assert reply.trace.said == "Press <b> & wait [1]."


async def cut_at_its_length(far: FarEnd) -> None:
    far.server.reply = "one two three four"
    raw = (await far.post("/api/chat", {**HELLO, "options": {"num_predict": 2}}))[2]
    assert b'"done":true,"done_reason":"length"' in raw
    far.server.says("Unplug the hub [1]. Then", "length")
    reply = await far.write()
    assert not reply.complete
    assert len(far.server.requests) == 3, "once more, told to be shorter"
    assert far.server.requests[1]["options"] == far.server.requests[2]["options"]


async def only_loaded(far: FarEnd) -> None:
    end = go(chat("", done_reason="load"))
    assert await far.post("/api/chat", {"model": MODEL, "messages": []}) == (200, JSON, end)
    far.server.script = [line("", "load")]
    with pytest.raises(ModelStopped):
        await far.write()


async def unloaded(far: FarEnd) -> None:
    await far.post("/api/chat", {"model": MODEL, "messages": []})
    assert len(await far.ours.loaded()) == 1
    end = go(chat("", done_reason="unload"))
    assert await far.post("/api/chat", {"model": MODEL, "messages": [], "keep_alive": 0}) == (200, JSON, end)
    assert await far.ours.loaded() == ()


async def thinking(far: FarEnd) -> None:
    far.server.thinking, far.server.reply = "Hmm", "Hi"
    raw = (await far.post("/api/chat", HELLO))[2]
    assert b'"message":{"role":"assistant","content":"","thinking":"Hmm"}' in raw
    far.server.script = [go(chat("", thinking="The customer")) + b"\n", *spoken("Unplug it [1].")]
    reply = await far.write()
    assert "The customer" not in reply.text
    assert far.server.requests[-1]["think"] is False


async def sure_of_its_words(far: FarEnd) -> None:
    told = logprob("Hi", -0.5, ("Hello", -1.2))
    assert go(told) == (
        b'{"token":"Hi","logprob":-0.5,"bytes":[72,105],"top_logprobs":[{"token":"Hi","logprob":-0.5,"bytes":[72,105]},'
        b'{"token":"Hello","logprob":-1.2,"bytes":[72,101,108,108,111]}]}'
    )
    far.server.says("Unplug it [1].")
    far.server.logprob = -0.5
    reply = await far.write()
    assert reply.trace is not None
    assert (reply.trace.figures["logprob_mean"], reply.trace.figures["logprob_p05"]) == (-0.5, -0.5)
    assert reply.trace.figures["first_margin"] == round(math.exp(-0.5) - math.exp(-1.5), 4)
    assert b"logprobs" not in (await far.post("/api/chat", {**HELLO, "logprobs": True}))[2].split(b"\n")[-2]


async def sure_without_others(far: FarEnd) -> None:
    far.server.logprob = -0.25
    raw = (await far.post("/api/chat", {**HELLO, "logprobs": True, "top_logprobs": 0}))[2]
    assert b'"logprobs":[{"token":' in raw
    assert b"top_logprobs" not in raw


async def sure_in_heaps(far: FarEnd) -> None:
    three = [logprob("Un", -0.1), logprob("plug", -0.2), logprob(" it", -0.3)]
    lines = [chat("Unplug it", logprobs=three), chat("", logprobs=[logprob("", -0.4)]), chat(" [1].")]
    far.server.script = [*(go(one) + b"\n" for one in lines), line("", "stop")]
    reply = await far.write()
    assert reply.trace is not None
    assert reply.trace.figures["logprob_mean"] == -0.25
    assert "first_margin" not in reply.trace.figures, "nobody said what else it would have written"


async def not_said_how_sure(far: FarEnd) -> None:
    far.server.version = "0.12.10"
    far.server.says("Unplug it [1].")
    reply = await far.write()
    assert reply.trace is not None
    assert "logprob_mean" not in reply.trace.figures, "missing is not 0"


async def in_a_shape(far: FarEnd) -> None:
    far.server.reply = '{"answer":"yes"}'
    shaped = {**HELLO, "format": {"type": "object"}, "stream": False}
    assert json.loads(json.loads((await far.post("/api/chat", shaped))[2])["message"]["content"]) == {"answer": "yes"}
    cut = (await far.post("/api/chat", {**shaped, "options": {"num_predict": 1}}))[2]
    assert json.loads(cut)["done_reason"] == "length"
    far.server.says("Unplug it [1].")
    await far.write()
    assert "format" not in far.server.requests[-1], "a shape makes the log-probabilities worthless"


async def without_counts(far: FarEnd) -> None:
    far.server.says("Unplug it [1].")
    far.server.tells_counts = False
    reply = await far.write()
    assert reply.complete
    assert reply.trace is not None
    assert set(reply.trace.figures) == {"seconds", "seconds_to_first"}
    far.server.script = [*spoken("Unplug it [1].", None), go(chat("", done_reason="stop", metrics={"eval_count": 3})) + b"\n"]
    assert (await far.write()).complete


async def generated(far: FarEnd) -> None:
    far.server.reply = "Hel"
    status, kind, raw = await far.post("/api/generate", {"model": MODEL, "prompt": "Say hello"})
    first, last, _ = raw.split(b"\n")
    assert (status, kind) == (200, STREAM)
    assert first == f'{{"model":"{MODEL}","created_at":"{WHEN}","response":"Hel","done":false}}'.encode()
    assert json.loads(last)["context"] == [1, 2, 3]


async def generated_nothing(far: FarEnd) -> None:
    end = f'{{"model":"{MODEL}","created_at":"{WHEN}","response":"","done":true,"done_reason":"load"}}'.encode()
    assert await far.post("/api/generate", {"model": MODEL}) == (200, JSON, end)
    await far.ours.load((await far.ours.models())[0])
    assert far.server.loads == 1


CASES = {
    9: streamed, 10: in_one_piece, 11: split_inside_a_character, 12: escaped, 13: cut_at_its_length, 14: only_loaded,
    15: unloaded, 16: thinking, 17: sure_of_its_words, 18: sure_without_others, 19: sure_in_heaps, 20: not_said_how_sure,
    21: in_a_shape, 22: without_counts, 23: generated, 24: generated_nothing,
}  # fmt: skip
