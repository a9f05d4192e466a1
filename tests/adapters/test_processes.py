"""A child that dies, hangs or raises costs one call, never the program."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain.errors import IndexStale
from helpdesk.ui.bridge.courtesy import let_the_window_go_first


@pytest.fixture(autouse=True, params=["forked", "from nothing"])
def begun(request: pytest.FixtureRequest) -> None:
    """Both ways in which a child begins."""
    if request.param == "from nothing":
        request.getfixturevalue("from_nothing")


def add(a: int, b: int) -> int:
    return a + b


def die() -> None:
    os._exit(7)


def fail() -> None:
    raise IndexStale("the manifest is missing")


class Panic(BaseException):
    def __reduce__(self) -> str:
        raise TypeError("cannot travel")


def panic() -> None:
    raise Panic("out of range")


def surroundings() -> tuple[str, str, int]:
    mask = os.umask(0o077)
    return os.environ["ANONYMIZED_TELEMETRY"], os.environ["HF_HUB_OFFLINE"], mask


def gone(pid: int) -> None:
    """With all its threads. A child that was forked off another process is waited for there."""
    try:
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    except ChildProcessError:
        while psutil.pid_exists(pid):
            time.sleep(0.01)


def shout() -> None:
    print("noise")  # noqa: T201


def eat() -> int:
    return len(bytearray(2 << 30))


@pytest.fixture
async def worker() -> AsyncIterator[WorkerProcess]:
    process = WorkerProcess("test")
    yield process
    await process.aclose()


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system has no such thing")
async def test_a_child_lets_the_window_go_first(worker: WorkerProcess) -> None:
    assert await worker.call(os.nice, 0) > os.nice(0)


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system has no such thing")
async def test_a_child_of_a_thread_that_lets_the_window_go_first_is_no_further_behind(worker: WorkerProcess) -> None:
    async def begun() -> int:
        other = WorkerProcess("other")
        try:
            return await other.call(os.nice, 0)
        finally:
            await other.aclose()

    def behind() -> int:
        let_the_window_go_first()
        return asyncio.run(begun())

    assert await asyncio.to_thread(behind) == await worker.call(os.nice, 0)


async def test_a_call_runs_in_another_process_with_telemetry_off(worker: WorkerProcess) -> None:
    assert await worker.call(add, 2, 3) == 5
    assert await worker.call(os.getpid) == worker.pid != os.getpid()
    assert await worker.call(surroundings) == ("False", "1", 0o077)


async def test_what_the_function_raises_comes_through(worker: WorkerProcess) -> None:
    with pytest.raises(IndexStale, match="manifest"):
        await worker.call(fail)
    with pytest.raises(RuntimeError, match="Panic: out of range"):
        await worker.call(panic)
    assert await worker.call(add, 1, 1) == 2


async def test_a_dead_child_is_reported_and_replaced(worker: WorkerProcess) -> None:
    with pytest.raises(WorkerLost, match="exit code 7"):
        await worker.call(die)
    first = await worker.call(os.getpid)
    os.kill(first, 9)
    await asyncio.to_thread(gone, first)
    assert await worker.call(os.getpid) != first


async def test_a_late_child_is_killed(worker: WorkerProcess) -> None:
    await worker.call(add, 1, 1)
    with pytest.raises(WorkerLate):
        await worker.call(time.sleep, 60, seconds=0.05)
    assert await worker.call(add, 1, 1) == 2


async def test_a_cancelled_call_does_not_confuse_the_next_answer(worker: WorkerProcess) -> None:
    await worker.call(add, 1, 1)
    slow = asyncio.create_task(worker.call(time.sleep, 0.2))
    await asyncio.sleep(0.05)
    slow.cancel()
    assert await worker.call(add, 20, 3) == 23
    with pytest.raises(asyncio.CancelledError):
        await slow


async def test_a_child_that_eats_memory_is_bounded() -> None:
    worker = WorkerProcess("bounded", memory_mb=512)
    try:
        with pytest.raises(MemoryError):
            await worker.call(eat)
    finally:
        await worker.aclose()


async def test_output_of_the_child_never_reaches_standard_output(
    worker: WorkerProcess, capfd: pytest.CaptureFixture[str]
) -> None:
    await worker.call(shout)
    await worker.aclose()
    assert capfd.readouterr().out == ""


async def test_after_closing_no_child_is_left(worker: WorkerProcess) -> None:
    pid = await worker.call(os.getpid)
    await worker.aclose()
    assert not Path(f"/proc/{pid}").exists()
    with pytest.raises(WorkerLost):
        await worker.call(add, 1, 1)


async def test_closing_ends_a_call_that_hangs() -> None:
    worker = WorkerProcess("hanging")
    await worker.call(add, 1, 1)
    hanging = asyncio.create_task(worker.call(time.sleep, 60))
    await asyncio.sleep(0.05)
    await worker.aclose()
    with pytest.raises(WorkerLost):
        await hanging


ASKED = """
import asyncio, operator
from helpdesk.adapters.processes import WorkerProcess

async def main():
    worker = WorkerProcess("test")
    print(await worker.call(operator.add, 2, 3))
    await worker.aclose()

if __name__ == "__main__":
    asyncio.run(main())
"""


@pytest.mark.parametrize("folder", ["t" * 10, "t" * 200])
def test_a_child_begins_whatever_folder_the_system_has_for_temporary_files(tmp_path: Path, folder: str) -> None:
    """Where its name is too long for a socket there is nothing to fork off."""
    script = tmp_path / "asked.py"
    script.write_text(ASKED)
    (tmp_path / folder).mkdir()
    surroundings = {**os.environ, "TMPDIR": str(tmp_path / folder), "PYTHONPATH": os.pathsep.join(sys.path)}
    asked = subprocess.run([sys.executable, script], capture_output=True, text=True, env=surroundings, timeout=60, check=False)
    assert asked.stdout == "5\n", asked.stderr
