"""A desk that sends by itself, in a hurry: has every requested draft written and lets go what may leave, saying each step
once it is done. Made to be killed."""

import asyncio
import sys
from datetime import datetime, timedelta
from pathlib import Path

from helpdesk import app
from helpdesk.adapters.system_clock import SystemClock
from helpdesk.domain.draft import DraftState
from helpdesk.paths import Workspace
from helpdesk.settings import load
from tests.soak.shift import say

UNDO_TIME_OVER = timedelta(seconds=35)
"""Less than what the desk takes for a clock that went back."""


class HurriedClock(SystemClock):
    ahead = timedelta(0)

    def now(self) -> datetime:
        return super().now() + self.ahead


async def shift(workspace: Workspace) -> None:
    clock = HurriedClock()
    vars(app)["SystemClock"] = lambda: clock
    async with app.open_desk(load(workspace.folder), workspace, lambda _: None, lanes=False) as desk:
        for draft_id, _ in await desk.pipeline.waiting():
            draft = await desk.pipeline.answer(draft_id)
            say(f"{'approved' if draft.state is DraftState.APPROVED else 'held'} {draft_id}")
            clock.ahead = UNDO_TIME_OVER
            await app.sent(desk.sending, desk.outbox)
            clock.ahead = timedelta(0)
            say(f"sent {(await desk.sending.status()).sent}")


if __name__ == "__main__":
    asyncio.run(shift(Workspace(Path(sys.argv[1]))))
