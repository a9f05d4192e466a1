"""A shift in a hurry: approves everything in the queue and sends it, forwards every third message to a workshop, and says each
step once it is done. Made to be killed."""

import asyncio
import sys
from pathlib import Path

from helpdesk.app import open_desk
from helpdesk.cli.composing import begun, forwarded
from helpdesk.domain.conversation import OutboxState
from helpdesk.domain.ids import TicketId
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import load

WORKSHOP = "workshop@example.net"


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def shift(workspace: Workspace) -> None:
    async with open_desk(load(workspace.folder), workspace, lambda _: None, lanes=False) as desk:
        for row in await desk.review.queue():
            shown = await desk.review.open(row.draft_id)
            await desk.review.approve(row.draft_id, shown.draft.revision, shown.draft.text or "We are looking into it.")
            say(f"approved {row.draft_id}")
            if row.draft_id % 3 == 0:
                await forward(desk, row.ticket_id)
            await desk.outbox.flush()
            sent = [one for one in await desk.outbox.listed() if one.state is OutboxState.SENT]
            say(f"sent {len(sent)}")


async def forward(desk: Desk, ticket_id: TicketId) -> None:
    """What a kill left begun is taken up again."""
    if not (await desk.composing.open(ticket_id)).forward.strip():
        await begun(desk, ticket_id, None, without_files=True)
    text = (await desk.composing.open(ticket_id)).forward
    entry = await forwarded(desk, (ticket_id, f"Please look at this.{text}", WORKSHOP, None), all_the_same=True)
    say(f"forwarded {entry.id}")


if __name__ == "__main__":
    asyncio.run(shift(Workspace(Path(sys.argv[1]))))
