"""The Ollama server as it behaves on the wire, every failure as one of our own errors.

Requests go through the `ollama` package's HTTP client, not through its chat method: that one cannot turn silent truncation off,
never times out, and takes a stream that just ends for a finished one.
"""

import asyncio
import json
import os
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from helpdesk.domain.errors import ModelMissing, ModelServerDown, ModelStopped

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS = 3.0
LONGEST_LINE = 1 << 20
LONGEST_REPLY = 40_000
NOT_ONE = "what answers does not speak like one"


class PromptTooLong(Exception):
    """The server says the prompt does not fit its context; a shorter one may."""


@dataclass(frozen=True)
class Patience:
    """Seconds: the first word may take minutes while a model loads, the next one may not."""

    first: float
    between: float


@dataclass(frozen=True)
class Model:
    name: str
    digest: str


@dataclass(frozen=True)
class Piece:
    """`text` is new text; `done_reason` is set on the last piece only."""

    text: str
    done_reason: str | None


@contextmanager
def _without_proxies() -> Iterator[None]:
    """The package opens a client of its own when imported, which fails under a SOCKS proxy setting; none is used here."""
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.lower().endswith("_proxy")}
    try:
        yield
    finally:
        os.environ.update(hidden)


@asynccontextmanager
async def connected(host: str) -> "AsyncIterator[httpx.AsyncClient]":
    """An HTTP client to that one host: no proxies, no redirects elsewhere, no credentials from the environment."""
    with _without_proxies():
        import httpx
        import ollama
    try:
        timeout = httpx.Timeout(None, connect=CONNECT_SECONDS)
        client = ollama.AsyncClient(host=host, trust_env=False, follow_redirects=False, timeout=timeout)
        http: httpx.AsyncClient = client._client  # noqa: SLF001 - the package has no other door to raw requests
        http.headers.pop("authorization", None)
    except (ValueError, httpx.InvalidURL) as error:
        raise ModelServerDown(host) from error
    async with http:
        yield http


async def installed(host: str, seconds: float) -> tuple[Model, ...]:
    """Models on that server that can write text and run there; those it would pass on to a cloud are left out. Raises
    ModelServerDown."""
    import httpx

    try:
        async with asyncio.timeout(seconds), connected(host) as http:
            response = await http.get("/api/tags")
            listed = response.json()["models"] if response.status_code == 200 else None
    except httpx.ConnectError as error:
        raise ModelServerDown(host) from error
    except (TimeoutError, httpx.TimeoutException) as error:
        raise ModelServerDown(host, f"nothing came within {seconds:.0f} seconds") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, KeyError, TypeError) as error:
        raise ModelServerDown(host, NOT_ONE) from error
    if not isinstance(listed, list):
        raise ModelServerDown(host, NOT_ONE)
    return tuple(Model(str(m["name"]), str(m.get("digest", ""))) for m in listed if isinstance(m, dict) and _writes_here(m))


def _writes_here(model: Mapping[str, Any]) -> bool:
    name = str(model.get("name") or "")
    capabilities = model.get("capabilities")
    families = (model.get("details") or {}).get("families") or []
    embeds_only = "completion" not in capabilities if isinstance(capabilities, list) else any("bert" in f for f in families)
    return bool(name) and not is_remote(model) and not embeds_only


def is_remote(model: Mapping[str, Any]) -> bool:
    """Whether the server would hand the conversation to somebody else's machine."""
    name = str(model.get("name") or "")
    tag = name.rpartition(":")[2]
    return bool(model.get("remote_host") or model.get("remote_model")) or tag == "cloud" or tag.endswith("-cloud")


async def chat(http: "httpx.AsyncClient", request: Mapping[str, Any], patience: Patience) -> AsyncGenerator[Piece, None]:
    """One chat, streamed. Ends only after a piece with a done_reason; raises ModelStopped, ModelMissing, ModelServerDown or
    PromptTooLong otherwise. Leaving it early closes the connection, which stops the server."""
    import httpx

    host = str(http.base_url)
    try:
        async with asyncio.timeout(patience.first):
            sent = http.build_request("POST", "/api/chat", json=dict(request))
            response = await http.send(sent, stream=True)
        try:
            if response.status_code != 200:
                async with asyncio.timeout(patience.between):
                    _refuse(response.status_code, await response.aread(), str(request["model"]))
            async for piece in _pieces(response, patience):
                yield piece
        finally:
            await response.aclose()
    except (httpx.ConnectError, httpx.ConnectTimeout) as error:
        raise ModelServerDown(host) from error
    except httpx.HTTPError as error:
        raise ModelStopped("the connection was cut") from error
    except TimeoutError as error:
        raise ModelStopped(f"no word for {patience.first:.0f} seconds") from error


async def _pieces(response: "httpx.Response", patience: Patience) -> AsyncIterator[Piece]:
    lines = _lines(response)
    wait, length = patience.first, 0
    while True:
        try:
            async with asyncio.timeout(wait):
                line = await anext(lines, None)
        except TimeoutError as error:
            raise ModelStopped(f"no word for {wait:.0f} seconds") from error
        if line is None:
            raise ModelStopped("the stream ended before the reply was done")
        piece = _piece(line)
        length += len(piece.text)
        if length > LONGEST_REPLY:
            raise ModelStopped("the reply does not end")
        yield piece
        if piece.done_reason is not None:
            return
        wait = patience.between


async def _lines(response: "httpx.Response") -> AsyncIterator[bytes]:
    """Cut at \\n only: the unicode line separators inside a reply are text. Characters split over packets come out whole."""
    held = b""
    async for data in response.aiter_bytes():
        *whole, held = (held + data).split(b"\n")
        for line in whole:
            if line.strip():
                yield line
        if len(held) > LONGEST_LINE:
            raise ModelStopped("it sent a line without an end")
    if held.strip():
        yield held


def _piece(line: bytes) -> Piece:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise ModelStopped("it sent something that is no reply") from error
    if not isinstance(told, dict):
        raise ModelStopped("it sent something that is no reply")
    if told.get("error"):
        raise ModelStopped(_short(told["error"]))
    message = told.get("message")
    text = message.get("content") if isinstance(message, dict) else ""
    return Piece(
        text if isinstance(text, str) else "", str(told.get("done_reason") or "") if told.get("done") is True else None
    )


def _refuse(status: int, body: bytes, model: str) -> None:
    said = _said(body)
    if status == 404 and "not found" in said:
        raise ModelMissing(model)
    if status == 400 and any(
        hint in said for hint in ("context length", "context size", "exceed_context_size", "prompt is longer")
    ):
        raise PromptTooLong
    raise ModelStopped(f"HTTP {status}: {_short(said)}" if said else f"HTTP {status}")


def _said(body: bytes) -> str:
    """The server's own error text; '' for a page of somebody in between."""
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    return str(told["error"]) if isinstance(told, dict) and "error" in told else ""


def _short(text: object) -> str:
    return "".join(c for c in " ".join(str(text).split()) if c.isprintable())[:200]
