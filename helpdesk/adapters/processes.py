"""A child process of our own for code that may crash, hang, eat memory or hold the interpreter lock.

Native libraries (Chroma, onnxruntime) and parsers of hostile input run there, so that the worst they can do is to lose one
child, which the next call replaces.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, TypeVar

from helpdesk.domain.quiet import QUIET

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import ForkServerContext, ForkServerProcess, SpawnContext, SpawnProcess

T = TypeVar("T")


SPAWNING: SpawnContext = multiprocessing.get_context("spawn")

IMPORTED_FIRST = (
    "helpdesk.adapters.embedders.built_in",
    "helpdesk.adapters.index.building",
    "helpdesk.adapters.index.engine",
    "helpdesk.adapters.index.workshop",
    "helpdesk.adapters.knowledge_sources.opening",
    "helpdesk.adapters.markdown_articles.article",
)
"""What nearly every child imports. Nothing of it begins a thread, and nothing large is held that a child might not need."""


def forking() -> ForkServerContext | SpawnContext:
    """Where the system is known to do it well, children are forked off a process that has the imports behind it and no
    threads: a child then costs a hundredth of a second instead of a fifth."""
    if sys.platform != "linux":
        return SPAWNING
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(IMPORTED_FIRST))
    return context


CONTEXT = forking()
START_SECONDS = 60.0
GRACE_SECONDS = 2.0
BEHIND = 10
"""Of 19: how willingly a child lets others go first. As many children as compute would take that many turns of the processor
from the window each time it wakes."""


class WorkerLost(Exception):
    """The child died while, or before, it worked on the call; `detail` says how. The next call starts a new one."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class WorkerLate(Exception):
    """The call took longer than `seconds`; the child was killed. The next call starts a new one."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class WorkerProcess:
    """One child, started by the first call, running one call at a time in the order they were made.

    `memory_mb` bounds the child's address space where the system can (not on Windows), `behind` says how willingly it lets
    others go first. A caller that is cancelled leaves its running call `GRACE_SECONDS` to finish, then the child is killed.
    """

    def __init__(self, name: str, *, memory_mb: int | None = None, behind: int = BEHIND) -> None:
        self.name = name
        self._memory_mb = memory_mb
        self._behind = behind
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._process: ForkServerProcess | SpawnProcess | None = None
        self._wire: Connection | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The living child's process id, None when there is none."""
        process = self._process
        return process.pid if process is not None else None

    async def call(self, function: Callable[..., T], *args: Any, seconds: float | None = None) -> T:
        """What `function(*args)` returns or raises in the child; it must be a module-level function. `seconds` counts from
        its start, not from the queue. Raises WorkerLost, WorkerLate."""
        if self._closed:
            raise WorkerLost("the worker is closed")
        job: Future[T] = self._thread.submit(self._exchange, function, args, seconds)
        try:
            return await asyncio.wrap_future(job)
        except asyncio.CancelledError:
            if not job.done():
                asyncio.get_running_loop().call_later(GRACE_SECONDS, self._kill_if_busy, job)
            raise

    async def aclose(self) -> None:
        """Ends the child and waits until it is gone. Calls that still wait raise WorkerLost."""
        if self._closed:
            return
        self._closed = True
        farewell = asyncio.wrap_future(self._thread.submit(self._leave))
        await asyncio.wait({farewell}, timeout=GRACE_SECONDS)
        if not farewell.done():
            self._kill()
        await farewell
        self._thread.shutdown(wait=False)

    def _kill_if_busy(self, job: Future[Any]) -> None:
        if not job.done():
            self._kill()

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            with contextlib.suppress(ValueError, OSError):
                process.kill()

    # From here on: only ever in the one thread.

    def _exchange(self, function: Callable[..., T], args: tuple[Any, ...], seconds: float | None) -> T:
        if self._closed:
            raise WorkerLost("the worker is closed")
        wire = self._living()
        parcel = pickle.dumps((function, args), pickle.HIGHEST_PROTOCOL)
        try:
            wire.send_bytes(parcel)
            if not wire.poll(seconds):
                self._bury(kill=True)
                raise WorkerLate(seconds or 0.0)
            succeeded, result = pickle.loads(wire.recv_bytes())
        except (EOFError, OSError) as error:
            raise WorkerLost(self._bury(kill=False)) from error
        if succeeded:
            return result  # type: ignore[no-any-return]
        raise result

    def _living(self) -> Connection:
        """The wire to a child that is ready. Raises WorkerLost when none can be started."""
        if self._process is not None and self._wire is not None:
            if self._process.is_alive() and not self._wire.poll(0):  # an idle child says nothing: a readable wire is its end
                return self._wire
            self._bury(kill=True)
        ours, theirs = SPAWNING.Pipe()
        try:
            process = self._begun(theirs)
        except OSError as error:
            ours.close()
            raise WorkerLost(f"could not be started: {error}") from error
        finally:
            theirs.close()
        self._process, self._wire = process, ours
        try:
            if ours.poll(START_SECONDS):
                ours.recv_bytes()
                return ours
        except (EOFError, OSError) as error:
            raise WorkerLost(f"at its start: {self._bury(kill=False)}") from error
        self._bury(kill=True)
        raise WorkerLost(f"not ready within {START_SECONDS:.0f} seconds")

    def _begun(self, theirs: Connection) -> ForkServerProcess | SpawnProcess:
        """From nothing where there is nothing to fork off: no folder for its socket, or it was killed. Raises OSError."""
        os.environ.update(QUIET)  # what is imported first hears of it, too
        given: dict[str, Any] = {"args": (theirs, self._memory_mb, self._behind), "name": self.name, "daemon": True}
        try:
            forked = CONTEXT.Process(target=serve, **given)
            forked.start()
        except (OSError, EOFError):
            spawned = SPAWNING.Process(target=serve, **given)
            spawned.start()
            return spawned
        return forked

    def _leave(self) -> None:
        if self._wire is not None:
            self._wire.close()
        if self._process is not None:
            self._process.join(GRACE_SECONDS)
        self._bury(kill=True)

    def _bury(self, *, kill: bool) -> str:
        """Reaps the child and says how it ended."""
        process, wire, self._process, self._wire = self._process, self._wire, None, None
        if wire is not None:
            wire.close()
        if process is None:
            return "there was no child"
        if kill:
            process.kill()
        process.join(GRACE_SECONDS)
        if process.is_alive():
            process.kill()
            process.join()
        code = process.exitcode or 0
        process.close()
        return f"killed by signal {-code}" if code < 0 else f"ended with exit code {code}"


