"""A bridge without a thread, for presenters under test and for tools that want no window."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from helpdesk.domain.errors import HelpdeskError
from helpdesk.domain.events import Event
from helpdesk.ui.bridge.contract import Call, ignored

T = TypeVar("T")


class InlineBridge:
    """`call` returns after its callback ran. Calls and events that arise meanwhile wait their turn, as they would on a queue
    between threads. An unexpected exception is raised to the caller: a test must see it."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._listeners: list[Callable[[Event], object]] = []
        self._queue: deque[Callable[[], None]] = deque()
        self._busy = False
        self.broken: list[Exception] = []

    def call(
        self,
        work: Callable[[], Awaitable[T]],
        done: Callable[[T], object] = ignored,
        failed: Callable[[Exception], object] | None = None,
        *,
        keep: bool = False,
    ) -> "Dropping":
        call = Call(work, done, failed, keep)
        self._queue.append(partial(self._carry, call))
        self._drain()
        return Dropping(call)

    def listen(self, heard: Callable[[Event], object]) -> "Unlisten":
        self._listeners.append(heard)
        return Unlisten(self._listeners, heard)

    def publish(self, event: Event) -> None:
        self._queue.append(partial(self._tell, event))
        self._drain()

    def run(self, work: Awaitable[T]) -> T:
        """Runs on the bridge's own loop: where a store opened for this bridge lives. What it publishes is heard afterwards."""
        was_busy, self._busy = self._busy, True
        try:
            return self._runner.run(_wait(work))
        finally:
            self._busy = was_busy
            self._drain()

    def close(self) -> None:
        self._runner.close()

    def _drain(self) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            while self._queue:
                self._queue.popleft()()
        finally:
            self._busy = False

    def _carry(self, call: Call) -> None:
        if call.dropped:
            return
        try:
            result = self.run(call.work())
        except HelpdeskError as error:
            (call.failed or self.broken.append)(error)
        else:
            if not call.dropped:
                call.done(result)

    def _tell(self, event: Event) -> None:
        for heard in list(self._listeners):
            heard(event)


class Dropping:
    def __init__(self, call: Call) -> None:
        self._call = call

    def cancel(self) -> None:
        self._call.dropped = True


class Unlisten:
    def __init__(self, listeners: list[Any], heard: Callable[[Event], object]) -> None:
        self._listeners = listeners
        self._heard = heard

    def cancel(self) -> None:
        if self._heard in self._listeners:
            self._listeners.remove(self._heard)


async def _wait(work: Awaitable[T]) -> T:
    return await work
