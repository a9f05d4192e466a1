"""Lanes: what goes on by itself while the desk is open.

A lane asks a "what needs doing" query again and again. All state is on the rows, so starting the lanes is the whole recovery.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from helpdesk.domain.errors import HelpdeskError
from helpdesk.domain.events import Event, JobFailed
from helpdesk.domain.log_words import places

log = logging.getLogger(__name__)

LONGEST_PAUSE = 300.0


@dataclass
class Lane:
    """`work` does one piece and says whether it found any; `pause` is how many seconds an idle lane sleeps unless woken."""

    name: str
    work: Callable[[], Awaitable[bool]]
    pause: float
    woken: asyncio.Event = field(default_factory=asyncio.Event)


class Lanes:
    def __init__(self, lanes: Sequence[Lane], publish: Callable[[Event], None]) -> None:
        self._lanes = {lane.name: lane for lane in lanes}
        self._publish = publish
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        self._tasks = [asyncio.create_task(self._run(lane), name=lane.name) for lane in self._lanes.values()]

    async def stop(self) -> None:
        """Every piece of work under way ends at its next safe place; nothing is lost, for nothing is only here."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []

    def wake(self, name: str) -> None:
        """There may be work now. A name without a lane is none of our concern: this desk runs without it."""
        if name in self._lanes:
            self._lanes[name].woken.set()

    async def _run(self, lane: Lane) -> None:
        failures = 0
        while True:
            lane.woken.clear()
            try:
                found = await lane.work()
                failures = 0
            except HelpdeskError as error:
                found, failures = False, failures + 1
                self._publish(JobFailed(lane.name, error))
            except Exception as error:  # noqa: BLE001 - told by type and place: its words may be a customer's
                found, failures = False, failures + 1
                log.error("lane %s stumbled over %s\n%s", lane.name, type(error).__name__, "\n".join(places(error)))
            if not found:
                await self._rest(lane, failures)

    async def _rest(self, lane: Lane, failures: int) -> None:
        """Until woken or the pause is over; after failures longer and longer, so that trouble does not spin."""
        pause = min(LONGEST_PAUSE, lane.pause * 2**failures)
        try:
            async with asyncio.timeout(pause):
                await lane.woken.wait()
        except TimeoutError:
            return
        if failures:
            await asyncio.sleep(min(pause, lane.pause))
