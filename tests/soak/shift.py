"""A shift in a hurry: approves everything in the queue and sends it, saying each step once it is done. Made to be killed."""

import asyncio
import sys
from pathlib import Path

from helpdesk.app import open_desk
from helpdesk.domain.conversation import OutboxState
from helpdesk.paths import Workspace
from helpdesk.settings import load


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def shift(workspace: Workspace) -> None:
    async with open_desk(load(workspace.folder), workspace, lambda _: None, lanes=False) as desk:
        for row in await desk.review.queue():
            shown = await desk.review.open(row.draft_id)
            await desk.review.approve(row.draft_id, shown.draft.revision, shown.draft.text or "We are looking into it.")
            say(f"approved {row.draft_id}")
            await desk.outbox.flush()
            sent = [one for one in await desk.outbox.listed() if one.state is OutboxState.SENT]
            say(f"sent {len(sent)}")


if __name__ == "__main__":
    asyncio.run(shift(Workspace(Path(sys.argv[1]))))
