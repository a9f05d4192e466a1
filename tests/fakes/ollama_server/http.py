"""As much of HTTP/1.1 as Ollama speaks, written by hand so that it can be spoken wrongly too."""

import asyncio
from dataclasses import dataclass

REASONS = {200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed"}


@dataclass(frozen=True)
class Request:
    verb: str
    path: str
    headers: dict[str, str]
    body: bytes
    raw: str


@dataclass
class Wire:
    """One connection. What is sent goes out at once, so that every write is a packet of its own."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def request(self) -> Request | None:
        """None when the client left."""
        try:
            raw = (await self.reader.readuntil(b"\r\n\r\n")).decode().strip()
        except asyncio.IncompleteReadError:
            return None
        first, *lines = raw.split("\r\n")
        verb, path, _ = first.split()
        headers = {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in lines)}
        body = await self.reader.readexactly(int(headers.get("content-length", "0")))
        return Request(verb, path, headers, body, raw)

    async def whole(self, status: int, kind: str, content: bytes, *, head_only: bool = False) -> None:
        told = f"Content-Type: {kind}\r\n" if kind else ""
        head = f"HTTP/1.1 {status} {REASONS.get(status, 'X')}\r\n{told}Content-Length: {len(content)}\r\n\r\n"
        await self.raw(head.encode() + (b"" if head_only else content))

    async def begin(self, kind: str, status: int = 200) -> None:
        head = f"HTTP/1.1 {status} {REASONS.get(status, 'X')}\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\n\r\n"
        await self.raw(head.encode())

    async def piece(self, content: bytes) -> None:
        if content:
            await self.raw(f"{len(content):x}\r\n".encode() + content + b"\r\n")

    async def end(self) -> None:
        await self.raw(b"0\r\n\r\n")

    async def raw(self, content: bytes) -> None:
        self.writer.write(content)
        await self.writer.drain()

    async def client_left(self) -> None:
        """Waits until it does."""
        await self.reader.read()

    def reset(self) -> None:
        self.writer.transport.abort()
