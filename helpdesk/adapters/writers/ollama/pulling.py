"""A model fetched by name, with bytes and an honest estimate."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from helpdesk.adapters.writers.ollama.connection import Connection, bounded
from helpdesk.adapters.writers.ollama.errors import short, words
from helpdesk.adapters.writers.ollama.models import names_cloud
from helpdesk.adapters.writers.ollama.wire import told_lines
from helpdesk.domain.errors import ModelNotLocal, ModelServerDown, ModelStopped, PullFailed
from helpdesk.domain.progress import Progress, Report

if TYPE_CHECKING:
    import httpx
    import ollama

STALL_SECONDS = 120.0
SETTLED_SECONDS = 3.0
"""An estimate is told only when it stands on so much time."""


@dataclass
class Layers:
    """The parts a model comes in, by digest: bytes here of bytes in all."""

    seconds: Callable[[], float] = time.monotonic
    parts: dict[str, tuple[int, int]] = field(default_factory=dict)
    _begun: float | None = None
    _had: int = 0

    def take(self, told: "ollama.ProgressResponse") -> Progress:
        if told.digest and told.total:
            self.parts[told.digest] = (min(told.completed or 0, told.total), told.total)
        done, total = (sum(part[i] for part in self.parts.values()) for i in (0, 1))
        return Progress(done, total or None, short(told.status or ""), self._left(done, total))

    def _left(self, done: int, total: int) -> float | None:
        """From this attempt's speed: what an earlier one left here came at no time."""
        now = self.seconds()
        if self._begun is None:
            if done:
                self._begun, self._had = now, done
            return None
        spent, came = now - self._begun, done - self._had
        return (total - done) * spent / came if spent >= SETTLED_SECONDS and came > 0 else None


async def pull(connection: Connection, name: str, report: Report) -> None:
    """Leaving it early closes the connection; what came is kept there, and the next pull goes on. Raises PullFailed,
    ModelNotLocal, ModelServerDown, ModelHostUnconfirmed."""
    import httpx

    if names_cloud(name):
        raise ModelNotLocal(name)
    try:
        request = connection.http.build_request("POST", "/api/pull", json={"model": name, "stream": True})
        response = await connection.http.send(request, stream=True)
        try:
            await _followed(response, report)
        finally:
            await response.aclose()
    except httpx.ConnectError as error:
        raise ModelServerDown(connection.host) from error
    except ModelStopped as error:
        raise PullFailed(name, connection.host, error.detail) from error
    except TimeoutError as error:
        raise PullFailed(name, connection.host, f"nothing came for {STALL_SECONDS:.0f} seconds") from error
    except (httpx.HTTPError, httpx.StreamError, ValueError) as error:
        raise PullFailed(name, connection.host, "the connection was cut") from error


async def _followed(response: "httpx.Response", report: Report) -> None:
    if response.status_code != 200:
        said = words(await bounded(response))
        raise ModelStopped(short(said) or f"HTTP {response.status_code}")
    layers = Layers()
    async for told in _progress(response):
        report(layers.take(told))
        if told.status == "success":
            return
    raise ModelStopped("it ended before the model was complete")


async def _progress(response: "httpx.Response") -> "AsyncIterator[ollama.ProgressResponse]":
    import ollama

    lines = told_lines(response)
    while True:
        async with asyncio.timeout(STALL_SECONDS):
            told: dict[str, Any] | None = await anext(lines, None)
        if told is None:
            return
        yield ollama.ProgressResponse(**told)
