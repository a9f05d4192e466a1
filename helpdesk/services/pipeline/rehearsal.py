"""What the first draft would wait for, loaded before anybody asks for one: hundreds of modules, the intents and the index come
one after another then, and the window would have to wait for the interpreter with them."""

import asyncio
from contextlib import suppress

from helpdesk.domain.errors import HelpdeskError
from helpdesk.services.pipeline.steps import Steps

QUIET_SECONDS = 4.0
"""A desk that was just opened is looked at first."""

QUESTION = (
    "Hello, I was charged twice for order 48213 on 3 May. How do I get my money back? You reach me at +1 202 555 0143.\n\n"
    "Kind regards\nJo Miller"
)


class Rehearsal:
    """Once, soon after the desk was opened."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._done = False

    async def next(self) -> bool:
        """False: there is never more of it. What it stumbles over is said by the draft that does."""
        if not self._done:
            self._done = True
            await asyncio.sleep(QUIET_SECONDS)
            with suppress(HelpdeskError):
                await self._steps.rehearse(QUESTION)
        return False
