"""A stand-in for a model hub on loopback: its listing, its files in ranges, and the ways of failing that fetching must bear."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from helpdesk.adapters.onnx_models.catalogue import Source
from helpdesk.domain.embedding_model import CatalogueModel

REPOSITORY = "team/tiny"
REVISION = "0123456789abcdef0123456789abcdef01234567"
FILES: Mapping[str, bytes] = {
    "onnx/model.onnx": bytes(range(256)) * 4000,
    "config.json": b'{"model_type": "tiny"}',
    "tokenizer.json": b'{"version": "1.0"}',
}


@dataclass
class ModelHub:
    """`cuts`: after how many bytes of a file the next transfers end (-1: never end, never go on). `refusals`: codes of the next
    answers; `busy`: of the next files. `elsewhere`: files are redirected to that host and port."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=lambda: dict(FILES))
    told: dict[str, bytes] = field(default_factory=dict)
    cuts: list[int] = field(default_factory=list)
    refusals: list[int] = field(default_factory=list)
    busy: list[int] = field(default_factory=list)
    elsewhere: str = ""
    ranges: bool = True
    asked: list[str] = field(default_factory=list)
    sent: int = 0
    stalled: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def endpoint(self) -> str:
        return f"http://{self.address}"

    def source(self) -> Source:
        model = CatalogueModel("team/tiny-model", "A tiny model", 8, 1_000_000, "mit", "127.0.0.1")
        return Source(model, self.endpoint, REPOSITORY, (*FILES, "tokenizer_config.json"), tuple(FILES))

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while raw := await reader.readuntil(b"\r\n\r\n"):
                lines = raw.decode().split("\r\n")
                path = lines[0].split()[1]
                start = next((int(one.split("=")[1].rstrip("-")) for one in lines if one.lower().startswith("range:")), 0)
                self.asked.append(f"{path.partition('?')[0]}@{start}")
                await self._answer(path, start, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _answer(self, path: str, start: int, writer: asyncio.StreamWriter) -> None:
        listing = f"/api/models/{REPOSITORY}"
        if self.refusals:
            send(writer, self.refusals.pop(0), b"no")
        elif path == listing:
            send(writer, 200, json.dumps({"sha": REVISION}).encode())
        elif path.startswith(f"{listing}/tree/{REVISION}"):
            send(writer, 200, json.dumps([self._listed(name) for name in self.files]).encode())
        else:
            await self._resolve(path, start, writer)

    async def _resolve(self, path: str, start: int, writer: asyncio.StreamWriter) -> None:
        name = path.removeprefix(f"/{REPOSITORY}/resolve/{REVISION}/")
        if name not in self.files:
            return send(writer, 404, b"")
        if self.busy:
            return send(writer, self.busy.pop(0), b"later")
        if self.elsewhere and self.elsewhere != self.address:
            return send(writer, 302, b"", f"Location: http://{self.elsewhere}{path}\r\n")
        return await self._send_file(self.files[name], start, writer)

    def _listed(self, name: str) -> dict[str, object]:
        content = self.told.get(name, self.files[name])
        if name.endswith(".onnx"):
            return {"path": name, "size": 130, "lfs": {"oid": hashlib.sha256(content).hexdigest(), "size": len(content)}}
        digest = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
        return {"path": name, "size": len(content), "oid": digest}

    async def _send_file(self, content: bytes, start: int, writer: asyncio.StreamWriter) -> None:
        if start >= len(content) > 0:
            return send(writer, 416, b"")
        start = start if self.ranges else 0
        status = f"206 Partial\r\nContent-Range: bytes {start}-{len(content) - 1}/{len(content)}" if start else "200 OK"
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(content) - start}\r\n\r\n".encode())
        cut = self.cuts.pop(0) if self.cuts and len(content) > 1000 else None
        part = content[start:] if cut is None else content[start : start + abs(cut)]
        self.sent += len(part)
        writer.write(part)
        await writer.drain()
        if cut is not None and cut < 0:
            self.stalled.set()
            await asyncio.Event().wait()
        if cut is not None:
            raise ConnectionError


def send(writer: asyncio.StreamWriter, status: int, content: bytes, more: str = "") -> None:
    writer.write(f"HTTP/1.1 {status} X\r\n{more}Content-Length: {len(content)}\r\n\r\n".encode() + content)


@asynccontextmanager
async def serving() -> AsyncIterator[ModelHub]:
    hub = ModelHub()
    handlers: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            handlers.add(task)
        await hub.handle(reader, writer)

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    hub.address = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield hub
    finally:
        server.close()
        for task in handlers:
            task.cancel()
        await asyncio.gather(*handlers, return_exceptions=True)
