"""Forty ways a model server, or a stranger in its place, can fail one chat. Each gets its own dice."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from random import Random

from tests.fakes.ollama_server import go_json as g
from tests.fakes.ollama_server.http import Wire

WHOLE = "Unplug the hub for 10 seconds [1]. The light turns green [1]."
Fault = Callable[[Wire, Random], Awaitable[None]]
HARMLESS = {"drips", "sends tricks", "sends blank lines", "knows unknown keys", "says it in one line", "repeats its headers"}
"""Those after which the reply is whole all the same."""


def some(dice: Random) -> list[bytes]:
    """The reply without its end, cut anywhere."""
    lines = g.spoken(WHOLE, None)
    return lines[: dice.randrange(1, len(lines))]


async def streams(wire: Wire, *writes: bytes) -> None:
    await wire.begin(g.STREAM)
    for write in writes:
        await wire.piece(write)


async def ends(wire: Wire, *writes: bytes) -> None:
    await streams(wire, *writes)
    await wire.end()


def answers(status: int, kind: str, content: bytes) -> Fault:
    async def fault(wire: Wire, _: Random) -> None:
        await wire.whole(status, kind, content)

    return fault


def says(make: Callable[[Random], list[bytes]]) -> Fault:
    async def fault(wire: Wire, dice: Random) -> None:
        await ends(wire, *make(dice))

    return fault


async def hangs_up(_: Wire, __: Random) -> None:
    return


async def resets(wire: Wire, dice: Random) -> None:
    await streams(wire, *some(dice))
    wire.reset()


async def is_silent(wire: Wire, _: Random) -> None:
    await wire.client_left()


async def is_silent_after_its_headers(wire: Wire, _: Random) -> None:
    await wire.begin(g.STREAM)
    await wire.client_left()


async def falls_silent(wire: Wire, dice: Random) -> None:
    await streams(wire, *some(dice))
    await wire.client_left()


async def cuts_a_chunk(wire: Wire, dice: Random) -> None:
    await streams(wire, *some(dice))
    await wire.raw(b"40\r\nhalf of a ch")


async def cuts_a_line(wire: Wire, dice: Random) -> None:
    whole = b"".join(g.spoken(WHOLE))
    await ends(wire, whole[: dice.randrange(1, len(whole) - 400)])


async def sends_no_http(wire: Wire, dice: Random) -> None:
    await wire.raw(dice.randbytes(200).replace(b"\n", b"\0") + b"\r\n\r\n")


async def breaks_its_chunks(wire: Wire, dice: Random) -> None:
    await streams(wire, *some(dice))
    await wire.raw(b"zz\r\nno length\r\n")


async def lies_about_its_length(wire: Wire, dice: Random) -> None:
    content = b"".join(some(dice))
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {g.STREAM}\r\nContent-Length: {len(content) + dice.randrange(1, 99)}\r\n\r\n"
    await wire.raw(head.encode() + content)


async def redirects(wire: Wire, _: Random) -> None:
    await wire.raw(b"HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/api/chat\r\nContent-Length: 0\r\n\r\n")


async def drips(wire: Wire, dice: Random) -> None:
    raw, begun = b"".join(g.spoken(WHOLE)), 0
    await wire.begin(g.STREAM)
    while begun < len(raw):
        step = dice.randrange(1, 400)
        await wire.piece(raw[begun : begun + step])
        begun += step
        await asyncio.sleep(0)
    await wire.end()


async def repeats_its_headers(wire: Wire, _: Random) -> None:
    await wire.raw(b"HTTP/1.1 200 OK\r\nX-Odd: a\r\nX-Odd: b\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    for write in g.spoken(WHOLE):
        await wire.piece(write)
    await wire.end()


async def never_ends_a_line(wire: Wire, dice: Random) -> None:
    await streams(wire, *some(dice))
    for _ in range(20):
        await wire.piece(b"x" * 100_000)
    await wire.end()


def halved(dice: Random) -> list[bytes]:
    """A prompt cut in silence, as by old servers, and a fluent reply to what was left of it."""
    end = g.chat("", done_reason="stop", metrics=g.metrics(dice.choice((4095, 4096, 8000)), 9))
    return [*g.spoken(WHOLE, None), g.go(end) + b"\n"]


def with_line(*lines: bytes) -> Fault:
    return says(lambda dice: [*some(dice), *lines])


def spoken_with(text: str) -> Fault:
    return says(lambda _: g.spoken(text))


ODD = json.dumps({"model": g.MODEL, "new": [1], "message": {"content": WHOLE, "odd": {}}, "done": False}).encode() + b"\n"
DEEP = b'{"message":' + b"[" * 90_000 + b"\n"
FAULTS: dict[str, Fault] = {
    "hangs up": hangs_up,
    "resets": resets,
    "is silent": is_silent,
    "is silent after its headers": is_silent_after_its_headers,
    "falls silent": falls_silent,
    "cuts a chunk": cuts_a_chunk,
    "cuts a line": cuts_a_line,
    "sends no http": sends_no_http,
    "breaks its chunks": breaks_its_chunks,
    "lies about its length": lies_about_its_length,
    "redirects": redirects,
    "never ends a line": never_ends_a_line,
    "fails": answers(500, g.JSON, g.error("something broke")),
    "fails in plain text": answers(500, "text/plain", b"panic: runtime error"),
    "fails with a list": answers(500, g.JSON, b'["x"]'),
    "has no memory": answers(500, g.JSON, g.error("model requires more system memory (5.6 GiB) than is available (3.1 GiB)")),
    "dislikes an option": answers(500, g.JSON, g.error('option "seed" must be of type integer')),
    "lost its model": answers(404, g.JSON, g.error("model 'x' not found")),
    "knows no such page": answers(404, "text/plain", b"404 page not found"),
    "dislikes the request": answers(400, g.JSON, g.error("json: cannot unmarshal")),
    "finds it too long": answers(400, g.JSON, g.error("the input length exceeds the context length")),
    "is busy": answers(503, g.JSON, g.error("server busy, please try again.  maximum pending requests exceeded")),
    "is a gateway": answers(502, "text/html", b"<html>Bad gateway</html>"),
    "wants a key": answers(401, g.JSON, g.error("unauthorized")),
    "forbids it": answers(403, "", b""),
    "is a web page": answers(200, "text/html", b"<html>It works!</html>"),
    "says nothing": answers(200, g.STREAM, b""),
    "sends garbage": says(lambda dice: [*some(dice), dice.randbytes(500) + b"\n"]),
    "sends broken letters": with_line(b'{"message":{"content":"\xff\xfe"},"done":false}\n'),
    "sends a list": with_line(b'["x"]\n'),
    "sends a maze": with_line(DEEP),
    "breaks off with an error": with_line(g.error("an error was encountered while running the model: unexpected EOF") + b"\n"),
    "ends without being done": says(some),
    "repeats itself": says(lambda dice: [*some(dice), *[g.line(" the")] * 31]),
    "never ends": says(lambda _: [g.line("endless " * 900)] * 9),
    "sends ten million letters": says(lambda _: [g.line("x" * 10_000_000)]),
    "is done with nothing": says(lambda _: [g.line("", "stop")]),
    "only loads": says(lambda dice: [*some(dice), g.line("", "load")]),
    "is done for no reason": says(lambda dice: [*some(dice), g.go(g.chat("") | {"done": True}) + b"\n"]),
    "says done in words": says(lambda dice: [*some(dice), g.go(g.chat("") | {"done": "true", "done_reason": "stop"}) + b"\n"]),
    "cuts the prompt": says(halved),
    "drips": drips,
    "sends tricks": spoken_with(WHOLE.replace("hub", "hub\x00\x1b[31m\u202e")),
    "sends blank lines": says(lambda _: [line for one in g.spoken(WHOLE) for line in (b"\n", one)]),
    "knows unknown keys": says(lambda _: [ODD, g.line("", "stop")]),
    "says it in one line": says(lambda _: [g.line(WHOLE, "stop")]),
    "repeats its headers": repeats_its_headers,
}
