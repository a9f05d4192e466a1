"""A worker whose far end is this process: a call costs nothing, and nothing has to be ended."""

from collections.abc import Callable
from typing import Any, TypeVar

from helpdesk.adapters.processes import WorkerProcess

T = TypeVar("T")


class WorkerHere(WorkerProcess):
    """`fails`, when set, is what the next calls end with."""

    def __init__(self) -> None:
        super().__init__("here")
        self.calls = 0
        self.fails: Exception | None = None

    async def call(self, function: Callable[..., T], *args: Any, seconds: float | None = None) -> T:
        self.calls += 1
        if self.fails is not None:
            raise self.fails
        return function(*args)
