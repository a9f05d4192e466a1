"""A judge in a hurry: draws the sample of the only trial, once, and says of each pair that it was kept. Made to be killed."""

import asyncio
import sys
from pathlib import Path

from helpdesk.app import open_desk
from helpdesk.paths import Workspace
from helpdesk.services.history import Said
from helpdesk.settings import load
from tests.soak.shift import say

BETTER, RIGHT = (True, False), (True, True)


async def shift(workspace: Workspace, sample: int) -> None:
    async with open_desk(load(workspace.folder), workspace, lambda _: None, lanes=False) as desk:
        judging = desk.history.judging
        (row,) = await desk.history.drafting.rows()
        if not row.trial.wanted:
            await judging.draw(row.trial.id, sample)
        while pair := await judging.next(row.trial.id):
            await judging.say(pair.id, Said(BETTER, RIGHT))
            say(f"judged {pair.id}")


if __name__ == "__main__":
    asyncio.run(shift(Workspace(Path(sys.argv[1])), int(sys.argv[2])))
