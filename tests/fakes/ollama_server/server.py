"""The stand-in itself: what is asked of it, in what order, and what it answers."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.ollama_server import go_json as g
from tests.fakes.ollama_server.checks import RefusedError, check, read, refuse
from tests.fakes.ollama_server.http import Request, Wire
from tests.fakes.ollama_server.prompts import Prompting, embedded, too_long

Fault = Callable[[Wire], Awaitable[None]]
VERBS = {
    "/": "GET",
    "/api/version": "GET",
    "/api/tags": "GET",
    "/api/ps": "GET",
    "/api/show": "POST",
    "/api/generate": "POST",
    "/api/chat": "POST",
    "/api/embed": "POST",
    "/api/pull": "POST",
}
OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")


@dataclass
class OllamaServer:
    """Answers chats with `reply`, or with the raw writes of `script` (None: wait until the client leaves), or with the first of
    `refusals`, or does what the first of `faults` does with the connection. Everything else is how the server is set up."""

    host: str = ""
    version: str = "0.32.15"
    models: list[dict[str, Any]] = field(default_factory=lambda: [g.model()])
    reply: str = "Hello."
    done: str = "stop"
    thinking: str = ""
    logprob: float | None = None
    """Of every token, if the server tells any."""
    tells_counts: bool = True
    prompting: Prompting = field(default_factory=Prompting)
    script: Sequence[bytes | None] | None = None
    cut: bool = False
    refusals: list[tuple[int, str, bytes]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    tags: tuple[int, str, bytes] | None = None
    load_failure: str = ""
    """What loading a model fails with."""
    is_full: bool = False
    """Whether its queue of loads is."""
    may_load: asyncio.Event = field(default_factory=asyncio.Event)
    may_speak: asyncio.Event = field(default_factory=asyncio.Event)
    pulls: Sequence[bytes | None] = field(default_factory=lambda: g.pulling([("8eeb52dfb3bb", 2_000_000_000)]))
    seconds_to_first: float = 0.0
    seconds_between: float = 0.0

    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    loaded: dict[str, int] = field(default_factory=dict)
    loads: int = 0
    loads_broken_off: int = 0
    left: asyncio.Event = field(default_factory=asyncio.Event)
    at_end: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    """What its clients want done before it goes."""
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        self.may_load.set()
        self.may_speak.set()

    @property
    def asked_for_models(self) -> int:
        return self.asked.count("GET /api/tags")

    def says(self, text: str, done: str | None = "stop") -> None:
        self.script, self.reply = (None, text) if done else (g.spoken(text, None), text)
        self.done = done or ""

    def refuses(self, status: int, error: str) -> None:
        self.refusals.append((status, g.JSON, g.error(error)))

    async def handle(self, wire: Wire) -> None:
        try:
            while (request := await wire.request()) is not None:
                self.asked.append(f"{request.verb} {request.path}")
                self.headers.append(request.raw)
                if not await self._answer(request, wire):
                    break
        except (ConnectionError, asyncio.IncompleteReadError):
            self.left.set()
        finally:
            with suppress(RuntimeError):
                wire.writer.close()

    async def _answer(self, request: Request, wire: Wire) -> bool:
        """Whether the connection stays open."""
        if request.headers.get("host", "").rpartition(":")[0] not in OWN_NAMES:
            await wire.whole(403, "", b"")
            return True
        verb = VERBS.get(request.path)
        if verb is None:
            await wire.whole(404, "text/plain", b"404 page not found")
            return True
        if request.verb != verb and not (verb == "GET" and request.verb == "HEAD"):
            await wire.whole(405, "text/plain", b"405 method not allowed")
            return True
        if request.path == "/api/chat" and self.faults:
            await self.faults.pop(0)(wire)
            return False
        try:
            return await self._served(request, wire)
        except RefusedError as refused:
            await wire.whole(refused.status, refused.kind, refused.content)
            return True

    async def _served(self, request: Request, wire: Wire) -> bool:
        answers: dict[str, Callable[[], Any]] = {
            "/api/version": lambda: {"version": self.version},
            "/api/tags": lambda: {"models": self.models},
            "/api/ps": lambda: {"models": [self._running(name) for name in self.loaded]},
            "/api/show": lambda: self._shown(read(request.body, "ShowRequest")),
            "/api/embed": lambda: self._embedded(read(request.body, "EmbedRequest")),
        }
        head_only = request.verb == "HEAD"
        if request.path == "/":
            await wire.whole(200, g.TEXT, b"Ollama is running", head_only=head_only)
        elif request.path == "/api/tags" and self.tags:
            await wire.whole(*self.tags)
        elif request.path in answers:
            await wire.whole(200, g.JSON, g.go(answers[request.path]()), head_only=head_only)
        elif request.path == "/api/pull":
            return await self._pulled(read(request.body, "PullRequest"), wire)
        elif request.path == "/api/generate":
            return await self._generated(read(request.body, "GenerateRequest"), wire)
        else:
            return await self._chatted(request, wire)
        return True

    def _running(self, name: str) -> dict[str, Any]:
        return {
            "name": name,
            "model": name,
            "size": 3338801152,
            "digest": g.DIGEST,
            "details": g.details(),
            "expires_at": "2026-08-21T20:53:22+02:00",
            "size_vram": 0,
            "context_length": self.loaded[name],
        }

    def _model(self, name: str) -> dict[str, Any] | None:
        return next((one for one in self.models if one["name"] in (name, f"{name}:latest")), None)

    def _shown(self, told: dict[str, Any]) -> dict[str, Any]:
        name = told.get("model", "")
        if not name:
            raise refuse(400, "model is required")
        model = self._model(name)
        if model is None:
            raise refuse(404, f"model '{name if ':' in name else f'{name}:latest'}' not found")
        about = {"general.architecture": "llama", "llama.context_length": 131072, "tokenizer.ggml.tokens": []}
        return {
            "modelfile": "FROM llama3.2\n",
            "parameters": "",
            "template": "{{ .Prompt }}",
            "details": model["details"],
            "model_info": about,
            "capabilities": model.get("capabilities", ["completion", "tools"]),
            "modified_at": model["modified_at"],
        }

    def _embedded(self, told: dict[str, Any]) -> dict[str, Any]:
        if self._model(told.get("model", "")) is None:
            raise refuse(404, f'model "{told.get("model", "")}" not found, try pulling it first')
        return embedded(told)

    async def _pulled(self, told: dict[str, Any], wire: Wire) -> bool:
        bad = next((json.loads(raw) for raw in self.pulls if raw and b'"error"' in raw), None)
        if told.get("stream") is False and bad:
            raise RefusedError(500, g.go(bad), g.BARE_JSON)
        if told.get("stream") is False:
            await wire.whole(200, g.BARE_JSON, g.go({"status": "success"}))
            return True
        if not await self._streamed(self.pulls, wire):
            return False
        if not bad and self._model(told.get("model", "")) is None:
            self.models.append(g.model(told["model"]))
        return True

    async def _streamed(self, writes: Sequence[bytes | None], wire: Wire) -> bool:
        await wire.begin(g.STREAM)
        for raw in writes:
            if raw is None:
                await wire.client_left()
                self.left.set()
                return False
            await wire.piece(raw)
        if self.cut:
            await wire.raw(b"40\r\nhalf of a ch")
            return False
        await wire.end()
        return True

    async def _generated(self, told: dict[str, Any], wire: Wire) -> bool:
        name = told.get("model", "")
        if not name or self._model(name) is None:
            raise refuse(404, f"model '{name}' not found")
        check(told, bool(self.thinking))
        await self._load(name, told, wire)
        if not told.get("prompt"):
            await wire.whole(200, g.JSON, g.go(g.generate("", done_reason="load", model=name)))
            return True
        lines = [g.generate(token) for token in g.tokens(self.reply)]
        lines.append(g.generate("", done_reason=self.done, context=[1, 2, 3], metrics=g.metrics()))
        return await self._streamed([g.go(one) + b"\n" for one in lines], wire)

    async def _chatted(self, request: Request, wire: Wire) -> bool:
        told = read(request.body)
        self.requests.append(told)
        if self.refusals:
            await wire.whole(*self.refusals.pop(0))
            return True
        name = told.get("model", "")
        if not name:
            raise refuse(400, "model is required")
        model = self._model(name)
        if model is None:
            raise refuse(404, f"model '{name}' not found")
        if "completion" not in model.get("capabilities", ["completion"]):
            raise refuse(400, f'"{name.removesuffix(":latest")}" does not support chat')
        check(told, bool(self.thinking))
        if not told.get("messages"):
            return await self._only_loaded(name, told, wire)
        await self._load(name, told, wire)
        async with self._turn:
            return await self._spoken(told, wire)

    async def _only_loaded(self, name: str, told: dict[str, Any], wire: Wire) -> bool:
        reason = "unload" if told.get("keep_alive") == 0 else "load"
        if reason == "unload":
            self.loaded.pop(name, None)
        else:
            await self._load(name, told, wire)
        await wire.whole(200, g.JSON, g.go(g.chat("", done_reason=reason, model=name)))
        return True

    async def _load(self, name: str, told: dict[str, Any], wire: Wire) -> None:
        """A load takes until `may_load`; a client that leaves meanwhile breaks it off."""
        window = told.get("options", {}).get("num_ctx", 4096)
        if self.loaded.get(name) == window:
            return
        if self.is_full:
            raise refuse(503, "server busy, please try again.  maximum pending requests exceeded")
        self.loads += 1
        await self._wait(self.may_load, wire)
        if self.load_failure:
            raise refuse(500, self.load_failure)
        self.loaded[name] = window

    async def _wait(self, gate: asyncio.Event, wire: Wire) -> None:
        """Raises ConnectionError when the client left first."""
        if gate.is_set():
            return
        opened, left = asyncio.ensure_future(gate.wait()), asyncio.ensure_future(wire.client_left())
        try:
            await asyncio.wait({opened, left}, return_when=asyncio.FIRST_COMPLETED)
            if not opened.done():
                self.loads_broken_off += gate is self.may_load
                raise ConnectionError
        finally:
            for one in (opened, left):
                one.cancel()
            await asyncio.gather(opened, left, return_exceptions=True)

    async def _spoken(self, told: dict[str, Any], wire: Wire) -> bool:
        if self.script is not None:
            return await self._streamed(self.script, wire)
        counted = self.prompting.counted(told)
        window = told.get("options", {}).get("num_ctx", 4096)
        if counted > window:
            counted = too_long(told, self.version, counted, window)
        await self._wait(self.may_speak, wire)
        if self.seconds_to_first:
            await asyncio.sleep(self.seconds_to_first)
        lines = self._lines(told, counted)
        if told.get("stream") is False:
            await wire.whole(200, g.JSON, g.go(joined(lines)))
            return True
        await wire.begin(g.STREAM)
        for one in lines:
            await wire.piece(g.go(one) + b"\n")
            if self.seconds_between:
                await asyncio.sleep(self.seconds_between)
        await wire.end()
        return True

    def _lines(self, told: dict[str, Any], counted: int) -> list[dict[str, Any]]:
        name, most = told["model"], told.get("options", {}).get("num_predict", -1)
        pieces = g.tokens(self.reply)
        done = "length" if 0 < most < len(pieces) else self.done
        pieces = pieces[:most] if done == "length" and most > 0 else pieces
        wants = told.get("logprobs") and self.logprob is not None
        lines = []
        if self.thinking and told.get("think") is not False:
            lines += [g.chat("", thinking=token, model=name) for token in g.tokens(self.thinking)]
        value = self.logprob or 0.0
        others = [("another", value - 1.0)] if told.get("top_logprobs", 0) > 1 else []
        for token in pieces:
            sure = {"logprobs": [g.logprob(token, value, *others)]} if wants else {}
            lines.append(g.chat(token, model=name, **sure))
        numbers = g.metrics(counted, len(pieces)) if self.tells_counts else {}
        return [*lines, g.chat("", model=name, done_reason=done, metrics=numbers)]


def joined(lines: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The same as one answer."""
    last = dict(lines[-1])
    last["message"] = {"role": "assistant", "content": "".join(one["message"]["content"] for one in lines)}
    return last


@asynccontextmanager
async def serving(port: int = 0, standin: OllamaServer | None = None) -> AsyncIterator[OllamaServer]:
    """On a port of loopback; a stand-in given comes back to life there."""
    standin = standin or OllamaServer()
    handlers: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            handlers.add(task)
        with suppress(asyncio.CancelledError):  # a stream whose task was cancelled says so in the log
            await standin.handle(Wire(reader, writer))

    server = await asyncio.start_server(handle, "127.0.0.1", port)
    standin.host = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield standin
    finally:
        while standin.at_end:
            await standin.at_end.pop()()
        server.close()
        for task in handlers:
            task.cancel()
        await asyncio.gather(*handlers, return_exceptions=True)
