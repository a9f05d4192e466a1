"""A bridge for a window that closes before the program does: what comes back after that reaches nobody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from helpdesk.ui.bridge.contract import ignored

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from helpdesk.domain.events import Event
    from helpdesk.ui.bridge import Bridge, Handle

T = TypeVar("T")


class LentBridge:
    """Counts what is being saved: `settled(well)` is called when the last of it is through, False when something failed."""

    def __init__(self, bridge: Bridge, settled: Callable[[bool], object]) -> None:
        self._bridge = bridge
        self._settled = settled
        self._listening: list[Handle] = []
        self._saving = 0
        self._well = True
        self._over = False

    @property
    def saving(self) -> bool:
        return self._saving > 0

    def call(
        self,
        work: Callable[[], Awaitable[T]],
        done: Callable[[T], object] = ignored,
        failed: Callable[[Exception], object] | None = None,
        *,
        keep: bool = False,
    ) -> Handle:
        self._saving += keep
        refused = partial(self._failed, failed, keep) if failed is not None or keep else None
        return self._bridge.call(work, partial(self._done, done, keep), refused, keep=keep)

    def listen(self, heard: Callable[[Event], object]) -> Handle:
        handle = self._bridge.listen(heard)
        self._listening.append(handle)
        return handle

    def end(self) -> None:
        self._over = True
        for handle in self._listening:
            handle.cancel()
        self._listening.clear()

    def _done(self, done: Callable[[T], object], keep: bool, result: T) -> None:
        if not self._over:
            done(result)
        self._settle(keep, well=True)

    def _failed(self, failed: Callable[[Exception], object] | None, keep: bool, error: Exception) -> None:
        if failed is not None and not self._over:
            failed(error)
        self._settle(keep, well=False)

    def _settle(self, keep: bool, *, well: bool) -> None:
        if not keep:
            return
        self._saving -= 1
        self._well = self._well and well
        if not self._saving:
            was, self._well = self._well, True
            if not self._over:
                self._settled(was)
