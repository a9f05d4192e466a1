"""An agent in a hurry who approves everything, on a desk where every draft that may be a test is one. Made to be killed."""

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

from helpdesk.app import open_desk
from helpdesk.domain.errors import DraftWasATest, NotYetSaid
from helpdesk.domain.ids import DraftId
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.services.seeding import seeding
from helpdesk.settings import load
from tests.soak.shift import say


async def shift(workspace: Workspace) -> None:
    vars(seeding)["REVIEWS_BETWEEN"] = 0
    settings = replace(load(workspace.folder), test_share=1.0)
    async with open_desk(settings, workspace, lambda _: None, lanes=False) as desk:
        for draft_id, _ in await desk.pipeline.waiting():
            await desk.pipeline.answer(draft_id)
            say(f"answered {draft_id}")
            await approve(desk, draft_id)
            await desk.outbox.flush()
        for row in await desk.review.queue():
            await approve(desk, row.draft_id)
        await desk.outbox.flush()


async def approve(desk: Desk, draft_id: DraftId) -> None:
    draft = (await desk.review.open(draft_id)).draft
    if not draft.text.strip():
        return
    try:
        await approved(desk, draft_id, draft.revision)
    except DraftWasATest:
        say(f"tested {draft_id}")
        await approved(desk, draft_id, draft.revision + 1)
    say(f"approved {draft_id}")


async def approved(desk: Desk, draft_id: DraftId, revision: int) -> None:
    try:
        await desk.review.approve(draft_id, revision)
    except NotYetSaid as unread:
        await desk.review.approve(draft_id, revision, read=unread.reasons)


if __name__ == "__main__":
    asyncio.run(shift(Workspace(Path(sys.argv[1]))))
