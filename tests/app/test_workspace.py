"""What a workspace that was copied, moved or restored may do by itself."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from helpdesk.app import adopt_backup, open_desk
from helpdesk.domain.autosend import Mode
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import Settings
from tests.fakes.auto_desk import proven

SETTINGS = Settings(agent_name="Ada", writer="excerpts", threads=1)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Desk]:
    async with open_desk(SETTINGS, Workspace(folder), lambda _: None) as desk:
        yield desk


async def mode(folder: Path) -> Mode:
    async with opened(folder) as desk:
        return (await desk.sending.status()).mode


async def test_a_copied_or_restored_workspace_begins_stopped_and_a_moved_one_goes_on(tmp_path: Path) -> None:
    home, moved, copy, drill = (tmp_path / name for name in ("desk", "moved", "copy", "drill"))
    async with opened(home) as desk:
        await proven(desk.sending.store, desk.sending.gate.clock.now())
        await desk.sending.turn_on((await desk.sending.offer()).wanted)
        await desk.upkeep.backup(tmp_path / "desk.zip")
    assert await mode(home) is Mode.ON
    shutil.copytree(home, copy)
    home.rename(moved)
    adopt_backup(tmp_path / "desk.zip", Workspace(drill))
    assert await mode(moved) is Mode.ON
    assert await mode(drill) is Mode.STOPPED
    assert "restored" in Workspace(drill).stop.read_text("utf-8")
    assert await mode(copy) is Mode.STOPPED
    async with opened(copy) as desk:
        await desk.sending.brake.resume("the other one is gone")
    assert await mode(copy) is Mode.ON


async def test_a_copy_that_never_sent_by_itself_is_an_ordinary_desk(tmp_path: Path) -> None:
    assert await mode(tmp_path / "desk") is Mode.OFF
    shutil.copytree(tmp_path / "desk", tmp_path / "copy")
    assert await mode(tmp_path / "copy") is Mode.OFF
    assert not Workspace(tmp_path / "copy").stop.exists()
