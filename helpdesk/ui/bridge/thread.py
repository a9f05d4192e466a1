"""A desk thread with a standard asyncio loop, and its door into the GUI thread."""

import asyncio
import concurrent.futures
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from helpdesk.domain.errors import DeskReopened, HelpdeskError
from helpdesk.domain.events import Event
from helpdesk.ui.bridge import courtesy
from helpdesk.ui.bridge.contract import Call, CrashListener, ignored
from helpdesk.ui.bridge.mailbox import Mailbox, replaces

T = TypeVar("T")
Futures = tuple[concurrent.futures.Future[Any], ...]

SECONDS_TO_FINISH = 10.0
SECONDS_TO_CANCEL = 2.0
HANDED_OVER_AFTER = 0.0005
"""Seconds after which a thread that computes hands the interpreter to one that waits for it, ten times sooner than usual:
painting lets go of it at nearly every call and would wait as long each time."""
AT_ONCE = 0.008
"""Seconds of delivering after which keys, clocks and painting have their turn before what still waits."""


class ThreadBridge(QObject):
    """Made, started and closed in the GUI thread.

    Anything may be published from any thread. `happened` is emitted in the GUI thread only; `broke` likewise, with errors
    that no caller took (a HelpdeskError without `failed`). `crashed` is called in whatever thread an unexpected exception
    surfaced, and must be quick and thread-safe.
    """

    happened = Signal(object)
    broke = Signal(object)
    _rang = Signal()

    def __init__(self, crashed: CrashListener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crashed = crashed
        self._mailbox = Mailbox(self._rang.emit)
        self._rang.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._deliver)
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="desk", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._over = asyncio.Event()
        self._end = asyncio.Event()
        self._held: set[concurrent.futures.Future[Any]] = set()
        self._kept: set[concurrent.futures.Future[Any]] = set()
        self._leaving: set[concurrent.futures.Future[Any]] = set()
        self._passing: set[asyncio.Task[Any]] = set()
        self._closed = False

    def start(self) -> None:
        """Returns when the loop runs."""
        sys.setswitchinterval(HANDED_OVER_AFTER)
        self._thread.start()
        self._ready.wait()

    def call(
        self,
        work: Callable[[], Awaitable[T]],
        done: Callable[[T], object] = ignored,
        failed: Callable[[Exception], object] | None = None,
        *,
        keep: bool = False,
    ) -> "Cancellation":
        return self._submit(Call(work, done, failed, keep), self._kept if keep else None)

    def listen(self, heard: Callable[[Event], object]) -> "Silence":
        return Silence(self.happened, heard)

    def publish(self, event: Event) -> None:
        """From any thread; heard in the GUI thread."""
        self._mailbox.put(partial(self.happened.emit, event), replaces(event))

    def hold(
        self,
        enter: Callable[[], AbstractAsyncContextManager[T]],
        ready: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Enters the context in the desk thread, hands its value to `ready`, and keeps it open until `let_go` or `close`,
        which leave it only after every call marked `keep` is through and every other one was cancelled. Those hear
        DeskReopened when another desk follows."""
        self._over = asyncio.Event()
        self._submit(Call(partial(self._hold, enter, ready, self._over), ignored, failed), self._held)

    def let_go(self, then: Callable[[], object]) -> None:
        """Leaves the held context, whatever comes of it, and calls `then`."""
        leave = partial(self._leave, tuple(self._kept), tuple(self._held), self._over)
        self._submit(Call(leave, lambda _: then(), None), self._leaving)

    def close(self, seconds: float = SECONDS_TO_FINISH) -> bool:
        """Waits for calls marked `keep`, cancels the rest, waits for held contexts to leave, ends the loop. Nothing is
        delivered afterwards. False when something would not end in time."""
        was_closed, self._closed = self._closed, True
        if was_closed or self._loop is None:
            return True
        unsaved = concurrent.futures.wait(list(self._kept), seconds).not_done
        left = asyncio.run_coroutine_threadsafe(self._leave((), tuple(self._held), self._over), self._loop)
        unleft = concurrent.futures.wait([left], seconds).not_done
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(seconds)
        return not unsaved and not unleft and not self._thread.is_alive()

    def _submit(self, call: Call, awaited: set[concurrent.futures.Future[Any]] | None) -> "Cancellation":
        if self._loop is None or self._closed:
            call.dropped = True
            return Cancellation(call, None)
        future = asyncio.run_coroutine_threadsafe(self._carry(call, passing=awaited is None), self._loop)
        if awaited is not None:
            awaited.add(future)
            future.add_done_callback(awaited.discard)
        return Cancellation(call, future)

    async def _carry(self, call: Call, *, passing: bool) -> None:
        task = asyncio.current_task()
        if passing and task is not None:
            self._passing.add(task)
            task.add_done_callback(self._passing.discard)
        try:
            result = await call.work()
        except asyncio.CancelledError:
            self._mailbox.put(partial(self._settle, call, DeskReopened()))
            raise
        except HelpdeskError as error:
            self._mailbox.put(partial(self._settle, call, error))
        except BaseException as error:  # noqa: BLE001 - native panics are BaseExceptions and must not end the loop silently
            self._crashed(error)
            self._mailbox.put(partial(self._settle, call, error if isinstance(error, Exception) else RuntimeError(repr(error))))
        else:
            self._mailbox.put(partial(self._finish, call, result))

    async def _hold(
        self, enter: Callable[[], AbstractAsyncContextManager[T]], ready: Callable[[T], object], over: asyncio.Event
    ) -> None:
        async with enter() as held:
            self._mailbox.put(partial(ready, held))
            await over.wait()

    async def _leave(self, kept: Futures, held: Futures, over: asyncio.Event) -> None:
        await asyncio.gather(*map(asyncio.wrap_future, kept), return_exceptions=True)
        await self._cancel_passing()
        over.set()
        await asyncio.gather(*map(asyncio.wrap_future, held), return_exceptions=True)

    async def _cancel_passing(self) -> None:
        """A call works on what is held; what it uses must not be closed under it."""
        passing = set(self._passing)
        for task in passing:
            task.cancel()
        if passing:
            await asyncio.wait(passing, timeout=SECONDS_TO_CANCEL)

    def _finish(self, call: Call, result: Any) -> None:
        if not call.dropped:
            call.done(result)

    def _settle(self, call: Call, error: Exception) -> None:
        if call.dropped:
            return
        if call.failed is not None:
            call.failed(error)
        elif isinstance(error, HelpdeskError) and not isinstance(error, DeskReopened):
            self.broke.emit(error)

    def _deliver(self) -> None:
        """The rest has a turn of its own: also when a delivery fails, or waits for somebody in a dialog. A clock started last
        strikes last: what came due meanwhile goes before the rest."""
        over = time.perf_counter() + AT_ONCE
        self._rest.start()
        while not self._closed and (delivery := self._mailbox.next()) is not None:
            delivery()
            if time.perf_counter() >= over:
                self._rest.start()
                return
        self._rest.stop()

    def _run(self) -> None:
        courtesy.let_the_window_go_first()
        with asyncio.Runner() as runner:
            self._loop = runner.get_loop()
            self._loop.set_exception_handler(self._loop_failed)
            self._loop.call_soon(self._ready.set)
            runner.run(self._live())

    async def _live(self) -> None:
        await self._end.wait()

    def _loop_failed(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        self._crashed(error if isinstance(error, BaseException) else RuntimeError(str(context.get("message"))))


class Cancellation:
    """The handle of one call."""

    def __init__(self, call: Call, future: concurrent.futures.Future[None] | None) -> None:
        self._call = call
        self._future = future

    def cancel(self) -> None:
        self._call.dropped = True
        if self._future is not None:
            self._future.cancel()


class Silence:
    """The handle of one listener."""

    def __init__(self, signal: Any, heard: Callable[[Event], object]) -> None:
        self._signal = signal
        self._heard: Callable[[Event], object] | None = heard
        signal.connect(heard)

    def cancel(self) -> None:
        if self._heard is not None:
            self._signal.disconnect(self._heard)
            self._heard = None
