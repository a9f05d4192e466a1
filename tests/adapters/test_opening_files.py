"""What files tell before they are read, told from another process."""

import os
import zipfile
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

from helpdesk.adapters.knowledge_sources import knowledge_source
from helpdesk.adapters.knowledge_sources.opening import AT_ONCE, OpenedApart
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.domain.article import FileFailure
from helpdesk.domain.errors import BadInput
from helpdesk.ports.knowledge import Opened, Others
from helpdesk.services.knowledge.survey import opened_here

T = TypeVar("T")

pytestmark = pytest.mark.usefixtures("from_nothing")


class DiesAfter(WorkerProcess):
    """Is killed before its third call."""

    calls = 0

    async def call(self, function: Callable[..., T], *args: Any, seconds: float | None = None) -> T:
        self.calls += 1
        return await super().call(os._exit if self.calls == 3 else function, *((7,) if self.calls == 3 else args))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kb"
    made.mkdir()
    for number in range(3 * AT_ONCE):
        (made / f"{number:03}.md").write_text(f"# Part {number}\n\n--8<-- 'shared/note.md'\n")
    (made / "empty.md").write_text("")
    (made / "out.md").symlink_to("/etc/hostname")
    return made


async def told(pieces: AsyncIterator[Any]) -> list[Opened | FileFailure]:
    return [one async for some in pieces for one in some]


async def test_it_tells_what_is_told_here(folder: Path) -> None:
    source, worker = knowledge_source(folder), WorkerProcess("test")
    here = await told(opened_here(source, Others(set())))
    assert len(here) == 3 * AT_ONCE + 2
    assert {one.reason.split(":")[0] for one in here if isinstance(one, FileFailure)} >= {
        "is a link out of the imported folder"
    }
    assert await told(OpenedApart([worker])(source, Others(set()))) == here
    some = {one.path for one in here[::3]}
    assert await told(OpenedApart([worker])(source, some)) == await told(opened_here(source, some))
    await worker.aclose()


async def test_two_look_side_by_side_and_each_file_is_told_once(folder: Path) -> None:
    source, workers = knowledge_source(folder), [WorkerProcess("one"), WorkerProcess("other")]
    here = await told(opened_here(source, Others(set())))
    both = await told(OpenedApart(workers)(source, Others(set())))
    assert len(both) == len(here)
    assert set(both) == set(here)
    assert all(worker.pid for worker in workers)
    for worker in workers:
        await worker.aclose()


@pytest.mark.parametrize("others", [0, 1])
async def test_each_file_is_told_once_when_the_worker_dies_half_way(folder: Path, others: int) -> None:
    source, workers = knowledge_source(folder), [DiesAfter("test"), *(WorkerProcess("other") for _ in range(others))]
    apart, here = [await told(by(source, Others(set()))) for by in (OpenedApart(workers), opened_here)]
    assert len(apart) == len(here)
    assert set(apart) == set(here)
    for worker in workers:
        await worker.aclose()


async def test_who_stops_listening_leaves_the_workers_at_rest(folder: Path) -> None:
    source, workers = knowledge_source(folder), [WorkerProcess("one"), WorkerProcess("other")]
    async with aclosing(cast("AsyncGenerator[Any]", OpenedApart(workers)(source, Others(set())))) as portions:
        async for _ in portions:
            break
    assert {one.path for one in await told(OpenedApart(workers)(source, {"001.md"})) if isinstance(one, Opened)} == {"001.md"}
    for worker in workers:
        await worker.aclose()


async def test_an_archive_that_cannot_be_read_is_refused_in_the_same_words(tmp_path: Path) -> None:
    packed, worker = tmp_path / "kb.zip", WorkerProcess("test")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.md", "# A")
    source = knowledge_source(packed)
    packed.write_bytes(b"no archive")
    with pytest.raises(BadInput) as here:
        await told(opened_here(source, Others(set())))
    with pytest.raises(BadInput) as apart:
        await told(OpenedApart([worker])(source, Others(set())))
    assert str(apart.value) == str(here.value)
    await worker.aclose()
