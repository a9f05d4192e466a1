"""An hour of mail while the model server is killed, revived and beside itself: every ticket gets a draft, and gets it once."""

import asyncio
import logging
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from random import Random

from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import open_store
from helpdesk.adapters.writers.ollama.server import OllamaServer as OurSide
from helpdesk.adapters.writers.ollama.writer import OllamaWriter
from helpdesk.domain.breaker import LONGEST_REST
from helpdesk.domain.draft import DraftState
from helpdesk.domain.draft_step import Outcome, Step
from helpdesk.domain.ids import DraftId
from helpdesk.services.pipeline import Pipeline
from helpdesk.settings import Settings
from tests.fakes.clock import FixedClock
from tests.fakes.ollama_server import OllamaServer, serving
from tests.fakes.ollama_server.faults import FAULTS
from tests.fakes.ollama_writing import NoteBook, Pauses
from tests.fakes.spine import TEXT, Spine
from tests.soak.station import Station

TICK = 15.0
"""Seconds between two looks of the lanes."""

QUIET = 10
"""So many looks in a row that found nothing to do, while even the longest rest went by: then all is done."""

MAILS_A_TICK = 0.4
WELL = "Unplug the hub [1]. Hold the button for 10 seconds [1]."
QUESTIONS = ("How do I reset the hub?", "The hub is dead, what now?", "Do I hold the button or unplug the hub?")


class Mischief:
    """The server's life: away, well, or with the next replies going wrong in some way."""

    def __init__(self, standin: OllamaServer, dice: Random) -> None:
        self.standin = standin
        self.dice = dice
        self.counted = {"kills": 0, "bad replies": 0}
        self._life = AsyncExitStack()
        self._port = 0

    async def revive(self) -> None:
        await self._life.enter_async_context(serving(self._port, self.standin))
        self._port = int(self.standin.host.rpartition(":")[2])

    async def kill(self) -> None:
        await self._life.aclose()
        self._life = AsyncExitStack()
        self.standin.loaded.clear()

    async def happen(self, is_alive: bool) -> bool:
        """Something, or nothing; whether the server is alive afterwards."""
        if self.dice.random() < 0.12:
            self.counted["kills"] += is_alive
            await (self.kill() if is_alive else self.revive())
            return not is_alive
        if is_alive and self.dice.random() < 0.25:
            fault = self.dice.choice(list(FAULTS.values()))
            self.standin.faults.append(partial(_failing, fault, Random(self.dice.random())))
            self.counted["bad replies"] += 1
        return is_alive


async def _failing(fault: object, dice: Random, wire: object) -> None:
    await fault(wire, dice)  # type: ignore[operator]


async def day(folder: Path, dice: Random, minutes: int) -> dict[str, int]:
    """Raises AssertionError when a ticket has no draft, two drafts or half a draft."""
    clock = FixedClock()
    async with open_store(folder / "desk.sqlite3", folder / "backups", clock, Sender("Ada", "desk.example")) as store:
        spine, standin = Spine(store, clock), OllamaServer()
        standin.says(WELL)
        await spine.knows(TEXT)
        mischief = Mischief(standin, dice)
        await mischief.revive()
        settings = Settings(ollama_host=standin.host, writer="auto", first_token_seconds=0.2, stall_seconds=0.2)  # type: ignore[arg-type]
        ours = OurSide(settings, clock.seconds, Pauses())
        spine.writers["ollama"] = OllamaWriter(ours, NoteBook())
        pipeline, drafts = spine.pipeline, list[DraftId]()
        is_alive = True
        for _ in range(int(minutes * 60 / TICK)):
            if dice.random() < MAILS_A_TICK:
                drafts.append((await spine.requested(f"{dice.choice(QUESTIONS)} It is hub {len(drafts)}."))[1])
            is_alive = await mischief.happen(is_alive)
            await _lanes(pipeline)
            clock.advance(seconds=TICK)
        if not is_alive:
            await mischief.revive()
        standin.faults.clear()
        idle = 0
        while idle < QUIET:
            clock.advance(seconds=LONGEST_REST / QUIET)
            idle = 0 if await _lanes(pipeline) else idle + 1
        counted = {"tickets": len(drafts), **mischief.counted, **await _judged(spine, pipeline, drafts)}
        await ours.aclose()
        await mischief.kill()
        return counted


async def _lanes(pipeline: Pipeline) -> bool:
    """Whether any of them found something to do."""
    while await pipeline.next():
        pass
    return await pipeline.improve()


async def _judged(spine: Spine, pipeline: Pipeline, drafts: list[DraftId]) -> dict[str, int]:
    counted = {"written by the model": 0, "quoted": 0, "rewritten when it was back": 0}
    for draft_id in drafts:
        draft = await spine.draft(draft_id)
        assert draft.state is DraftState.IN_REVIEW, f"{draft_id} is {draft.state}: {draft.failure}"
        assert draft.fingerprint is not None
        assert draft.text.strip()
        assert not draft.improvable, f"{draft_id} was not written anew although the model was back"
        quoted = draft.fingerprint.writer == "excerpts"
        assert quoted or "10 seconds" in draft.text, f"{draft_id} is half a reply: {draft.text}"
        assert not quoted or any(reason.code == "fallback" for reason in draft.reasons), f"{draft_id} does not say why"
        delivered = [one for one in await pipeline.steps(draft_id) if (one.step, one.outcome) == (Step.DELIVER, Outcome.DONE)]
        assert len(delivered) == draft.revision, f"{draft_id} was delivered {len(delivered)} times, revision {draft.revision}"
        counted["quoted" if quoted else "written by the model"] += 1
        counted["rewritten when it was back"] += draft.revision > 1
    return counted


def model_day(station: Station, times: int) -> dict[str, int]:
    """`times` hours."""
    logging.getLogger("helpdesk.services.drafting").setLevel(logging.ERROR)  # refused requests are part of the mischief
    counted: dict[str, int] = {}
    for hour in range(times):
        found = asyncio.run(day(station.folder / f"hour-{hour}", station.chance, 60))
        counted = {name: counted.get(name, 0) + count for name, count in found.items()}
    return counted