def serve(wire: Connection, memory_mb: int | None, behind: int) -> None:
    """The child's whole life: take a call, run it, send back what it gave, until the wire closes."""
    settle(memory_mb, behind)
    wire.send_bytes(b"ready")
    while True:
        try:
            parcel = wire.recv_bytes()
        except (EOFError, OSError):
            return
        wire.send_bytes(outcome(parcel))


def settle(memory_mb: int | None, behind: int) -> None:
    """Before any vendor is imported: no telemetry, private files, the window first, bounded memory, not ended by the terminal's
    Ctrl-C, silent on standard output (it belongs to the command's result), and gone when the parent is gone."""
    os.environ.update(QUIET)
    os.umask(0o077)
    give_way(behind)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        os.dup2(2, 1)
    if memory_mb is not None:
        bound_memory(memory_mb)
    threading.Thread(target=leave_with_parent, daemon=True).start()


def give_way(steps: int) -> None:
    """This process lets others go first, so many steps behind the window, where the system knows such a thing. The thread that
    began it may have passed some on."""
    window = multiprocessing.parent_process()
    if hasattr(os, "nice") and window is not None and window.pid is not None:
        with contextlib.suppress(OSError):
            os.nice(max(0, os.getpriority(os.PRIO_PROCESS, window.pid) + steps - os.nice(0)))


def leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def bound_memory(megabytes: int) -> None:
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def outcome(parcel: bytes) -> bytes:
    """The pickled (succeeded, result or exception) of a call; an exception that cannot travel is told in words."""
    try:
        function, args = pickle.loads(parcel)
        return pickle.dumps((True, function(*args)), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:  # noqa: BLE001 - a Rust panic is a BaseException and must not end the child unheard
        try:
            told = pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
            pickle.loads(told)
        except Exception:  # noqa: BLE001 - whatever a foreign exception does when it is pickled
            told = pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
        return told
