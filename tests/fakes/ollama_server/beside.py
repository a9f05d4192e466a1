"""The stand-in in a thread of its own, for commands and windows that bring their own loop."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.fakes.ollama_server.server import OllamaServer, serving


@contextmanager
def beside() -> Iterator[OllamaServer]:
    """Set it up between requests only: it lives in the other thread."""
    ready = threading.Event()
    made: list[tuple[OllamaServer, asyncio.AbstractEventLoop, asyncio.Event]] = []

    async def live() -> None:
        async with serving() as server:
            stop = asyncio.Event()
            made.append((server, asyncio.get_running_loop(), stop))
            ready.set()
            await stop.wait()

    thread = threading.Thread(target=lambda: asyncio.run(live()), name="model server", daemon=True)
    thread.start()
    assert ready.wait(30)
    server, loop, stop = made[0]
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(30)
