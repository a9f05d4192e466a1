"""A stand-in for an Ollama server on loopback: speaks its wire format, and every way of failing that was seen in the wild."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

MODEL = "llama3.2:3b"
DIGEST = "a80c4f17acd55265feec403c7aef86be0c25983ab279d83f3bcd3abbcb5b8b72"
WHEN = "2026-08-21T18:48:22.123456789Z"
JSON = "application/json; charset=utf-8"
STREAM = "application/x-ndjson"


def model(name: str = MODEL, **extra: Any) -> dict[str, Any]:
    return {
        "name": name,
        "model": name,
        "modified_at": "2026-08-21T18:48:22.123456789+02:00",
        "size": 2019393189,
        "digest": DIGEST,
        "details": {"format": "gguf", "family": "llama", "families": ["llama"]},
        "capabilities": ["completion", "tools"],
        **extra,
    }


def line(text: str, done: str | None = None) -> bytes:
    told: dict[str, Any] = {
        "model": MODEL,
        "created_at": WHEN,
        "message": {"role": "assistant", "content": text},
        "done": done is not None,
    }
    if done is not None:
        told |= {"done_reason": done, "total_duration": 4883583458, "prompt_eval_count": 26, "eval_count": 282}
    raw = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return raw.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").encode() + b"\n"


def spoken(text: str, done: str | None = "stop") -> list[bytes]:
    """The text as a stream, some letters a line; without `done` the stream just ends."""
    pieces = [line(text[i : i + 7]) for i in range(0, len(text), 7)]
    return [*pieces, line("", done)] if done is not None else pieces


@dataclass
class OllamaServer:
    """The next chat gets the raw writes of `script` (None: wait until the client leaves) or the first of `refusals`."""

    host: str = ""
    models: list[dict[str, Any]] = field(default_factory=lambda: [model()])
    script: Sequence[bytes | None] = ()
    refusals: list[tuple[int, str, bytes]] = field(default_factory=list)
    tags: tuple[int, str, bytes] | None = None
    cut: bool = False
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    asked_for_models: int = 0
    left: asyncio.Event = field(default_factory=asyncio.Event)

    def says(self, text: str, done: str | None = "stop") -> None:
        self.script = spoken(text, done)

    def refuses(self, status: int, error: str) -> None:
        self.refusals.append((status, JSON, json.dumps({"error": error}).encode()))

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await _head(reader):
                verb, path, length = head[0].split()[0], head[0].split()[1], _length(head)
                self.headers.append("\n".join(head))
                body = await reader.readexactly(length)
                if not await self._answer(f"{verb} {path}", body, reader, writer):
                    break
        except (ConnectionError, asyncio.IncompleteReadError):
            self.left.set()
        finally:
            writer.close()

    async def _answer(self, what: str, body: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        if what == "GET /api/tags":
            self.asked_for_models += 1
            status, kind, content = self.tags or (200, JSON, json.dumps({"models": self.models}).encode())
            await _send(writer, status, kind, content)
            return True
        if what == "POST /api/chat":
            return await self._chat(json.loads(body), reader, writer)
        await _send(writer, 404, "text/plain", b"404 page not found")
        return True

    async def _chat(self, request: dict[str, Any], reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        self.requests.append(request)
        if self.refusals:
            await _send(writer, *self.refusals.pop(0))
            return True
        if request["model"] not in [m["name"] for m in self.models]:
            content = json.dumps({"error": f"model '{request['model']}' not found"}).encode()
            await _send(writer, 404, JSON, content)
            return True
        writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: {STREAM}\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        for raw in self.script:
            if raw is None:
                await writer.drain()
                await reader.read()
                self.left.set()
                return False
            writer.write(f"{len(raw):x}\r\n".encode() + raw + b"\r\n")
            await writer.drain()
        if self.cut:
            writer.write(b"40\r\nhalf of a ch")
            return False
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return True


async def _head(reader: asyncio.StreamReader) -> list[str]:
    try:
        raw = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return []
    return raw.decode().strip().split("\r\n")


def _length(head: list[str]) -> int:
    return next((int(h.split(":")[1]) for h in head if h.lower().startswith("content-length:")), 0)


async def _send(writer: asyncio.StreamWriter, status: int, kind: str, content: bytes) -> None:
    writer.write(f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content)
    await writer.drain()


@asynccontextmanager
async def serving() -> AsyncIterator[OllamaServer]:
    standin = OllamaServer()
    handlers: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            handlers.add(task)
        await standin.handle(reader, writer)

    handler: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]] = handle
    server = await asyncio.start_server(handler, "127.0.0.1", 0)
    standin.host = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield standin
    finally:
        server.close()
        for task in handlers:
            task.cancel()
        await asyncio.gather(*handlers, return_exceptions=True)
