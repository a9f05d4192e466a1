"""Both ends of the wire for one case: raw requests as anybody may send them, and our own side."""

from dataclasses import dataclass
from typing import Any

import httpx

from helpdesk.adapters.writers.ollama.server import OllamaServer as OurSide
from helpdesk.adapters.writers.ollama.writer import OllamaWriter
from helpdesk.domain.draft import WrittenReply
from tests.fakes.ollama_server import MODEL, OllamaServer
from tests.fakes.ollama_writing import ASK, NoteBook, Pauses

HELLO: dict[str, Any] = {"model": MODEL, "messages": [{"role": "user", "content": "Hello"}]}


@dataclass
class FarEnd:
    server: OllamaServer
    http: httpx.AsyncClient
    ours: OurSide
    pauses: Pauses

    @property
    def writer(self) -> OllamaWriter:
        return OllamaWriter(self.ours, NoteBook(), nonce=lambda: "n0nce")

    async def write(self) -> WrittenReply:
        return await self.writer.write(ASK, lambda _: None)

    async def get(self, path: str) -> tuple[int, str, bytes]:
        return told(await self.http.get(path))

    async def post(self, path: str, body: Any = None, **more: Any) -> tuple[int, str, bytes]:
        return told(await self.http.post(path, json=body, **more) if body is not None else await self.http.post(path, **more))


def told(response: httpx.Response) -> tuple[int, str, bytes]:
    return response.status_code, response.headers.get("content-type", ""), response.content
