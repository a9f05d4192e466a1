"""A desk that was just opened loads what its first draft needs before anybody asks for one."""

import subprocess
import sys
from pathlib import Path

import pytest

from helpdesk.services.pipeline import Rehearsal, rehearsal
from tests.fakes.scripted_writer import ScriptedWriter
from tests.fakes.spine import TEXT, Spine

LATER = """
import asyncio, sys
from pathlib import Path
from helpdesk.app import open_desk
from helpdesk.paths import Workspace
from helpdesk.services.pipeline import rehearsal
from helpdesk.settings import Settings

rehearsal.QUIET_SECONDS = 0
KINDS = ("phonenumbers", "stdnum", "mailparser_reply", "ollama", "httpx", "numpy", "sklearn")

def loaded():
    return {name for name in sys.modules if name.partition(".")[0] in KINDS}

async def main():
    rehearsed, rehearse = asyncio.Event(), rehearsal.Rehearsal.next

    async def told(self):
        await rehearse(self)
        rehearsed.set()
        return False

    rehearsal.Rehearsal.next = told
    async with open_desk(Settings(ollama_host="http://127.0.0.1:9"), Workspace(Path(sys.argv[1])), print, lanes=True) as desk:
        await rehearsed.wait()
        before = loaded()
        assert not await desk.pipeline.waiting()
        ticket = await desk.intake.new_ticket("Jo", "jo@example.org", "Hub", "How do I reset the hub?")
        while await desk.pipeline.waiting():
            await asyncio.sleep(.05)
        print("new:", *sorted(loaded() - before), file=sys.stderr)

asyncio.run(main())
"""


async def test_it_is_done_once_and_leaves_nothing_behind(spine: Spine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "QUIET_SECONDS", 0)
    await spine.knows(TEXT)
    rehearsing = Rehearsal(spine.steps)
    assert [await rehearsing.next(), await rehearsing.next()] == [False, False]
    assert len(spine.known.asked) == 1
    assert await spine.pipeline.waiting() == []
    assert await spine.store.read(lambda records: records.steps.usual_seconds()) is None


async def test_the_model_writes_nothing_for_it(spine: Spine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "QUIET_SECONDS", 0)
    model = ScriptedWriter()
    spine.writers["ollama"] = model
    await Rehearsal(spine.steps).next()
    assert len(spine.known.asked) == 1
    assert model.tasks == []


def test_the_first_draft_loads_nothing_large_any_more(tmp_path: Path) -> None:
    """Loaded with it they held the interpreter, and the window with it, for half a second while somebody looked."""
    run = subprocess.run([sys.executable, "-c", LATER, str(tmp_path)], capture_output=True, text=True, check=True)
    assert run.stderr.strip().splitlines()[-1] == "new:"
